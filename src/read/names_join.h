// SPDX-License-Identifier: Apache-2.0
// read/names_join.h -- after the rules: names found again, and the forms of one name made one.

#pragma once

#include "read/names_shape.h"
#include "read/read.h"

namespace isnad {

// The last part of every person's full name is found wherever else it stands, also behind a joined
// particle. What is part of another name is left alone.
void spread_surnames(const Lattice& lattice, const NameShape& shape, Report& report);

// Fills Report::entities and NameMention::entity: one entity for the forms of one name. Names with
// ids join by id; people by full name and surname where no two people share it; organisations also
// by their head with the article ("the ministry" is no name and not asked here).
void join_entities(Report& report);

}  // namespace isnad
