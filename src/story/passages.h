// SPDX-License-Identifier: Apache-2.0
// story/passages.h -- two reports laid beside each other: the stretches they share.
//
// Threads    Pure functions.
// Errors     None.
// Method     docs/methods/copies.md

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "story/words.h"

namespace isnad {

// A stretch of words found in both, in the same order, with at most kMaxGap words in a row that
// differ. Indices into the rows of words, half-open.
struct Passage {
  std::uint32_t a_begin = 0, a_end = 0;
  std::uint32_t b_begin = 0, b_end = 0;
  std::uint32_t same = 0;      // words that are equal
  std::uint32_t unquoted = 0;  // of these, outside direct quotations
};

inline constexpr std::uint32_t kSeedWords = 3;     // words in a row that start a passage
inline constexpr std::uint32_t kMaxGap = 3;        // words that may differ in a row
inline constexpr std::uint32_t kMinPassage = 12;   // equal words outside quotations
inline constexpr std::uint32_t kMinPart = 8, kMinParts = 20;   // or less, of so many in all

// Passages of at least kMinPassage equal unquoted words, or of kMinPart where they come to kMinParts, in
// order of `a`, not overlapping in `a`.
std::vector<Passage> find_passages(std::span<const StoryWord> a, std::span<const StoryWord> b);

}  // namespace isnad
