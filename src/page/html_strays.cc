// SPDX-License-Identifier: Apache-2.0
// What stands in the report's element, or would be taken for it, and belongs to other reports.
#include <algorithm>
#include <functional>
#include <unordered_map>
#include <unordered_set>

#include "page/html_chars.h"
#include "page/html_main.h"

namespace isnad {
namespace {

using Tag = HtmlTag;

constexpr std::uint32_t kFarApart = 60;  // nodes between two paragraphs
constexpr double kLeastReport = 60;      // words left without what is taken out
constexpr std::size_t kShingle = 6;      // words

constexpr std::size_t kMostTeaser = 24;  // blocks

bool is_heading(Tag tag) { return tag >= Tag::H1 && tag <= Tag::H6; }

bool is_wrapping(Tag tag) {
  switch (tag) {
    case Tag::Ul:
    case Tag::Ol:
    case Tag::Li:
    case Tag::Blockquote:
    case Tag::Table:
    case Tag::Tbody:
    case Tag::Thead:
    case Tag::Tr:
    case Tag::Td:
    case Tag::P:
    case Tag::Dl:
    case Tag::Span:
    case Tag::Font: return true;
    default: return false;
  }
}

// ---- what stands twice --------------------------------------------------------------------------

// Hashes of every kShingle words in a row.
std::vector<std::size_t> make_shingles(std::string_view text) {
  std::vector<std::size_t> words, shingles;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && static_cast<unsigned char>(text[at]) > ' ') continue;
    if (at > begin) words.push_back(std::hash<std::string_view>{}(text.substr(begin, at - begin)));
    begin = at + 1;
  }
  for (std::size_t i = 0; i + kShingle <= words.size(); ++i) {
    std::size_t hash = 0;
    for (std::size_t k = 0; k < kShingle; ++k) hash = hash * 1099511628211u + words[i + k];
    shingles.push_back(hash);
  }
  return shingles;
}

// ---- lists of other reports ---------------------------------------------------------------------

// Name of an element as others like it bear it: tag, and class as written.
std::size_t kind_hash(const HtmlTree& tree, std::uint32_t node) {
  return std::hash<std::string_view>{}(tree.attribute(node, HtmlAttr::Class)) * 131 +
         static_cast<std::size_t>(tree.nodes[node].tag);
}

bool may_be_teaser(const HtmlTree& tree, std::uint32_t node) {
  switch (tree.nodes[node].tag) {
    case Tag::Article:
    case Tag::Li:
    case Tag::Div:
    case Tag::Section:
    case Tag::Other: return true;
    default: return false;
  }
}

// Begins with a link of several words, or with a heading that is one; and has little prose.
bool is_teaser(const HtmlView& view, std::uint32_t node) {
  const std::size_t first = view.sums.first(node), last = view.sums.last(node);
  std::size_t prose = 0, linked = 0, seen = 0;
  double words = 0;
  const bool named =
      view.tree.has(node, HtmlAttr::Class) || view.tree.nodes[node].tag == Tag::Article;
  if (last - first > kMostTeaser) return false;
  for (std::size_t i = first; i < last; ++i) {
    const HtmlBlock& block = view.blocks.blocks[i];
    if (!view.kept[i]) continue;
    ++seen;
    words += block.words;
    prose += view.mass[i] > 0.5 * block.words && view.mass[i] > 0;
    const bool opens = block.link_first && block.link_words >= 3;
    linked +=
        opens && (is_heading(block.inside) || block.link_share() > 0.9 || (named && seen == 1));
  }
  return seen > 0 && linked >= 1 && prose <= 2 && words <= 200;
}

void drop_teasers_of(HtmlView& view, std::uint32_t parent, std::vector<std::uint32_t>& found) {
  const auto& nodes = view.tree.nodes;
  std::unordered_map<std::size_t, std::pair<int, int>> counts;  // all, teasers
  std::vector<std::pair<std::size_t, std::uint32_t>> teasers;
  for (std::uint32_t node = parent + 1; node < nodes[parent].next;
       node = std::max(node + 1, nodes[node].next)) {
    if (!may_be_teaser(view.tree, node) || view.sums.words(node) <= 0) continue;
    const std::size_t kind = kind_hash(view.tree, node);
    ++counts[kind].first;
    if (!is_teaser(view, node)) continue;
    ++counts[kind].second;
    teasers.emplace_back(kind, node);
  }
  for (const auto& [kind, node] : teasers) {
    const auto [all, alike] = counts[kind];
    if (alike >= 3 && alike * 10 >= all * 7) found.push_back(node);
  }
}

// ---- what stands apart --------------------------------------------------------------------------

struct Run {
  std::size_t first, last;  // blocks
  double mass = 0;
  bool kept = false;
};

class Runs {
 public:
  Runs(const HtmlView& view, std::size_t first, std::size_t last, HtmlKinds& kinds)
      : view_(view), blocks_(view.blocks.blocks), first_(first), last_(last), kinds_(kinds) {}

  void drop() {
    make();
    if (runs_.size() < 2) return;
    keep();
    std::size_t run = 0;
    for (std::size_t i = first_; i < last_; ++i) {
      while (run + 1 < runs_.size() && nearer_to_next(run, i)) ++run;
      if (kinds_[i] && !runs_[run].kept) kinds_[i] = std::nullopt;
    }
  }

 private:
  bool prose(std::size_t i) const {
    return kinds_[i] == PartKind::Body && blocks_[i].words >= 8 &&
           view_.mass[i] >= 0.5 * blocks_[i].words;
  }
  std::uint32_t gap(std::size_t a, std::size_t b) const { return blocks_[b].at - blocks_[a].at; }

  void make() {
    for (std::size_t i = first_; i < last_; ++i) {
      if (!prose(i)) continue;
      if (runs_.empty() || gap(end_, i) > kFarApart) runs_.push_back({i, i, 0, false});
      runs_.back().last = end_ = i;
      runs_.back().mass += view_.mass[i];
    }
  }

  // The element a paragraph stands in, out of lists, tables and quotations.
  std::uint32_t parent(std::size_t i) const {
    const auto& nodes = view_.tree.nodes;
    std::uint32_t node = nodes[blocks_[i].node].parent;
    while (node > 0 && is_wrapping(nodes[node].tag)) node = nodes[node].parent;
    return node;
  }
  std::size_t form(std::size_t i) const {
    const std::uint32_t above = parent(i);
    const bool named = view_.tree.has(above, HtmlAttr::Class);
    return kind_hash(view_.tree, blocks_[i].node) * 31 + kind_hash(view_.tree, above) * 7 +
           (named ? kind_hash(view_.tree, view_.tree.nodes[above].parent)
                  : view_.tree.nodes[above].parent);
  }

  // The greatest run, and those whose paragraphs stand in the same element or in alike ones.
  void keep() {
    auto main = std::max_element(runs_.begin(), runs_.end(),
                                 [](const Run& a, const Run& b) { return a.mass < b.mass; });
    main->kept = true;
    std::unordered_set<std::size_t> homes, forms;
    for (std::size_t i = main->first; i <= main->last; ++i)
      if (prose(i)) homes.insert(parent(i)), forms.insert(form(i));
    for (Run& run : runs_)
      for (std::size_t i = run.first; i <= run.last && !run.kept; ++i)
        run.kept = prose(i) && (homes.contains(parent(i)) || forms.contains(form(i)));
  }

  bool nearer_to_next(std::size_t run, std::size_t i) const {
    const Run& next = runs_[run + 1];
    if (i >= next.first) return true;
    return i > runs_[run].last && gap(i, next.first) < gap(runs_[run].last, i);
  }

  const HtmlView& view_;
  const std::vector<HtmlBlock>& blocks_;
  std::size_t first_, last_, end_ = 0;
  HtmlKinds& kinds_;
  std::vector<Run> runs_;
};

}  // namespace

void drop_repeats(HtmlView& view) {
  std::unordered_map<std::size_t, std::uint32_t> seen;  // hash, and the element it stood in
  for (std::size_t i = 0; i < view.kept.size(); ++i) {
    const HtmlBlock& block = view.blocks.blocks[i];
    if (!view.kept[i] || block.words < 2 * kShingle) continue;
    const auto shingles = make_shingles(
        std::string_view(view.blocks.text).substr(block.span.begin, block.span.size()));
    const std::uint32_t home = view.tree.nodes[block.node].parent;
    std::size_t known = 0;
    for (const std::size_t hash : shingles) {
      const auto found = seen.find(hash);
      known += found != seen.end() && found->second != home;
    }
    if (shingles.size() >= kShingle && known * 10 > shingles.size() * 7) view.kept[i] = false;
    for (const std::size_t hash : shingles) seen.emplace(hash, home);
  }
  view.sums.fill(view.mass, view.kept);
}

void drop_teasers(HtmlView& view) {
  std::vector<std::uint32_t> found;
  for (std::uint32_t node = 0; node < view.tree.nodes.size(); ++node)
    if (view.tree.nodes[node].tag != Tag::Text && view.tree.nodes[node].next > node + 3)
      drop_teasers_of(view, node, found);
  double mass = 0;
  for (const std::uint32_t node : found) mass += view.sums.mass(node);
  if (view.sums.all() - mass < kLeastReport) return;
  for (const std::uint32_t node : found)
    for (std::size_t i = view.sums.first(node); i < view.sums.last(node); ++i) view.kept[i] = false;
  view.sums.fill(view.mass, view.kept);
}

void drop_strays(const HtmlView& view, std::uint32_t container, HtmlKinds& kinds) {
  Runs(view, view.sums.first(container), view.sums.last(container), kinds).drop();
}

}  // namespace isnad
