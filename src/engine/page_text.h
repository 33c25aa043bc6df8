// SPDX-License-Identifier: Apache-2.0
// engine/page_text.h -- a page as its text and what it says of itself, without what it tells.
//
// Threads    Pure functions.
// Errors     None.

#pragma once

#include <string>

#include "isnad/engine.h"

namespace isnad {

// The first steps of read_report(): text, parts, metadata, the printed date. No figure, no event.
Report read_page_parts(const Page& page, const Packs& packs);

// One line of JSON, docs/output.md section 5.
std::string render_page_jsonl(const Report& report);

}  // namespace isnad
