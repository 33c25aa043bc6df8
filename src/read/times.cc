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

// Marks a time that a word like "to" joins to the next one.
void mark_ranges(const Lattice& lattice, std::vector<TimeMention>& times) {
  for (std::size_t i = 0; i + 1 < times.size(); ++i) {
    const Span between{times[i].span.end, times[i + 1].span.begin};
    const auto tokens = lattice.text().tokens();
    const std::uint32_t first = lattice.text().token_at(between.begin);
    const std::uint32_t behind = lattice.text().token_at(between.end);
    if (behind != first + 1 || behind >= tokens.size() || !times[i].form.fixed.empty()) continue;
    const bool to = lattice.find(first, class_id("TO")) || lattice.find(first, class_id("DASH"));
    if (to) times[i].form.fixed = "to";
    const bool day = times[i].kind == TimeKind::Date && times[i].form.base == TimeForm::Base::Weekday;
    const bool clock = times[i + 1].kind == TimeKind::Time && times[i + 1].form.hour != kUnset;
    if (day && clock && lattice.find(first, class_id("FROM"))) times[i].form.fixed = "on";
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
  mark_ranges(lattice, report.times);
  for (std::size_t i = 0; i < report.times.size(); ++i) {
    const TimeMention& t = report.times[i];
    lattice.add_mention(edge_class(t.kind), t.span, static_cast<std::int32_t>(i));
  }
}

}  // namespace isnad
