// SPDX-License-Identifier: Apache-2.0
// Every pair is compared: there are few.
#include <algorithm>
#include <cmath>

#include "story/features.h"
#include "story/group_few.h"

namespace isnad {
namespace {

constexpr double kThreshold = 0.5;        // reports gathered on purpose: generous
constexpr double kCopied = 0.3;           // so much shared text is one story whatever else
constexpr std::size_t kMembers = 12;      // of a story that are looked at when two are joined
constexpr std::int32_t kMaxGap = 10;      // days between two publications

struct Edge {
  double likeness = 0;
  std::int32_t a = 0, b = 0;
};

class Grouping {
 public:
  explicit Grouping(const std::vector<Features>& features)
      : features_(features), root_(features.size()), members_(features.size()) {
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
    return sum >= 0.3 * kThreshold * static_cast<double>(pairs);
  }

  std::vector<Story> stories() const {
    std::vector<Story> out;
    for (const auto& members : members_) {
      if (members.empty()) continue;
      Story story;
    story.reports = members;
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
  std::vector<std::int32_t> root_;
  std::vector<std::vector<std::int32_t>> members_;
};

bool too_far_apart(const Features& a, const Features& b) {
  return a.published != kNoDay && b.published != kNoDay &&
         std::abs(a.published - b.published) > kMaxGap;
}

std::vector<Edge> make_edges(const std::vector<Features>& features) {
  std::vector<Edge> edges;
  const auto n = static_cast<std::int32_t>(features.size());
  for (std::int32_t b = 1; b < n; ++b) {
    for (std::int32_t a = 0; a < b; ++a) {
      if (too_far_apart(features[a], features[b])) continue;
      const double likeness = compare_features(features[a], features[b]);
      if (likeness < kThreshold) continue;
      if (likeness < 2 * kThreshold && places_and_days_clash(features[a], features[b])) continue;
      edges.push_back({likeness, a, b});
    }
  }
  std::stable_sort(edges.begin(), edges.end(),
                   [](const Edge& x, const Edge& y) { return x.likeness > y.likeness; });
  return edges;
}

}  // namespace

std::vector<Story> group_few(std::span<const Report> reports, const CopyGraph& copies) {
  const std::vector<Features> features = make_features(reports);
  Grouping grouping(features);
  for (const SharedText& shared : copies.shared) {
    if (shared.share >= kCopied) grouping.join(shared.copy, shared.of);
  }
  for (const Edge& edge : make_edges(features)) {
    if (grouping.agree(edge.a, edge.b)) grouping.join(edge.a, edge.b);
  }
  return grouping.stories();
}

}  // namespace isnad
