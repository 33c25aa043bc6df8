// SPDX-License-Identifier: Apache-2.0
// Tables of reports (CSV), and names of fields in them and in JSON.
#include <algorithm>
#include <utility>

#include "page/feed.h"
#include "page/metadata.h"

namespace isnad {
namespace {

using Field = std::string FeedItem::*;

constexpr std::pair<std::string_view, Field> kFields[] = {{"id", &FeedItem::id},
                                                          {"guid", &FeedItem::id},
                                                          {"title", &FeedItem::title},
                                                          {"headline", &FeedItem::title},
                                                          {"text", &FeedItem::text},
                                                          {"body", &FeedItem::text},
                                                          {"content", &FeedItem::text},
                                                          {"maintext", &FeedItem::text},
                                                          {"article", &FeedItem::text},
                                                          {"articlebody", &FeedItem::text},
                                                          {"content_text", &FeedItem::text},
                                                          {"full_text", &FeedItem::text},
                                                          {"article_text", &FeedItem::text},
                                                          {"html", &FeedItem::html},
                                                          {"content_html", &FeedItem::html},
                                                          {"outlet", &FeedItem::outlet},
                                                          {"source", &FeedItem::outlet},
                                                          {"publisher", &FeedItem::outlet},
                                                          {"site", &FeedItem::outlet},
                                                          {"source_name", &FeedItem::outlet},
                                                          {"sitename", &FeedItem::outlet},
                                                          {"published", &FeedItem::published},
                                                          {"date", &FeedItem::published},
                                                          {"pubdate", &FeedItem::published},
                                                          {"published_at", &FeedItem::published},
                                                          {"publishedat", &FeedItem::published},
                                                          {"date_published", &FeedItem::published},
                                                          {"datepublished", &FeedItem::published},
                                                          {"date_publish", &FeedItem::published},
                                                          {"pub_date", &FeedItem::published},
                                                          {"publish_date", &FeedItem::published},
                                                          {"datetime", &FeedItem::published},
                                                          {"timestamp", &FeedItem::published},
                                                          {"url", &FeedItem::url},
                                                          {"link", &FeedItem::url},
                                                          {"language", &FeedItem::language},
                                                          {"lang", &FeedItem::language},
                                                          {"byline", &FeedItem::byline},
                                                          {"author", &FeedItem::byline},
                                                          {"authors", &FeedItem::byline},
                                                          {"creator", &FeedItem::byline}};

constexpr std::size_t kMostColumns = 256;

// One row: its cells, and how many lines it takes. Quotes may hold anything, doubled they are one.
class RowReader {
 public:
  RowReader(std::string_view text, char mark) : text_(text), mark_(mark) {}

  bool next(std::vector<std::string>& cells) {
    cells.assign(1, "");
    line_ = next_line_;
    if (at_ >= text_.size()) return false;
    for (bool quoted = false; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '\n') ++next_line_;
      if (quoted) {
        if (c != '"')
          cells.back() += c;
        else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"')
          cells.back() += text_[++at_];
        else
          quoted = false;
        if (quoted && at_ + 1 == text_.size()) open_ = true;
      } else if (c == '"' && cells.back().empty()) {
        quoted = true;
        if (at_ + 1 == text_.size()) open_ = true;
      } else if (c == mark_ && cells.size() < kMostColumns) {
        cells.emplace_back();
      } else if (c == '\n') {
        ++at_;
        break;
      } else if (c != '\r') {
        cells.back() += c;
      }
    }
    return true;
  }
  std::size_t line() const { return line_; }
  bool open() const { return open_; }  // the last row's quote was never closed

 private:
  std::string_view text_;
  char mark_;
  std::size_t at_ = 0, line_ = 1, next_line_ = 1;
  bool open_ = false;
};

char find_mark(std::string_view bytes) {
  const std::string_view line = bytes.substr(0, std::min(bytes.find('\n'), std::size_t{4096}));
  char best = ',';
  for (const char mark : {',', ';', '\t'})
    if (std::count(line.begin(), line.end(), mark) > std::count(line.begin(), line.end(), best))
      best = mark;
  return best;
}

std::string_view without_mark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return bytes;
}

// Which field each column is. Where the user named one, no other column stands for that field.
std::vector<Field> read_header(const std::vector<std::string>& cells, const FieldNames& given) {
  std::vector<Field> fields(cells.size(), nullptr);
  std::vector<Field> named;
  for (const auto& [ours, theirs] : given)
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (cells[i] == theirs && !fields[i]) named.push_back(fields[i] = field_named(ours));
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Field usual = field_named(cells[i]);
    if (!fields[i] && std::find(named.begin(), named.end(), usual) == named.end())
      fields[i] = usual;
  }
  return fields;
}

}  // namespace

Field field_named(std::string_view name) {
  std::string key;
  for (const char c : name.substr(0, 40))
    if (c != ' ') key += c == '-' ? '_' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  for (const auto& [known, field] : kFields)
    if (known == key) return field;
  return nullptr;
}

bool looks_like_csv(std::string_view bytes, const FieldNames& given) {
  bytes = without_mark(bytes);
  const std::size_t line = bytes.find('\n');
  if (line == std::string_view::npos || line > 4096) return false;
  std::vector<std::string> cells;
  RowReader(bytes.substr(0, line + 1), find_mark(bytes)).next(cells);
  const std::vector<Field> fields = read_header(cells, given);
  const auto has = [&](Field field) {
    return std::find(fields.begin(), fields.end(), field) != fields.end();
  };
  const auto known = static_cast<std::size_t>(
      std::count_if(fields.begin(), fields.end(), [](Field f) { return f != nullptr; }));
  return known >= 2 && (known * 2 >= cells.size() || !given.empty()) && (has(&FeedItem::text) || has(&FeedItem::html));
}

bool read_csv(std::string_view utf8, const std::function<void(FeedItem, std::size_t)>& take,
              const FieldNames& given) {
  utf8 = without_mark(utf8);
  RowReader rows(utf8, find_mark(utf8));
  std::vector<std::string> cells;
  if (!rows.next(cells)) return true;
  const std::vector<Field> fields = read_header(cells, given);
  while (rows.next(cells)) {
    if (rows.open()) return false;
    FeedItem item;
    for (std::size_t i = 0; i < cells.size() && i < fields.size(); ++i)
      if (fields[i] && (item.*fields[i]).empty()) item.*fields[i] = std::move(cells[i]);
    if (const std::string day = parse_timestamp(item.published); !day.empty()) item.published = day;
    if (!item.text.empty() || !item.title.empty() || !item.html.empty())
      take(std::move(item), rows.line());
  }
  return true;
}

}  // namespace isnad
