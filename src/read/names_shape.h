// SPDX-License-Identifier: Apache-2.0
// read/names_shape.h -- unknown words that are foreign names by the way they are written.
//
// Threads    Plain functions of one report.
// Errors     None; without the pack's row nothing is found.
// Method     docs/methods/names_found.md
// Not here   Names with a sign beside them: they are found by rules.

#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "match/match.h"
#include "read/read.h"

namespace isnad {

// Letters of two bytes in UTF-8 whose code points are below U+0800; others are in no set.
class LetterSet {
 public:
  LetterSet() = default;
  explicit LetterSet(std::string_view letters) {
    for (std::size_t at = 0; at + 1 < letters.size(); at += 2) {
      const std::uint32_t code = code_at(letters, at);
      if (code != 0) bits_[code / 64] |= std::uint64_t{1} << (code % 64);
    }
  }
  bool empty() const { return bits_ == decltype(bits_){}; }
  // How many letters of a word of two-byte letters are in it.
  std::size_t count_in(std::string_view word) const {
    std::size_t count = 0;
    for (std::size_t at = 0; at + 1 < word.size(); at += 2) {
      const std::uint32_t code = code_at(word, at);
      count += bits_[code / 64] >> (code % 64) & 1;
    }
    return count;
  }

 private:
  // Its eleven bits; letters of other sizes give 0, which is in no set.
  static std::uint32_t code_at(std::string_view word, std::size_t at) {
    const auto lead = static_cast<unsigned char>(word[at]), next = static_cast<unsigned char>(word[at + 1]);
    if ((lead & 0xe0u) != 0xc0u || (next & 0xc0u) != 0x80u) return 0;
    return (lead & 0x1fu) << 6 | (next & 0x3fu);
  }
  std::array<std::uint64_t, 32> bits_{};
};

// What the row NAME_SHAPE of the packs says of words; views into the packs.
class NameShape {
 public:
  explicit NameShape(const Packs& packs);
  bool known() const { return !vowels_.empty(); }
  // Neither letters nor endings of the language's own words.
  bool could_be_name(std::string_view word) const;
  // And vowels written out, as in renderings of foreign names.
  bool foreign(std::string_view word) const;
  // Built as verbs and plurals are: no part of a name, unless the lists have it.
  bool never_part(std::string_view key) const;
  // Bytes of a joined particle that a name may stand behind, 0 where the key begins with none.
  std::size_t joined_size(std::string_view key) const;
  std::string_view alef() const { return alef_; }          // an article's first letter
  std::string_view my() const { return my_; }              // the pronoun joined behind
  // Ends as nouns do that a feminine adjective follows.
  bool feminine(std::string_view key) const;
  // How verbs of the third person begin.
  std::string_view verb() const { return verb_; }
  // "And" written before the word, by what follows it.
  bool behind_and(std::string_view word) const;
  std::string_view with_and() const { return with_and_; }  // "and" joined before

 private:
  bool has_ending(std::string_view word) const;

  LetterSet native_, vowels_;
  std::string_view begins_, ends_, but_, never_, verb_, kept_and_, fem_, alef_, joined_, my_, with_and_;
};

// Runs of unknown words and given names with a foreign one among them become persons, behind AT_PLACE
// places; a single one only behind a verb of saying, a name of a person or a word for a player.
// Report::names stays unsorted.
void find_shaped_names(const Lattice& lattice, Report& report);

}  // namespace isnad
