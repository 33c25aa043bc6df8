// SPDX-License-Identifier: Apache-2.0
#include "engine/places_counts.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

#include "match/pack.h"
#include "read/places_candidates.h"

namespace isnad {
namespace {

constexpr const char* kArabLeague[] = {"AE", "BH", "DJ", "DZ", "EG", "IQ", "JO", "KM", "KW", "LB", "LY",
                                       "MA", "MR", "OM", "PS", "QA", "SA", "SD", "SO", "SY", "TN", "YE"};

bool is_arab_league(const std::string& country) {
  return std::find(std::begin(kArabLeague), std::end(kArabLeague), country) != std::end(kArabLeague);
}

std::string line_of(const PlacesOfCountry& row, const std::string& name) {
  char line[96];
  std::snprintf(line, sizeof line, "%-12s %7lld %10lld %7lld\n", name.c_str(), static_cast<long long>(row.towns),
                static_cast<long long>(row.provinces), static_cast<long long>(row.names));
  return line;
}

void add(PlacesOfCountry& sum, const PlacesOfCountry& row) {
  sum.towns += row.towns;
  sum.provinces += row.provinces;
  sum.names += row.names;
}

}  // namespace

std::vector<PlacesOfCountry> count_places(const Packs& packs) {
  std::map<std::string, PlacesOfCountry> counts;
  std::set<std::string_view> seen;
  for (const Sense& sense : packs.inner().senses) {
    const std::uint8_t grain = place_grain(sense);
    if (grain == 0) continue;
    PlacesOfCountry& row = counts[std::string(country_of(sense))];
    ++row.names;
    if (!seen.insert(sense.attribute("id")).second) continue;
    if (grain <= 2) ++row.towns;
    if (grain == 3) ++row.provinces;
  }
  std::vector<PlacesOfCountry> out;
  for (auto& [country, row] : counts) {
    row.country = country;
    row.arab_league = is_arab_league(country);
    out.push_back(row);
  }
  std::stable_sort(out.begin(), out.end(), [](const PlacesOfCountry& a, const PlacesOfCountry& b) {
    return a.arab_league != b.arab_league ? a.arab_league : a.country.empty() != b.country.empty() && b.country.empty();
  });
  return out;
}

std::string render_places_counts(const std::vector<PlacesOfCountry>& counts) {
  std::string out = "country        towns  provinces   names\n";
  PlacesOfCountry league, world;
  bool in_league = true;
  for (const PlacesOfCountry& row : counts) {
    if (in_league && !row.arab_league) out += line_of(league, "Arab League");
    in_league = row.arab_league;
    out += line_of(row, row.country.empty() ? "(several)" : row.country);
    add(world, row);
    if (row.arab_league) add(league, row);
  }
  return out + line_of(world, "world");
}

}  // namespace isnad
