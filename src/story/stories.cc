// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

#include "story/features.h"
#include "story/story.h"

namespace isnad {
namespace {

constexpr std::size_t kFewReports = 12;
constexpr double kThresholdFew = 0.5;     // reports gathered on purpose: generous
constexpr double kThresholdMany = 1.25;   // a stream of news
constexpr double kCopied = 0.3;           // so much shared text is one story whatever else
constexpr std::size_t kTopWords = 40;     // of each report, by which others are looked up
constexpr std::size_t kMaxPosting = 200;
constexpr std::size_t kMembers = 12;      // of a story that are looked at when two are joined
constexpr std::int32_t kMaxGapFew = 10, kMaxGapMany = 5;   // days between two publications

struct Edge {
  double likeness = 0;
  std::int32_t a = 0, b = 0;
};

std::vector<std::uint64_t> top_of(const Features& features) {
  Weights words = features.words;
  std::sort(words.begin(), words.end(), [](const auto& x, const auto& y) {
    return x.second != y.second ? x.second > y.second : x.first < y.first;
  });
  if (words.size() > kTopWords) words.resize(kTopWords);
  std::vector<std::uint64_t> top;
  for (const auto& entry : words) top.push_back(entry.first);
  for (const auto& entry : features.names) top.push_back(entry.first);
  return top;
}

// Pairs that share a telling word or name; all pairs where there are few reports.
std::vector<std::pair<std::int32_t, std::int32_t>> propose(const std::vector<Features>& all) {
  std::vector<std::pair<std::int32_t, std::int32_t>> pairs;
  const auto n = static_cast<std::int32_t>(all.size());
  if (all.size() <= 64) {
    for (std::int32_t b = 1; b < n; ++b) {
      for (std::int32_t a = 0; a < b; ++a) pairs.emplace_back(a, b);
    }
    return pairs;
  }
  std::unordered_map<std::uint64_t, std::vector<std::int32_t>> postings;
  for (std::int32_t b = 0; b < n; ++b) {
    for (const std::uint64_t word : top_of(all[b])) {
      auto& list = postings[word];
      if (list.size() > kMaxPosting) continue;
      for (const std::int32_t a : list) {
        if (a != b) pairs.emplace_back(a, b);
      }
      list.push_back(b);
    }
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

class Grouping {
 public:
  Grouping(const std::vector<Features>& features, double threshold)
      : features_(features), threshold_(threshold), root_(features.size()),
        members_(features.size()) {
    for (std::size_t i = 0; i < features.size(); ++i) {
      root_[i] = static_cast<std::int32_t>(i);
      members_[i] = {root_[i]};
    }
  }

  void join(std::int32_t a, std::int32_t b) {
    std::int32_t x = root_[a], y = root_[b];
    if (x == y) return;
    if (x > y) std::swap(x, y);
    for (const std::int32_t m : members_[y]) root_[m] = x;
    members_[x].insert(members_[x].end(), members_[y].begin(), members_[y].end());
    members_[y].clear();
  }

  // The stories as wholes are alike too: a chain of neighbours does not make one event.
  bool agree(std::int32_t a, std::int32_t b) const {
    const auto &x = members_[root_[a]], &y = members_[root_[b]];
    double sum = 0;
    std::size_t pairs = 0;
    for (std::size_t i = 0; i < std::min(x.size(), kMembers); ++i) {
      for (std::size_t j = 0; j < std::min(y.size(), kMembers); ++j, ++pairs) {
        sum += compare_features(features_[x[i]], features_[y[j]]);
      }
    }
    const double part = features_.size() <= kFewReports ? 0.3 : 0.45;
    return sum >= part * threshold_ * static_cast<double>(pairs);
  }

  std::vector<Story> stories() const {
    std::vector<Story> out;
    for (const auto& members : members_) {
      if (members.empty()) continue;
      Story story{members};
      std::sort(story.reports.begin(), story.reports.end());
      out.push_back(std::move(story));
    }
    std::sort(out.begin(), out.end(), [](const Story& x, const Story& y) {
      return x.reports.front() < y.reports.front();
    });
    return out;
  }

 private:
  const std::vector<Features>& features_;
  double threshold_;
  std::vector<std::int32_t> root_;
  std::vector<std::vector<std::int32_t>> members_;
};

bool too_far_apart(const Features& a, const Features& b) {
  return a.published != kNoDay && b.published != kNoDay &&
         std::abs(a.published - b.published) > (a.in_stream ? kMaxGapMany : kMaxGapFew);
}

std::vector<Edge> make_edges(const std::vector<Features>& features, double threshold) {
  std::vector<Edge> edges;
  for (const auto& [a, b] : propose(features)) {
    if (too_far_apart(features[a], features[b])) continue;
    const double likeness = compare_features(features[a], features[b]);
    if (likeness < threshold) continue;
    if (likeness < 2 * threshold && places_and_days_clash(features[a], features[b])) continue;
    edges.push_back({likeness, a, b});
  }
  std::stable_sort(edges.begin(), edges.end(),
                   [](const Edge& x, const Edge& y) { return x.likeness > y.likeness; });
  return edges;
}

}  // namespace

std::vector<Story> group_stories(std::span<const Report> reports, const CopyGraph& copies) {
  const std::vector<Features> features = make_features(reports);
  const double threshold = reports.size() <= kFewReports ? kThresholdFew : kThresholdMany;
  Grouping grouping(features, threshold);
  for (const SharedText& shared : copies.shared) {
    if (shared.share >= kCopied) grouping.join(shared.copy, shared.of);
  }
  for (const Edge& edge : make_edges(features, threshold)) {
    if (grouping.agree(edge.a, edge.b)) grouping.join(edge.a, edge.b);
  }
  return grouping.stories();
}

}  // namespace isnad
