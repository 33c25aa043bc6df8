// SPDX-License-Identifier: Apache-2.0
// read/times.h -- the makers of stratum "times".
//
// Edges put into the lattice: DATE TIME DURATION SETTIME over each mention.
//
// Threads    Pure functions.
// Errors     None.
// Method     docs/methods/times.md

#pragma once

#include <string_view>
#include <vector>

#include "isnad/report.h"
#include "match/match.h"

namespace isnad {

// Whether `make NAME` is known in stratum "times".
bool is_time_maker(std::string_view name);

// What one match says; none where the maker refuses it. A rule may tell of several times ("from
// 1989 to 2019"), each on its own words.
std::vector<TimeMention> make_times(const Lattice& lattice, const RuleMatch& match);

}  // namespace isnad
