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
  const Phrase* row = phrases().find(key);
  if (row == nullptr) return false;
  for (std::string_view side : {row->en, row->ar}) {
    for (std::string_view cue : split(side, '|')) {
      const std::vector<std::string> folded = fold_words(cue);
      if (folded.size() == 1 && std::find(words.begin(), words.end(), folded[0]) != words.end()) {
        return true;
      }
    }
  }
  return false;
}

RecordWords::RecordWords(std::string_view language) : Phrases(phrases(), language) {}

std::string RecordWords::day(std::int32_t day) const {
  if (day == kNoDay) return "";
  const CivilDay civil = civil_day(day);
  return std::to_string(civil.day) + " " + std::string(month(civil.month));
}

}  // namespace isnad
