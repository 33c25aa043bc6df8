// SPDX-License-Identifier: Apache-2.0
// What the user named -> pages. Each thing that cannot be read is refused by name; the others are
// read all the same.
#define RAPIDJSON_HAS_STDSTRING 1
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <cctype>
#include <map>

#include "base/file.h"
#include "isnad/engine.h"

namespace isnad {
namespace {

constexpr std::size_t kMaxJsonlBytes = std::size_t{1} << 30;  // many reports; each has its own limit
constexpr const char* kStandardInput = "-";

using Json = rapidjson::Document;

bool ends_with_word(const std::string& name, std::string_view ending) {
  if (name.size() < ending.size()) return false;
  return std::equal(ending.begin(), ending.end(), name.end() - static_cast<long>(ending.size()),
                    [](char a, char b) { return a == std::tolower(static_cast<unsigned char>(b)); });
}

bool named_jsonl(const std::string& name) {
  return ends_with_word(name, ".jsonl") || ends_with_word(name, ".ndjson");
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos;
}

std::string_view without_mark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return bytes;
}

bool parse_object(std::string_view line, Json& json) {
  json.Parse<rapidjson::kParseIterativeFlag>(line.data(), line.size());
  return !json.HasParseError() && json.IsObject();
}

// The first line is a JSON object.
bool looks_like_jsonl(std::string_view bytes) {
  bytes = without_mark(bytes);
  const std::size_t begin = bytes.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos || bytes[begin] != '{') return false;
  const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
  Json json;
  return parse_object(bytes.substr(begin, end - begin), json);
}

class Reader {
 public:
  explicit Reader(InputKind kind) : kind_(kind) {}

  void read(const std::string& name) {
    if (name != kStandardInput && is_folder(name)) return read_folder(name);
    read_one(name, kind_ == InputKind::Auto && named_jsonl(name) ? InputKind::Jsonl : kind_);
  }

  Inputs take() {
    name_pages();
    return std::move(inputs_);
  }

 private:
  void refuse(Error error) { inputs_.refused.push_back(std::move(error)); }
  void refuse(ErrorCode code, const std::string& where, const std::string& what) {
    refuse(Error{code, where, what});
  }

  void read_folder(const std::string& name) {
    auto files = list_folder(name);
    if (!files) return refuse(files.error());
    bool any = false;
    for (const std::string& file : files.value()) {
      const bool jsonl = named_jsonl(file);
      if (!jsonl && !ends_with_word(file, ".txt")) continue;
      any = true;
      read_one(file, jsonl ? InputKind::Jsonl : InputKind::Text);
    }
    if (!any)
      refuse(ErrorCode::Empty, name, "the folder holds no report: no *.txt and no *.jsonl in it");
  }

  void read_one(const std::string& name, InputKind kind) {
    const std::size_t limit = kind == InputKind::Jsonl ? kMaxJsonlBytes : kMaxTextBytes;
    auto bytes = name == kStandardInput ? read_stream(stdin, "standard input", limit)
                                        : read_file(name, limit);
    if (!bytes) return refuse(bytes.error());
    const std::string where = name == kStandardInput ? "standard input" : name;
    if (is_binary(bytes.value()))
      return refuse(ErrorCode::NotText, where, "it is binary, not text; give the report as text");
    if (is_blank(without_mark(bytes.value())))
      return refuse(ErrorCode::Empty, where, "there is nothing in it");
    const bool text_by_name = ends_with_word(name, ".txt");
    if (kind == InputKind::Auto && !text_by_name && looks_like_jsonl(bytes.value()))
      kind = InputKind::Jsonl;
    if (kind == InputKind::Jsonl) return read_lines(where, bytes.value());
    Page page;
    page.input = where;
    page.bytes = std::move(bytes).value();
    from_file_.push_back(inputs_.pages.size());
    inputs_.pages.push_back(std::move(page));
  }

  void read_lines(const std::string& name, std::string_view bytes) {
    bytes = without_mark(bytes);
    std::size_t number = 0;
    for (std::size_t at = 0; at < bytes.size();) {
      const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
      const std::string_view line = bytes.substr(at, end - at);
      at = end + 1;
      ++number;
      if (!is_blank(line)) read_line(name + ":" + std::to_string(number), line);
    }
  }

  void read_line(const std::string& where, std::string_view line) {
    Json json;
    if (!parse_object(line, json)) {
      const std::string why = json.HasParseError()
                                  ? std::string(rapidjson::GetParseError_En(json.GetParseError())) +
                                        " At byte " + std::to_string(json.GetErrorOffset() + 1) + "."
                                  : "The line is JSON but not an object.";
      return refuse(ErrorCode::BadInput, where, "not a report in JSON: " + why);
    }
    Page page;
    page.flat = false;
    page.input = base_name(where);
    const std::pair<const char*, std::string*> fields[] = {
        {"id", &page.input},          {"title", &page.title}, {"text", &page.bytes},
        {"outlet", &page.outlet},     {"published", &page.published}, {"url", &page.url},
        {"language", &page.language}, {"byline", &page.byline}};
    for (const auto& [field, into] : fields) {
      const auto found = json.FindMember(field);
      if (found == json.MemberEnd() || found->value.IsNull()) continue;
      if (!found->value.IsString())
        return refuse(ErrorCode::BadInput, where, std::string("\"") + field + "\" is no string");
      if (found->value.GetStringLength() > 0 || into != &page.input)
        into->assign(found->value.GetString(), found->value.GetStringLength());
    }
    if (is_blank(page.bytes) && is_blank(page.title)) return refuse_empty(where, json);
    if (page.bytes.size() + page.title.size() >= kMaxTextBytes)
      return refuse(ErrorCode::TooLarge, where, "the report is larger than 64 MiB");
    inputs_.pages.push_back(std::move(page));
  }

  void refuse_empty(const std::string& where, const Json& json) {
    const bool html = json.HasMember("html");
    refuse(ErrorCode::BadInput, where,
           html ? "it has \"html\" but no \"text\": HTML is not read yet, put the text in \"text\""
                : "it has no \"text\"");
  }

  // Files go by their base names, except where two of them share one.
  void name_pages() {
    std::map<std::string, int> names;
    for (const std::size_t i : from_file_) ++names[base_name(inputs_.pages[i].input)];
    for (const std::size_t i : from_file_) {
      Page& page = inputs_.pages[i];
      const std::string base = base_name(page.input);
      if (names[base] == 1) page.input = base;
    }
  }

  InputKind kind_;
  Inputs inputs_;
  std::vector<std::size_t> from_file_;
};

}  // namespace

Inputs read_inputs(std::span<const std::string> names, InputKind kind) {
  Reader reader(kind);
  for (const std::string& name : names) reader.read(name);
  return reader.take();
}

}  // namespace isnad
