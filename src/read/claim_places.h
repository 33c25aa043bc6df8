// SPDX-License-Identifier: Apache-2.0
// read/claim_places.h -- the places a report names, as candidates for where something happened: the
// names found as places, and sites told by a head with its complement ("the mosque of ...").
//
// Units      Bytes of the text.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "isnad/report.h"
#include "match/match.h"

namespace isnad {

struct ClaimPlace {
  Span span;
  std::int32_t name = kNone;   // index into Report::names; kNone for a site
  int coarse = 25;             // 10 a site, 18 a quarter or a place no gazetteer knows, 20 town, 30 province, 40 country
  std::string country;         // "" where unknown
  bool located = false;        // something is said to be there
  bool toward = false;         // "to Riyadh": where something went
  bool from = false;           // "from Riyadh": where something left
  bool struck = false;         // "the attack on the museum": where harm was done
  bool of_speaker = false;     // part of the name of one who speaks
};

// In reading order. Linear in the tokens and names.
std::vector<ClaimPlace> find_claim_places(const Lattice& lattice, const Report& report);

}  // namespace isnad
