// SPDX-License-Identifier: Apache-2.0
// Whether two full names can be one person's.
#include <algorithm>

#include "record/names.h"
#include "record/spelling_letters.h"

namespace isnad {
namespace {

using Words = std::vector<NameWord>;

constexpr std::size_t kPartedLetters = 2;   // by which names differ that are parted otherwise

class FullNames {
 public:
  FullNames(const NameNode& a, const NameNode& b, SpellingMemo& memo)
      : x_(a), y_(b), a_(a.words), b_(b.words), of_{a.foreign || b.foreign, true}, memo_(memo) {}

  bool one() const {
    if (a_.empty() || b_.empty()) return false;
    if (a_ == b_) return true;
    if (other_fathers()) return false;
    return same_ends() || same_letters();
  }

 private:
  bool alike(std::size_t i, std::size_t j) const { return memo_.alike(x_, i, y_, j, of_); }
  const Words& longer() const { return a_.size() > b_.size() ? a_ : b_; }
  const Words& other() const { return a_.size() > b_.size() ? b_ : a_; }

  // "A son of B" is not "A son of C son of B", nor "A the B", nor is "A son of B son of C" "A C"; and
  // a name cut off before "son of" is anybody's.
  bool other_fathers() const {
    const auto is_son = [](const NameWord& word) { return spelling_letters().sons.contains(word); };
    if (is_son(a_.front()) || is_son(b_.front())) return true;
    const bool x = a_.size() > 2 && is_son(a_[1]), y = b_.size() > 2 && is_son(b_[1]);
    if (x && y) return !alike(2, 2);
    const auto definite = [](const NameWord& word) { return without_article(word) != word; };
    const auto by_father = [&](const Words& name) {
      return name.size() > 2 && is_son(name[name.size() - 2]);
    };
    const auto grandson = [&](const Words& name) {
      return by_father(name) && std::count_if(name.begin(), name.end(), is_son) > 1;
    };
    const auto no_family = [&](const Words& one, const Words& two) {
      return by_father(one) && !by_father(two) && (definite(two.back()) || grandson(one));
    };
    return no_family(a_, b_) || no_family(b_, a_);
  }

  // "J. Smith" beside "John Smith".
  static bool is_initial_of(const NameWord& a, const NameWord& b) {
    return a.size() == 1 && !b.empty() && is_latin(a) && is_latin(b) && a[0] == b[0];
  }

  bool same_ends() const {
    const bool first = alike(0, 0) || is_initial_of(a_.front(), b_.front()) ||
                       is_initial_of(b_.front(), a_.front());
    const bool parted = longer().size() == other().size() + 1 && longer().size() >= 3;
    if ((!first && !parted) || !alike(a_.size() - 1, b_.size() - 1)) return false;
    if (first) return has_inner_words();
    return spelled_alike(longer()[0] + longer()[1], other()[0], of_);   // "Nur Sultan N."
  }

  // The words between first and last of the shorter name come in the longer one, in order.
  bool has_inner_words() const {
    const bool first = a_.size() > b_.size();
    const NameNode &more = first ? x_ : y_, &less = first ? y_ : x_;
    std::size_t at = 1;
    for (std::size_t i = 1; i + 1 < more.words.size(); ++i) {
      if (at + 1 < less.words.size() && memo_.alike(more, i, less, at, {true, true})) ++at;
    }
    return at + 1 >= less.words.size();
  }

  // Parted otherwise: "Jin Ping", "Jinping".
  bool same_letters() const {
    if (a_.size() == b_.size()) return false;
    const NameWord x = glue(a_), y = glue(b_);
    const std::size_t apart = x.size() > y.size() ? x.size() - y.size() : y.size() - x.size();
    const bool scripts = is_latin(x) != is_latin(y);
    return (scripts || apart <= kPartedLetters) && glued_alike(x, y, of_);
  }

  const NameNode &x_, &y_;
  const Words &a_, &b_;
  SpellingOf of_;
  SpellingMemo& memo_;
};

}  // namespace

bool SpellingMemo::alike(const NameNode& a, std::size_t i, const NameNode& b, std::size_t j,
                         SpellingOf of) {
  const auto x = static_cast<std::uint64_t>(a.numbers[i]);
  const auto y = static_cast<std::uint64_t>(b.numbers[j]);
  if (x == y) return true;
  const std::uint64_t key = (std::min(x, y) << 32 | std::max(x, y)) << 2 |
                            (of.foreign ? 2u : 0u) | (of.person ? 1u : 0u);
  const auto [entry, fresh] = known_.try_emplace(key, false);
  if (fresh) entry->second = words_alike(a.words[i], b.words[j], of);
  return entry->second;
}

bool same_full_name(const NameNode& a, const NameNode& b, SpellingMemo& memo) {
  return FullNames(a, b, memo).one();
}

}  // namespace isnad
