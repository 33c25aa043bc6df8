// SPDX-License-Identifier: Apache-2.0
// The fast path of unification beside its slow twin: all names of the tables of pairs laid beside all
// others. What is spelled alike must share a key, or it would never be compared.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "record/names.h"

namespace isnad {
namespace {

std::vector<std::string> names_of(const std::string& type) {
  std::set<std::string> names;
  for (const char* table : {"names_pairs.tsv", "names_pairs_held.tsv", "names_pairs_new.tsv"}) {
    std::ifstream file(std::string(ISNAD_SOURCE_DIR) + "/tests/record/" + table);
    for (std::string line; std::getline(file, line);) {
      if (!line.starts_with(type + "\t")) continue;
      const std::size_t a = line.find('\t', type.size() + 1), b = line.find('\t', a + 1);
      names.insert(line.substr(a + 1, b - a - 1));
      names.insert(line.substr(b + 1));
    }
  }
  return {names.begin(), names.end()};
}

// One report for each name, so that every name is a node.
std::vector<NameNode> nodes_of(EntityType type, const std::vector<std::string>& names) {
  std::vector<Report> reports(names.size());
  Story story;
  for (std::size_t i = 0; i < names.size(); ++i) {
    reports[i].text = make_text(names[i]);
    Entity entity;
    entity.type = type;
    entity.name = names[i];
    reports[i].entities = {entity};
    story.reports.push_back(static_cast<std::int32_t>(i));
  }
  return make_name_nodes(reports, story);
}

bool share_key(const NameNode& a, const NameNode& b) {
  const auto x = spelling_keys(a), y = spelling_keys(b);
  return std::any_of(x.begin(), x.end(), [&](const std::string& key) {
    return std::find(y.begin(), y.end(), key) != y.end();
  });
}

TEST(NameKeys, FullNamesThatAreOneShareAKey) {
  const std::vector<NameNode> nodes = nodes_of(EntityType::Person, names_of("person"));
  ASSERT_GT(nodes.size(), 500u);
  SpellingMemo memo;
  int one = 0;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const NameNode &a = nodes[i], &b = nodes[j];
      if (a.words.size() < 2 || b.words.size() < 2 || !same_full_name(a, b, memo)) continue;
      ++one;
      EXPECT_TRUE(share_key(a, b)) << a.shown << " / " << b.shown;
    }
  }
  EXPECT_GT(one, 150);
}

TEST(NameKeys, PlacesSpelledAlikeShareAKey) {
  const std::vector<NameNode> nodes = nodes_of(EntityType::Place, names_of("place"));
  ASSERT_GT(nodes.size(), 300u);
  int one = 0;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const NameNode &a = nodes[i], &b = nodes[j];
      if (a.words.size() != 1 || b.words.size() != 1) continue;
      if (!words_alike(a.words[0], b.words[0])) continue;
      ++one;
      EXPECT_TRUE(share_key(a, b)) << a.shown << " / " << b.shown;
    }
  }
  EXPECT_GT(one, 80);
}

// spelled_alike() does not align words that are far apart at sight; had it done so, they would not be
// alike.
TEST(NameKeys, WhatIsNotAlignedWouldCostMuch) {
  const std::vector<NameNode> nodes = nodes_of(EntityType::Place, names_of("place"));
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const NameWord &a = nodes[i].words[0], &b = nodes[j].words[0];
      if (is_latin(a) || is_latin(b) || spelling_cost(a, b) > 46) continue;
      const std::size_t apart = std::max(a.size(), b.size()) - std::min(a.size(), b.size());
      EXPECT_LE(apart, 4u) << nodes[i].shown << " / " << nodes[j].shown;
    }
  }
}

}  // namespace
}  // namespace isnad
