// SPDX-License-Identifier: Apache-2.0
// Stories without records: grouping, copies and origins.
#include <algorithm>
#include <map>
#include <set>

#include "isnad/stories.h"
#include "record/record_steps.h"
#include "story/story.h"

namespace isnad {
namespace {

std::int32_t count_outlets(std::span<const Report> reports, const Story& story) {
  std::set<std::string> outlets;
  std::int32_t unnamed = 0;
  for (const std::int32_t report : story.reports) {
    if (reports[report].outlet.empty()) ++unnamed;
    else outlets.insert(reports[report].outlet);
  }
  return static_cast<std::int32_t>(outlets.size()) + unnamed;
}

// The agency that a quarter of them and more say they carry, and no fewer than any other: desks leave the
// credit out. "" where none.
std::string common_agency(std::span<const Report> reports, const OriginGroup& origin) {
  std::map<std::string, std::size_t> count;
  for (const std::int32_t report : origin.reports) {
    std::set<std::string> named;
    for (const Agency& agency : reports[report].agencies) {
      named.insert(agency.id.empty() ? std::string(reports[report].text.slice(agency.span))
                                     : agency.id);
    }
    for (const std::string& name : named) ++count[name];
  }
  const auto most = std::max_element(count.begin(), count.end(), [](const auto& a, const auto& b) {
    return a.second < b.second;
  });
  const bool enough = most != count.end() && most->second * 4 >= origin.reports.size();
  return enough ? most->first : "";
}

// The one the others took most from goes first; `shared` is the mean of the others' largest shares.
void describe(const CopyGraph& copies, OriginGroup& origin) {
  std::map<std::int32_t, double> largest, given;
  const std::set<std::int32_t> members(origin.reports.begin(), origin.reports.end());
  for (const SharedText& shared : copies.shared) {
    if (!members.contains(shared.copy) || !members.contains(shared.of)) continue;
    largest[shared.copy] = std::max(largest[shared.copy], shared.share);
    given[shared.of] += shared.share;
  }
  const auto source = std::max_element(origin.reports.begin(), origin.reports.end(),
                                       [&](std::int32_t a, std::int32_t b) { return given[a] < given[b]; });
  std::rotate(origin.reports.begin(), source, source + 1);
  double sum = 0;
  std::size_t others = 0;
  for (const auto& [report, share] : largest) {
    if (report == origin.reports.front()) continue;
    sum += share;
    ++others;
  }
  origin.shared = others > 0 ? sum / static_cast<double>(others) : 0;
}

StoryGroup make_group(std::span<const Report> reports, const Story& story, const CopyGraph& copies,
                      const std::vector<std::vector<CopyOf>>& taken) {
  StoryGroup group;
  group.reports = story.reports;
  group.also = story.also;
  group.about = story.about;
  group.outlets = count_outlets(reports, story);
  const std::vector<std::string> ids = find_origins(reports, story, copies);
  std::map<std::string, std::size_t> number;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const auto [at, fresh] = number.try_emplace(ids[i], group.origins.size());
    if (fresh) group.origins.push_back({ids[i], {}, "", 0});
    group.origins[at->second].reports.push_back(story.reports[i]);
  }
  for (OriginGroup& origin : group.origins) {
    origin.agency = common_agency(reports, origin);
    if (origin.reports.size() > 1) describe(copies, origin);
  }
  for (const std::int32_t report : story.reports) group.copies.push_back(taken[report]);
  return group;
}

}  // namespace

void sort_reports(std::vector<Report>& reports) {
  std::stable_sort(reports.begin(), reports.end(), [](const Report& a, const Report& b) {
    return a.input != b.input ? a.input < b.input : a.id < b.id;
  });
}

Grouping group_reports(std::span<const Report> reports) {
  const CopyGraph copies = find_copies(reports);
  const Stories stories = explain_stories(reports, copies);
  std::vector<std::vector<CopyOf>> taken(reports.size());
  for (const SharedText& shared : copies.shared) {
    taken[shared.copy].push_back({shared.of, shared.share, shared.spans});
  }
  Grouping grouping;
  for (const Story& story : stories.stories) {
    CopyGraph own;
    const std::set<std::int32_t> members(story.reports.begin(), story.reports.end());
    for (const std::int32_t report : story.reports) {
      for (const CopyOf& copy : taken[report]) {
        if (members.contains(copy.of)) own.shared.push_back({report, copy.of, copy.share, {}, {}});
      }
    }
    grouping.stories.push_back(make_group(reports, story, own, taken));
  }
  for (const StoryNote& note : stories.notes) {
    grouping.reasons.push_back({story_note_name(note.kind), note.story, note.other, note.reports,
                                note.share, note.words, note.day, note.other_day, note.victims,
                                note.other_victims});
  }
  return grouping;
}

}  // namespace isnad
