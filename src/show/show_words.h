// SPDX-License-Identifier: Apache-2.0
// show/show_words.h -- the words of a page that are not a report's: heads, days, values, counts.
//
// The words are data: phrases.tsv, one key a line in English and Arabic, compiled in. A template
// holds places ({day}); a stretch in square brackets is left out when a place in it is empty.
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

#include "isnad/report.h"

namespace isnad {

// The tables of this folder by name ("phrases", "style"); "" for another name.
std::string_view show_table(std::string_view name);

namespace show {

using Fill = std::pair<std::string_view, std::string>;

class ShowWords {
 public:
  // "ar", or anything else for English.
  explicit ShowWords(std::string_view language) : arabic_(language == "ar") {}

  bool arabic() const { return arabic_; }
  const char* language() const { return arabic_ ? "ar" : "en"; }

  bool has(std::string_view key) const;
  std::string_view get(std::string_view key) const;
  // get(), or `other` where there is no such key.
  std::string_view get_or(std::string_view key, std::string_view other) const;
  std::string fill(std::string_view key, const std::vector<Fill>& fills) const;

  // "10 January", or "10 January 2022" where the year is not `year`. "" for no day.
  std::string day(std::int32_t day, int year = 0) const;
  // "2-10 January 2022", "until 7 January"; "no date" where nothing is known.
  std::string days(Days days, int year = 0) const;
  // A report's own date, with the time of day where it is known.
  std::string published(const Published& published) const;

  std::string number(std::int64_t value) const;  // "8,000"
  // "about 8,000", "dozens". `mark` is put around each number: {"<b>", "</b>"}.
  std::string value(std::int64_t low, std::int64_t high, Bound bound,
                    std::pair<std::string_view, std::string_view> mark = {}) const;
  // "8-18", "8 or more"; "" where both are the same.
  std::string range(std::int64_t low, std::int64_t high) const;
  // "5 reports" for count("reports", 5)
  std::string count(std::string_view what, std::int64_t n) const;
  std::string list(const std::vector<std::string>& items) const;       // "a, b and c"
  std::string join(const std::vector<std::string>& items) const;       // "a, b, c"
  std::string sentences(const std::vector<std::string>& items) const;  // "a; b; c"

 private:
  std::string vague(std::int64_t low) const;
  bool arabic_;
};

// The year most of `days` lies in; 0 where nothing is known.
int year_of(Days days);

}  // namespace show
}  // namespace isnad
