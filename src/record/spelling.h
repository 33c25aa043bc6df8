// SPDX-License-Identifier: Apache-2.0
// record/spelling.h -- whether two spellings can be one name: Arabic renderings of foreign names,
// Latin renderings of Arabic ones, and Arabic beside Latin.
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

// What is known of the two names a pair of words is of.
struct SpellingOf {
  bool foreign = false;   // some word of them can only be a foreign name
  bool person = false;
};

// The words of a name, split at blanks, hyphens and marks.
std::vector<NameWord> split_name(std::string_view utf8);

bool is_latin(const NameWord& word);

// An Arabic word with one letter for two that render one sound, where others write the one.
NameWord sounds_in(const NameWord& word);

// Without the Arabic article, where three letters stay.
NameWord without_article(const NameWord& word);

// The words of a person's name as they are compared: "Abd al-" joined with what follows, Latin
// articles dropped.
std::vector<NameWord> person_words(const std::vector<NameWord>& words);

// Consonants as classes of sounds that are written for one another, doubled ones once, vowels
// dropped: Arabic and Latin alike. "TKF" for Tokayev in either script.
std::string consonants(const NameWord& word);

// An Arabic word built like the language's own names, where a vowel more or less makes another name.
bool is_native_shape(const NameWord& word);

// An Arabic word that can only render a foreign name: no such shape, no letter of the language's own.
bool is_foreign_word(const NameWord& word);

// What it costs to turn one spelling into the other, in hundredths of a letter: 0 equal, letters that
// are rendered for one another cost little, others 100. At most 900. Of one script.
int spelling_cost(const NameWord& a, const NameWord& b, SpellingOf of = {});

// The same for an Arabic and a Latin word.
int rendering_cost(const NameWord& arabic, const NameWord& latin);

// The same for two Latin words.
int latin_cost(const NameWord& a, const NameWord& b);

// Costs little for the length of the words; given names of the lists as these say.
bool spelled_alike(const NameWord& a, const NameWord& b, SpellingOf of = {});

// Two names whose words are parted differently, written together.
bool glued_alike(const NameWord& a, const NameWord& b, SpellingOf of = {});

// As spelled_alike(), with or without an article before them.
bool words_alike(const NameWord& a, const NameWord& b, SpellingOf of = {});

// All words as one, for names written in one part or in two.
NameWord glue(const std::vector<NameWord>& words);

// Letters after ALA-LC; short vowels, which are not written, are missing. Callers mark it as made.
std::string romanise(std::string_view utf8);

}  // namespace isnad
