// SPDX-License-Identifier: Apache-2.0
// record/spelling.h -- whether two spellings can be one name: Arabic renderings of foreign names,
// and Arabic beside Latin.
//
// Threads    Pure functions.
// Errors     None.
// Method     docs/methods/names.md
// Not here   Who is meant: two people can have one name. See names.h.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace isnad {

// A word of a name, folded further than matching keys: marks, hamza seats and case are gone.
using NameWord = std::u32string;

// The words of a name, split at blanks, hyphens and marks.
std::vector<NameWord> split_name(std::string_view utf8);

bool is_latin(const NameWord& word);

// Without the Arabic article, where three letters stay.
NameWord without_article(const NameWord& word);

// Consonants as classes of sounds that are written for one another, doubled ones once, vowels
// dropped: Arabic and Latin alike. "TKF" for Tokayev in either script.
std::string consonants(const NameWord& word);

// What it costs to turn one Arabic spelling into the other: 0 equal, letters that are rendered for
// one another cost little, others 1. At most 9.
double spelling_distance(const NameWord& a, const NameWord& b);

// Same script: a small distance for their length. Two scripts: the same consonants, three or more.
bool spelled_alike(const NameWord& a, const NameWord& b);

// The same, with or without an article before them.
bool words_alike(const NameWord& a, const NameWord& b);

// All words as one, for names written in one part or in two.
NameWord glue(const std::vector<NameWord>& words);

// Letters after ALA-LC; short vowels, which are not written, are missing. Callers mark it as made.
std::string romanise(std::string_view utf8);

}  // namespace isnad
