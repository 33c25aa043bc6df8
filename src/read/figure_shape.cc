// SPDX-License-Identifier: Apache-2.0
#include "read/figure_shape.h"

#include <algorithm>

#include "match/pack.h"

namespace isnad {
namespace {

constexpr std::string_view kRow = "figureshape";
constexpr std::size_t kStem = 4;   // bytes: two letters

}  // namespace

FigureShape::FigureShape(const Packs& packs) {
  const Sense* sense = find_sense(packs, kRow, class_id("FIGURE_SHAPE"));
  if (sense == nullptr) return;
  article_ = sense->attribute("article");
  pair_ = sense->attribute("pair");
  origin_ = sense->attribute("origin");
  object_ = sense->attribute("object");
  and_ = sense->attribute("and");
  feminine_ = sense->attribute("feminine");
}

bool FigureShape::is_of_origin(std::string_view word) const {
  std::string_view list = origin_;
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    const std::string_view ending = list.substr(0, comma);
    if (word.size() > ending.size() + kStem && ends(word, ending)) return true;
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return false;
}

}  // namespace isnad
