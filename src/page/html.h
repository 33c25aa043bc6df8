// SPDX-License-Identifier: Apache-2.0
// page/html.h -- a page of HTML -> a Page: its text, what each line of it is, what came with it.
//
// Units      Page::source gives the bytes of the page as received for every stretch of Page::bytes.
// Threads    Pure functions.
// Errors     TooLarge over kMaxHtmlBytes; Empty where no text is to be read in it.
// Method     docs/methods/pages.md
// Not here   Nothing is fetched, no script or style is run.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "isnad/error.h"
#include "isnad/report.h"

namespace isnad {

inline constexpr std::size_t kMaxHtmlBytes = std::size_t{12} << 20;

// `charset` is what was said of the bytes outside of them (a header), "" where nothing was.
Result<Page> make_html_page(std::string_view bytes, const std::string& input,
                            std::string_view charset = {});

// Whether the bytes begin like a page of HTML or a piece of one.
bool looks_like_html(std::string_view bytes);

// The bytes of the page that the bytes `span` of the text were made from.
Span find_source(const std::vector<SourceRun>& source, Span span);

// A page's bytes as UTF-8, by the mark at its start, `charset`, its <meta>, what the bytes are.
struct HtmlBytes {
  std::string utf8;
  std::vector<std::uint32_t> offsets;  // of each byte of utf8 (and its end) in the page; empty: the
                                       // same, `skipped` further on
  std::uint32_t skipped = 0;
  bool mended = false;  // the text was garbled before: there is no way back
  std::string note;     // "read as windows-1256"; "" for UTF-8
  std::uint32_t offset(std::uint32_t at) const {
    return offsets.empty() ? at + skipped : offsets[at];
  }
};
HtmlBytes read_html_bytes(std::string_view bytes, std::string_view charset);

}  // namespace isnad
