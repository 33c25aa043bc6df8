// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "record/dating_days.h"
#include "record/record_steps.h"

namespace isnad {
namespace {

constexpr int kMonday = 0, kWednesday = 2, kThursday = 3, kFriday = 4, kSunday = 6;

TimeForm offset(int count, int weekday = kUnset) {
  TimeForm form;
  form.base = TimeForm::Base::Offset;
  form.count = count;
  form.weekday = weekday;
  return form;
}

TimeForm on(int weekday) {
  TimeForm form;
  form.base = TimeForm::Base::Weekday;
  form.weekday = weekday;
  return form;
}

TimeForm date(int year, int month, int day) {
  TimeForm form;
  form.base = year == kUnset ? TimeForm::Base::DayMonth : TimeForm::Base::Written;
  form.year = year;
  form.month = month;
  form.day = day;
  return form;
}

class Dating : public ::testing::Test {
 protected:
  void report(const std::string& text, const std::string& page_day = "") {
    Report made;
    made.input = std::string(1, static_cast<char>('a' + reports_.size())) + ".txt";
    made.text = make_text(text);
    made.parts = {{PartKind::Body, {0, static_cast<std::uint32_t>(text.size())}}};
    if (!page_day.empty()) {
      made.published.basis = Basis::Page;
      made.published.value = page_day;
      made.published.days.first = made.published.days.last =
          day_number(std::stoi(page_day.substr(0, 4)), std::stoi(page_day.substr(5, 2)),
                     std::stoi(page_day.substr(8, 2)));
    }
    story_.reports.push_back(static_cast<std::int32_t>(reports_.size()));
    reports_.push_back(std::move(made));
  }
  // The words `quote` of the last report are a time of this form.
  void time(const std::string& quote, const TimeForm& form) {
    Report& last = reports_.back();
    const std::size_t at = last.text.utf8().find(quote);
    ASSERT_NE(at, std::string::npos) << quote;
    TimeMention mention;
    mention.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + quote.size())};
    mention.form = form;
    last.times.push_back(mention);
  }
  void part(PartKind kind, const std::string& words) {
    Report& last = reports_.back();
    const std::size_t at = last.text.utf8().find(words);
    const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
    last.parts = {{PartKind::Body, {0, span.begin}}, {kind, span}};
  }
  // So many arrested and half of them hurt, in the place the text begins with.
  void counts(std::int64_t low) {
    for (const Role role : {Role::Arrested, Role::Injured}) {
      Figure figure;
      figure.role = role;
      figure.low = figure.high = role == Role::Arrested ? low : low / 2;
      figure.place = {0, 6};
      reports_.back().figures.push_back(figure);
    }
  }
  void run() { date_reports(reports_, story_, "en"); }
  std::string day(std::size_t i) const { return days_text(reports_[i].published.days); }
  std::string why(std::size_t i) const {
    std::string out;
    for (const Evidence& evidence : reports_[i].published.why) out += evidence.text + "\n";
    return out;
  }

  std::vector<Report> reports_;
  Story story_;
};

TEST(DaySets, MovedByEachOfManyDaysTogether) {
  for (const std::size_t at : {0u, 3u, 200u, 508u, 511u}) {
    DaySet set;
    set.set(at).set(40);
    for (const std::int32_t low : {-182, -13, -6, -1, 0, 1, 5}) {
      for (const std::int32_t high : {-200, -13, -1, 0, 1, 6, 13, 182, 600}) {
        DaySet each;
        for (std::int32_t k = low; k <= high; ++k) {
          each |= k >= 0 ? set << static_cast<std::size_t>(k) : set >> static_cast<std::size_t>(-k);
        }
        EXPECT_EQ(move_days(set, low, high), each) << at << " by " << low << " to " << high;
      }
    }
  }
}

TEST_F(Dating, TomorrowMondayIsADayOfMourningThatAnotherReportTellsOfYesterday) {
  report("A day of national mourning was kept yesterday in the country.", "2022-01-11");
  time("yesterday", offset(-1));
  report("The president declared tomorrow, Monday, a day of national mourning for the dead.");
  time("tomorrow, Monday", offset(1, kMonday));
  run();
  EXPECT_EQ(day(1), "2022-01-09");
  EXPECT_EQ(reports_[1].published.value, "2022-01-09");
  EXPECT_EQ(reports_[1].published.basis, Basis::Inferred);
  EXPECT_NE(why(1).find("Sunday"), std::string::npos) << why(1);
  EXPECT_NE(why(1).find("10 January 2022"), std::string::npos) << why(1);
  EXPECT_NE(why(1).find("a.txt"), std::string::npos) << why(1);
  EXPECT_EQ(reports_[0].published.basis, Basis::Page);
}

TEST_F(Dating, NothingIsTakenFromADateThatItsOwnReportContradicts) {
  report("A march is called. The offices closed in the morning.", "2022-01-12");
  report("He spoke today, Friday. The bridge fell on Sunday night near the old harbour market.",
         "2022-01-11");
  time("today, Friday", offset(0, kFriday));
  time("on Sunday", on(kSunday));
  report("They search: the bridge fell yesterday night near the old harbour market.");
  time("yesterday", offset(-1));
  run();
  ASSERT_EQ(reports_[1].notes.size(), 1u);
  EXPECT_FALSE(reports_[2].published.days.one_day()) << day(2) << "\n" << why(2);
  ASSERT_EQ(reports_[2].notes.size(), 1u) << "not dated by b.txt before it is left out";
  EXPECT_NE(reports_[2].notes[0].find("b.txt"), std::string::npos) << reports_[2].notes[0];
}

TEST_F(Dating, AnEmbeddedPostGivesTheYearAndTheWeekAndALinkDatesTheOther) {
  report("He ruled out any possibility of talks with protesters today, Friday. Agency, January 7, 2022");
  time("today, Friday", offset(0, kFriday));
  time("January 7, 2022", date(2022, 1, 7));
  part(PartKind::Embed, "Agency, January 7, 2022");
  report("The leader, earlier on Friday, refused any possibility of talks with protesters.");
  time("Friday", on(kFriday));
  run();
  EXPECT_EQ(day(0), "2022-01-07");
  EXPECT_EQ(day(1), "2022-01-07") << why(1);
}

TEST_F(Dating, GrowingTotalsAndYesterdayBesideAWeekdayFixTheDay) {
  report("Almaty: police hold 8000 people so far.", "2022-01-11");
  counts(8000);
  report("Almaty: crowds came on Wednesday. He tried yesterday to calm them with a speech on Wednesday. "
         "The offices burnt all of Wednesday; 5 January the cabinet left.");
  for (const char* words : {"on Wednesday.", "yesterday", "speech on Wednesday", "of Wednesday"}) {
    time(words, std::string(words) == "yesterday" ? offset(-1) : on(kWednesday));
  }
  time("5 January", date(kUnset, 1, 5));
  Event event;
  event.topic = "resign.government";
  event.date_time = static_cast<std::int32_t>(reports_.back().times.size()) - 1;
  reports_.back().events.push_back(event);
  counts(200);
  run();
  EXPECT_EQ(day(1), "2022-01-06") << why(1);
}

TEST_F(Dating, WhereSeveralDaysFitTheStretchIsGiven) {
  report("The bridge fell on Sunday night near the old harbour market.", "2022-01-04");
  time("Sunday", on(kSunday));
  report("They still search after the bridge fell on Sunday night near the old harbour market.");
  time("Sunday", on(kSunday));
  run();
  EXPECT_EQ(day(1), "2022-01-02/2022-01-08") << why(1);
  EXPECT_EQ(reports_[1].published.value, "");
  EXPECT_EQ(reports_[1].published.basis, Basis::Inferred);
}

TEST_F(Dating, NothingSaidIsNothingKnown) {
  report("A dated report.", "2022-01-11");
  report("No day is named here.");
  run();
  EXPECT_EQ(reports_[1].published.basis, Basis::Unknown);
  EXPECT_FALSE(reports_[1].published.days.known());
}

TEST_F(Dating, WithoutAnyYearNoYearIsMadeUp) {
  report("It happened today, Friday.");
  time("today, Friday", offset(0, kFriday));
  report("It happened yesterday, Friday.");
  time("yesterday, Friday", offset(-1, kFriday));
  run();
  EXPECT_EQ(reports_[0].published.basis, Basis::Unknown);
  EXPECT_EQ(reports_[1].published.basis, Basis::Unknown);
}

TEST_F(Dating, APageDateThatClashesWithTodayIsNoted) {
  report("The talks failed today, Friday, he said.", "2022-01-09");
  time("today, Friday", offset(0, kFriday));
  run();
  EXPECT_EQ(day(0), "2022-01-09");
  ASSERT_EQ(reports_[0].notes.size(), 1u);
  EXPECT_NE(reports_[0].notes[0].find("9 January 2022 (Sunday)"), std::string::npos)
      << reports_[0].notes[0];
}

TEST_F(Dating, TwoWeekdaysOfTodayAreAtOddsAndTheFirstStands) {
  report("Today, Friday, they met. It was today, Thursday, they say.");
  time("Today, Friday", offset(0, kFriday));
  time("today, Thursday", offset(0, kThursday));
  report("Another.", "2022-01-08");
  run();
  ASSERT_EQ(reports_[0].notes.size(), 1u);
  EXPECT_NE(reports_[0].notes[0].find("today, Thursday"), std::string::npos);
}

TEST_F(Dating, WordsInsideAQuotationAreOfAnotherDay) {
  report("He had said: today, Monday, we begin. It was told in public.");
  time("today, Monday", offset(0, kMonday));
  Quotation quotation;
  quotation.span = {13, 36};
  reports_.back().quotations.push_back(quotation);
  report("Another.", "2022-01-08");
  run();
  EXPECT_EQ(reports_[0].published.basis, Basis::Unknown);
}

}  // namespace
}  // namespace isnad
