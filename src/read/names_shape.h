// SPDX-License-Identifier: Apache-2.0
// read/names_shape.h -- unknown words that are foreign names by the way they are written.
//
// Threads    Plain functions of one report.
// Errors     None; without the pack's row nothing is found.
// Method     docs/methods/names_found.md
// Not here   Names with a sign beside them: they are found by rules.

#pragma once

#include <string_view>

#include "match/match.h"
#include "read/read.h"

namespace isnad {

// What the row NAME_SHAPE of the packs says of words; views into the packs.
class NameShape {
 public:
  explicit NameShape(const Packs& packs);
  bool known() const { return !vowels_.empty(); }
  // Neither letters nor endings of the language's own words.
  bool could_be_name(std::string_view word) const;
  // And vowels written out, as in renderings of foreign names.
  bool foreign(std::string_view word) const;
  // Bytes of a joined particle that a name may stand behind, 0 where the key begins with none.
  std::size_t joined_size(std::string_view key) const;
  std::string_view my() const { return my_; }              // the pronoun joined behind
  std::string_view with_and() const { return with_and_; }  // "and" joined before

 private:
  bool has_ending(std::string_view word) const;

  std::string_view native_, vowels_, begins_, ends_, but_, joined_, my_, with_and_;
};

// Runs of unknown words and given names with a foreign one among them become persons, behind AT_PLACE
// places; a single one only behind a verb of saying, a name of a person or a word for a player.
// Report::names stays unsorted.
void find_shaped_names(const Lattice& lattice, Report& report);

}  // namespace isnad
