// SPDX-License-Identifier: Apache-2.0
// The gold of the five reports: what reconciling must make of figures that were read rightly.
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <cctype>
#include <set>

#include "record/gold_reports.h"
#include "record/story_builder.h"

namespace isnad::testing {
namespace {

class Gold : public ::testing::Test {
 protected:
  void SetUp() override {
    const std::string folder = shared_folder();
    if (folder.empty()) GTEST_SKIP() << "the gold of the five reports is not here";
    ASSERT_TRUE(load_gold(folder, gold_));
    record_ = make_record(gold_.view(copies_, "en"), Policy::LatestOfficial);
    want_.Parse(gold_.record_json.c_str());
  }

  const Report& report(std::int32_t index) const {
    return gold_.reports[static_cast<std::size_t>(index)];
  }

  bool meets(Place1 end, const rapidjson::Value& wanted) const {
    if (wanted.IsNull()) return true;
    if (end.report == kNone) return false;
    const std::string quote(report(end.report).text.slice(end.span));
    for (const auto& one : wanted.GetArray()) {
      const std::string words = one["quote"].GetString();
      if (report(end.report).input == one["input"].GetString() &&
          (quote.find(words) != quote.npos || words.find(quote) != words.npos)) {
        return true;
      }
    }
    return false;
  }

  bool states(const rapidjson::Value& wanted) const {
    for (const Difference& d : record_.differences) {
      bool relation = false;
      for (const auto& name : wanted["relation"].GetArray()) {
        relation = relation || std::string(name.GetString()) == relation_name(d.relation);
      }
      const auto& a = wanted["a"];
      const auto& b = wanted["b"];
      if (relation && ((meets(d.a, a) && meets(d.b, b)) ||
                       (!b.IsNull() && meets(d.a, b) && meets(d.b, a)))) {
        return true;
      }
    }
    return false;
  }

  CopyGraph copies_;
  GoldStory gold_;
  Record record_;
  rapidjson::Document want_;
};

TEST_F(Gold, EveryDifferenceIsStatedAndNotManyMore) {
  for (const auto& one : want_["differences"].GetArray()) {
    EXPECT_TRUE(states(one)) << one["id"].GetString() << "\n" << differences_text(record_);
  }
  EXPECT_LE(record_.differences.size(), 14u) << differences_text(record_);
}

TEST_F(Gold, SeriesRun) {
  for (const auto& one : want_["updates"].GetArray()) {
    bool found = false;
    for (const FigureLane& lane : record_.figures) {
      std::size_t at = 0;
      const auto steps = one["series"].GetArray();
      for (const Point& point : lane.series) {
        if (at < steps.Size() &&
            point.low == steps[static_cast<rapidjson::SizeType>(at)]["low"].GetInt64()) {
          ++at;
        }
      }
      found = found || (std::string(role_name(lane.role)) == one["role"].GetString() &&
                        at == steps.Size());
    }
    EXPECT_TRUE(found) << one["id"].GetString() << "\n" << lanes_text(record_);
  }
}

TEST_F(Gold, OneMinistryIsOneOrigin) {
  for (const auto& one : want_["support"].GetArray()) {
    bool found = false;
    for (const FigureLane& lane : record_.figures) {
      for (const Point& point : lane.series) {
        std::set<std::string> inputs;
        for (const Support& support : point.support) inputs.insert(report(support.report).input);
        bool all = true;
        for (const auto& input : one["reports"].GetArray()) {
          all = all && inputs.count(input.GetString()) != 0;
        }
        found = found || (all && point.low == one["low"].GetInt64() &&
                          point.origins == one["origins"].GetInt());
      }
    }
    EXPECT_TRUE(found) << one["id"].GetString() << "\n" << lanes_text(record_);
  }
}

// The same differences in both languages, whole sentences, no English words in the Arabic ones.
TEST_F(Gold, SpeaksBothLanguages) {
  const Record arabic = make_record(gold_.view(copies_, "ar"), Policy::LatestOfficial);
  ASSERT_EQ(arabic.differences.size(), record_.differences.size());
  for (std::size_t i = 0; i < arabic.differences.size(); ++i) {
    const Difference& here = record_.differences[i];
    const Difference& there = arabic.differences[i];
    EXPECT_EQ(here.relation, there.relation);
    EXPECT_EQ(here.a.span, there.a.span);
    for (const std::string& words : {here.title, here.why, there.title, there.why}) {
      EXPECT_FALSE(words.empty());
      EXPECT_EQ(words.find_first_of("{}[]"), words.npos) << words;
    }
    const auto latin = [](unsigned char c) { return std::isalpha(c) != 0; };
    EXPECT_TRUE(std::none_of(there.why.begin(), there.why.end(), latin)) << there.why;
    EXPECT_TRUE(std::any_of(here.why.begin(), here.why.end(), latin)) << here.why;
  }
}

}  // namespace
}  // namespace isnad::testing
