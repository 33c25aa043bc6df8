// SPDX-License-Identifier: Apache-2.0
#include "read/times.h"

#include <algorithm>

#include "read/read.h"

namespace isnad {
namespace {

ClassId edge_class(TimeKind kind) {
  switch (kind) {
    case TimeKind::Time: return class_id("TIME");
    case TimeKind::Duration: return class_id("DURATION");
    case TimeKind::Set: return class_id("SETTIME");
    default: return class_id("DATE");
  }
}

}  // namespace

void find_times(Lattice& lattice, Report& report) {
  run_stratum(lattice, "times", [&](const RuleMatch& match) {
    std::vector<TimeMention> made = make_times(lattice, match);
    for (TimeMention& time : made) report.times.push_back(std::move(time));
    return !made.empty();
  });
  std::sort(report.times.begin(), report.times.end(),
            [](const TimeMention& a, const TimeMention& b) { return a.span < b.span; });
  for (std::size_t i = 0; i < report.times.size(); ++i) {
    const TimeMention& t = report.times[i];
    lattice.add_mention(edge_class(t.kind), t.span, static_cast<std::int32_t>(i));
  }
}

}  // namespace isnad
