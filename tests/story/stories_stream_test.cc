// SPDX-License-Identifier: Apache-2.0
// Many reports: the index, and the same stories for any order of input.
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <set>

#include "story/facts.h"
#include "story/story.h"
#include "story/story_index.h"

namespace isnad {
namespace {

std::uint64_t word(std::uint64_t of, std::uint64_t i) { return of * 1000003 + i * 7919 + 17; }

// A report of event `event`: eight of its ten words, and as many words of its own and of all news.
StoryFacts make_facts(std::uint64_t event, std::uint64_t number, std::int32_t day) {
  StoryFacts facts;
  for (std::uint64_t i = 0; i < 10; ++i) {
    if (i == number % 10 || i == (number * 3 + 1) % 10) continue;
    facts.terms.push_back({word(event, i), i < 4 ? kTermTitle : kTermLead, false, false});
  }
  for (std::uint64_t i = 0; i < 12; ++i) {
    facts.terms.push_back({word(100000 + event * 1000 + number, i), kTermTwice, false, false});
    facts.terms.push_back({word(7, (number * 5 + i) % 40), kTermOnce, false, false});
  }
  std::sort(facts.terms.begin(), facts.terms.end(),
            [](const StoryTerm& a, const StoryTerm& b) { return a.hash < b.hash; });
  facts.day = day;
  return facts;
}

std::set<std::set<int>> groups_of(const std::vector<std::int32_t>& story_of) {
  std::vector<std::set<int>> groups(story_of.size());
  for (std::size_t i = 0; i < story_of.size(); ++i) {
    groups[static_cast<std::size_t>(story_of[i])].insert(static_cast<int>(i));
  }
  std::set<std::set<int>> out(groups.begin(), groups.end());
  out.erase(std::set<int>{});
  return out;
}

TEST(StoryIndex, EventsOfAStreamComeApartAndTheirReportsTogether) {
  StoryIndex index;
  std::vector<int> event_of;
  for (int i = 0; i < 240; ++i) {
    event_of.push_back(i * 7 % 20);
    index.add(make_facts(static_cast<std::uint64_t>(event_of.back()) + 50, static_cast<std::uint64_t>(i),
                         100 + i / 80));
  }
  index.settle();
  EXPECT_EQ(groups_of(index.story_of()), groups_of(event_of));
}

// What else is told in the days of the test: twenty events of six reports.
void add_other_news(StoryIndex& index, std::vector<int>& event_of) {
  for (std::uint64_t i = 0; i < 120; ++i) {
    index.add(make_facts(80 + i % 20, i, 100));
    event_of.push_back(static_cast<int>(10 + i % 20));
  }
}

TEST(StoryIndex, AnIncidentOfAnotherDayIsAnotherStoryAndIsSaid) {
  StoryIndex index;
  std::vector<int> event_of;
  add_other_news(index, event_of);
  for (std::uint64_t i = 0; i < 40; ++i) {
    StoryFacts facts = make_facts(60, i, i < 20 ? 100 : 103);
    facts.event_day = i < 20 ? 100 : 103;
    facts.places = {5};
    facts.victims = {i < 20 ? 11 : 42};
    index.add(facts);
    event_of.push_back(i < 20 ? 0 : 1);
  }
  index.settle();
  EXPECT_EQ(groups_of(index.story_of()), groups_of(event_of));
  ASSERT_EQ(index.notes().size(), 1u);
  EXPECT_EQ(index.notes()[0].kind, StoryNote::Kind::OtherDay);
  EXPECT_GT(index.notes()[0].share, 0.5);
}

TEST(StoryIndex, AnotherPlaceWithOtherVictimsIsAnotherStory) {
  StoryIndex index;
  std::vector<int> event_of;
  add_other_news(index, event_of);
  for (std::uint64_t i = 0; i < 40; ++i) {
    StoryFacts facts = make_facts(60, i, 100);
    facts.event_day = 100;
    facts.places = {i % 2 == 0 ? 5u : 9u};
    facts.victims = {i % 2 == 0 ? 11 : 42};
    index.add(facts);
    event_of.push_back(static_cast<int>(i % 2));
  }
  index.settle();
  EXPECT_EQ(groups_of(index.story_of()), groups_of(event_of));
}

void sort_terms(StoryFacts& facts) {
  std::sort(facts.terms.begin(), facts.terms.end(),
            [](const StoryTerm& a, const StoryTerm& b) { return a.hash < b.hash; });
}

// A report on event `event` of the matter `matter`: six words of the matter, four of the event in the title.
StoryFacts make_matter(std::uint64_t matter, std::uint64_t event, std::uint64_t number, std::int32_t day) {
  StoryFacts facts;
  for (std::uint64_t i = 0; i < 6; ++i) facts.terms.push_back({word(matter, i), kTermLead, false, false});
  for (std::uint64_t i = 0; i < 4; ++i) facts.terms.push_back({word(event, i), kTermTitle, false, false});
  for (std::uint64_t i = 0; i < 6; ++i) {
    facts.terms.push_back({word(200000 + number, i), kTermTwice, false, false});
  }
  sort_terms(facts);
  facts.day = day;
  facts.outlet = 1 + number % 7;
  return facts;
}

TEST(StoryIndex, AMatterWithoutAnIncidentIsTakenApartIntoWhatHappened) {
  StoryIndex index;
  std::vector<int> event_of;
  add_other_news(index, event_of);
  for (std::uint64_t i = 0; i < 24; ++i) {
    index.add(make_matter(300, 310 + i % 4, 500 + i, 100));
    event_of.push_back(static_cast<int>(100 + i % 4));
  }
  index.settle();
  EXPECT_EQ(groups_of(index.story_of()), groups_of(event_of));
}

// Eight reports with one title, of two days; with numbers of their own, or without any.
std::size_t stories_of_a_series(bool numbers) {
  StoryIndex index;
  std::vector<int> unused;
  add_other_news(index, unused);
  for (std::uint64_t i = 0; i < 8; ++i) {
    StoryFacts facts = make_matter(300, 310, 500 + i, 100 + static_cast<int>(i / 4) * 3);
    for (std::uint64_t n = 0; n < 5 && numbers; ++n) {
      facts.terms.push_back({word(700 + i / 4, n), kTermTwice, false, false, true});
    }
    sort_terms(facts);
    index.add(facts);
  }
  index.settle();
  return groups_of(index.story_of()).size() - 20;
}

TEST(StoryIndex, NumbersThatOnlyOneOfTwoLikeReportsHasKeepThemApart) {
  EXPECT_EQ(stories_of_a_series(true), 2u);
  EXPECT_EQ(stories_of_a_series(false), 1u);
}

TEST(StoryIndex, WhatWasPrintedBeforeAnIncidentDoesNotTellIt) {
  StoryIndex index;
  std::vector<int> event_of;
  add_other_news(index, event_of);
  for (std::uint64_t i = 0; i < 30; ++i) {
    StoryFacts facts = make_facts(60, i, i < 3 ? 100 : 104);
    if (i >= 3) {
      facts.event_day = 103;
      facts.places = {5};
    }
    index.add(facts);
    event_of.push_back(i < 3 ? 100 : 101);
  }
  index.settle();
  EXPECT_EQ(groups_of(index.story_of()), groups_of(event_of));
}

// Names alone are words of both languages.
StoryFacts make_told(std::uint64_t event, std::uint64_t language, std::uint64_t number, int count) {
  StoryFacts facts;
  for (std::uint64_t i = 0; i < 5; ++i) {
    facts.terms.push_back({word(event, i), kTermLead, i < 3, false});
    facts.terms.push_back({word(event * 50 + language, i), kTermTitle, false, false});
    facts.terms.push_back({word(300000 + number, i), kTermTwice, false, false});
  }
  for (StoryTerm& term : facts.terms) {
    if (!term.name && term.place == kTermLead) term.hash += language;
  }
  sort_terms(facts);
  facts.day = 100;
  facts.language = language;
  facts.counts = {static_cast<std::uint64_t>(count)};
  facts.numbers = {static_cast<std::uint64_t>(count) * 100};
  return facts;
}

TEST(StoryIndex, TwoLanguagesMeetByNamesAndCounts) {
  StoryIndex index;
  std::vector<int> event_of;
  for (std::uint64_t i = 0; i < 40; ++i) {
    const std::uint64_t event = 400 + i % 10;
    index.add(make_told(event, 1 + i / 10 % 2, 900 + i, 20 + static_cast<int>(i % 10)));
    event_of.push_back(static_cast<int>(i % 10));
  }
  index.settle();
  EXPECT_EQ(groups_of(index.story_of()), groups_of(event_of));
}

TEST(StoryIndex, TwoLanguagesDoNotMeetByNamesOfAnotherPlaceAndDay) {
  StoryIndex index;
  std::vector<int> event_of;
  for (std::uint64_t i = 0; i < 20; ++i) {
    StoryFacts facts = make_told(400 + i % 10, 1 + i / 10, 900 + i, 20 + static_cast<int>(i));
    facts.places = {50 + i};
    facts.event_day = facts.day = 100 + static_cast<int>(i / 10) * 3;
    index.add(facts);
    event_of.push_back(static_cast<int>(i));
  }
  index.settle();
  EXPECT_EQ(groups_of(index.story_of()), groups_of(event_of));
}

TEST(StoryIndex, SilenceForAWeekEndsAStory) {
  StoryIndex index;
  for (std::uint64_t i = 0; i < 10; ++i) index.add(make_facts(60, i, 100));
  for (std::uint64_t i = 10; i < 20; ++i) index.add(make_facts(60, i, 120));
  index.settle();
  EXPECT_EQ(groups_of(index.story_of()).size(), 2u);
}

TEST(StoryIndex, ARoundUpServesTwoStories) {
  StoryIndex index;
  for (std::uint64_t i = 0; i < 40; ++i) index.add(make_facts(60 + i % 2, i, 100));
  StoryFacts both = make_facts(60, 3, 100);
  const StoryFacts second = make_facts(61, 4, 100);
  both.terms.insert(both.terms.end(), second.terms.begin(), second.terms.end());
  std::sort(both.terms.begin(), both.terms.end(),
            [](const StoryTerm& a, const StoryTerm& b) { return a.hash < b.hash; });
  both.terms.erase(std::unique(both.terms.begin(), both.terms.end(),
                               [](const StoryTerm& a, const StoryTerm& b) { return a.hash == b.hash; }),
                   both.terms.end());
  const std::int32_t report = 40;
  index.add(both);
  index.settle();
  const auto also = index.also_of();
  ASSERT_EQ(also[report].size(), 1u);
  const std::set<std::int32_t> stories = {index.story_of()[report], also[report][0]};
  EXPECT_EQ(stories, (std::set<std::int32_t>{index.story_of()[0], index.story_of()[1]}));
  EXPECT_TRUE(also[0].empty());
}

TEST(StoryIndex, OldStoriesAreClosedAndTheirMemoryGivenBack) {
  StoryIndex open(false), closing(true);
  std::size_t most = 0;
  for (std::uint64_t i = 0; i < 3000; ++i) {
    const auto day = static_cast<std::int32_t>(i / 20);
    open.add(make_facts(1000 + i / 10, i, day));
    closing.add(make_facts(1000 + i / 10, i, day));
    most = std::max(most, closing.open_stories());
  }
  EXPECT_EQ(groups_of(open.story_of()).size(), 300u);
  EXPECT_EQ(groups_of(open.story_of()), groups_of(closing.story_of()));
  EXPECT_EQ(open.open_stories(), 300u);
  EXPECT_LT(most, 40u);
  EXPECT_LT(closing.bytes() + 1000000, open.bytes());
}

// A number as letters: 11 is "bb".
std::string spelt(int number) {
  std::string out = std::to_string(number);
  for (char& c : out) c = static_cast<char>(c - '0' + 'a');
  return out;
}

// Twenty events of three reports, as texts.
Report make_report(int event, int number) {
  static const char* const kHow[] = {"slowly", "quietly", "proudly", "rarely", "gladly"};
  const std::string e = spelt(event * 97 + 11);
  std::string text = "Bridge" + e + " of Harbour" + e + " falls\n";
  for (int i = 0; i < 6; ++i) {
    text += "Witness" + spelt(event * 100 + number * 10 + i) + " saw Bridge" + e + " and Harbour" +
            e + " near Canal" + e + " " + kHow[(event + number + i) % 5] + " while Crew" + e +
            " searched Quay" + e + ".\n";
  }
  Report report;
  report.input = "r" + std::to_string(event) + "_" + std::to_string(number);
  report.id = "sha256:" + report.input;
  report.outlet = "outlet" + std::to_string(number);
  report.language = "en";
  report.text = make_text(text);
  const auto title = static_cast<std::uint32_t>(text.find('\n'));
  report.title = {0, title};
  report.parts = {{PartKind::Title, {0, title}},
                  {PartKind::Body, {title + 1, static_cast<std::uint32_t>(text.size())}}};
  report.published.days = {100 + event % 3, 100 + event % 3};
  report.published.value = days_text(report.published.days);
  return report;
}

std::set<std::set<std::string>> named_groups(const std::vector<int>& order) {
  std::vector<Report> reports;
  for (const int i : order) reports.push_back(make_report(i / 3, i % 3));
  std::set<std::set<std::string>> out;
  for (const Story& story : group_stories(reports, find_copies(reports))) {
    std::set<std::string> names;
    for (const std::int32_t r : story.reports) names.insert(reports[static_cast<std::size_t>(r)].input);
    out.insert(names);
  }
  return out;
}

TEST(StoriesStream, TheSameForAnyOrderOfInput) {
  std::vector<int> order(60);
  std::iota(order.begin(), order.end(), 0);
  const auto first = named_groups(order);
  EXPECT_EQ(first.size(), 20u);
  std::mt19937 dice(7);
  for (int i = 0; i < 5; ++i) {
    std::shuffle(order.begin(), order.end(), dice);
    EXPECT_EQ(named_groups(order), first);
  }
}

TEST(StoriesStream, SaysWhatAStoryIsAbout) {
  std::vector<Report> reports;
  for (int i = 0; i < 60; ++i) reports.push_back(make_report(i / 3, i % 3));
  const Stories stories = explain_stories(reports, {});
  for (const Story& story : stories.stories) {
    ASSERT_FALSE(story.about.empty());
    const std::string number = spelt(story.reports[0] / 3 * 97 + 11);
    for (const std::string& about : story.about) EXPECT_NE(about.find(number), about.npos) << about;
  }
}

}  // namespace
}  // namespace isnad
