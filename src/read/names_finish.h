// SPDX-License-Identifier: Apache-2.0
// read/names_finish.h -- what the lists and the times say of names already found.
//
// Threads    Plain functions of one report.   Errors  None.

#pragma once

#include "match/match.h"
#include "read/read.h"

namespace isnad {

// The name of a person or a body ends where a time begins: "Blinken on Friday", with no "on" in Arabic.
void end_names_at_times(Report& report);

// Handles that are names of agencies and outlets of the lists: "@AFP".
void find_handles(const Lattice& lattice, Report& report);

// Entity::name_latin for entities of the lists (attribute latin=, underscores for blanks).
void name_in_latin(const Lattice& lattice, Report& report);

}  // namespace isnad
