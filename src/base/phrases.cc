// SPDX-License-Identifier: Apache-2.0
#include "base/phrases.h"

namespace isnad {
namespace {

void read_rows(std::string_view table, std::map<std::string_view, Phrase>& rows) {
  while (!table.empty()) {
    const std::size_t end = table.find('\n');
    std::string_view line = table.substr(0, end);
    table.remove_prefix(end == table.npos ? table.size() : end + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    const std::size_t first = line.find('\t');
    if (line.empty() || line.front() == '#' || first == line.npos) continue;
    const std::size_t second = line.find('\t', first + 1);
    if (second == line.npos) continue;
    rows[line.substr(0, first)] = {line.substr(first + 1, second - first - 1),
                                   line.substr(second + 1)};
  }
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
    const std::size_t open = part.find('{', at);
    const std::size_t close = open == part.npos ? part.npos : part.find('}', open);
    if (close == part.npos) {
      out += part.substr(at);
      break;
    }
    out += part.substr(at, open - at);
    const std::string_view value = fill_of(fills, part.substr(open + 1, close - open - 1));
    out += value;
    whole = whole && !value.empty();
    at = close + 1;
  }
  return whole;
}

}  // namespace

PhraseBook::PhraseBook(std::string_view table) {
  read_rows(base_table("words"), rows_);
  read_rows(table, rows_);
}

const Phrase* PhraseBook::find(std::string_view key) const {
  const auto found = rows_.find(key);
  return found == rows_.end() ? nullptr : &found->second;
}

std::string_view Phrases::get_or(std::string_view key, std::string_view other) const {
  const Phrase* phrase = book_->find(key);
  if (phrase == nullptr) return other;
  return arabic_ ? phrase->ar : phrase->en;
}

std::string Phrases::fill(std::string_view key, const std::vector<Fill>& fills) const {
  std::string_view form = get(key);
  std::string out;
  while (!form.empty()) {
    const std::size_t open = form.find('[');
    const std::size_t close = open == form.npos ? form.npos : form.find(']', open);
    if (close == form.npos) break;
    fill_part(form.substr(0, open), fills, out);
    std::string optional;
    if (fill_part(form.substr(open + 1, close - open - 1), fills, optional)) out += optional;
    form.remove_prefix(close + 1);
  }
  fill_part(form, fills, out);
  return out;
}

std::string_view Phrases::month(int month) const { return get("month." + std::to_string(month)); }

std::string Phrases::number(std::int64_t value) const {
  std::string digits = std::to_string(value);
  const std::size_t stop = value < 0 ? 1 : 0;
  for (std::size_t at = digits.size(); at > stop + 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::string Phrases::vague(std::int64_t low) const {
  static constexpr std::pair<std::int64_t, const char*> kNames[] = {
      {2000000, "vague.millions"},     {200000, "vague.hundreds_of_thousands"},
      {20000, "vague.tens_thousands"}, {2000, "vague.thousands"},
      {200, "vague.hundreds"},         {20, "vague.dozens"}};
  for (const auto& [from, key] : kNames) {
    if (low >= from) return std::string(get(key));
  }
  return std::string(get("vague.few"));
}

std::string Phrases::value(std::int64_t low, std::int64_t high, Bound bound,
                           std::pair<std::string_view, std::string_view> mark) const {
  const auto marked = [&](std::int64_t n) {
    return std::string(mark.first) + number(n) + std::string(mark.second);
  };
  const bool needs_high = bound == Bound::AtMost || bound == Bound::LessThan || bound == Bound::Range;
  if (needs_high && high == kOpen) bound = Bound::AtLeast;
  const std::string key = std::string("bound.") + bound_name(bound);
  switch (bound) {
    case Bound::MoreThan: return fill(key, {{"n", marked(low - 1)}});
    case Bound::AtMost: return fill(key, {{"n", marked(high)}});
    case Bound::LessThan: return fill(key, {{"n", marked(high + 1)}});
    case Bound::Range: return fill(key, {{"low", marked(low)}, {"high", marked(high)}});
    case Bound::Vague: return std::string(mark.first) + vague(low) + std::string(mark.second);
    default: return fill(key, {{"n", marked(low)}});
  }
}

std::string Phrases::list(const std::vector<std::string>& items) const {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += i + 1 == items.size() ? get("list.and") : get("list.comma");
    out += items[i];
  }
  return out;
}

}  // namespace isnad
