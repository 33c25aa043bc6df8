// SPDX-License-Identifier: Apache-2.0
// One event of a sentence beside the events of the records.
#include <algorithm>

#include "record/check_claims.h"

namespace isnad {
namespace {

bool holds(const Event& event) {
  return event.stance != Stance::Denied && event.stance != Stance::Negated && !event.hypothetical;
}

bool denies(const Event& event) {
  return event.stance == Stance::Denied || event.stance == Stance::Negated;
}

const Entity* entity_at(const Report& report, std::int32_t index) {
  return index == kNone ? nullptr : &report.entities[static_cast<std::size_t>(index)];
}

// Both name somebody, and not the same one.
bool differ(const Report& a, std::int32_t x, const Report& b, std::int32_t y) {
  const Entity* one = entity_at(a, x);
  const Entity* other = entity_at(b, y);
  if (one == nullptr || other == nullptr) return false;
  if (one->type != other->type || one->type == EntityType::Place) return false;
  return !one_name(*one, *other);
}

bool share(const Report& a, std::int32_t x, const Report& b, std::int32_t y) {
  const Entity* one = entity_at(a, x);
  const Entity* other = entity_at(b, y);
  return one != nullptr && other != nullptr && one_name(*one, *other);
}

enum class Topic { None, Same, Denial, Contradiction };

Topic compare_topics(const Event& asked, const Event& said) {
  if (asked.topic.empty() || said.topic.empty()) {
    const bool kind = asked.type == said.type && asked.mode == said.mode;
    return kind && asked.topic.empty() && said.topic.empty() ? Topic::Same : Topic::None;
  }
  if (asked.topic == said.topic) return Topic::Same;
  for (const auto& row : split_table(embedded_table("opposed"))) {
    if (row.size() < 4) continue;
    const bool pair = (row[2] == asked.topic && row[3] == said.topic) ||
                      (row[3] == asked.topic && row[2] == said.topic);
    if (pair) return row[1] == "denial" ? Topic::Denial : Topic::Contradiction;
  }
  return Topic::None;
}

struct Judged { Stand stand = Stand::Nothing; Way way = Way::Same; };

Judged judge(const CheckView& view, const Event& asked, const Report& report, const Event& said) {
  const Topic topic = compare_topics(asked, said);
  if (topic == Topic::None || said.span.empty() || said.hypothetical) return {};
  if (differ(view.sentence, asked.recipient, report, said.recipient)) return {};
  const PlaceFit place = fit_place(view.sentence, asked.place, report, said.place);
  if (place == PlaceFit::Other) return {};
  if (topic == Topic::Same && asked.topic.empty()) {
    // A type alone ("an attack") is the same only with somebody or some place in common.
    const bool common = share(view.sentence, asked.actor, report, said.actor) ||
                        share(view.sentence, asked.recipient, report, said.recipient) ||
                        share(view.sentence, asked.place, report, said.place);
    if (!common || differ(view.sentence, asked.actor, report, said.actor)) return {};
  }
  const bool asked_denies = denies(asked);
  if (topic == Topic::Same) {
    if (denies(said) == asked_denies) return {Stand::Supported, Way::Same};
    return {Stand::Contradicted, Way::Denied};
  }
  if (asked_denies || !holds(said)) return {};
  return {Stand::Contradicted, topic == Topic::Denial ? Way::Denied : Way::Opposed};
}

std::string event_key(const RecordWords& words, const Event& event) {
  if (!event.topic.empty() && words.has("topic." + event.topic)) return "topic." + event.topic;
  const std::string typed = "event." + event.type;
  if (!event.mode.empty() && words.has(typed + "." + event.mode)) return typed + "." + event.mode;
  return words.has(typed) ? typed : "event.OTHER";
}

std::string shown_event(const CheckView& view, const Report& report, const Event& event) {
  return view.words.fill(event_key(view.words, event),
                         {{"actor", shown_entity(view, report, event.actor)},
                          {"recipient", shown_entity(view, report, event.recipient)},
                          {"place", shown_entity(view, report, event.place)}});
}

}  // namespace

CheckedClaim check_event(const CheckView& view, const Event& event) {
  CheckedClaim claim;
  claim.span = event.span;
  claim.what = shown_event(view, view.sentence, event);
  for (std::size_t i = 0; i < view.records.size(); ++i) {
    for (const ReportInStory& in : view.records[i].reports) {
      const Report& report = view.report(in.report);
      for (const Event& said : report.events) {
        const Judged judged = judge(view, event, report, said);
        if (judged.stand == Stand::Nothing) continue;
        Saying saying;
        saying.stand = judged.stand;
        saying.way = judged.way;
        saying.place = {in.report, said.span};
        saying.record = static_cast<std::int32_t>(i);
        if (!said.holders.empty()) {
          saying.holder = std::string(report.text.slice(said.holders.back().span));
        }
        saying.why = view.words.fill(std::string("check.event.") + way_name(judged.way),
                                     {{"event", shown_event(view, report, said)}});
        add_saying(view, claim, std::move(saying));
      }
    }
  }
  finish_claim(view, claim);
  return claim;
}

}  // namespace isnad
