// SPDX-License-Identifier: Apache-2.0
// text/mojibake.h -- Arabic whose bytes were read in an encoding not their own and written again:
// UTF-8 as windows-1252, ISO-8859-1 or windows-1256; windows-1256 and ISO-8859-6 as windows-1252.
//
// A line is surely such where all that is not ASCII in it goes back to bytes, the bytes are UTF-8,
// and four Arabic letters or more come of it. Once one line is sure, the others of the text that go
// back without a fault are mended too. One-byte Arabic has no such proof: it is told by its letter
// pairs, over all lines that can be such (guess.h). Nothing else is touched.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace isnad {

// Mends `utf8` in place. Returns the name of the encoding it had been read as, "" where it stands.
// Letters that were lost on the way become U+FFFD and are added to `replaced`.
std::string_view mend_mojibake(std::string& utf8, std::uint32_t& replaced);

}  // namespace isnad
