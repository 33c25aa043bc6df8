// SPDX-License-Identifier: Apache-2.0
// Reports in JSON: one a line, one a file, a list of them, a JSON Feed.
#define RAPIDJSON_HAS_STDSTRING 1
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>

#include "base/file.h"
#include "engine/inputs.h"
#include "page/metadata.h"

namespace isnad {
namespace {

using Json = rapidjson::Document;
using Value = rapidjson::Value;

bool parse(std::string_view bytes, Json& json) {
  json.Parse<rapidjson::kParseIterativeFlag>(bytes.data(), bytes.size());
  return !json.HasParseError();
}

std::string name_of(const Value& value) {
  if (value.IsString()) return {value.GetString(), value.GetStringLength()};
  if (value.IsObject())
    if (const auto name = value.FindMember("name");
        name != value.MemberEnd() && name->value.IsString())
      return name_of(name->value);
  if (value.IsArray() && !value.Empty()) return name_of(value[0]);
  return "";
}

// A list of paragraphs is a text.
std::string text_of(const Value& value) {
  if (!value.IsArray()) return name_of(value);
  std::string out;
  for (const Value& one : value.GetArray()) {
    const std::string part = name_of(one);
    if (!part.empty()) out += (out.empty() ? "" : "\n") + part;
  }
  return out;
}

// The member of that name, or of the names between the stops, one inside the other.
const Value* find_member(const Value& object, std::string_view path) {
  const Value key(rapidjson::StringRef(path.data(), static_cast<rapidjson::SizeType>(path.size())));
  if (const auto found = object.FindMember(key); found != object.MemberEnd()) return &found->value;
  const std::size_t stop = path.find('.');
  if (stop == std::string_view::npos) return nullptr;
  const Value* outer = find_member(object, path.substr(0, stop));
  return outer && outer->IsObject() ? find_member(*outer, path.substr(stop + 1)) : nullptr;
}

std::string value_for(std::string FeedItem::*field, const Value& value) {
  std::string text = field == &FeedItem::text || field == &FeedItem::html ? text_of(value)
                                                                          : name_of(value);
  if (field == &FeedItem::published)
    if (const std::string day = parse_timestamp(text); !day.empty()) return day;
  return text;
}

// Sets what the object gives: fields as the user named them, our own names, the usual ones. False,
// with the field's name in `wrong`, where one of ours is no string.
bool fill(const Value& object, const FieldNames& given, FeedItem& item, std::string& wrong) {
  for (const auto& [ours, theirs] : given)
    if (const Value* value = find_member(object, theirs))
      if (const auto field = field_named(ours); (item.*field).empty())
        item.*field = value_for(field, *value);
  for (const std::string_view name : kInputFields) {
    const Value key(rapidjson::StringRef(name.data(), static_cast<rapidjson::SizeType>(name.size())));
    const auto found = object.FindMember(key);
    if (found == object.MemberEnd() || found->value.IsNull() || !(item.*field_named(name)).empty())
      continue;
    if (!found->value.IsString()) {
      wrong = name;
      return false;
    }
    item.*field_named(name) = name_of(found->value);
  }
  for (const auto& member : object.GetObject()) {
    const auto field = field_named({member.name.GetString(), member.name.GetStringLength()});
    if (field && (item.*field).empty()) item.*field = value_for(field, member.value);
  }
  return true;
}

std::string fault_of(const Json& json) {
  return std::string(rapidjson::GetParseError_En(json.GetParseError())) + " At byte " +
         std::to_string(json.GetErrorOffset() + 1) + ".";
}

}  // namespace

bool looks_like_json_lines(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::size_t begin = bytes.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos || bytes[begin] != '{') return false;
  const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
  Json json;
  return parse(bytes.substr(begin, end - begin), json) && json.IsObject() &&
         !(json.HasMember("version") && json.HasMember("items"));
}

void InputReader::read_json_line(const std::string& where, std::string_view line) {
  Json json;
  if (!parse(line, json) || !json.IsObject())
    return refuse(
        ErrorCode::BadInput, where,
        "not a report in JSON: " +
            (json.HasParseError() ? fault_of(json) : "The line is JSON but not an object."));
  FeedItem item;
  std::string wrong;
  if (!fill(json, fields_, item, wrong))
    return refuse(ErrorCode::BadInput, where, "\"" + wrong + "\" is no string");
  take_item(std::move(item), where, ErrorCode::BadInput);
}

// A whole file: an object, a list of them, or a JSON Feed. False where it is no JSON at all.
bool InputReader::read_json_file(const std::string& where, std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::size_t begin = bytes.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos || (bytes[begin] != '{' && bytes[begin] != '[')) return false;
  Json json;
  if (!parse(bytes, json)) return false;
  const Value* list = &json;
  std::string outlet, language;
  if (json.IsObject()) {
    const auto items = json.FindMember("items");
    if (items != json.MemberEnd() && items->value.IsArray()) {
      list = &items->value;
      if (json.HasMember("title")) outlet = name_of(json["title"]);
      if (json.HasMember("language")) language = name_of(json["language"]).substr(0, 2);
    }
  }
  std::size_t number = 0;
  const auto take_one = [&](const Value& value) {
    const std::string at = where + ":" + std::to_string(++number);
    FeedItem item;
    std::string wrong;
    if (!value.IsObject())
      return refuse(ErrorCode::BadInput, at, "not a report in JSON: it is no object");
    if (!fill(value, fields_, item, wrong))
      return refuse(ErrorCode::BadInput, at, "\"" + wrong + "\" is no string");
    if (item.outlet.empty()) item.outlet = outlet;
    if (item.language.empty()) item.language = language;
    take_item(std::move(item), at, ErrorCode::BadInput);
  };
  if (list->IsArray())
    for (const Value& value : list->GetArray()) take_one(value);
  else
    take_one(*list);
  return true;
}

}  // namespace isnad
