// SPDX-License-Identifier: Apache-2.0
#include "story/passages.h"

#include <algorithm>
#include <unordered_map>

namespace isnad {
namespace {

constexpr std::size_t kMaxPlaces = 6;  // places of one seed in `b` that are tried

// A run of equal words with no gap.
struct Run {
  std::uint32_t a = 0, b = 0, size = 0;
};

std::uint64_t seed_at(std::span<const StoryWord> words, std::size_t i) {
  std::uint64_t h = 0;
  for (std::size_t k = 0; k < kSeedWords; ++k) {
    h = (h + words[i + k].stem) * 0x9E3779B97F4A7C15ull;
    h ^= h >> 32;
  }
  return h;
}

// The longest runs from each word of `a` that is not inside a run already found.
std::vector<Run> find_runs(std::span<const StoryWord> a, std::span<const StoryWord> b) {
  std::vector<Run> runs;
  if (a.size() < kSeedWords || b.size() < kSeedWords) return runs;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> places;
  places.reserve(b.size());
  for (std::size_t j = 0; j + kSeedWords <= b.size(); ++j) {
    auto& list = places[seed_at(b, j)];
    if (list.size() < kMaxPlaces) list.push_back(static_cast<std::uint32_t>(j));
  }
  for (std::uint32_t i = 0; i + kSeedWords <= a.size();) {
    const auto found = places.find(seed_at(a, i));
    std::uint32_t longest = 0;
    if (found != places.end()) {
      for (const std::uint32_t j : found->second) {
        std::uint32_t n = 0;
        while (i + n < a.size() && j + n < b.size() && a[i + n].stem == b[j + n].stem) ++n;
        if (n >= kSeedWords) runs.push_back({i, j, n});
        longest = std::max(longest, n);
      }
    }
    i += longest >= kSeedWords ? longest : 1;
  }
  return runs;
}

bool follows(const Run& before, const Run& next) {
  const std::uint32_t a_end = before.a + before.size, b_end = before.b + before.size;
  return next.a >= a_end && next.b >= b_end && next.a - a_end <= kMaxGap + 1 &&
         next.b - b_end <= kMaxGap + 1;
}

// Links each run to the run before it that gives the most equal words.
std::vector<Passage> chain_runs(std::span<const Run> runs, std::span<const StoryWord> a) {
  std::vector<std::uint32_t> same(runs.size()), first(runs.size());
  std::vector<std::int32_t> before(runs.size(), -1);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    same[i] = runs[i].size;
    first[i] = static_cast<std::uint32_t>(i);
    for (std::size_t j = i; j-- > 0;) {
      if (runs[i].a > runs[j].a + runs[j].size + 64) break;
      if (!follows(runs[j], runs[i]) || same[j] + runs[i].size <= same[i]) continue;
      same[i] = same[j] + runs[i].size;
      before[i] = static_cast<std::int32_t>(j);
      first[i] = first[j];
    }
  }
  std::vector<Passage> passages;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    Passage passage{runs[first[i]].a, runs[i].a + runs[i].size, runs[first[i]].b,
                    runs[i].b + runs[i].size, same[i], 0};
    for (std::int32_t k = static_cast<std::int32_t>(i); k >= 0; k = before[k]) {
      for (std::uint32_t w = 0; w < runs[k].size; ++w) {
        passage.unquoted += !a[runs[k].a + w].quoted;
      }
    }
    if (passage.unquoted >= kMinPart) passages.push_back(passage);
  }
  return passages;
}

}  // namespace

std::vector<Passage> find_passages(std::span<const StoryWord> a, std::span<const StoryWord> b) {
  const std::vector<Run> runs = find_runs(a, b);
  std::vector<Passage> passages = chain_runs(runs, a);
  std::stable_sort(passages.begin(), passages.end(), [](const Passage& x, const Passage& y) {
    return x.same > y.same;
  });
  std::vector<Passage> kept;
  for (const Passage& passage : passages) {
    const bool clash = std::any_of(kept.begin(), kept.end(), [&](const Passage& k) {
      return passage.a_begin < k.a_end && k.a_begin < passage.a_end;
    });
    if (!clash) kept.push_back(passage);
  }
  // A short one alone may come about by chance; some together do not.
  std::uint32_t own = 0;
  for (const Passage& passage : kept) own += passage.unquoted;
  if (own < kMinParts) {
    std::erase_if(kept, [](const Passage& passage) { return passage.unquoted < kMinPassage; });
  }
  std::sort(kept.begin(), kept.end(),
            [](const Passage& x, const Passage& y) { return x.a_begin < y.a_begin; });
  return kept;
}

}  // namespace isnad
