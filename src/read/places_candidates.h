// SPDX-License-Identifier: Apache-2.0
// read/places_candidates.h -- all places that a name can be, from the packs and the user's lists.
//
// Ownership  Views into the packs' rows, or into the lattice's own strings.
// Threads    Pure functions.
// Errors     None.

#pragma once

#include <string_view>
#include <vector>

#include "isnad/report.h"
#include "match/match.h"

namespace isnad {

struct PlaceCandidate {
  std::string_view id, country, in;   // in: the province's id, "" where not known
  std::uint8_t grain = 0;             // 2 town, 3 province, 4 country; 1 for a site
  double people = 0, lat = 0, lon = 0;
  bool located = false;               // lat and lon are known
  bool rare = false;                  // its name is a common word: a place only with a word for its kind
  double kind_score = 0, local = 0, score = 0;
};

// The rows of the lists for exactly this name, in the lists' order; one for an adjective of a country.
std::vector<PlaceCandidate> place_candidates(const Lattice& lattice, const NameMention& name);

// 2 town, 3 province, 4 country, 1 site; 0 for a row that is no place.
std::uint8_t place_grain(const Sense& sense);

// The country of a row: cc=, else what its id says ("KZ", "IQ-NI").
std::string_view country_of(const Sense& sense);

}  // namespace isnad
