// SPDX-License-Identifier: Apache-2.0
// Whose page it is, and whose text it says it carries.
#include <algorithm>
#include <string>
#include <string_view>

#include "match/pack.h"
#include "page/parts.h"

namespace isnad {
namespace {

constexpr ClassId kAgency = class_id("AGENCY");
constexpr ClassId kAgencyWeak = class_id("AGENCY_WEAK");
constexpr ClassId kAgencyByline = class_id("AGENCY_BYLINE");
constexpr ClassId kOutlet = class_id("OUTLET");

void add_agencies(const PageLines& page, std::uint32_t first, std::uint32_t last, bool weak,
                  Report& report) {
  for (std::uint32_t i = first; i < last;) {
    const Edge* edge = longest_edge(page.lattice, i, kAgency);
    const Edge* other = weak ? longest_edge(page.lattice, i, kAgencyWeak) : nullptr;
    if (other && (!edge || other->span.end > edge->span.end)) edge = other;
    if (!edge) {
      ++i;
      continue;
    }
    const Sense* sense = page.lattice.sense(*edge, kAgency);
    if (!sense) sense = page.lattice.sense(*edge, kAgencyWeak);
    report.agencies.push_back({edge->span, std::string(sense->attribute("id"))});
    i = token_after(page.lattice, *edge);
  }
}

// "Almaty (afp) - Text": up to the mark that opens the text, among the first few words.
std::uint32_t opening_end(const PageLines& page, const Line& line) {
  const auto tokens = page.lattice.text().tokens();
  const std::uint32_t most = std::min(line.last, line.first + 12);
  std::uint32_t end = line.first;
  for (std::uint32_t i = line.first; i < most; ++i) {
    const TokenKind kind = tokens[i].kind;
    if (kind == TokenKind::Colon || kind == TokenKind::Dash || kind == TokenKind::Close)
      end = i;
    else if (kind == TokenKind::Stop || kind == TokenKind::QuoteOpen)
      break;
  }
  return end;
}

// "... (afp)" behind the last paragraph.
std::uint32_t closing_begin(const PageLines& page, const Line& line) {
  const auto tokens = page.lattice.text().tokens();
  std::uint32_t end = line.last;
  while (end > line.first && tokens[end - 1].kind == TokenKind::Stop) --end;
  if (end == line.first || tokens[end - 1].kind != TokenKind::Close) return line.last;
  for (std::uint32_t i = end - 1; i-- > line.first && end - i < 10;)
    if (tokens[i].kind == TokenKind::Open) return i;
  return line.last;
}

// The line's opening holds nothing but a place or two and the agency.
bool opens_with_agency(const PageLines& page, const Line& line, std::uint32_t end) {
  Line opening = line;
  opening.last = end;
  std::uint32_t covered = 0;
  const std::uint32_t open = uncovered_words(page.lattice, opening, {kAgency, kAgencyWeak}, covered);
  return covered > 0 && open <= 4;
}

void set_outlet(Span span, const PageLines& page, Report& report) {
  if (span.empty()) return;
  report.outlet = page.lattice.text().slice(span);
  report.outlet_span = span;
  report.outlet_basis = Basis::Page;
}

// The owner in "all rights reserved to OWNER 2024": an outlet of the lists, else the words between
// the formula and the year.
Span owner_of(const PageLines& page, const Line& line) {
  const auto tokens = page.lattice.text().tokens();
  const std::uint32_t known = find_class(page.lattice, line.first, line.last, kOutlet);
  if (known < line.last) return longest_edge(page.lattice, known, kOutlet)->span;
  const ClassId rights = class_id("PAGE_RIGHTS");
  std::uint32_t first = find_class(page.lattice, line.first, line.last, rights);
  if (first == line.last) first = line.first;
  if (const Edge* edge = longest_edge(page.lattice, first, rights))
    first = token_after(page.lattice, *edge);
  while (first < line.last && tokens[first].kind != TokenKind::Word) ++first;
  std::uint32_t last = first;
  while (last < line.last && tokens[last].kind == TokenKind::Word && last - first < 7 &&
         !longest_edge(page.lattice, last, rights))
    ++last;
  if (last == first) return {};
  Span span{tokens[first].span.begin, tokens[last - 1].span.end};
  constexpr std::string_view kLam = "\xD9\x84";  // "to"
  if (page.lattice.text().slice(span).starts_with(kLam) && tokens[first].span.size() > 6)
    span.begin += 2;
  return span;
}

// "NAME, correspondent of OUTLET in PLACE" on a line of its own.
Span reporter_of(const PageLines& page, const Line& line) {
  if (line.ends || line.words > 12) return {};
  const ClassId reporter = class_id("PAGE_REPORTER");
  const std::uint32_t at = find_class(page.lattice, line.first, line.last, reporter);
  if (at == line.last) return {};
  const std::uint32_t next = token_after(page.lattice, *longest_edge(page.lattice, at, reporter));
  const Edge* outlet = next < line.last ? longest_edge(page.lattice, next, kOutlet) : nullptr;
  return outlet ? outlet->span : Span{};
}

// "https://www.example.com:80/x" -> "www.example.com"
std::string_view host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  return url.substr(0, url.find_first_of("/:?#"));
}

// The row of the lists for a host or for what it is a part of: "ar.news.example.com".
const Sense* domain_row(const Packs& packs, std::string_view host) {
  while (host.find('.') != std::string_view::npos) {
    std::string key = "domain";
    for (const char c : host) {
      const char low = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      if ((low >= 'a' && low <= 'z') || (low >= '0' && low <= '9')) key += low;
    }
    if (const Sense* sense = find_sense(packs, key, class_id("DOMAIN"))) return sense;
    host.remove_prefix(host.find('.') + 1);
  }
  return nullptr;
}

// Whose site the address is of, where the page itself does not say it.
void outlet_of_address(const PageLines& page, Report& report) {
  const Sense* row = domain_row(page.lattice.packs(), host_of(report.url));
  if (row == nullptr) return;
  report.outlet = row->attribute("name");
  std::replace(report.outlet.begin(), report.outlet.end(), '_', ' ');
  report.outlet_basis = Basis::Metadata;
}

// A word or a mark of `tokens` that parts what a byline puts beside each other: "CITY - AGENCY:".
bool parts_byline(std::span<const Token> tokens, std::uint32_t i) {
  return i >= tokens.size() || (tokens[i].kind != TokenKind::Word && tokens[i].kind != TokenKind::Number);
}

// Of a byline that was given beside the page: an agency that stands alone between its marks. It has no
// place in the text.
void add_given_agencies(const PageLines& page, const std::string& byline, Report& report) {
  if (byline.empty()) return;
  const Text text = make_text(byline, "utf-8");
  const Lattice lattice(text, page.lattice.packs());
  const auto tokens = text.tokens();
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    for (const ClassId cls : {kAgency, kAgencyWeak, kAgencyByline}) {
      const Edge* edge = longest_edge(lattice, i, cls);
      if (edge == nullptr || !parts_byline(tokens, i - 1)) continue;
      const std::uint32_t next = token_after(lattice, *edge);
      if (!parts_byline(tokens, next)) continue;
      report.agencies.push_back({{}, std::string(lattice.sense(*edge, cls)->attribute("id"))});
      i = next;
      break;
    }
  }
}

}  // namespace

void find_agencies(const PageLines& page, Report& report, const Page& given) {
  add_given_agencies(page, given.byline, report);
  const Line *first = nullptr, *last = nullptr;
  for (const Line& line : page.lines) {
    if (line.kind == PartKind::Body && !first) first = &line;
    if (line.kind == PartKind::Body) last = &line;
  }
  for (const Line& line : page.lines) {
    if (line.kind == PartKind::Caption || line.kind == PartKind::Dateline ||
        line.kind == PartKind::Credit) {
      add_agencies(page, line.first, line.last, true, report);
      continue;
    }
    if (&line == first) {
      const std::uint32_t end = opening_end(page, line);
      if (opens_with_agency(page, line, end)) add_agencies(page, line.first, end, true, report);
    }
    if (&line == last) add_agencies(page, closing_begin(page, line), line.last, true, report);
  }
}

void find_outlet(const PageLines& page, Report& report) {
  for (const Line& line : page.lines) {
    if (line.kind != PartKind::Chrome || line.words > 40) continue;
    const bool mark =
        page.lattice.text().slice(line.span).find("\xC2\xA9") != std::string_view::npos;
    const bool rights =
        find_class(page.lattice, line.first, line.last, class_id("PAGE_RIGHTS")) < line.last;
    if (mark || rights) return set_outlet(owner_of(page, line), page, report);
  }
  for (const Line& line : page.lines)
    if (const Span span = reporter_of(page, line); !span.empty())
      return set_outlet(span, page, report);
  outlet_of_address(page, report);
}

}  // namespace isnad
