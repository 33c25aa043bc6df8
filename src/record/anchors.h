// SPDX-License-Identifier: Apache-2.0
// record/anchors.h -- do two figures of a story tell of one incident?
//
// A story may be of a broad matter: a war, a week of floods. That two figures stand in one lane then
// says little. What ties them is a day that both are fixed to, one holder, other numbers that both
// reports give, and the words of their sentences and titles.
//
// Ownership  Refers to the view and the lanes; lives no longer.
// Threads    One thread: what was looked up is kept.
// Errors     None.
// Method     docs/methods/record.md, section 3

#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "record/lanes.h"

namespace isnad {

class Anchors {
 public:
  Anchors(const StoryView& view, const LaneSet& set);

  bool is_one_incident(const Claim& a, const Claim& b);
  // Some claim of the one step and some of the other are of one incident.
  bool may_be_one(const Step& a, const Step& b);
  // A day that both are fixed to with words or numbers besides, or more of these: enough where a lane
  // holds many incidents.
  bool is_surely_one(const Claim& a, const Claim& b);
  // Some words or another number tie the two.
  bool has_likeness(const Claim& a, const Claim& b);
  // Their sentences are nearly the same: one text in two prints.
  bool is_one_text(const Claim& a, const Claim& b);

 private:
  using Words = std::vector<std::string>;             // sorted, each once
  using Counts = std::set<std::pair<Role, std::int64_t>>;
  const Words& sentence_words(const Claim& claim);
  const Words& title_words(std::int32_t report);
  const Counts& counts(std::int32_t report);
  // Another number that both reports give.
  bool shares_count(const Claim& a, const Claim& b);
  // How much the words and the other numbers of the two say for one incident; 2 is enough.
  int likeness(const Claim& a, const Claim& b);

  const StoryView& view_;
  const LaneSet& set_;
  bool broad_ = false;              // of many days: a war, a week of floods
  std::map<std::pair<std::int32_t, std::int32_t>, Words> sentences_;
  std::map<std::int32_t, Words> titles_;
  std::map<std::int32_t, Counts> counts_;
};

}  // namespace isnad
