// SPDX-License-Identifier: Apache-2.0
// engine/pages_check.h -- how well pages are read, beside a gold written by hand.
//
// Units      Scores are 0 to 1. Text by F1 over four words in a row; other fields are right or wrong.
// Threads    Pure functions, but for reading files.
// Errors     NotFound, Unreadable, BadInput: the gold. A page that cannot be read scores nothing.
// Method     docs/methods/pages.md. Gold is JSON Lines: "page" (a file beside it), "text", "title",
//            "author", "outlet", "published", "updated" (days), "language", "agencies" (ids),
//            "captions", "embeds". What a line does not name is not scored; "" must not be found.

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/engine.h"

namespace isnad {

struct PageMiss {
  std::string page, field, wanted, found;
};

struct FieldScore {
  std::size_t pages = 0;
  double sum = 0;
  double mean() const { return pages == 0 ? 0 : sum / static_cast<double>(pages); }
};

struct PagesCheck {
  std::size_t pages = 0;                      // in the gold
  std::map<std::string, FieldScore> fields;   // "text", "title" ...
  std::vector<PageMiss> misses;               // of text: where the score is under 0.98
  std::vector<Error> refused;                 // pages that could not be read
};

// Reads `folder`/gold.jsonl and the pages that it names.
Result<PagesCheck> check_pages(const std::string& folder, const Packs& packs);

// F1 over four words in a row (fewer where a text has fewer), as words are told apart in any script.
double text_f1(std::string_view wanted, std::string_view found);

}  // namespace isnad
