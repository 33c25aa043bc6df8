// SPDX-License-Identifier: Apache-2.0
#include "record/words.h"

#include <algorithm>

namespace isnad {
namespace {

const PhraseBook& phrases() {
  static const PhraseBook book(embedded_table("phrases"));
  return book;
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

// Bytes of the mark at `at`: of ASCII, Arabic punctuation or guillemets; 0 where there is none.
std::size_t mark_size(std::string_view text, std::size_t at) {
  const auto u = static_cast<unsigned char>(text[at]);
  if (u < 0x80) {
    return (u >= '0' && u <= '9') || (u >= 'a' && u <= 'z') || (u >= 'A' && u <= 'Z') ? 0 : 1;
  }
  if (at + 1 >= text.size()) return 0;
  const auto next = static_cast<unsigned char>(text[at + 1]);
  const bool arabic = u == 0xd8 && (next == 0x8c || next == 0x9b || next == 0x9f);
  const bool quote = u == 0xc2 && (next == 0xab || next == 0xbb);
  return arabic || quote ? 2 : 0;
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
    const std::size_t mark = mark_size(text, at);
    if (mark != 0) { at += mark; continue; }
    std::size_t end = at;
    while (end < text.size() && mark_size(text, end) == 0) ++end;
    fold_key(text.substr(at, end - at), folded);
    if (!folded.empty()) words.push_back(folded);
    at = end;
  }
  return words;
}

namespace {

// Which form of a noun stands behind a number: one, two, 3 to 10, 11 to 99, and again for hundreds.
std::size_t form_of(std::int64_t n) {
  const std::int64_t rest = n % 100;
  if (n == 2) return 1;
  if (rest >= 3 && rest <= 10) return 2;
  return rest >= 11 ? 3 : 0;
}

// "Dozens", "tens of thousands": said with the article, which goes to the noun.
std::string vague_with_noun(std::string_view words, const std::vector<std::string_view>& forms,
                            std::string_view article, std::string_view of) {
  const std::string all(forms[4]);
  if (words.find(' ') != words.npos) return std::string(words) + " " + std::string(of) + " " + all;
  if (!words.starts_with(article)) return std::string(words) + " " + std::string(forms[2]);
  return std::string(words.substr(article.size())) + " " + all;
}

// A number with its noun behind it.
std::string with_noun(std::string_view number, const std::vector<std::string_view>& forms) {
  std::string digits;
  for (char c : number) {
    if (c >= '0' && c <= '9') digits += c;
  }
  constexpr std::size_t kDigits = 18;
  const std::int64_t n = digits.size() > kDigits ? 0 : std::stoll(digits);
  if (n == 1 || n == 2) return std::string(forms[form_of(n)]);
  return std::string(number) + " " + std::string(forms[form_of(n)]);
}

bool has_digit(std::string_view words) {
  return std::any_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string RecordWords::counted(std::int64_t low, std::int64_t high, Bound bound,
                                 const std::string& group) const {
  if (!arabic()) {
    return fill(bound == Bound::Vague ? "count.of" : "count.plain",
                {{"n", value(low, high, bound)}, {"group", std::string(get("group." + group))}});
  }
  std::vector<std::string_view> forms = split(get_or("noun." + group, get("noun.people")), '|');
  forms.resize(5, forms.front());
  constexpr char kOpenMark = 1, kCloseMark = 2;
  const std::string marked = value(low, high, bound, {std::string(1, kOpenMark), std::string(1, kCloseMark)});
  std::string out;
  for (std::size_t at = 0; at < marked.size(); ++at) {
    if (marked[at] != kOpenMark) { out += marked[at]; continue; }
    const std::size_t end = marked.find(kCloseMark, at);
    const std::string_view number = std::string_view(marked).substr(at + 1, end - at - 1);
    out += has_digit(number) ? with_noun(number, forms)
                             : vague_with_noun(number, forms, get("noun.article"), get("noun.of"));
    at = end;
  }
  return out;
}

RecordWords::RecordWords(std::string_view language) : Phrases(phrases(), language) {}

std::string RecordWords::day(std::int32_t day) const {
  if (day == kNoDay) return "";
  const CivilDay civil = civil_day(day);
  return std::to_string(civil.day) + " " + std::string(month(civil.month));
}

}  // namespace isnad
