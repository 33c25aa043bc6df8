// SPDX-License-Identifier: Apache-2.0
// Broad matters: what was gathered by the words of a long matter is taken apart into its incidents.
// Reports are laid beside each other in pairs; average link over the odds that two tell one incident.
#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "story/story_index.h"
#include "story/story_limits.h"

namespace isnad {
namespace {

// Average link: two clusters become one while the mean odds of their pairs are the best and above 0.
class Clusters {
 public:
  explicit Clusters(std::size_t n) : n_(n), sums_(n * n, 0), size_(n, 1), best_(n, 0), root_(n) {
    for (std::size_t i = 0; i < n; ++i) root_[i] = i;
  }
  void set(std::size_t i, std::size_t j, double odds) {
    sums_[i * n_ + j] = sums_[j * n_ + i] = static_cast<float>(odds);
  }
  void run() {
    for (std::size_t i = 0; i < n_; ++i) find_best(i);
    for (;;) {
      std::size_t a = n_;
      for (std::size_t i = 0; i < n_; ++i) {
        if (size_[i] > 0 && mean(i, best_[i]) > 0 && (a == n_ || mean(i, best_[i]) > mean(a, best_[a]))) a = i;
      }
      if (a == n_) return;
      join(std::min(a, best_[a]), std::max(a, best_[a]));
    }
  }
  std::size_t root(std::size_t i) const {
    while (root_[i] != i) i = root_[i];
    return i;
  }

 private:
  // Of a cluster with itself: none.
  double mean(std::size_t i, std::size_t j) const {
    return i == j ? -1 : sums_[i * n_ + j] / (static_cast<double>(size_[i]) * static_cast<double>(size_[j]));
  }
  void find_best(std::size_t i) {
    best_[i] = i;
    for (std::size_t j = 0; j < n_; ++j) {
      if (j != i && size_[j] > 0 && (best_[i] == i || mean(i, j) > mean(i, best_[i]))) best_[i] = j;
    }
  }
  void join(std::size_t to, std::size_t from) {
    for (std::size_t k = 0; k < n_; ++k) {
      sums_[to * n_ + k] += sums_[from * n_ + k];
      sums_[k * n_ + to] = sums_[to * n_ + k];
    }
    size_[to] += size_[from];
    size_[from] = 0;
    root_[from] = to;
    for (std::size_t i = 0; i < n_; ++i) {
      if (size_[i] == 0) continue;
      if (i == to || best_[i] == to || best_[i] == from) {
        find_best(i);
      } else if (mean(i, to) > mean(i, best_[i])) {
        best_[i] = to;
      }
    }
  }

  std::size_t n_;
  std::vector<float> sums_;
  std::vector<std::size_t> size_, best_, root_;
};

std::uint64_t day_key(std::int32_t day) {
  return static_cast<std::uint64_t>(static_cast<std::uint32_t>(day)) * 0x9E3779B97F4A7C15ull;
}

// Of two sorted rows.
template <class T>
std::size_t count_shared(const std::vector<T>& a, const std::vector<T>& b) {
  std::size_t shared = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) {
      ++shared, ++i, ++j;
    } else {
      a[i] < b[j] ? ++i : ++j;
    }
  }
  return shared;
}

}  // namespace

// How telling each term is, and how much each report's title holds of it.
void StoryIndex::weigh_titles() {
  const double all = std::log(std::max(stories_seen_, kFewestStories));
  rare_.resize(hashes_.size());
  rare_number_.resize(hashes_.size());
  for (std::size_t i = 0; i < rare_.size(); ++i) {
    const double in = std::max<std::uint32_t>(1, in_stories_[i]);
    const auto rare = static_cast<float>(std::max(0.0, all - std::log(in)) / all);
    rare_[i] = kinds_[i] == 0 ? rare : kinds_[i] == 1 ? static_cast<float>(kNameWeight) * rare : 0;
    rare_number_[i] = (kinds_[i] & 4) != 0 ? rare : 0;
  }
  for (Entry& entry : entries_) {
    entry.head = 0;
    for (const Term& term : entry.terms) {
      if (kinds_[term.id] <= 1 && term.place >= kTermLead) entry.head = std::max(entry.head, term.place);
    }
    entry.head_sum = entry.numbers = 0;
    for (const Term& term : entry.terms) {
      entry.numbers += rare_number_[term.id];
      if (term.place >= entry.head) entry.head_sum += rare_[term.id];
    }
  }
}

// Of days, places and incidents, whatever the language.
double StoryIndex::fact_odds(const Entry& a, const Entry& b) const {
  const std::int32_t gap = a.day == kNoDay || b.day == kNoDay ? 0 : std::abs(a.day - b.day);
  double odds = -kOddsDay * std::min(gap, kMaxGap);
  if (!a.places.empty() && !b.places.empty()) {
    odds += count_shared(a.places, b.places) > 0 ? kOddsPlace : -kOddsOtherPlace;
  }
  if (a.event_day != kNoDay && b.event_day != kNoDay) {
    odds += std::abs(a.event_day - b.event_day) <= kSameIncidentDays ? kOddsIncident : -kOddsIncident;
  }
  return odds;
}

// Of two languages: names by their ids and Latin forms, counts, numbers. Words tell nothing.
double StoryIndex::cross_odds(const Entry& a, const Entry& b) const {
  double names = 0, a_names = 0, b_names = 0;
  const auto weight = [&](const Term& term) { return kinds_[term.id] == 1 ? rare_[term.id] * term.place : 0.0; };
  for (const Term& term : a.terms) a_names += weight(term);
  for (const Term& term : b.terms) b_names += weight(term);
  for (std::size_t i = 0, j = 0; i < a.terms.size() && j < b.terms.size();) {
    if (a.terms[i].id == b.terms[j].id) {
      names += std::min(weight(a.terms[i++]), weight(b.terms[j++]));
    } else {
      a.terms[i].id < b.terms[j].id ? ++i : ++j;
    }
  }
  const double fewer = std::min(a_names, b_names);
  const double counts = static_cast<double>(std::min<std::size_t>(count_shared(a.counts, b.counts), 3));
  const double numbers = static_cast<double>(std::min<std::size_t>(count_shared(a.numbers_said, b.numbers_said), 3));
  return kCrossNone + kCrossNames * names / (fewer + kCrossFew) + kCrossCounts * counts +
         kCrossNumbers * numbers + fact_odds(a, b);
}

// The odds (logarithm) that two reports tell one incident.
double StoryIndex::pair_odds(const Entry& a, const Entry& b) const {
  if (a.language != b.language && a.language != 0 && b.language != 0) {
    return std::clamp(cross_odds(a, b), -kOddsMost, kOddsMost);
  }
  double cosine = 0, a_held = 0, b_held = 0, numbers = 0;
  for (std::size_t i = 0, j = 0; i < a.terms.size() && j < b.terms.size();) {
    const Term &x = a.terms[i], &y = b.terms[j];
    if (x.id != y.id) {
      x.id < y.id ? ++i : ++j;
      continue;
    }
    cosine += double{x.weight} * y.weight;
    if (x.place >= a.head) a_held += rare_[x.id];
    if (y.place >= b.head) b_held += rare_[x.id];
    if ((kinds_[x.id] & 4) != 0) numbers += rare_number_[x.id];
    ++i, ++j;
  }
  a_held = a.head_sum > 0 ? a_held / a.head_sum : 0;
  b_held = b.head_sum > 0 ? b_held / b.head_sum : 0;
  double odds = kOddsNone + kOddsCosine * cosine + kOddsTitles * std::min(a_held, b_held) +
                kOddsTitle * std::max(a_held, b_held) + fact_odds(a, b);
  const double other = std::min(a.numbers, b.numbers) - 1.2 * numbers;
  odds -= kOddsNumbers * std::clamp(other, 0.0, kMostNumbers);
  if (a.outlet == b.outlet && a.outlet != 0 && cosine < kSameText) odds -= kOddsOutlet;
  return std::clamp(odds, -kOddsMost, kOddsMost);
}

// The day that reports which count casualties agree on: the story tells that incident, and its other
// reports speak of it. kNoDay where it is not one incident's.
std::int32_t StoryIndex::incident_day(const Group& group) const {
  std::int32_t most = 0, first = kNoDay;
  for (const auto& entry : group.event_days) {
    std::int32_t near = 0;
    for (const auto& [day, count] : group.event_days) {
      if (std::abs(day - entry.first) <= kSameIncidentDays) near += count;
    }
    if (near > most) {
      most = near;
      first = entry.first;
    }
  }
  // Incidents of one day in many towns, and none of them told by a third, are a war.
  std::int32_t at_one_place = 0;
  for (const auto& entry : group.places) at_one_place = std::max(at_one_place, entry.second);
  const bool scattered = at_one_place * 3 < group.incidents &&
                         group.places.size() > static_cast<std::size_t>(at_one_place);
  const auto size = static_cast<double>(group.reports.size());
  const bool agreed = most >= (size <= kSmallStory ? kFewAnchors : kAnchors) &&
                      most >= kAnchorShare * size && most >= kAnchorAgree * group.incidents;
  return agreed && !scattered ? first : kNoDay;
}

// Whether a report of a story of one incident tells it: not printed before it, and with the words of
// the incident in title and lead, not only further down.
bool StoryIndex::tells_of(const Entry& entry, const Group& group, std::int32_t day) const {
  if (entry.day != kNoDay && entry.day < day - kSameIncidentDays) return false;
  return group.core.empty() || core_weight(entry, group, 2, 1, 0) >= kToldEnough * group.core_sum;
}

// Takes `reports`, all of one story, apart. Clusters of fewer than `fewest` stay in the story, and so does
// the first where the story has no others.
void StoryIndex::split_off(std::int32_t story, const std::vector<std::int32_t>& reports,
                           std::size_t fewest) {
  Clusters clusters(reports.size());
  for (std::size_t i = 0; i < reports.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      clusters.set(i, j, pair_odds(entries_[reports[i]], entries_[reports[j]]));
    }
  }
  clusters.run();
  std::vector<std::int32_t> number(reports.size(), kNone);
  if (reports.size() == groups_[story].reports.size()) number[clusters.root(0)] = story;
  std::vector<std::size_t> size(reports.size(), 0);
  for (std::size_t i = 0; i < reports.size(); ++i) ++size[clusters.root(i)];
  for (std::size_t i = 0; i < reports.size(); ++i) {
    if (size[clusters.root(i)] < fewest) continue;
    std::int32_t& to = number[clusters.root(i)];
    if (to == story) continue;
    if (to == kNone) {
      to = static_cast<std::int32_t>(groups_.size());
      groups_.emplace_back();
      heat_.push_back(0);
    }
    take(reports[i]);
    put(reports[i], to);
  }
  const std::vector<std::int32_t>& rest = groups_[story].reports;
  for (std::size_t i = 0; i < reports.size() && !rest.empty(); ++i) {
    const bool first = clusters.root(i) == i && number[i] != kNone && number[i] != story;
    if (first && size[i] > 1) {
      notes_.push_back({.kind = StoryNote::Kind::Split, .story = reports[i], .other = rest.front()});
    }
  }
}

void StoryIndex::split_stories() {
  weigh_titles();
  const std::size_t end = groups_.size();
  for (std::size_t s = 0; s < end; ++s) {
    const Group& group = groups_[s];
    if (group.closed || group.reports.size() < 2 || group.reports.size() > kMostSplit) continue;
    const auto story = static_cast<std::int32_t>(s);
    const std::int32_t day = incident_day(group);
    if (day == kNoDay) {
      split_off(story, std::vector<std::int32_t>(group.reports), 1);
      continue;
    }
    std::vector<std::int32_t> before, others;
    for (const std::int32_t report : group.reports) {
      const Entry& entry = entries_[report];
      if (tells_of(entry, group, day)) continue;
      const bool early = entry.day != kNoDay && entry.day < day - kSameIncidentDays;
      (early ? before : others).push_back(report);
    }
    if (!others.empty()) split_off(story, others, kFewestOff);
    if (!before.empty()) split_off(story, before, 1);
  }
}

// The mean odds of the pairs of two stories, of some reports of each.
double StoryIndex::story_odds(const Group& a, const Group& b) const {
  const std::size_t n = std::min(a.reports.size(), kSample), m = std::min(b.reports.size(), kSample);
  double sum = 0;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < m; ++j) {
      sum += pair_odds(entries_[a.reports[i * a.reports.size() / n]],
                       entries_[b.reports[j * b.reports.size() / m]]);
    }
  }
  return sum / static_cast<double>(n * m);
}

// A large story of one incident has drawn its reports by its core: pairs say no more of it.
bool StoryIndex::is_settled(const Group& group) const {
  return static_cast<double>(group.reports.size()) > kSmallStory && incident_day(group) != kNoDay;
}

// What reports of two languages may meet by: a count or a town, and the day.
void StoryIndex::index_facts() {
  by_fact_.clear();
  std::uint64_t language = 0;
  bool two = false;
  for (const Entry& entry : entries_) {
    two = two || (entry.language != 0 && language != 0 && entry.language != language);
    if (entry.language != 0) language = entry.language;
  }
  for (std::size_t i = 0; two && i < entries_.size(); ++i) {
    const Entry& entry = entries_[i];
    if (entry.day == kNoDay || groups_[story_of_[i]].closed) continue;
    for (const auto* facts : {&entry.counts, &entry.places}) {
      for (const std::uint64_t fact : *facts) {
        std::vector<std::int32_t>& list = by_fact_[fact ^ day_key(entry.day)];
        if (list.size() < kPostings) list.push_back(static_cast<std::int32_t>(i));
      }
    }
  }
}

// Stories of other languages that share a fact with a report, within a day of it.
void StoryIndex::collect_facts(const Entry& entry, std::vector<Candidate>& out) const {
  if (entry.day == kNoDay || by_fact_.empty()) return;
  for (std::int32_t day = entry.day - 1; day <= entry.day + 1; ++day) {
    for (const auto* facts : {&entry.counts, &entry.places}) {
      for (const std::uint64_t fact : *facts) {
        const auto at = by_fact_.find(fact ^ day_key(day));
        if (at == by_fact_.end()) continue;
        for (const std::int32_t other : at->second) {
          if (entries_[other].language != entry.language) out.push_back({1, story_of_[other]});
        }
      }
    }
  }
  std::sort(out.begin(), out.end(), [](const Candidate& a, const Candidate& b) { return a.story < b.story; });
  out.erase(std::unique(out.begin(), out.end(), [](const Candidate& a, const Candidate& b) { return a.story == b.story; }),
            out.end());
}

// The story whose pairs with this one have the best odds; none where these are below even.
StoryIndex::Candidate StoryIndex::best_partner(std::int32_t story) {
  Candidate best{0, kNone};
  std::vector<Candidate> found;
  for (const std::int32_t report : groups_[story].reports) {
    found.clear();
    collect(by_top_, false, entries_[report], found);
    collect_facts(entries_[report], found);
    for (const Candidate& candidate : found) {
      const Group& other = groups_[candidate.story];
      if (candidate.story == story || other.reports.empty() || is_settled(other)) continue;
      const auto odds = static_cast<float>(story_odds(groups_[story], other));
      if (odds > best.score || (odds == best.score && candidate.story < best.story)) {
        best = {odds, candidate.story};
      }
    }
  }
  return best;
}

// Stories of one incident that began apart: the mean odds of their pairs are above 0.
void StoryIndex::join_alike() {
  index_facts();
  for (std::size_t s = 0; s < groups_.size(); ++s) {
    if (groups_[s].closed || groups_[s].reports.empty() || is_settled(groups_[s])) continue;
    const Candidate best = best_partner(static_cast<std::int32_t>(s));
    if (best.story == kNone) continue;
    const std::vector<std::int32_t> reports = groups_[s].reports;
    const Group& goal = groups_[best.story];
    notes_.push_back({.kind = StoryNote::Kind::Alike,
                      .story = reports.front(),
                      .other = goal.reports.front(),
                      .reports = static_cast<std::int32_t>(std::min(reports.size(), goal.reports.size())),
                      .share = 1 / (1 + std::exp(-best.score)),
                      .terms = common_terms(groups_[s], goal)});
    for (const std::int32_t report : reports) {
      take(report);
      put(report, best.story);
    }
  }
}

}  // namespace isnad
