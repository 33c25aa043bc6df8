// SPDX-License-Identifier: Apache-2.0
// read/names_teams.h -- clubs and national teams, which bear the names of places and common words.
//
// Threads    Plain functions of one report.
// Errors     None.
// Method     docs/methods/names_found.md
// Not here   Clubs whose names mean nothing else: they are in the lists.

#pragma once

#include "match/match.h"
#include "read/read.h"

namespace isnad {

// In sentences about sport: names of places become organisations unless something beside them says
// where (AT_PLACE, PLACE_HEAD, a joined "in", brackets) or which contest (COMPETITION); words of
// TEAM_WEAK become organisations. Report::names stays unsorted.
void find_teams(const Lattice& lattice, Report& report);

}  // namespace isnad
