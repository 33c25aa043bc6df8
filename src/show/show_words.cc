// SPDX-License-Identifier: Apache-2.0
#include "show/show_words.h"

namespace isnad::show {
namespace {

const PhraseBook& phrases() {
  static const PhraseBook book(show_table("phrases"));
  return book;
}

// 'one', 'two', 'few' (3 to 10), 'many'
const char* plural(std::int64_t n) {
  if (n == 1) return ".one";
  if (n == 2) return ".two";
  return n >= 3 && n <= 10 ? ".few" : ".many";
}

std::string joined(const std::vector<std::string>& items, std::string_view mark) {
  std::string out;
  for (const std::string& item : items) {
    if (!out.empty()) out += mark;
    out += item;
  }
  return out;
}

}  // namespace

ShowWords::ShowWords(std::string_view language) : Phrases(phrases(), language) {}

std::string ShowWords::day(std::int32_t day, int year) const {
  if (day == kNoDay) return {};
  CivilDay civil = civil_day(day);
  std::string out = std::to_string(civil.day) + " ";
  out += get("month." + std::to_string(civil.month));
  if (civil.year != year) out += " " + std::to_string(civil.year);
  return out;
}

std::string ShowWords::days(Days days, int year) const {
  if (!days.known()) return std::string(get("days.unknown"));
  if (days.first == kNoDay) return fill("days.until", {{"b", day(days.last, year)}});
  if (days.last == kNoDay) return fill("days.from", {{"a", day(days.first, year)}});
  if (days.one_day()) return day(days.first, year);
  CivilDay a = civil_day(days.first), b = civil_day(days.last);
  bool whole_months = a.day == 1 && civil_day(days.last + 1).day == 1 && a.year == b.year;
  if (whole_months && a.month == 1 && b.month == 12) return std::to_string(a.year);
  if (whole_months && a.month == b.month) {
    return std::string(get("month." + std::to_string(a.month))) + " " + std::to_string(a.year);
  }
  if (a.year == b.year && a.month == b.month) {
    std::string last = day(days.last, year);
    return fill("days.month", {{"a", std::to_string(a.day)},
                               {"b", std::to_string(b.day)},
                               {"month", last.substr(last.find(' ') + 1)}});
  }
  int first_year = a.year == b.year ? a.year : year;
  return fill("days.stretch", {{"a", day(days.first, first_year)}, {"b", day(days.last, year)}});
}

std::string ShowWords::published(const Published& published) const {
  if (published.days.one_day()) {
    std::string day_words = day(published.days.first);
    std::size_t clock = published.value.find('T');
    if (clock == std::string::npos) return day_words;
    return fill("days.clock", {{"day", day_words}, {"clock", published.value.substr(clock + 1, 5)}});
  }
  if (published.days.first != kNoDay && published.days.last != kNoDay) {
    CivilDay a = civil_day(published.days.first), b = civil_day(published.days.last);
    return fill("report.between", {{"a", day(published.days.first, a.year == b.year ? a.year : 0)},
                                   {"b", day(published.days.last)}});
  }
  return published.days.known() ? days(published.days) : std::string(get("report.undated"));
}

std::string ShowWords::range(std::int64_t low, std::int64_t high) const {
  if (high == kOpen) return fill("range.open", {{"low", number(low)}});
  if (low == high) return {};
  return fill("range", {{"low", number(low)}, {"high", number(high)}});
}

std::string ShowWords::count(std::string_view what, std::int64_t n) const {
  return fill("count." + std::string(what) + plural(n), {{"n", number(n)}});
}

std::string ShowWords::join(const std::vector<std::string>& items) const {
  return joined(items, get("list.comma"));
}

std::string ShowWords::sentences(const std::vector<std::string>& items) const {
  return joined(items, get("list.semicolon"));
}

int year_of(Days days) {
  std::int32_t day = days.last != kNoDay ? days.last : days.first;
  return day == kNoDay ? 0 : civil_day(day).year;
}

}  // namespace isnad::show
