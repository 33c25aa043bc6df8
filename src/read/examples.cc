// SPDX-License-Identifier: Apache-2.0
// Runs the reading over one sentence, for the examples that rules carry.
#include <string>

#include "read/attribution.h"
#include "read/events.h"
#include "read/names.h"
#include "read/numbers.h"
#include "read/read.h"
#include "read/times.h"

namespace isnad {
namespace {

constexpr std::string_view kStrata[] = {"numbers", "times", "page", "names", "attribution", "events"};

// A report that is one body, published on the day of the examples.
Report example_report(std::string_view text, std::int32_t day) {
  Report report;
  report.text = make_text(text);
  auto end = static_cast<std::uint32_t>(report.text.utf8().size());
  if (end > 0) report.parts.push_back({PartKind::Body, {0, end}});
  if (day != kNoDay) {
    report.published.basis = Basis::Metadata;
    report.published.days = {day, day};
    report.published.value = days_text(report.published.days);
  }
  return report;
}

}  // namespace

std::vector<ExampleMention> example_mentions(std::string_view text, const Packs& packs,
                                             std::string_view stratum, std::int32_t reference_day) {
  std::vector<ExampleMention> out;
  Report report = example_report(text, reference_day);
  Lattice lattice(report.text, packs);
  find_numbers(lattice, report);
  if (stratum == "numbers") {
    for (const NumberMention& n : report.numbers) out.push_back({n.rule, n.span, number_value(n)});
    return out;
  }
  find_times(lattice, report);
  anchor_times(report);
  if (stratum == "times") {
    for (const TimeMention& t : report.times) out.push_back({t.rule, t.span, t.value});
    return out;
  }
  find_names(lattice, report);
  if (stratum == "names") {
    for (const NameMention& n : report.names) out.push_back({n.rule, n.span, name_example_value(n)});
    return out;
  }
  std::vector<Attribution> said = find_attributions(lattice, report);
  if (stratum == "attribution") {
    for (const Attribution& a : said) out.push_back({a.rule, a.chain.empty() ? Span{} : a.chain.back().span, attribution_example_value(a)});
    return out;
  }
  find_quotations(lattice, report, said);
  find_figures(lattice, report, said);
  find_events(lattice, report, said);
  for (const Event& e : report.events) out.push_back({e.rule, e.span, event_value(e)});
  return out;
}

bool is_maker(std::string_view stratum, std::string_view maker) {
  if (stratum == kStrata[0]) return is_number_maker(maker);
  if (stratum == kStrata[1]) return is_time_maker(maker);
  if (stratum == kStrata[3]) return is_name_maker(maker);
  if (stratum == kStrata[4]) return is_attribution_maker(maker);
  if (stratum == kStrata[5]) return is_event_maker(maker);
  return false;
}

}  // namespace isnad
