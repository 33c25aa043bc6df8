// SPDX-License-Identifier: Apache-2.0
// Inside the element that holds the report: what each block is.
#include <algorithm>

#include "page/html_main.h"

namespace isnad {
namespace {

using Tag = HtmlTag;

constexpr std::uint32_t kNearTitle = 100;  // nodes
constexpr std::size_t kMostAround = 12, kMostFoot = 3;       // blocks
constexpr std::uint32_t kMostHeadWords = 16, kMostFootWords = 20;

bool is_heading(Tag tag) { return tag >= Tag::H1 && tag <= Tag::H6; }

class Teller {
 public:
  Teller(const HtmlView& view, std::uint32_t container, HtmlKinds& kinds)
      : view_(view),
        blocks_(view.blocks.blocks),
        kinds_(kinds),
        container_(container),
        first_(view.sums.first(container)),
        last_(view.sums.last(container)) {}

  void tell() {
    for (std::size_t i = first_; i < last_; ++i)
      if (view_.kept[i]) kinds_[i] = kind_of(i);
    drop_link_lists();
    drop_strays(view_, container_, kinds_);
    drop_ends();
    drop_headings();
    mark_title();
    add_lead();
    add_surroundings();
  }

 private:
  bool is_title(std::size_t i) const {
    if (i == view_.title) return true;
    return blocks_[i].words >= 2 && is_heading(blocks_[i].inside) &&
           view_.hints.title.find(text(i)) != std::string::npos;
  }
  std::string_view text(std::size_t i) const {
    return std::string_view(view_.blocks.text)
        .substr(blocks_[i].span.begin, blocks_[i].span.size());
  }

  // Marks of the elements around a block, up to the container.
  std::uint16_t marks_around(const HtmlBlock& block) const {
    std::uint16_t marks = 0;
    const auto& nodes = view_.tree.nodes;
    for (std::uint32_t node = block.at; node > 0 && node != container_; node = nodes[node].parent)
      if (view_.sums.mass(node) <= 0.5 * view_.sums.all()) marks |= view_.marks[node];
    return marks;
  }

  std::optional<PartKind> kind_of(std::size_t i) const {
    const HtmlBlock& block = blocks_[i];
    const std::uint16_t marks = marks_around(block);
    if (marks & kMarkEmbed) return PartKind::Embed;
    if (marks & kMarkCaption) return PartKind::Caption;
    if (block.inside == Tag::H1 || is_title(i)) return PartKind::Title;
    if ((marks & kMarkByline) && block.words < 40) return PartKind::Credit;
    if (((marks & kMarkDate) || block.time) && block.words < 20 && !block.ends)
      return PartKind::Dateline;
    if (is_heading(block.inside)) return PartKind::Body;
    if (block.words == 0) return std::nullopt;
    const bool prose = view_.mass[i] > 0.5 * block.words;
    if (prose) return PartKind::Body;
    const bool sentence =
        block.inside == Tag::P && block.ends && block.words >= block.link_words + 3;
    if (block.link_share() > 0.6 && !sentence) return std::nullopt;
    if (block.inside == Tag::None && block.words < 10 && block.stops == 0) return std::nullopt;
    return PartKind::Body;
  }

  bool body(std::size_t i) const { return kinds_[i] == PartKind::Body; }

  // Lists and tables that are mostly links.
  void drop_link_lists() {
    for (std::uint32_t node = container_; node < view_.tree.nodes[container_].next; ++node) {
      const Tag tag = view_.tree.nodes[node].tag;
      if (tag != Tag::Ul && tag != Tag::Ol && tag != Tag::Table && tag != Tag::Dl) continue;
      const double words = view_.sums.words(node);
      if (view_.sums.links(node) <= 0.5 * words || view_.sums.mass(node) > 0.4 * view_.sums.all())
        continue;
      for (std::size_t i = view_.sums.first(node); i < view_.sums.last(node); ++i)
        if (body(i)) kinds_[i] = std::nullopt;
    }
  }

  // Before the first paragraph and behind the last: what is no prose.
  void drop_ends() {
    std::size_t first = last_, last = first_;
    for (std::size_t i = first_; i < last_; ++i)
      if (body(i) && view_.mass[i] >= 0.5 * blocks_[i].words && blocks_[i].words >= 8) {
        first = std::min(first, i);
        last = i + 1;
      }
    if (first >= last) return;
    for (std::size_t i = first_; i < first; ++i)
      if (body(i) && !is_heading(blocks_[i].inside) && blocks_[i].words < 8)
        kinds_[i] = std::nullopt;
    for (std::size_t i = last; i < last_; ++i)
      if (body(i) && blocks_[i].inside != Tag::Li && blocks_[i].inside != Tag::Td &&
          blocks_[i].inside != Tag::P)
        kinds_[i] = std::nullopt;
  }

  // Headings that nothing follows before the next one of their rank or above.
  void drop_headings() {
    Tag next = Tag::None;  // what follows: none, a heading, or text (as Tag::Text)
    for (std::size_t i = last_; i-- > first_;) {
      if (!body(i)) continue;
      const Tag rank = blocks_[i].inside;
      if (!is_heading(rank))
        next = Tag::Text;
      else if (next == Tag::None || (next != Tag::Text && next <= rank))
        kinds_[i] = std::nullopt;
      else
        next = rank;
    }
  }

  // One title: the last above the first paragraph, else the first in the element.
  void mark_title() {
    std::size_t prose = first_;
    while (prose < last_ && !(body(prose) && !is_heading(blocks_[prose].inside))) ++prose;
    std::size_t title = kinds_.size();
    for (std::size_t i = prose; i-- > 0 && title == kinds_.size();)
      if (is_title(i)) title = i;
    for (std::size_t i = prose; i-- > 0 && title == kinds_.size();)
      if (blocks_[i].inside == Tag::H1) title = i;
    for (std::size_t i = 0; i < kinds_.size(); ++i)
      if (kinds_[i] == PartKind::Title && i != title) kinds_[i] = std::nullopt;
    if (title == kinds_.size()) return;
    kinds_[title] = PartKind::Title;
    for (std::size_t i = 0; i < title; ++i)
      if (kinds_[i] && blocks_[i].words < 25) kinds_[i] = std::nullopt;
  }

  // A standfirst: sentences between the title and the element that holds the report.
  void add_lead() {
    const auto title = std::find(kinds_.begin(), kinds_.end(), PartKind::Title);
    if (title == kinds_.end()) return;
    const auto from = static_cast<std::size_t>(title - kinds_.begin()) + 1;
    for (std::size_t i = from; i < first_; ++i) {
      const HtmlBlock& block = blocks_[i];
      const std::uint16_t marks = marks_around(block);
      if (kinds_[i] || !view_.kept[i] || (marks & (kMarkCaption | kMarkByline | kMarkFurniture)))
        continue;
      const bool near = block.at - blocks_[from - 1].at < kNearTitle ||
                        blocks_[first_].at - block.at < kNearTitle;
      if (near && block.ends && block.words >= 10 && block.link_share() < 0.3)
        kinds_[i] = PartKind::Body;
    }
  }

  bool hidden(std::size_t i) const { return marks_around(blocks_[i]) & kMarkHidden; }

  // Bylines, dates and pictures between the title and the first paragraph, credits below the last
  // one, the owner at the page's end: words will tell which of them they are.
  void add_surroundings() {
    std::size_t first = kinds_.size(), last = 0, title = kinds_.size();
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
      if (kinds_[i] == PartKind::Title) title = i;
      if (!body(i)) continue;
      first = std::min(first, i);
      last = i;
    }
    if (first == kinds_.size()) return;
    if (title == kinds_.size() && view_.title < first) title = view_.title;
    if (title < first)
      for (std::size_t i = title + 1; i < first && i <= title + kMostAround; ++i) add_head(i);
    for (std::size_t i = last + 1; i < kinds_.size() && i <= last + kMostFoot; ++i) add_foot(i);
    for (std::size_t i = std::max(last + 1, kinds_.size() - std::min<std::size_t>(kinds_.size(), 3));
         i < kinds_.size(); ++i)
      add_foot(i);
  }

  void add_head(std::size_t i) {
    const HtmlBlock& block = blocks_[i];
    if (kinds_[i] || block.words == 0 || block.words > kMostHeadWords || hidden(i)) return;
    const std::uint16_t marks = marks_around(block);
    if ((marks & kMarkCaption) && block.words >= 4 && view_.kept[i])
      kinds_[i] = PartKind::Caption;
    else if (marks & kMarkByline)
      kinds_[i] = PartKind::Credit;
    else
      kinds_[i] = PartKind::Chrome;
  }

  void add_foot(std::size_t i) {
    const HtmlBlock& block = blocks_[i];
    const bool fits = block.words > 0 && block.words <= kMostFootWords && block.link_share() < 0.5;
    if (!kinds_[i] && fits && !hidden(i)) kinds_[i] = PartKind::Chrome;
  }

  const HtmlView& view_;
  const std::vector<HtmlBlock>& blocks_;
  HtmlKinds& kinds_;
  std::uint32_t container_;
  std::size_t first_, last_;
};

}  // namespace

void tell_blocks(const HtmlView& view, std::uint32_t container, HtmlKinds& kinds) {
  Teller(view, container, kinds).tell();
}

}  // namespace isnad
