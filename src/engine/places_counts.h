// SPDX-License-Identifier: Apache-2.0
// engine/places_counts.h -- how many places of each country the packs know.
//
// Units      A place counts once, under however many names and in however many packs it stands.
// Threads    Pure functions.
// Errors     None.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "isnad/packs.h"

namespace isnad {

struct PlacesOfCountry {
  std::string country;             // ISO 3166; "" for seas and lands of several countries
  bool arab_league = false;
  std::int64_t towns = 0, provinces = 0, names = 0;   // names: rows of the lists, of any spelling
};

// The Arab League first, then the others, each by country; those without a country last.
std::vector<PlacesOfCountry> count_places(const Packs& packs);

// One line a country, with sums.
std::string render_places_counts(const std::vector<PlacesOfCountry>& counts);

}  // namespace isnad
