// SPDX-License-Identifier: Apache-2.0
// page/html_entities.h -- character references and stretches of a page's text, with the way back.
//
// Threads    Pure functions.
// Errors     None: what is no reference is text.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace isnad {

// The reference that begins at page[at] (an "&"): its UTF-8 into `out` (up to 8 bytes); the bytes
// it takes of the page, 0 where none begins there.
std::uint32_t read_reference(std::string_view page, std::size_t at, std::string& out);

// `written` with its references resolved, and its blanks made single: for attributes.
std::string resolve_references(std::string_view written);

}  // namespace isnad
