// SPDX-License-Identifier: Apache-2.0
// page/html_marks.h -- what a page's markup says of an element: its tag, role, class, id and style.
//
// Threads    Pure functions.
// Method     Class and id are split into words ("relatedStories-2" is related, stories); whole
// words
//            count, so that "lead" is no "ad". They are technical names, English on every site.
// Not here   What the text says: see page.tsv of the packs.

#pragma once

#include <cstdint>
#include <vector>

#include "page/html_tree.h"

namespace isnad {

enum HtmlMark : std::uint16_t {
  kMarkBody = 1,       // named as the text of an article
  kMarkArticle = 2,    // the article with what belongs to it
  kMarkFurniture = 4,  // never part of a report: menus, footers, share bars, comments
  kMarkSuspect = 8,    // often furniture: asides, teasers, widgets
  kMarkCaption = 16,
  kMarkByline = 32,
  kMarkEmbed = 64,     // a post of someone else
  kMarkHidden = 128,   // not shown
  kMarkComment = 256,  // what readers wrote
  kMarkDate = 512,
  kMarkSummary = 1024,  // standfirst
  kMarkTitle = 2048,
  kMarkSure = 4096,  // furniture however much it says: notices of cookies
};

// One set of HtmlMark bits a node.
std::vector<std::uint16_t> make_html_marks(const HtmlTree& tree);

}  // namespace isnad
