// SPDX-License-Identifier: Apache-2.0
// show/text_page.h -- lines for a terminal: columns by display width, wrapping, direction, ink.
//
// In a right-to-left page every line starts with U+200F, in a left-to-right one with U+200E where
// a letter in it could turn it round. Words that run the other way stand in an isolate, so that
// columns and lists keep their order in terminals with bidi (show/direction.h).
// Control characters and direction marks of pages are not passed on.
//
// Units      Columns: 0 for a combining mark, 2 for wide East Asian letters, else 1.
// Errors     None.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "isnad/show.h"

namespace isnad::show {

int display_width(std::string_view utf8);

// Broken at single blanks so that no line is wider than `width`; a word that is wider is broken too.
std::vector<std::string> wrap_words(std::string_view utf8, int width);

enum class Ink { Plain, Bold, Dim, Warn };

struct Cell {
  std::string text;
  Ink ink = Ink::Plain;
  bool foreign = false;  // words of a report: their direction is their own
  bool end = false;      // stands at the far side of its column
};

// Widths for some columns: natural ones where there is room, else the wide ones give way.
std::vector<int> fit_widths(std::vector<int> natural, int room);
// The widest cell of each column.
void widen(std::vector<int>& widths, const std::vector<Cell>& cells);

inline constexpr int kGap = 2;  // between columns

class TextPage {
 public:
  TextPage(const TextStyle& style, bool right_to_left);

  int width() const { return width_; }
  void blank();
  // Cells side by side, each wrapped in its own column.
  void row(int indent, const std::vector<Cell>& cells, const std::vector<int>& widths);
  // One paragraph; lines after the first stand `hang` columns further in.
  void prose(int indent, int hang, const Cell& cell);
  std::string take() { return std::move(out_); }

 private:
  std::string shown(const Cell& cell) const;
  std::string piece(const Cell& cell, const std::string& line, int pad) const;
  void line(int indent, const std::vector<std::string>& pieces);

  int width_;
  bool colour_, right_;
  std::string out_;
};

}  // namespace isnad::show
