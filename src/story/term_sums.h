// SPDX-License-Identifier: Apache-2.0
// story/term_sums.h -- what the reports of one story weigh together, term by term.
//
// An open-addressing table of 32-bit term numbers: a story is asked about forty terms for each
// report that might join it, and most stories hold one report.
//
// Threads    Plain data.
// Errors     None.

#pragma once

#include <cstdint>
#include <vector>

namespace isnad {

class TermSums {
 public:
  struct Slot {
    std::uint32_t term = kFree;
    std::uint32_t count = 0;   // reports in which the term is more than mentioned once
    float sum = 0;             // of the weights of all reports
  };
  static constexpr std::uint32_t kFree = 0xffffffffu;

  const Slot* find(std::uint32_t term) const {
    if (slots_.empty()) return nullptr;
    for (std::size_t i = home(term);; i = (i + 1) & (slots_.size() - 1)) {
      if (slots_[i].term == term) return &slots_[i];
      if (slots_[i].term == kFree) return nullptr;
    }
  }

  // The slot of `term`, made where there is none.
  Slot& at(std::uint32_t term) {
    if ((used_ + 1) * 4 > slots_.size() * 3) grow();
    std::size_t i = home(term);
    while (slots_[i].term != kFree && slots_[i].term != term) i = (i + 1) & (slots_.size() - 1);
    if (slots_[i].term == kFree) {
      slots_[i].term = term;
      ++used_;
    }
    return slots_[i];
  }

  const std::vector<Slot>& slots() const { return slots_; }   // free ones among them
  std::size_t bytes() const { return slots_.capacity() * sizeof(Slot); }
  void clear() {
    slots_ = {};
    used_ = 0;
  }

 private:
  std::size_t home(std::uint32_t term) const {
    return (term * 2654435769u >> 7) & (slots_.size() - 1);
  }
  void grow() {
    std::vector<Slot> old = std::move(slots_);
    slots_.assign(old.empty() ? 64 : old.size() * 2, Slot{});
    used_ = 0;
    for (const Slot& slot : old) {
      if (slot.term != kFree) at(slot.term) = slot;
    }
  }

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

}  // namespace isnad
