// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "record/lanes.h"

namespace isnad {
namespace {

// The most frequent of some words, the first of equals.
std::string most_of(const std::vector<std::string>& items) {
  std::map<std::string, int> counts;
  for (const std::string& item : items) ++counts[item];
  std::string best;
  for (const std::string& item : items) {
    if (best.empty() || counts[item] > counts[best]) best = item;
  }
  return best;
}

std::vector<std::string> shown_holders(const LaneSet& set, const Step& step) {
  std::vector<const HolderId*> ids;
  for (const bool official : {true, false}) {
    for (std::size_t index : step.claims) {
      const HolderId& holder = set.claims[index].holder;
      if (!holder.named || holder.official != official || holder.shown.empty()) continue;
      const bool known = std::any_of(ids.begin(), ids.end(), [&](const HolderId* other) {
        return other->shown == holder.shown || same_holder(*other, holder);
      });
      if (!known) ids.push_back(&holder);
    }
  }
  std::vector<std::string> shown;
  for (const HolderId* id : ids) shown.push_back(id->shown);
  return shown;
}

Point show_step(const LaneSet& set, const Step& step) {
  Point point;
  point.as_of = Days{step.as_of, step.as_of};
  point.low = step.low;
  point.high = step.high;
  point.bound = step.bound;
  point.kind = step.kind;
  point.stance = step.stance;
  point.official = step.official;
  point.origins = step.origins;
  point.holders = shown_holders(set, step);
  for (std::size_t index : step.claims) {
    point.support.push_back({set.claims[index].report, set.claims[index].figure});
  }
  return point;
}

bool is_loaded(const std::string& group) {
  return group == "militants" || group == "protesters" || group == "attackers";
}

// The reports' own loaded words for those counted, when all who use any use the same.
std::string shown_label(const StoryView& view, const LaneSet& set, const Lane& lane) {
  std::string label;
  std::vector<std::string> folded;
  for (const Step& step : lane.steps) {
    for (std::size_t index : step.claims) {
      const Claim& claim = set.claims[index];
      if (claim.said->label.empty() || !is_loaded(claim.said->group)) continue;
      const std::string words = view.slice(claim.report, claim.said->label);
      if (label.empty()) { label = words; folded = fold_words(words); }
      if (fold_words(words) != folded) return {};
    }
  }
  return label;
}

}  // namespace

std::string own_place(const StoryView& view, const LaneSet& set) {
  std::map<std::string, int> counts;
  for (const Claim& claim : set.claims) {
    if (!claim.place.empty() || claim.said->place_entity == kNone) continue;
    if (claim.event != "main") continue;
    const Entity& place = view.report(claim.report)
                              .entities[static_cast<std::size_t>(claim.said->place_entity)];
    const bool is_country = std::any_of(
        place.mentions.begin(), place.mentions.end(), [&](std::int32_t mention) {
          return view.report(claim.report).names[static_cast<std::size_t>(mention)].grain == 4;
        });
    const bool wants_country = set.focus.starts_with("c:");
    if (is_country != wants_country && !set.focus.empty()) continue;
    ++counts[view.shown_name(claim.report, claim.said->place_entity)];
  }
  std::string best;
  int most = 0;
  for (const auto& [name, count] : counts) {
    if (count > most) { most = count; best = name; }
  }
  return best;
}

FigureLane show_lane(const StoryView& view, const LaneSet& set, const Lane& lane) {
  FigureLane shown;
  shown.role = lane.role;
  shown.background = lane.event != "main";
  std::vector<std::string> groups, places;
  for (const Step& step : lane.steps) {
    shown.series.push_back(show_step(set, step));
    for (std::size_t index : step.claims) {
      const Claim& claim = set.claims[index];
      groups.push_back(claim.said->group.empty() ? "people" : claim.said->group);
      if (claim.said->place_entity != kNone && view.words.language() == "en") {
        places.push_back(view.shown_name(claim.report, claim.said->place_entity));
      } else if (!claim.said->place.empty()) {
        places.push_back(view.slice(claim.report, claim.said->place));
      }
    }
  }
  // "Others" says the least of them.
  if (std::any_of(groups.begin(), groups.end(), [](const std::string& g) { return g != "other_people"; })) {
    std::erase(groups, "other_people");
  }
  const bool one_group = std::all_of(groups.begin(), groups.end(),
                                     [&](const std::string& g) { return g == groups.front(); });
  if (lane.family == "forces") shown.group = one_group ? groups.front() : "security_forces";
  else if (lane.family == "people") shown.group = "people";
  else shown.group = one_group ? groups.front() : most_of(groups);
  const std::string own = lane.place.empty() ? own_place(view, set) : "";
  shown.place = own.empty() ? most_of(places) : own;
  shown.label = shown_label(view, set, lane);
  return shown;
}

}  // namespace isnad
