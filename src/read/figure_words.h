// SPDX-License-Identifier: Apache-2.0
// read/figure_words.h -- what the figure reader needs to know of each token, looked up once.
//
// Units      Token indices.
// Ownership  Senses point into the packs.

#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "isnad/report.h"
#include "match/match.h"
#include "read/word_shape.h"

namespace isnad {

// A word of one of the figure classes that begins at a token (joined particles apart).
struct FigureWord {
  const Sense* sense = nullptr;
  std::uint32_t end = 0;      // token after its last one
  Span span;
  bool definite = false;
  bool conjoined = false;     // a conjunction is joined before it
  bool suffixed = false;      // a pronoun is joined behind it: "their leader"
  explicit operator bool() const { return sense != nullptr; }
};

// Everything the packs say of one token that matters to a figure.
struct FigureToken {
  FigureWord cue, victim, people, thing, force, carrier;
  FigureWord part, others, fresh, least_after, most_after, negation, of, ranks, one_of, toll_link,
      fear, no_news, fate, night;
  FigureWord per, unit;             // "for each"; a body of soldiers
  FigureWord nisba, func, list_join;
  FigureWord court, team, any, their_number, bound;   // courts; "teams of"; "any"; "their number"; "passed"
  FigureWord and_word, or_word, aux, nobody;   // English: "and", "or", "were", "no one"
  FigureWord crowd, uncounted, prevent;   // a march; what is no people and no thing; "to avoid"
  FigureWord numbered, injured_by;        // "street 40"; "by bullets"
  FigureWord disease, total_of, except;   // "numbering 40"; "but for"
  FigureWord play, suppose, search, instance, rate;   // a match; "if", "hopes"; "in search of"; "cases"; "each year"
  FigureWord from_there;                  // "Syrian" where the letters are those of the country
  FigureWord turn;                        // "after", "when", "who": another clause begins
  FigureWord other_act;                   // "gave themselves up": what befalls those counted right behind it is no cue's matter
  FigureWord of_them;                     // a cue with a pronoun for its object: "killed them"
  // Senses of the cue word: one word can be a cue of several roles.
  std::array<const Sense*, 6> cue_senses = {};
  bool dual_reading = false, plural_reading = false;   // of the counted noun, by different senses
  std::int32_t number = -1;         // index of the cardinal that begins here
  std::uint32_t number_end = 0;     // token after it
  bool number_conjoined = false;    // "and 13"
  bool joined_prep = false;         // "in", "by", "for" is joined before the word
  bool joined_and = false;          // any "and" is joined before the word
  bool number_linked = false;       // "by the dozens": a preposition is joined before the number
  bool new_verb = false;            // "and" with a verb that is no cue: another matter begins
  bool masked = false;              // inside a time, an amount of money, a measure ...
};

// Most tokens are words of no figure class: they share four FigureTokens.
struct FigureWords {
  std::vector<std::uint32_t> index;        // of each token in `words`; 0 to 3 are shared
  std::vector<FigureToken> words;
  std::vector<std::uint32_t> clauses;      // counts up at commas, semicolons and sentence ends
  const Text* text = nullptr;
  WordShape shape;
  std::uint32_t size() const { return static_cast<std::uint32_t>(index.size()); }
  const FigureToken& at(std::uint32_t i) const { return words[index[i]]; }
  std::uint32_t clause(std::uint32_t i) const { return clauses[i]; }
  bool same_sentence(std::uint32_t a, std::uint32_t b) const;
  bool toll_near(std::uint32_t i) const;   // "the number of the dead" a few words before, in the clause
  bool hard_stop(std::uint32_t i) const;   // a full stop, a line break: no figure reaches over it
};

FigureWords look_up_figure_words(const Lattice& lattice, const Report& report);

}  // namespace isnad
