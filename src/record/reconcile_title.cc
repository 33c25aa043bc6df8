// SPDX-License-Identifier: Apache-2.0
#include "record/reconcile_title.h"

#include <algorithm>
#include <map>
#include <set>

#include "record/timeline.h"

namespace isnad {
namespace {

constexpr std::size_t kMostPlaces = 5;

struct PlaceCount {
  std::set<std::int32_t> reports;
  int told = 0;                     // figures and events there
  int named = 0;
  std::string shown;
};

// One key a place over all reports: its unified name, else its words.
std::string place_key(const StoryView& view, std::int32_t report, std::int32_t entity) {
  const std::int32_t name = view.name_of(report, entity);
  if (name != kNone) return "n" + std::to_string(name);
  return view.report(report).entities[static_cast<std::size_t>(entity)].name;
}

using Counts = std::map<std::string, PlaceCount>;

void count_place(const StoryView& view, std::int32_t report, std::int32_t entity, int told,
                 Counts& counts) {
  if (entity == kNone) return;
  const Entity& place = view.report(report).entities[static_cast<std::size_t>(entity)];
  if (place.type != EntityType::Place) return;
  PlaceCount& count = counts[place_key(view, report, entity)];
  count.reports.insert(report);
  count.told += told;
  count.named += static_cast<int>(place.mentions.size());
  if (count.shown.empty()) count.shown = view.shown_name(report, entity);
}

Counts count_places(const StoryView& view) {
  Counts counts;
  for (std::int32_t report : view.story.reports) {
    const Report& of = view.report(report);
    for (const Figure& figure : of.figures) {
      if (figure.event == "main") count_place(view, report, figure.place_entity, 1, counts);
    }
    for (const Event& event : of.events) {
      if (!event.historical) count_place(view, report, event.place, 1, counts);
    }
  }
  return counts;
}

// The kind of story an event speaks for: a key of phrases "title.*".
const char* kind_of(const Event& event) {
  if (event.type == "DISASTER") {
    for (const char* mode : {"quake", "storm", "flood", "fire", "crash", "collapse", "epidemic"}) {
      if (event.mode == mode) return mode;
    }
    return "events";
  }
  if (event.type == "PROTEST") {
    return event.mode == "riot" || event.mode == "vandalize" ? "unrest" : "protests";
  }
  if (event.type == "ASSAULT") {
    const bool bomb = event.mode == "explosives" || event.mode == "suicide-attack";
    return bomb ? "bombing" : "attack";
  }
  if (event.type == "CONSULT") return "talks";
  return "";
}

// Reports that tell of each kind.
std::map<std::string, std::set<std::int32_t>> count_kinds(const StoryView& view) {
  std::map<std::string, std::set<std::int32_t>> kinds;
  for (std::int32_t report : view.story.reports) {
    for (const Event& event : view.report(report).events) {
      const std::string kind = event.historical ? "" : kind_of(event);
      if (!kind.empty()) kinds[kind].insert(report);
    }
  }
  return kinds;
}

bool has_role(const LaneSet& set, Role role) {
  return std::any_of(set.lanes.begin(), set.lanes.end(), [&](const Lane& lane) {
    return lane.role == role && lane.event == "main";
  });
}

}  // namespace

std::vector<std::string> find_story_places(const StoryView& view, const LaneSet& set) {
  std::vector<const PlaceCount*> order;
  const Counts counts = count_places(view);
  for (const auto& [key, count] : counts) order.push_back(&count);
  std::stable_sort(order.begin(), order.end(), [](const PlaceCount* a, const PlaceCount* b) {
    if (a->reports.size() != b->reports.size()) return a->reports.size() > b->reports.size();
    return a->told != b->told ? a->told > b->told : a->named > b->named;
  });
  std::vector<std::string> places;
  const std::string own = own_place(view, set);
  if (!own.empty()) places.push_back(own);
  for (const PlaceCount* count : order) {
    const bool known = std::find(places.begin(), places.end(), count->shown) != places.end();
    if (!known && places.size() < kMostPlaces) places.push_back(count->shown);
  }
  return places;
}

std::string make_title(const StoryView& view, const LaneSet& set,
                       const std::vector<std::string>& places) {
  const auto kinds = count_kinds(view);
  std::string kind = "events";
  std::size_t most = 0;
  for (const auto& [name, reports] : kinds) {
    if (reports.size() > most) { most = reports.size(); kind = name; }
  }
  // Riots and dead make protests unrest.
  const bool violent = kinds.count("unrest") != 0 || has_role(set, Role::Killed);
  if (kind == "protests" && violent) kind = "unrest";
  if (most == 0 && has_role(set, Role::Killed)) kind = "deaths";
  else if (most == 0 && has_role(set, Role::Arrested)) kind = "arrests";
  return view.words.fill("title." + kind, {{"place", places.empty() ? "" : places.front()}});
}

Days find_story_days(const StoryView& view, const LaneSet& set,
                     const std::vector<TimelineEntry>& timeline) {
  Days days;
  const auto widen = [&](std::int32_t day) {
    if (day == kNoDay) return;
    if (days.first == kNoDay || day < days.first) days.first = day;
    if (days.last == kNoDay || day > days.last) days.last = day;
  };
  const std::int32_t last_written = written_days(view).last;
  for (const TimelineEntry& entry : timeline) {
    const bool ahead = last_written != kNoDay && entry.day > last_written;
    if (!entry.background && !ahead) widen(entry.day);
  }
  for (const Lane& lane : set.lanes) {
    if (lane.event != "main") continue;
    for (const Step& step : lane.steps) widen(step.as_of);
  }
  if (!days.known()) days = written_days(view);
  return days;
}

}  // namespace isnad
