// SPDX-License-Identifier: Apache-2.0
// show/html_text.h -- text on a page: everything escaped, nothing of a report runs or is fetched.
//
// Threads    Pure functions.
// Errors     None.

#pragma once

#include <string>
#include <string_view>

#include "isnad/span.h"
#include "isnad/text.h"

namespace isnad::show {

// For element content and quoted attributes. Control characters become U+FFFD.
std::string html_escape(std::string_view text);

// Our own words, or a name among them, on a page that runs in `direction` (-1 or 1): escaped, and
// words that run the other way in <bdi>.
std::string html_words(std::string_view text, int direction);

// ` lang="ar" dir="rtl"` for words of a report: by its language, else by the words.
std::string html_language(std::string_view language, std::string_view words);

}  // namespace isnad::show
