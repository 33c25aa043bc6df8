// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "match/small_packs.h"

namespace isnad {
namespace {

using test::data_packs;
using test::offers_line;

TEST(RunStratum, CasesOfTheFile) {
  const auto cases = test::read_cases("offers.tsv");
  ASSERT_GT(cases.size(), 15u);
  for (const auto& one : cases) {
    ASSERT_EQ(one.size(), 3u) << one[0];
    const std::string expected = one[2] == "-" ? "" : one[2];
    EXPECT_EQ(offers_line(data_packs(), one[1], one[0], run_stratum), expected) << one[1];
    EXPECT_EQ(offers_line(data_packs(), one[1], one[0], slow_run_stratum), expected) << one[1];
  }
}

// One pack of Latin words: class A is "a", B is "b" ...; `rules` is the rest of a rule file.
class Letters {
 public:
  explicit Letters(const std::string& rules, const std::string& header = "") {
    std::string words;
    for (char c = 'a'; c <= 'h'; ++c)
      words += std::string(1, static_cast<char>(c - 'a' + 'A')) + "\tv=" +
               std::to_string(c - 'a' + 1) + " kind=" + c + "\t" + c + "\n";
    folder_.write("en/pack.conf", "name en\nversion 1\n");
    folder_.write("en/lists/words.tsv", words + "PAIR\tv=9\ta b\n");
    folder_.write("en/rules/r.rules", "stratum times\n" + header + "\n" + rules);
    packs_ = test::compile_folder(folder_.path());
  }
  std::string offers(const std::string& text, const std::string& refuse = "") {
    const std::string fast = offers_line(packs_, text, "times", run_stratum, refuse);
    EXPECT_EQ(fast, offers_line(packs_, text, "times", slow_run_stratum, refuse)) << text;
    return fast;
  }
  const Packs& packs() const { return packs_; }

 private:
  test::TemporaryFolder folder_;
  Packs packs_;
};

std::string rule(const std::string& name, const std::string& match, const std::string& more = "") {
  return "rule " + name + "\n  match " + match + "\n  make m\n" + more +
         "  yes * | [x]\n  yes * | [y]\n  no z\n";
}

TEST(RunStratum, EarliestThenLongestThenPriorityThenFile) {
  Letters t(rule("r.late", "B C") + rule("r.short", "A B") + rule("r.long", "A B C") +
            rule("r.first", "D") + rule("r.second", "D") + rule("r.high", "E", "  prio 2\n") +
            rule("r.low", "E", "  prio 9\n"));
  EXPECT_EQ(t.offers("a b c"), "r.long[a b c]");
  EXPECT_EQ(t.offers("a b c", "r.long"), "r.long[a b c]; r.short[a b]");
  EXPECT_EQ(t.offers("d"), "r.first[d]");
  EXPECT_EQ(t.offers("d", "r.first"), "r.first[d]; r.second[d]");
  EXPECT_EQ(t.offers("e"), "r.low[e]");
  EXPECT_EQ(t.offers("a b b c d"), "r.short[a b]; r.late[b c]; r.first[d]");
}

TEST(RunStratum, ExtentIsWhatStandsInBrackets) {
  Letters t(rule("r.in", "A? [ B n:C? ] D?") + rule("r.d", "D"));
  EXPECT_EQ(t.offers("a b c d"), "r.in[b c] n=c:3; r.d[d]");
  EXPECT_EQ(t.offers("b"), "r.in[b]");
}

TEST(RunStratum, EmptyExtentIsNoMatch) {
  Letters t(rule("r.x", "A [ B? ] C"));
  EXPECT_EQ(t.offers("a b c"), "r.x[b]");
  EXPECT_EQ(t.offers("a c"), "");
}

TEST(RunStratum, RepeatsChoicesAndStretches) {
  Letters t(rule("r.x", "all:(A{2,3} (B | C D){1,2}) e:E{0,2}"));
  EXPECT_EQ(t.offers("a a a b c d e e"), "r.x[a a a b c d e e] all=a a a b c d:1 e=e:5 e=e:5");
  EXPECT_EQ(t.offers("a b"), "");
  EXPECT_EQ(t.offers("a a c d d"), "r.x[a a c d] all=a a c d:1");
}

TEST(RunStratum, TestsOnEdges) {
  Letters t(rule("r.v", "n:PAIR[9] x:(A | B[2..3] | C)") + rule("r.k", "D[kind=c|d] E[kind!=x]") +
            rule("r.h", "F[kind]&!F[none] 'g'") + rule("r.n", "H !A&!B"),
            "");
  EXPECT_EQ(t.offers("d e"), "r.k[d e]");
  EXPECT_EQ(t.offers("f G"), "r.h[f G]");
  EXPECT_EQ(t.offers("h c"), "r.n[h c]");
  EXPECT_EQ(t.offers("h a"), "");
  EXPECT_EQ(t.offers("h ,"), "r.n[h ,]");
  EXPECT_EQ(t.offers("h\nc"), "");
}

TEST(RunStratum, EntriesOfSeveralWordsAreOneEdge) {
  Letters t(rule("r.pair", "n:PAIR C") + rule("r.two", "A B D"));
  EXPECT_EQ(t.offers("a b c"), "r.pair[a b c] n=a b:9");
  EXPECT_EQ(t.offers("a b d"), "r.two[a b d]");
}

TEST(RunStratum, MacrosAndWordsOfAFile) {
  Letters t(rule("r.m", "x:AB WORDS_HERE"), "class AB = A | B[2]\nwords WORDS_HERE over \"at last\"");
  EXPECT_EQ(t.offers("a over"), "r.m[a over] x=a:1");
  EXPECT_EQ(t.offers("b at last"), "r.m[b at last] x=b:2");
  EXPECT_EQ(t.offers("b at"), "");
}

TEST(RunStratum, OverlapKeepsWhatSaysMore) {
  Letters t(rule("r.x", "a:A WORD{0,3} b:B C?") + rule("r.y", "A WORD"), "overlap");
  EXPECT_EQ(t.offers("a b x b c"),
            "r.x[a b x b c] a=a:1 b=b:2; r.x[a b] a=a:1 b=b:2; r.y[a b]");
}

TEST(RunStratum, ArgumentsAreCapturesOrWords) {
  test::TemporaryFolder folder;
  folder.write("en/pack.conf", "name en\nversion 1\n");
  folder.write("en/lists/w.tsv", "A\tv=4\ta\n");
  folder.write("en/rules/r.rules",
               "stratum times\nrule r.a\n match x:A y:A?\n make m one=x two=y three=7 four=\"b c\"\n"
               " yes * | [a]\n yes * | [b]\n no c\n");
  const Packs packs = test::compile_folder(folder.path());
  const Text text = make_text("a");
  const Lattice lattice(text, packs);
  int offers = 0;
  run_stratum(lattice, "times", [&](const RuleMatch& m) {
    ++offers;
    EXPECT_EQ(m.maker, "m");
    EXPECT_NE(m.argument_capture("one"), nullptr);
    EXPECT_EQ(m.argument_capture("two"), nullptr);
    EXPECT_EQ(m.argument("two"), "");
    EXPECT_EQ(m.argument("three"), "7");
    EXPECT_EQ(m.argument("four"), "b c");
    EXPECT_EQ(m.number("one", -1), 4);
    EXPECT_EQ(m.number("two", -1), -1);
    EXPECT_EQ(m.number("three", -1), 7);
    EXPECT_EQ(m.number("four", -1), -1);
    EXPECT_EQ(m.number("five", -1), -1);
    return true;
  });
  EXPECT_EQ(offers, 1);
  run_stratum(lattice, "names", [&](const RuleMatch&) { return ++offers > 0; });
  EXPECT_EQ(offers, 1);
}

TEST(RunStratum, MentionsOfLowerStrata) {
  Letters t(rule("r.n", "n:NUM[3..9] A"));
  const Text text = make_text("x y a");
  Lattice lattice(text, t.packs());
  lattice.add_mention(class_id("NUM"), {0, 3}, 12, 5);
  int offers = 0;
  run_stratum(lattice, "times", [&](const RuleMatch& m) {
    EXPECT_EQ(m.capture("n")->mention, 12);
    EXPECT_TRUE(m.capture("n")->flags & kMentionEdge);
    return ++offers > 0;
  });
  EXPECT_EQ(offers, 1);
}

// A pack sees its own words and those of "und"; "und" sees all.
TEST(RunStratum, PacksAreApart) {
  test::TemporaryFolder folder;
  for (const char* name : {"aa", "bb", "und"}) {
    const std::string n(name);
    folder.write(n + "/pack.conf", "name " + n + "\nversion 1\n");
    folder.write(n + "/lists/w.tsv", "X\t-\tx" + n + "\n");
    folder.write(n + "/rules/r.rules", "stratum times\noverlap\n" + rule("r." + n, "X"));
  }
  const Packs packs = test::compile_folder(folder.path());
  EXPECT_EQ(offers_line(packs, "xaa", "times", run_stratum), "r.aa[xaa]; r.und[xaa]");
  EXPECT_EQ(offers_line(packs, "xbb", "times", run_stratum), "r.bb[xbb]; r.und[xbb]");
  EXPECT_EQ(offers_line(packs, "xund", "times", run_stratum),
            "r.aa[xund]; r.bb[xund]; r.und[xund]");
}

}  // namespace
}  // namespace isnad
