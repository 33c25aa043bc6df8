// SPDX-License-Identifier: Apache-2.0
// engine/inputs.h -- what the user named -> pages, one after another. What a thing is, is told by
// its content; each that cannot be read is refused by name and the others are read all the same.
//
// Ownership  Pages are handed on as they are read; nothing is kept.
// Threads    One reader, one thread.

#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "isnad/engine.h"
#include "page/archive.h"
#include "page/feed.h"

namespace isnad {

inline constexpr std::size_t kMaxLinesBytes = std::size_t{1}
                                              << 30;  // one JSON file read as a whole

class InputReader {
 public:
  InputReader(const InputOptions& options, const InputSink& sink)
      : kind_(options.kind), fields_(options.fields), sink_(sink) {}
  void read(const std::string& name);  // a file, a folder, "-"
  // Tells which base names are shared, before any is read.
  void count_names(std::span<const std::string> names);
  // Bytes from anywhere, which messages call `where`.
  void read(ByteSource& source, const std::string& where);

 private:
  void read_folder(const std::string& name);
  void read_file_named(const std::string& name, InputKind kind);
  void name_shortly(Page& page) const;
  // Tells what comes and reads it. `text_name`: the name says that it is plain text.
  void read_bytes(ByteReader& bytes, const std::string& where, InputKind kind, int depth,
                  bool text_name);
  // inputs_streams.cc
  void read_packed(ByteReader& bytes, const std::string& where, InputKind kind, int depth);
  bool read_entries(ByteReader& bytes, const std::string& where, InputKind kind, int depth);
  void read_warc(ByteReader& bytes, const std::string& where);
  void read_json_lines(ByteReader& bytes, const std::string& where);
  // inputs_json.cc
  void read_json_line(const std::string& where, std::string_view line);
  bool read_json_file(const std::string& where, std::string_view bytes);
  // inputs_documents.cc
  void read_document(std::string bytes, const std::string& where, InputKind kind, bool text_name);
  void read_items(const std::string& where, std::string_view bytes);
  void read_mail_page(const std::string& where, std::string_view bytes);
  void read_table(const std::string& where, std::string_view bytes);
  void take_html(std::string_view html, const std::string& where, const FeedItem& given,
                 const std::string& charset);
  void take_item(FeedItem item, const std::string& where, ErrorCode code);

  bool wanted() const { return !sink_.wanted || sink_.wanted(); }
  void refuse(Error error) const { sink_.refused(std::move(error)); }
  void refuse(ErrorCode code, const std::string& where, const std::string& what) const {
    refuse(Error{code, where, what});
  }
  void take(Page page, bool from_file = false) const {
    if (from_file) name_shortly(page);
    sink_.page(std::move(page));
  }

  InputKind kind_;
  FieldNames fields_;
  const InputSink& sink_;
  std::string outer_;                   // the file that is read
  std::map<std::string, int> shared_;   // base names of files
};

bool is_blank_text(std::string_view text);
bool ends_with_word(const std::string& name, std::string_view ending);  // any case
bool named_json_lines(const std::string& name);
// The first line is a JSON object, and what follows it, if anything does, begins like one.
bool looks_like_json_lines(std::string_view bytes);

}  // namespace isnad
