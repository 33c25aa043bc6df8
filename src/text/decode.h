// SPDX-License-Identifier: Apache-2.0
// text/decode.h -- bytes -> valid UTF-8.
//
// UTF-8 (a mark at the start is dropped), UTF-16 with a mark, windows-1256 and ISO-8859-6 where the
// bytes are no UTF-8 and read as Arabic. Every byte that cannot be read becomes U+FFFD.
// Errors     None.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace isnad {

enum class Encoding : std::uint8_t { Utf8, Utf16Le, Utf16Be, Windows1256, Iso8859_6 };
const char* encoding_name(Encoding encoding);  // "UTF-8" ...

struct Decoded {
  std::string utf8;
  std::uint32_t replaced = 0;
  Encoding encoding = Encoding::Utf8;
};
Decoded decode(std::string_view bytes);

// How decode() would read the bytes.
Encoding find_encoding(std::string_view bytes);

// Length of the valid UTF-8 sequence at `at`, 0 where there is none (overlong forms, surrogates and
// values over 0x10FFFF are none).
std::uint32_t utf8_sequence(std::string_view bytes, std::size_t at);

// The first byte that is not part of valid UTF-8; bytes.size() where all is.
std::size_t first_invalid(std::string_view bytes);

}  // namespace isnad
