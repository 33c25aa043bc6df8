// SPDX-License-Identifier: Apache-2.0
#include "read/attribution.h"

#include "read/attribution_reader.h"

namespace isnad {

std::string attribution_example_value(const Attribution& attribution) {
  std::string value = stance_name(attribution.stance);
  value += '/';
  value += std::to_string(attribution.chain.size());
  if (attribution.carried) value += "/carried";
  return value;
}

const Attribution* governing_attribution(const std::vector<Attribution>& attributions, Span span) {
  const Attribution* best = nullptr;
  for (const Attribution& a : attributions) {
    if (a.scope.begin > span.begin) break;
    if (a.scope.contains({span.begin, span.begin})) best = &a;
  }
  return best;
}

std::vector<Attribution> find_attributions(Lattice& lattice, Report& report) {
  const Words words(lattice, report);
  AttributionReader reader(words, find_cues(lattice, words), find_quote_pairs(report.text));
  return reader.run();
}

}  // namespace isnad
