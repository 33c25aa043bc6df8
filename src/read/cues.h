// SPDX-License-Identifier: Apache-2.0
// read/cues.h -- the word that says what befell those counted: "killed", "the arrest of", "the toll".
//
// Units      Token indices; distances in tokens that are no time and no mark.
// Ownership  Senses point into the packs.
// Method     docs/methods/figures.md

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "isnad/report.h"
#include "read/counts.h"
#include "read/figure_words.h"

namespace isnad {

inline constexpr std::uint32_t kReachBefore = 14;   // tokens between a cue and its number

struct Cue {
  Role role = Role::Other;
  std::uint32_t begin = 0, end = 0;
  Span span;
  std::uint32_t distance = 0;
  bool weak = false;   // a verb of many meanings: only for those it can be true of
  const Sense* sense = nullptr;
};

// The role a word of the packs stands for; Other where it has none.
Role word_role(const Sense& sense);

bool is_force_group(std::string_view group);

// Those who are sent though they bear no arms: firemen.
bool is_sent(const Count& count);

// The nearest cue before the number that can be true of those counted; `near_only`: two tokens away.
std::optional<Cue> cue_before(const FigureWords& words, const Count& count, bool near_only);

// The toll that a bare number is the end of: "the number of the dead of the wreck rose to 94".
std::optional<Cue> toll_before(const FigureWords& words, const Count& count);

// A verb behind those counted that agrees with them: "18 policemen were killed".
std::optional<Cue> cue_after(const FigureWords& words, const Count& count);

// Whether "to", "reached" stands between a toll's name and its number.
bool toll_linked(const FigureWords& words, std::uint32_t from, std::uint32_t to);

// "passed", "more than" at that token.
bool passes(const FigureWords& words, std::uint32_t i);

}  // namespace isnad
