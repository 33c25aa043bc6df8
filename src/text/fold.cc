// SPDX-License-Identifier: Apache-2.0
#include "text/fold.h"

#include "text/decode.h"

namespace isnad {
namespace {

void fold_valid(std::string_view utf8, std::string& out) {
  const CharInfo* table = char_table();
  bool blank = false, line = false;
  for (std::size_t at = 0; at < utf8.size();) {
    const Char c = char_at(table, utf8, at);
    if (c.info->kind == CharKind::Blank || c.info->kind == CharKind::Break) {
      blank = true;
      line |= c.info->kind == CharKind::Break;
    } else if (const std::string_view fold = fold_of(c, utf8.substr(at, c.size)); !fold.empty()) {
      if (line) out.push_back('\n');
      else if (blank && !out.empty()) out.push_back(' ');
      blank = line = false;
      out.append(fold);
    }
    at += c.size;
  }
  if (line) out.push_back('\n');
}

}  // namespace

void fold_key(std::string_view utf8, std::string& out) {
  out.clear();
  if (first_invalid(utf8) == utf8.size()) {
    fold_valid(utf8, out);
  } else {
    const Decoded decoded = decode(utf8);
    fold_valid(decoded.utf8, out);
  }
}

}  // namespace isnad
