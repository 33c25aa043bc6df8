// SPDX-License-Identifier: Apache-2.0
// Lines known by their words: menus, notices, owners, posts, machine translation.
#include <algorithm>

#include "page/parts.h"

namespace isnad {
namespace {

constexpr ClassId kMenu = class_id("PAGE_MENU");

bool has(const PageLines& page, const Line& line, ClassId cls) {
  return find_class(page.lattice, line.first, line.last, cls) < line.last;
}

const Sense* menu_sense(const PageLines& page, const Line& line, std::uint32_t token) {
  const Edge* edge = token < line.last ? longest_edge(page.lattice, token, kMenu) : nullptr;
  return edge ? page.lattice.sense(*edge, kMenu) : nullptr;
}

std::uint32_t first_word(const PageLines& page, const Line& line) {
  const auto tokens = page.lattice.text().tokens();
  std::uint32_t i = line.first;
  while (i < line.last && tokens[i].kind != TokenKind::Word) ++i;
  return i;
}

// A line of nothing but menu items, or one that begins with an item that leads on.
bool is_menu(const PageLines& page, Line& line) {
  if (line.paragraph()) return false;
  const Sense* sense = menu_sense(page, line, first_word(page, line));
  if (sense) {
    line.visit = !sense->attribute("visit").empty();
    line.related = !sense->attribute("related").empty();
  }
  std::uint32_t covered = 0;
  const std::uint32_t open = uncovered_words(page.lattice, line, {kMenu}, covered);
  line.header = covered > 0 && open == 0;
  if (line.header) return true;
  return sense && !sense->attribute("open").empty() && !line.full_stop;
}

bool is_rights(const PageLines& page, const Line& line) {
  if (line.words > 40) return false;
  if (page.lattice.text().slice(line.span).find("\xC2\xA9") != std::string_view::npos) return true;
  return has(page, line, class_id("PAGE_RIGHTS")) && (line.words <= 15 || !line.paragraph());
}

// Nothing in it is a word: rules of stars, lone numbers, bare addresses.
bool is_wordless(const PageLines& page, const Line& line) {
  const auto tokens = page.lattice.text().tokens();
  for (std::uint32_t i = line.first; i < line.last; ++i)
    if (tokens[i].kind == TokenKind::Word || tokens[i].kind == TokenKind::Hashtag) return false;
  return !line.date;
}

// Written in the other of the two scripts than the page.
bool is_foreign(const PageLines& page, const Line& line) {
  const std::uint32_t own = page.arabic ? line.arabic : line.latin;
  const std::uint32_t other = page.arabic ? line.latin : line.arabic;
  return other >= 4 && own * 10 < other;
}

// "- Name (@name) January 7, 2022": whose the post above is.
bool is_post_owner(const Line& line) {
  return line.handle && line.dash_first && line.words <= 20 && !line.paragraph();
}

bool translated_by_machine(const PageLines& page, const Line& line, bool prose) {
  if (has(page, line, class_id("PAGE_MT"))) return true;
  return !prose && has(page, line, class_id("MT_AUTO")) && has(page, line, class_id("MT_TRANSLATE"));
}

}  // namespace

void find_prose(PageLines& page) {
  std::uint32_t arabic = 0, latin = 0;
  for (const Line& line : page.lines)
    if (line.paragraph()) {
      arabic += line.arabic;
      latin += line.latin;
    }
  if (arabic + latin == 0)
    for (const Line& line : page.lines) arabic += line.arabic, latin += line.latin;
  page.arabic = arabic >= latin;
  page.prose = page.prose_end = page.lines.size();
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const Line& line = page.lines[i];
    if (line.kind || line.furniture || !line.paragraph() || is_foreign(page, line)) continue;
    if (is_caption(page, line)) continue;
    if (page.prose == page.lines.size()) page.prose = i;
    page.prose_end = i + 1;
  }
}

void mark_furniture(PageLines& page) {
  for (Line& line : page.lines) {
    if (line.kind) continue;
    const bool notice = has(page, line, class_id("PAGE_NOTICE")) && line.words <= 40;
    line.closing = is_menu(page, line) || notice || is_rights(page, line);
    line.furniture = line.closing || is_wordless(page, line);
    if (line.furniture) line.kind = PartKind::Chrome;
  }
}

void mark_posts(PageLines& page) {
  auto& lines = page.lines;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].kind || !is_post_owner(lines[i])) continue;
    lines[i].kind = PartKind::Embed;
    for (std::size_t j = i; j-- > 0 && !lines[j].kind;) {
      const bool nearest = j + 1 == i;
      if (!nearest && !is_foreign(page, lines[j]) && !lines[j].url) break;
      if (nearest && j == page.prose && !is_foreign(page, lines[j]) && !lines[j].url) break;
      lines[j].kind = PartKind::Embed;
    }
  }
  for (std::size_t i = page.prose; i < lines.size() && i < page.prose_end; ++i)
    if (!lines[i].kind && is_foreign(page, lines[i])) lines[i].kind = PartKind::Embed;
}

// Near either end of the page, never its title, and of its prose at most a short last paragraph: a
// report about machine translation is not machine translated.
std::size_t find_machine_notice(const PageLines& page) {
  const std::size_t count = page.lines.size();
  for (std::size_t back = 0; back < count; ++back) {
    const std::size_t i = count - 1 - back;
    const Line& line = page.lines[i];
    if (back >= 4 && i >= 4) continue;
    if (line.kind == PartKind::Title || line.kind == PartKind::Embed) continue;
    const bool prose = i >= page.prose && i < page.prose_end && !is_foreign(page, line);
    const bool last = i + 1 == page.prose_end && i > page.prose && line.words <= 30;
    if (line.words <= 60 && (!prose || last) && translated_by_machine(page, line, prose)) return i;
  }
  return count;
}

}  // namespace isnad
