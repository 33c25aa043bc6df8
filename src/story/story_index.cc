// SPDX-License-Identifier: Apache-2.0
// Adding: what a report is like, which stories may be its own, and which is. Settling: story_settle.cc.
#include "story/story_index.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "story/story_limits.h"

namespace isnad {
namespace {

template <class T>
void count_up(std::vector<std::pair<T, std::int32_t>>& tally, const T& value, std::int32_t by) {
  const auto at = std::lower_bound(tally.begin(), tally.end(), value,
                                   [](const auto& x, const T& y) { return x.first < y; });
  if (at != tally.end() && at->first == value) {
    at->second += by;
    if (at->second == 0) tally.erase(at);
  } else {
    tally.insert(at, {value, by});
  }
}

// How many reports share one of the values, at most; and the largest count of any value.
template <class T>
std::pair<std::int32_t, std::int32_t> most_shared(
    const std::vector<std::pair<T, std::int32_t>>& tally, const std::vector<T>& values) {
  std::int32_t shared = 0, most = 0;
  for (const auto& [value, count] : tally) {
    most = std::max(most, count);
    if (std::binary_search(values.begin(), values.end(), value)) shared = std::max(shared, count);
  }
  return {shared, most};
}

std::int32_t near_days(const std::vector<std::pair<std::int32_t, std::int32_t>>& tally,
                       std::int32_t day) {
  std::int32_t near = 0;
  for (const auto& [other, count] : tally) {
    if (std::abs(other - day) <= kSameIncidentDays) near += count;
  }
  return near;
}

// Days between a report and a story; 0 inside it and where nothing is known.
std::int32_t gap_of(std::int32_t day, const std::vector<std::pair<std::int32_t, std::int32_t>>& days) {
  if (day == kNoDay || days.empty()) return 0;
  return std::max({0, days.front().first - day, day - days.back().first});
}

// The day by which a third of the story had been told: when it was news.
std::int32_t news_day(const std::vector<std::pair<std::int32_t, std::int32_t>>& days) {
  std::int32_t all = 0, upto = 0;
  for (const auto& entry : days) all += entry.second;
  for (const auto& [day, count] : days) {
    upto += count;
    if (upto * 3 > all) return day;
  }
  return kNoDay;
}

constexpr float kCold = -1;   // a story that is over or empty

}  // namespace

StoryIndex::Entry StoryIndex::make_entry(const StoryFacts& facts) {
  Entry entry;
  entry.terms.reserve(facts.terms.size());
  for (const StoryTerm& term : facts.terms) {
    const auto [id, fresh] = ids_.number(term.hash);
    if (fresh) {
      hashes_.push_back(term.hash);
      kinds_.push_back(static_cast<std::uint8_t>((term.name ? 1 : 0) | (term.common ? 2 : 0) |
                                                 (term.number ? 4 : 0)));
      in_stories_.push_back(0);
      in_reports_.push_back(0);
      by_top_.emplace_back();
      by_core_.emplace_back();
    }
    if (term.place >= kTermTwice) ++in_reports_[id];
    entry.terms.push_back({id, 0, term.place});
  }
  ++reports_seen_;
  std::sort(entry.terms.begin(), entry.terms.end(),
            [](const Term& a, const Term& b) { return a.id < b.id; });
  entry.day = facts.day;
  entry.outlet = facts.outlet;
  entry.language = facts.language;
  entry.counts = facts.counts;
  entry.numbers_said = facts.numbers;
  entry.event_day = facts.event_day;
  entry.places = facts.places;
  entry.victims = facts.victims;
  return entry;
}

// Rarity is counted over stories, not reports: the words of an event that is told five hundred times
// are as rare as the event.
void StoryIndex::weigh(Entry& entry) const {
  const double all = std::log(std::max(stories_seen_, kFewestStories));
  std::vector<std::pair<float, std::uint32_t>> order;   // -weight, index
  order.reserve(entry.terms.size());
  for (std::uint32_t i = 0; i < entry.terms.size(); ++i) {
    Term& term = entry.terms[i];
    term.weight = 0;
    if ((kinds_[term.id] & (2 | 4)) != 0) continue;
    const double in = std::max<std::uint32_t>(1, in_stories_[term.id]);
    const double rare = std::max(0.0, all - std::log(in)) / all;
    const double kind = (kinds_[term.id] & 1) != 0 ? kNameWeight : 1.0;
    order.emplace_back(-static_cast<float>(kind * rare * term.place / 100), i);
  }
  const std::size_t kept = std::min(order.size(), kHeavyTerms);
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept), order.end());
  double norm = 0;
  for (std::size_t i = 0; i < kept; ++i) norm += double{order[i].first} * order[i].first;
  norm = norm > 0 ? std::sqrt(norm) : 1;
  entry.top.clear();
  for (std::size_t i = 0; i < kept; ++i) {
    Term& term = entry.terms[order[i].second];
    term.weight = static_cast<float>(-order[i].first / norm);
    if (i < kTopTerms) entry.top.push_back(term.id);
  }
}

// The last kPostings stories of a term; one that gains a report is young again.
void StoryIndex::lead_to(std::vector<std::vector<std::int32_t>>& postings, std::uint32_t term,
                         std::int32_t story) {
  std::vector<std::int32_t>& list = postings[term];
  const auto at = std::find(list.begin(), list.end(), story);
  if (at != list.end()) return;
  if (list.size() >= kPostings) list.erase(list.begin());
  list.push_back(story);
}

void StoryIndex::put(std::int32_t report, std::int32_t story) {
  const Entry& entry = entries_[report];
  Group& group = groups_[story];
  story_of_[report] = story;
  group.reports.push_back(report);
  for (const Term& term : entry.terms) {
    const bool strong = term.place >= kTermTwice;
    if (term.weight == 0 && !strong) continue;
    TermSums::Slot& slot = group.sums.at(term.id);
    if (slot.count == 0 && slot.sum == 0) ++in_stories_[term.id];
    group.norm -= double{slot.sum} * slot.sum;
    slot.sum += term.weight;
    group.norm += double{slot.sum} * slot.sum;
    slot.count += strong ? 1 : 0;
  }
  if (entry.day != kNoDay) count_up(group.days, entry.day, 1);
  if (entry.event_day != kNoDay) {
    ++group.incidents;
    count_up(group.event_days, entry.event_day, 1);
    for (const auto place : entry.places) count_up(group.places, place, 1);
    for (const auto victims : entry.victims) count_up(group.victims, victims, 1);
  }
  for (const std::uint32_t term : entry.top) lead_to(by_top_, term, story);
}

void StoryIndex::take(std::int32_t report) {
  const Entry& entry = entries_[report];
  Group& group = groups_[story_of_[report]];
  group.reports.erase(std::find(group.reports.begin(), group.reports.end(), report));
  for (const Term& term : entry.terms) {
    const bool strong = term.place >= kTermTwice;
    if (term.weight == 0 && !strong) continue;
    TermSums::Slot& slot = group.sums.at(term.id);
    group.norm -= double{slot.sum} * slot.sum;
    slot.sum -= term.weight;
    slot.count -= strong ? 1 : 0;
    group.norm += double{slot.sum} * slot.sum;
  }
  if (entry.day != kNoDay) count_up(group.days, entry.day, -1);
  if (entry.event_day != kNoDay) {
    --group.incidents;
    count_up(group.event_days, entry.event_day, -1);
    for (const auto place : entry.places) count_up(group.places, place, -1);
    for (const auto victims : entry.victims) count_up(group.victims, victims, -1);
  }
}

double StoryIndex::likeness(const Entry& entry, const Group& group) const {
  double sum = 0;
  for (const Term& term : entry.terms) {
    if (term.weight == 0) continue;
    const TermSums::Slot* slot = group.sums.find(term.id);
    if (slot != nullptr) sum += double{term.weight} * slot->sum;
  }
  return group.norm > 1e-9 ? sum / std::sqrt(group.norm) : 0;
}

// An incident of another day, or of another place with other victims.
StoryIndex::Clash StoryIndex::clash(const Entry& entry, const Group& group) const {
  if (entry.event_day == kNoDay || group.incidents == 0) return Clash::None;
  const std::int32_t near = near_days(group.event_days, entry.event_day);
  if (near * kFewAgree < group.incidents) return Clash::Day;
  if (entry.places.empty() || entry.victims.empty()) return Clash::None;
  const auto [here, best_known] = most_shared(group.places, entry.places);
  const auto [so_many, unused] = most_shared(group.victims, entry.victims);
  if (best_known * 3 < group.incidents || here * kFewAgree >= group.incidents ||
      so_many * 8 >= group.incidents) {
    return Clash::None;
  }
  return group.victims.empty() ? Clash::Place : Clash::Victims;
}

// 1 and more: one story. Below 1 only whether it is 0 (too late, or a clash) is to be relied on.
double StoryIndex::score(const Entry& entry, const Group& group) const {
  const std::int32_t gap = gap_of(entry.day, group.days);
  if (gap > kMaxGap || clash(entry, group) != Clash::None) return 0;
  const double size = static_cast<double>(group.reports.size());
  double score = 0;
  if (group.core.empty()) {
    score = likeness(entry, group) / kLikeEnough;
  } else {
    const double enough = kCoveredEnough + kCoveredSmall * 5 / (size + 2);
    score = 0.9 * coverage(entry, group) / enough;
    // Likeness is 1 at most and dear to ask for: not where it could not make up for the rest.
    if (score + 0.1 / kLikeEnough >= 1) score += 0.1 * likeness(entry, group) / kLikeEnough;
  }
  // An incident and a matter that is told without one: Kabul's bombs, and the Taliban.
  if (entry.event_day != kNoDay && !entry.victims.empty() && size >= kCoreReports &&
      near_days(group.event_days, entry.event_day) < 0.1 * size) {
    score *= kNoIncident;
  }
  if (entry.day != kNoDay && !group.days.empty()) {
    const int away = std::abs(entry.day - news_day(group.days));
    score *= std::exp(-std::max(0, away - 1) / kFadeDays);
  }
  return score - 0.01 * gap;
}

void StoryIndex::collect(const std::vector<std::vector<std::int32_t>>& postings, bool by_core,
                         const Entry& entry, std::vector<Candidate>& out) {
  touched_.clear();
  for (const Term& term : entry.terms) {
    if (!by_core && term.weight == 0) continue;
    const float heat = by_core ? static_cast<float>(term.place) : term.weight;
    for (const std::int32_t story : postings[term.id]) {
      if (heat_[story] == 0) {
        touched_.push_back(story);
        const Group& group = groups_[story];
        const bool cold = group.reports.empty() || group.closed || (by_core && group.core.empty());
        heat_[story] = cold ? kCold : 0;
      }
      if (heat_[story] != kCold) heat_[story] += heat;
    }
  }
  const std::size_t begin = out.size();
  for (const std::int32_t story : touched_) {
    const float share = by_core ? groups_[story].core_sum : 1;
    if (heat_[story] != kCold) out.push_back({heat_[story] / share, story});
    heat_[story] = 0;
  }
  const auto hotter = [](const Candidate& a, const Candidate& b) {
    return a.score != b.score ? a.score > b.score : a.story < b.story;
  };
  if (out.size() - begin > kCandidates) {
    std::nth_element(out.begin() + static_cast<std::ptrdiff_t>(begin),
                     out.begin() + static_cast<std::ptrdiff_t>(begin + kCandidates), out.end(), hotter);
    out.resize(begin + kCandidates);
  }
}

// Stories worth comparing, each once, in order of their numbers.
std::vector<StoryIndex::Candidate> StoryIndex::candidates(const Entry& entry) {
  std::vector<Candidate> found;
  collect(by_top_, false, entry, found);
  collect(by_core_, true, entry, found);
  std::sort(found.begin(), found.end(),
            [](const Candidate& a, const Candidate& b) { return a.story < b.story; });
  found.erase(std::unique(found.begin(), found.end(),
                          [](const Candidate& a, const Candidate& b) { return a.story == b.story; }),
              found.end());
  for (Candidate& candidate : found) {
    candidate.score = static_cast<float>(score(entry, groups_[candidate.story]));
  }
  return found;
}

StoryIndex::Candidate StoryIndex::best_story(const Entry& entry) {
  Candidate best{0, kNone};
  for (const Candidate& candidate : candidates(entry)) {
    if (candidate.score > best.score) best = candidate;
  }
  return best;
}

void StoryIndex::close_before(std::int32_t day) {
  const std::size_t end = open_list_.size();
  for (; closed_upto_ < end; ++closed_upto_) {
    const std::int32_t story = open_list_[closed_upto_];
    Group& group = groups_[story];
    if (!group.days.empty() && group.days.back().first >= day) {
      if (group.days.front().first >= day) return;
      open_list_.push_back(story);   // still told: looked at again later
      continue;
    }
    for (const TermSums::Slot& slot : group.sums.slots()) {
      if (slot.term == TermSums::kFree) continue;
      for (auto* postings : {&by_top_, &by_core_}) {
        std::vector<std::int32_t>& list = (*postings)[slot.term];
        std::erase(list, story);
        if (list.empty()) std::vector<std::int32_t>().swap(list);
      }
    }
    group.closed = true;
    group.sums.clear();
    group.core = {};
    for (const std::int32_t report : group.reports) entries_[report] = Entry{};
    --open_;
  }
}

std::int32_t StoryIndex::add(const StoryFacts& facts) {
  const auto report = static_cast<std::int32_t>(entries_.size());
  entries_.push_back(make_entry(facts));
  story_of_.push_back(kNone);
  Entry& entry = entries_.back();
  weigh(entry);
  Candidate best = best_story(entry);
  if (best.score < 1) {
    best.story = static_cast<std::int32_t>(groups_.size());
    groups_.emplace_back();
    heat_.push_back(0);
    open_list_.push_back(best.story);
    ++open_;
    ++stories_seen_;
  }
  put(report, best.story);
  Group& group = groups_[best.story];
  if (group.reports.size() * 4 >= static_cast<std::size_t>(group.core_at) * 5 &&
      group.reports.size() >= kCoreReports) {
    make_core(best.story);
  }
  if (close_old_ && facts.day != kNoDay && (now_ == kNoDay || facts.day > now_)) {
    now_ = facts.day;
    close_before(now_ - kMaxGap);
  }
  return best.story;
}

std::size_t StoryIndex::bytes() const {
  std::size_t all = hashes_.size() * (8 + 1 + 4 + 4 + 24 + 24) + ids_.bytes();
  for (const auto* postings : {&by_top_, &by_core_}) {
    for (const auto& list : *postings) all += list.capacity() * sizeof(std::int32_t);
  }
  for (const Entry& entry : entries_) {
    all += sizeof(Entry) + entry.terms.capacity() * sizeof(Term) + entry.top.capacity() * 4;
  }
  for (const Group& group : groups_) all += sizeof(Group) + group.sums.bytes() + 64;
  return all;
}

}  // namespace isnad
