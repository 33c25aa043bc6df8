// SPDX-License-Identifier: Apache-2.0
#include "record/dating_words.h"

#include <map>

#include "isnad/report.h"
#include "record/words.h"
#include "story/words.h"

namespace isnad {
namespace {

struct Row {
  std::string_view en, ar;
};

const std::map<std::string_view, Row>& rows() {
  static const std::map<std::string_view, Row> table = [] {
    std::map<std::string_view, Row> made;
    for (const auto& row : split_table(embedded_table("dating"))) {
      if (row.size() >= 3) made[row[0]] = {row[1], row[2]};
    }
    return made;
  }();
  return table;
}

}  // namespace

DatingWords::DatingWords(std::string_view language) : language_(language) {}

std::string DatingWords::say(std::string_view key,
                             const std::vector<std::pair<std::string, std::string>>& fills) const {
  const auto row = rows().find(key);
  if (row == rows().end()) return std::string(key);
  std::string out(language_ == "ar" ? row->second.ar : row->second.en);
  for (const auto& [name, value] : fills) {
    const std::string place = "{" + name + "}";
    for (std::size_t at = out.find(place); at != out.npos;) {
      out.replace(at, place.size(), value);
      at = out.find(place, at + value.size());
    }
  }
  return out;
}

std::string DatingWords::weekday(std::int32_t weekday) const {
  return say("weekday." + std::to_string(weekday), {});
}

std::string DatingWords::day(std::int32_t day) const {
  return RecordWords(language_).day(day) + " " + std::to_string(civil_day(day).year);
}

std::vector<std::string> dating_cues(std::string_view key) {
  std::vector<std::string> cues;
  const auto row = rows().find(key);
  if (row == rows().end()) return cues;
  std::string_view rest = row->second.ar;
  while (!rest.empty()) {
    const std::size_t end = rest.find('|');
    std::string cue;
    for (const std::string& word : fold_words(rest.substr(0, end))) {
      cue += (cue.empty() ? "" : " ") + word;
    }
    if (!cue.empty()) cues.push_back(cue);
    rest = end == rest.npos ? std::string_view() : rest.substr(end + 1);
  }
  return cues;
}

const std::set<std::uint64_t>& generic_words() {
  static const std::set<std::uint64_t> words = [] {
    std::set<std::uint64_t> made;
    for (const std::string& word : dating_cues("generic")) {
      made.insert(hash_word(strip_article(word)));
    }
    return made;
  }();
  return words;
}

}  // namespace isnad
