// SPDX-License-Identifier: Apache-2.0
#include "show/text_page.h"

#include <algorithm>
#include <numeric>

#include "show/direction.h"

namespace isnad::show {
namespace {

struct Range {
  char32_t first, last;
};

constexpr Range kNoWidth[] = {
    {0x0300, 0x036f}, {0x0483, 0x0489}, {0x0591, 0x05bd}, {0x05bf, 0x05bf}, {0x05c1, 0x05c2},
    {0x0610, 0x061c}, {0x064b, 0x065f}, {0x0670, 0x0670}, {0x06d6, 0x06dc}, {0x06df, 0x06e4},
    {0x06e7, 0x06e8}, {0x06ea, 0x06ed}, {0x08ca, 0x08e1}, {0x08e3, 0x0902}, {0x200b, 0x200f},
    {0x202a, 0x202e}, {0x2060, 0x206f}, {0x20d0, 0x20f0}, {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f},
    {0xfeff, 0xfeff}, {0xe0100, 0xe01ef}};

constexpr Range kTwoWide[] = {
    {0x1100, 0x115f}, {0x2e80, 0x303e}, {0x3041, 0x33ff}, {0x3400, 0x4dbf}, {0x4e00, 0x9fff},
    {0xa000, 0xa4cf}, {0xa960, 0xa97f}, {0xac00, 0xd7a3}, {0xf900, 0xfaff}, {0xfe30, 0xfe4f},
    {0xff00, 0xff60}, {0xffe0, 0xffe6}, {0x1f300, 0x1f64f}, {0x1f680, 0x1f6ff},
    {0x1f900, 0x1f9ff}, {0x20000, 0x3fffd}};

template <std::size_t N>
bool in_ranges(char32_t c, const Range (&ranges)[N]) {
  return std::any_of(ranges, ranges + N,
                     [c](Range range) { return range.first <= c && c <= range.last; });
}

int char_width(char32_t c) {
  if (c < 0x300) return 1;
  if (in_ranges(c, kNoWidth)) return 0;
  return in_ranges(c, kTwoWide) ? 2 : 1;
}

// Breaks a word that is wider than a line; the last, open piece is given back.
std::string break_word(std::string_view word, int width, std::vector<std::string>& lines) {
  std::string piece;
  int used = 0;
  for (std::size_t at = 0; at < word.size();) {
    Char next = next_char(word, at);
    int wide = char_width(next.c);
    if (used + wide > width && !piece.empty()) {
      lines.push_back(std::move(piece));
      piece.clear();
      used = 0;
    }
    piece += word.substr(at, next.size);
    used += wide;
    at += next.size;
  }
  return piece;
}

// A run that goes on over a line's end is closed there and opened again on the next.
void close_isolates(std::vector<std::string>& lines) {
  bool open = false;
  for (std::string& line : lines) {
    if (open) line.insert(0, kIsolateBytes);
    std::size_t start = line.rfind(kIsolateBytes), stop = line.rfind(kPopBytes);
    open = start != line.npos && (stop == line.npos || stop < start);
    if (open) line += kPopBytes;
  }
}

constexpr const char* kInk[] = {"", "\x1b[1m", "\x1b[2m", "\x1b[1;33m"};

}  // namespace

int display_width(std::string_view utf8) {
  int width = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    Char next = next_char(utf8, at);
    width += char_width(next.c);
    at += next.size;
  }
  return width;
}

std::vector<std::string> wrap_words(std::string_view utf8, int width) {
  std::vector<std::string> lines;
  std::string line;
  std::string_view rest = utf8;
  while (!rest.empty()) {
    std::size_t end = std::min(rest.find(' '), rest.size());
    std::string_view word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    int wide = display_width(word);
    if (!line.empty() && display_width(line) + 1 + wide > width) {
      lines.push_back(std::move(line));
      line.clear();
    }
    if (!line.empty()) line += ' ';
    line += wide > width ? break_word(word, width, lines) : std::string(word);
  }
  if (!line.empty() || lines.empty()) lines.push_back(std::move(line));
  close_isolates(lines);
  return lines;
}

std::vector<int> fit_widths(std::vector<int> natural, int room) {
  room -= kGap * (static_cast<int>(natural.size()) - 1);
  while (std::accumulate(natural.begin(), natural.end(), 0) > room) {
    auto widest = std::max_element(natural.begin(), natural.end());
    if (*widest <= 6) break;
    --*widest;
  }
  return natural;
}

void widen(std::vector<int>& widths, const std::vector<Cell>& cells) {
  widths.resize(std::max(widths.size(), cells.size()), 0);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    widths[i] = std::max(widths[i], display_width(safe_text(cells[i].text)));
  }
}

TextPage::TextPage(const TextStyle& style, bool right_to_left)
    : width_(std::max(style.width, 40)), colour_(style.colour), right_(right_to_left) {}

void TextPage::blank() { out_ += '\n'; }

std::string TextPage::shown(const Cell& cell) const {
  return cell.foreign ? safe_text(cell.text) : isolate_runs(cell.text, right_ ? -1 : 1);
}

// One line of a cell with its ink and direction; `pad` blanks fill its column.
std::string TextPage::piece(const Cell& cell, const std::string& line, int pad) const {
  if (line.empty()) return std::string(static_cast<std::size_t>(pad), ' ');
  int page = right_ ? -1 : 1;
  int direction = cell.foreign ? direction_of(cell.text) : page;
  std::string out;
  if (cell.end) out.append(static_cast<std::size_t>(pad), ' ');
  if (colour_) out += kInk[static_cast<int>(cell.ink)];
  if (direction != 0 && direction != page) {
    out += direction < 0 ? "\xe2\x81\xa7" : "\xe2\x81\xa6";  // U+2067, U+2066
    out += line + "\xe2\x81\xa9";                            // U+2069
  } else {
    out += line;
  }
  if (colour_ && cell.ink != Ink::Plain) out += "\x1b[0m";
  if (!cell.end) out.append(static_cast<std::size_t>(pad), ' ');
  return out;
}

void TextPage::line(int indent, const std::vector<std::string>& pieces) {
  std::string text;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (i > 0) text.append(kGap, ' ');
    text += pieces[i];
  }
  while (!text.empty() && text.back() == ' ') text.pop_back();
  if (!text.empty()) {
    if (right_) out_ += "\xe2\x80\x8f";                     // U+200F
    if (!right_ && has_right(text)) out_ += "\xe2\x80\x8e";  // U+200E
    out_.append(static_cast<std::size_t>(indent), ' ');
  }
  out_ += text + "\n";
}

void TextPage::row(int indent, const std::vector<Cell>& cells, const std::vector<int>& widths) {
  std::vector<std::vector<std::string>> columns;
  std::size_t height = 0;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    columns.push_back(wrap_words(shown(cells[i]), std::max(widths[i], 1)));
    height = std::max(height, columns.back().size());
  }
  for (std::size_t n = 0; n < height; ++n) {
    std::vector<std::string> pieces;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      std::string text = n < columns[i].size() ? columns[i][n] : std::string();
      pieces.push_back(piece(cells[i], text, std::max(0, widths[i] - display_width(text))));
    }
    line(indent, pieces);
  }
}

void TextPage::prose(int indent, int hang, const Cell& cell) {
  std::vector<std::string> lines = wrap_words(shown(cell), width_ - indent - hang);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    line(i == 0 ? indent : indent + hang, {piece(cell, lines[i], 0)});
  }
}

}  // namespace isnad::show
