// SPDX-License-Identifier: Apache-2.0
// match/run.h -- what the fast and the slow way of running a stratum share: a found match, and the
// order in which matches are offered.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "match/lattice_inner.h"

namespace isnad {

// A stretch under way or a capture made; marks are taken off again when a way ends.
struct Mark {
  std::uint32_t op = 0;            // pack::kEdge (a capture), kCaptureBegin ... kExtentEnd
  std::string_view name;
  std::uint32_t byte = 0;          // of the begin and end marks
  const Edge* edge = nullptr;
  const Sense* sense = nullptr;
};

// One way a rule fits, before it is offered. Captures stand in the list of all of them.
struct Candidate {
  std::uint32_t rule = 0;
  Span span, whole;
  std::uint32_t first_capture = 0, captures = 0;
};

struct Candidates {
  std::vector<Candidate> all;
  std::vector<Capture> captures;

  // Makes a candidate of the marks of one way from its first edge to its last. Nothing is added
  // when the extent is empty.
  void add(const Lattice& lattice, std::uint32_t rule, Span whole, const std::vector<Mark>& marks);
};

// Earliest extent first, then longest, then highest priority, then id, then the longer whole.
bool offered_before(const Packs::Inner& packs, const Candidate& a, const Candidate& b);

// Whether b, of the same rule, tells nothing that a does not: it lies inside, and so does each of
// its captures inside one of the same name.
bool says_no_more(const Candidates& list, const Candidate& b, const Candidate& a);

// How many accepted matches of a rule a later one of an `overlap` file is compared with.
inline constexpr std::size_t kComparedBack = 32;

bool offer_one(const Lattice& lattice, const Candidates& list, const Candidate& candidate,
               const Maker& maker);

}  // namespace isnad
