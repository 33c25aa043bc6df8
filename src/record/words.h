// SPDX-License-Identifier: Apache-2.0
// record/words.h -- the record's own words: phrases, days and numbers, in English and Arabic.
//
// The sentences are data: phrases.tsv, one key a line, put into the library when it is built. A
// template holds places ({day}); a stretch in square brackets is left out when a place inside it
// has nothing to put there.
//
// Ownership  Everything is compiled in; views into it are good for ever.
// Threads    Read-only.
// Errors     None: a key that does not exist gives the key itself, so that it is seen.
// Method     docs/methods/record.md

#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "isnad/report.h"

namespace isnad {

// What a template's places are filled with.
using Fill = std::pair<std::string_view, std::string>;

class RecordWords {
 public:
  // "ar", or anything else for English.
  explicit RecordWords(std::string_view language);

  bool has(std::string_view key) const;
  std::string_view get(std::string_view key) const;
  std::string fill(std::string_view key, const std::vector<Fill>& fills) const;

  std::string_view language() const { return arabic_ ? "ar" : "en"; }
  bool arabic() const { return arabic_; }

  // "7 January"; "" for no day.
  std::string day(std::int32_t day) const;
  // "8,000"
  std::string number(std::int64_t value) const;
  // "about 8,000", "more than 200", "dozens", "10 to 15": a value as a report would say it.
  std::string value(std::int64_t low, std::int64_t high, Bound bound) const;
  // "a, b and c"
  std::string list(const std::vector<std::string>& items) const;

 private:
  std::string vague(std::int64_t low) const;
  bool arabic_;
};

// Matching keys of the words of `text`, without marks. Never for printing.
std::vector<std::string> fold_words(std::string_view text);

// One of `words` is a cue of row `key` of phrases.tsv (words of both languages, apart by |).
bool has_cue(const std::vector<std::string>& words, std::string_view key);

// Rows and cells of a tab-separated table; lines that are empty or start with # are left out.
std::vector<std::vector<std::string_view>> split_table(std::string_view table);

// The tables compiled in: "phrases", "holders", "opposed". "" for another name.
std::string_view embedded_table(std::string_view name);

}  // namespace isnad
