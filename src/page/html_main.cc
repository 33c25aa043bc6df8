// SPDX-License-Identifier: Apache-2.0
#include "page/html_main.h"

#include <algorithm>
#include <cmath>

namespace isnad {
namespace {

using Tag = HtmlTag;

// A page may name its whole body "has-sidebar": what holds more of the prose than this stays.
constexpr double kMostFurniture = 0.35;
constexpr double kMostSure = 0.85;
constexpr double kMostSuspect = 0.12;
constexpr std::size_t kQuoted = 40;  // bytes of a summary that a block begins with
constexpr double kQuotedWeight = 1.2;
constexpr std::size_t kMostCompared = 2000;   // blocks that are looked for in the articleBody
constexpr std::size_t kLongestBody = 200000;  // bytes of it
constexpr double kLeastReport = 60;           // words beside the comments

constexpr double kLeastGain = 0.15, kGainedProse = 0.8;  // of going further out

bool is_suspect_list(const HtmlView& view, std::uint32_t node) {
  const double words = view.sums.words(node);
  const std::size_t count = view.sums.last(node) - view.sums.first(node);
  return view.sums.links(node) > 0.3 * words || words < 12.0 * static_cast<double>(count);
}

bool is_furniture(const HtmlView& view, std::uint32_t node, double all) {
  const std::uint16_t marks = view.marks[node];
  if (!(marks & (kMarkFurniture | kMarkSuspect | kMarkHidden))) return false;
  const double mass = view.sums.mass(node);
  if (marks & kMarkComment) {
    const bool titled = view.sums.first(node) <= view.title && view.title < view.sums.last(node);
    return !titled && all - mass >= kLeastReport;
  }
  if ((marks & kMarkBody) && !(marks & kMarkHidden)) return false;
  if (marks & kMarkSure) return mass <= kMostSure * all;
  if (marks & (kMarkFurniture | kMarkHidden)) return mass <= kMostFurniture * all;
  return mass <= kMostSuspect * all && is_suspect_list(view, node);
}

void drop_marked(HtmlView& view, std::uint16_t which) {
  const double all = view.sums.all();
  const auto& nodes = view.tree.nodes;
  for (std::uint32_t node = 1; node < nodes.size();) {
    if (!(view.marks[node] & which) || !is_furniture(view, node, all)) {
      ++node;
      continue;
    }
    for (std::size_t b = view.sums.first(node); b < view.sums.last(node); ++b) view.kept[b] = false;
    node = std::max(node + 1, nodes[node].next);
  }
  view.sums.fill(view.mass, view.kept);
}

double hint_of(std::uint16_t marks, Tag tag) {
  double hint = 1;
  if (marks & kMarkBody) hint *= 1.25;
  if (marks & kMarkArticle) hint *= tag == Tag::Article || tag == Tag::Main ? 1.08 : 1.04;
  if (marks & (kMarkFurniture | kMarkComment)) hint *= 0.6;
  if (marks & kMarkSuspect) hint *= 0.9;
  return hint;
}

bool is_inside(const HtmlView& view, std::uint32_t node, std::uint32_t outer) {
  return outer <= node && node < view.tree.nodes[outer].next;
}

// Whether an <article> lies between the two: then the inner one is of another report.
bool crosses_article(const HtmlView& view, std::uint32_t node, std::uint32_t outer) {
  for (; node > outer; node = view.tree.nodes[node].parent)
    if (view.tree.nodes[node].tag == Tag::Article) return true;
  return false;
}

// A report laid out in several elements named alike: the one that holds them all.
std::uint32_t widen(const HtmlView& view, std::uint32_t container) {
  const auto name = view.tree.attribute(container, HtmlAttr::Class);
  if (name.empty()) return container;
  const double mass = view.sums.mass(container);
  std::uint32_t outer = container;
  for (std::uint32_t node = 0; node < view.tree.nodes.size(); ++node) {
    if (view.tree.nodes[node].tag != view.tree.nodes[container].tag || is_inside(view, node, outer))
      continue;
    if (view.tree.attribute(node, HtmlAttr::Class) != name || is_inside(view, container, node))
      continue;
    if (view.sums.mass(node) < 0.1 * mass) continue;
    std::uint32_t above = outer;
    while (!is_inside(view, node, above)) above = view.tree.nodes[above].parent;
    if (!crosses_article(view, node, above) && !crosses_article(view, container, above))
      outer = above;
  }
  return outer;
}

// Further out, while what is gained reads like the report too.
std::uint32_t climb(const HtmlView& view, std::uint32_t container) {
  const auto content = [&](std::uint32_t node) {
    return view.sums.words(node) - view.sums.links(node);
  };
  std::uint32_t best = container;
  for (std::uint32_t node = container; node > 0 && view.tree.nodes[node].tag != Tag::Article;) {
    node = view.tree.nodes[node].parent;
    const double gain = view.sums.mass(node) - view.sums.mass(best);
    if (gain >= kLeastGain * view.sums.mass(best) &&
        gain >= kGainedProse * (content(node) - content(best)))
      best = node;
  }
  return best;
}

}  // namespace

double prose_words(const HtmlBlock& block) {
  const double words = block.words - block.link_words;
  if (block.inside >= Tag::H1 && block.inside <= Tag::H6) return 0;
  if (block.words < 5 || block.link_share() > (words >= 20 && block.stops > 0 ? 0.8 : 0.6))
    return 0;
  const bool prose = (block.stops > 0 && block.words >= 8) || block.words >= 25;
  const double form = block.inside == Tag::Li || block.inside == Tag::Td ||
                              block.inside == Tag::Th || block.inside == Tag::Figcaption
                          ? 0.5
                          : 1.0;
  const double sentences =
      block.stops > 0 ? 1.0 : 0.4;  // long lines of menus and addresses have none
  return words * form * (prose ? sentences : 0.1);
}

std::size_t HtmlSums::block_at(std::uint32_t node) const {
  const auto found =
      std::lower_bound(blocks_.blocks.begin(), blocks_.blocks.end(), node,
                       [](const HtmlBlock& block, std::uint32_t at) { return block.at < at; });
  return static_cast<std::size_t>(found - blocks_.blocks.begin());
}

std::size_t HtmlSums::first(std::uint32_t node) const { return block_at(node); }
std::size_t HtmlSums::last(std::uint32_t node) const { return block_at(tree_.nodes[node].next); }

void HtmlSums::fill(const std::vector<double>& mass, const std::vector<bool>& kept) {
  mass_.assign(1, 0), words_.assign(1, 0), links_.assign(1, 0);
  for (std::size_t i = 0; i < mass.size(); ++i) {
    const HtmlBlock& block = blocks_.blocks[i];
    mass_.push_back(mass_.back() + (kept[i] ? mass[i] : 0));
    words_.push_back(words_.back() + (kept[i] ? block.words : 0));
    links_.push_back(links_.back() + (kept[i] ? block.link_words : 0));
  }
}

void drop_furniture(HtmlView& view) {
  drop_marked(view, kMarkComment);
  drop_marked(view, kMarkFurniture | kMarkHidden);
  drop_marked(view, kMarkSuspect);
}

std::uint32_t find_container(const HtmlView& view) {
  const double all = view.sums.all();
  std::uint32_t best = 0;
  double best_score = 0;
  for (std::uint32_t node = 0; node < view.tree.nodes.size(); ++node) {
    const Tag tag = view.tree.nodes[node].tag;
    if (!is_block_tag(tag) && tag != Tag::Other) continue;
    if (tag == Tag::P || tag == Tag::Li || tag == Tag::Blockquote || tag == Tag::Ul) continue;
    const double mass = view.sums.mass(node);
    if (mass <= 0) continue;
    const double words = std::max(mass, view.sums.words(node) - view.sums.links(node));
    const double recall = mass / all, precision = mass / words;
    const double score =
        std::pow(recall, 0.8) * std::pow(precision, 0.5) * hint_of(view.marks[node], tag);
    if (score >= best_score) best = node, best_score = score;
  }
  return climb(view, widen(view, best));
}

namespace {

// What stands above the headline is seldom of the report.
void weigh_by_title(HtmlView& view) {
  const std::size_t title = view.title;
  if (title == view.mass.size()) return;
  double behind = 0;
  for (std::size_t i = title; i < view.mass.size(); ++i) behind += view.mass[i];
  if (behind < kLeastReport) return;
  for (std::size_t i = 0; i < title; ++i) view.mass[i] *= 0.4;
}

// What the metadata quotes of the report counts in full, also where it does not read like prose.
void weigh_by_hints(HtmlView& view) {
  const HtmlHints& hints = view.hints;
  const std::string_view begins = std::string_view(hints.summary).substr(0, kQuoted);
  for (std::size_t i = 0; i < view.mass.size(); ++i) {
    const HtmlBlock& block = view.blocks.blocks[i];
    if (block.words < 6 || block.link_share() > 0.5 || i == view.title) continue;
    const auto text =
        std::string_view(view.blocks.text).substr(block.span.begin, block.span.size());
    const bool quoted = begins.size() == kQuoted && text.starts_with(begins);
    const bool held = i < kMostCompared && hints.body.size() < kLongestBody &&
                      hints.body.find(text) != std::string::npos;
    if (quoted || held) view.mass[i] = kQuotedWeight * block.words;
  }
}

// Nothing reads like a report: what is left of the page that is no link.
void take_rest(const HtmlView& view, HtmlKinds& kinds) {
  if (std::find(kinds.begin(), kinds.end(), PartKind::Body) != kinds.end()) return;
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    const HtmlBlock& block = view.blocks.blocks[i];
    if (!kinds[i] && view.kept[i] && block.words >= 4 && block.link_share() < 0.5)
      kinds[i] = PartKind::Body;
  }
}

}  // namespace

std::size_t find_title_block(const HtmlBlocks& blocks, const HtmlHints& hints) {
  const std::size_t none = blocks.blocks.size();
  std::size_t best = none, plain = none;
  for (std::size_t i = 0; i < blocks.blocks.size(); ++i) {
    const HtmlBlock& block = blocks.blocks[i];
    const bool heading = block.inside >= Tag::H1 && block.inside <= Tag::H6;
    if (block.words < 4 || block.link_share() > 0.5) continue;
    const auto text = std::string_view(blocks.text).substr(block.span.begin, block.span.size());
    if (hints.title.find(text) == std::string::npos) continue;
    if (heading && block.inside == Tag::H1) return i;
    if (heading && best == none) best = i;
    // Pages of old set the title in bold and no heading.
    if (plain == none && 2 * text.size() >= hints.title.size()) plain = i;
  }
  return best < none ? best : plain;
}

HtmlKinds find_html_main(const HtmlTree& tree, const HtmlBlocks& blocks, const HtmlHints& hints) {
  HtmlKinds kinds(blocks.blocks.size());
  if (blocks.blocks.empty()) return kinds;
  HtmlView view{tree, blocks, hints, make_html_marks(tree), {}, {}, 0, HtmlSums(tree, blocks)};
  view.kept.assign(kinds.size(), true);
  for (const HtmlBlock& block : blocks.blocks) view.mass.push_back(prose_words(block));
  view.title = find_title_block(blocks, hints);
  weigh_by_hints(view);
  weigh_by_title(view);
  view.sums.fill(view.mass, view.kept);
  drop_furniture(view);
  drop_repeats(view);
  drop_teasers(view);
  const std::uint32_t container = find_container(view);
  tell_blocks(view, container, kinds);
  take_rest(view, kinds);
  return kinds;
}

}  // namespace isnad
