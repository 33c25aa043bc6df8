// SPDX-License-Identifier: Apache-2.0
#include "record/check_claims.h"

#include <gtest/gtest.h>

#include "record/story_builder.h"

namespace isnad::testing {
namespace {

// What the story says to the sentence: "supported: same*2 later*1".
std::string answer(StoryBuilder& story, StoryBuilder& sentence, std::size_t claim = 0) {
  const std::vector<Record> records = {story.record()};
  const CheckView view{sentence.reports()[0], story.reports(), records, RecordWords("en")};
  const std::vector<CheckedClaim> claims = check_claims(view);
  if (claim >= claims.size()) return "no claim";
  std::map<Way, int> ways;
  for (const Saying& saying : claims[claim].sayings) ++ways[saying.way];
  std::string out = std::string(stand_name(claims[claim].stand)) + ":";
  for (const auto& [way, count] : ways) out += std::string(" ") + way_name(way) + "*" + std::to_string(count);
  return out;
}

StoryBuilder ask(const Say& said) {
  StoryBuilder sentence;
  sentence.report("2022-02-01").say(said);
  return sentence;
}

StoryBuilder ask(const Happen& told) {
  StoryBuilder sentence;
  sentence.report("2022-02-01").happen(told);
  return sentence;
}

TEST(Check, WhoGivesTheNumberWhoGaveLessBeforeAndWhoGivesMoreSince) {
  StoryBuilder story;
  story.report("2022-01-06").say({.low = 12});
  story.report("2022-01-07").say({.low = 26, .holder = "police"});
  story.report("2022-01-07").say({.low = 26, .high = kOpen, .bound = Bound::AtLeast});
  story.report("2022-01-09").say({.low = 34});
  StoryBuilder sentence = ask({.low = 26, .date = "../2022-01-07"});
  EXPECT_EQ(answer(story, sentence), "supported: same*2 later*1 earlier*1");
}

TEST(Check, AnotherNumberOfTheTimeContradicts) {
  StoryBuilder story;
  story.report("2022-01-07").say({.low = 21, .holder = "health ministry"});
  story.report("2022-01-07").say({.low = 34, .holder = "activists"});
  StoryBuilder both = ask({.low = 21, .date = "../2022-01-07"});
  EXPECT_EQ(answer(story, both), "disputed: same*1 rival*1");
  StoryBuilder neither = ask({.low = 90, .date = "../2022-01-07"});
  EXPECT_EQ(answer(story, neither), "contradicted: rival*2");
}

TEST(Check, VagueWordsAndFloorsSayItLessExactly) {
  StoryBuilder story;
  story.report("2022-01-07").say({.low = 20, .high = 99, .bound = Bound::Vague});
  story.report("2022-01-07").say({.low = 20, .high = kOpen, .bound = Bound::AtLeast});
  StoryBuilder sentence = ask({.low = 26, .date = "../2022-01-07"});
  EXPECT_EQ(answer(story, sentence), "said_differently: less_exact*1 floor*1");
  StoryBuilder dozens = ask({.low = 20, .high = 99, .bound = Bound::Vague,
                             .date = "../2022-01-07"});
  EXPECT_EQ(answer(story, dozens), "supported: same*2");
}

TEST(Check, OneNumberUnderAnotherFateAnotherNameAnotherPlace) {
  StoryBuilder fate;
  fate.report("2022-01-07").say({.role = Role::Injured, .low = 18, .group = "police"});
  StoryBuilder killed = ask({.low = 18, .group = "police"});
  EXPECT_EQ(answer(fate, killed), "said_differently: other_role*1");
  StoryBuilder name;
  name.report("2022-01-07").say({.low = 26, .group = "militants"});
  StoryBuilder protesters = ask({.low = 26, .group = "protesters"});
  EXPECT_EQ(answer(name, protesters), "said_differently: other_group*1");
  StoryBuilder place;
  place.report("2022-01-07").say({.low = 103, .place = "Almaty"});
  StoryBuilder astana = ask({.low = 103, .place = "Astana"});
  EXPECT_EQ(answer(place, astana), "said_differently: other_place*1");
}

TEST(Check, SomeKindsOfPeopleSayNothingAgainstAll) {
  StoryBuilder story;
  story.report("2022-01-07").say({.low = 18, .group = "police", .holder = "interior ministry"});
  StoryBuilder all = ask({.low = 164, .date = "../2022-01-07"});
  EXPECT_EQ(answer(story, all), "said_differently: part*1");
  StoryBuilder fewer = ask({.low = 12, .date = "../2022-01-07"});
  EXPECT_EQ(answer(story, fewer), "contradicted: rival*1");
}

TEST(Check, ANumberReadIntoTheWrongFateContradictsNothing) {
  StoryBuilder story;
  story.report("2022-01-07").say({.role = Role::Injured, .low = 18, .group = "police",
                                  .holder = "interior ministry"});
  story.report("2022-01-07").say({.low = 18, .group = "security_forces", .holder = "interior ministry"})
      .say({.role = Role::Injured, .low = 748, .group = "security_forces", .holder = "interior ministry"});
  StoryBuilder sentence = ask({.role = Role::Injured, .low = 748, .group = "security_forces",
                               .date = "../2022-01-07"});
  EXPECT_EQ(answer(story, sentence), "supported: same*1");
}

TEST(Check, TheHoursTellWhatGrewWithinADay) {
  StoryBuilder story;
  story.report("2022-01-07T10:00").say({.low = 8});
  story.report("2022-01-07T12:00").say({.low = 20, .holder = "police"});
  StoryBuilder sentence = ask({.low = 20});
  EXPECT_EQ(answer(story, sentence), "supported: same*1 earlier*1");
}

TEST(Check, DeniedNumbersPartsAndSilence) {
  StoryBuilder story;
  story.report("2022-01-07").say({.low = 26, .stance = Stance::Denied});
  StoryBuilder sentence = ask({.low = 26});
  EXPECT_EQ(answer(story, sentence), "contradicted: denied*1");
  StoryBuilder part;
  part.report("2022-01-07").say({.low = 26}).say({.low = 3, .kind = CountKind::Part});
  part.report("2022-01-07").say({.low = 5, .kind = CountKind::New});
  EXPECT_EQ(answer(part, sentence), "supported: same*1 part*1");
  StoryBuilder silent;
  silent.report("2022-01-07").say({.role = Role::Arrested, .low = 3000});
  EXPECT_EQ(answer(silent, sentence), "nothing_said:");
}

TEST(Check, OneMinistryInThreeReportsIsOneOrigin) {
  StoryBuilder story;
  for (int i = 0; i < 3; ++i) {
    story.report("2022-01-07").say({.low = 26, .holder = "interior ministry"});
  }
  StoryBuilder sentence = ask({.low = 26});
  const std::vector<Record> records = {story.record()};
  const CheckView view{sentence.reports()[0], story.reports(), records, RecordWords("ar")};
  const CheckedClaim claim = check_claims(view).at(0);
  EXPECT_EQ(claim.supported.articles, 3);
  EXPECT_EQ(claim.supported.origins, 1);
  EXPECT_EQ(claim.sayings[0].holder, "interior ministry");
}

TEST(Check, EventsSaidDeniedAndOpposed) {
  StoryBuilder story;
  story.report("2022-01-07").happen({.type = "RETREAT", .mode = "resign",
                                     .topic = "resign.government", .words = "it resigned"});
  story.report("2022-01-07").happen({.type = "SANCTION", .topic = "dismiss.government",
                                     .words = "it was dismissed"});
  story.report("2022-01-08").happen({.type = "RETREAT", .mode = "resign",
                                     .topic = "resign.government", .words = "did not resign",
                                     .stance = Stance::Denied});
  StoryBuilder sentence = ask(Happen{.type = "RETREAT", .mode = "resign",
                                     .topic = "resign.government", .words = "resigned"});
  EXPECT_EQ(answer(story, sentence), "disputed: same*1 denied*1 opposed*1");
}

TEST(Check, AnAttackIsTheSameOnlyWithSomethingInCommon) {
  StoryBuilder story;
  story.report("2022-01-07").happen({.type = "ASSAULT", .mode = "explosives", .words = "a bomb",
                                     .place = "Almaty"});
  StoryBuilder there = ask(Happen{.type = "ASSAULT", .mode = "explosives", .words = "a blast",
                                  .place = "Almaty"});
  EXPECT_EQ(answer(story, there), "supported: same*1");
  StoryBuilder elsewhere = ask(Happen{.type = "ASSAULT", .mode = "explosives", .words = "a blast",
                                      .place = "Suruc"});
  EXPECT_EQ(answer(story, elsewhere), "nothing_said:");
}

}  // namespace
}  // namespace isnad::testing
