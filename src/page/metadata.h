// SPDX-License-Identifier: Apache-2.0
// page/metadata.h -- what a page says of itself outside its text: JSON-LD, Open Graph, <meta>,
// <time>.
//
// Threads    Pure functions.
// Errors     None: JSON-LD that is no JSON is passed over, with a note.
// Method     docs/methods/pages.md. The first of these that says it counts: JSON-LD, Open Graph and
//            article:*, microdata, other <meta>, elements. Where two differ, a note.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "isnad/report.h"
#include "page/html_tree.h"

namespace isnad {

struct Metadata {
  std::string title, outlet, byline, url, language;
  std::string published, modified;  // ISO 8601 as far as given: "2022-01-11T00:47:10+03:00"
  std::string body;                 // articleBody
  std::string summary;              // og:description
  std::vector<Given> rows;          // all that is said and by what, what counts before others first
  std::vector<std::string> notes;
};

Metadata find_metadata(const HtmlTree& tree);

// ---- the pieces
// ----------------------------------------------------------------------------------

// Fills what is still empty from one block of JSON-LD: the first article in it, else the page or
// site. False where it is no JSON.
bool read_json_ld(std::string_view json, Metadata& into);

// Where two of the rows name different days, outlets or authors: a note.
void compare_rows(Metadata& meta);

// "Tue, 11 Jan 2022 00:47:10 +0300", "2022/1/11 00:47", "2022-01-11T00:47:10Z" -> ISO 8601; ""
// where it is none of these.
std::string parse_timestamp(std::string_view written);

}  // namespace isnad
