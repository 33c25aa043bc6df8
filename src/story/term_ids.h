// SPDX-License-Identifier: Apache-2.0
// story/term_ids.h -- the number of each term, by its hash.
//
// An open-addressing table: a report asks for a hundred terms, and in a large table each question is
// one line of memory fetched, where a table of nodes would fetch three.
//
// Threads    Plain data.
// Errors     None.

#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace isnad {

class TermIds {
 public:
  // The number of `hash`; where it has none it gets the next, and `true` says so.
  std::pair<std::uint32_t, bool> number(std::uint64_t hash) {
    if ((used_ + 1) * 4 > slots_.size() * 3) grow();
    Slot& slot = find(hash);
    if (slot.id != kFree) return {slot.id, false};
    slot = {hash, static_cast<std::uint32_t>(used_++)};
    return {slot.id, true};
  }
  std::size_t bytes() const { return slots_.capacity() * sizeof(Slot); }

 private:
  static constexpr std::uint32_t kFree = 0xffffffffu;
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t id = kFree;
  };
  Slot& find(std::uint64_t hash) {
    std::size_t i = (hash * 0x9E3779B97F4A7C15ull >> 20) & (slots_.size() - 1);
    while (slots_[i].id != kFree && slots_[i].hash != hash) i = (i + 1) & (slots_.size() - 1);
    return slots_[i];
  }
  void grow() {
    std::vector<Slot> old = std::move(slots_);
    slots_.assign(old.empty() ? 1024 : old.size() * 2, Slot{});
    for (const Slot& slot : old) {
      if (slot.id != kFree) find(slot.hash) = slot;
    }
  }

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

}  // namespace isnad
