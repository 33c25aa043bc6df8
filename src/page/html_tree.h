// SPDX-License-Identifier: Apache-2.0
// page/html_tree.h -- UTF-8 HTML -> a flat tree of elements and stretches of text.
//
// Units      Bytes of the page that was given.
// Ownership  A tree points into the page's bytes; keep them as long as the tree.
// Threads    Pure functions.
// Errors     None: any bytes make a tree. Where the page is over a limit the tree says so (cut).
// Method     docs/methods/pages.md. Forgiving in the manner of the HTML standard (implied ends,
// void
//            and raw elements) but linear: no formatting is rebuilt, nothing is moved out of
//            tables.
// Not here   Scripts, styles, anything that would be fetched.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace isnad {

enum class HtmlTag : std::uint8_t {
  None,
  Text,
  Other,
  A,
  Abbr,
  Address,
  Article,
  Aside,
  Audio,
  B,
  Base,
  Blockquote,
  Body,
  Br,
  Button,
  Canvas,
  Caption,
  Center,
  Cite,
  Code,
  Col,
  Colgroup,
  Dd,
  Del,
  Details,
  Dialog,
  Div,
  Dl,
  Dt,
  Em,
  Embed,
  Fieldset,
  Figcaption,
  Figure,
  Font,
  Footer,
  Form,
  H1,
  H2,
  H3,
  H4,
  H5,
  H6,
  Head,
  Header,
  Hgroup,
  Hr,
  Html,
  I,
  Iframe,
  Img,
  Input,
  Ins,
  Label,
  Legend,
  Li,
  Link,
  Main,
  Map,
  Mark,
  Menu,
  Meta,
  Nav,
  Noembed,
  Noframes,
  Noscript,
  Object,
  Ol,
  Optgroup,
  Option,
  Output,
  P,
  Param,
  Picture,
  Pre,
  Q,
  S,
  Script,
  Section,
  Select,
  Small,
  Source,
  Span,
  Strong,
  Style,
  Sub,
  Summary,
  Sup,
  Svg,
  Table,
  Tbody,
  Td,
  Template,
  Textarea,
  Tfoot,
  Th,
  Thead,
  Time,
  Title,
  Tr,
  Track,
  U,
  Ul,
  Video,
  Wbr,
  Xmp,
};

// The attributes that are kept; all others are passed over.
enum class HtmlAttr : std::uint8_t {
  AriaHidden,
  Charset,
  Class,
  Content,
  Datetime,
  Hidden,
  Href,
  HttpEquiv,
  Id,
  Itemprop,
  Itemscope,
  Itemtype,
  Lang,
  Name,
  Property,
  Rel,
  Role,
  Style,
  Type,
};

struct HtmlAttribute {
  HtmlAttr name;
  std::uint32_t begin, end;  // its value as written, without quotes
};

struct HtmlNode {
  HtmlTag tag = HtmlTag::Other;
  std::uint32_t parent = 0;
  std::uint32_t next = 0;   // the first node behind all that stands in this one
  std::uint32_t begin = 0;  // Text: the stretch; an element: its start tag
  std::uint32_t end = 0;    // Text: the stretch; an element: behind its start tag
  std::uint32_t attributes = 0, attribute_count = 0;
};

// Nodes in document order: those of an element's inside are (i, nodes[i].next). nodes[0] is the
// page.
struct HtmlTree {
  std::string_view page;
  std::vector<HtmlNode> nodes;
  std::vector<HtmlAttribute> attributes;
  bool cut = false;  // more nodes than kMaxHtmlNodes: the rest of the page was not read

  // As written (character references not resolved); "" where it is not there.
  std::string_view attribute(std::uint32_t node, HtmlAttr name) const;
  bool has(std::uint32_t node, HtmlAttr name) const;
  std::string_view source(std::uint32_t node) const {
    return page.substr(nodes[node].begin, nodes[node].end - nodes[node].begin);
  }
};

inline constexpr std::uint32_t kMaxHtmlNodes = 1u << 20;
inline constexpr std::uint32_t kMaxHtmlDepth = 512;  // deeper elements are laid beside one another

HtmlTree make_html_tree(std::string_view utf8);

// ---- the pieces, for the tree and its tests -----------------------------------------------------

// One piece of a page: a tag, or text up to the next.
struct HtmlToken {
  enum class Kind : std::uint8_t { End, Text, Open, Close } kind = Kind::End;
  HtmlTag tag = HtmlTag::Other;
  bool closed = false;  // "<a/>"
  std::uint32_t begin = 0, end = 0;
};

class HtmlScanner {
 public:
  explicit HtmlScanner(std::string_view page) : page_(page) {}
  // Comments, declarations and the insides of scripts and styles are passed over. The attributes of
  // an Open token are in attributes() until the next call.
  HtmlToken next();
  std::span<const HtmlAttribute> attributes() const { return attributes_; }

 private:
  HtmlToken text(std::size_t end);
  HtmlToken tag(std::size_t at, bool close);
  bool skip_markup();
  void read_attributes(bool& closed);
  void read_attribute();
  void keep(std::string_view name, std::size_t begin, std::size_t end);

  std::string_view page_;
  std::size_t at_ = 0;
  bool comment_open_ = false, declaration_open_ = false;  // one that nothing closes was met
  HtmlTag raw_ = HtmlTag::None;  // inside an element whose inside is no markup
  std::vector<HtmlAttribute> attributes_;
};

bool is_void_tag(HtmlTag tag);
// Elements that begin a line of their own.
bool is_block_tag(HtmlTag tag);
// The inside is not read as markup, and (but for title and textarea) is no text either.
bool is_raw_tag(HtmlTag tag);
HtmlTag find_html_tag(std::string_view name);  // any case

}  // namespace isnad
