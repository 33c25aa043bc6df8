// SPDX-License-Identifier: Apache-2.0
// read/counts.h -- how many of whom: a number with the noun it counts, or a noun that says its own
// number (a dual; a singular under a cue). No role yet.
//
// Units      Token indices, half-open.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "read/figure_words.h"

namespace isnad {

struct Count {
  std::uint32_t begin = 0, end = 0;   // all of it: number, noun, what belongs to the noun
  std::uint32_t number_begin = 0, number_end = 0;   // equal for duals and singulars
  std::int64_t low = 0, high = 0;
  Bound bound = Bound::Exact;
  enum class Form : std::uint8_t { Number, Dual, Single } form = Form::Number;
  enum class Noun : std::uint8_t { None, People, Thing, Victim } noun = Noun::None;
  const Sense* noun_sense = nullptr;
  std::string group;                  // "" where the words do not tell
  Span label;                         // words for those counted, without the number
  Span noun_span;
  bool others = false;                // "and 3 others"
  bool part = false;                  // "of them", "among them"
  bool fresh = false;                 // "additional"
  bool definite = false;              // with an article, or with a pronoun joined to it
  bool one_of = false;                // "one of the ..."
  bool shared_ranks = false;          // its group was said behind it: "in the ranks of ..."
  bool harmed = false;                // a noun of harm that names who: "a wounded soldier"
  bool hurt = false;                  // a word of harm follows: "the two wounded policemen"
  bool casualties = false;            // dead and hurt in one number
};

// In reading order; they do not overlap.
std::vector<Count> find_counts(const FigureWords& words, const Report& report);

// Whether a group word of the packs is a thing's.
bool is_thing_group(std::string_view group);

}  // namespace isnad
