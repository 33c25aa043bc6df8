// SPDX-License-Identifier: Apache-2.0
// read/events_status.h -- whether an event is told as a fact: denied, feared, recalled, planned,
// asked about, or only named.
//
// Units      Token indices.
// Errors     None.
// Method     docs/events.md

#pragma once

#include <cstdint>

#include "read/events_words.h"

namespace isnad {

// What was found, before it is an event: the tokens of a match and of the word that names it.
struct EventWord {
  std::uint32_t first = 0, last = 0;   // tokens of the match, [first, last)
  std::uint32_t word = 0;              // the token that names what happened
  std::uint32_t end = 0;               // byte its last word ends at, before joined pronouns
  bool led = false;                    // particles are joined before its first word
  const Sense* sense = nullptr;        // of that word; nullptr where a rule names the type itself
  ClassId cls = 0;                     // EVENT_VERB EVENT_ACT EVENT_NOUN, 0 for none
  std::int32_t verb = kNone;           // "carried out an attack": the token of the verb, its end
  std::uint32_t verb_end = 0;
  bool bare = false;                   // no topic of its own
  bool suffers = false;                // the subject of that verb is the one it is done to
};

struct EventStatus {
  bool told = true;                    // false: named in passing, no event is made
  Stance stance = Stance::Asserted;
  bool historical = false, future = false, hypothetical = false;
};

EventStatus event_status(const EventWords& words, const EventWord& event);

// A report of sport or the arts: many of its words are of play, and attack, defeat and strike there.
bool tells_of_play(const EventWords& words);

// A verbal noun tells something only where it is told of; and an event whose list row has need=
// wants such a word nearby.
bool is_told(const EventWords& words, const EventWord& event);

}  // namespace isnad
