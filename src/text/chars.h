// SPDX-License-Identifier: Apache-2.0
// text/chars.h -- what each character is for us, and what it folds to: one look-up a character.
//
// Units      Code points; folds are UTF-8 bytes.
// Threads    The table is built once, at first use; read-only then.
// Method     docs/methods/text.md; the table comes from tools/make_unicode_table.py.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "isnad/text.h"

namespace isnad {

enum class CharKind : std::uint8_t {
  Other, Letter, Mark, Tatweel, Digit, Blank, Break, Ignored, Dot, Stop, Comma, Colon, Semicolon,
  Dash, Slash, Open, Close, QuoteOpen, QuoteClose, QuoteEither, Apostrophe, SingleOpen, SingleClose,
  Percent, Currency, NumberMark, At, Hash,
};

struct CharInfo {
  CharKind kind = CharKind::Other;
  Script script = Script::None;
  std::uint8_t fold_size = 0;  // kLongFold: `fold` holds an index into the long folds
  char fold[5] = {};
};
inline constexpr std::uint8_t kLongFold = 0xff;

// One character of valid UTF-8.
struct Char {
  std::uint32_t code = 0;
  std::uint32_t size = 0;  // bytes in the text
  const CharInfo* info = nullptr;
};

// The table of the basic plane, 65,536 rows.
const CharInfo* char_table();
// For the planes above it.
const CharInfo& far_char_info(std::uint32_t code);
// What a character folds to. `self` is its own bytes, `store` where it may be kept.
std::string_view fold_of(const Char& c, std::string_view self);

// The character that begins at `at`. Needs valid UTF-8 and at < utf8.size().
inline Char char_at(const CharInfo* table, std::string_view utf8, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(utf8[at + i]));
  };
  const std::uint32_t b = byte(0);
  if (b < 0x80) return {b, 1, table + b};
  if (b < 0xE0) {
    const std::uint32_t code = (b & 0x1F) << 6 | (byte(1) & 0x3F);
    return {code, 2, table + code};
  }
  if (b < 0xF0) {
    const std::uint32_t code = (b & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    return {code, 3, table + code};
  }
  const std::uint32_t code =
      (b & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
  return {code, 4, &far_char_info(code)};
}

inline bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// Latin letters written large.
bool is_capital(std::uint32_t code);

void append_utf8(std::uint32_t code, std::string& out);

}  // namespace isnad
