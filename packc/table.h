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

// ---- forms of listed words (conditions.cc, inflect.cc) ----------------------------------------

// "active[voice=act|pres&g=m]=1": an attribute of the forms for which one of the alternatives holds;
// each is one or more groups or features that the form must all have, or with ! must not. The key `class` gives such
// forms another class; the class "-" leaves them out.
constexpr std::string_view kClassKey = "class", kNoClass = "-";
struct ConditionalAttribute {
  std::string text;                 // as written
  std::string key, value;
  std::vector<std::vector<std::string>> when;
};
bool holds(const ConditionalAttribute& one, const std::string& group, const std::string& features);

// What infl=, own= and the conditional attributes of a row say (conditions.cc); all are taken out of
// the attributes, whose first column is `at`.
struct Inflection {
  std::vector<std::string> names;   // "noun_m", "verb_1/past+pres", "verb_1/-first-part"
  std::vector<std::string> own;     // keys of attributes that only the listed word has
  std::vector<ConditionalAttribute> conditional;
};
Inflection take_inflection(std::string& attributes, const Place& at, Faults& faults);
std::string without_keys(const std::string& attributes, const std::vector<std::string>& keys);

// Adds the forms of pack.words.back(), and to that word what its paradigms say of it.
void derive_forms(const Inflection& inflection, PackSource& pack, const Place& at, Faults& faults);

// A form that is listed by hand too, in the same class and with the same features, is taken out.
void drop_forms_listed_by_hand(PackSource& pack);

void parse_paradigms(const std::string& bytes, const std::string& shown, PackSource& pack,
                     Faults& faults);
void parse_patterns(const std::string& bytes, const std::string& shown, PackSource& pack,
                    Faults& faults);

}  // namespace isnad::packc
