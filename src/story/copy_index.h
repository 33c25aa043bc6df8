// SPDX-License-Identifier: Apache-2.0
// story/copy_index.h -- which earlier reports may share text with this one.
//
// Two ways in one table: the bands of a one-permutation MinHash signature find reports that are the
// same as wholes, winnowed fingerprints find those that share a passage. The table has a fixed size:
// a new key takes the place of the oldest in its bucket, so that the cost of a report does not grow
// with their number, and what is older than the table is forgotten.
//
// Threads    One at a time.
// Errors     None.
// Method     docs/methods/copies.md

#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "story/words.h"

namespace isnad {

inline constexpr std::size_t kSignatureBins = 64;
using Signature = std::array<std::uint32_t, kSignatureBins>;

// One permutation: each shingle of three stems falls into a bin, which keeps its smallest hash; empty
// bins borrow from the next that is not (Li, Owen, Zhang 2012; Shrivastava and Li 2014). All bins are
// kNoShingle where there are fewer than three words.
inline constexpr std::uint32_t kNoShingle = 0xffffffffu;
Signature make_signature(std::span<const StoryWord> words);

// Share of equal bins: an estimate of the Jaccard likeness of the shingles.
double compare_signatures(const Signature& a, const Signature& b);

// Winnowing: of kWindow fingerprints in a row the smallest, of four stems each. Sorted, no doubles.
std::vector<std::uint64_t> make_prints(std::span<const StoryWord> words);

class CopyIndex {
 public:
  // Room for about so many reports of usual length; above 20,000 only one fingerprint in four is kept.
  explicit CopyIndex(std::size_t reports);

  // Earlier reports that may share text with `words`, by number, ascending; then keeps it, as the
  // next number.
  std::vector<std::int32_t> add(std::span<const StoryWord> words);

  std::size_t bytes() const { return slots_.size() * sizeof(Slot) + sizes_.size() * 2; }

 private:
  struct Slot {
    std::uint32_t tag = 0;
    std::int32_t report = -1;
  };
  void visit(std::uint64_t key, std::int32_t report, std::vector<std::int32_t>& met);

  std::vector<Slot> slots_;
  std::vector<std::uint16_t> sizes_;   // words, by report
  std::uint64_t buckets_;
  std::uint64_t thin_;
};

}  // namespace isnad
