// SPDX-License-Identifier: Apache-2.0
// story/words.h -- a report as a row of hashed words, for laying reports beside each other.
//
// Title and body alone: datelines, credits, captions, embeds and page furniture are printed on many
// pages and tell nothing about who copied from whom, nor about the event.
//
// Units      Spans are bytes of the report's text.
// Threads    Pure functions.
// Errors     None.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "isnad/report.h"

namespace isnad {

struct StoryWord {
  std::uint64_t hash = 0;      // of the folded key
  std::uint64_t stem = 0;      // of the key without article and joined particles before it
  Span span;
  std::uint32_t sentence = 0;  // index into Text::sentences()
  std::uint32_t part = 0;      // which part of the report, counted from 0
  std::uint16_t letters = 0;   // code points of the stem
  bool title = false;
  bool quoted = false;         // not the desk's own: in a direct quotation, in a name with its office, a verse
  bool number = false;
  bool furniture = false;      // of a sentence its outlet prints under many reports (mark_furniture)
};

// Words and numbers of the title and the body, in reading order. Without parts all is body.
std::vector<StoryWord> make_story_words(const Report& report);

// Of all of them, with furniture marked.
std::vector<std::vector<StoryWord>> make_story_words(std::span<const Report> reports);

// Marks sentences that one outlet prints under four reports or more with different titles: requests to
// share and to comment, notes on rights. `words` and `reports` run together.
void mark_furniture(std::span<const Report> reports, std::span<std::vector<StoryWord>> words);

// Marks as not the desk's own what recurs on seven days or more of publication, four words in a row: forms
// of greeting and condolence, offices, sayings. A wire is printed for a day or two, a statement as
// background for some days more.
void mark_formulas(std::span<const Report> reports, std::span<std::vector<StoryWord>> words);

// The key without a joined conjunction or preposition and the article, where at least three letters
// stay: what makes "the ministry", "and the ministry" and "by the ministry" one word.
std::string_view strip_article(std::string_view key);

std::uint64_t hash_word(std::string_view bytes);

// How many code points a piece of UTF-8 holds.
std::uint32_t count_letters(std::string_view utf8);

}  // namespace isnad
