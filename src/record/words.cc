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

RecordWords::RecordWords(std::string_view language) : Phrases(phrases(), language) {}

std::string RecordWords::day(std::int32_t day) const {
  if (day == kNoDay) return "";
  const CivilDay civil = civil_day(day);
  return std::to_string(civil.day) + " " + std::string(month(civil.month));
}

}  // namespace isnad
