// SPDX-License-Identifier: Apache-2.0
// page/parts.h -- the steps of find_parts(), each giving kinds to lines that have none yet.

#pragma once

#include <vector>

#include "page/lines.h"

namespace isnad {

// A page's lines with what is known of the page as a whole.
struct PageLines {
  const Lattice& lattice;
  std::vector<Line> lines;
  bool arabic = true;         // most of its prose is
  std::size_t prose = 0;      // the first paragraph of the report; lines.size() where there is none
  std::size_t prose_end = 0;  // behind its last one
  std::size_t title = 0;      // lines.size() where there is none
};

// Sets `arabic`, `prose` and `prose_end`.
void find_prose(PageLines& page);

// Posts of others put into the report, with the line that says whose they are.
void mark_posts(PageLines& page);
// Furniture, by the words of the lists: menus, notices of the site and of its owner.
void mark_furniture(PageLines& page);
// The line that says a machine translated the text: lines.size() where none does.
std::size_t find_machine_notice(const PageLines& page);
// What stands above and just below the title.
void mark_head(PageLines& page);
// What stands under the last paragraph, and captions between paragraphs.
void mark_rest(PageLines& page);

// Kinds of line that can be told alone.
bool is_caption(const PageLines& page, const Line& line);
bool is_dateline(const PageLines& page, const Line& line);
bool is_credit(const PageLines& page, const Line& line);

// Agencies in captions, datelines, credits and the byline, and where a paragraph begins or ends with one.
void find_agencies(const PageLines& page, Report& report, const Page& given);
// What machine translation may have left in the text: a note, no verdict.
void note_traces(const PageLines& page, Report& report);
// Who signs it; after find_outlet().
void find_author(const PageLines& page, Report& report, const Page& given);
// The page's own outlet, where the page says it for sure.
void find_outlet(const PageLines& page, Report& report);

}  // namespace isnad
