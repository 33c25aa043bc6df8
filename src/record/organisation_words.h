// SPDX-License-Identifier: Apache-2.0
// record/organisation_words.h -- what the words of an organisation's name mean, in either language
// (packs/und/spelling/organisation_words.tsv, countries and their adjectives from the packs' lists).
//
// Threads    Tables are read once; pure functions.
// Errors     None; a word that is not in the tables is a name of its own.
// Method     docs/methods/names.md

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/spelling.h"

namespace isnad {

struct OrganisationMeaning {
  std::vector<std::string> meanings;   // sorted; countries among them by id, as "=KZ"
  std::vector<NameWord> others;        // words of no known meaning
  std::vector<NameWord> words;         // sorted, without articles and small words; countries by id
  NameWord head;                       // the first word
  std::string country;                 // the first country named, "" for none
  NameWord initials;                   // of Latin names of several words
  bool latin = false;
};

OrganisationMeaning organisation_meaning(const std::vector<NameWord>& words);

// One name in two languages, or its words in another order in one.
bool mean_the_same(const OrganisationMeaning& a, const OrganisationMeaning& b);

// `shown` is written in capitals and `name` begins its words with them.
bool is_acronym_of(std::string_view shown, const OrganisationMeaning& name);

}  // namespace isnad
