// SPDX-License-Identifier: Apache-2.0
#include "page/html_entities.h"

#include <algorithm>

#include "page/html_chars.h"
#include "text/chars.h"

namespace isnad {
namespace {

struct Named {
  std::string_view name, utf8;
  bool bare;
};
constexpr Named kNamed[] = {
#include "page/html_entities.inc"
};
constexpr std::size_t kLongestName = 32;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alnum(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// 128..159 mean the characters of windows-1252, as browsers read them.
constexpr std::uint16_t kWindows[32] = {
    0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
    0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

std::uint32_t read_number(std::string_view page, std::size_t at, std::string& out) {
  std::size_t i = at + 2;
  const bool hex = i < page.size() && (page[i] == 'x' || page[i] == 'X');
  if (hex) ++i;
  const std::size_t first = i;
  std::uint32_t value = 0;
  for (; i < page.size() && i < first + 24; ++i) {
    const int digit = hex_value(page[i]);
    if (digit < 0 || (!hex && digit > 9)) break;
    if (value < 0x110000) value = value * (hex ? 16 : 10) + static_cast<std::uint32_t>(digit);
  }
  if (i == first) return 0;
  if (i < page.size() && page[i] == ';') ++i;
  if (value >= 0x80 && value < 0xA0) value = kWindows[value - 0x80];
  if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) value = 0xFFFD;
  append_utf8(value, out);
  return static_cast<std::uint32_t>(i - at);
}

const Named* find_named(std::string_view name) {
  const Named* found = std::lower_bound(
      std::begin(kNamed), std::end(kNamed), name,
      [](const Named& named, std::string_view wanted) { return named.name < wanted; });
  return found != std::end(kNamed) && found->name == name ? found : nullptr;
}

}  // namespace

std::uint32_t read_reference(std::string_view page, std::size_t at, std::string& out) {
  if (at + 2 < page.size() && page[at + 1] == '#') return read_number(page, at, out);
  std::size_t end = at + 1;
  while (end < page.size() && end - at <= kLongestName && is_alnum(page[end])) ++end;
  const std::string_view name = page.substr(at + 1, end - at - 1);
  if (name.empty()) return 0;
  const bool closed = end < page.size() && page[end] == ';';
  const Named* found = find_named(name);
  if (found && (closed || found->bare)) {
    out += found->utf8;
    return static_cast<std::uint32_t>(end - at + (closed ? 1 : 0));
  }
  return 0;
}

std::string resolve_references(std::string_view written) {
  std::string out;
  for (std::size_t at = 0; at < written.size();) {
    std::string resolved;
    const std::uint32_t size = written[at] == '&' ? read_reference(written, at, resolved) : 0;
    if (size == 0) resolved = written[at];
    at += size ? size : 1;
    if (resolved == "\xC2\xA0") resolved = " ";
    const bool blank = resolved.size() == 1 && static_cast<unsigned char>(resolved[0]) <= ' ';
    if (!blank)
      out += resolved;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace isnad
