// SPDX-License-Identifier: Apache-2.0
// text/decode.h -- bytes -> valid UTF-8.
//
// Every encoding of the WHATWG standard, by mark, by declaration, or by what the bytes look like.
// Every byte that cannot be read becomes U+FFFD.
// Errors     None.
// Method     docs/methods/text.md

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace isnad {

struct Decoded {
  std::string utf8;
  std::uint32_t replaced = 0;
  std::string_view encoding = "UTF-8";  // name in the WHATWG standard; good for ever
  std::string note;                     // one line for people where the reading was not plain
};
// `declared`: a label that came with the bytes (HTTP header, metadata), "" where none. A label that
// the bytes contradict is not followed, and the note says so.
Decoded decode(std::string_view bytes, std::string_view declared = {});

// How decode() would read the bytes.
std::string_view find_encoding(std::string_view bytes, std::string_view declared = {});

// Length of the valid UTF-8 sequence at `at`, 0 where there is none (overlong forms, surrogates and
// values over 0x10FFFF are none).
std::uint32_t utf8_sequence(std::string_view bytes, std::size_t at);

// The first byte that is not part of valid UTF-8; bytes.size() where all is.
std::size_t first_invalid(std::string_view bytes);

}  // namespace isnad
