// SPDX-License-Identifier: Apache-2.0
#include "record/cues.h"

#include <algorithm>
#include <map>

#include "record/words.h"
#include "record/words_holders.h"

namespace isnad {
namespace {

using Cue = std::vector<std::string>;                 // folded words
using CueTable = std::map<std::string, std::vector<Cue>, std::less<>>;

CueTable read_table() {
  CueTable table;
  for (const auto& row : split_table(embedded_table("cues"))) {
    if (row.size() < 2) continue;
    std::vector<Cue>& cues = table[std::string(row[0])];
    std::string_view rest = row[1];
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('|'), rest.size());
      Cue cue = fold_words(rest.substr(0, end));
      if (!cue.empty()) cues.push_back(std::move(cue));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return table;
}

bool stands_at(const std::vector<std::string>& words, std::size_t at, const Cue& cue) {
  if (at + cue.size() > words.size() || !is_word_of(words[at], cue[0])) return false;
  return std::equal(cue.begin() + 1, cue.end(), words.begin() + static_cast<std::ptrdiff_t>(at) + 1);
}

// Where the stretch before `end` begins, and where the one from `begin` ends: at a comma.
bool is_comma(std::string_view text, std::size_t at) {
  if (text[at] == ',' || text[at] == ';' || text[at] == '\n') return true;
  return text[at] == '\xd8' && at + 1 < text.size() &&
         (text[at + 1] == '\x8c' || text[at + 1] == '\x9b');   // Arabic comma, semicolon
}

}  // namespace

bool has_cue(const std::vector<std::string>& words, std::string_view cue) {
  static const CueTable table = read_table();
  const auto row = table.find(cue);
  if (row == table.end()) return false;
  return std::any_of(row->second.begin(), row->second.end(), [&](const Cue& one) {
    for (std::size_t at = 0; at < words.size(); ++at) {
      if (stands_at(words, at, one)) return true;
    }
    return false;
  });
}

bool has_cue(std::string_view text, std::string_view cue) { return has_cue(fold_words(text), cue); }

Span sentence_at(const Report& report, Span span) {
  for (const Span& sentence : report.text.sentences()) {
    if (sentence.overlaps(span)) return sentence;
  }
  return span;
}

Span clause_at(const Report& report, Span span) {
  const Span sentence = sentence_at(report, span);
  const std::string_view text = report.text.utf8();
  Span clause{std::min(span.begin, sentence.begin), std::max(span.end, sentence.end)};
  for (std::uint32_t at = span.begin; at-- > clause.begin;) {
    if (!is_comma(text, at)) continue;
    clause.begin = at + (text[at] == '\xd8' ? 2 : 1);
    break;
  }
  for (std::uint32_t at = span.end; at < clause.end; ++at) {
    if (is_comma(text, at)) clause.end = at;
  }
  return clause;
}

}  // namespace isnad
