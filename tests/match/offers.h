// SPDX-License-Identifier: Apache-2.0
// match/offers.h -- all strata over one lattice, by the fast way or the slow one, as something that
// can be compared. What is accepted becomes a mention of some class, seen by the strata above.
//
// Used by the tests and by fuzz/match_fuzz.cc, so nothing here needs GoogleTest.

#pragma once

#include <iterator>
#include <string_view>
#include <vector>

#include "match/match.h"

namespace isnad::test {

inline constexpr const char* kAllStrata[] = {"numbers", "times",       "names",
                                             "page",    "attribution", "events"};

struct Offer {
  std::uint32_t rule = 0;
  Span span, whole;
  std::vector<Span> captures;
  bool operator==(const Offer&) const = default;
};

using RunStratum = void (*)(const Lattice&, std::string_view, const Maker&);

// `dice`: which matches are refused and which mention an accepted one becomes.
inline std::vector<Offer> offers_of(Lattice& lattice, std::size_t stratum, unsigned dice,
                                    RunStratum run) {
  static constexpr const char* kMentions[] = {"NUM",   "DATE",      "PERSON",
                                              "PLACE", "QUOTATION", "FIGURE"};
  std::vector<Offer> out;
  std::vector<Span> accepted;
  run(lattice, kAllStrata[stratum], [&](const RuleMatch& match) {
    out.push_back({match.rule, match.span, match.whole, {}});
    for (const Capture& capture : match.captures) out.back().captures.push_back(capture.span);
    if ((match.rule + dice) % 5 == 0) return false;
    accepted.push_back(match.span);
    return true;
  });
  const ClassId cls = class_named(kMentions[(stratum + dice) % std::size(kMentions)]);
  for (std::size_t i = 0; i < accepted.size(); ++i)
    lattice.add_mention(cls, accepted[i], static_cast<std::int32_t>(i),
                        static_cast<std::int64_t>(i));
  return out;
}

}  // namespace isnad::test
