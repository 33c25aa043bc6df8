// SPDX-License-Identifier: Apache-2.0
// Above and below the prose: title, datelines, captions, credits.
#include <algorithm>

#include "page/parts.h"

namespace isnad {
namespace {

constexpr std::uint32_t kTitleWords = 4;  // a menu item seldom has so many

bool any_class(const PageLines& page, std::uint32_t first, std::uint32_t last,
               std::initializer_list<ClassId> classes) {
  return std::any_of(classes.begin(), classes.end(), [&](ClassId cls) {
    return find_class(page.lattice, first, last, cls) < last;
  });
}

bool names_agency(const PageLines& page, std::uint32_t first, std::uint32_t last) {
  return any_class(page, first, last,
                   {class_id("AGENCY"), class_id("AGENCY_WEAK"), class_id("OUTLET")});
}

bool begins_with_place(const PageLines& page, const Line& line) {
  for (const ClassId cls : {class_id("CITY"), class_id("COUNTRY"), class_id("REGION"),
                            class_id("CITY_WEAK"), class_id("COUNTRY_WEAK")})
    if (longest_edge(page.lattice, line.first, cls)) return true;
  return false;
}

// The first mark that parts a place from what follows it: "Almaty (afp)", "Almaty - afp".
std::uint32_t first_divider(const PageLines& page, const Line& line) {
  const auto tokens = page.lattice.text().tokens();
  for (std::uint32_t i = line.first; i < line.last; ++i)
    switch (tokens[i].kind) {
      case TokenKind::Open:
      case TokenKind::Dash:
      case TokenKind::Slash:
      case TokenKind::Colon:
      case TokenKind::Comma: return i;
      default: break;
    }
  return line.last;
}

std::uint32_t words_between(const PageLines& page, std::uint32_t first, std::uint32_t last) {
  const auto tokens = page.lattice.text().tokens();
  std::uint32_t words = 0;
  for (; first < last; ++first)
    words += tokens[first].kind == TokenKind::Word || tokens[first].kind == TokenKind::Number;
  return words;
}

// The bracket that closes the line, or line.last.
std::uint32_t closing_bracket(const PageLines& page, const Line& line) {
  const auto tokens = page.lattice.text().tokens();
  if (tokens[line.last - 1].kind != TokenKind::Close) return line.last;
  for (std::uint32_t i = line.last - 1; i-- > line.first;)
    if (tokens[i].kind == TokenKind::Open) return i;
  return line.last;
}

// A word of four letters or more that the line shares with the beginning of the prose, joined
// particles and endings let be.
bool shares_a_word(const PageLines& page, const Line& line) {
  if (page.prose >= page.lines.size()) return false;
  const Text& text = page.lattice.text();
  const auto tokens = text.tokens();
  const std::uint32_t first = page.lines[page.prose].first;
  const std::uint32_t last =
      std::min<std::uint32_t>(static_cast<std::uint32_t>(tokens.size()), first + 400);
  for (std::uint32_t i = line.first; i < line.last; ++i) {
    const std::string_view own = text.key(tokens[i]);
    if (tokens[i].kind != TokenKind::Word || own.size() < 4) continue;
    for (std::uint32_t j = first; j < last; ++j) {
      const std::string_view other = text.key(tokens[j]);
      const bool arabic = tokens[i].script == Script::Arabic;
      const std::size_t least = arabic ? 8 : 4;
      if (own.size() < least || other.size() < least) continue;
      if (own.find(other) != own.npos || other.find(own) != other.npos) return true;
    }
  }
  return false;
}

bool may_be_title(const PageLines& page, const Line& line) {
  if (page.lattice.text().tokens()[line.last - 1].kind == TokenKind::Colon) return false;
  return !line.kind && !line.full_stop && line.words >= 1 && line.words <= 30 &&
         !(line.date && line.undated <= 3) && !line.handle && !is_caption(page, line) &&
         !is_dateline(page, line) && !is_credit(page, line);
}

// Among the lines above the prose: the first that is long enough and shares a word with the prose,
// else the first long enough, else the first line of the page, else the last that shares a word.
std::size_t find_title(const PageLines& page, std::size_t end) {
  const std::size_t none = page.lines.size();
  std::size_t long_enough = none, sharing = none, first = none;
  for (std::size_t i = 0; i < end; ++i) {
    const Line& line = page.lines[i];
    if (!may_be_title(page, line)) continue;
    const bool shares = shares_a_word(page, line);
    if (line.words >= kTitleWords && shares) return i;
    if (line.words >= kTitleWords && long_enough == none) long_enough = i;
    if (shares && line.words >= 2) sharing = i;
    if (i == 0 && page.prose < none) first = i;
  }
  if (long_enough < none) return long_enough;
  return first < none ? first : sharing;
}

// A date above the title is the day of the visit where the page shows other things of the day, or
// where the report has its own date below.
void mark_dates_above(PageLines& page, std::size_t title, std::size_t end) {
  auto& lines = page.lines;
  bool visit = false, below = false;
  for (std::size_t i = 0; i < end; ++i) {
    visit |= i < title && lines[i].visit;
    below |= i > title && !lines[i].paragraph() && lines[i].date && lines[i].undated <= 3;
  }
  for (std::size_t i = 0; i < title; ++i) {
    if (lines[i].kind) continue;
    const bool own = lines[i].date && lines[i].undated <= 2 && !visit && !below;
    lines[i].kind = own ? PartKind::Dateline : PartKind::Chrome;
  }
}

bool holds_place(const PageLines& page, const Line& line) {
  return any_class(page, line.first, line.last,
                   {class_id("CITY"), class_id("COUNTRY"), class_id("REGION"),
                    class_id("CITY_WEAK")});
}

// "NAME (PLACE)", "PLACE: OUTLET", "NAME": too short for a line of the report between its title and
// its first paragraph.
std::optional<PartKind> kind_of_byline(const PageLines& page, const Line& line) {
  if (line.words > 8 || line.ends || line.words == 0) return std::nullopt;
  const bool divided = first_divider(page, line) < line.last;
  if (holds_place(page, line) && (divided || line.words <= 5)) return PartKind::Dateline;
  if (names_agency(page, line.first, line.last) && line.words <= 6) return PartKind::Credit;
  return line.words <= 4 ? std::optional(PartKind::Credit) : std::nullopt;
}

std::optional<PartKind> kind_below_title(const PageLines& page, const Line& line) {
  if (is_caption(page, line)) return PartKind::Caption;
  if (is_dateline(page, line)) return PartKind::Dateline;
  if (is_credit(page, line)) return PartKind::Credit;
  const auto at = static_cast<std::size_t>(&line - page.lines.data());
  const bool close = page.title < page.lines.size() && at <= page.title + 3;
  return close && page.prose < page.lines.size() ? kind_of_byline(page, line) : std::nullopt;
}

}  // namespace

bool is_caption(const PageLines& page, const Line& line) {
  if (line.full_stop || line.words > 60 || line.words < 4 || is_dateline(page, line)) return false;
  const ClassId cue = class_id("PAGE_CAPTION");
  const std::uint32_t open = closing_bracket(page, line);
  if (open < line.last)
    return words_between(page, line.first, open) >= 3 && words_between(page, open, line.last) <= 8 &&
           (names_agency(page, open, line.last) || any_class(page, open, line.last, {cue}));
  const Edge* first = longest_edge(page.lattice, line.first, cue);
  const auto tokens = page.lattice.text().tokens();
  if (!first) return false;
  const std::uint32_t after = token_after(page.lattice, *first);
  return after < line.last && tokens[after].kind == TokenKind::Colon;
}

bool is_dateline(const PageLines& page, const Line& line) {
  if (line.full_stop || line.words > 16) return false;
  if (line.date && line.undated <= 3) return true;
  if (line.date && line.undated <= 8 && begins_with_place(page, line) &&
      names_agency(page, line.first, line.last))
    return true;
  const std::uint32_t divider = first_divider(page, line);
  if (divider == line.last || divider == line.first) return false;
  const std::uint32_t before = words_between(page, line.first, divider);
  const std::uint32_t after = words_between(page, divider, line.last);
  const bool place = begins_with_place(page, line);
  if (before > 3 || (before > 2 && !place) || after == 0) return false;
  const TokenKind kind = page.lattice.text().tokens()[divider].kind;
  std::uint32_t covered = 0;
  Line rest = line;
  rest.first = divider;
  const ClassId cue = class_id("PAGE_CAPTION");
  const std::uint32_t open = uncovered_words(
      page.lattice, rest, {class_id("AGENCY"), class_id("AGENCY_WEAK"), class_id("OUTLET"), cue},
      covered);
  if (covered > 0 && open <= 4 && (place || open == 0)) return true;
  return place && line.date && kind == TokenKind::Comma && line.undated <= 4;
}

bool is_credit(const PageLines& page, const Line& line) {
  if (line.words > 14 || line.words == 0) return false;
  const auto tokens = page.lattice.text().tokens();
  std::uint32_t begin = line.first;
  while (begin + 1 < line.last && tokens[begin].kind != TokenKind::Word) ++begin;
  const ClassId credit = class_id("PAGE_CREDIT");
  if (const Edge* cue = longest_edge(page.lattice, begin, credit); cue && !line.full_stop) {
    const std::uint32_t after = token_after(page.lattice, *cue);
    if (after < line.last && (tokens[after].kind == TokenKind::Colon ||
                              tokens[after].kind == TokenKind::Slash)) return true;
    const bool bare = !page.lattice.sense(*cue, credit)->attribute("bare").empty();
    const bool name = after < line.last && (tokens[after].script == Script::Arabic ||
                                            (tokens[after].flags & kCapital) != 0);
    if (bare && name && line.words <= 8) return true;
  }
  std::uint32_t covered = 0;
  const std::uint32_t open = uncovered_words(
      page.lattice, line,
      {class_id("AGENCY"), class_id("AGENCY_WEAK"), class_id("OUTLET"), credit}, covered);
  return covered > 0 && open == 0 && line.words <= 10;
}

void mark_head(PageLines& page) {
  auto& lines = page.lines;
  const std::size_t end = std::min(page.prose, lines.size());
  const std::size_t search = page.prose < lines.size() ? end : std::min<std::size_t>(end, 20);
  page.title = find_title(page, search);
  if (page.prose == lines.size() && lines.size() < 2) page.title = lines.size();
  const std::size_t title = std::min(page.title, end);
  if (page.title < lines.size()) {
    lines[page.title].kind = PartKind::Title;
    mark_dates_above(page, title, end);
  }
  for (std::size_t i = page.title < lines.size() ? title + 1 : 0; i < end; ++i) {
    if (lines[i].kind) continue;
    lines[i].kind = kind_below_title(page, lines[i]);
    const bool stray = page.title == lines.size() && page.prose < lines.size() &&
                       lines[i].words <= 3 && !lines[i].ends;
    if (!lines[i].kind && stray) lines[i].kind = PartKind::Chrome;
  }
}

// Headlines of other reports under their header, between two paragraphs.
void mark_related(PageLines& page) {
  bool listed = false;
  for (std::size_t i = page.prose; i < page.prose_end; ++i) {
    Line& line = page.lines[i];
    if (line.kind == PartKind::Chrome) listed |= line.related && line.header;
    else if (line.paragraph()) listed = false;
    else if (listed && !line.kind) line.kind = PartKind::Chrome;
  }
}

void mark_rest(PageLines& page) {
  auto& lines = page.lines;
  mark_related(page);
  for (std::size_t i = page.prose; i < page.prose_end; ++i)
    if (!lines[i].kind && i + 1 < page.prose_end && lines[i].sentences == 1 &&
        lines[i].words <= 30 && is_caption(page, lines[i]))
      lines[i].kind = PartKind::Caption;
    else if (!lines[i].kind && i > page.prose && lines[i].words <= 8 && !lines[i].ends &&
             is_credit(page, lines[i]))
      lines[i].kind = PartKind::Credit;
  bool over = false;  // something that stands only below a report has been seen
  for (std::size_t i = page.prose_end; i < lines.size(); ++i) {
    Line& line = lines[i];
    if (!line.kind && is_credit(page, line)) line.kind = PartKind::Credit;
    if (!line.kind && line.date && line.undated <= 3)
      line.kind = over ? PartKind::Chrome : PartKind::Dateline;
    if (!line.kind && over) line.kind = PartKind::Chrome;
    over |= line.closing || line.kind == PartKind::Credit;
  }
}

}  // namespace isnad
