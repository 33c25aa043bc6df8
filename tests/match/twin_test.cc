// SPDX-License-Identifier: Apache-2.0
//
// The fast and the slow way of running rules offer the same, on random rules and random texts.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <random>

#include "match/lattice_inner.h"
#include "match/offers.h"
#include "match/small_packs.h"
#include "packc/packc.h"
#include "packc/source.h"

namespace isnad {
namespace {

class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  unsigned roll(unsigned n) { return static_cast<unsigned>(engine_() % n); }
  template <std::size_t N>
  const char* pick(const char* const (&of)[N]) { return of[roll(N)]; }

 private:
  std::mt19937 engine_;
};

std::string random_test(Dice& dice) {
  static const char* const kTests[] = {
      "A",     "B",       "C",      "D",      "A",     "B",      "PAIR",        "NUMERAL[2..5]",
      "WORD",  "INCL",    "ANY",    "!A",     "!A&!B", "A&WORD", "WORD&!B",     "(A | B)&!PAIR",
      "COMMA", "W",       "C[def]", "C[indef]", "D[k=1|2]", "D[k!=1]", "A[3..]", "PRON",
      "'a b'", "NUMERAL", "OOV",    "STOP",   "NEWLINE"};
  std::string out = dice.pick(kTests);
  if (dice.roll(3) == 0) out = std::string(1, static_cast<char>('p' + dice.roll(3))) + ":" + out;
  return out;
}

std::string random_pattern(Dice& dice, int depth) {
  std::string out;
  const unsigned items = 1 + dice.roll(3);
  for (unsigned i = 0; i < items; ++i) {
    std::string item = random_test(dice);
    if (depth > 0 && dice.roll(3) == 0) {
      item = "(" + random_pattern(dice, depth - 1) + ")";
      if (dice.roll(3) == 0) item = "s:" + item;
    }
    static const char* const kTimes[] = {"", "", "", "?", "{0,3}", "{1,2}", "{2}"};
    out += (out.empty() ? "" : " ") + item + dice.pick(kTimes);
  }
  if (depth > 0 && dice.roll(4) == 0) out += " | " + random_test(dice);
  return out;
}

std::string random_rules(Dice& dice) {
  std::string out = dice.roll(2) == 0 ? "stratum times\noverlap\n" : "stratum times\n";
  const unsigned rules = 1 + dice.roll(4);
  for (unsigned i = 0; i < rules; ++i) {
    std::string pattern = "A? [ " + random_pattern(dice, 2) + " ] D{0,1}";
    if (dice.roll(2) == 0) pattern = random_pattern(dice, 2) + " | D";
    out += "rule r." + std::to_string(i) + "\n match " + pattern + "\n make m\n prio " +
           std::to_string(dice.roll(3)) + "\n yes * | [a]\n yes * | [a]\n no a\n";
  }
  return out;
}

std::string random_text(Dice& dice) {
  static const char* const kWords[] = {"a",   "b",  "c",  "d",  "dd", "x",  "3",    ",",
                                       "a b", "\n", ".",  "7",  "b",  "a",  "d",
                                       "\xd9\x88\xd8\xa7\xd9\x84\xd8\xa8\xd9\x8a\xd8\xaa",
                                       "\xd8\xa8\xd9\x8a\xd8\xaa\xd9\x87",
                                       "\xd9\x88\xd8\xa8\xd9\x8a\xd8\xaa"};
  std::string out;
  const unsigned words = dice.roll(12);
  for (unsigned i = 0; i < words; ++i) out += std::string(i == 0 ? "" : " ") + dice.pick(kWords);
  return out;
}

Packs random_packs(Dice& dice, bool& good) {
  test::TemporaryFolder folder;
  folder.write("ar/pack.conf", "name ar\nversion 1\n");
  // "bayt", read with and, the article and a pronoun.
  folder.write("ar/particles.tsv",
               "W\t1\t\xd9\x88\nDEF\tarticle\t\xd8\xa7\xd9\x84\nPRON\tsuffix\t\xd9\x87\n");
  folder.write("ar/lists/w.tsv",
               "A\tv=1\ta\nA\tv=4\tb\nB\t-\tb\nC\t-\t\xd8\xa8\xd9\x8a\xd8\xaa\nC\t-\tc\n"
               "D\tk=1\td\nD\tk=3\tdd\nPAIR\t-\ta b\nPAIR\t-\tb a b\n");
  folder.write("ar/rules/r.rules", random_rules(dice));
  return test::compile_loosely(folder.path(), good);
}

TEST(Twins, OfferTheSame) {
  std::size_t compared = 0, offered = 0;
  const char* more = std::getenv("ISNAD_TWIN_SEEDS");   // by hand: as many as you like
  const unsigned seeds = more != nullptr ? static_cast<unsigned>(std::atoi(more)) : 300;
  for (unsigned seed = 1; seed <= seeds; ++seed) {
    Dice dice(seed);
    bool good = false;
    const Packs packs = random_packs(dice, good);
    if (!good) continue;   // a pattern that may match nothing is refused
    for (int i = 0; i < 20; ++i) {
      const std::string text = random_text(dice);
      const std::string refuse = "r." + std::to_string(dice.roll(6));
      const std::string fast = test::offers_line(packs, text, "times", run_stratum, refuse);
      const std::string slow = test::offers_line(packs, text, "times", slow_run_stratum, refuse);
      ASSERT_EQ(fast, slow) << "seed " << seed << ": " << text;
      ++compared;
      if (!fast.empty()) ++offered;
    }
  }
  EXPECT_GT(compared, 2000u);
  EXPECT_GT(offered, 1000u);
}

// ---- the packs as they stand --------------------------------------------------------------------

// Where random sentences get their words: lists, particles, examples of rules, numbers and marks.
struct Vocabulary {
  std::vector<std::string> listed, examples, particles;
};

void add_pack(const std::string& folder, Vocabulary& out) {
  packc::Faults faults;
  const packc::PackSource pack = packc::read_pack_source(folder, faults);
  for (const packc::WordRow& row : pack.words) out.listed.push_back(row.word);
  for (const packc::ParticleRow& row : pack.particles)
    if (row.position != pack::kSuffix) out.particles.push_back(row.form);
  for (const packc::RuleSource& rule : pack.rules)
    for (const packc::ExampleSource& example : rule.examples) {
      const Text text = make_text(example.text);
      for (const Token& token : text.tokens()) out.examples.emplace_back(text.slice(token.span));
    }
}

const std::string& one_of(const std::vector<std::string>& all, Dice& dice) {
  return all[dice.roll(static_cast<unsigned>(all.size()))];
}

// Words of an example follow each other half of the time, so that rules fit.
std::string random_sentence(const Vocabulary& words, Dice& dice) {
  static const char* const kMarks[] = {",", ".", ":", "\"", "-", "(", ")", "/", "\n", "%"};
  std::string out;
  unsigned at = dice.roll(static_cast<unsigned>(words.examples.size()));
  for (unsigned left = 1 + dice.roll(7); left > 0; --left) {
    if (!out.empty()) out += ' ';
    const unsigned kind = dice.roll(20);
    if (kind >= 10 && kind <= 12) out += one_of(words.particles, dice);
    if (kind == 13)
      out += std::to_string(dice.roll(dice.roll(2) == 0 ? 40 : 3000));
    else if (kind == 14)
      out += dice.pick(kMarks);
    else if (kind < 10)
      out += words.examples[at++ % words.examples.size()];
    else
      out += one_of(dice.roll(2) == 0 ? words.listed : words.examples, dice);
  }
  return out;
}

// find() and may_have() against a plain walk over the edges: of every class that stands at a token,
// and of one that may stand nowhere.
void check_finds(const Lattice& lattice, ClassId other) {
  const auto tokens = static_cast<std::uint32_t>(lattice.text().tokens().size());
  for (std::uint32_t t = 0; t < tokens; ++t) {
    std::vector<std::pair<ClassId, bool>> asked{{other, true}, {other, false}};
    std::uint32_t farthest = t;
    for (const Edge& edge : lattice.inner().token_edges(t)) {
      farthest = std::max(farthest, edge.to / kNodeSlots);
      for (const Sense& sense : lattice.senses(edge)) {
        ASSERT_TRUE(lattice.may_have(t, class_bit(sense.cls)));
        asked.emplace_back(sense.cls, (sense.cls + t) % 2 == 0);
      }
    }
    ASSERT_EQ(lattice.inner().facts[t].farthest, farthest);
    for (const auto& [cls, mentions_too] : asked) {
      const Edge* plain = nullptr;
      for (const Edge& edge : lattice.inner().token_edges(t))
        if (plain == nullptr && (mentions_too || !(edge.flags & kMentionEdge)) &&
            lattice.sense(edge, cls) != nullptr)
          plain = &edge;
      ASSERT_EQ(lattice.find(t, cls, mentions_too), plain);
    }
  }
}

TEST(Twins, AgreeOnTheWordsOfThePacks) {
  const CompiledPacks compiled = compile_packs(ISNAD_SOURCE_DIR "/packs");
  ASSERT_TRUE(compiled.faults.empty());
  const auto made = make_packs(compiled.images);
  ASSERT_TRUE(made.ok());
  const Packs& packs = made.value();
  Vocabulary words;
  for (const char* pack : {"ar", "ar", "en", "und"})
    add_pack(std::string(ISNAD_SOURCE_DIR "/packs/") + pack, words);
  ASSERT_GT(words.listed.size(), 10000u);
  const char* more = std::getenv("ISNAD_TWIN_SENTENCES");   // by hand: a million
  const unsigned sentences = more != nullptr ? static_cast<unsigned>(std::atoi(more)) : 5000;
  std::size_t offered = 0, matched = 0;
  Dice dice(7);
  for (unsigned i = 0; i < sentences; ++i) {
    const std::string sentence = random_sentence(words, dice);
    const Text text = make_text(sentence);
    Lattice fast(text, packs), slow(text, packs);
    const unsigned refusing = dice.roll(30);
    std::size_t here = 0;
    for (std::size_t stratum = 0; stratum < std::size(test::kAllStrata); ++stratum) {
      const auto offers = test::offers_of(fast, stratum, refusing, run_stratum);
      ASSERT_EQ(offers, test::offers_of(slow, stratum, refusing, slow_run_stratum)) << sentence;
      here += offers.size();
    }
    check_finds(fast, class_id("MONTH"));
    offered += here;
    matched += here > 0;
  }
  std::printf("%u sentences, %zu with an offer, %zu offers\n", sentences, matched, offered);
  EXPECT_GT(matched, sentences / 4);
}

}  // namespace
}  // namespace isnad
