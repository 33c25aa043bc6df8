// SPDX-License-Identifier: Apache-2.0
// RSS 0.9-2.0, RDF and Atom.
#include "page/feed.h"

#include <algorithm>

#include "page/html.h"
#include "page/html_blocks.h"
#include "page/html_entities.h"
#include "page/metadata.h"

namespace isnad {
namespace {

// An element as it stands in XML: its start tag's inside and what it holds.
struct Element {
  std::string_view attributes, inside;
  std::size_t end = std::string_view::npos;  // behind it; npos: there is none
};

bool ends_name(char c) {
  return c == '>' || c == '/' || c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

// Behind "</name>" that closes at or after `from`; CDATA is passed over. npos: never.
std::size_t find_close(std::string_view xml, std::size_t from, std::string_view name,
                       std::size_t& begin) {
  for (std::size_t at = from; (at = xml.find('<', at)) != std::string_view::npos; ++at) {
    if (xml.substr(at).starts_with("<![CDATA[")) {
      at = xml.find("]]>", at);
      if (at == std::string_view::npos) return at;
      continue;
    }
    if (at + 2 + name.size() >= xml.size() || xml[at + 1] != '/' ||
        xml.substr(at + 2, name.size()) != name)
      continue;
    if (!ends_name(xml[at + 2 + name.size()])) continue;
    begin = at;
    const std::size_t close = xml.find('>', at);
    return close == std::string_view::npos ? close : close + 1;
  }
  return std::string_view::npos;
}

// The first element of this name that begins at or after `from`, not inside CDATA.
Element find_element(std::string_view xml, std::string_view name, std::size_t from = 0) {
  Element element;
  for (std::size_t at = from; (at = xml.find('<', at)) != std::string_view::npos; ++at) {
    if (xml.substr(at).starts_with("<![CDATA[") || xml.substr(at).starts_with("<!--")) {
      at = xml.find(xml[at + 2] == '[' ? "]]>" : "-->", at);
      if (at == std::string_view::npos) return element;
      continue;
    }
    if (xml.substr(at + 1, name.size()) != name || at + 1 + name.size() >= xml.size()) continue;
    if (!ends_name(xml[at + 1 + name.size()])) continue;
    const std::size_t open = xml.find('>', at);
    if (open == std::string_view::npos) return element;
    element.attributes = xml.substr(at + 1 + name.size(), open - at - 1 - name.size());
    if (xml[open - 1] == '/') {
      element.end = open + 1;
      return element;
    }
    std::size_t begin = 0;
    element.end = find_close(xml, open + 1, name, begin);
    if (element.end != std::string_view::npos)
      element.inside = xml.substr(open + 1, begin - open - 1);
    return element;
  }
  return element;
}

std::string attribute(std::string_view attributes, std::string_view name) {
  for (std::size_t at = 0; (at = attributes.find(name, at)) != std::string_view::npos; ++at) {
    std::size_t equals = at + name.size();
    if (at > 0 && !ends_name(attributes[at - 1])) continue;
    if (equals + 1 >= attributes.size() || attributes[equals] != '=') continue;
    const char quote = attributes[equals + 1];
    const std::size_t end = attributes.find(quote, equals + 2);
    if ((quote == '"' || quote == '\'') && end != std::string_view::npos)
      return resolve_references(attributes.substr(equals + 2, end - equals - 2));
  }
  return "";
}

// CDATA as it is, the rest with its references resolved once.
std::string content(std::string_view inside) {
  std::string out;
  for (std::size_t at = 0; at < inside.size();) {
    const std::size_t data = std::min(inside.find("<![CDATA[", at), inside.size());
    for (std::size_t i = at; i < data;) {
      std::string resolved;
      const std::uint32_t size =
          inside[i] == '&' ? read_reference(inside.substr(0, data), i, resolved) : 0;
      out += size ? resolved : std::string(1, inside[i]);
      i += size ? size : 1;
    }
    if (data == inside.size()) break;
    const std::size_t end = std::min(inside.find("]]>", data), inside.size());
    out += inside.substr(data + 9, end - std::min(end, data + 9));
    at = std::min(inside.size(), end + 3);
  }
  return out;
}

std::string plain(std::string_view inside) {
  const HtmlTree tree = make_html_tree(inside);
  return resolve_references(html_text(tree, 0));
}

std::string first_of(std::string_view xml, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    const Element element = find_element(xml, name);
    std::string text = content(element.inside);
    if (text.find_first_not_of(" \t\r\n") != std::string::npos) return text;
  }
  return "";
}

std::string link_of(std::string_view xml) {
  std::string found;
  for (std::size_t at = 0; at < xml.size();) {
    const Element link = find_element(xml, "link", at);
    if (link.end == std::string_view::npos) break;
    at = link.end;
    const std::string rel = attribute(link.attributes, "rel");
    std::string href = attribute(link.attributes, "href");
    if (href.empty()) href = plain(content(link.inside));
    if (!href.empty() && (rel.empty() || rel == "alternate")) return href;
  }
  return found;
}

FeedItem read_item(std::string_view xml) {
  FeedItem item;
  item.title = plain(first_of(xml, {"title"}));
  item.html = first_of(xml, {"content:encoded", "content"});
  if (item.html.empty()) item.html = first_of(xml, {"description", "summary", "media:description"});
  item.published = parse_timestamp(
      first_of(xml, {"pubDate", "published", "dc:date", "issued", "updated", "date"}));
  item.url = link_of(xml);
  item.byline = plain(first_of(xml, {"dc:creator", "name", "author"}));
  const Element source = find_element(xml, "source");
  item.outlet = plain(content(source.inside));
  if (const std::string title = first_of(source.inside, {"title"}); !title.empty())
    item.outlet = plain(title);
  return item;
}

}  // namespace

bool looks_like_feed(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  const std::size_t begin = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (begin == std::string_view::npos || head[begin] != '<') return false;
  for (const std::string_view root : {"<rss", "<feed", "<rdf:RDF"}) {
    const std::size_t at = head.find(root);
    const std::size_t html = std::min(head.find("<html"), head.find("<HTML"));
    if (at != std::string_view::npos && at < html && at + root.size() < head.size() &&
        ends_name(head[at + root.size()]))
      return true;
  }
  return false;
}

std::vector<FeedItem> read_feed(std::string_view utf8) {
  const bool atom = find_element(utf8, "feed").end != std::string_view::npos &&
                    find_element(utf8, "item").end == std::string_view::npos;
  const std::string_view name = atom ? "entry" : "item";
  std::vector<FeedItem> items;
  std::size_t first = std::string_view::npos;
  for (std::size_t at = 0; at < utf8.size();) {
    const Element one = find_element(utf8, name, at);
    if (one.end == std::string_view::npos) break;
    if (first == std::string_view::npos) first = one.end - one.inside.size();
    items.push_back(read_item(one.inside));
    at = one.end;
  }
  const std::string_view head = utf8.substr(0, std::min(first, utf8.size()));
  const std::string outlet = plain(content(find_element(head, "title").inside));
  const std::string language = first_of(head, {"language", "dc:language"});
  for (FeedItem& item : items) {
    if (item.outlet.empty()) item.outlet = outlet;
    item.language = language.substr(0, 2);
    std::transform(item.language.begin(), item.language.end(), item.language.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  }
  return items;
}

Page make_item_page(FeedItem item, const std::string& input) {
  Page page;
  page.flat = false;
  page.input = item.id.empty() ? input : item.id;
  page.title = std::move(item.title);
  page.outlet = std::move(item.outlet);
  page.published = std::move(item.published);
  page.url = std::move(item.url);
  page.language = std::move(item.language);
  page.byline = std::move(item.byline);
  page.bytes = std::move(item.text);
  if (!page.bytes.empty() || item.html.empty()) return page;
  const HtmlTree tree = make_html_tree(item.html);
  const HtmlBlocks blocks = make_html_blocks(tree);
  for (const HtmlBlock& block : blocks.blocks) {
    if (block.words == 0) continue;
    if (!page.bytes.empty()) page.bytes += '\n';
    page.bytes += std::string_view(blocks.text).substr(block.span.begin, block.span.size());
  }
  return page;
}

}  // namespace isnad
