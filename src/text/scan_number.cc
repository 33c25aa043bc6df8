// SPDX-License-Identifier: Apache-2.0
// Numbers, and stops, which have to know numbers and initials.
#include "text/scan.h"

#include <algorithm>
#include <array>

namespace isnad {

using K = CharKind;

namespace {

constexpr std::size_t kMaxNumberBytes = 1024;
constexpr std::size_t kMaxSeparated = 64;  // beyond this many bytes no separator is taken in

// Latin abbreviations whose full stop ends no sentence before a name, or before a number.
constexpr std::array<std::string_view, 24> kBeforeNames = {
    "adm", "brig", "capt", "cmdr", "col", "cpl", "dr", "fr", "gen", "gov", "hon", "lt", "maj", "mr",
    "mrs", "ms", "mt", "pres", "prof", "rep", "rev", "sen", "sgt", "st"};
constexpr std::array<std::string_view, 17> kBeforeNumbers = {
    "apr", "art", "aug", "dec", "feb", "fig", "jan", "jul", "jun", "mar", "no", "nos", "nov",
    "oct", "pp", "sep", "sept"};

template <std::size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::binary_search(words.begin(), words.end(), word);
}

// Ten digits of one shape begin at a multiple of ten for none but themselves; the shape is the code
// of its zero.
std::uint32_t zero_of(const Char& c) {
  return c.code - static_cast<std::uint32_t>(c.info->fold[0] - '0');
}

struct Groups {
  std::size_t first_end = 0;  // where the first group of digits ends
  int dots = 0, commas = 0;
  bool threes_dots = true, threes_commas = true;
  bool broken() const { return (dots > 1 && !threes_dots) || (commas > 1 && !threes_commas); }
};

}  // namespace

// A separator stays inside when digits of the same shape stand on both sides and the groups can be
// one number or one time; 07.01.2022 and 1,2,3 come apart.
std::size_t Scanner::number_end(std::size_t begin) const {
  const std::uint32_t zero = zero_of(peek(begin));
  const auto digits_end = [&](std::size_t at) {
    while (at < text_.size() && at - begin < kMaxNumberBytes) {
      const Char c = peek(at);
      if (c.info->kind != K::Digit || zero_of(c) != zero) break;
      at += c.size;
    }
    return at;
  };
  const std::size_t digit = peek(begin).size;
  Groups groups;
  std::size_t end = digits_end(begin), before = (end - begin) / digit;
  groups.first_end = end;
  if (after_cut()) return end;
  while (end < text_.size() && end - begin < kMaxSeparated) {
    const Char sep = peek(end);
    const K k = sep.info->kind;
    if (k != K::Dot && k != K::Comma && k != K::Colon && k != K::NumberMark) break;
    const std::size_t next = digits_end(end + sep.size);
    const std::size_t after = (next - end - sep.size) / digit;
    if (after == 0) break;
    if (k == K::Colon && (before > 2 || after != 2)) break;
    if (k == K::Comma && (before > 3 || after > 3)) break;
    if (k == K::Dot) ++groups.dots, groups.threes_dots &= after == 3;
    if (k == K::Comma) ++groups.commas, groups.threes_commas &= after == 3;
    if (groups.broken()) return groups.first_end;
    before = after;
    end = next;
  }
  return end;
}

// The number before was cut off a row like 07.01.2022: the rest of the row comes apart too.
bool Scanner::after_cut() const {
  const auto& tokens = tables_.tokens;
  if (tokens.size() < 2 || tokens.back().span.end != at_) return false;
  const Token& mark = tokens.back();
  const Token& before = tokens[tokens.size() - 2];
  return (mark.kind == TokenKind::Other || mark.kind == TokenKind::Comma) &&
         before.kind == TokenKind::Number && before.span.end == mark.span.begin;
}

void Scanner::scan_number() {
  const std::size_t end = number_end(at_);
  scan_mark(TokenKind::Number, end - at_);
}

bool Scanner::known_abbreviation(const Token& word, CharKind next) const {
  if (word.script != Script::Latin) return false;
  const auto key = std::string_view(tables_.folded).substr(word.key_begin, word.key_size);
  return next == K::Digit ? among(kBeforeNumbers, key) : among(kBeforeNames, key);
}

// A full stop that ends nothing: between digits, after an initial or a known abbreviation, inside
// a name like file.ext. `end` is the byte after it.
bool Scanner::stop_is_inner(std::size_t end) const {
  const auto& tokens = tables_.tokens;
  const K close = kind_at(end);
  if (tokens.empty() || tokens.back().span.end != at_) return close == K::Digit;
  const Token& word = tokens.back();
  if (word.kind == TokenKind::Number) return close == K::Digit;
  if (word.kind != TokenKind::Word) return false;
  if (word.script == Script::Latin && close == K::Letter && !is_capital(peek(end).code))
    return true;
  std::size_t at = end;
  for (int blanks = 0; blanks < 4 && kind_at(at) == K::Blank; ++blanks) at += peek(at).size;
  const K next = kind_at(at);
  if (next != K::Letter && next != K::Digit) return false;
  if (known_abbreviation(word, next)) return true;
  const bool after_number =
      tokens.size() > 1 && tokens[tokens.size() - 2].kind == TokenKind::Number;
  return is_initial(word) && !after_number && (next == K::Letter || word.script == Script::Arabic);
}

// One letter alone, or one behind the Arabic "and".
bool Scanner::is_initial(const Token& word) const {
  const auto key = std::string_view(tables_.folded).substr(word.key_begin, word.key_size);
  return word_letters_ == 1 || (word_letters_ == 2 && key.starts_with("\xD9\x88"));
}

void Scanner::scan_stop() {
  std::size_t end = at_;
  std::size_t count = 0;
  while (end < text_.size() && count < 256) {
    const Char c = peek(end);
    if (c.info->kind != K::Dot && c.info->kind != K::Stop) break;
    end += c.size;
    ++count;
  }
  const bool inner = count == 1 && kind_at(at_) == K::Dot && stop_is_inner(end);
  scan_mark(inner ? TokenKind::Other : TokenKind::Stop, end - at_);
}

}  // namespace isnad
