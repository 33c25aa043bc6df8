// SPDX-License-Identifier: Apache-2.0
#include "read/events.h"

#include <algorithm>

#include "read/claim_context.h"
#include "read/read.h"

namespace isnad {
namespace {

std::int32_t entity_of(const Report& report, std::int32_t name) {
  return name == kNone ? kNone : report.names[static_cast<std::size_t>(name)].entity;
}

// The last person, organisation or group named before the event in its sentence.
std::int32_t actor_before(const Report& report, Span sentence, Span event) {
  std::int32_t best = kNone;
  for (std::size_t i = 0; i < report.names.size(); ++i) {
    const NameMention& name = report.names[i];
    if (name.type == EntityType::Place || name.agency) continue;
    if (sentence.contains(name.span) && name.span.begin < event.end) best = static_cast<std::int32_t>(i);
  }
  return best;
}

bool in_claims_part(const Report& report, Span span) {
  for (const Part& part : report.parts) {
    if (!part.span.contains(span)) continue;
    return part.kind == PartKind::Title || part.kind == PartKind::Body || part.kind == PartKind::Embed;
  }
  return report.parts.empty();
}

// One rule tells one thing once: of two that overlap the longer stays.
bool told_already(const Report& report, const Event& event) {
  return std::any_of(report.events.begin(), report.events.end(), [&](const Event& other) {
    return other.topic == event.topic && other.span.overlaps(event.span);
  });
}

bool add_event(Report& report, const ClaimContext& context, const RuleMatch& match) {
  Event event;
  event.span = match.span;
  if (!in_claims_part(report, event.span)) return false;
  event.type = std::string(match.argument("type"));
  std::string_view mode = match.argument("mode");
  if (mode != "-") event.mode = std::string(mode);
  event.topic = std::string(match.argument("topic"));
  event.rule = match.rule;
  if (told_already(report, event)) return false;
  if (const Attribution* said = context.attribution(event.span)) {
    event.holders = said->chain;
    event.stance = said->stance;
  }
  Span sentence = context.sentence(event.span);
  event.actor = entity_of(report, actor_before(report, sentence, event.span));
  std::int32_t place = context.place_near(event.span, event.span);
  if (place != kNone) {
    const ClaimPlace& where = context.places()[static_cast<std::size_t>(place)];
    event.place = entity_of(report, where.name);
    event.place_span = where.span;
  }
  event.date_time = context.time_near(event.span);
  report.events.push_back(std::move(event));
  return true;
}

}  // namespace

bool is_event_maker(std::string_view maker) { return maker == "event"; }

std::string event_value(const Event& event) {
  std::string out = event.type;
  if (!event.mode.empty()) out += "/" + event.mode;
  return out + " " + event.topic;
}

void find_events(Lattice& lattice, Report& report, const std::vector<Attribution>& attributions) {
  report.events.clear();
  ClaimContext context(lattice, report, attributions);
  run_stratum(lattice, "events",
              [&](const RuleMatch& match) { return add_event(report, context, match); });
  std::stable_sort(report.events.begin(), report.events.end(),
                   [](const Event& a, const Event& b) { return a.span < b.span; });
}

}  // namespace isnad
