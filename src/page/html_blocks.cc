// SPDX-License-Identifier: Apache-2.0
#include "page/html_blocks.h"

#include "page/html_chars.h"
#include "page/html_entities.h"

namespace isnad {
namespace {

using Tag = HtmlTag;

bool gives_no_text(Tag tag) {
  switch (tag) {
    case Tag::Script:
    case Tag::Style:
    case Tag::Head:
    case Tag::Select:
    case Tag::Option:
    case Tag::Textarea:
    case Tag::Button:
    case Tag::Svg:
    case Tag::Template:
    case Tag::Iframe:
    case Tag::Object:
    case Tag::Video:
    case Tag::Audio:
    case Tag::Noscript:
    case Tag::Noembed:
    case Tag::Noframes:
    case Tag::Canvas:
    case Tag::Title:
    case Tag::Dialog:
    case Tag::Label:
    case Tag::Optgroup:
    case Tag::Map: return true;
    default: return false;
  }
}

// Puts characters into the text with single blanks, and keeps where each came from.
class Writer {
 public:
  Writer(std::string& text, std::vector<SourceRun>& source) : text_(text), source_(source) {}

  void put(std::string_view bytes, std::uint32_t from, std::uint32_t size) {
    const auto at = static_cast<std::uint32_t>(text_.size());
    if (source_.empty() || !continues(source_.back(), at, from, bytes.size() == size))
      source_.push_back({at, from, from + size});
    else
      source_.back().page_end = from + size;
    text_ += bytes;
  }

 private:
  // The run before goes on letter for letter.
  bool continues(const SourceRun& run, std::uint32_t at, std::uint32_t from, bool alike) const {
    return alike && run.page_end == from && run.page_end - run.page_begin == at - run.text_begin;
  }
  std::string& text_;
  std::vector<SourceRun>& source_;
};

class BlockMaker {
 public:
  explicit BlockMaker(const HtmlTree& tree) : tree_(tree), out_(result_.text, result_.source) {}

  HtmlBlocks make() {
    for (std::uint32_t node = 0; node < tree_.nodes.size();) {
      leave(node);
      node = enter(node);
    }
    leave(static_cast<std::uint32_t>(tree_.nodes.size()));
    flush();
    return std::move(result_);
  }

 private:
  // Elements that end before `node`.
  void leave(std::uint32_t node) {
    while (!open_.empty() && tree_.nodes[open_.back()].next <= node) {
      const Tag tag = tree_.nodes[open_.back()].tag;
      if (is_block_tag(tag)) flush();
      if (tag == Tag::A) --links_;
      if (tag == Tag::Pre) --pre_;
      open_.pop_back();
      if (is_block_tag(tag)) owners_.pop_back();
    }
  }

  std::uint32_t enter(std::uint32_t node) {
    const HtmlNode& one = tree_.nodes[node];
    if (one.tag == Tag::Text) {
      text_node_ = node;
      put_text(one.begin, one.end);
      return node + 1;
    }
    if (one.tag == Tag::Br) put_break(one);
    if (one.tag == Tag::Hr) flush();
    if (one.tag == Tag::Time) time_ = true;
    if (gives_no_text(one.tag)) {
      if (is_block_tag(one.tag)) flush();
      return one.next;
    }
    if (is_void_tag(one.tag)) return one.next;
    if (is_block_tag(one.tag)) {
      flush();
      owners_.push_back(node);
    }
    if (one.tag == Tag::A) ++links_;
    if (one.tag == Tag::Pre) ++pre_;
    open_.push_back(node);
    return node + 1;
  }

  void put_break(const HtmlNode& br) {
    if (breaks_ > 0) return flush();
    ++breaks_;
    blank_ = false;
    break_begin_ = br.begin;
    break_end_ = br.end;
  }

  void put_text(std::uint32_t begin, std::uint32_t end) {
    std::string resolved;
    for (std::uint32_t at = begin; at < end;) {
      const char c = tree_.page[at];
      std::uint32_t size = 1;
      resolved.clear();
      if (c == '&') size = read_reference(tree_.page.substr(0, end), at, resolved);
      if (size == 0) size = 1;
      if (resolved.empty()) {
        size = c == '&' ? 1 : utf8_size(tree_.page, at, end);
        put_one(tree_.page.substr(at, size), at, size);
      } else {
        put_one(resolved, at, size);
      }
      at += size;
    }
  }

  void put_one(std::string_view character, std::uint32_t from, std::uint32_t size) {
    if (is_blank_character(character)) {
      if (pre_ > 0 && character == "\n" && started_) {
        ++breaks_;
        break_begin_ = from;
        break_end_ = from + size;
      } else if (!blank_) {
        blank_ = true;
        blank_begin_ = from;
        blank_end_ = from + size;
      } else {
        blank_end_ = from + size;
      }
      return;
    }
    if (is_dropped_character(character)) return;
    if (!started_)
      start();
    else if (breaks_ > 0)
      out_.put("\n", break_begin_, break_end_ - break_begin_);
    else if (blank_)
      out_.put(" ", blank_begin_, blank_end_ - blank_begin_);
    if (breaks_ > 0 || blank_) count_.blank();
    breaks_ = 0;
    blank_ = false;
    count_.add(character, links_ > 0);
    out_.put(character, from, size);
  }

  void start() {
    started_ = true;
    block_ = HtmlBlock{};
    block_.span.begin = static_cast<std::uint32_t>(result_.text.size());
    block_.at = text_node_;
    block_.link_first = links_ > 0;
    block_.node = owners_.empty() ? 0 : owners_.back();
    count_ = WordCount{};
    for (std::size_t i = open_.size(); i-- > 0;) {
      const Tag tag = tree_.nodes[open_[i]].tag;
      if (tag == Tag::Article || tag == Tag::Section || tag == Tag::Table) break;
      if (tag == Tag::P || (tag >= Tag::H1 && tag <= Tag::H6) || tag == Tag::Li || tag == Tag::Td ||
          tag == Tag::Th || tag == Tag::Pre || tag == Tag::Figcaption || tag == Tag::Dd ||
          tag == Tag::Dt || tag == Tag::Blockquote) {
        block_.inside = tag;
        break;
      }
    }
  }

  void flush() {
    if (started_) {
      block_.span.end = static_cast<std::uint32_t>(result_.text.size());
      count_.blank();
      block_.words = count_.words();
      block_.link_words = count_.link_words();
      block_.stops = count_.stops;
      block_.ends = count_.ends;
      block_.time = time_;
      result_.blocks.push_back(block_);
    }
    started_ = blank_ = time_ = false;
    breaks_ = 0;
  }

  const HtmlTree& tree_;
  HtmlBlocks result_;
  Writer out_;
  std::vector<std::uint32_t> open_, owners_;
  HtmlBlock block_;
  std::uint32_t text_node_ = 0;
  WordCount count_;
  int links_ = 0, pre_ = 0, breaks_ = 0;
  bool started_ = false, blank_ = false, time_ = false;
  std::uint32_t blank_begin_ = 0, blank_end_ = 0, break_begin_ = 0, break_end_ = 0;
};

}  // namespace

HtmlBlocks make_html_blocks(const HtmlTree& tree) { return BlockMaker(tree).make(); }

std::string html_text(const HtmlTree& tree, std::uint32_t node) {
  std::string written;
  for (std::uint32_t i = node + 1; i < tree.nodes[node].next && written.size() < 4096; ++i) {
    if (tree.nodes[i].tag != Tag::Text) {
      if (is_block_tag(tree.nodes[i].tag) || tree.nodes[i].tag == Tag::Br) written += ' ';
      continue;
    }
    if (!is_raw_tag(tree.nodes[tree.nodes[i].parent].tag) ||
        tree.nodes[tree.nodes[i].parent].tag == Tag::Title)
      written += tree.source(i);
  }
  return resolve_references(written);
}

}  // namespace isnad
