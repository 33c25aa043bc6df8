// SPDX-License-Identifier: Apache-2.0
// record/words_holders.h -- who stands behind a number: the same ministry under all its wordings.
//
// A holder is known by the name it was unified to, by its office (holders.tsv: words in data) and
// by its words. Two holders are one voice when any of these says so and none speaks against it.
// A minister and the ministry are one voice. "The authorities" may be any official.
//
// Threads    Pure functions.
// Errors     None.
// Method     docs/methods/record.md

#pragma once

#include <string>
#include <vector>

#include "record/reconcile_view.h"

namespace isnad {

struct HolderId {
  bool named = false;              // false: the outlet speaks for itself
  std::int32_t name = kNone;       // index into Names::names
  std::string office;              // of holders.tsv, "" where none
  bool official = false, one_body = false, general = false;
  bool person = false;
  std::string country;             // ISO 3166 alpha-2, "" where not known
  std::vector<std::string> words;  // folded
  std::string shown;               // as the record names it
};

// The origin of the chain: the last holder.
HolderId make_holder(const StoryView& view, std::int32_t report,
                     const std::vector<Holder>& holders);

// Both named, and one voice.
bool same_holder(const HolderId& a, const HolderId& b);

// What the words alone say: the office of the longest entry and its marks; official if any of the
// bodies named is ("police and medics"). For names, roles and tests.
// `word` is `key`, or `key` behind a joined particle. Both folded.
bool is_word_of(const std::string& word, const std::string& key);

struct OfficeMatch { std::string office; bool official = false, one_body = false, general = false; };
OfficeMatch find_office(const std::vector<std::string>& words);

}  // namespace isnad
