// SPDX-License-Identifier: Apache-2.0
#include "record/differences.h"

#include <gtest/gtest.h>

#include "record/story_builder.h"

namespace isnad::testing {
namespace {

TEST(Differences, OneNumberInTwoRoles) {
  StoryBuilder story;
  story.report("2022-01-07").say({.role = Role::Injured, .low = 18, .group = "police",
                                  .holder = "interior ministry"});
  story.report("2022-01-07").say({.low = 18, .group = "security_forces",
                                  .holder = "interior ministry"})
      .say({.role = Role::Injured, .low = 748, .group = "security_forces",
            .holder = "interior ministry"});
  const Record record = story.record();
  EXPECT_EQ(differences_text(record), "contradiction role: One number, two fates: 18\n");
  EXPECT_EQ(story.quote(record.differences[0].a), "18 security_forces killed");
  EXPECT_EQ(story.quote(record.differences[0].b), "18 police injured");
  EXPECT_EQ(record.differences[0].why,
            "18 security forces are killed in one report and injured in another; both quote "
            "interior ministry on 7 January. Most likely one of them misread the statement.");
  // The number that does not fit its lane is shown there and counts for nothing.
  EXPECT_EQ(record.figures[1].best, 748);
  EXPECT_EQ(record.figures[1].series.size(), 2u);
}

TEST(Differences, EqualNumbersInOneReportAreNoClash) {
  StoryBuilder story;
  story.report("2022-01-07").say({.low = 7, .holder = "police"})
      .say({.role = Role::Injured, .low = 7, .holder = "police"});
  story.report("2022-01-07").say({.low = 7, .holder = "police"});
  EXPECT_EQ(differences_text(story.record()), "");
}

TEST(Differences, OneNumberUnderTwoNames) {
  StoryBuilder story;
  story.report("2022-01-07").say({.low = 26, .group = "militants", .holder = "interior ministry",
                                  .label = "armed criminals"});
  story.report("2022-01-09").say({.low = 26, .group = "protesters",
                                  .holder = "interior ministry"});
  const Record record = story.record();
  EXPECT_EQ(differences_text(record),
            "contradiction group: One number, two names for the killed: 26\n");
  EXPECT_NE(record.differences[0].why.find("armed criminals"), std::string::npos);
}

TEST(Differences, ATollThatFallsHasItsReason) {
  StoryBuilder scope;
  scope.report("2022-01-07").say({.low = 18, .group = "security_forces",
                                  .holder = "interior ministry"});
  scope.report("2022-01-11").say({.low = 16, .group = "police", .holder = "President Tokayev"});
  EXPECT_EQ(differences_text(scope.record()),
            "scope value: A toll that falls: 18, then 16 killed\n");

  StoryBuilder corrected;
  corrected.report("2022-01-07").say({.low = 18, .holder = "interior ministry"});
  corrected.report("2022-01-11").say({.low = 16, .holder = "interior ministry"});
  EXPECT_EQ(differences_text(corrected.record()),
            "correction value: A toll that falls: 18, then 16 killed\n");
}

TEST(Differences, RivalsOnOneDayAndGrowthOverDays) {
  StoryBuilder rivals;
  rivals.report("2022-01-07").say({.low = 21, .holder = "health ministry"});
  rivals.report("2022-01-07").say({.low = 34, .holder = "activists"});
  EXPECT_EQ(differences_text(rivals.record()),
            "contradiction value: Rival numbers: 21 or 34 killed\n");

  StoryBuilder growth;
  growth.report("2022-01-07").say({.low = 21, .holder = "health ministry"});
  growth.report("2022-01-08").say({.low = 30, .holder = "health ministry"});
  growth.report("2022-01-09").say({.low = 34, .holder = "health ministry"});
  const Record record = growth.record();
  EXPECT_EQ(differences_text(record), "update value: Killed: 21, then 34\n");
  EXPECT_EQ(record.differences[0].why,
            "The count of people killed grew: 21 on 7 January, then 30 on 8 January, then 34 on "
            "9 January.");
}

TEST(Differences, HoursTellWhichIsLater) {
  StoryBuilder story;
  story.report("2015-08-06T18:23").say({.low = 10, .group = "security_forces"});
  story.report("2015-08-06T18:47").say({.low = 15, .group = "security_forces"});
  EXPECT_EQ(differences_text(story.record()), "update value: Killed: 10, then 15\n");
}

TEST(Differences, VagueWordsThatAgreeAreNone) {
  StoryBuilder story;
  story.report("2022-01-07").say({.low = 20, .high = 99, .bound = Bound::Vague});
  story.report("2022-01-07").say({.low = 26, .holder = "police"});
  story.report("2022-01-07").say({.low = 26, .high = kOpen, .bound = Bound::AtLeast,
                                  .holder = "hospital"});
  EXPECT_EQ(differences_text(story.record()), "");
}

TEST(Differences, ALoneGiant) {
  StoryBuilder story;
  story.report("2022-01-07").say({.role = Role::Attackers, .low = 200000, .group = "militants",
                                  .holder = "President Tokayev"});
  story.report("2022-01-07").say({.role = Role::Participants, .low = 2000, .high = 9999,
                                  .bound = Bound::Vague, .group = "protesters"});
  story.report("2022-01-07").say({.role = Role::Arrested, .low = 8000, .holder = "police"});
  const Record record = story.record();
  EXPECT_EQ(differences_text(record), "outlier value: Far from everything else: 200,000\n");
  EXPECT_EQ(record.differences[0].b.report, kNone);
}

TEST(Differences, PartsThatMakeAWhole) {
  StoryBuilder story;
  story.report("2015-08-06T18:23").say({.low = 12, .group = "security_forces"});
  story.report("2015-08-06T18:47").say({.low = 15, .holder = "interior ministry"})
      .say({.low = 3, .group = "workers", .holder = "interior ministry",
            .kind = CountKind::Part});
  const Record record = story.record();
  EXPECT_EQ(differences_text(record), "part value: Parts of one whole: 15 is 12 and 3\n");
}

TEST(Differences, ALaterCountFarBelowIsAnotherIncident) {
  StoryBuilder story;
  story.report("2015-07-22").say({.low = 101, .holder = "police"});
  story.report("2015-07-23").say({.low = 30, .holder = "security officials"});
  const Record record = story.record();
  EXPECT_EQ(lanes_text(record), "killed people 101 (101-101) single_source: 101x1\n"
                                "killed people 30 (30-30) single_source: 30x1\n");
  EXPECT_EQ(differences_text(record),
            "scope value: Most likely another incident: 30 beside 101 killed\n");
}

TEST(Differences, AnOldCountStillInPrint) {
  StoryBuilder story;
  story.report("2015-08-06T18:23").say({.low = 10});
  story.report("2015-08-06T18:47").say({.low = 15, .holder = "interior ministry"});
  story.report("2015-08-06T19:15").say({.low = 10});
  EXPECT_EQ(differences_text(story.record()),
            "contradiction value: An older count still in print: 10 after 15 killed\n"
            "update value: Killed: 10, then 15\n");
}

TEST(Differences, DenialsAndOppositeClaims) {
  StoryBuilder story;
  story.report("2022-01-07")
      .happen({.type = "REJECT", .topic = "deny.terrorism", .words = "denied terrorism",
               .actor = "the opposition"})
      .happen({.type = "RETREAT", .mode = "resign", .topic = "resign.government",
               .words = "the government resigned"});
  story.report("2022-01-07")
      .happen({.type = "ACCUSE", .topic = "accuse.terrorism", .words = "terrorist bands",
               .actor = "Tokayev"})
      .happen({.type = "COERCE", .topic = "dismiss.government",
               .words = "dismissal of the government"});
  const Record record = story.record();
  EXPECT_EQ(differences_text(record), "denial claim: A charge of terrorism, denied\n"
                                      "contradiction claim: Resigned or dismissed?\n");
  EXPECT_EQ(record.differences[0].why,
            "The charge of terrorism, made by Tokayev, is denied by the opposition.");
}

TEST(Differences, TheRecordSpeaksArabicToo) {
  StoryBuilder story;
  story.report("2022-01-07").say({.low = 21, .holder = "health ministry"});
  story.report("2022-01-07").say({.low = 34, .holder = "activists"});
  const Record record = story.record(Policy::LatestOfficial, "ar");
  ASSERT_EQ(record.differences.size(), 1u);
  EXPECT_EQ(record.differences[0].why.find('{'), std::string::npos);
  EXPECT_NE(record.differences[0].why.find("\xd9\x8a\xd9\x86\xd8\xa7\xd9\x8a\xd8\xb1"),
            std::string::npos);  // January
}

TEST(Differences, ANoughtTooManyIsMostLikelyAMisprint) {
  StoryBuilder story;
  story.report("2022-01-07").say({.low = 26, .holder = "interior ministry"});
  story.report("2022-01-07").say({.low = 26, .holder = "hospital"});
  story.report("2022-01-07").say({.low = 260});
  const Record record = story.record();
  EXPECT_EQ(differences_text(record), "outlier value: Most likely a misprint: 260 for 26\n");
  EXPECT_EQ(record.figures[0].best, 26);
  StoryBuilder turned;
  turned.report("2022-01-07").say({.low = 126, .holder = "interior ministry"});
  turned.report("2022-01-07").say({.low = 126, .holder = "hospital"});
  turned.report("2022-01-07").say({.low = 162});
  EXPECT_EQ(differences_text(turned.record()),
            "outlier value: Most likely a misprint: 162 for 126\n");
}

TEST(Differences, NumbersFarApartAreOtherPeopleOrAnotherIncident) {
  StoryBuilder fall;
  fall.report("2022-01-07").say({.low = 51});
  fall.report("2022-01-08").say({.low = 20});
  EXPECT_EQ(differences_text(fall.record()), "");
  StoryBuilder growth;
  growth.report("2022-01-07").say({.low = 6});
  growth.report("2022-01-08").say({.low = 51});
  EXPECT_EQ(differences_text(growth.record()), "");
  StoryBuilder few;
  few.report("2022-01-07").say({.low = 2});
  few.report("2022-01-08").say({.low = 1});
  EXPECT_EQ(differences_text(few.record()), "");
}

TEST(Differences, AReportThatGivesBothNumbersDoesNotArgue) {
  StoryBuilder story;
  story.report("2022-01-07").say({.low = 15, .holder = "police"});
  story.report("2022-01-08").say({.low = 15}).say({.low = 12, .group = "soldiers",
                                                   .kind = CountKind::Part});
  EXPECT_EQ(differences_text(story.record()), "");
}

TEST(Differences, AFloorFarBelowSaysNothingAgainstACount) {
  StoryBuilder story;
  story.report("2022-01-07").say({.low = 17});
  story.report("2022-01-08").say({.low = 10, .high = kOpen, .bound = Bound::AtLeast});
  EXPECT_EQ(differences_text(story.record()), "");
}

TEST(Differences, ALaneWhereEveryReportHasItsOwnNumbersIsOfManyIncidents) {
  StoryBuilder story;
  for (int i = 0; i < 6; ++i) {
    story.report("2022-01-0" + std::to_string(i + 1)).say({.low = 10 + 3 * i,
                                                           .group = "militants"});
  }
  EXPECT_EQ(differences_text(story.record()), "");
}

TEST(Differences, GrowthIsToldInsideOneVoiceButNoRivalry) {
  StoryBuilder growth;
  growth.report("2022-01-07", "o1").say({.low = 12, .holder = "police"});
  growth.report("2022-01-08", "o1").say({.low = 19, .holder = "police"});
  EXPECT_EQ(differences_text(growth.record()), "update value: Killed: 12, then 19\n");
  StoryBuilder rivals;
  rivals.report("2022-01-07", "o1").say({.low = 21, .holder = "health ministry"});
  rivals.report("2022-01-07", "o1").say({.low = 34, .holder = "activists"});
  EXPECT_EQ(differences_text(rivals.record()), "");
}

TEST(Differences, AFloorSaysNothingAgainstACountOfItsTime) {
  StoryBuilder story;
  story.report("2022-01-07").say({.low = 21, .high = kOpen, .bound = Bound::MoreThan, .holder = "residents"});
  story.report("2022-01-07").say({.low = 27, .holder = "interior ministry"});
  EXPECT_EQ(differences_text(story.record()), "");
}

TEST(Differences, PoliceHereSoldiersThereAreNoOneCount) {
  StoryBuilder story;
  story.report("2022-01-07").say({.role = Role::Injured, .low = 4, .group = "soldiers"});
  story.report("2022-01-08").say({.role = Role::Injured, .low = 10, .group = "police"});
  EXPECT_EQ(differences_text(story.record()), "");
}

// A war: of many reports no day has half of the tolls. Two of one day are compared where they have words or
// other numbers in common, and only then.
TEST(Differences, InAWarOnlyOneIncidentIsCompared) {
  const auto war = [](std::int64_t shared) {
    StoryBuilder story;
    for (int i = 1; i <= 9; ++i) {
      story.report("2022-01-0" + std::to_string(i))
          .say({.low = 30 + 2 * i, .place = "Kazakhstan", .date = "2022-01-0" + std::to_string(i)});
    }
    story.report("2022-01-05").say({.low = 12, .holder = "activists", .date = "2022-01-05"})
        .say({.role = Role::Injured, .low = 55, .date = "2022-01-05"})
        .say({.role = Role::Arrested, .low = 77, .date = "2022-01-05"});
    story.report("2022-01-05").say({.low = 18, .holder = "hospital", .date = "2022-01-05"})
        .say({.role = Role::Injured, .low = shared, .date = "2022-01-05"})
        .say({.role = Role::Arrested, .low = shared == 55 ? 77 : 400, .date = "2022-01-05"});
    std::string out;
    for (const Difference& difference : story.record().differences) {
      if (difference.title.find("12") != std::string::npos) out += difference.title + "\n";
    }
    return out;
  };
  EXPECT_EQ(war(55), "Rival numbers: 12 or 18 killed\n");
  EXPECT_EQ(war(300), "");
}

TEST(Differences, ClaimsOfResponsibility) {
  const auto claimed = [](const std::string& actor, const std::string& topic,
                          const std::string& date) {
    return Happen{.type = "ASSAULT", .topic = topic, .words = "responsibility", .actor = actor,
                  .date = date};
  };
  StoryBuilder rivals;
  rivals.report("2022-01-07").happen(claimed("The Front", "claim.responsibility", "2022-01-06"));
  rivals.report("2022-01-07").happen(claimed("The Movement", "claim.responsibility",
                                             "2022-01-06"));
  const Record record = rivals.record();
  EXPECT_EQ(differences_text(record), "contradiction claim: Two who claim it\n");
  EXPECT_EQ(record.differences[0].why, "One account says that The Front claimed responsibility, "
                                       "the other that The Movement did.");

  StoryBuilder one;
  one.report("2022-01-07").happen(claimed("The Front", "claim.responsibility", "2022-01-06"));
  one.report("2022-01-07").happen(claimed("The Front", "claim.responsibility", "2022-01-06"));
  EXPECT_EQ(differences_text(one.record()), "");

  StoryBuilder office;   // a ministry claims no attack
  office.report("2022-01-07").happen(claimed("The Front", "claim.responsibility", "2022-01-06"));
  office.report("2022-01-07").happen(claimed("interior ministry", "claim.responsibility",
                                             "2022-01-06"));
  EXPECT_EQ(differences_text(office.record()), "");

  StoryBuilder days;   // two attacks
  days.report("2022-01-07").happen(claimed("The Front", "claim.responsibility", "2022-01-02"));
  days.report("2022-01-07").happen(claimed("The Movement", "claim.responsibility",
                                           "2022-01-06"));
  EXPECT_EQ(differences_text(days.record()), "");

  StoryBuilder denied;
  denied.report("2022-01-07").happen(claimed("The Front", "claim.responsibility", "2022-01-06"));
  denied.report("2022-01-07").happen(claimed("The Front", "deny.responsibility", "2022-01-06"));
  EXPECT_EQ(differences_text(denied.record()), "denial claim: Who did it: claimed and denied\n");

  StoryBuilder another;   // that one group denies what another claims is no contradiction
  another.report("2022-01-07").happen(claimed("The Front", "claim.responsibility",
                                              "2022-01-06"));
  another.report("2022-01-07").happen(claimed("The Movement", "deny.responsibility",
                                              "2022-01-06"));
  EXPECT_EQ(differences_text(another.record()), "");
}

TEST(Differences, ACountryThatKeepsOrLosesItsRuler) {
  StoryBuilder story;
  story.report("2022-01-07").happen({.type = "CONSULT", .topic = "power.kept",
                                     .words = "still rules", .actor = "The Elder"});
  story.report("2022-01-08").happen({.type = "RETREAT", .topic = "power.lost",
                                     .words = "gone for good", .actor = "The Elder"});
  EXPECT_EQ(differences_text(story.record()),
            "contradiction claim: Still in power, or gone?\n");
}

}  // namespace
}  // namespace isnad::testing
