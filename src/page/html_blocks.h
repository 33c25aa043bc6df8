// SPDX-License-Identifier: Apache-2.0
// page/html_blocks.h -- a tree's text as blocks: what a reader sees as one paragraph, heading,
// item.
//
// Units      Bytes of HtmlBlocks::text; SourceRun says which bytes of the page they come from.
// Threads    Pure functions.
// Method     docs/methods/pages.md

#pragma once

#include <string>
#include <vector>

#include "isnad/report.h"
#include "page/html_tree.h"

namespace isnad {

struct HtmlBlock {
  Span span;                // in HtmlBlocks::text
  std::uint32_t node = 0;   // the innermost block element around it
  std::uint32_t at = 0;     // its first stretch of text: grows from block to block
  std::uint32_t words = 0;  // two characters of a script without blanks count as one word
  std::uint32_t link_words = 0;
  std::uint32_t stops = 0;  // . ! ? and those of other scripts, not inside numbers
  bool ends = false;        // the last character, marks apart, is a stop
  bool time = false;        // holds a <time>
  bool link_first = false;  // begins inside a link
  HtmlTag inside =
      HtmlTag::None;  // the innermost of P, H1..H6, Li, Td, Pre, Blockquote, ... around it

  double link_share() const { return words == 0 ? 0 : static_cast<double>(link_words) / words; }
};

// Nodes of scripts, forms and the like give no block.
struct HtmlBlocks {
  std::string text;               // blocks one behind the other, blanks made single
  std::vector<SourceRun> source;  // in order of text
  std::vector<HtmlBlock> blocks;  // in order of text, none empty
};

HtmlBlocks make_html_blocks(const HtmlTree& tree);

// The text of an element, blanks made single: for titles and names.
std::string html_text(const HtmlTree& tree, std::uint32_t node);

}  // namespace isnad
