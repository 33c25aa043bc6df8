// SPDX-License-Identifier: Apache-2.0
// text/mojibake.h -- Arabic whose UTF-8 was read as windows-1252 or windows-1256 and written again.
//
// A line is surely such where all that is not ASCII in it goes back to bytes, the bytes are UTF-8,
// and four Arabic letters or more come of it. Once one line is sure, the others of the text that go
// back without a fault are mended too. Nothing else is touched.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace isnad {

// Mends `utf8` in place. Returns the name of the encoding it had been read as, "" where it stands.
// Letters that were lost on the way become U+FFFD and are added to `replaced`.
std::string_view mend_mojibake(std::string& utf8, std::uint32_t& replaced);

}  // namespace isnad
