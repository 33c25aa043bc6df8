// SPDX-License-Identifier: Apache-2.0
// read/figure_shape.h -- what the letters of a word tell the figure reader, as the packs list them.
//
// Units      UTF-8 as written, except pair and conjunction, which are matched on folded keys or words.
// Ownership  Views point into the packs.
// Errors     None: without a pack that lists them, no word has any of these forms.

#pragma once

#include <string_view>

#include "isnad/packs.h"

namespace isnad {

class FigureShape {
 public:
  FigureShape() = default;
  explicit FigureShape(const Packs& packs);

  bool has_article(std::string_view word) const { return begins(word, article_); }
  bool has_conjunction(std::string_view word) const { return begins(word, and_); }
  bool is_feminine(std::string_view word) const { return ends(word, feminine_); }
  bool is_object(std::string_view word) const { return ends(word, object_); }
  bool is_pair(std::string_view key) const { return ends(key, pair_) && key.size() > pair_.size(); }
  bool is_of_origin(std::string_view word) const;   // "Afghan", at least two letters before the ending

 private:
  static bool begins(std::string_view word, std::string_view part) {
    return !part.empty() && word.starts_with(part);
  }
  static bool ends(std::string_view word, std::string_view part) {
    return !part.empty() && word.ends_with(part);
  }
  std::string_view article_, pair_, origin_, object_, and_, feminine_;
};

}  // namespace isnad
