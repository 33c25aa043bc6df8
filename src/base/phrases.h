// SPDX-License-Identifier: Apache-2.0
// base/phrases.h -- sentences as data, and numbers, bounds, months and lists in words.
//
// A book is a table: key, English, Arabic, one a line. A template holds places ({day}); a stretch in
// square brackets is left out when a place inside it has nothing to put there. Every book also has
// the words of src/base/words.tsv.
//
// Ownership  A book keeps views of its table, which must live as long; Phrases refer to their book.
// Threads    Read-only.
// Errors     None: a key that does not exist gives the key itself, so that it is seen.

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "isnad/report.h"

namespace isnad {

// What a template's places are filled with.
using Fill = std::pair<std::string_view, std::string>;

struct Phrase { std::string_view en, ar; };

class PhraseBook {
 public:
  explicit PhraseBook(std::string_view table);
  const Phrase* find(std::string_view key) const;  // nullptr where there is none

 private:
  std::map<std::string_view, Phrase> rows_;
};

// One book in one language.
class Phrases {
 public:
  // "ar", or anything else for English.
  Phrases(const PhraseBook& book, std::string_view language)
      : book_(&book), arabic_(language == "ar") {}

  bool arabic() const { return arabic_; }
  std::string_view language() const { return arabic_ ? "ar" : "en"; }

  bool has(std::string_view key) const { return book_->find(key) != nullptr; }
  std::string_view get(std::string_view key) const { return get_or(key, key); }
  // get(), or `other` where there is no such key.
  std::string_view get_or(std::string_view key, std::string_view other) const;
  std::string fill(std::string_view key, const std::vector<Fill>& fills) const;

  std::string_view month(int month) const;       // 1 to 12
  std::string number(std::int64_t value) const;  // "8,000"
  // "about 8,000", "more than 200", "dozens": a value as a report would say it. `mark` is put around
  // each number: {"<b>", "</b>"}.
  std::string value(std::int64_t low, std::int64_t high, Bound bound,
                    std::pair<std::string_view, std::string_view> mark = {}) const;
  std::string list(const std::vector<std::string>& items) const;  // "a, b and c"

 private:
  std::string vague(std::int64_t low) const;

  const PhraseBook* book_;
  bool arabic_;
};

// The tables of this folder by name ("words"); "" for another name.
std::string_view base_table(std::string_view name);

}  // namespace isnad
