// SPDX-License-Identifier: Apache-2.0
// read/numbers_words.h -- number words and digits summed to one number.
//
// "three thousand and two hundred", in Arabic or English, in words, digits or both, is one stretch
// of the lattice. The words and what each is worth stand in the packs (class NUMW); how they sum
// is the grammar here: parts below a thousand in falling order, joined by "and", each group times
// its scale.
//
// Threads    Pure functions of the lattice.
// Errors     None.
// Method     docs/methods/numbers.md

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "isnad/span.h"
#include "match/match.h"

namespace isnad {

struct NumberWords {
  Span span;
  double value = 0;
  std::int64_t scale = 1;    // of its last scale word: 1000 for "3 thousand", 1 without one
  bool ordinal = false;
  bool digits = false;       // digits alone, no word
  bool definite = false;     // its first word has the article
  bool dotted = false;       // "14.920", read as thousands
};

// All of them, in reading order, not overlapping; cardinals and ordinals apart, so that an ordinal
// may lie over a cardinal ("the twentieth" is both in Arabic).
std::vector<NumberWords> find_number_words(const Lattice& lattice, bool ordinals);

// The tokens a number may begin in or a "per cent" stands in: what the two searches look at.
std::vector<std::uint32_t> number_tokens(const Lattice& lattice);
std::vector<NumberWords> find_number_words(const Lattice& lattice, bool ordinals,
                                           const std::vector<std::uint32_t>& tokens);

// "1,600" "3.5" "1.234.567", digits folded, -> value. False for a clock time and whatever else is
// no number.
bool parse_digits(std::string_view key, double& value);

}  // namespace isnad
