// SPDX-License-Identifier: Apache-2.0
#include "read/events.h"

#include <algorithm>

#include "read/claim_context.h"
#include "read/events_arguments.h"
#include "read/events_status.h"
#include "read/read.h"

namespace isnad {
namespace {

constexpr std::uint32_t kKindReach = 6;     // words behind an event that may say how it was done
constexpr std::uint32_t kContentReach = 9;  // words behind a demand, threat or promise that are its content

std::int32_t entity_of(const Report& report, std::int32_t name) {
  return name == kNone ? kNone : report.names[static_cast<std::size_t>(name)].entity;
}

bool in_claims_part(const Report& report, Span span) {
  for (const Part& part : report.parts) {
    if (!part.span.contains(span)) continue;
    return part.kind == PartKind::Title || part.kind == PartKind::Body || part.kind == PartKind::Embed;
  }
  return report.parts.empty();
}

bool is_verbal(const Event& event) {
  return event.type == "REQUEST" || event.type == "THREATEN" || event.type == "AGREE" || event.type == "REJECT" || event.type == "ACCUSE";
}

class EventFinder {
 public:
  EventFinder(const Lattice& lattice, Report& report, const std::vector<Attribution>& attributions)
      : report_(report), context_(lattice, report, attributions), words_(lattice, report), play_(tells_of_play(words_)) {}

  bool add(const RuleMatch& match) {
    Event event;
    event.span = match.span;
    event.rule = match.rule;
    if (!in_claims_part(report_, event.span)) return false;
    if (const std::int32_t name = words_.name_at(token_at(event.span.begin)); name != kNone && match.captures.size() <= 1) return false;
    if (play_ && match.argument("topic").size() <= 1) return false;
    EventWord word = word_of(match);
    read_type(match, word, event);
    word.bare = event.topic.empty();
    if (event.type.empty() || told_already(event) || is_content(event, word) || !is_told(words_, word)) return false;
    if (event.type == "DISASTER" && word.verb != kNone) return false;   // nobody does a flood
    set_status(word, event);
    if (event.topic == "claim.responsibility" && event.stance == Stance::Negated) return false;
    find_event_arguments(words_, word, event);
    if (const Capture* actor = match.capture("actor")) set_event_actor(words_, token_at(actor->span.begin), event);
    const Capture* does = match.capture("does");
    if (does != nullptr && !does->sense->attribute("obj").empty()) set_event_recipient(words_, word.last, event);
    set_place_and_time(word, event);
    if (event.topic == "claim.responsibility") claim(event);
    read_disaster(event);
    report_.events.push_back(std::move(event));
    by_word_.push_back(word.sense != nullptr);
    return true;
  }

 private:
  std::uint32_t token_at(std::uint32_t byte) const { return report_.text.token_at(byte); }

  EventWord word_of(const RuleMatch& match) const {
    EventWord word;
    word.first = word.word = token_at(match.span.begin);
    word.last = token_at(match.span.end - 1) + 1;
    word.end = match.span.end;
    word.led = match.span.begin > words_.token(word.first).span.begin;
    if (const Capture* from = match.argument_capture("from")) {
      word.word = token_at(from->span.begin);
      word.sense = from->sense;
      word.cls = from->sense->cls;
    }
    if (const Capture* verb = match.capture("verb")) {
      word.verb = static_cast<std::int32_t>(token_at(verb->span.begin));
      word.verb_end = token_at(verb->span.end - 1) + 1;
      word.suffers = !verb->sense->attribute("suffer").empty();
      if (const Capture* object = match.capture("object")) word.word = token_at(object->span.begin);
      if (!verb->sense->attribute("loc").empty()) word.verb = kNone;
    }
    return word;
  }

  void read_type(const RuleMatch& match, const EventWord& word, Event& event) const {
    event.type = std::string(match.argument("type"));
    event.mode = std::string(match.argument("mode"));
    event.topic = std::string(match.argument("topic"));
    if (event.topic == "-") event.topic.clear();
  if (event.mode == "-") event.mode.clear();
    if (word.sense == nullptr) return;
    if (event.type.empty()) event.type = std::string(word.sense->attribute("type"));
    if (event.mode.empty() && match.argument("mode").empty()) event.mode = std::string(word.sense->attribute("mode"));
    read_kind(word, event);
  }

  // "a raid by drones", "a suicide attack": words behind it that say how.
  void read_kind(const EventWord& word, Event& event) const {
    const std::uint32_t end = std::min({words_.size(), word.last + kKindReach, words_.sentence_last(word.word)});
    const bool set = !event.mode.empty() && event.mode != "heavy-weapons" && event.mode != "explosives" && event.mode != "strike" &&
                     event.mode != "arrest";
    const std::uint32_t first = words_.sentence_first(word.first);
    const std::uint32_t begin = word.cls == class_id("EVENT_VERB") ? std::max(first + 2, word.word) - 2 : word.word;
    for (std::uint32_t i = begin; i < end && !set; ++i) {
      if (i > word.word && words_.ends_clause(i)) return;
      const Sense* kind = words_.with(i, class_id("EVENT_KIND"), "type", event.type);
      if (kind == nullptr) continue;
      event.mode = std::string(kind->attribute("mode"));
      if (const std::string_view to = kind->attribute("to"); !to.empty()) event.type = std::string(to);
      return;
    }
  }

  // "18 cars were destroyed" in a report that tells of a fire and of no attack.
  void read_disaster(Event& event) const {
    if (event.type != "ASSAULT" || event.mode != "destroy" || event.actor != kNone || !event.actor_span.empty()) return;
    const Event* disaster = nullptr;
    for (const Event& other : report_.events) {
      if (other.type == "ASSAULT") return;
      if (other.type == "DISASTER" && disaster == nullptr) disaster = &other;
    }
    if (disaster == nullptr) return;
    event.type = disaster->type;
    event.mode = disaster->mode;
  }

  // One stretch tells one thing once, by the longest match; two topics may lie in one another, and a
  // topic says more than a word alone.
  bool told_already(const Event& event) {
    for (std::size_t i = report_.events.size(); i-- > 0 && !event.topic.empty();) {
      const Event& other = report_.events[i];
      if (!other.span.overlaps(event.span) || !other.topic.empty()) continue;
      if (!by_word_[i] && other.type != event.type) continue;
      report_.events.erase(report_.events.begin() + static_cast<std::ptrdiff_t>(i));
      by_word_.erase(by_word_.begin() + static_cast<std::ptrdiff_t>(i));
    }
    return std::any_of(report_.events.begin(), report_.events.end(), [&](const Event& other) {
      if (!other.span.overlaps(event.span)) return false;
      return event.topic.empty() || other.topic.empty() || other.type == event.type;
    });
  }

  // "threatened to strike", "called for the release of": what is demanded is no event beside the demand.
  bool is_content(const Event& event, const EventWord& word) const {
    if (!event.topic.empty()) return false;
    const std::uint32_t first = words_.sentence_first(word.first);
    for (const Event& other : report_.events) {
      if (!is_verbal(other) || other.span.end > event.span.begin || !other.topic.empty()) continue;
      const std::uint32_t at = token_at(other.span.end - 1);
      if (at < first || word.first - at > kContentReach) continue;
      bool clause = true;
      for (std::uint32_t i = at + 1; i < word.first; ++i) clause = clause && !words_.ends_clause(i);
      if (clause && !(word.cls == class_id("EVENT_VERB") && words_.joined(word.first, class_id("W")))) return true;
    }
    return false;
  }

  void set_status(const EventWord& word, Event& event) const {
    const EventStatus status = event_status(words_, word);
    if (const Attribution* said = context_.attribution(event.span)) {
      event.holders = said->chain;
      event.stance = said->stance;
    }
    if (status.stance != Stance::Asserted) event.stance = status.stance;
    event.historical = status.historical;
    event.future = status.future;
    event.hypothetical = status.hypothetical;
    if (!event.topic.empty() || !event.future || event.hypothetical) return;
    if (event.type == "RETREAT" && event.mode != "resign") announce("CONCEDE", event);
    if (event.type == "COOPERATE" || event.type == "AID") announce("AGREE", event);
  }

  // What is only announced is another type (docs/events.md).
  static void announce(const char* type, Event& event) {
    event.type = type;
    event.mode.clear();
  }

  void set_place_and_time(const EventWord& word, Event& event) const {
    const std::int32_t place = context_.place_near(event.span, event.span);
    if (place == kNone) set_place_inside(event);
    if (place != kNone) {
      const ClaimPlace& where = context_.places()[static_cast<std::size_t>(place)];
      event.place = entity_of(report_, where.name);
      event.place_span = where.span;
    }
    event.date_time = context_.time_near(event.span);
    if (event.date_time != kNone && word.led && words_.joined(word.first, class_id("W"))) {
      // "left in 2019 and still rules": the year is of what stands before the "and".
      const TimeMention& time = report_.times[static_cast<std::size_t>(event.date_time)];
      if (time.span.end <= event.span.begin && time.form.day == kUnset && time.form.year != kUnset) event.date_time = kNone;
    }
    if (event.actor == kNone && event.actor_span.empty()) event.actor = entity_of(report_, name_before(event));
  }

  // "arrived in Baghdad on a visit": a place among its own words.
  void set_place_inside(Event& event) const {
    for (const NameMention& name : report_.names) {
      if (name.span.begin >= event.span.end) return;
      if (name.type != EntityType::Place || name.adjective || !event.span.contains(name.span)) continue;
      event.place = name.entity;
      event.place_span = name.span;
    }
  }

  // The last person, organisation or group named before a rule's own event in its sentence.
  std::int32_t name_before(const Event& event) const {
    if (event.topic.empty()) return kNone;
    const Span sentence = context_.sentence(event.span);
    std::int32_t best = kNone;
    for (std::size_t i = 0; i < report_.names.size(); ++i) {
      const NameMention& name = report_.names[i];
      if (name.type == EntityType::Place || name.agency) continue;
      if (sentence.contains(name.span) && name.span.begin < event.span.end) best = static_cast<std::int32_t>(i);
    }
    return best;
  }

  // Who claims an act says of himself that he did it.
  static void claim(Event& event) {
    if (event.stance == Stance::Asserted) event.stance = Stance::Claimed;
    if (!event.holders.empty() || event.actor_span.empty()) return;
    event.holders.push_back({event.actor_span, event.span, event.actor});
  }

  Report& report_;
  ClaimContext context_;
  EventWords words_;
  const bool play_;
  std::vector<bool> by_word_;   // of each event: read from a word of a list, not by a rule of its own
};

}  // namespace

bool is_event_maker(std::string_view maker) { return maker == "event"; }

std::string event_value(const Event& event) {
  std::string out = event.type;
  if (!event.mode.empty()) out += "/" + event.mode;
  return event.topic.empty() ? out : out + " " + event.topic;
}

void find_events(Lattice& lattice, Report& report, const std::vector<Attribution>& attributions) {
  report.events.clear();
  EventFinder finder(lattice, report, attributions);
  run_stratum(lattice, "events", [&](const RuleMatch& match) { return finder.add(match); });
  std::stable_sort(report.events.begin(), report.events.end(),
                   [](const Event& a, const Event& b) { return a.span < b.span; });
}

}  // namespace isnad
