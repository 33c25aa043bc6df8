// SPDX-License-Identifier: Apache-2.0
#include "show/html_marks.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "show/html_text.h"

namespace isnad::show {
namespace {

const char* class_of(MarkKind kind) {
  switch (kind) {
    case MarkKind::Figure: return "fig";
    case MarkKind::Difference: return "dif";
    case MarkKind::Event: return "eve";
    case MarkKind::Date: return "dat";
  }
  return "";
}

Span trim_span(const Text& text, Span span) {
  std::string_view words = text.utf8();
  auto blank = [&](std::uint32_t at) { return static_cast<unsigned char>(words[at]) <= ' '; };
  while (span.begin < span.end && blank(span.begin)) ++span.begin;
  while (span.begin < span.end && blank(span.end - 1)) --span.end;
  return span;
}

}  // namespace

HtmlMarks::HtmlMarks(const RecordView& view, int record_number)
    : view_(view), prefix_("s" + std::to_string(record_number) + "-r") {
  collect();
}

std::string HtmlMarks::report_anchor(std::int32_t report) const {
  return prefix_ + std::to_string(view_.number(report));
}

std::string HtmlMarks::anchor(const Place1& place) const {
  std::string out = report_anchor(place.report);
  if (place.span.empty()) return out;
  const Text& text = view_.report(place.report).text;
  return out + "-" + std::to_string(text.code_point(place.span.begin)) + "-" +
         std::to_string(text.code_point(place.span.end));
}

void HtmlMarks::add(const Place1& place, MarkKind kind, const std::string& hint) {
  if (place.report == kNone || place.span.empty() || view_.number(place.report) == 0) return;
  Mark& mark = marks_[place.report][{place.span.begin, UINT32_MAX - place.span.end}];
  mark.span = place.span;
  mark.kinds.insert(kind);
  if (mark.id.empty()) mark.id = anchor(place);
  if (mark.hint.find(hint) != std::string::npos) return;
  mark.hint += (mark.hint.empty() ? "" : "; ") + hint;
}

void HtmlMarks::collect() {
  for (const FigureLane& lane : view_.record.figures) {
    std::string head(view_.words.get(std::string("role.") + role_name(lane.role)));
    for (const Point& point : lane.series) {
      std::string hint = head + ": " + view_.value(point) + ", " + view_.holders(point);
      for (const Support& support : point.support) {
        add({support.report, view_.figure(support).span}, MarkKind::Figure, hint);
      }
    }
  }
  for (const Difference& difference : view_.record.differences) {
    add(difference.a, MarkKind::Difference, difference.title);
    add(difference.b, MarkKind::Difference, difference.title);
  }
  for (const TimelineEntry& entry : view_.record.timeline) {
    for (const Place1& place : entry.support) add(place, MarkKind::Event, entry.text);
  }
  for (const ReportInStory& member : view_.record.reports) {
    std::string basis = std::string("basis.") + basis_name(member.published.basis);
    for (const Evidence& why : member.published.why) {
      std::int32_t report = why.report == kNone ? member.report : why.report;
      add({report, why.span}, MarkKind::Date, std::string(view_.words.get(basis)));
    }
  }
}

std::string HtmlMarks::open_tag(const Mark& mark) {
  std::string classes;
  for (MarkKind kind : mark.kinds) {
    if (!classes.empty()) classes += ' ';
    classes += class_of(kind);
  }
  std::string out = "<mark class=\"" + classes;
  if (opened_.insert(mark.id).second) {
    out += "\" id=\"" + mark.id;
  } else {
    out += " k-" + mark.id;
    std::string rule = "body:has(#" + mark.id + ":target) .k-" + mark.id +
                       "{background:var(--hit);color:var(--hit-ink)}\n";
    if (rules_.find(rule) == std::string::npos) rules_ += rule;
  }
  return out + "\" title=\"" + html_escape(mark.hint) + "\">";
}

// One paragraph: between any two boundaries the same marks are open.
std::string HtmlMarks::render_line(const Report& report, const Marks& marks, Span line) {
  std::set<std::uint32_t> edges = {line.begin, line.end};
  std::vector<const Mark*> here;
  for (const auto& [key, mark] : marks) {
    if (!mark.span.overlaps(line)) continue;
    here.push_back(&mark);
    edges.insert(std::max(mark.span.begin, line.begin));
    edges.insert(std::min(mark.span.end, line.end));
  }
  std::string out;
  std::vector<const Mark*> open;
  auto close_down_to = [&](std::size_t depth) {
    for (; open.size() > depth; open.pop_back()) out += "</mark>";
  };
  for (auto edge = edges.begin(); std::next(edge) != edges.end(); ++edge) {
    Span piece{*edge, *std::next(edge)};
    std::vector<const Mark*> wanted;
    for (const Mark* mark : here) {
      if (mark->span.contains(piece)) wanted.push_back(mark);
    }
    auto [kept, unused] = std::mismatch(open.begin(), open.end(), wanted.begin(), wanted.end());
    close_down_to(static_cast<std::size_t>(kept - open.begin()));
    for (std::size_t i = open.size(); i < wanted.size(); ++i) {
      out += open_tag(*wanted[i]);
      open.push_back(wanted[i]);
    }
    out += html_escape(report.text.slice(piece));
  }
  close_down_to(0);
  return out;
}

std::string HtmlMarks::render_part(const Report& report, const Marks& marks, Span span,
                                   const char* part) {
  std::string_view text = report.text.utf8();
  std::string out;
  for (std::uint32_t at = span.begin; at < span.end;) {
    std::size_t stop = text.find('\n', at);
    std::uint32_t end = stop == text.npos || stop > span.end ? span.end
                                                            : static_cast<std::uint32_t>(stop);
    Span line = trim_span(report.text, {at, end});
    at = end + 1;
    if (line.empty()) continue;
    bool title = std::string_view(part) == "title";
    out += title ? "<h4 class=\"title\"" : "<p class=\"" + std::string(part) + "\"";
    out += html_language(report.language, report.text.slice(line)) + ">";
    out += render_line(report, marks, line);
    out += title ? "</h4>\n" : "</p>\n";
  }
  return out;
}

std::string HtmlMarks::render_text(std::int32_t index) {
  const Report& report = view_.report(index);
  const Marks& marks = marks_[index];
  std::string out;
  std::uint32_t done = 0;
  for (const Part& part : report.parts) {
    if (part.span.begin < done) continue;
    out += render_part(report, marks, {done, part.span.begin}, "rest");
    out += render_part(report, marks, part.span, part_name(part.kind));
    done = part.span.end;
  }
  auto size = static_cast<std::uint32_t>(report.text.utf8().size());
  return out + render_part(report, marks, {done, size}, "rest");
}

}  // namespace isnad::show
