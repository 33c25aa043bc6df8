// SPDX-License-Identifier: Apache-2.0
// record/words.h -- the record's own words: phrases, days and numbers, in English and Arabic.
//
// The sentences are data (base/phrases.h): phrases.tsv, put into the library when it is built.
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

#include "base/phrases.h"
#include "isnad/report.h"

namespace isnad {

class RecordWords : public Phrases {
 public:
  // "ar", or anything else for English.
  explicit RecordWords(std::string_view language);

  // "7 January"; "" for no day.
  std::string day(std::int32_t day) const;

  // "dozens of people", "26 police"; in Arabic with the noun that its number asks for.
  std::string counted(std::int64_t low, std::int64_t high, Bound bound, const std::string& group) const;
};

// Matching keys of the words of `text`, without marks. Never for printing.
std::vector<std::string> fold_words(std::string_view text);

// Rows and cells of a tab-separated table; lines that are empty or start with # are left out.
std::vector<std::vector<std::string_view>> split_table(std::string_view table);

// The tables compiled in: "phrases", "holders", "opposed", "cues", "dating". "" for another name.
std::string_view embedded_table(std::string_view name);

}  // namespace isnad
