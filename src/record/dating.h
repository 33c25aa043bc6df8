// SPDX-License-Identifier: Apache-2.0
// record/dating.h -- what dating needs beside the solver: a window, orders, and the chain in words.
//
// Threads    Pure functions, but for write_dates(), which fills the reports it is given.
// Errors     None.
// Method     docs/methods/dating.md

#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "record/dating_solver.h"

namespace isnad {

inline constexpr std::int32_t kStoryDays = 45;   // undated reports lie so near to the dated days

// Running totals of two lanes or more (role, group, place) that grow by half or more between two
// reports and nowhere fall: the report with the lower ones is not the later.
std::vector<Order> find_orders(std::span<const Report> reports, const Story& story);

// Puts what the solver found into the undated reports, with the reasons, and a note on each report
// whose own words clash with its date.
void write_dates(std::span<Report> reports, const Story& story, const DatingSolver& solver,
                 Days anchors, std::string_view language);

}  // namespace isnad
