// SPDX-License-Identifier: Apache-2.0
// The figures of a record: a lane each, its values by date on one scale.
#include <algorithm>
#include <cstdio>

#include "show/html_record.h"
#include "show/html_text.h"

namespace isnad::show {
namespace {

// "12.5%" of the scale from 0 to `most`.
std::string percent(std::int64_t value, std::int64_t most) {
  double part = most <= 0 ? 0 : 100.0 * static_cast<double>(value) / static_cast<double>(most);
  char out[24];
  std::snprintf(out, sizeof out, "%.1f%%", std::clamp(part, 0.0, 100.0));
  return out;
}

std::int64_t most_of(const FigureLane& lane) {
  std::int64_t most = 0;
  for (const Point& point : lane.series) {
    most = std::max(most, point.low);
    if (point.high != kOpen) most = std::max(most, point.high);
  }
  return most;
}

Place1 first_support(const RecordView& view, const Point& point) {
  for (const Support& support : point.support) {
    return {support.report, view.figure(support).span};
  }
  return {};
}

}  // namespace

// A bar from low to high, a dot at the value; an open end fades out.
std::string HtmlRecord::track(const Point& point, std::int64_t most) const {
  std::int64_t high = point.high == kOpen ? most : point.high;
  std::string out = "<span class=\"track\" aria-hidden=\"true\">";
  if (high > point.low || point.high == kOpen) {
    out += std::string("<i class=\"bar") + (point.high == kOpen ? " open" : "") +
           "\" style=\"inset-inline-start:" + percent(point.low, most) +
           ";inline-size:max(" + percent(high - point.low, most) + ",0.8rem)\"></i>";
  }
  bool exact = point.bound == Bound::Exact || point.bound == Bound::AtLeast ||
               point.bound == Bound::MoreThan;
  if (point.high == kOpen || point.high == point.low) {
    out += std::string("<i class=\"dot") + (exact ? "" : " about") + "\" style=\"inset-inline-start:" +
           percent(point.low, most) + "\"></i>";
  }
  return out + "</span>";
}

std::string HtmlRecord::best(const FigureLane& lane) const {
  if (!lane.has_best) return "<span class=\"nobest\">" + say_key("lane.no_best") + "</span>";
  const Point* point = view_.best_point(lane);
  std::pair<std::string_view, std::string_view> mark{"<b>", "</b>"};
  bool same = point && point->bound == lane.best_bound;
  std::int64_t high = lane.best_bound == Bound::Range ? lane.high : lane.best;
  std::string value = same ? words_.value(point->low, point->high, point->bound, mark)
                           : words_.value(lane.best, high, lane.best_bound, mark);
  Place1 place = point ? first_support(view_, *point) : Place1{};
  return place.report == kNone ? value : link(place, value, "value");
}

// The reports behind a point, behind the words each of them has for those counted.
std::string HtmlRecord::sources(const FigureLane& lane, const Point& point) const {
  std::vector<Ref> rest = view_.refs(point);
  std::string out;
  for (const LabelUse& use : view_.labels(lane, point)) {
    out += " <span class=\"label\">" + say(quoted(use.text)) + "</span> " + refs(use.refs);
    std::erase_if(rest, [&](const Ref& ref) {
      return std::any_of(use.refs.begin(), use.refs.end(),
                         [&](const Ref& used) { return used.number == ref.number; });
    });
  }
  return rest.empty() ? out : out + " " + refs(rest);
}

void HtmlRecord::write_point(const FigureLane& lane, const Point& point, std::int64_t most) {
  Place1 place = first_support(view_, point);
  std::string value = say(view_.value(point));
  out_ += "<tr><th scope=\"row\">" + say(words_.days(point.as_of, view_.year)) +
          "</th><td class=\"val\">" +
          (place.report == kNone ? value : link(place, value, "value")) + track(point, most) +
          "</td><td class=\"by\">" + say(view_.holders(point)) + sources(lane, point) +
          "</td></tr>\n";
}

void HtmlRecord::write_lane(const FigureLane& lane) {
  bool one = lane.series.size() == 1;
  out_ += std::string("<article class=\"lane ") + verdict_name(lane.verdict) + (one ? " one" : "") +
          "\">\n<h3><span class=\"what\">" +
          say_key(std::string("role.") + role_name(lane.role)) + "</span> <span class=\"whom\">" +
          say(view_.group(lane)) + "</span>";
  std::string label = view_.lane_label(lane);
  if (!label.empty()) out_ += " <span class=\"label\">" + say(quoted(one_line(label))) + "</span>";
  out_ += "</h3>\n<p class=\"sum\"><span class=\"best\">" + best(lane) + "</span>";
  std::string range = view_.range(lane);
  if (!range.empty()) out_ += " <span class=\"range\">" + say(range) + "</span>";
  out_ += " <span class=\"badge\" title=\"" + html_escape(view_.verdict_why(lane)) + "\">" +
          say(view_.verdict(lane)) + "</span></p>\n<p class=\"how\">" + say(view_.how(lane));
  if (one) out_ += sources(lane, lane.series.front());
  out_ += "</p>\n";
  if (!one && !lane.series.empty()) {
    std::int64_t most = most_of(lane);
    out_ += "<table><thead><tr><th scope=\"col\">" + say_key("column.date") +
            "</th><th scope=\"col\">" + say_key("column.value") + "</th><th scope=\"col\">" +
            say_key("column.holder") + "</th></tr></thead>\n<tbody>\n";
    for (const Point& point : lane.series) write_point(lane, point, most);
    out_ += "</tbody></table>\n";
  }
  out_ += "</article>\n";
}

void HtmlRecord::write_lanes(bool background) {
  const auto& figures = view_.record.figures;
  bool any = std::any_of(figures.begin(), figures.end(), [&](const FigureLane& lane) {
    return lane.background == background;
  });
  if (!any) {
    if (!background) write_none("none.figures");
    return;
  }
  if (background) open_section("background");
  out_ += "<div class=\"lanes\">\n";
  for (const FigureLane& lane : figures) {
    if (lane.background == background) write_lane(lane);
  }
  out_ += "</div>\n";
  if (background) out_ += "</section>\n";
}

}  // namespace isnad::show
