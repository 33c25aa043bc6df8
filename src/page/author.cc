// SPDX-License-Identifier: Apache-2.0
// Who signs a report: its metadata, a line that says so ("by NAME"), or an element that its markup
// calls the byline. An agency or the outlet itself is no author.
#include <algorithm>

#include "page/parts.h"

namespace isnad {
namespace {

constexpr ClassId kCredit = class_id("PAGE_CREDIT");
constexpr std::uint32_t kMostWords = 6;

bool is_author_cue(const PageLines& page, const Edge& edge) {
  return !page.lattice.sense(edge, kCredit)->attribute("author").empty();
}

bool names_source(const PageLines& page, std::uint32_t first, std::uint32_t last) {
  for (const ClassId cls : {class_id("AGENCY"), class_id("AGENCY_WEAK"), class_id("OUTLET")})
    if (find_class(page.lattice, first, last, cls) < last) return true;
  return false;
}

// The words from `first` on, up to a mark or a number; empty where they are no name.
Span name_from(const PageLines& page, std::uint32_t first, std::uint32_t last) {
  const auto tokens = page.lattice.text().tokens();
  while (first < last && tokens[first].kind != TokenKind::Word) ++first;
  std::uint32_t end = first, words = 0;
  for (; end < last; ++end) {
    const Token& token = tokens[end];
    const bool inside = end > first && end + 1 < last &&
                       tokens[end - 1].span.end == token.span.begin &&
                       tokens[end + 1].span.begin == token.span.end;
    if (token.kind == TokenKind::Word)
      ++words;
    else if (!inside || (token.kind != TokenKind::Dash && token.kind != TokenKind::Other))
      break;
  }
  if (words < 2 || words > kMostWords || names_source(page, first, end)) return {};
  return {tokens[first].span.begin, tokens[end - 1].span.end};
}

// "By NAME", "NAME" where the markup calls the line a byline.
Span author_of(const PageLines& page, const Line& line, bool marked) {
  for (std::uint32_t i = line.first; i < line.last; ++i) {
    const Edge* cue = longest_edge(page.lattice, i, kCredit);
    if (!cue) continue;
    if (!is_author_cue(page, *cue)) return {};
    return name_from(page, token_after(page.lattice, *cue), line.last);
  }
  return marked ? name_from(page, line.first, line.last) : Span{};
}

// Metadata may give the outlet as the author, or put "by" before the name.
bool is_outlet(const Report& report) {
  std::string author, outlet;
  fold_key(report.author, author);
  fold_key(report.outlet, outlet);
  return author == outlet;
}

// The markup calls the line a byline.
bool is_marked(const Line& line, const std::vector<Part>& parts) {
  return std::any_of(parts.begin(), parts.end(), [&](const Part& part) {
    return part.kind == PartKind::Credit && part.span.begin <= line.span.begin &&
           line.span.end <= part.span.end;
  });
}

}  // namespace

void find_author(const PageLines& page, Report& report, const Page& given) {
  report.author = given.byline;
  report.author_basis = report.author.empty() ? Basis::Unknown : Basis::Metadata;
  if (!report.author.empty() && !is_outlet(report)) return;
  for (const bool marked : {false, true}) {
    for (const Line& line : page.lines) {
      if (line.kind != PartKind::Credit && line.kind != PartKind::Dateline) continue;
      if (marked && !is_marked(line, given.parts)) continue;
      const Span span = author_of(page, line, marked);
      if (span.empty()) continue;
      report.author = page.lattice.text().slice(span);
      report.author_span = span;
      report.author_basis = Basis::Page;
      return;
    }
  }
  if (is_outlet(report)) report.author.clear(), report.author_basis = Basis::Unknown;
}

}  // namespace isnad
