// SPDX-License-Identifier: Apache-2.0
// packc/pattern.h -- the pattern of a rule: text -> tree.
//
//   pattern  = sequence { "|" sequence }
//   sequence = item { item }
//   item     = ( "[" pattern "]" | [ name ":" ] ( "(" pattern ")" | test ) ) [ "?" | "{m,n}" ]
//   test     = term { "&" term }
//              ( a group of tests of one word may go on with & test: (A | B)&!C )
//   term     = [ "!" ] ( CLASS { "[" conditions "]" } | "'" words "'" )
//   conditions, with blanks or commas between: 3  1..31  1..  ..31  key  key=a|b  key!=a  def  indef

#pragma once

#include <map>
#include <string>
#include <string_view>

#include "packc/source.h"

namespace isnad::packc {

// What names stand for in one rule file.
struct Names {
  std::map<std::string, std::vector<AtomSource>> macros;   // `class` and `words`
};

struct PatternText {
  std::string text;        // may hold line breaks
  Place place;             // of its first character
  Place at(std::size_t byte) const;
};

// Parses; on a fault tells it and returns false. Words of 'literals' are added to the pack.
bool parse_pattern(const PatternText& text, const Names& names, PackSource& pack, Faults& faults,
                   Node& out);

// One macro's right side: CLASS[..] | CLASS ...
bool parse_alternatives(const PatternText& text, const Names& names, PackSource& pack,
                        Faults& faults, std::vector<AtomSource>& out);

// All names a pattern captures.
void find_captures(const Node& node, std::set<std::string>& out);

}  // namespace isnad::packc
