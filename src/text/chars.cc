// SPDX-License-Identifier: Apache-2.0
#include "text/chars.h"

#include <array>
#include <cstring>
#include <memory>

namespace isnad {
namespace {

using K = CharKind;
using S = Script;

struct KindRow { std::uint32_t first, last; K kind; S script; };
struct FoldRow { std::uint32_t first, last, step, to, rise; };
struct DropRow { std::uint32_t first, last; };
struct LongFoldRow { std::uint32_t code; const char* fold; };

#include "text/unicode_table.inc"

constexpr std::uint32_t kTop = 0x10000;

void set_fold(CharInfo& info, std::string_view fold, std::size_t long_index) {
  if (fold.size() <= sizeof info.fold) {
    info.fold_size = static_cast<std::uint8_t>(fold.size());
    std::memcpy(info.fold, fold.data(), fold.size());
  } else {
    info.fold_size = kLongFold;
    const auto index = static_cast<std::uint16_t>(long_index);
    std::memcpy(info.fold, &index, sizeof index);
  }
}

struct Table {
  std::array<CharInfo, kTop> rows;

  Table() {
    std::string own;
    for (std::uint32_t code = 0; code < kTop; ++code) {
      own.clear();
      append_utf8(code, own);
      set_fold(rows[code], own, 0);
    }
    for (const KindRow& row : kKindRows)
      for (std::uint32_t code = row.first; code <= row.last; ++code) {
        rows[code].kind = row.kind;
        rows[code].script = row.script;
      }
    for (const FoldRow& row : kFoldRows)
      for (std::uint32_t code = row.first, to = row.to; code <= row.last;
           code += row.step, to += row.rise) {
        own.clear();
        append_utf8(to, own);
        set_fold(rows[code], own, 0);
      }
    for (const DropRow& row : kDropRows)
      for (std::uint32_t code = row.first; code <= row.last; ++code) rows[code].fold_size = 0;
    for (std::size_t i = 0; i < std::size(kLongFoldRows); ++i)
      set_fold(rows[kLongFoldRows[i].code], kLongFoldRows[i].fold, i);
  }
};

CharInfo far_row(K kind, S script) {
  CharInfo info;
  info.kind = kind;
  info.script = script;
  info.fold_size = 4;  // itself; see fold_of()
  return info;
}

}  // namespace

void append_utf8(std::uint32_t code, std::string& out) {
  const auto put = [&](std::uint32_t b) { out.push_back(static_cast<char>(b)); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | code >> 6), put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | code >> 12), put(0x80 | (code >> 6 & 0x3F)), put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | code >> 18), put(0x80 | (code >> 12 & 0x3F));
    put(0x80 | (code >> 6 & 0x3F)), put(0x80 | (code & 0x3F));
  }
}

const CharInfo* char_table() {
  static const std::unique_ptr<const Table> table = std::make_unique<Table>();
  return table->rows.data();
}

const CharInfo& far_char_info(std::uint32_t code) {
  static const CharInfo letter = far_row(K::Letter, S::Other);
  static const CharInfo arabic = far_row(K::Letter, S::Arabic);
  static const CharInfo other = far_row(K::Other, S::None);
  static const CharInfo ignored = [] {
    CharInfo info = far_row(K::Ignored, S::None);
    info.fold_size = 0;
    return info;
  }();
  if (code >= 0xE0000 && code < 0xE1000) return ignored;
  if (code >= 0x1EE00 && code < 0x1EF00) return arabic;
  if (code >= 0x1F000 && code < 0x20000) return other;
  if (code >= 0x1D000 && code < 0x1D400) return other;
  return code < 0x32000 ? letter : other;
}

std::string_view fold_of(const Char& c, std::string_view self) {
  if (c.size == 4 && c.info->fold_size != 0) return self;
  if (c.info->fold_size != kLongFold) return {c.info->fold, c.info->fold_size};
  std::uint16_t index;
  std::memcpy(&index, c.info->fold, sizeof index);
  return kLongFoldRows[index].fold;
}

bool is_capital(std::uint32_t code) {
  if (code < 0x80) return code >= 'A' && code <= 'Z';
  if (code < 0x100) return code >= 0xC0 && code <= 0xDE && code != 0xD7;
  const bool odd_large = (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E);
  const bool paired = code < 0x180 || (code >= 0x1CD && code <= 0x24F) ||
                      (code >= 0x1E00 && code <= 0x1EFF);
  return paired && (code % 2 == 1) == odd_large;
}

}  // namespace isnad
