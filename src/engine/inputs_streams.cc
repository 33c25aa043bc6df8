// SPDX-License-Identifier: Apache-2.0
// Inputs that hold many reports and may be larger than memory: archives, WARC, JSON Lines.
#include <algorithm>

#include "base/file.h"
#include "engine/inputs.h"
#include "page/archive_warc.h"
#include "page/metadata.h"

namespace isnad {
namespace {

constexpr std::size_t kMostEntries = 1'000'000;

bool is_html_media(const std::string& media) {
  return media == "text/html" || media == "application/xhtml+xml";
}

constexpr std::string_view kGzip = "\x1F\x8B\x08";
constexpr int kMostBroken = 1000;  // members of one file

// Passes over all that stands before the next member; false where there is none.
bool find_member(ByteReader& bytes) {
  for (std::string_view part = bytes.peek(65536); part.size() >= kGzip.size();
       part = bytes.peek(65536)) {
    const std::size_t at = part.find(kGzip);
    const bool found = at != std::string_view::npos;
    bytes.skip(found ? at : part.size() - (kGzip.size() - 1));
    if (found) return true;
  }
  return false;
}

}  // namespace

// Where compressed members follow one another (a WARC by record), a broken one is passed over.
void InputReader::read_packed(ByteReader& bytes, const std::string& where, InputKind kind,
                              int depth) {
  if (depth >= kDeepestArchive)
    return refuse(ErrorCode::TooLarge, where, "archives lie more than 3 deep in one another");
  const bool members = bytes.peek(kGzip.size()) == kGzip;
  std::string at = where;
  for (int broken = 0; broken < kMostBroken; ++broken) {
    const bool whole = read_entries(bytes, at, kind, depth);
    if (whole || !members || !wanted() || !find_member(bytes)) return;
    at = where + "@" + std::to_string(bytes.offset());
  }
}

// False where it is damaged.
bool InputReader::read_entries(ByteReader& bytes, const std::string& where, InputKind kind,
                               int depth) {
  Unpacker unpacker(bytes);
  std::string name;
  std::size_t entries = 0;
  while (wanted() && unpacker.next(name)) {
    if (++entries > kMostEntries) {
      refuse(ErrorCode::TooLarge, where, "the archive holds over a million files");
      return true;
    }
    ByteReader entry(unpacker);
    const std::string inside = name.empty() ? where : where + ":" + name;
    const InputKind inner =
        kind == InputKind::Auto && named_json_lines(inside) ? InputKind::Jsonl : kind;
    if (!entry.peek(1).empty() || name.empty())
      read_bytes(entry, inside, inner, depth + 1, ends_with_word(inside, ".txt"));
    if (unpacker.too_large()) return true;  // was said
  }
  if (unpacker.too_large() || !wanted()) return true;
  if (unpacker.fault().empty() && entries == 0)
    refuse(ErrorCode::Empty, where, "there is nothing in it");
  if (unpacker.fault().empty()) return true;
  refuse(ErrorCode::BadInput, where,
         "the archive is damaged before its byte " + std::to_string(bytes.offset()) + ": " +
             unpacker.fault());
  return false;
}

void InputReader::read_warc(ByteReader& bytes, const std::string& where) {
  WarcReader records(bytes, kMaxTextBytes);
  WarcRecord record;
  while (wanted() && records.next(record)) {
    const std::string at = where + ":" + std::to_string(record.offset);
    if (!record.fault.empty()) {
      refuse(record.too_large ? ErrorCode::TooLarge : ErrorCode::BadInput, at,
             record.fault + " (at this byte)");
      continue;
    }
    if (record.status != 200 || is_blank_text(record.body)) continue;
    FeedItem given;
    given.url = record.url;
    if (record.type == "conversion") {
      Page page;
      page.input = record.url.empty() ? at : record.url;
      page.url = record.url;
      page.bytes = std::move(record.body);
      if (!is_binary(page.bytes)) take(std::move(page));
    } else if (is_html_media(record.media)) {
      take_html(record.body, record.url.empty() ? at : record.url, given, record.charset);
    }
  }
  if (!bytes.fault().empty()) refuse(ErrorCode::BadInput, where, bytes.fault());
}

void InputReader::read_json_lines(ByteReader& bytes, const std::string& where) {
  std::string line;
  std::size_t number = 0;
  bool cut = false, any = false;
  while (wanted() && bytes.line(line, kMaxTextBytes, cut)) {
    std::string_view text = line;
    if (++number == 1 && text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    const std::string at = where + ":" + std::to_string(number);
    if (text.find_first_not_of(" \t\r\v\f") == std::string_view::npos) continue;
    any = true;
    if (cut)
      refuse(ErrorCode::TooLarge, at, "the report is larger than 64 MiB");
    else if (number == 1 && is_binary(text))
      return refuse(ErrorCode::NotText, where, "it is binary, not text; give the report as text");
    else
      read_json_line(at, text);
  }
  if (!bytes.fault().empty()) return refuse(ErrorCode::BadInput, where, bytes.fault());
  if (!any && wanted()) refuse(ErrorCode::Empty, where, "there is nothing in it");
}

}  // namespace isnad
