// SPDX-License-Identifier: Apache-2.0
// Settling: what was learned from the last report is put to the first.
#include <algorithm>
#include <numeric>

#include "story/story_index.h"
#include "story/story_limits.h"

namespace isnad {

// Rarity again, now that it is known which reports are one story: a term counts for a story where a
// tenth of its reports hold it.
void StoryIndex::count_again() {
  std::fill(in_stories_.begin(), in_stories_.end(), 0u);
  stories_seen_ = 0;
  std::vector<std::uint32_t> count(hashes_.size(), 0);
  std::vector<std::uint32_t> seen;
  for (const Group& group : groups_) {
    if (group.reports.empty() || group.closed) continue;
    ++stories_seen_;
    seen.clear();
    for (const std::int32_t report : group.reports) {
      for (const Term& term : entries_[report].terms) {
        if (count[term.id]++ == 0) seen.push_back(term.id);
      }
    }
    for (const std::uint32_t term : seen) {
      if (count[term] * 10 >= group.reports.size()) ++in_stories_[term];
      count[term] = 0;
    }
  }
}

// The same stories with the new weights; empty ones go, numbers follow the first report.
void StoryIndex::rebuild() {
  const std::vector<std::int32_t> old = story_of_;
  const std::vector<std::uint32_t> rarity = in_stories_;
  std::vector<std::int32_t> number(groups_.size(), kNone);
  std::vector<Group> closed;
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    if (!groups_[i].closed) groups_[i] = Group{};
  }
  std::vector<Group> before = std::move(groups_);
  groups_.clear();
  for (auto* postings : {&by_top_, &by_core_}) {
    for (auto& list : *postings) list.clear();
  }
  for (Entry& entry : entries_) weigh(entry);
  for (std::size_t i = 0; i < old.size(); ++i) {
    std::int32_t& story = number[old[i]];
    if (story == kNone) {
      story = static_cast<std::int32_t>(groups_.size());
      groups_.emplace_back();
      if (before[old[i]].closed) groups_.back() = std::move(before[old[i]]);
    }
    if (groups_[story].closed) {
      story_of_[i] = story;
    } else {
      put(static_cast<std::int32_t>(i), story);
    }
  }
  heat_.assign(groups_.size(), 0);
  in_stories_ = rarity;
  for (std::size_t s = 0; s < groups_.size(); ++s) {
    if (!groups_[s].closed) make_core(static_cast<std::int32_t>(s));
  }
}

// The story whose core the reports of this one hold most of, on the average.
std::int32_t StoryIndex::find_partner(std::int32_t story, double& mean) {
  const std::vector<std::int32_t>& reports = groups_[story].reports;
  const std::size_t asked = std::min(reports.size(), kSample);
  std::vector<std::pair<std::int32_t, double>> sums;
  std::vector<Candidate> found;
  for (std::size_t i = 0; i < asked; ++i) {
    const Entry& entry = entries_[reports[i * reports.size() / asked]];
    found.clear();
    collect(by_core_, true, entry, found);
    for (const Candidate& candidate : found) {
      const Group& other = groups_[candidate.story];
      if (candidate.story == story || other.reports.size() < reports.size()) continue;
      if (score(entry, other) <= 0) continue;
      sums.emplace_back(candidate.story, coverage(entry, other));
    }
  }
  std::sort(sums.begin(), sums.end());
  std::int32_t best = kNone;
  mean = 0;
  for (std::size_t i = 0; i < sums.size();) {
    const std::int32_t other = sums[i].first;
    double sum = 0;
    for (; i < sums.size() && sums[i].first == other; ++i) sum += sums[i].second;
    if (sum / static_cast<double>(asked) > mean) {
      mean = sum / static_cast<double>(asked);
      best = other;
    }
  }
  return best;
}

// The smaller joins the larger. How many did.
std::size_t StoryIndex::join_stories() {
  std::vector<std::int32_t> order;
  for (std::size_t s = 0; s < groups_.size(); ++s) {
    if (!groups_[s].reports.empty() && !groups_[s].closed) order.push_back(static_cast<int>(s));
  }
  std::stable_sort(order.begin(), order.end(), [&](std::int32_t a, std::int32_t b) {
    return groups_[a].reports.size() < groups_[b].reports.size();
  });
  std::size_t joined = 0;
  for (const std::int32_t story : order) {
    double mean = 0;
    const std::int32_t partner = find_partner(story, mean);
    if (partner == kNone || mean <= kJoined) continue;
    const std::vector<std::int32_t> reports = groups_[story].reports;
    notes_.push_back({.kind = StoryNote::Kind::Joined,
                      .story = reports.front(),
                      .other = groups_[partner].reports.front(),
                      .reports = static_cast<std::int32_t>(reports.size()),
                      .share = mean,
                      .terms = common_terms(groups_[story], groups_[partner])});
    for (const std::int32_t report : reports) {
      take(report);
      put(report, partner);
    }
    groups_[story] = Group{};
    ++joined;
  }
  for (std::size_t s = 0; s < groups_.size() && joined > 0; ++s) {
    if (!groups_[s].closed && groups_[s].core_at != static_cast<int>(groups_[s].reports.size())) {
      make_core(static_cast<std::int32_t>(s));
    }
  }
  return joined;
}

// Each report to the story it is most like now; out of all where it is like none.
void StoryIndex::move_reports() {
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const auto report = static_cast<std::int32_t>(i);
    const std::int32_t from = story_of_[i];
    if (groups_[from].closed) continue;
    take(report);
    Candidate best = best_story(entries_[i]);
    if (best.score < 1) {
      best.story = from;
      if (!groups_[from].reports.empty()) {
        best.story = static_cast<std::int32_t>(groups_.size());
        groups_.emplace_back();
        heat_.push_back(0);
      }
    }
    put(report, best.story);
  }
}

// Reports that share their text stay together: with the larger story. What is no more than a part of
// both does not draw a report out of a story that it shares with others.
void StoryIndex::keep_bonds() {
  for (const Bond& bond : bonds_) {
    const std::int32_t to = story_of_[bond.a], from = story_of_[bond.b];
    if (to == from || groups_[to].closed || groups_[from].closed) continue;
    const bool smaller = groups_[to].reports.size() < groups_[from].reports.size();
    const std::int32_t mover = smaller ? bond.a : bond.b;
    const std::int32_t goal = smaller ? from : to;
    if (bond.share < kWhole && groups_[story_of_[mover]].reports.size() > 1) continue;
    if (pair_odds(entries_[bond.a], entries_[bond.b]) < kOddsBond) continue;   // a form filled in again
    take(mover);
    put(mover, goal);
  }
}

void StoryIndex::settle() {
  notes_.clear();
  for (int round = 0; round < kRounds; ++round) {
    count_again();
    rebuild();
    const std::vector<std::uint32_t> rarity = in_stories_;
    for (int i = 0; i < kJoinRounds && join_stories() > 0; ++i) {
    }
    move_reports();
    in_stories_ = rarity;
  }
  for (int round = 0; round < kSplitRounds; ++round) {
    split_stories();
    count_again();
    rebuild();
    join_alike();
    count_again();
    rebuild();
  }
  keep_bonds();
  count_again();
  rebuild();
  finish_notes();
}

std::vector<std::vector<std::int32_t>> StoryIndex::also_of() {
  std::vector<std::vector<std::int32_t>> also(entries_.size());
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (groups_[story_of_[i]].closed) continue;
    for (const Candidate& candidate : candidates(entries_[i])) {
      const bool other = candidate.story != story_of_[i] && !groups_[candidate.story].core.empty();
      if (other && candidate.score >= 1) also[i].push_back(candidate.story);
    }
  }
  return also;
}

}  // namespace isnad
