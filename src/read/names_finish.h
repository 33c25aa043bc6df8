// SPDX-License-Identifier: Apache-2.0
// read/names_finish.h -- what the lists and the times say of names already found.
//
// Threads    Plain functions of one report.   Errors  None.

#pragma once

#include "match/match.h"
#include "read/names_shape.h"
#include "read/read.h"

namespace isnad {

// The name of a person or a body ends where a time begins: "Blinken on Friday", with no "on" in Arabic.
void end_names_at_times(Report& report);

// Handles that are names of agencies and outlets of the lists: "@AFP".
void find_handles(const Lattice& lattice, Report& report);

// What the lists say of their entities: Entity::name_latin (attribute latin=, underscores for blanks), the countries that
// claim a place besides its own (also=), an office and since and until when (office=, from=, to=).
void tell_of_lists(const Lattice& lattice, Report& report);

// Entity::name with the first letter of an article that is lost behind a preposition: "(to) the ministry".
void restore_articles(const Lattice& lattice, const NameShape& shape, Report& report);

}  // namespace isnad
