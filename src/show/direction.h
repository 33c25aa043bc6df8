// SPDX-License-Identifier: Apache-2.0
// show/direction.h -- which way words run, and how mixed words are kept in order.
//
// An isolated run stands between U+2068 and U+2069: a terminal with bidi keeps it in its place, and
// a page turns the two into <bdi> and </bdi>. No direction mark of a page is ever passed on.
//
// Method     Unicode Standard Annex 9: P2 (first strong letter), isolates.
// Errors     None. The text is valid UTF-8; a stray byte counts as one character.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace isnad::show {

inline constexpr char32_t kIsolate = 0x2068, kPopIsolate = 0x2069;
inline constexpr std::string_view kIsolateBytes = "\xe2\x81\xa8", kPopBytes = "\xe2\x81\xa9";

struct Char {
  char32_t c;
  std::size_t size;  // bytes
};
Char next_char(std::string_view text, std::size_t at);

// Characters that could turn a line round, move a cursor or hide text.
bool is_unsafe(char32_t c);

// -1 right to left, 1 left to right, 0 neither: by the first letter that has a direction.
int direction_of(std::string_view text);
bool has_right(std::string_view text);

// Without unsafe characters; runs of blanks and line breaks become one blank.
std::string safe_text(std::string_view text);

// safe_text() with every run of words against `direction` (-1 or 1) isolated; what stands in angle
// quotes is one run, and they with it.
std::string isolate_runs(std::string_view text, int direction);

}  // namespace isnad::show
