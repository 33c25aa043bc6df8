// SPDX-License-Identifier: Apache-2.0
// The core of a story: the words that most of its reports hold and few others.
#include <algorithm>
#include <cmath>

#include "story/story_index.h"
#include "story/story_limits.h"

namespace isnad {

// The words most of its reports hold and few others: how much more often, and how often.
void StoryIndex::make_core(std::int32_t story) {
  Group& group = groups_[story];
  group.core.clear();
  group.core_sum = 0;
  const double size = static_cast<double>(group.reports.size());
  group.core_at = static_cast<std::int32_t>(group.reports.size());
  if (size < kCoreReports) return;
  std::vector<std::pair<float, std::uint32_t>> order;
  for (const TermSums::Slot& slot : group.sums.slots()) {
    if (slot.term == TermSums::kFree || slot.count < 2 || slot.count < kCoreShare * size) continue;
    if ((kinds_[slot.term] & 4) != 0) continue;
    const double inside = slot.count / size;
    const double usual = (kinds_[slot.term] & 2) != 0 ? kCommonRate : kUnseenRate;
    const double outside = (std::max(0.0, double(in_reports_[slot.term]) - double(slot.count)) +
                            usual * kUnseenReports) / (reports_seen_ - size + kUnseenReports);
    if (inside < kCoreLift * outside) continue;
    const double weight = inside * std::pow(std::log(inside / outside), kLiftPower);
    order.emplace_back(-static_cast<float>(weight), slot.term);
  }
  std::sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : hashes_[a.second] < hashes_[b.second];
  });
  if (order.size() < kCoreFewest) return;
  order.resize(std::min(order.size(), kCoreTerms));
  for (const auto& [weight, term] : order) {
    group.core.emplace_back(term, -weight);
    group.core_sum -= weight;
    lead_to(by_core_, term, story);
  }
  std::sort(group.core.begin(), group.core.end());
}

// The weight of the core's terms that the report has, each by where it has it.
double StoryIndex::core_weight(const Entry& entry, const Group& group, double in_title, double in_lead,
                               double below) const {
  double sum = 0;
  auto at = entry.terms.begin();
  for (const auto& [term, weight] : group.core) {
    at = std::lower_bound(at, entry.terms.end(), term,
                          [](const Term& x, std::uint32_t y) { return x.id < y; });
    if (at == entry.terms.end()) break;
    if (at->id != term) continue;
    sum += weight * (at->place >= kTermTitle ? in_title : at->place >= kTermLead ? in_lead : below);
  }
  return sum;
}

// How much of the story's core the report holds; 1 = all of it in title and lead.
double StoryIndex::coverage(const Entry& entry, const Group& group) const {
  return group.core_sum > 0 ? core_weight(entry, group, 1, 1, kBelowLead) / group.core_sum : 0;
}

std::vector<std::uint64_t> StoryIndex::core_of(std::int32_t story) const {
  std::vector<std::pair<std::uint32_t, float>> core = groups_[story].core;
  std::sort(core.begin(), core.end(), [&](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : hashes_[a.first] < hashes_[b.first];
  });
  std::vector<std::uint64_t> hashes;
  for (const auto& entry : core) hashes.push_back(hashes_[entry.first]);
  return hashes;
}

}  // namespace isnad
