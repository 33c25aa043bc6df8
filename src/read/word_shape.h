// SPDX-License-Identifier: Apache-2.0
// read/word_shape.h -- what the letters of a word tell figures and events, as the packs list them.
//
// Units      UTF-8 as written, except pair and conjunction, which are matched on folded keys or words.
// Ownership  Views point into the packs.
// Errors     None: without a pack that lists them, no word has any of these forms.

#pragma once

#include <string_view>

#include "isnad/packs.h"

namespace isnad {

class WordShape {
 public:
  WordShape() = default;
  explicit WordShape(const Packs& packs);

  bool has_article(std::string_view word) const { return begins(word, article_); }
  bool has_conjunction(std::string_view word) const { return begins(word, and_); }
  bool is_feminine(std::string_view word) const { return ends(word, feminine_); }
  bool is_object(std::string_view word) const { return ends(word, object_); }
  bool is_pair(std::string_view key) const { return ends(key, pair_) && key.size() > pair_.size(); }
  bool is_of_origin(std::string_view word) const;   // "Afghan", at least two letters before the ending
  bool is_relation(std::string_view key) const { return ends_in(key, nisba_, 0); }
  bool is_relation_plural(std::string_view key) const { return ends_in(key, nisba_pl_, 0); }
  bool is_my(std::string_view ending) const { return is_in(ending, my_); }       // the whole of what stands behind a word
  bool is_them(std::string_view ending) const { return is_in(ending, them_); }   // the same

 private:
  static bool begins(std::string_view word, std::string_view part) {
    return !part.empty() && word.starts_with(part);
  }
  static bool ends(std::string_view word, std::string_view part) {
    return !part.empty() && word.ends_with(part);
  }
  // One of the endings in a list, behind more than `stem` bytes.
  static bool ends_in(std::string_view word, std::string_view list, std::size_t stem);
  static bool is_in(std::string_view word, std::string_view list);
  std::string_view article_, pair_, origin_, object_, and_, feminine_, nisba_, nisba_pl_, my_, them_;
};

}  // namespace isnad
