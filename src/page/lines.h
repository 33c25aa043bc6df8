// SPDX-License-Identifier: Apache-2.0
// page/lines.h -- the lines of a page and what can be seen of each alone.
//
// Threads    Pure functions.
// Method     docs/methods/pages.md

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "isnad/report.h"
#include "match/match.h"

namespace isnad {

// One line that is not blank, without the blanks around it.
struct Line {
  Span span;
  std::uint32_t first = 0, last = 0;  // its tokens, [first, last)
  std::uint32_t words = 0;            // words and numbers
  std::uint32_t arabic = 0, latin = 0;  // words by script
  std::uint32_t sentences = 0;
  bool full_stop = false;             // ends in a full stop, closing marks apart
  bool ends = false;                  // ends in any stop
  bool date = false;                  // a day of a month stands in it
  std::uint32_t undated = 0;          // words that belong to no time and are no PAGE_DATE
  bool url = false, handle = false, dash_first = false;
  std::optional<PartKind> kind;       // once it is known
  bool furniture = false;             // known by its words
  bool closing = false;               // furniture that does not stand inside a report's prose
  bool header = false;                // nothing but words of menus
  bool visit = false;                 // weather, prayer times
  bool related = false;               // names other reports, or heads a list of them

  // Prose: a full sentence or several, or too long to be anything else.
  bool paragraph() const {
    return (full_stop && words >= 8) || words >= 25 || (ends && sentences >= 2 && words >= 12);
  }
};

// In reading order; together they hold everything that is not blank.
std::vector<Line> make_lines(const Lattice& lattice, const Report& report);

// The longest edge of the class that begins at `token` (or after particles in it), or nullptr.
const Edge* longest_edge(const Lattice& lattice, std::uint32_t token, ClassId cls);
// The first token at or after `first` where such an edge begins, `last` where none does.
std::uint32_t find_class(const Lattice& lattice, std::uint32_t first, std::uint32_t last,
                         ClassId cls);
// The token after the edge.
std::uint32_t token_after(const Lattice& lattice, const Edge& edge);

// How many words of the line no edge of these classes covers; `covered` gets the others.
std::uint32_t uncovered_words(const Lattice& lattice, const Line& line,
                              std::initializer_list<ClassId> classes, std::uint32_t& covered);

}  // namespace isnad
