// SPDX-License-Identifier: Apache-2.0
// packc/table.h -- a file of rows: columns with one tab between, # begins a comment line.

#pragma once

#include <string>
#include <vector>

#include "packc/source.h"

namespace isnad::packc {

// The columns of one line, and where they begin.
struct Line {
  Place place;
  std::vector<std::string> columns;
  Place at(std::size_t column) const;
};

// `form` names the columns for people. Lines with another number of columns are faults.
std::vector<Line> parse_table(const std::string& bytes, const std::string& shown,
                              std::size_t columns, const char* form, Faults& faults);

// ---- forms of listed words (inflect.cc) -------------------------------------------------------

// What infl= and own= of a row say; both are taken out of the attributes.
struct Inflection {
  std::vector<std::string> names;   // "noun_m", "verb_1/past+pres"
  std::vector<std::string> own;     // keys of attributes that only the listed word has
};
Inflection take_inflection(std::string& attributes);

// Adds the forms of pack.words.back(), and to that word what its paradigms say of it.
void derive_forms(const Inflection& inflection, PackSource& pack, const Place& at, Faults& faults);

// A form that is listed by hand too, in the same class and with the same features, is taken out.
void drop_forms_listed_by_hand(PackSource& pack);

void parse_paradigms(const std::string& bytes, const std::string& shown, PackSource& pack,
                     Faults& faults);
void parse_patterns(const std::string& bytes, const std::string& shown, PackSource& pack,
                    Faults& faults);

}  // namespace isnad::packc
