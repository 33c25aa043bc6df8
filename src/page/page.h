// SPDX-License-Identifier: Apache-2.0
// page/page.h -- bytes -> Report: text, parts, title, outlet, agencies, notices. No mention yet.
//
// Threads    Pure functions.
// Errors     None: what is no text was refused before (engine's read_inputs).

#pragma once

#include "isnad/packs.h"
#include "isnad/report.h"
#include "match/match.h"

namespace isnad {

// Decodes page.bytes and fills id, text, language, url, published and outlet where page gives them.
Report read_page(const Page& page);

// Tells the parts of the page apart: title, dateline, body, caption, embed, credit, chrome; fills
// parts, title, agencies, outlet (from the page), machine_translated. `lattice` is of report.text, with times in it already.
void find_parts(const Lattice& lattice, Report& report, const Page& page);

}  // namespace isnad
