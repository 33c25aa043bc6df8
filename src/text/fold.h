// SPDX-License-Identifier: Apache-2.0
// text/fold.h -- the folded buffer while it is written, with its table back.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/chars.h"
#include "text/tables.h"

namespace isnad {

// Appends folds of characters and notes each place where folded and source fall out of step.
class Folder {
 public:
  Folder(std::string& folded, std::vector<FoldPiece>& pieces) : folded_(folded), pieces_(pieces) {}

  // The fold of the character `c` that stands at `source`; `self` is its own bytes.
  void put(const Char& c, std::string_view self, std::uint32_t source) {
    const std::string_view fold = fold_of(c, self);
    if (fold.empty()) return;
    align(source);
    folded_.append(fold);
    if (fold.size() > c.size) overhang(fold.size(), c.size, source);
  }

  // A fold that runs in step with what begins at `source`.
  void put_in_step(std::string_view fold, std::uint32_t source) {
    align(source);
    folded_.append(fold);
  }

  // One byte that stands for whatever begins at `source`.
  void put_byte(char byte, std::uint32_t source) {
    align(source);
    folded_.push_back(byte);
  }

  // A mark after the last byte, so that the end of the buffer leads to `source`.
  void align(std::uint32_t source) {
    const auto here = static_cast<std::uint32_t>(folded_.size());
    if (source - here == step_) return;
    step_ = source - here;
    pieces_.push_back({here, source});
  }

  std::uint32_t size() const { return static_cast<std::uint32_t>(folded_.size()); }

 private:
  // A fold longer than its character: the rest leads back to the character's first byte too.
  void overhang(std::size_t fold_size, std::uint32_t size, std::uint32_t source) {
    const auto begin = static_cast<std::uint32_t>(folded_.size() - fold_size);
    for (auto at = size; at < fold_size; at += size) pieces_.push_back({begin + at, source});
    step_ = source - pieces_.back().folded;
  }

  std::string& folded_;
  std::vector<FoldPiece>& pieces_;
  std::uint32_t step_ = 0;  // source - folded, modulo 2^32
};

}  // namespace isnad
