// SPDX-License-Identifier: Apache-2.0
// read/attribution_phrase.h -- the noun phrase that names a holder, read from its first word.
//
// Units      Token indices.
// Errors     None: a phrase that is none has first == last.

#pragma once

#include <cstdint>

#include "read/attribution_words.h"

namespace isnad {

struct Phrase {
  std::uint32_t first = 0, last = 0;  // tokens [first, last); equal: no phrase
  std::int32_t entity = kNone;        // of the name it is headed by or stands beside
  char gender = '?';                  // 'm' 'f' 'p' or unknown
  bool source = false;                // its head is a name, an office or a word for a source
  bool agency = false;                // a news agency or outlet
  bool place = false;                 // nothing but a place
  bool alone = false;                 // one definite noun that points back ("the ministry")
  bool same = false;                  // "the same source"
  bool none() const { return first == last; }
};

// Reads a phrase that begins at `from` (asides and times before it are passed over) and ends before
// `limit`. `strict`: only a name, an office or a word for a source may be its head. `behind`: a
// preposition may be joined to it ("according to X").
Phrase read_phrase(const Words& words, std::uint32_t from, std::uint32_t limit, bool strict,
                   bool behind = false);

// The end of a short quoted name that opens at `t` ("Reuters" in marks), one past its closing mark;
// 0 where it is none. `after_head`: an organisation word stands before it.
std::uint32_t quoted_name_end(const Words& words, std::uint32_t t, std::uint32_t limit,
                              bool after_head);

// A news agency, an outlet, or a word one begins with ("channel").
bool is_media(const Words& words, std::uint32_t t);

// Past asides ("for his part") and times.
std::uint32_t skip_asides(const Words& words, std::uint32_t t, std::uint32_t limit);

}  // namespace isnad
