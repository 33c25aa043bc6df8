// SPDX-License-Identifier: Apache-2.0
#include "record/spelling.h"

#include <gtest/gtest.h>

#include <fstream>

namespace isnad {
namespace {

TEST(Spelling, PairsOfTheTable) {
  std::ifstream file(std::string(ISNAD_SOURCE_DIR) + "/tests/record/spelling_pairs.tsv");
  ASSERT_TRUE(file);
  std::string line;
  int pairs = 0;
  while (std::getline(file, line)) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t one = line.find('\t'), two = line.find('\t', one + 1);
    const std::string a = line.substr(one + 1, two - one - 1), b = line.substr(two + 1);
    const NameWord x = glue(split_name(a)), y = glue(split_name(b));
    const bool same = line.starts_with("same");
    EXPECT_EQ(spelled_alike(x, y), same) << a << " " << b << " " << spelling_cost(x, y) << " "
                                         << consonants(x) << " " << consonants(y);
    EXPECT_EQ(spelled_alike(y, x), same) << b << " " << a;
    EXPECT_EQ(spelling_cost(x, y), spelling_cost(y, x));
    ++pairs;
  }
  EXPECT_GE(pairs, 50);
}

TEST(Spelling, ConsonantsAreOneInBothScripts) {
  EXPECT_EQ(consonants(split_name("Tokayev")[0]), "TKF");
  EXPECT_EQ(consonants(split_name("\u062A\u0648\u0643\u0627\u064A\u064A\u0641")[0]), "TKF");
  EXPECT_EQ(consonants(split_name("Philippe")[0]), "FLB");
  EXPECT_EQ(consonants(split_name("aeiou")[0]), "");
}

TEST(Spelling, RomanisedNamesSaySounds) {
  EXPECT_EQ(romanise("\u062A\u0648\u0643\u0627\u064A\u064A\u0641"), "T\u016Bk\u0101y\u012Bf");
  EXPECT_EQ(romanise("\u0627\u0644\u0628\u0635\u0631\u0629"), "al-B\u1E63rah");
  EXPECT_EQ(romanise("Almaty"), "Almaty");
  EXPECT_EQ(romanise(""), "");
}

TEST(Spelling, GarbageIsNoName) {
  EXPECT_TRUE(split_name("").empty());
  EXPECT_TRUE(split_name("\xFF\xFE 12 --").empty());
  EXPECT_FALSE(spelled_alike(U"", U"x"));
}

}  // namespace
}  // namespace isnad
