// SPDX-License-Identifier: Apache-2.0
// What the user named -> pages. Each thing that cannot be read is refused by name; the others are
// read all the same.
#include "engine/inputs.h"

#include <algorithm>
#include <cctype>
#include <memory>

#include "base/file.h"
#include "page/archive_warc.h"

namespace isnad {
namespace {

constexpr const char* kStandardInput = "-";
constexpr std::size_t kHead = 8192;  // bytes by which it is told what comes

// Of a folder, what bears one of these endings is read.
constexpr std::string_view kEndings[] = {".txt",   ".jsonl", ".ndjson", ".json", ".html", ".htm",
                                         ".xhtml", ".mhtml", ".mht",    ".xml",  ".rss",  ".atom",
                                         ".rdf",   ".csv",   ".tsv",    ".warc", ".wet",  ".gz",
                                         ".zst",   ".zip",   ".tar",    ".tgz"};

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

}  // namespace

bool ends_with_word(const std::string& name, std::string_view ending) {
  if (name.size() < ending.size()) return false;
  return std::equal(
      ending.begin(), ending.end(), name.end() - static_cast<long>(ending.size()),
      [](char a, char b) { return a == std::tolower(static_cast<unsigned char>(b)); });
}

bool named_json_lines(const std::string& name) {
  return ends_with_word(name, ".jsonl") || ends_with_word(name, ".ndjson");
}

bool is_blank_text(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return text.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos;
}

void InputReader::read(const std::string& name) {
  if (!wanted()) return;
  if (name != kStandardInput && is_folder(name)) return read_folder(name);
  read_file_named(name,
                  kind_ == InputKind::Auto && named_json_lines(name) ? InputKind::Jsonl : kind_);
}

void InputReader::count_names(std::span<const std::string> names) {
  for (const std::string& name : names) {
    if (name == kStandardInput || !is_folder(name)) {
      ++shared_[base_name(name)];
      continue;
    }
    const auto files = list_folder(name);
    if (files.ok())
      for (const std::string& file : files.value()) ++shared_[base_name(file)];
  }
}

// "folder/archive.zip:page.html" -> "archive.zip:page.html", unless two files share that name.
void InputReader::name_shortly(Page& page) const {
  if (!page.input.starts_with(outer_)) return;
  const std::string base = base_name(outer_);
  const auto found = shared_.find(base);
  if (found != shared_.end() && found->second == 1)
    page.input = base + page.input.substr(outer_.size());
}

void InputReader::read_folder(const std::string& name) {
  auto files = list_folder(name);
  if (!files) return refuse(files.error());
  bool any = false;
  for (const std::string& file : files.value()) {
    const bool known =
        std::any_of(std::begin(kEndings), std::end(kEndings),
                    [&](std::string_view ending) { return ends_with_word(file, ending); });
    if (!known) continue;
    any = true;
    if (!wanted()) return;
    read_file_named(file, named_json_lines(file) ? InputKind::Jsonl : InputKind::Auto);
  }
  if (!any)
    refuse(ErrorCode::Empty, name,
           "the folder holds no report: no *.txt, *.html, *.jsonl or the like in it");
}

void InputReader::read_file_named(const std::string& name, InputKind kind) {
  const bool standard = name == kStandardInput;
  const std::string where = standard ? "standard input" : name;
  const std::unique_ptr<std::FILE, Closer> file(standard ? nullptr
                                                         : std::fopen(name.c_str(), "rb"));
  outer_ = where;
  if (!standard && !file) {  // says why
    const auto fault = read_file(name, 0);
    return refuse(fault.ok() ? Error{ErrorCode::Unreadable, name, "it cannot be opened"}
                             : fault.error());
  }
  FileSource source(standard ? stdin : file.get());
  ByteReader bytes(source);
  read_bytes(bytes, where, kind, 0, ends_with_word(name, ".txt"));
}

void InputReader::read(ByteSource& source, const std::string& where) {
  ByteReader bytes(source);
  read_bytes(bytes, where, kind_, 0, ends_with_word(where, ".txt"));
}

void InputReader::read_bytes(ByteReader& bytes, const std::string& where, InputKind kind, int depth,
                             bool text_name) {
  const std::string head(bytes.peek(kHead));
  if (looks_packed(head)) return read_packed(bytes, where, kind, depth);
  if (kind != InputKind::Text && looks_like_warc(head)) return read_warc(bytes, where);
  const bool lines = kind == InputKind::Auto && !text_name &&
                     looks_like_json_lines(bytes.peek(std::size_t{1} << 20));
  if (kind == InputKind::Jsonl || lines) return read_json_lines(bytes, where);
  const bool json = kind == InputKind::Auto && ends_with_word(where, ".json");
  const std::size_t limit = json ? kMaxLinesBytes : std::size_t{kMaxTextBytes};
  std::string all;
  const bool whole = bytes.size() <= limit && bytes.rest(all, limit);
  if (!bytes.fault().empty()) return refuse(ErrorCode::Unreadable, where, bytes.fault());
  if (!whole)
    return refuse(
        ErrorCode::TooLarge, where,
        "it is larger than " + std::to_string(limit >> 20) + " MiB; split it and try again");
  read_document(std::move(all), where, kind, text_name);
}

void stream_inputs(std::span<const std::string> names, const InputOptions& options,
                   const InputSink& sink) {
  InputReader reader(options, sink);
  reader.count_names(names);
  for (const std::string& name : names) reader.read(name);
}

Inputs read_inputs(std::span<const std::string> names, const InputOptions& options) {
  Inputs inputs;
  InputSink sink;
  sink.page = [&](Page page) { inputs.pages.push_back(std::move(page)); };
  sink.refused = [&](Error error) { inputs.refused.push_back(std::move(error)); };
  stream_inputs(names, options, sink);
  return inputs;
}

bool is_input_field(std::string_view name) {
  return std::find(std::begin(kInputFields), std::end(kInputFields), name) !=
         std::end(kInputFields);
}

}  // namespace isnad
