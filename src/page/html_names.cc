// SPDX-License-Identifier: Apache-2.0
// Names of elements, and what kind of element each is.
#include <algorithm>
#include <array>
#include <utility>

#include "page/html_tree.h"

namespace isnad {
namespace {

using Tag = HtmlTag;
using Named = std::pair<std::string_view, Tag>;

// Sorted by name.
constexpr Named kTags[] = {
    {"a", Tag::A},
    {"abbr", Tag::Abbr},
    {"address", Tag::Address},
    {"article", Tag::Article},
    {"aside", Tag::Aside},
    {"audio", Tag::Audio},
    {"b", Tag::B},
    {"base", Tag::Base},
    {"blockquote", Tag::Blockquote},
    {"body", Tag::Body},
    {"br", Tag::Br},
    {"button", Tag::Button},
    {"canvas", Tag::Canvas},
    {"caption", Tag::Caption},
    {"center", Tag::Center},
    {"cite", Tag::Cite},
    {"code", Tag::Code},
    {"col", Tag::Col},
    {"colgroup", Tag::Colgroup},
    {"dd", Tag::Dd},
    {"del", Tag::Del},
    {"details", Tag::Details},
    {"dialog", Tag::Dialog},
    {"div", Tag::Div},
    {"dl", Tag::Dl},
    {"dt", Tag::Dt},
    {"em", Tag::Em},
    {"embed", Tag::Embed},
    {"fieldset", Tag::Fieldset},
    {"figcaption", Tag::Figcaption},
    {"figure", Tag::Figure},
    {"font", Tag::Font},
    {"footer", Tag::Footer},
    {"form", Tag::Form},
    {"h1", Tag::H1},
    {"h2", Tag::H2},
    {"h3", Tag::H3},
    {"h4", Tag::H4},
    {"h5", Tag::H5},
    {"h6", Tag::H6},
    {"head", Tag::Head},
    {"header", Tag::Header},
    {"hgroup", Tag::Hgroup},
    {"hr", Tag::Hr},
    {"html", Tag::Html},
    {"i", Tag::I},
    {"iframe", Tag::Iframe},
    {"img", Tag::Img},
    {"input", Tag::Input},
    {"ins", Tag::Ins},
    {"label", Tag::Label},
    {"legend", Tag::Legend},
    {"li", Tag::Li},
    {"link", Tag::Link},
    {"main", Tag::Main},
    {"map", Tag::Map},
    {"mark", Tag::Mark},
    {"menu", Tag::Menu},
    {"meta", Tag::Meta},
    {"nav", Tag::Nav},
    {"noembed", Tag::Noembed},
    {"noframes", Tag::Noframes},
    {"noscript", Tag::Noscript},
    {"object", Tag::Object},
    {"ol", Tag::Ol},
    {"optgroup", Tag::Optgroup},
    {"option", Tag::Option},
    {"output", Tag::Output},
    {"p", Tag::P},
    {"param", Tag::Param},
    {"picture", Tag::Picture},
    {"pre", Tag::Pre},
    {"q", Tag::Q},
    {"s", Tag::S},
    {"script", Tag::Script},
    {"section", Tag::Section},
    {"select", Tag::Select},
    {"small", Tag::Small},
    {"source", Tag::Source},
    {"span", Tag::Span},
    {"strong", Tag::Strong},
    {"style", Tag::Style},
    {"sub", Tag::Sub},
    {"summary", Tag::Summary},
    {"sup", Tag::Sup},
    {"svg", Tag::Svg},
    {"table", Tag::Table},
    {"tbody", Tag::Tbody},
    {"td", Tag::Td},
    {"template", Tag::Template},
    {"textarea", Tag::Textarea},
    {"tfoot", Tag::Tfoot},
    {"th", Tag::Th},
    {"thead", Tag::Thead},
    {"time", Tag::Time},
    {"title", Tag::Title},
    {"tr", Tag::Tr},
    {"track", Tag::Track},
    {"u", Tag::U},
    {"ul", Tag::Ul},
    {"video", Tag::Video},
    {"wbr", Tag::Wbr},
    {"xmp", Tag::Xmp},
};
constexpr std::size_t kLongestName = 10;

using Set = std::array<bool, 256>;

constexpr Set make_set(std::initializer_list<Tag> tags) {
  Set set{};
  for (const Tag tag : tags) set[static_cast<std::size_t>(tag)] = true;
  return set;
}

constexpr Set kVoid =
    make_set({Tag::Base, Tag::Br, Tag::Col, Tag::Embed, Tag::Hr, Tag::Img, Tag::Input, Tag::Link,
              Tag::Meta, Tag::Param, Tag::Source, Tag::Track, Tag::Wbr});
constexpr Set kRaw = make_set({Tag::Script, Tag::Style, Tag::Textarea, Tag::Title, Tag::Iframe,
                               Tag::Noembed, Tag::Noframes, Tag::Xmp});
constexpr Set kBlock = make_set(
    {Tag::Address,  Tag::Article, Tag::Aside,    Tag::Blockquote, Tag::Body,     Tag::Button,
     Tag::Caption,  Tag::Center,  Tag::Dd,       Tag::Details,    Tag::Dialog,   Tag::Div,
     Tag::Dl,       Tag::Dt,      Tag::Fieldset, Tag::Figcaption, Tag::Figure,   Tag::Footer,
     Tag::Form,     Tag::H1,      Tag::H2,       Tag::H3,         Tag::H4,       Tag::H5,
     Tag::H6,       Tag::Head,    Tag::Header,   Tag::Hgroup,     Tag::Hr,       Tag::Html,
     Tag::Legend,   Tag::Li,      Tag::Main,     Tag::Menu,       Tag::Nav,      Tag::Ol,
     Tag::Optgroup, Tag::Option,  Tag::P,        Tag::Pre,        Tag::Section,  Tag::Select,
     Tag::Summary,  Tag::Table,   Tag::Tbody,    Tag::Td,         Tag::Template, Tag::Tfoot,
     Tag::Th,       Tag::Thead,   Tag::Title,    Tag::Tr,         Tag::Ul,       Tag::Xmp,
     Tag::Noscript, Tag::Object,  Tag::Iframe,   Tag::Video,      Tag::Audio});

}  // namespace

HtmlTag find_html_tag(std::string_view name) {
  if (name.empty() || name.size() > kLongestName) return Tag::Other;
  char lower[kLongestName];
  for (std::size_t i = 0; i < name.size(); ++i)
    lower[i] = name[i] >= 'A' && name[i] <= 'Z' ? static_cast<char>(name[i] + 32) : name[i];
  const std::string_view key(lower, name.size());
  const Named* found = std::lower_bound(
      std::begin(kTags), std::end(kTags), key,
      [](const Named& named, std::string_view wanted) { return named.first < wanted; });
  return found != std::end(kTags) && found->first == key ? found->second : Tag::Other;
}

bool is_void_tag(HtmlTag tag) { return kVoid[static_cast<std::size_t>(tag)]; }
bool is_raw_tag(HtmlTag tag) { return kRaw[static_cast<std::size_t>(tag)]; }
bool is_block_tag(HtmlTag tag) { return kBlock[static_cast<std::size_t>(tag)]; }

}  // namespace isnad
