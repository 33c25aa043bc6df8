// SPDX-License-Identifier: Apache-2.0
// page/html_main.h -- which blocks of a page are the report.
//
// Threads    Pure functions.
// Errors     None: where nothing reads like a report, no block is body.
// Method     docs/methods/pages.md. No word of any language is looked at here.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "page/html_blocks.h"
#include "page/html_marks.h"

namespace isnad {

// What the page's metadata says of the report. Empty = not said.
struct HtmlHints {
  std::string title;
  std::string body;     // JSON-LD's articleBody
  std::string summary;  // og:description: often how the report begins
};

// The kind of each block; nothing = not of the report.
using HtmlKinds = std::vector<std::optional<PartKind>>;
HtmlKinds find_html_main(const HtmlTree& tree, const HtmlBlocks& blocks, const HtmlHints& hints);

// ---- the steps, for each other
// -------------------------------------------------------------------

// Sums over the blocks inside any element.
class HtmlSums {
 public:
  HtmlSums(const HtmlTree& tree, const HtmlBlocks& blocks) : tree_(tree), blocks_(blocks) {}
  // Once the weight of each block is known; `kept` tells which blocks count at all.
  void fill(const std::vector<double>& mass, const std::vector<bool>& kept);
  std::size_t first(std::uint32_t node) const;  // the first block in or behind the element
  std::size_t last(std::uint32_t node) const;   // behind its last
  double mass(std::uint32_t node) const { return mass_[last(node)] - mass_[first(node)]; }
  double words(std::uint32_t node) const { return words_[last(node)] - words_[first(node)]; }
  double links(std::uint32_t node) const { return links_[last(node)] - links_[first(node)]; }
  double all() const { return mass_.back(); }

 private:
  std::size_t block_at(std::uint32_t node) const;
  const HtmlTree& tree_;
  const HtmlBlocks& blocks_;
  std::vector<double> mass_{0}, words_{0}, links_{0};
};

// The block that is the page's title, by its metadata, a heading before others; blocks.size() where none is.
std::size_t find_title_block(const HtmlBlocks& blocks, const HtmlHints& hints);

// How much of prose a block is, in words.
double prose_words(const HtmlBlock& block);

// Everything the steps share.
struct HtmlView {
  const HtmlTree& tree;
  const HtmlBlocks& blocks;
  const HtmlHints& hints;
  std::vector<std::uint16_t> marks;  // by node
  std::vector<bool> kept;            // by block
  std::vector<double> mass;          // by block
  std::size_t title = 0;             // find_title_block()
  HtmlSums sums;
};

// Takes out what the markup calls furniture, unless most of the page's prose stands in it.
void drop_furniture(HtmlView& view);
// Takes out lists of other reports: three or more alike side by side, each with a heading that
// links on.
void drop_teasers(HtmlView& view);
// Takes out blocks whose words stand above already (pages that carry themselves twice).
void drop_repeats(HtmlView& view);
// The element that holds the report: most prose with least else.
std::uint32_t find_container(const HtmlView& view);
// Of prose that stands far apart in the element, what belongs to the report: `kinds` of the other
// blocks are taken back.
void drop_strays(const HtmlView& view, std::uint32_t container, HtmlKinds& kinds);
// The kind of each block inside it.
void tell_blocks(const HtmlView& view, std::uint32_t container, HtmlKinds& kinds);

}  // namespace isnad
