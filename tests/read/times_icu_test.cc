// SPDX-License-Identifier: Apache-2.0
// Calendars and month names held against ICU: every Hijri month of 1300-1500, all month names of
// all Arabic locales.
#include <gtest/gtest.h>
#include <unicode/calendar.h>
#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>

#include <cmath>
#include <memory>
#include <set>
#include <string>

#include "read/anchor.h"
#include "read/read.h"

namespace isnad {
namespace {

using Symbols = icu::DateFormatSymbols;

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

bool is_arabic_script(const icu::UnicodeString& text) {
  return text.length() > 1 && text.char32At(0) >= 0x600 && text.char32At(0) < 0x700;
}

// What a sentence that holds `expression` is read as on 7 January 2022.
std::string read_as(const std::string& expression, const Packs& packs) {
  std::string found;
  for (const ExampleMention& m :
       example_mentions(expression, packs, "times", day_number(2022, 1, 7))) {
    if (m.span.size() == expression.size()) return m.value;
    found += m.value + " ";
  }
  return found;
}

TEST(AgainstIcu, EveryHijriMonth) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Calendar> calendar(icu::Calendar::createInstance(
      *icu::TimeZone::getGMT(), icu::Locale("ar_SA@calendar=islamic-umalqura"), status));
  ASSERT_TRUE(U_SUCCESS(status));
  int months = 0;
  for (int year = 1300; year <= 1500; ++year) {
    for (int month = 1; month <= 12; ++month, ++months) {
      const std::int32_t first = hijri_day(year, month, 1);
      ASSERT_NE(first, kNoDay);
      calendar->setTime(first * 86400000.0 + 43200000.0, status);
      ASSERT_TRUE(U_SUCCESS(status));
      EXPECT_EQ(calendar->get(UCAL_YEAR, status), year);
      EXPECT_EQ(calendar->get(UCAL_MONTH, status), month - 1) << year;
      EXPECT_EQ(calendar->get(UCAL_DATE, status), 1) << year << " " << month;
      const int length = calendar->getActualMaximum(UCAL_DATE, status);
      const std::int32_t next = month == 12 ? hijri_day(year + 1, 1, 1)
                                            : hijri_day(year, month + 1, 1);
      EXPECT_EQ(next - first, length) << year << " " << month;
    }
  }
  EXPECT_EQ(months, 201 * 12);
}

// All spellings ICU has for a month: by locale, alone and in a date, wide and abbreviated.
std::set<std::pair<int, std::string>> month_names(const char* calendar) {
  std::set<std::pair<int, std::string>> out;
  std::int32_t count = 0;
  const icu::Locale* locales = icu::Locale::getAvailableLocales(count);
  for (std::int32_t i = 0; i < count; ++i) {
    if (std::string(locales[i].getLanguage()) != "ar") continue;
    UErrorCode status = U_ZERO_ERROR;
    const Symbols symbols(locales[i], calendar, status);
    for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE}) {
      for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED}) {
        std::int32_t months = 0;
        const icu::UnicodeString* names = symbols.getMonths(months, context, width);
        for (std::int32_t m = 0; m < months && m < 12; ++m) {
          if (is_arabic_script(names[m])) out.insert({m + 1, utf8(names[m])});
        }
      }
    }
  }
  return out;
}

TEST(AgainstIcu, MonthNamesOfAllArabicLocales) {
  Result<Packs> packs = load_packs(ISNAD_PACKS_DIR);
  if (!packs.ok()) FAIL() << "no compiled packs: " << packs.error().message();
  const auto names = month_names("gregorian");
  EXPECT_GT(names.size(), 40u);
  for (const auto& [month, name] : names) {
    char want[16];
    std::snprintf(want, sizeof want, "2019-%02d-14", month);
    EXPECT_EQ(read_as("14 " + name + " 2019", packs.value()), want) << name;
  }
}

TEST(AgainstIcu, HijriMonthNames) {
  Result<Packs> packs = load_packs(ISNAD_PACKS_DIR);
  if (!packs.ok()) FAIL() << "no compiled packs: " << packs.error().message();
  const auto names = month_names("islamic-umalqura");
  EXPECT_GE(names.size(), 12u);
  for (const auto& [month, name] : names) {
    const std::string want = days_text({hijri_day(1440, month, 14), hijri_day(1440, month, 14)});
    EXPECT_EQ(read_as("14 " + name + " 1440", packs.value()), want) << name;
  }
}

}  // namespace
}  // namespace isnad
