// SPDX-License-Identifier: Apache-2.0
// page/html_chars.h -- characters of a page before anything is known of its language.
//
// Threads    Pure functions.

#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace isnad {

// -1 where it is no digit of base 16.
constexpr int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// Bytes of the UTF-8 character at `at`; 1 where the bytes are none. `utf8` is valid UTF-8.
inline std::uint32_t utf8_size(std::string_view utf8, std::uint32_t at, std::uint32_t end) {
  const auto lead = static_cast<unsigned char>(utf8[at]);
  const std::uint32_t size = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return std::min(size, end - at);
}

inline std::uint32_t code_point_of(std::string_view character) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(character[i]); };
  switch (character.size()) {
    case 0: return 0;
    case 1: return byte(0);
    case 2: return (byte(0) & 31u) << 6 | (byte(1) & 63u);
    case 3: return (byte(0) & 15u) << 12 | (byte(1) & 63u) << 6 | (byte(2) & 63u);
    default:
      return (byte(0) & 7u) << 18 | (byte(1) & 63u) << 12 | (byte(2) & 63u) << 6 | (byte(3) & 63u);
  }
}

// Blanks of any width, line breaks among them.
inline bool is_blank_character(std::string_view character) {
  if (character.size() == 1) return static_cast<unsigned char>(character[0]) <= ' ';
  const std::uint32_t c = code_point_of(character);
  return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000;
}

// Marks that are seen nowhere and only split words: soft hyphen, byte order mark, word joiner.
inline bool is_dropped_character(std::string_view character) {
  const std::uint32_t c = code_point_of(character);
  return c == 0xAD || c == 0xFEFF || c == 0x2060 || c == 0x200B || c == 0x7F;
}

inline bool is_stop_character(std::uint32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xFF01 ||
         c == 0xFF1F || c == 0x61F || c == 0x6D4 || c == 0x964 || c == 0x1362;
}

// Marks that may close a sentence behind its stop.
inline bool is_closing_character(std::uint32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0xBB || c == 0x201D || c == 0x2019 ||
         c == 0x300D || c == 0xFF09 || c == '*';
}

inline bool is_word_character(std::uint32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  if (c >= 0x2000 && c <= 0x2BFF) return c == 0x200C || c == 0x200D;
  if (c >= 0x3000 && c <= 0x303F) return false;
  if (c >= 0xFF00 && c <= 0xFF0F) return false;
  return c != 0xD7 && c != 0xF7 && c != 0x60C && c != 0x61B && c != 0x61F && c != 0x6D4 &&
         c != 0x964 && c != 0xFFFD && c != 0xFF1A && c != 0xFF1F && c != 0x66A;
}

// Scripts that put no blanks between words.
inline bool is_unspaced_character(std::uint32_t c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
         (c >= 0xE00 && c <= 0xEFF) || (c >= 0x1000 && c <= 0x109F) ||
         (c >= 0x1780 && c <= 0x17FF) || (c >= 0x20000 && c <= 0x3FFFF);
}

// Words and stops of a stretch of characters, one at a time.
struct WordCount {
  std::uint32_t halves = 0, link_halves = 0, stops = 0;
  bool ends = false;

  void add(std::string_view character, bool link) {
    const std::uint32_t c = code_point_of(character);
    if (is_unspaced_character(c)) {
      halves += 1, link_halves += link;
      inside_ = ends = false;
    } else if (is_word_character(c)) {
      if (!inside_) halves += 2, link_halves += link ? 2 : 0;
      inside_ = true;
      ends = false;
    } else if (is_stop_character(c)) {
      if (c >= 0x3000 && !ends) ++stops;
      ends = true;
      wide_ = c >= 0x3000;
      inside_ = false;
    } else {
      if (!is_closing_character(c)) ends = false;
      if (c != '\'' && c != 0x2019) inside_ = false;
    }
  }
  // A blank or the end: only here does a stop close a sentence ("3.5", "example.org").
  void blank() {
    if (ends && !wide_) ++stops;
    if (ends) wide_ = true;
    inside_ = false;
  }
  std::uint32_t words() const { return (halves + 1) / 2; }
  std::uint32_t link_words() const { return std::min(words(), (link_halves + 1) / 2); }

 private:
  bool inside_ = false, wide_ = false;
};

}  // namespace isnad
