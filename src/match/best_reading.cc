// SPDX-License-Identifier: Apache-2.0
#include "match/best_reading.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace isnad {
namespace {

// Costs. A word that a list has whole and that can also be cut into listed parts is cut, unless the
// lists say that it is one word: most frequent words with "and" or "his" are in some list as well.
constexpr int kCut = -1, kOneWord = -5, kShortStem = 10, kUnlisted = 6, kPronoun = -30, kNever = 40;
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
    walk(begin_, 0, {});
    if (best_.cost == kNever) cut_unknown();
    else cut_last(best_.count == 0 ? 0 : best_.cuts().back() - token_.span.begin, {kHa2});
  }
  const BestReading& best() const { return best_; }

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
  void walk(std::uint32_t node, int cost, const BestReading& so_far) {
    for (const Edge& edge : lattice_.edges_from(node)) {
      if (edge.flags & kMentionEdge) continue;
      if ((edge.flags & kParticle) && edge.to < end_) {
        BestReading more = so_far;
        more.add(edge.span.end);
        walk(edge.to, cost + kCut, more);
      } else if ((edge.flags & kParticle) && so_far.count > 0) {
        take_pronoun(edge, cost, so_far);
      } else if (!(edge.flags & kParticle) && (listed(edge) || (edge.flags & kDefinite))) {
        take_stem(edge, cost, so_far);
      }
    }
  }

  // "To them", "and by it". With "and" before it, "to me" is the word for a guardian.
  void take_pronoun(const Edge& edge, int cost, const BestReading& so_far) {
    if (!lattice_.sense(edge, class_id("PRON")) || (so_far.count > 1 && slice(edge) == kYa)) return;
    keep(cost + kPronoun, so_far, "pronoun behind a preposition");
  }

  void take_stem(const Edge& edge, int cost, const BestReading& so_far) {
    if (!listed(edge)) cost += kUnlisted;
    if (so_far.count > 0 && !fits_shall(edge, so_far.cuts().back())) return;
    const bool little = lattice_.sense(edge, class_id("FUNCTION_WORD")) != nullptr;
    if (little || one_word(edge))
      cost += kOneWord - 2 * static_cast<int>(letters(edge));  // the longest wins
    else if (so_far.count > 0 && letters(edge) < 3) cost += kShortStem;
    if (edge.to >= end_) return keep(cost, so_far, listed(edge) ? "list" : "article");
    for (const Edge& ending : lattice_.edges_from(edge.to)) {
      if (ending.to != end_) continue;
      BestReading more = so_far;
      more.add(edge.span.end);
      if (ending.flags & kParticle) keep(cost + ending_cost(edge, ending), more, "list");
      else if ((ending.flags & kDefinite) && listed(ending)) keep(cost + kCut, more, "two words without a blank");
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

  void keep(int cost, const BestReading& reading, const char* why) {
    if (cost > best_.cost || (cost == best_.cost && reading.count >= best_.count)) return;
    best_ = reading;
    best_.why = why;
    best_.cost = cost;
  }

  void cut(std::size_t at, const char* why) {
    best_.add(token_.span.begin + static_cast<std::uint32_t>(at));
    best_.why = why;
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
        if (word.ends_with(ending) &&
            word.substr(0, word.size() - ending.size()).ends_with(before))
          return cut_last(at, {ending});
  }

  // An ending of a word from `at` on, where three letters and more stand before it.
  void cut_last(std::size_t at, std::initializer_list<std::string_view> endings) {
    const std::string_view word = lattice_.text().slice(token_.span);
    for (const std::string_view ending : endings)
      if (word.size() >= at + ending.size() + 3 * kLetter && word.ends_with(ending))
        return cut(word.size() - ending.size(), "pronoun behind an unknown word");
  }

  const Lattice& lattice_;
  const Token& token_;
  const std::uint32_t begin_, end_;
  BestReading best_;
};

}  // namespace

BestReading best_reading(const Lattice& lattice, std::uint32_t token) {
  return Reading(lattice, token).best();
}

}  // namespace isnad
