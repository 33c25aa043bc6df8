// SPDX-License-Identifier: Apache-2.0
// text/encodings.h -- the encodings of the WHATWG standard by label, and bytes of each -> UTF-8.
//
// Threads    Tables are built at first use and read-only then.
// Errors     None: what cannot be read becomes U+FFFD and is counted.

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace isnad {

struct EncodingRow {
  const char* name;    // as the standard writes it
  const char* icu;     // "" where we decode it ourselves
  const char* labels;  // parted by blanks, small letters
};

// The encoding that a label ("cp1256", " Latin1 ") stands for; nullptr where the standard has none.
const EncodingRow* find_label(std::string_view label);
// By its exact name, which must be one of the standard's.
const EncodingRow& encoding_named(std::string_view name);

// The label that markup gives in its first kilobyte (<meta charset=...>, <?xml encoding=...>); ""
// where there is no markup or no label.
std::string_view label_in_markup(std::string_view bytes);

// What each byte of an encoding with one byte a character means; U+FFFD: nothing.
using ByteTable = std::array<char16_t, 256>;
const ByteTable& byte_table(const EncodingRow& row);

std::string decode_bytes(std::string_view bytes, const EncodingRow& row, std::uint32_t& replaced);
std::string decode_utf16(std::string_view bytes, bool big, std::uint32_t& replaced);

}  // namespace isnad
