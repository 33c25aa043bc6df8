// SPDX-License-Identifier: Apache-2.0
// text/guess.h -- which encoding bytes are in that are no UTF-8, by how usual their letter pairs are.
//
// Each candidate is an encoding and an alphabet. The bytes are read in it, and each pair of
// characters costs what it is worth in that alphabet (letter_pairs.inc, in twelfths of a bit); the
// cheapest wins. Pairs of two ASCII characters cost the same in all and are left out.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace isnad {

struct Guess {
  std::string_view name;     // of the encoding; "" where the bytes read as none
  double bits = 99;          // a pair, on average
  std::size_t pairs = 0;     // that were counted
  // Enough was seen, and it reads well enough, to doubt a label that says something else.
  bool sure() const { return pairs >= 16 && bits < 6.5; }
};

// `declared`: a name that gets the benefit of the doubt, or "".
Guess guess_encoding(std::string_view bytes, std::string_view declared);

// Whether guess_encoding() may answer with that name.
bool can_guess(std::string_view name);

// 'l' or 'b' where the bytes are UTF-16 without a mark, little or big end first; else 0.
char guess_utf16(std::string_view bytes);

}  // namespace isnad
