// SPDX-License-Identifier: Apache-2.0
#include "page/lines.h"

#include <algorithm>

namespace isnad {
namespace {

bool is_word(const Token& token) {
  return token.kind == TokenKind::Word || token.kind == TokenKind::Number;
}

void count_words(const Lattice& lattice, Line& line) {
  const auto tokens = lattice.text().tokens();
  for (std::uint32_t i = line.first; i < line.last; ++i) {
    const Token& token = tokens[i];
    line.words += is_word(token);
    line.arabic += token.kind == TokenKind::Word && token.script == Script::Arabic;
    line.latin += token.kind == TokenKind::Word && token.script == Script::Latin;
    line.url |= token.kind == TokenKind::Url;
    line.handle |= token.kind == TokenKind::Handle;
  }
  line.dash_first = tokens[line.first].kind == TokenKind::Dash;
  line.sentences = tokens[line.last - 1].sentence - tokens[line.first].sentence + 1;
  std::uint32_t end = line.last;
  while (end > line.first + 1 && (tokens[end - 1].kind == TokenKind::QuoteClose ||
                                  tokens[end - 1].kind == TokenKind::Close))
    --end;
  const Token& stop = tokens[end - 1];
  line.ends = stop.kind == TokenKind::Stop;
  line.full_stop = line.ends && lattice.text().key(stop) == ".";
}

bool is_day(const TimeMention& time) {
  return (time.kind == TimeKind::Date || time.kind == TimeKind::Time) &&
         time.form.base == TimeForm::Base::Written && time.form.month != kUnset &&
         time.form.day != kUnset;
}

bool is_month(const Lattice& lattice, std::uint32_t token) {
  return lattice.find(token, class_id("MONTH"), false) ||
         lattice.find(token, class_id("ENMONTH"), false);
}

// "7 January", "7/1/2022", "2022-01-07", told without the rules for times.
bool has_plain_date(const Lattice& lattice, const Line& line) {
  const auto tokens = lattice.text().tokens();
  const auto number = [&](std::uint32_t i, std::uint32_t most) {
    return i < line.last && tokens[i].kind == TokenKind::Number && tokens[i].key_size <= most;
  };
  const auto mark = [&](std::uint32_t i) {
    return tokens[i].kind == TokenKind::Slash || tokens[i].kind == TokenKind::Dash ||
           lattice.text().key(tokens[i]) == ".";
  };
  for (std::uint32_t i = line.first; i + 1 < line.last; ++i) {
    if (number(i, 2) && is_month(lattice, i + 1)) return true;
    if (is_month(lattice, i) && number(i + 1, 2)) return true;
    if (number(i, 4) && mark(i + 1) && number(i + 2, 2) && i + 3 < line.last && mark(i + 3) &&
        number(i + 4, 4) && tokens[i].key_size + tokens[i + 4].key_size >= 5)
      return true;
  }
  return false;
}

// Part of a date or of the hour beside it, in a line that has a date.
bool is_dated(const Lattice& lattice, std::uint32_t i) {
  if (lattice.text().tokens()[i].kind == TokenKind::Number) return true;
  for (const ClassId cls : {class_id("WEEKDAY"), class_id("ENWEEKDAY"), class_id("HMONTH"),
                            class_id("ERA")})
    if (lattice.find(i, cls, false)) return true;
  return is_month(lattice, i);
}

void count_dates(const Lattice& lattice, std::span<const TimeMention> times, Line& line) {
  const auto tokens = lattice.text().tokens();
  const auto in_time = [&](Span span) {
    return std::any_of(times.begin(), times.end(),
                       [&](const TimeMention& time) { return time.span.overlaps(span); });
  };
  for (const TimeMention& time : times) line.date |= is_day(time);
  line.date |= line.words <= 16 && has_plain_date(lattice, line);
  for (std::uint32_t i = line.first; i < line.last;) {
    if (const Edge* edge = longest_edge(lattice, i, class_id("PAGE_DATE"))) {
      i = token_after(lattice, *edge);
      continue;
    }
    line.undated += is_word(tokens[i]) && !in_time(tokens[i].span) &&
                    !(line.date && is_dated(lattice, i));
    ++i;
  }
}

Line begin_line(const Lattice& lattice, std::uint32_t first, std::uint32_t last) {
  const auto tokens = lattice.text().tokens();
  Line line;
  line.first = first;
  line.last = last;
  line.span = {tokens[first].span.begin, tokens[last - 1].span.end};
  count_words(lattice, line);
  return line;
}

}  // namespace

std::vector<Line> make_lines(const Lattice& lattice, const Report& report) {
  std::vector<Line> lines;
  const auto tokens = lattice.text().tokens();
  const auto count = static_cast<std::uint32_t>(tokens.size());
  for (std::uint32_t first = 0; first < count;) {
    std::uint32_t last = first;
    while (last < count && tokens[last].kind != TokenKind::Newline) ++last;
    if (last > first) lines.push_back(begin_line(lattice, first, last));
    first = last + 1;
  }
  std::vector<TimeMention> inside;
  for (Line& line : lines) {
    inside.clear();
    const auto begin = std::lower_bound(
        report.times.begin(), report.times.end(), line.span.begin,
        [](const TimeMention& time, std::uint32_t at) { return time.span.begin < at; });
    for (auto time = begin; time != report.times.end() && time->span.begin < line.span.end; ++time)
      inside.push_back(*time);
    count_dates(lattice, inside, line);
  }
  return lines;
}

const Edge* longest_edge(const Lattice& lattice, std::uint32_t token, ClassId cls) {
  if (!lattice.may_have(token, class_bit(cls))) return nullptr;
  const Edge* best = nullptr;
  const std::uint32_t node = token * 8;
  for (const Edge& edge : lattice.edges_from(node))
    if (lattice.sense(edge, cls) && (!best || edge.span.end > best->span.end)) best = &edge;
  return best ? best : lattice.find(token, cls, false);
}

std::uint32_t find_class(const Lattice& lattice, std::uint32_t first, std::uint32_t last,
                         ClassId cls) {
  while (first < last && !lattice.find(first, cls, false)) ++first;
  return first;
}

std::uint32_t token_after(const Lattice& lattice, const Edge& edge) {
  return lattice.text().token_at(edge.span.end - 1) + 1;
}

std::uint32_t uncovered_words(const Lattice& lattice, const Line& line,
                              std::initializer_list<ClassId> classes, std::uint32_t& covered) {
  const auto tokens = lattice.text().tokens();
  std::uint32_t open = 0;
  covered = 0;
  for (std::uint32_t i = line.first; i < line.last;) {
    const Edge* best = nullptr;
    for (const ClassId cls : classes) {
      const Edge* edge = longest_edge(lattice, i, cls);
      if (edge && (!best || edge->span.end > best->span.end)) best = edge;
    }
    if (best) {
      i = token_after(lattice, *best);
      ++covered;
      continue;
    }
    open += tokens[i].kind == TokenKind::Word;
    ++i;
  }
  return open;
}

}  // namespace isnad
