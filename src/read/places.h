// SPDX-License-Identifier: Apache-2.0
// read/places.h -- which place of a name a report means: Tripoli of Libya or of Lebanon, the town or
// the province, the country or its capital.
//
// Units      NameMention::grain: 1 site, 2 town, 3 province, 4 country.
// Ownership  Fills NameMention::id, country and grain; keeps nothing.
// Threads    Pure functions of one report.
// Errors     None. A name that no list knows keeps no id.
// Method     docs/methods/places.md: all places of that name are scored by the word for its kind beside it,
//            the adjective of a country behind it, the places in its sentence, the countries of the
//            report, the outlet's country and its size.
// Not here   Finding names; where an event happened (claim_places.h).

#pragma once

#include <string>

#include "match/match.h"
#include "read/read.h"

namespace isnad {

// Sets id, country and grain of every name of a place, and the country of bodies that name one
// ("the Kazakh authorities"). After all names are found, before they are joined.
void resolve_places(const Lattice& lattice, Report& report);

// The country a report's outlet is published in: of the lists by its name or address, else of the
// address's last part (".lb"); "" where nothing says it.
std::string outlet_country(const Lattice& lattice, const Report& report);

}  // namespace isnad
