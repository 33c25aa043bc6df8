// SPDX-License-Identifier: Apache-2.0
// The record, part by part.
#include <algorithm>
#include <set>

#include "base/hash.h"
#include "record/differences.h"
#include "record/lanes.h"
#include "record/policy.h"
#include "record/reconcile_title.h"
#include "record/reconcile_view.h"
#include "record/statements.h"
#include "record/timeline.h"

namespace isnad {
namespace {

constexpr std::size_t kIdDigits = 10;

std::string make_id(const StoryView& view) {
  std::vector<std::string> ids;
  for (std::int32_t report : view.story.reports) ids.push_back(view.report(report).id);
  std::sort(ids.begin(), ids.end());
  std::string all;
  for (const std::string& id : ids) all += id + "\n";
  return "r" + sha256_hex(all).substr(0, kIdDigits);
}

std::vector<ReportInStory> list_reports(const StoryView& view) {
  std::vector<ReportInStory> list;
  for (std::int32_t report : view.story.reports) {
    ReportInStory in;
    in.report = report;
    in.published = view.report(report).published;
    in.origin = view.origin(report);
    for (const SharedText& shared : view.copies.shared) {
      if (shared.copy != report || view.position(shared.of) == kNone) continue;
      in.copies.push_back({shared.of, shared.share, shared.spans});
    }
    list.push_back(std::move(in));
  }
  std::stable_sort(list.begin(), list.end(), [](const ReportInStory& a, const ReportInStory& b) {
    const std::int32_t x = a.published.days.last, y = b.published.days.last;
    if (x != y) return x < y;
    if (a.published.value != b.published.value) return a.published.value < b.published.value;
    return a.report < b.report;
  });
  return list;
}

// Outlets that are named; a report that names none is one of its own.
std::int32_t count_outlets(const StoryView& view) {
  std::set<std::string> outlets;
  std::int32_t unnamed = 0;
  for (std::int32_t report : view.story.reports) {
    const std::string& outlet = view.report(report).outlet;
    if (outlet.empty()) ++unnamed;
    else outlets.insert(outlet);
  }
  return static_cast<std::int32_t>(outlets.size()) + unnamed;
}

void take_all(std::vector<Found> some, std::vector<Found>& all) {
  for (Found& one : some) all.push_back(std::move(one));
}

}  // namespace

Record make_record(const StoryView& view, Policy policy) {
  Record record;
  record.id = make_id(view);
  record.language = std::string(view.words.language());
  record.policy = policy;
  record.reports = list_reports(view);
  record.outlets = count_outlets(view);
  record.independent_origins = static_cast<std::int32_t>(
      std::set<std::string>(view.origins.begin(), view.origins.end()).size());

  LaneSet set = make_lanes(view);
  std::vector<Found> found = find_role_clashes(view, set);
  take_all(find_slips(view, set), found);
  take_all(find_group_clashes(view, set), found);
  take_all(find_told_rivals(view, set), found);
  take_all(find_value_differences(view, set), found);
  take_all(find_told_growth(view, set), found);
  take_all(find_scope_differences(view, set), found);
  take_all(find_incidents(view, set), found);
  take_all(find_outliers(view, set), found);
  take_all(find_opposed_statements(view), found);
  record.differences = rank_differences(std::move(found));

  for (const Lane& lane : set.lanes) {
    FigureLane shown = show_lane(view, set, lane);
    apply_policy(view, set, lane, policy, shown);
    shown.verdict = judge_lane(view, set, lane);
    record.figures.push_back(std::move(shown));
  }
  record.timeline = make_timeline(view, set);
  record.places = find_story_places(view, set);
  record.title = make_title(view, set, record.places);
  record.days = find_story_days(view, set, record.timeline);
  record.names = view.names.names;
  return record;
}

}  // namespace isnad
