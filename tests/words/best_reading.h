// SPDX-License-Identifier: Apache-2.0
// words/best_reading.h -- of all the ways a Lattice reads one token, the likeliest.
//
// A reading is: joined particles, a stem some list has (or one found by its article), a pronoun
// ending. Each part costs; the cheapest reading wins, of equals the one with fewer cuts. A word in
// no list is cut by the rules of cut_unknown(), which say why.
//
// Threads    Pure functions.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "match/match.h"

namespace isnad {

struct BestReading {
  std::vector<std::uint32_t> cuts;  // bytes of the text where the token is cut, ascending
  const char* why = "";             // "list", "article", or the rule that cut an unknown word
  int cost = 0;
};
BestReading best_reading(const Lattice& lattice, std::uint32_t token);

}  // namespace isnad
