// SPDX-License-Identifier: Apache-2.0
// Calendars and the counting of days, without any pack.
#include <gtest/gtest.h>

#include "read/anchor.h"
#include "read/anchor_fixed.h"
#include "read/numbers_words.h"
#include "read/read.h"

namespace isnad {
namespace {

TimeMention weekday(int day, int side) {
  TimeMention t;
  t.form.base = TimeForm::Base::Weekday;
  t.form.weekday = day;
  t.form.side = static_cast<std::int8_t>(side);
  return t;
}

std::string anchored(TimeMention time, std::int32_t published) {
  Report report;
  report.text = make_text("x");
  if (published != kNoDay) report.published.days = {published, published};
  report.times.push_back(std::move(time));
  anchor_times(report);
  return report.times[0].value;
}

TEST(Calendar, HijriYearsFollowOneAnother) {
  for (int year = 1300; year < 1500; ++year) {
    const std::int32_t length = hijri_day(year + 1, 1, 1) - hijri_day(year, 1, 1);
    EXPECT_TRUE(length >= 353 && length <= 356) << year << " has " << length;
    EXPECT_EQ(hijri_year(hijri_day(year, 1, 1)), year);
    EXPECT_EQ(hijri_year(hijri_day(year + 1, 1, 1) - 1), year);
  }
}

TEST(Calendar, KnownDays) {
  EXPECT_EQ(hijri_day(1436, 10, 25), day_number(2015, 8, 10));
  EXPECT_EQ(easter_day(2013), day_number(2013, 3, 31));
  EXPECT_EQ(week_value(day_number(2022, 1, 2)), "2021-W52");
  EXPECT_EQ(week_value(day_number(2022, 1, 3)), "2022-W01");
}

TEST(Anchor, WeekdayOnEachSide) {
  const std::int32_t sunday = day_number(2022, 1, 9);
  EXPECT_EQ(anchored(weekday(6, 0), sunday), "2022-01-09");
  EXPECT_EQ(anchored(weekday(6, -1), sunday), "2022-01-02");
  EXPECT_EQ(anchored(weekday(6, 1), sunday), "2022-01-16");
  EXPECT_EQ(anchored(weekday(4, 0), sunday), "2022-01-07");
}

TEST(Anchor, NothingIsFilledInWhenTheReportHasNoDay) {
  EXPECT_EQ(anchored(weekday(6, 0), kNoDay), "");
}

TEST(Anchor, AnImpossibleDateIsTold) {
  Report report;
  report.text = make_text("x");
  TimeMention t;
  t.form.base = TimeForm::Base::Written;
  t.form.year = 2021, t.form.month = 2, t.form.day = 31;
  report.times.push_back(t);
  anchor_times(report);
  EXPECT_EQ(report.times[0].value, "");
  EXPECT_EQ(report.times[0].note, "no such date");
}

TEST(Anchor, AWeekdayThatDisagreesIsTold) {
  Report report;
  report.text = make_text("x");
  TimeMention t;
  t.form.base = TimeForm::Base::Written;
  t.form.year = 2022, t.form.month = 1, t.form.day = 7, t.form.weekday = 0;
  report.times.push_back(t);
  anchor_times(report);
  EXPECT_EQ(report.times[0].value, "2022-01-07");
  EXPECT_EQ(report.times[0].note, "weekday and date disagree");
}

TEST(Anchor, AWeekdayThatIsNotYesterdayIsTold) {
  Report report;
  report.text = make_text("x");
  report.published.days = {day_number(2015, 8, 7), day_number(2015, 8, 7)};
  TimeMention t;
  t.form.base = TimeForm::Base::Offset;
  t.form.count = -1, t.form.weekday = 5;
  report.times.push_back(t);
  anchor_times(report);
  EXPECT_EQ(report.times[0].value, "2015-08-01");
  EXPECT_EQ(report.times[0].note, "weekday and day disagree");
}

TEST(Digits, Separators) {
  double v = 0;
  EXPECT_TRUE(parse_digits("1,600", v) && v == 1600);
  EXPECT_TRUE(parse_digits("3.5", v) && v == 3.5);
  EXPECT_TRUE(parse_digits("1.234.567", v) && v == 1234567);
  EXPECT_TRUE(parse_digits("3,5", v) && v == 3.5);
  EXPECT_FALSE(parse_digits("00:47", v));
  EXPECT_FALSE(parse_digits("1.2.3", v));
}

}  // namespace
}  // namespace isnad
