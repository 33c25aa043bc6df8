// SPDX-License-Identifier: Apache-2.0
// engine/read_report.h -- one page read alone, and many of them on several threads.
//
// Threads    for_each_page runs `read` on several threads; results stand in input order, so the
//            output is the same for any number.
// Errors     None.

#pragma once

#include <functional>
#include <span>
#include <vector>

#include "isnad/engine.h"
#include "isnad/report.h"

namespace isnad {

// One report, from its bytes to its claims.
Report read_report(const Page& page, const Packs& packs);

// Anchors times and dates claims; called again once a story has dated the report.
void fill_dates(Report& report);

std::vector<Report> for_each_page(std::span<const Page> pages, const Options& options,
                                  const std::function<Report(const Page&)>& read);

}  // namespace isnad
