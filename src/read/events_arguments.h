// SPDX-License-Identifier: Apache-2.0
// read/events_arguments.h -- who did it, and to whom.
//
// Units      Token indices.
// Errors     None: what is not said stays empty.
// Method     docs/events.md

#pragma once

#include "read/events_status.h"

namespace isnad {

// A noun phrase and the name in it.
struct EventPhrase {
  std::uint32_t first = 0, last = 0;   // tokens; equal: none
  std::int32_t entity = kNone;
  bool counted = false;                // begins with a number
  bool definite = false;
  bool none() const { return first == last; }
};

// The phrase that begins at a token, before `limit`. Linear in its length.
EventPhrase read_event_phrase(const EventWords& words, std::uint32_t from, std::uint32_t limit);

// Fills actor, actor_span, recipient and recipient_span.
void find_event_arguments(const EventWords& words, const EventWord& event, Event& out);

// The phrase that begins at a token is the actor.
void set_event_actor(const EventWords& words, std::uint32_t from, Event& out);

// The phrase that begins at a token is the recipient.
void set_event_recipient(const EventWords& words, std::uint32_t from, Event& out);

}  // namespace isnad
