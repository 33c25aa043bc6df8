// SPDX-License-Identifier: Apache-2.0
#include "best_reading.h"

#include <algorithm>

namespace isnad {
namespace {

// Costs. A word that a list has whole and that can also be cut into listed parts is cut, unless the
// lists say that it is one word: most frequent words with "and" or "his" are in some list as well.
constexpr int kCut = -1, kOneWord = -5, kShortStem = 10, kUnlisted = 6, kNever = 40;
constexpr std::uint32_t kLetter = 2;  // bytes

// Arabic letters and endings by their bytes: program text is ASCII.
constexpr std::string_view kWaw = "\xD9\x88", kFa = "\xD9\x81", kSin = "\xD8\xB3",
                           kHa = "\xD9\x87", kKaf = "\xD9\x83", kYa = "\xD9\x8A";
constexpr std::string_view kHamzaAlef = "\xD8\xA3", kTa = "\xD8\xAA", kNun = "\xD9\x86",
                           kLam = "\xD9\x84", kBa = "\xD8\xA8", kMaqsura = "\xD9\x89", kTaMarbuta = "\xD8\xA9",
                           kYaSeat = "\xD8\xA6", kWawSeat = "\xD8\xA4";
constexpr std::string_view kHa2 = "\xD9\x87\xD8\xA7", kHum = "\xD9\x87\xD9\x85",
                           kHuma = "\xD9\x87\xD9\x85\xD8\xA7", kHunna = "\xD9\x87\xD9\x86",
                           kNa = "\xD9\x86\xD8\xA7", kKum = "\xD9\x83\xD9\x85";

class Reading {
 public:
  Reading(const Lattice& lattice, std::uint32_t token)
      : lattice_(lattice), token_(lattice.text().tokens()[token]), begin_(token * 8),
        end_(begin_ + 8) {
    best_.cost = kNever;
    if (cut_pronoun()) return;
    walk(begin_, 0, {});
    if (best_.cost == kNever) cut_unknown();
    else cut_last(best_.cuts.empty() ? 0 : best_.cuts.back() - token_.span.begin, {kHa2});
  }
  BestReading take() { return std::move(best_); }

 private:
  bool listed(const Edge& edge) const {
    const auto senses = lattice_.senses(edge);
    return std::any_of(senses.begin(), senses.end(), [](const Sense& s) { return s.row != 0; });
  }

  std::string_view slice(const Edge& edge) const { return lattice_.text().slice(edge.span); }

  bool one_word(const Edge& edge) const {
    const Sense* sense = lattice_.sense(edge, class_id("ONE_WORD"));
    return sense && (sense->attribute("ta") != "1" || slice(edge).ends_with(kTaMarbuta));
  }

  std::uint32_t letters(const Edge& edge) const {
    const auto size = std::min(edge.span.end, token_.span.end) - edge.span.begin;
    const std::uint32_t article = (edge.flags & kDefinite) ? 2 * kLetter : 0;
    return size > article ? (size - article) / kLetter : 0;
  }

  // From `node` on: a particle and what follows, or the stem.
  void walk(std::uint32_t node, int cost, std::vector<std::uint32_t> cuts) {
    for (const Edge& edge : lattice_.edges_from(node)) {
      if (edge.flags & kMentionEdge) continue;
      if ((edge.flags & kParticle) && edge.to < end_) {
        std::vector<std::uint32_t> more = cuts;
        more.push_back(edge.span.end);
        walk(edge.to, cost + kCut, more);
      } else if (!(edge.flags & kParticle) && (listed(edge) || (edge.flags & kDefinite))) {
        take_stem(edge, cost, cuts);
      }
    }
  }

  void take_stem(const Edge& edge, int cost, const std::vector<std::uint32_t>& cuts) {
    if (!listed(edge)) cost += kUnlisted;
    if (!cuts.empty() && !fits_shall(edge, cuts.back())) return;
    const bool little = lattice_.sense(edge, class_id("FUNCTION_WORD")) != nullptr;
    if (little || one_word(edge))
      cost += kOneWord - 2 * static_cast<int>(letters(edge));  // the longest wins
    else if (!cuts.empty() && letters(edge) < 3) cost += kShortStem;
    if (edge.to >= end_) return keep(cost, cuts, listed(edge) ? "list" : "article");
    for (const Edge& ending : lattice_.edges_from(edge.to)) {
      if (!(ending.flags & kParticle) || ending.to != end_) continue;
      std::vector<std::uint32_t> more = cuts;
      more.push_back(edge.span.end);
      keep(cost + ending_cost(edge, ending), more, "list");
    }
  }

  // "Shall" stands before verbs of the present alone.
  bool fits_shall(const Edge& edge, std::uint32_t at) const {
    if (lattice_.text().utf8().substr(at - kLetter, kLetter) != kSin) return true;
    const std::string_view first = slice(edge).substr(0, kLetter);
    return first == kYa || first == kTa || first == kNun || first == kHamzaAlef;
  }

  int ending_cost(const Edge& stem, const Edge& ending) const {
    const std::string_view form = slice(ending);
    if (form == kMaqsura) return kNever;
    const Sense* little = lattice_.sense(stem, class_id("FUNCTION_WORD"));
    if (little != nullptr) return little->attribute("pron") == "1" ? kCut : kNever;
    if (letters(stem) < 3) return kShortStem;
    return form == kYa ? kNever : kCut;  // "my" is rare in news, nouns in -i are not
  }

  void keep(int cost, const std::vector<std::uint32_t>& cuts, const char* why) {
    if (cost > best_.cost || (cost == best_.cost && cuts.size() >= best_.cuts.size())) return;
    best_ = {cuts, why, cost};
  }

  void cut(std::size_t at, const char* why) {
    best_.cuts.push_back(token_.span.begin + static_cast<std::uint32_t>(at));
    best_.why = why;
  }

  // "To them", "and by it": a preposition with nothing but a pronoun.
  bool cut_pronoun() {
    const std::string_view word = lattice_.text().slice(token_.span);
    const bool and_so = word.starts_with(kWaw) || word.starts_with(kFa);
    const bool behind = and_so && pronoun_behind_preposition(word.substr(kLetter)) &&
                        word.substr(2 * kLetter) != kYa;
    if (!behind && !pronoun_behind_preposition(word)) return false;
    if (behind) cut(kLetter, "and");
    cut(behind ? 2 * kLetter : kLetter, "pronoun behind a preposition");
    return true;
  }

  // No list has the word. "And" is cut off where three letters and more are left: few words begin
  // with it, and those are listed. "Shall" where a verb of the present may follow.
  void cut_unknown() {
    const std::string_view word = lattice_.text().slice(token_.span);
    std::size_t at = 0;
    if (word.size() >= 4 * kLetter && word.starts_with(kWaw))
      cut(at = kLetter, "and before an unknown word");
    const std::string_view rest = word.substr(at);
    const std::string_view next = rest.size() >= 5 * kLetter ? rest.substr(kLetter, kLetter) : "";
    if (rest.starts_with(kSin) &&
        (next == kYa || next == kTa || (at > 0 && (next == kNun || next == kHamzaAlef))))
      cut(at += kLetter, "shall before an unknown verb");
    cut_last(at, {kHuma, kHa2, kHum, kHunna});
    for (const std::string_view ending : {kHa, kNa})
      for (const std::string_view before : {kTa, kYaSeat, kWawSeat})
        if (word.ends_with(std::string(before) + std::string(ending)))
          return cut_last(at, {ending});
  }

  // An ending of a word from `at` on, where three letters and more stand before it.
  void cut_last(std::size_t at, std::initializer_list<std::string_view> endings) {
    const std::string_view word = lattice_.text().slice(token_.span);
    for (const std::string_view ending : endings)
      if (word.size() >= at + ending.size() + 3 * kLetter && word.ends_with(ending))
        return cut(word.size() - ending.size(), "pronoun behind an unknown word");
  }

  static bool pronoun_behind_preposition(std::string_view word) {
    if (!word.starts_with(kLam) && !word.starts_with(kBa)) return false;
    const std::string_view pronoun = word.substr(kLetter);
    return pronoun == kHa || pronoun == kHa2 || pronoun == kHum || pronoun == kHuma ||
           pronoun == kHunna || pronoun == kNa || pronoun == kKum || pronoun == kKaf || pronoun == kYa;
  }

  const Lattice& lattice_;
  const Token& token_;
  const std::uint32_t begin_, end_;
  BestReading best_;
};

}  // namespace

BestReading best_reading(const Lattice& lattice, std::uint32_t token) {
  return Reading(lattice, token).take();
}

}  // namespace isnad
