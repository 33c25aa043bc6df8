// SPDX-License-Identifier: Apache-2.0
// The parts of a page, as a column of steps: each line gets the kind the first step gives it.
#include <algorithm>
#include <map>

#include "page/page.h"
#include "page/parts.h"

namespace isnad {
namespace {

// The language most words of the report are in, line by line.
std::string language_of_report(const PageLines& page) {
  std::map<std::string_view, std::uint32_t> words;
  for (const Line& line : page.lines)
    if (line.kind == PartKind::Body || line.kind == PartKind::Title)
      words[language_of(page.lattice.text(), line.span)] += line.words;
  words.erase("");
  const auto most = std::max_element(words.begin(), words.end(), [](const auto& a, const auto& b) {
    return a.second < b.second;
  });
  return most == words.end() ? "" : std::string(most->first);
}

// The title that came by itself is the first line or lines of the text.
void mark_given_title(PageLines& page, const Page& given) {
  const std::string_view utf8 = page.lattice.text().utf8();
  const auto end = static_cast<std::uint32_t>(std::min(utf8.size(), given.title.size()));
  page.title = page.lines.size();
  for (std::size_t i = 0; i < page.lines.size() && page.lines[i].span.begin < end; ++i) {
    if (given.title.empty()) break;
    page.lines[i].kind = PartKind::Title;
    page.lines[i].furniture = false;
    page.title = std::min(page.title, i);
  }
}

// The text came apart from its title and the page: only what is surely not prose is taken out.
void mark_given(PageLines& page, const Page& given) {
  mark_given_title(page, given);
  mark_posts(page);
  const auto& tokens = page.lattice.text().tokens();
  for (Line& line : page.lines) {
    if (line.kind) continue;
    if (line.words == 0 && !line.url && tokens[line.first].kind != TokenKind::Hashtag)
      line.kind = PartKind::Chrome;
    else if (line.words <= 12 && !line.ends && is_credit(page, line))
      line.kind = PartKind::Credit;
    else if (page.title < page.lines.size() && &line == &page.lines[page.title] + 1 &&
             !line.paragraph() && is_dateline(page, line))
      line.kind = PartKind::Dateline;
  }
}

// Asks something of the reader: to subscribe, to follow.
bool is_plea(const PageLines& page, const Line& line) {
  constexpr ClassId kPlea = class_id("PAGE_PLEA");
  return line.words <= 50 && find_class(page.lattice, line.first, line.last, kPlea) < line.last;
}

// A line between the title and the report, or below it, of which markup says nothing.
PartKind kind_around(const PageLines& page, const Line& line, bool below) {
  if (!below && is_dateline(page, line)) return PartKind::Dateline;
  return is_credit(page, line) ? PartKind::Credit : PartKind::Chrome;
}

// Markup said what each line is; words still tell furniture among short lines and lone credits.
void mark_marked_up(PageLines& page, const std::vector<Part>& parts) {
  mark_furniture(page);
  std::size_t part = 0;
  bool body = false;
  for (Line& line : page.lines) {
    while (part + 1 < parts.size() && parts[part].span.end <= line.span.begin) ++part;
    const PartKind kind = parts[part].kind;
    const bool credit = kind == PartKind::Body && line.words <= 12 && !line.ends && is_credit(page, line);
    const bool furniture = kind == PartKind::Body && (line.closing || is_plea(page, line));
    body |= kind == PartKind::Body;
    line.kind = furniture ? PartKind::Chrome : kind;
    if (credit) line.kind = PartKind::Credit;
    if (kind == PartKind::Chrome) line.kind = kind_around(page, line, body);
    if (kind == PartKind::Credit && line.date && line.undated <= 6) line.kind = PartKind::Dateline;
    if (line.kind == PartKind::Title && page.title == page.lines.size())
      page.title = static_cast<std::size_t>(&line - page.lines.data());
  }
}

void mark_flat(PageLines& page) {
  mark_furniture(page);
  find_prose(page);
  mark_posts(page);
  find_prose(page);
  mark_head(page);
  mark_rest(page);
}

void fill(const PageLines& page, Report& report) {
  report.parts.clear();
  for (const Line& line : page.lines)
    report.parts.push_back({line.kind.value_or(PartKind::Body), line.span});
  if (page.title < page.lines.size()) {
    report.title = page.lines[page.title].span;
    for (std::size_t i = page.title;
         i < page.lines.size() && page.lines[i].kind == PartKind::Title; ++i)
      report.title.end = page.lines[i].span.end;
  }
}

}  // namespace

void find_parts(const Lattice& lattice, Report& report, const Page& given) {
  PageLines page{lattice, make_lines(lattice, report), true, 0, 0, 0};
  page.title = page.lines.size();
  if (!report.parts.empty()) {
    mark_marked_up(page, report.parts);
    find_prose(page);
  } else if (given.flat) {
    mark_flat(page);
  } else {
    find_prose(page);
    mark_given(page, given);
  }
  const std::size_t notice = find_machine_notice(page);
  if (notice < page.lines.size()) {
    Line& line = page.lines[notice];
    line.kind = PartKind::Chrome;
    report.machine_translated = true;
    report.machine_translated_span = line.span;
  }
  for (Line& line : page.lines)
    if (!line.kind) line.kind = PartKind::Body;
  fill(page, report);
  note_traces(page, report);
  if (report.language.empty()) report.language = language_of_report(page);
  find_agencies(page, report, given);
  if (report.outlet.empty()) find_outlet(page, report);
  find_author(page, report, given);
}

}  // namespace isnad
