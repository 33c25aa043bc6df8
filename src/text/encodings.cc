// SPDX-License-Identifier: Apache-2.0
#include "text/encodings.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <memory>
#include <mutex>

#include "text/chars.h"

namespace isnad {
namespace {

#include "text/encoding_labels.inc"

constexpr std::uint32_t kReplacement = 0xFFFD;
constexpr std::size_t kMarkupBytes = 1024;

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool holds_word(std::string_view words, std::string_view word) {
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    if (words.substr(at, end - at) == word) return true;
    at = end + 1;
  }
  return false;
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter out(ucnv_open(name, &status));
  if (U_FAILURE(status)) out.reset();
  return out;
}

// ISO-8859-16 is Latin-1 but for these.
constexpr char16_t kLatin10[][2] = {
    {0xA1, 0x104}, {0xA2, 0x105}, {0xA3, 0x141}, {0xA4, 0x20AC}, {0xA5, 0x201E}, {0xA6, 0x160},
    {0xA8, 0x161}, {0xAA, 0x218}, {0xAC, 0x179}, {0xAE, 0x17A}, {0xAF, 0x17B}, {0xB2, 0x10C},
    {0xB3, 0x142}, {0xB4, 0x17D}, {0xB5, 0x201D}, {0xB8, 0x17E}, {0xB9, 0x10D}, {0xBA, 0x219},
    {0xBC, 0x152}, {0xBD, 0x153}, {0xBE, 0x178}, {0xBF, 0x17C}, {0xC3, 0x102}, {0xC5, 0x106},
    {0xD0, 0x110}, {0xD1, 0x143}, {0xD5, 0x150}, {0xD7, 0x15A}, {0xD8, 0x170}, {0xDD, 0x118},
    {0xDE, 0x21A}, {0xE3, 0x103}, {0xE5, 0x107}, {0xF0, 0x111}, {0xF1, 0x144}, {0xF5, 0x151},
    {0xF7, 0x15B}, {0xF8, 0x171}, {0xFD, 0x119}, {0xFE, 0x21B}};

ByteTable own_table(std::string_view name) {
  ByteTable out;
  for (std::size_t b = 0; b < out.size(); ++b) out[b] = static_cast<char16_t>(b);
  if (name == "x-user-defined")
    for (std::size_t b = 0x80; b < 0x100; ++b) out[b] = static_cast<char16_t>(0xF700 + b);
  if (name == "ISO-8859-16")
    for (const auto& row : kLatin10) out[row[0]] = row[1];
  return out;
}

ByteTable make_table(const EncodingRow& row) {
  if (row.icu[0] == '\0') return own_table(row.name);
  const Converter from = open_converter(row.icu);
  ByteTable out;
  out.fill(kReplacement);
  for (unsigned b = 0; from && b < 256; ++b) {
    UErrorCode status = U_ZERO_ERROR;
    const char byte = static_cast<char>(b);
    const char* source = &byte;
    ucnv_reset(from.get());
    const UChar32 code = ucnv_getNextUChar(from.get(), &source, source + 1, &status);
    if (U_SUCCESS(status) && code > 0 && code < 0x10000) out[b] = static_cast<char16_t>(code);
    else if (b < 0x80) out[b] = static_cast<char16_t>(b);
  }
  return out;
}

bool one_byte_each(const EncodingRow& row) {
  if (row.icu[0] == '\0') return true;
  const Converter converter = open_converter(row.icu);
  return converter && ucnv_getMaxCharSize(converter.get()) == 1;
}

std::uint32_t count_replacements(std::string_view utf8) {
  std::uint32_t count = 0;
  for (std::size_t at = 0; (at = utf8.find("\xEF\xBF\xBD", at)) != std::string_view::npos; at += 3)
    ++count;
  return count;
}

std::string convert(std::string_view bytes, const char* name, std::uint32_t& replaced) {
  const Converter from = open_converter(name), to = open_converter("UTF-8");
  if (!from || !to) return {};
  UErrorCode status = U_ZERO_ERROR;
  std::string out(bytes.size() * 3 + 16, '\0');
  const char* source = bytes.data();
  char* target = out.data();
  ucnv_convertEx(to.get(), from.get(), &target, out.data() + out.size(), &source,
                 bytes.data() + bytes.size(), nullptr, nullptr, nullptr, nullptr, true, true,
                 &status);
  out.resize(U_SUCCESS(status) ? static_cast<std::size_t>(target - out.data()) : 0);
  replaced += count_replacements(out);
  return out;
}

}  // namespace

const EncodingRow* find_label(std::string_view label) {
  while (!label.empty() && is_space(label.front())) label.remove_prefix(1);
  while (!label.empty() && is_space(label.back())) label.remove_suffix(1);
  if (label.empty() || label.size() > 40) return nullptr;
  std::string lower(label);
  std::transform(lower.begin(), lower.end(), lower.begin(), small);
  for (const EncodingRow& row : kEncodings)
    if (holds_word(row.labels, lower)) return &row;
  return nullptr;
}

const EncodingRow& encoding_named(std::string_view name) {
  const auto* found = std::find_if(std::begin(kEncodings), std::end(kEncodings),
                                   [&](const EncodingRow& row) { return row.name == name; });
  return found == std::end(kEncodings) ? kEncodings[0] : *found;
}

std::string_view label_in_markup(std::string_view bytes) {
  std::string_view head = bytes.substr(0, kMarkupBytes);
  while (!head.empty() && is_space(head.front())) head.remove_prefix(1);
  if (!head.starts_with('<')) return {};
  const auto same = [](char a, char b) { return small(a) == b; };
  for (const std::string_view word : {"charset", "encoding"}) {
    const auto found = std::search(head.begin(), head.end(), word.begin(), word.end(), same);
    if (found == head.end()) continue;
    std::string_view rest = head.substr(static_cast<std::size_t>(found - head.begin()) + word.size());
    while (!rest.empty() && (is_space(rest.front()) || rest.front() == '=' ||
                             rest.front() == '"' || rest.front() == '\''))
      rest.remove_prefix(1);
    return rest.substr(0, rest.find_first_of(" \t\r\n\"';>/?"));
  }
  return {};
}

const ByteTable& byte_table(const EncodingRow& row) {
  struct Entry {
    std::once_flag made;
    ByteTable table;
  };
  static std::array<Entry, std::size(kEncodings)> entries;
  Entry& entry = entries[static_cast<std::size_t>(&row - kEncodings)];
  std::call_once(entry.made, [&] { entry.table = make_table(row); });
  return entry.table;
}

std::string decode_bytes(std::string_view bytes, const EncodingRow& row, std::uint32_t& replaced) {
  if (!one_byte_each(row)) return convert(bytes, row.icu, replaced);
  const ByteTable& table = byte_table(row);
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    const char16_t code = table[static_cast<unsigned char>(c)];
    replaced += code == kReplacement;
    append_utf8(code, out);
  }
  return out;
}

std::string decode_utf16(std::string_view bytes, bool big, std::uint32_t& replaced) {
  std::string out;
  out.reserve(bytes.size() * 3 / 2);
  const auto unit = [&](std::size_t at) {
    const auto a = static_cast<unsigned char>(bytes[at]);
    const auto b = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<std::uint32_t>(big ? a << 8 | b : b << 8 | a);
  };
  std::size_t at = 0;
  for (; at + 1 < bytes.size(); at += 2) {
    std::uint32_t code = unit(at);
    if (code >= 0xD800 && code < 0xE000) {
      const std::uint32_t low = at + 3 < bytes.size() ? unit(at + 2) : 0;
      if (code < 0xDC00 && low >= 0xDC00 && low < 0xE000) {
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        at += 2;
      } else {
        code = kReplacement;
        ++replaced;
      }
    }
    append_utf8(code, out);
  }
  if (at < bytes.size()) {
    append_utf8(kReplacement, out);
    ++replaced;
  }
  return out;
}

}  // namespace isnad
