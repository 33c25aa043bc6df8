// SPDX-License-Identifier: Apache-2.0
#include "record/words.h"

#include <algorithm>
#include <map>

namespace isnad {
namespace {

struct Phrase { std::string_view en, ar; };

const std::map<std::string_view, Phrase>& phrases() {
  static const std::map<std::string_view, Phrase> table = [] {
    std::map<std::string_view, Phrase> made;
    for (const auto& row : split_table(embedded_table("phrases"))) {
      if (row.size() >= 3) made[row[0]] = Phrase{row[1], row[2]};
    }
    return made;
  }();
  return table;
}

const std::string* find_fill(const std::vector<Fill>& fills, std::string_view name) {
  for (const Fill& fill : fills) {
    if (fill.first == name) return &fill.second;
  }
  return nullptr;
}

// Puts `part` of a template, without brackets, into `out`. False when a place had nothing.
bool fill_part(std::string_view part, const std::vector<Fill>& fills, std::string& out) {
  bool whole = true;
  std::size_t at = 0;
  while (at < part.size()) {
    const std::size_t open = part.find('{', at);
    const std::size_t close = open == part.npos ? part.npos : part.find('}', open);
    if (close == part.npos) break;
    out += part.substr(at, open - at);
    const std::string* value = find_fill(fills, part.substr(open + 1, close - open - 1));
    if (value && !value->empty()) {
      out += *value;
    } else {
      whole = false;
    }
    at = close + 1;
  }
  out += part.substr(at);
  return whole;
}

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  std::size_t at = 0;
  while (true) {
    const std::size_t end = text.find(mark, at);
    parts.push_back(text.substr(at, end == text.npos ? text.npos : end - at));
    if (end == text.npos) return parts;
    at = end + 1;
  }
}

bool is_mark(char c) {
  const auto u = static_cast<unsigned char>(c);
  return u < 0x80 && !((u >= '0' && u <= '9') || (u >= 'a' && u <= 'z') || (u >= 'A' && u <= 'Z'));
}

}  // namespace

std::vector<std::vector<std::string_view>> split_table(std::string_view table) {
  std::vector<std::vector<std::string_view>> rows;
  for (std::string_view line : split(table, '\n')) {
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    rows.push_back(split(line, '\t'));
  }
  return rows;
}

std::vector<std::string> fold_words(std::string_view text) {
  std::vector<std::string> words;
  std::string folded;
  std::size_t at = 0;
  while (at < text.size()) {
    if (is_mark(text[at])) { ++at; continue; }
    std::size_t end = at;
    while (end < text.size() && !is_mark(text[end])) ++end;
    fold_key(text.substr(at, end - at), folded);
    if (!folded.empty()) words.push_back(folded);
    at = end;
  }
  return words;
}

bool has_cue(const std::vector<std::string>& words, std::string_view key) {
  const auto row = phrases().find(key);
  if (row == phrases().end()) return false;
  for (std::string_view side : {row->second.en, row->second.ar}) {
    for (std::string_view cue : split(side, '|')) {
      const std::vector<std::string> folded = fold_words(cue);
      if (folded.size() == 1 && std::find(words.begin(), words.end(), folded[0]) != words.end()) {
        return true;
      }
    }
  }
  return false;
}

RecordWords::RecordWords(std::string_view language) : arabic_(language == "ar") {}

bool RecordWords::has(std::string_view key) const { return phrases().count(key) != 0; }

std::string_view RecordWords::get(std::string_view key) const {
  const auto found = phrases().find(key);
  if (found == phrases().end()) return key;
  return arabic_ ? found->second.ar : found->second.en;
}

std::string RecordWords::fill(std::string_view key, const std::vector<Fill>& fills) const {
  const std::string_view form = get(key);
  std::string out;
  std::size_t at = 0;
  while (at < form.size()) {
    const std::size_t open = form.find('[', at);
    const std::size_t close = open == form.npos ? form.npos : form.find(']', open);
    if (close == form.npos) break;
    fill_part(form.substr(at, open - at), fills, out);
    std::string optional;
    if (fill_part(form.substr(open + 1, close - open - 1), fills, optional)) out += optional;
    at = close + 1;
  }
  fill_part(form.substr(at), fills, out);
  return out;
}

std::string RecordWords::day(std::int32_t day) const {
  if (day == kNoDay) return "";
  const CivilDay civil = civil_day(day);
  return std::to_string(civil.day) + " " +
         std::string(get("month." + std::to_string(civil.month)));
}

std::string RecordWords::number(std::int64_t value) const {
  std::string digits = std::to_string(value < 0 ? -value : value);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return value < 0 ? "-" + digits : digits;
}

std::string RecordWords::vague(std::int64_t low) const {
  static constexpr std::pair<std::int64_t, const char*> kNames[] = {
      {2000000, "vague.millions"},     {200000, "vague.hundreds_of_thousands"},
      {20000, "vague.tens_thousands"}, {2000, "vague.thousands"},
      {200, "vague.hundreds"},         {20, "vague.dozens"}};
  for (const auto& [from, key] : kNames) {
    if (low >= from) return std::string(get(key));
  }
  return std::string(get("vague.few"));
}

std::string RecordWords::value(std::int64_t low, std::int64_t high, Bound bound) const {
  switch (bound) {
    case Bound::Exact: return number(low);
    case Bound::AtLeast: return fill("bound.at_least", {{"n", number(low)}});
    case Bound::MoreThan: return fill("bound.more_than", {{"n", number(low - 1)}});
    case Bound::AtMost: return fill("bound.at_most", {{"n", number(high)}});
    case Bound::LessThan: return fill("bound.less_than", {{"n", number(high + 1)}});
    case Bound::About: return fill("bound.about", {{"n", number(low)}});
    case Bound::Range:
      return fill("bound.range", {{"low", number(low)}, {"high", number(high)}});
    case Bound::Vague: return vague(low);
  }
  return number(low);
}

std::string RecordWords::list(const std::vector<std::string>& items) const {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += i + 1 == items.size() ? get("list.and") : get("list.comma");
    out += items[i];
  }
  return out;
}

}  // namespace isnad
