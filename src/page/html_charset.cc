// SPDX-License-Identifier: Apache-2.0
// A page's bytes -> UTF-8, with the way back.
#include <unicode/ucnv.h>

#include <algorithm>
#include <memory>

#include "page/html.h"
#include "text/chars.h"
#include "text/decode.h"
#include "text/encodings.h"
#include "text/mojibake.h"

namespace isnad {
namespace {

void put_code_point(std::uint32_t c, std::uint32_t from, HtmlBytes& out) {
  const std::size_t begin = out.utf8.size();
  append_utf8(c, out.utf8);
  out.offsets.insert(out.offsets.end(), out.utf8.size() - begin, from);
}

// With ICU's converter, in stretches. False where there is no such charset.
bool convert(std::string_view bytes, const std::string& charset, HtmlBytes& out) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, void (*)(UConverter*)> from(ucnv_open(charset.c_str(), &status),
                                                                ucnv_close);
  if (U_FAILURE(status) || !from) return false;
  constexpr std::size_t kUnits = 4096;
  UChar units[kUnits];
  std::int32_t offsets[kUnits];
  const char* source = bytes.data();
  const char* const end = bytes.data() + bytes.size();
  std::uint32_t high = 0;
  do {
    status = U_ZERO_ERROR;
    const auto base = static_cast<std::uint32_t>(source - bytes.data());
    UChar* target = units;
    ucnv_toUnicode(from.get(), &target, units + kUnits, &source, end, offsets, true, &status);
    for (std::ptrdiff_t i = 0; i < target - units; ++i) {
      const std::uint32_t at = base + static_cast<std::uint32_t>(std::max(offsets[i], 0));
      std::uint32_t c = units[i];
      if (c >= 0xD800 && c < 0xDC00) {
        high = c;
        continue;
      }
      if (c >= 0xDC00 && c < 0xE000)
        c = high ? 0x10000 + ((high - 0xD800) << 10) + (c - 0xDC00) : 0xFFFD;
      high = 0;
      put_code_point(c, at, out);
    }
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  out.offsets.push_back(static_cast<std::uint32_t>(bytes.size()));
  return true;
}

// Broken bytes in what else is UTF-8 become U+FFFD.
void mend(std::string_view bytes, HtmlBytes& out) {
  for (std::size_t at = 0; at < bytes.size();) {
    const std::uint32_t size = utf8_sequence(bytes, at);
    const auto from = static_cast<std::uint32_t>(at);
    if (size == 0) {
      put_code_point(0xFFFD, from, out);
      ++at;
      continue;
    }
    out.utf8 += bytes.substr(at, size);
    out.offsets.insert(out.offsets.end(), size, from);
    at += size;
  }
  out.offsets.push_back(static_cast<std::uint32_t>(bytes.size()));
}

// One byte a character, by the table of the text floor.
void read_table(std::string_view bytes, const EncodingRow& row, HtmlBytes& out) {
  const ByteTable& table = byte_table(row);
  for (std::size_t at = 0; at < bytes.size(); ++at)
    put_code_point(table[static_cast<unsigned char>(bytes[at])], static_cast<std::uint32_t>(at),
                   out);
  out.offsets.push_back(static_cast<std::uint32_t>(bytes.size()));
}

// Arabic that was read wrongly before the page was saved: mended, and the way back is lost.
void mend_text(HtmlBytes& out) {
  std::uint32_t replaced = 0;
  const std::string_view once = mend_mojibake(out.utf8, replaced);
  if (once.empty()) return;
  out.mended = true;
  out.offsets.clear();
  out.note += (out.note.empty() ? "" : "; ") +
              ("Arabic that had been read as " + std::string(once) + " mended");
}

void read_marked(std::string_view bytes, std::string_view name, HtmlBytes& out) {
  if (name == "UTF-8") {
    if (first_invalid(bytes) >= bytes.size())
      out.utf8 = bytes;
    else
      mend(bytes, out);
    return;
  }
  out.note = "read as " + std::string(name);
  if (name.starts_with("UTF-16")) {
    convert(bytes, std::string(name), out);
    return;
  }
  const EncodingRow& row = encoding_named(name);
  if (*row.icu == '\0')
    read_table(bytes, row, out);
  else if (!convert(bytes, row.icu, out))
    mend(bytes, out);
}

}  // namespace

HtmlBytes read_html_bytes(std::string_view bytes, std::string_view charset) {
  HtmlBytes out;
  const std::string_view name = find_encoding(bytes, charset);
  const bool wide = name.starts_with("UTF-16") &&
                    (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"));
  out.skipped = bytes.starts_with("\xEF\xBB\xBF") ? 3 : wide ? 2 : 0;
  read_marked(bytes.substr(out.skipped), name, out);
  for (std::uint32_t& offset : out.offsets) offset += out.skipped;
  mend_text(out);
  return out;
}

}  // namespace isnad
