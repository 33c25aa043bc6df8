// SPDX-License-Identifier: Apache-2.0
// read/attribution_cues.h -- the reporting words of a report, as the rules find them.

#pragma once

#include <vector>

#include "read/attribution_words.h"

namespace isnad {

enum class CueKind : std::uint8_t {
  Verb,        // X said that ...
  Participle,  // ..., adding that ...: the subject of the verb before it
  According,   // according to X ...; ... according to X
  Citing,      // ..., citing X
  Carried,     // an agency carried X as saying
  Issued,      // in a statement issued by X, carried by an agency
  AsSaid,      // ..., as X announced
  Colon,       // X: ...
  Post,        // ... -- Name (@handle)
  Said,        // English: X said ..., "...," said X
  AccordingTo, // English: according to X
};

struct Cue {
  CueKind kind = CueKind::Verb;
  std::uint32_t first = 0, last = 0;  // tokens [first, last)
  Span span;                          // the reporting words
  const Sense* sense = nullptr;       // of the reporting word; may be nullptr
  bool pronoun = false;               // a pronoun is joined to the verb: "announced it"
  bool conjoined = false;             // joined to what stands before by a conjunction
  bool verb_after = false;            // According: a reporting verb is part of the cue
  std::uint32_t rule = kNoRule;

  std::string_view attribute(std::string_view key) const {
    return sense == nullptr ? std::string_view() : sense->attribute(key);
  }
  Stance stance() const;
};

// All cues in reading order.
std::vector<Cue> find_cues(const Lattice& lattice, const Words& words);

}  // namespace isnad
