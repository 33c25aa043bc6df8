// SPDX-License-Identifier: Apache-2.0
#include "page/html_tree.h"

#include <array>
#include <initializer_list>
#include <utility>

namespace isnad {
namespace {

using Tag = HtmlTag;

bool is_heading(Tag tag) { return tag >= Tag::H1 && tag <= Tag::H6; }
bool is_in(Tag tag, std::initializer_list<Tag> tags) {
  for (const Tag one : tags)
    if (one == tag) return true;
  return false;
}
bool is_head_part(Tag tag) {
  return is_in(tag, {Tag::Meta, Tag::Link, Tag::Title, Tag::Script, Tag::Style, Tag::Base,
                     Tag::Noscript, Tag::Template, Tag::Other});
}
// An end tag, or an implied end, does not reach out of these.
bool is_wall(Tag tag) {
  return is_in(tag, {Tag::Table, Tag::Td, Tag::Th, Tag::Caption, Tag::Template, Tag::Object,
                     Tag::Button, Tag::Html, Tag::Svg});
}

class TreeMaker {
 public:
  explicit TreeMaker(std::string_view page) : scanner_(page) {
    tree_.page = page;
    tree_.nodes.reserve(page.size() / 24 + 16);
    tree_.nodes.push_back({Tag::Html, 0, 0, 0, 0, 0, 0});
    open_.push_back(0);
  }

  HtmlTree make() {
    for (HtmlToken token = scanner_.next(); token.kind != HtmlToken::Kind::End;
         token = scanner_.next()) {
      if (tree_.nodes.size() >= kMaxHtmlNodes) {
        tree_.cut = true;
        break;
      }
      if (token.kind == HtmlToken::Kind::Text) add(token);
      if (token.kind == HtmlToken::Kind::Open) open(token);
      if (token.kind == HtmlToken::Kind::Close) close(token.tag);
    }
    pop_to(0);
    tree_.nodes[0].next = size();
    return std::move(tree_);
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(tree_.nodes.size()); }
  Tag tag_at(std::size_t depth) const { return tree_.nodes[open_[depth]].tag; }

  std::uint32_t add(const HtmlToken& token) {
    const std::uint32_t node = size();
    const auto attributes = scanner_.attributes();
    tree_.nodes.push_back({token.tag, open_.back(), node + 1, token.begin, token.end,
                           static_cast<std::uint32_t>(tree_.attributes.size()),
                           static_cast<std::uint32_t>(attributes.size())});
    tree_.attributes.insert(tree_.attributes.end(), attributes.begin(), attributes.end());
    return node;
  }

  // Ends all that stands at `depth` and deeper.
  void pop_to(std::size_t depth) {
    while (open_.size() > depth && open_.size() > 1) {
      tree_.nodes[open_.back()].next = size();
      --open_count_[static_cast<std::size_t>(tree_.nodes[open_.back()].tag)];
      open_.pop_back();
    }
  }

  // How deep the innermost open element of `tags` lies, before a wall or one of `walls`; 0:
  // nowhere.
  std::size_t find_open(std::initializer_list<Tag> tags, std::initializer_list<Tag> walls,
                        bool stop_at_walls = true) const {
    bool any = false;
    for (const Tag tag : tags) any = any || open_count_[static_cast<std::size_t>(tag)] > 0;
    if (!any) return 0;
    for (std::size_t i = open_.size(); i-- > 1;) {
      if (is_in(tag_at(i), tags)) return i;
      if (is_in(tag_at(i), walls) || (stop_at_walls && is_wall(tag_at(i)))) return 0;
    }
    return 0;
  }
  void end_open(std::initializer_list<Tag> tags, std::initializer_list<Tag> walls,
                bool stop = true) {
    if (const std::size_t depth = find_open(tags, walls, stop)) pop_to(depth);
  }

  // What a start tag ends without saying so.
  void imply_ends(Tag tag) {
    if (tag_at(open_.size() - 1) == Tag::Head && !is_head_part(tag)) pop_to(open_.size() - 1);
    if (tag == Tag::Body) end_open({Tag::Head}, {});
    if (is_block_tag(tag) && tag != Tag::Noscript && tag != Tag::Object && tag != Tag::Button &&
        tag != Tag::Iframe && tag != Tag::Video && tag != Tag::Audio && tag != Tag::Title)
      end_open({Tag::P}, {Tag::Button});
    if (is_heading(tag) && is_heading(tag_at(open_.size() - 1))) pop_to(open_.size() - 1);
    if (tag == Tag::Li) end_open({Tag::Li}, {Tag::Ul, Tag::Ol, Tag::Menu});
    if (tag == Tag::Dd || tag == Tag::Dt) end_open({Tag::Dd, Tag::Dt}, {Tag::Dl});
    if (tag == Tag::Option) end_open({Tag::Option}, {Tag::Select});
    if (tag == Tag::A) end_open({Tag::A}, {});
    if (tag == Tag::Td || tag == Tag::Th) end_open({Tag::Td, Tag::Th}, {Tag::Table}, false);
    if (tag == Tag::Tr) end_open({Tag::Tr}, {Tag::Table}, false);
    if (is_in(tag, {Tag::Tbody, Tag::Thead, Tag::Tfoot}))
      end_open({Tag::Tbody, Tag::Thead, Tag::Tfoot}, {Tag::Table}, false);
  }

  void open(const HtmlToken& token) {
    if (token.tag == Tag::Html || (token.tag == Tag::Body && body_)) return keep_attributes();
    imply_ends(token.tag);
    const std::uint32_t node = add(token);
    if (token.tag == Tag::Body) body_ = true;
    if (is_void_tag(token.tag)) return;
    if (token.closed && (token.tag == Tag::Other || token.tag == Tag::Svg)) return;
    if (open_.size() >= kMaxHtmlDepth) {
      ++too_deep_;
      return;
    }
    open_.push_back(node);
    ++open_count_[static_cast<std::size_t>(token.tag)];
  }

  // <html lang="ar">: the page's own.
  void keep_attributes() {
    HtmlNode& root = tree_.nodes[0];
    if (root.attribute_count > 0 || scanner_.attributes().empty()) return;
    root.attributes = static_cast<std::uint32_t>(tree_.attributes.size());
    root.attribute_count = static_cast<std::uint32_t>(scanner_.attributes().size());
    tree_.attributes.insert(tree_.attributes.end(), scanner_.attributes().begin(),
                            scanner_.attributes().end());
  }

  void close(Tag tag) {
    if (is_void_tag(tag) || tag == Tag::Html || tag == Tag::Body) return;
    if (too_deep_ > 0) {
      --too_deep_;
      return;
    }
    if (tag == Tag::Other) {  // names are not kept: it ends one that is innermost, or none
      const std::size_t last = open_.size() - 1;
      if (tag_at(last) == Tag::Other) return pop_to(last);
      if (last > 1 && tag_at(last) == Tag::P && tag_at(last - 1) == Tag::Other) pop_to(last - 1);
      return;
    }
    if (open_count_[static_cast<std::size_t>(tag)] == 0 && !is_heading(tag)) return;
    const bool cell = is_in(tag, {Tag::Table, Tag::Tr, Tag::Tbody, Tag::Thead, Tag::Tfoot});
    for (std::size_t i = open_.size(); i-- > 1;) {
      const Tag at = tag_at(i);
      if (at == tag || (is_heading(tag) && is_heading(at))) return pop_to(i);
      if (cell ? at == Tag::Table : is_wall(at)) return;
      if (!is_block_tag(tag) && is_block_tag(at) && tag != Tag::A) return;
    }
  }

  HtmlScanner scanner_;
  HtmlTree tree_;
  std::vector<std::uint32_t> open_;
  std::array<std::uint32_t, 256> open_count_{};  // by tag
  std::uint32_t too_deep_ = 0;
  bool body_ = false;
};

}  // namespace

HtmlTree make_html_tree(std::string_view utf8) { return TreeMaker(utf8).make(); }

std::string_view HtmlTree::attribute(std::uint32_t node, HtmlAttr name) const {
  const HtmlNode& one = nodes[node];
  for (std::uint32_t i = 0; i < one.attribute_count; ++i) {
    const HtmlAttribute& attr = attributes[one.attributes + i];
    if (attr.name == name) return page.substr(attr.begin, attr.end - attr.begin);
  }
  return {};
}

bool HtmlTree::has(std::uint32_t node, HtmlAttr name) const {
  const HtmlNode& one = nodes[node];
  for (std::uint32_t i = 0; i < one.attribute_count; ++i)
    if (attributes[one.attributes + i].name == name) return true;
  return false;
}

}  // namespace isnad
