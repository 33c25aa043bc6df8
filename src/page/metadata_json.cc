// SPDX-License-Identifier: Apache-2.0
// JSON-LD: objects, arrays and graphs of them; the article among them is the page's.
#define RAPIDJSON_HAS_STDSTRING 1
#include <rapidjson/document.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "page/html_entities.h"
#include "page/metadata.h"

namespace isnad {
namespace {

using Value = rapidjson::Value;

constexpr int kDeepest = 8;  // of objects in objects that are looked at
constexpr std::size_t kMostBytes = std::size_t{4} << 20;

std::string text_of(const Value& value) {
  if (!value.IsString()) return "";
  return resolve_references({value.GetString(), value.GetStringLength()});
}

const Value* find(const Value& object, const char* name) {
  const auto found = object.FindMember(name);
  return found == object.MemberEnd() ? nullptr : &found->value;
}

bool has_type(const Value& object, bool (*fits)(std::string_view)) {
  const Value* type = find(object, "@type");
  if (!type) return false;
  if (type->IsString()) return fits({type->GetString(), type->GetStringLength()});
  if (!type->IsArray()) return false;
  return std::any_of(type->Begin(), type->End(), [&](const Value& one) {
    return one.IsString() && fits({one.GetString(), one.GetStringLength()});
  });
}

bool is_article_type(std::string_view type) {
  return type.ends_with("Article") || type.ends_with("Posting") || type.ends_with("Report");
}
bool is_site_type(std::string_view type) {
  return type.ends_with("WebPage") || type.ends_with("Organization") || type == "WebSite";
}

// Names of what the block holds, also of what it only refers to ({"@id": "#editor"}).
class Names {
 public:
  void add(const Value& object) {
    if (const Value* id = find(object, "@id"); id && id->IsString() && find(object, "name"))
      if (known_.size() < kMostNames) known_.emplace_back(id->GetString(), &object);
  }

  // A name, an object with a name, or several of either.
  std::string of(const Value& value, int depth = 0) const {
    if (depth > 3) return "";
    if (value.IsString()) return text_of(value);
    if (value.IsObject()) {
      const Value* name = find(value, "name");
      if (!name) name = referred(value);
      return name ? of(*name, depth + 1) : "";
    }
    std::string all;
    if (!value.IsArray()) return all;
    for (const Value& one : value.GetArray()) {
      const std::string name = of(one, depth + 1);
      if (!name.empty()) all += (all.empty() ? "" : ", ") + name;
      if (all.size() > 300) break;
    }
    return all;
  }

 private:
  static constexpr std::size_t kMostNames = 200;

  const Value* referred(const Value& object) const {
    const Value* id = find(object, "@id");
    if (!id || !id->IsString()) return nullptr;
    for (const auto& [name, known] : known_)
      if (name == id->GetString()) return find(*known, "name");
    return nullptr;
  }

  std::vector<std::pair<std::string, const Value*>> known_;
};

bool is_address(const std::string& text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

void fill(std::string& into, std::string text) {
  if (into.empty()) into = std::move(text);
}

void take_article(const Value& object, const Names& names, Metadata& into) {
  if (const Value* v = find(object, "headline")) fill(into.title, text_of(*v));
  if (const Value* v = find(object, "name"); v && into.title.empty()) fill(into.title, text_of(*v));
  if (const Value* v = find(object, "datePublished"))
    fill(into.published, parse_timestamp(text_of(*v)));
  if (const Value* v = find(object, "dateCreated"))
    fill(into.published, parse_timestamp(text_of(*v)));
  if (const Value* v = find(object, "dateModified"))
    fill(into.modified, parse_timestamp(text_of(*v)));
  if (const Value* v = find(object, "publisher")) fill(into.outlet, names.of(*v));
  if (const Value* v = find(object, "inLanguage")) fill(into.language, names.of(*v));
  if (const Value* v = find(object, "articleBody")) fill(into.body, text_of(*v));
  if (const Value* v = find(object, "author"))
    if (const std::string name = names.of(*v); !is_address(name)) fill(into.byline, name);
  if (const Value* v = find(object, "url"))
    if (const std::string url = text_of(*v); is_address(url)) fill(into.url, url);
}

// Articles first; what only a page or site says fills the rest.
void collect(const Value& value, int depth, std::vector<const Value*>& articles,
             std::vector<const Value*>& others, Names& names) {
  if (depth > kDeepest) return;
  if (value.IsArray()) {
    for (const Value& one : value.GetArray()) collect(one, depth + 1, articles, others, names);
  } else if (value.IsObject()) {
    names.add(value);
    if (has_type(value, is_article_type)) articles.push_back(&value);
    if (has_type(value, is_site_type)) others.push_back(&value);
    for (const char* name : {"@graph", "mainEntity", "mainEntityOfPage"})
      if (const Value* inner = find(value, name)) collect(*inner, depth + 1, articles, others, names);
  }
}

// Line breaks inside strings and comment marks around the whole are common and meant well.
std::string cleaned(std::string_view json) {
  std::string out(json);
  for (char& c : out)
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  const std::size_t begin = out.find_first_of("{[");
  const std::size_t end = out.find_last_of("}]");
  if (begin == std::string::npos || end == std::string::npos || end < begin) return "";
  // "//<![CDATA[" opens with a bracket of its own.
  const std::size_t data = out.find("CDATA[");
  const std::size_t from =
      data != std::string::npos && data < 32 ? out.find_first_of("{[", data + 6) : begin;
  std::size_t to = end;
  if (from != begin) to = out.rfind("]]", out.size());
  if (from == std::string::npos || to == std::string::npos || to < from) return "";
  return out.substr(from, from == begin ? to + 1 - from : to - from);
}

}  // namespace

bool read_json_ld(std::string_view json, Metadata& into) {
  if (json.size() > kMostBytes) return false;
  const std::string text = cleaned(json);
  rapidjson::Document document;
  constexpr unsigned kFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseTrailingCommasFlag |
                              rapidjson::kParseStopWhenDoneFlag;
  document.Parse<kFlags>(text.data(), text.size());
  if (document.HasParseError()) return false;
  std::vector<const Value*> articles, others;
  Names names;
  collect(document, 0, articles, others, names);
  if (!articles.empty()) take_article(*articles.front(), names, into);
  for (const Value* other : others) {
    if (const Value* v = find(*other, "datePublished"); v && articles.empty())
      fill(into.published, parse_timestamp(text_of(*v)));
    const Value* publisher = find(*other, "publisher");
    if (publisher) fill(into.outlet, names.of(*publisher));
  }
  return true;
}

}  // namespace isnad
