// SPDX-License-Identifier: Apache-2.0
// story/features.h -- what a report is about, as weighted words, names, places, days and figures.
//
// Threads    Pure functions.
// Errors     None.
// Method     docs/methods/stories.md

#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "isnad/report.h"

namespace isnad {

// A feature and how much the report is about it; sorted by feature.
using Weights = std::vector<std::pair<std::uint64_t, float>>;

struct Features {
  Weights words;
  Weights names;                          // persons, towns, organisations, countries: id or key
  std::vector<std::uint64_t> countries;   // of its places, sorted
  std::vector<std::uint64_t> figures;     // role and value of counts that are not small, sorted
  std::vector<std::int32_t> days;         // days its times cover (single days), sorted
  std::int32_t published = kNoDay;
  bool arabic = false;
  bool in_stream = false;                 // one of many reports, not of a few gathered on purpose
};

// One entry a report. Rarity is taken over the sentences of all of them, so that it also works for
// five reports of one event, and over reports where there are many.
std::vector<Features> make_features(std::span<const Report> reports);

// How much two reports are about the same; 0 and up, unrelated ones mostly below 0.5.
double compare_features(const Features& a, const Features& b);

// Another place and another day: they do not tell one event.
bool places_and_days_clash(const Features& a, const Features& b);

}  // namespace isnad
