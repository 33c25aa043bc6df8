// SPDX-License-Identifier: Apache-2.0
#include "record/timeline.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "record/differences.h"

namespace isnad {
namespace {

constexpr std::int32_t kBefore = 31;      // days before the first report that are still the story
constexpr std::int32_t kAfter = 31;
constexpr std::size_t kMostOfDay = 8;
constexpr std::size_t kMostBackground = 12;

struct Told { std::int32_t report; const Event* event; };
struct Draft {
  std::string key;                  // topic, or type and mode
  std::int32_t day = kNoDay;
  std::vector<Told> told;
  TimelineEntry entry;
  double weight = 0;
  std::string place, actor;         // as said in the sentence
  std::set<std::string> places;     // all that are named
};

bool happened(const Event& event) {
  return event.stance != Stance::Denied && event.stance != Stance::Negated &&
         !event.hypothetical && event.date.one_day() && !event.span.empty();
}

std::string event_key(const StoryView& view, const Event& event) {
  if (!event.topic.empty() && view.words.has("topic." + event.topic)) {
    return "topic." + event.topic;
  }
  const std::string typed = "event." + event.type;
  if (!event.mode.empty() && view.words.has(typed + "." + event.mode)) {
    return typed + "." + event.mode;
  }
  return view.words.has(typed) ? typed : "event.OTHER";
}

double type_weight(const std::string& type) {
  if (type == "DISASTER" || type == "ASSAULT") return 4;
  if (type == "PROTEST" || type == "MOBILIZE" || type == "RETREAT") return 3;
  if (type == "COERCE" || type == "SANCTION" || type == "THREATEN") return 2;
  return 1;
}

// The name most of them have, given that no other has as many; "" where they do not say.
std::string common_name(const std::vector<std::string>& names) {
  std::map<std::string, int> counts;
  for (const std::string& name : names) {
    if (!name.empty()) ++counts[name];
  }
  std::string best;
  int most = 0, second = 0;
  for (const auto& [name, count] : counts) {
    if (count > most) { second = most; most = count; best = name; }
    else second = std::max(second, count);
  }
  return most > second ? best : "";
}

std::string entity_text(const StoryView& view, std::int32_t report, std::int32_t entity,
                        Span span) {
  if (entity != kNone) return view.shown_name(report, entity);
  return span.empty() ? "" : view.slice(report, span);
}

// Who did it: who is said to have said it where it is a statement, else the actor read.
std::string actor_text(const StoryView& view, const Told& told) {
  const Event& event = *told.event;
  const bool statement = event.type == "ACCUSE" || event.type == "REJECT" ||
                         event.type == "THREATEN" || event.type == "REQUEST";
  if (statement) {
    const HolderId holder = make_holder(view, told.report, event.holders);
    if (holder.named) return holder.shown;
  }
  if (event.actor == kNone) {   // words that name nobody we know, but perhaps an office
    if (event.actor_span.empty()) return "";
    const std::string words = view.slice(told.report, event.actor_span);
    const OfficeMatch office = find_office(fold_words(words));
    const std::string key = "office." + office.office;
    if (!office.office.empty() && view.words.has(key) && !view.words.arabic()) {
      return std::string(view.words.get(key));
    }
    return office.office.empty() ? "" : words;
  }
  const Entity& actor = view.report(told.report).entities[static_cast<std::size_t>(event.actor)];
  const bool acts = actor.type != EntityType::Place;
  return acts ? view.shown_name(told.report, event.actor) : "";
}

void write_event_entry(const StoryView& view, const std::string& own, std::int32_t last_written,
                       Draft& draft) {
  std::vector<std::string> actors, places, recipients;
  bool only_announced = true, historical = true;
  for (const Told& told : draft.told) {
    const Event& event = *told.event;
    actors.push_back(actor_text(view, told));
    places.push_back(entity_text(view, told.report, event.place, event.place_span));
    recipients.push_back(entity_text(view, told.report, event.recipient, Span{}));
    const std::int32_t written = published_first(view.report(told.report));
    only_announced = only_announced && written != kNoDay && draft.day > written;
    historical = historical && event.historical;
    draft.entry.support.push_back({told.report, event.span});
  }
  draft.actor = common_name(actors);
  draft.place = common_name(places);
  draft.places.insert(places.begin(), places.end());
  draft.places.erase("");
  if (draft.place.empty() && draft.places.count(own) != 0) draft.place = own;   // where most do not decide
  std::string text = view.words.fill(
      draft.key, {{"actor", draft.actor},
                  {"place", draft.place},
                  {"recipient", common_name(recipients)}});
  const bool ahead = last_written != kNoDay && draft.day > last_written;
  if (only_announced || ahead) text = view.words.fill("timeline.announced", {{"text", text}});
  draft.entry.text = text;
  draft.entry.background = historical;
  draft.weight += type_weight(draft.told.front().event->type);
}

std::vector<Draft> draft_events(const StoryView& view, const std::string& own) {
  std::map<std::pair<std::int32_t, std::string>, Draft> drafts;
  for (std::int32_t report : view.story.reports) {
    for (const Event& event : view.report(report).events) {
      if (!happened(event)) continue;
      const std::string key = event_key(view, event);
      Draft& draft = drafts[{event.date.first, key}];
      draft.key = key;
      draft.day = event.date.first;
      draft.told.push_back({report, &event});
    }
  }
  const std::int32_t last = written_days(view).last;
  std::vector<Draft> made;
  for (auto& [key, draft] : drafts) {
    write_event_entry(view, own, last, draft);
    made.push_back(std::move(draft));
  }
  return made;
}

// A mosque, a barracks: below a town, or of no known size.
bool is_site(const Report& report, std::int32_t place) {
  if (place == kNone) return false;
  const auto& mentions = report.entities[static_cast<std::size_t>(place)].mentions;
  return std::all_of(mentions.begin(), mentions.end(), [&](std::int32_t mention) {
    return report.names[static_cast<std::size_t>(mention)].grain <= 1;
  });
}

std::string shown_count(const StoryView& view, const Step& step, const Claim& claim) {
  return view.words.counted(step.low, step.high, step.bound, counted_group(view, claim));
}

// The story's own town for a site in it that no list knows; else as its report names it.
std::string figure_place(const StoryView& view, const LaneSet& set, const Claim& claim) {
  const std::int32_t place = claim.said->place_entity;
  const bool site = place == kNone ? !claim.said->place.empty() : is_site(view.report(claim.report), place);
  const bool own = site && claim.place.empty() && claim.event == "main";
  const std::string town = own && !set.focus.empty() && !set.focus.starts_with("c:") ? own_place(view, set) : "";
  return town.empty() ? entity_text(view, claim.report, place, claim.said->place) : town;
}

bool shown_on_timeline(const Step& step) {
  return !step.misread && step.stance != Stance::Denied && step.stance != Stance::Negated &&
         step.stance != Stance::Feared && step.kind != CountKind::Part && step.low > 1;
}

// A figure of one known day: the value most reports give for that day, per lane.
Draft draft_figure(const StoryView& view, const LaneSet& set, const Lane& lane,
                   const Step& step, std::int32_t day) {
  const Claim& claim = set.claims[speaker_of(set, step)];
  Draft draft;
  draft.day = day;
  for (std::size_t index : step.claims) {
    draft.entry.support.push_back(claim_place(set.claims[index]));
  }
  std::string key = "timeline.figure." + std::string(role_name(lane.role));
  if (!view.words.has(key)) key = "timeline.figure";
  draft.key = key + lane.family;
  draft.entry.text = view.words.fill(
      key, {{"count", shown_count(view, step, claim)},
            {"role", shown_role(view, lane.role)},
            {"place", figure_place(view, set, claim)},
            {"holder", claim.holder.shown}});
  std::string& text = draft.entry.text;   // "thousands" begins the sentence
  if (!view.words.arabic() && !text.empty()) text[0] = static_cast<char>(std::toupper(text[0]));
  draft.entry.background = lane.event != "main";
  draft.weight = role_weight(lane.role) / 4;
  return draft;
}

// A toll is told of its day when most of its figures are of that day; a running toll is of none.
bool is_of_day(const LaneSet& set, const Lane& lane, std::int32_t day) {
  if (!is_toll(lane.role)) return true;
  std::size_t all = 0, of_day = 0;
  for (const Step& step : lane.steps) {
    for (std::size_t index : step.claims) {
      const Claim& claim = set.claims[index];
      ++all;
      if (!claim.said->by_day && claim.date.one_day() && claim.date.first == day) ++of_day;
    }
  }
  return of_day * 2 > all;
}

std::vector<Draft> draft_figures(const StoryView& view, const LaneSet& set) {
  std::vector<Draft> made;
  for (const Lane& lane : set.lanes) {
    std::map<std::int32_t, const Step*> of_day;
    for (const Step& step : lane.steps) {
      if (!shown_on_timeline(step)) continue;
      for (std::size_t index : step.claims) {
        const Claim& claim = set.claims[index];
        if (!claim.date.one_day() || claim.said->by_day) continue;
        const Step*& best = of_day[claim.date.first];
        if (!best || step.claims.size() >= best->claims.size()) best = &step;
      }
    }
    for (const auto& [day, step] : of_day) {
      if (!is_of_day(set, lane, day)) continue;
      made.push_back(draft_figure(view, set, lane, *step, day));
    }
  }
  return made;
}

bool is_statement(const std::string& type) {
  return type == "ACCUSE" || type == "REJECT" || type == "THREATEN" || type == "REQUEST" ||
         type == "CONSULT" || type == "AGREE" || type == "SUPPORT" || type == "CONCEDE";
}

std::string type_of(const Draft& draft) {
  return draft.told.empty() ? std::string() : draft.told.front().event->type;
}

// Says no more than `other` of one day: "an attack", or "an attack in Suruc", beside "a bombing in Suruc".
bool says_less(const Draft& draft, const Draft& other) {
  if (type_of(other) != type_of(draft) || other.day != draft.day) return false;
  if (other.entry.background != draft.entry.background) return false;
  if (!draft.actor.empty() && draft.actor != other.actor) return false;
  const bool elsewhere = std::any_of(draft.places.begin(), draft.places.end(),
                                     [&](const std::string& place) { return place != other.place; });
  if (elsewhere) return false;
  const bool general = draft.key == "event." + type_of(draft);
  if (draft.place.empty()) return !other.place.empty() || (general && other.key != draft.key);
  return general && other.key != draft.key && draft.place == other.place;
}

// What says less than another goes to it with its support. A statement of nobody says nothing.
std::vector<Draft> drop_bare(std::vector<Draft> drafts) {
  std::vector<std::size_t> into(drafts.size());
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    into[i] = i;
    if (drafts[i].told.empty() || drafts[i].key.starts_with("topic.")) continue;
    for (std::size_t j = 0; j < drafts.size(); ++j) {
      if (j == i || drafts[j].key.starts_with("topic.") || !says_less(drafts[i], drafts[j])) continue;
      if (into[i] == i || drafts[j].told.size() > drafts[into[i]].told.size()) into[i] = j;
    }
  }
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    std::size_t to = into[i];
    for (std::size_t steps = 0; into[to] != to && steps < drafts.size(); ++steps) to = into[to];
    if (to == i) continue;
    auto& support = drafts[to].entry.support;
    support.insert(support.end(), drafts[i].entry.support.begin(), drafts[i].entry.support.end());
  }
  std::vector<Draft> kept;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const bool empty = is_statement(type_of(drafts[i])) && drafts[i].actor.empty() &&
                       !drafts[i].key.starts_with("topic.");
    if (into[i] == i && !empty) kept.push_back(std::move(drafts[i]));
  }
  return kept;
}

void finish(Draft& draft, Days written) {
  TimelineEntry& entry = draft.entry;
  entry.day = draft.day;
  std::sort(entry.support.begin(), entry.support.end(), [](const Place1& a, const Place1& b) {
    return a.report != b.report ? a.report < b.report : a.span < b.span;
  });
  for (const Place1& place : entry.support) {
    if (entry.reports.empty() || entry.reports.back() != place.report) {
      entry.reports.push_back(place.report);
    }
  }
  if (written.first != kNoDay && draft.day < written.first - kBefore) entry.background = true;
  draft.weight += 3 * static_cast<double>(entry.reports.size());
}

bool before(const Draft& a, const Draft& b) {
  if (a.entry.background != b.entry.background) return b.entry.background;
  if (a.day != b.day) return a.day < b.day;
  if (a.weight != b.weight) return a.weight > b.weight;
  return a.key < b.key;
}

// Within a day what befell people comes before how many they were, and before all else.
bool is_cause(const Draft& draft) {
  const std::string type = type_of(draft);
  return type == "ASSAULT" || type == "DISASTER";
}

}  // namespace

Days written_days(const StoryView& view) {
  Days days;
  for (std::int32_t report : view.story.reports) {
    const std::int32_t first = published_first(view.report(report));
    const std::int32_t last = published_last(view.report(report));
    if (first != kNoDay && (days.first == kNoDay || first < days.first)) days.first = first;
    if (last != kNoDay && (days.last == kNoDay || last > days.last)) days.last = last;
  }
  return days;
}

std::vector<TimelineEntry> make_timeline(const StoryView& view, const LaneSet& set) {
  const Days written = written_days(view);
  std::vector<Draft> drafts = drop_bare(draft_events(view, own_place(view, set)));
  for (Draft& draft : draft_figures(view, set)) drafts.push_back(std::move(draft));
  for (Draft& draft : drafts) finish(draft, written);
  std::stable_sort(drafts.begin(), drafts.end(), before);
  std::map<std::int32_t, std::size_t> of_day;
  std::size_t background = 0;
  std::erase_if(drafts, [&](const Draft& draft) {
    if (draft.entry.background) return background++ >= kMostBackground;
    const bool far = written.last != kNoDay && draft.day > written.last + kAfter;
    return far || of_day[draft.day]++ >= kMostOfDay;
  });
  std::stable_sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) {
    if (a.entry.background != b.entry.background) return b.entry.background;
    if (a.day != b.day) return a.day < b.day;
    return is_cause(a) && !is_cause(b);
  });
  std::vector<TimelineEntry> timeline;
  for (Draft& draft : drafts) timeline.push_back(std::move(draft.entry));
  return timeline;
}

}  // namespace isnad
