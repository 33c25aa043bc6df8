// SPDX-License-Identifier: Apache-2.0
// match/class_index.h -- which of a reader's own classes a class is, in one look.
//
// Threads    Immutable once made; meant for constexpr tables.
// Errors     None. A class that is not among them has no index.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "match/match.h"

namespace isnad {

// Open addressing over at most 100 classes in four to eight times as many slots.
template <std::size_t N>
class ClassIndex {
 public:
  static_assert(N > 0 && N <= 100);

  constexpr explicit ClassIndex(const std::array<ClassId, N>& classes) {
    for (std::size_t i = 0; i < N; ++i) {
      std::size_t at = classes[i] % kSlots;
      while (slots_[at].index != 0) at = (at + 1) % kSlots;
      slots_[at] = {classes[i], static_cast<std::uint32_t>(i + 1)};
    }
  }

  // Its place in the array, or -1.
  constexpr int find(ClassId cls) const {
    for (std::size_t at = cls % kSlots; slots_[at].index != 0; at = (at + 1) % kSlots)
      if (slots_[at].cls == cls) return static_cast<int>(slots_[at].index) - 1;
    return -1;
  }

 private:
  static constexpr std::size_t slots_for(std::size_t least) {
    std::size_t slots = 8;
    while (slots < least) slots *= 2;
    return slots;
  }
  static constexpr std::size_t kSlots = slots_for(N * 4);
  struct Slot {
    ClassId cls = 0;
    std::uint32_t index = 0;   // plus one; 0 = free
  };
  std::array<Slot, kSlots> slots_{};
};

}  // namespace isnad
