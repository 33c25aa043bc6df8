// SPDX-License-Identifier: Apache-2.0
// record/dating_words.h -- reasons of dates in words, and the few words dating itself looks for.
// They are data: dating.tsv.
//
// Threads    Read-only.
// Errors     None.

#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace isnad {

class DatingWords {
 public:
  explicit DatingWords(std::string_view language);   // "ar", or anything else for English

  std::string say(std::string_view key,
                  const std::vector<std::pair<std::string, std::string>>& fills) const;
  std::string weekday(std::int32_t weekday) const;
  std::string day(std::int32_t day) const;           // "7 January 2022"

 private:
  std::string language_;
};

// Folded words of row `key`, in order: each entry is one word or several with a blank between.
std::vector<std::string> dating_cues(std::string_view key);

// Words that stand in every report ("statement", "minister"): they tie no two days together.
const std::set<std::uint64_t>& generic_words();

}  // namespace isnad
