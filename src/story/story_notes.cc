// SPDX-License-Identifier: Apache-2.0
// What is said of stories that were joined, taken apart or kept apart, and why.
#include <algorithm>
#include <cmath>

#include "story/story_index.h"
#include "story/story_limits.h"

namespace isnad {
namespace {

constexpr std::size_t kNoteTerms = 6;

// What most reports say; `none` where nothing is said.
template <class T>
T most_told(const std::vector<std::pair<T, std::int32_t>>& tally, T none) {
  T best = none;
  std::int32_t most = 0;
  for (const auto& [value, count] : tally) {
    if (count > most) {
      most = count;
      best = value;
    }
  }
  return best;
}

}  // namespace

// The words that weigh most in both, heaviest first.
std::vector<std::uint64_t> StoryIndex::common_terms(const Group& a, const Group& b) const {
  std::vector<std::pair<float, std::uint64_t>> order;
  for (const TermSums::Slot& slot : a.sums.slots()) {
    if (slot.term == TermSums::kFree || kinds_[slot.term] != 0) continue;
    const TermSums::Slot* other = b.sums.find(slot.term);
    if (other == nullptr) continue;
    const float in_a = slot.sum / static_cast<float>(a.reports.size());
    const float in_b = other->sum / static_cast<float>(b.reports.size());
    if (std::min(in_a, in_b) > 0) order.emplace_back(-std::min(in_a, in_b), hashes_[slot.term]);
  }
  std::sort(order.begin(), order.end());
  if (order.size() > kNoteTerms) order.resize(kNoteTerms);
  std::vector<std::uint64_t> terms;
  for (const auto& entry : order) terms.push_back(entry.second);
  return terms;
}

// Two stories of one matter that are not joined: the incidents they tell clash. One note a pair.
void StoryIndex::note_apart(std::int32_t story) {
  const Group& group = groups_[story];
  const std::size_t asked = std::min(group.reports.size(), kSample);
  std::vector<StoryNote> found;
  std::vector<Candidate> near;
  for (std::size_t i = 0; i < asked; ++i) {
    const Entry& entry = entries_[group.reports[i * group.reports.size() / asked]];
    near.clear();
    collect(by_core_, true, entry, near);
    for (const Candidate& candidate : near) {
      const Group& other = groups_[candidate.story];
      if (candidate.story == story || other.reports.size() < group.reports.size()) continue;
      if (other.reports.size() == group.reports.size() && candidate.story < story) continue;
      const Clash why = clash(entry, other);
      const double share = coverage(entry, other);
      if (why == Clash::None || share < kJoined) continue;
      const auto kind = why == Clash::Day     ? StoryNote::Kind::OtherDay
                        : why == Clash::Place ? StoryNote::Kind::OtherPlace
                                              : StoryNote::Kind::OtherVictims;
      const auto size = static_cast<std::int32_t>(group.reports.size());
      found.push_back({.kind = kind, .story = story, .other = candidate.story, .reports = size, .share = share});
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const StoryNote& a, const StoryNote& b) {
    return a.other != b.other ? a.other < b.other : a.share > b.share;
  });
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (i == 0 || found[i].other != found[i - 1].other) notes_.push_back(found[i]);
  }
}

// Days, victims and words of two stories that stand apart.
void StoryIndex::describe(StoryNote& note) const {
  const Group &one = groups_[note.story], &two = groups_[note.other];
  const auto day_of = [](const Group& group) {
    if (!group.event_days.empty()) return most_told(group.event_days, kNoDay);
    return group.days.empty() ? kNoDay : group.days.front().first;
  };
  note.terms = common_terms(one, two);
  note.day = day_of(one);
  note.other_day = day_of(two);
  note.victims = most_told(one.victims, std::int64_t{0});
  note.other_victims = most_told(two.victims, std::int64_t{0});
}

// Of a pair of stories the last word counts, and only where both are stories still.
void StoryIndex::note_splits(const std::vector<StoryNote>& splits) {
  std::vector<StoryNote> found;
  for (StoryNote note : splits) {
    note.story = story_of_[note.story];
    note.other = story_of_[note.other];
    const std::size_t one = groups_[note.story].reports.size(), two = groups_[note.other].reports.size();
    if (note.story == note.other || one < 2 || two < 2) continue;
    note.reports = static_cast<std::int32_t>(std::min(one, two));
    note.share = 1 / (1 + std::exp(-story_odds(groups_[note.story], groups_[note.other])));
    found.push_back(note);
  }
  std::stable_sort(found.begin(), found.end(), [](const StoryNote& a, const StoryNote& b) {
    return std::pair(a.story, a.other) < std::pair(b.story, b.other);
  });
  for (std::size_t i = 0; i < found.size(); ++i) {
    const bool again = i > 0 && found[i].story == found[i - 1].story && found[i].other == found[i - 1].other;
    if (!again) notes_.push_back(found[i]);
  }
}

// Notes of joining and splitting name two reports until all is done; then stories, where it holds still.
void StoryIndex::finish_notes() {
  const std::vector<StoryNote> told = std::move(notes_);
  notes_.clear();
  std::vector<StoryNote> splits;
  for (StoryNote note : told) {
    if (note.kind == StoryNote::Kind::Split) {
      splits.push_back(note);
      continue;
    }
    note.story = story_of_[note.story];
    if (note.story != story_of_[note.other]) continue;
    note.other = kNone;
    notes_.push_back(note);
  }
  note_splits(splits);
  for (std::size_t s = 0; s < groups_.size(); ++s) {
    const Group& group = groups_[s];
    if (!group.closed && group.incidents > 0 && group.reports.size() > 1) {
      note_apart(static_cast<std::int32_t>(s));
    }
  }
  for (StoryNote& note : notes_) {
    if (note.other != kNone) describe(note);
  }
}

}  // namespace isnad
