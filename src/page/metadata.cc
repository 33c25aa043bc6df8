// SPDX-License-Identifier: Apache-2.0
#include "page/metadata.h"

#include <algorithm>
#include <utility>

#include "page/html_blocks.h"
#include "page/html_entities.h"

namespace isnad {
namespace {

using Tag = HtmlTag;

enum class Field { Title, Outlet, Byline, Url, Published, Modified, Language, Summary };
struct Name {
  std::string_view name;
  Field field;
};

// In the order in which they count.
constexpr Name kProperties[] = {{"og:title", Field::Title},
                                {"og:site_name", Field::Outlet},
                                {"og:url", Field::Url},
                                {"article:published_time", Field::Published},
                                {"og:article:published_time", Field::Published},
                                {"article:modified_time", Field::Modified},
                                {"og:updated_time", Field::Modified},
                                {"article:author", Field::Byline},
                                {"og:locale", Field::Language},
                                {"og:description", Field::Summary}};
constexpr Name kItems[] = {{"datepublished", Field::Published},
                           {"datecreated", Field::Published},
                           {"datemodified", Field::Modified}};
constexpr Name kNames[] = {{"twitter:title", Field::Title},
                           {"parsely-title", Field::Title},
                           {"dc.title", Field::Title},
                           {"application-name", Field::Outlet},
                           {"dc.publisher", Field::Outlet},
                           {"publisher", Field::Outlet},
                           {"author", Field::Byline},
                           {"parsely-author", Field::Byline},
                           {"sailthru.author", Field::Byline},
                           {"dc.creator", Field::Byline},
                           {"byl", Field::Byline},
                           {"parsely-pub-date", Field::Published},
                           {"sailthru.date", Field::Published},
                           {"pubdate", Field::Published},
                           {"publishdate", Field::Published},
                           {"publish-date", Field::Published},
                           {"publish_date", Field::Published},
                           {"publication_date", Field::Published},
                           {"date.published", Field::Published},
                           {"article.published", Field::Published},
                           {"article:publish_time", Field::Published},
                           {"dc.date.issued", Field::Published},
                           {"dcterms.created", Field::Published},
                           {"dc.date", Field::Published},
                           {"dcterms.date", Field::Published},
                           {"cxenseparse:recs:publishtime", Field::Published},
                           {"date", Field::Published},
                           {"ptime", Field::Published},
                           {"displaydate", Field::Published},
                           {"lastmod", Field::Modified},
                           {"last-modified", Field::Modified},
                           {"dcterms.modified", Field::Modified},
                           {"revised", Field::Modified},
                           {"dc.language", Field::Language},
                           {"language", Field::Language}};

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

bool is_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

std::string& field_of(Metadata& meta, Field field) {
  switch (field) {
    case Field::Title: return meta.title;
    case Field::Outlet: return meta.outlet;
    case Field::Byline: return meta.byline;
    case Field::Url: return meta.url;
    case Field::Published: return meta.published;
    case Field::Modified: return meta.modified;
    case Field::Summary: return meta.summary;
    case Field::Language: break;
  }
  return meta.language;
}

constexpr std::size_t kMostRows = 64;

// As Given names it; nullptr for what is only a hint.
const char* name_of(Field field) {
  switch (field) {
    case Field::Title: return "title";
    case Field::Outlet: return "outlet";
    case Field::Byline: return "author";
    case Field::Url: return "url";
    case Field::Published: return "published";
    case Field::Modified: return "updated";
    case Field::Language: return "language";
    case Field::Summary: break;
  }
  return nullptr;
}

class Finder {
 public:
  explicit Finder(const HtmlTree& tree) : tree_(tree) {}

  Metadata find() {
    collect();
    Metadata meta;
    for (const std::string_view json : json_) {
      Metadata one = meta;
      if (read_json_ld(json, one))
        meta = std::move(one);
      else
        meta.notes.push_back("a block of JSON-LD that is no JSON");
    }
    for (const Field field : {Field::Title, Field::Outlet, Field::Byline, Field::Published,
                              Field::Modified, Field::Url, Field::Language})
      add_row(meta, field, field_of(meta, field), "JSON-LD");
    take(kProperties, properties_, meta);
    take(kItems, items_, meta);
    take(kNames, properties_, meta);
    add_row(meta, Field::Title, title_, "title");
    add_row(meta, Field::Published, time_, "time");
    if (meta.title.empty()) meta.title = title_;
    if (meta.published.empty()) meta.published = time_;
    put_first(meta, Field::Url, canonical_, "link canonical");
    put_first(meta, Field::Language, language_, "html lang");
    compare_rows(meta);
    meta.language =
        lowered(std::string_view(meta.language).substr(0, meta.language.find_first_of("-_")));
    if (meta.language.size() < 2 || meta.language.size() > 3) meta.language.clear();
    return meta;
  }

 private:
  using Pairs = std::vector<std::pair<std::string, std::string>>;

  void collect() {
    language_ = resolve_references(tree_.attribute(0, HtmlAttr::Lang));
    for (std::uint32_t node = 1; node < tree_.nodes.size(); ++node) {
      switch (tree_.nodes[node].tag) {
        case Tag::Meta: take_meta(node); break;
        case Tag::Link: take_link(node); break;
        case Tag::Title:
          if (title_.empty() && tree_.nodes[tree_.nodes[node].parent].tag != Tag::Svg)
            title_ = html_text(tree_, node);
          break;
        case Tag::Script:
          if (lowered(tree_.attribute(node, HtmlAttr::Type)).find("ld+json") != std::string::npos &&
              tree_.nodes[node].next > node + 1 && json_.size() < 32)
            json_.push_back(tree_.source(node + 1));
          break;
        case Tag::H1: heading_ = true; break;
        case Tag::Time: take_time(node); break;
        default: break;
      }
      take_item(node);
    }
  }

  void take_meta(std::uint32_t node) {
    std::string_view name = tree_.attribute(node, HtmlAttr::Property);
    if (name.empty()) name = tree_.attribute(node, HtmlAttr::Name);
    const std::string_view content = tree_.attribute(node, HtmlAttr::Content);
    if (name.empty() || content.empty() || content.size() > 4096 || properties_.size() > 500)
      return;
    properties_.emplace_back(lowered(name), resolve_references(content));
  }

  void take_link(std::uint32_t node) {
    if (!canonical_.empty() || lowered(tree_.attribute(node, HtmlAttr::Rel)) != "canonical") return;
    const std::string href = resolve_references(tree_.attribute(node, HtmlAttr::Href));
    if (is_address(href)) canonical_ = href;
  }

  // The first <time> below the first heading: those above it are of the visit or of other reports.
  void take_time(std::uint32_t node) {
    if (time_.empty() && heading_)
      time_ = parse_timestamp(tree_.attribute(node, HtmlAttr::Datetime));
  }

  void take_item(std::uint32_t node) {
    const std::string_view item = tree_.attribute(node, HtmlAttr::Itemprop);
    if (item.empty() || items_.size() > 200) return;
    std::string_view value = tree_.attribute(node, HtmlAttr::Content);
    if (value.empty()) value = tree_.attribute(node, HtmlAttr::Datetime);
    if (!value.empty() && value.size() < 1024)
      items_.emplace_back(lowered(item), resolve_references(value));
  }

  static void add_row(Metadata& meta, Field field, const std::string& value,
                      std::string_view from) {
    const char* name = name_of(field);
    if (value.empty() || !name || meta.rows.size() >= kMostRows) return;
    meta.rows.push_back({name, value, std::string(from)});
  }

  // What the page's own address and language are, is said best there.
  static void put_first(Metadata& meta, Field field, const std::string& value,
                        std::string_view from) {
    if (value.empty()) return;
    field_of(meta, field) = value;
    meta.rows.insert(meta.rows.begin(), {name_of(field), value, std::string(from)});
  }

  template <std::size_t N>
  static void take(const Name (&names)[N], const Pairs& pairs, Metadata& meta) {
    for (const auto& [wanted, field] : names) {
      std::string& into = field_of(meta, field);
      for (const auto& [name, value] : pairs) {
        if (name != wanted || value.empty()) continue;
        std::string text = value;
        if (field == Field::Published || field == Field::Modified) text = parse_timestamp(value);
        if (field == Field::Byline && is_address(value)) text.clear();
        if (field == Field::Url && !is_address(value)) text.clear();
        if (text.empty()) continue;
        add_row(meta, field, text, wanted);
        if (into.empty()) into = std::move(text);
        break;
      }
    }
  }

  const HtmlTree& tree_;
  bool heading_ = false;
  Pairs properties_, items_;
  std::vector<std::string_view> json_;
  std::string title_, canonical_, language_, time_;
};

}  // namespace

Metadata find_metadata(const HtmlTree& tree) { return Finder(tree).find(); }

}  // namespace isnad
