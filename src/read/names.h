// SPDX-License-Identifier: Apache-2.0
// read/names.h -- names of people, organisations, places and groups: what else is open here.
//
// find_names() is declared in read/read.h. Rules of the stratum `names` find them; C++ finds again
// what was found once, and joins the forms of one name into an Entity.
//
// Threads    Plain functions.
// Errors     None.
// Method     docs/methods/names_found.md
// Not here   Names across reports: see record.

#pragma once

#include <string>
#include <string_view>

#include "read/read.h"

namespace isnad {

// Whether a rule may say `make MAKER` in the stratum `names`.
bool is_name_maker(std::string_view maker);

// What a `yes` line shows of a name: "person", "org", "org:agency", "place:KZ", "place",
// "nisba:KZ", "group".
std::string name_example_value(const NameMention& name);

}  // namespace isnad
