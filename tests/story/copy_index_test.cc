// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "story/copy_index.h"

namespace isnad {
namespace {

std::vector<StoryWord> make_words(std::uint32_t seed, std::size_t count) {
  std::mt19937_64 dice(seed);
  std::vector<StoryWord> words(count);
  for (StoryWord& word : words) word.hash = word.stem = dice();
  return words;
}

// The slow twin: shingles of three as sets.
double jaccard(const std::vector<StoryWord>& a, const std::vector<StoryWord>& b) {
  const auto shingles = [](const std::vector<StoryWord>& words) {
    std::set<std::array<std::uint64_t, 3>> out;
    for (std::size_t i = 0; i + 3 <= words.size(); ++i) {
      out.insert({words[i].stem, words[i + 1].stem, words[i + 2].stem});
    }
    return out;
  };
  const auto x = shingles(a), y = shingles(b);
  std::size_t both = 0;
  for (const auto& shingle : x) both += y.count(shingle);
  return static_cast<double>(both) / static_cast<double>(x.size() + y.size() - both);
}

TEST(Signature, EstimatesTheLikenessOfTheWholes) {
  double error = 0;
  for (std::uint32_t seed = 0; seed < 40; ++seed) {
    const auto a = make_words(seed, 300);
    auto b = a;
    const auto other = make_words(seed + 1000, 300);
    std::copy(other.begin(), other.begin() + seed * 7, b.begin());
    error += std::abs(compare_signatures(make_signature(a), make_signature(b)) - jaccard(a, b));
  }
  EXPECT_LT(error / 40, 0.06);
  EXPECT_EQ(compare_signatures(make_signature(make_words(1, 2)), make_signature(make_words(1, 2))), 0);
}

TEST(Prints, SevenWordsInCommonShareAPrint) {
  for (std::uint32_t seed = 0; seed < 50; ++seed) {
    auto a = make_words(seed, 60), b = make_words(seed + 1000, 60);
    std::copy(a.begin() + 20, a.begin() + 27, b.begin() + 3 + seed % 30);
    const auto x = make_prints(a), y = make_prints(b);
    std::vector<std::uint64_t> both;
    std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
    EXPECT_FALSE(both.empty()) << seed;
  }
}

TEST(CopyIndex, FindsEachReportThatSharesThirtyWordsAndFewOthers) {
  CopyIndex index(200);
  std::size_t found = 0, all = 0;
  for (std::uint32_t i = 0; i < 200; ++i) {
    auto words = make_words(i, 200);
    if (i >= 100) {
      const auto source = make_words(i - 100, 200);
      std::copy(source.begin() + 50, source.begin() + 80, words.begin() + i % 150);
    }
    const auto met = index.add(words);
    all += met.size();
    found += i >= 100 && std::binary_search(met.begin(), met.end(), static_cast<std::int32_t>(i - 100));
  }
  EXPECT_EQ(found, 100u);
  EXPECT_LE(all, 102u);
}

TEST(CopyIndex, IsOfOneSizeAndForgetsTheOldest) {
  CopyIndex index(50);
  const std::size_t bytes = index.bytes();
  const auto first = make_words(1, 200);
  index.add(first);
  for (std::uint32_t i = 2; i < 3000; ++i) index.add(make_words(i, 200));
  const auto last = make_words(2999, 200);
  EXPECT_FALSE(index.add(last).empty());
  EXPECT_TRUE(index.add(first).empty());
  EXPECT_LT(index.bytes(), bytes + 7000);
}

}  // namespace
}  // namespace isnad
