// SPDX-License-Identifier: Apache-2.0
#include "read/attribution.h"

#include <algorithm>

#include "read/attribution_reader.h"

namespace isnad {
namespace {

// So many attributions that end before a place may stand between it and the one that governs it.
constexpr int kSiblings = 512;

}  // namespace

std::string attribution_example_value(const Attribution& attribution) {
  std::string value = stance_name(attribution.stance);
  value += '/';
  value += std::to_string(attribution.chain.size());
  if (attribution.carried) value += "/carried";
  return value;
}

const Attribution* governing_attribution(const std::vector<Attribution>& attributions, Span span) {
  auto at = std::upper_bound(
      attributions.begin(), attributions.end(), span.begin,
      [](std::uint32_t byte, const Attribution& a) { return byte < a.scope.begin; });
  for (int left = kSiblings; at != attributions.begin() && left > 0; --left)
    if ((--at)->scope.end > span.begin) return &*at;
  return nullptr;
}

std::vector<Attribution> find_attributions(Lattice& lattice, Report& report) {
  const Words words(lattice, report);
  AttributionReader reader(words, find_cues(lattice, words), find_quote_pairs(report.text));
  return reader.run();
}

}  // namespace isnad
