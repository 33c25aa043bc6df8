// SPDX-License-Identifier: Apache-2.0
#include "read/word_shape.h"

#include <algorithm>

#include "match/pack.h"

namespace isnad {
namespace {

constexpr std::string_view kRow = "wordshape";
constexpr std::size_t kStem = 4;   // bytes: two letters

}  // namespace

WordShape::WordShape(const Packs& packs) {
  const Sense* sense = find_sense(packs, kRow, class_id("WORD_SHAPE"));
  if (sense == nullptr) return;
  article_ = sense->attribute("article");
  pair_ = sense->attribute("pair");
  origin_ = sense->attribute("origin");
  object_ = sense->attribute("object");
  and_ = sense->attribute("and");
  feminine_ = sense->attribute("feminine");
  nisba_ = sense->attribute("nisba");
  nisba_pl_ = sense->attribute("nisba_pl");
  my_ = sense->attribute("my");
  them_ = sense->attribute("them");
}

bool WordShape::ends_in(std::string_view word, std::string_view list, std::size_t stem) {
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    const std::string_view ending = list.substr(0, comma);
    if (word.size() > ending.size() + stem && ends(word, ending)) return true;
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return false;
}

bool WordShape::is_of_origin(std::string_view word) const { return ends_in(word, origin_, kStem); }

bool WordShape::is_in(std::string_view word, std::string_view list) {
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    if (word == list.substr(0, comma)) return true;
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return false;
}

}  // namespace isnad
