// SPDX-License-Identifier: Apache-2.0
// match/best_reading.h -- of all the ways a Lattice reads one token, the likeliest.
//
// A reading is: joined particles, a stem some list has (or one found by its article), a pronoun
// ending. Each part costs; the cheapest reading wins, of equals the one with fewer cuts. A word in
// no list is cut by the rules of cut_unknown(), which say why.
//
// Units      Bytes of the Text.
// Threads    Pure functions. Nothing is allocated.
// Errors     None.
// Method     docs/methods/text.md, "Joined particles"

#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "match/match.h"

namespace isnad {

struct BestReading {
  static constexpr std::uint32_t kMost = 8;
  std::array<std::uint32_t, kMost> cut{};
  std::uint32_t count = 0;
  const char* why = "";   // "list", "article", or the rule that cut an unknown word
  int cost = 0;           // the lower, the likelier; of use between readings of one token only

  // Bytes of the text where the token is cut, ascending.
  std::span<const std::uint32_t> cuts() const { return {cut.data(), count}; }
  // Further cuts than fit are dropped: no word has as many.
  void add(std::uint32_t byte) {
    if (count < kMost) cut[count++] = byte;
  }
};

// Cost: the edges of one token.
BestReading best_reading(const Lattice& lattice, std::uint32_t token);

}  // namespace isnad
