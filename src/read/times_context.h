// SPDX-License-Identifier: Apache-2.0
// read/times_context.h -- which words stand around a stretch.
//
// Threads    Pure functions.
// Errors     None.

#pragma once

#include "isnad/span.h"
#include "match/match.h"

namespace isnad {

// Whether an edge of that class ends where `span` begins (joined particles too).
bool class_before(const Lattice& lattice, Span span, ClassId cls);
// Whether an edge of that class begins at the token behind `span`.
bool class_after(const Lattice& lattice, Span span, ClassId cls);
// Whether `span` ends within a word (a joined pronoun follows).
bool ends_inside_word(const Lattice& lattice, Span span);
// Whether the word behind `span` has the article.
bool definite_after(const Lattice& lattice, Span span);
// Whether one begins among the `tokens` tokens before `span`, in its sentence.
bool class_near_before(const Lattice& lattice, Span span, ClassId cls, std::uint32_t tokens);

}  // namespace isnad
