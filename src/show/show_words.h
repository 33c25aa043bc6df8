// SPDX-License-Identifier: Apache-2.0
// show/show_words.h -- the words of a page that are not a report's: heads, days, values, counts.
//
// The words are data (base/phrases.h): phrases.tsv, compiled in.
//
// Ownership  Compiled in; views into them are good for ever.
// Threads    Read-only.
// Errors     None: a key that does not exist gives the key itself, so that it is seen.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/phrases.h"
#include "isnad/report.h"

namespace isnad {

// The tables of this folder by name ("phrases", "style"); "" for another name.
std::string_view show_table(std::string_view name);

namespace show {

using isnad::Fill;

class ShowWords : public Phrases {
 public:
  // "ar", or anything else for English.
  explicit ShowWords(std::string_view language);

  // "10 January", or "10 January 2022" where the year is not `year`. "" for no day.
  std::string day(std::int32_t day, int year = 0) const;
  // "2-10 January 2022", "until 7 January"; "no date" where nothing is known.
  std::string days(Days days, int year = 0) const;
  // A report's own date, with the time of day where it is known.
  std::string published(const Published& published) const;

  // "8-18", "8 or more"; "" where both are the same.
  std::string range(std::int64_t low, std::int64_t high) const;
  // "5 reports" for count("reports", 5)
  std::string count(std::string_view what, std::int64_t n) const;
  std::string join(const std::vector<std::string>& items) const;       // "a, b, c"
  std::string sentences(const std::vector<std::string>& items) const;  // "a; b; c"
};

// The year most of `days` lies in; 0 where nothing is known.
int year_of(Days days);

}  // namespace show
}  // namespace isnad
