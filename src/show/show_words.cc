// SPDX-License-Identifier: Apache-2.0
#include "show/show_words.h"

#include <map>

namespace isnad::show {
namespace {

struct Phrase {
  std::string_view en, ar;
};

using Phrases = std::map<std::string_view, Phrase>;

void read_phrase(std::string_view line, Phrases& out) {
  std::size_t first = line.find('\t');
  if (line.empty() || line.front() == '#' || first == line.npos) return;
  std::size_t second = line.find('\t', first + 1);
  if (second == line.npos) return;
  out[line.substr(0, first)] = {line.substr(first + 1, second - first - 1),
                                line.substr(second + 1)};
}

const Phrases& phrases() {
  static const Phrases table = [] {
    Phrases made;
    std::string_view rest = show_table("phrases");
    while (!rest.empty()) {
      std::size_t end = rest.find('\n');
      read_phrase(rest.substr(0, end), made);
      rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
    }
    return made;
  }();
  return table;
}

std::string_view fill_of(const std::vector<Fill>& fills, std::string_view name) {
  for (const Fill& fill : fills) {
    if (fill.first == name) return fill.second;
  }
  return {};
}

// Puts a template without brackets into `out`; false when a place in it had nothing.
bool fill_part(std::string_view part, const std::vector<Fill>& fills, std::string& out) {
  bool whole = true;
  for (std::size_t at = 0; at < part.size();) {
    std::size_t open = part.find('{', at);
    std::size_t close = open == part.npos ? part.npos : part.find('}', open);
    if (close == part.npos) {
      out += part.substr(at);
      break;
    }
    out += part.substr(at, open - at);
    std::string_view value = fill_of(fills, part.substr(open + 1, close - open - 1));
    out += value;
    whole = whole && !value.empty();
    at = close + 1;
  }
  return whole;
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

bool ShowWords::has(std::string_view key) const { return phrases().count(key) != 0; }

std::string_view ShowWords::get(std::string_view key) const { return get_or(key, key); }

std::string_view ShowWords::get_or(std::string_view key, std::string_view other) const {
  auto found = phrases().find(key);
  if (found == phrases().end()) return other;
  return arabic_ ? found->second.ar : found->second.en;
}

std::string ShowWords::fill(std::string_view key, const std::vector<Fill>& fills) const {
  std::string_view form = get(key);
  std::string out;
  while (!form.empty()) {
    std::size_t open = form.find('[');
    std::size_t close = open == form.npos ? form.npos : form.find(']', open);
    if (close == form.npos) break;
    fill_part(form.substr(0, open), fills, out);
    std::string optional;
    if (fill_part(form.substr(open + 1, close - open - 1), fills, optional)) out += optional;
    form.remove_prefix(close + 1);
  }
  fill_part(form, fills, out);
  return out;
}

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

std::string ShowWords::number(std::int64_t value) const {
  std::string digits = std::to_string(value);
  std::size_t stop = value < 0 ? 1 : 0;
  for (std::size_t at = digits.size(); at > stop + 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::string ShowWords::vague(std::int64_t low) const {
  static constexpr std::pair<std::int64_t, const char*> kNames[] = {
      {2000000, "vague.millions"},       {200000, "vague.hundreds_of_thousands"},
      {20000, "vague.tens_thousands"},   {2000, "vague.thousands"},
      {200, "vague.hundreds"},           {20, "vague.dozens"}};
  for (const auto& [from, key] : kNames) {
    if (low >= from) return std::string(get(key));
  }
  return std::string(get("vague.few"));
}

std::string ShowWords::value(std::int64_t low, std::int64_t high, Bound bound,
                             std::pair<std::string_view, std::string_view> mark) const {
  auto marked = [&](std::int64_t n) {
    return std::string(mark.first) + number(n) + std::string(mark.second);
  };
  bool needs_high = bound == Bound::AtMost || bound == Bound::LessThan || bound == Bound::Range;
  if (needs_high && high == kOpen) bound = Bound::AtLeast;
  std::string key = std::string("bound.") + bound_name(bound);
  switch (bound) {
    case Bound::MoreThan: return fill(key, {{"n", marked(low - 1)}});
    case Bound::AtMost: return fill(key, {{"n", marked(high)}});
    case Bound::LessThan: return fill(key, {{"n", marked(high + 1)}});
    case Bound::Range: return fill(key, {{"low", marked(low)}, {"high", marked(high)}});
    case Bound::Vague: return std::string(mark.first) + vague(low) + std::string(mark.second);
    default: return fill(key, {{"n", marked(low)}});
  }
}

std::string ShowWords::range(std::int64_t low, std::int64_t high) const {
  if (high == kOpen) return fill("range.open", {{"low", number(low)}});
  if (low == high) return {};
  return fill("range", {{"low", number(low)}, {"high", number(high)}});
}

std::string ShowWords::count(std::string_view what, std::int64_t n) const {
  return fill("count." + std::string(what) + plural(n), {{"n", number(n)}});
}

std::string ShowWords::list(const std::vector<std::string>& items) const {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += i + 1 == items.size() ? get("list.and") : get("list.comma");
    out += items[i];
  }
  return out;
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
