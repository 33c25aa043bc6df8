// SPDX-License-Identifier: Apache-2.0
#include "show/record_view.h"

#include <algorithm>
#include <cmath>

namespace isnad::show {
namespace {

void add_ref(std::vector<Ref>& refs, int number, Place1 place) {
  if (number == 0) return;
  for (const Ref& ref : refs) {
    if (ref.number == number) return;
  }
  refs.push_back({number, place});
}

void sort_refs(std::vector<Ref>& refs) {
  std::stable_sort(refs.begin(), refs.end(),
                   [](const Ref& a, const Ref& b) { return a.number < b.number; });
}

void add_label(std::vector<LabelUse>& uses, std::string text, int number, Place1 place) {
  if (text.empty() || number == 0) return;
  auto found = std::find_if(uses.begin(), uses.end(),
                            [&](const LabelUse& use) { return use.text == text; });
  if (found == uses.end()) found = uses.insert(uses.end(), {std::move(text), {}});
  add_ref(found->refs, number, place);
  sort_refs(found->refs);
}

// "persons" and the like say nothing that the group does not.
bool is_plain(const std::string& group) {
  return group.empty() || group == "people" || group == "other_people";
}

std::vector<LabelUse> labels_of(const RecordView& view, const Point& point) {
  std::vector<LabelUse> uses;
  for (const Support& support : point.support) {
    const Figure& figure = view.figure(support);
    if (is_plain(figure.group)) continue;
    add_label(uses, one_line(view.slice({support.report, figure.label})),
              view.number(support.report), {support.report, figure.span});
  }
  return uses;
}

// Words that take a side are worth saying even where all reports use them.
bool is_loaded(const std::string& group) {
  return group == "militants" || group == "protesters";
}

struct LaneLabels {
  std::vector<std::string> texts;  // no doubles
  bool loaded = false;
};

LaneLabels labels_of(const RecordView& view, const FigureLane& lane) {
  LaneLabels labels;
  for (const Point& point : lane.series) {
    for (LabelUse& use : labels_of(view, point)) {
      auto& texts = labels.texts;
      if (std::find(texts.begin(), texts.end(), use.text) == texts.end()) texts.push_back(use.text);
    }
    for (const Support& support : point.support) {
      labels.loaded = labels.loaded || is_loaded(view.figure(support).group);
    }
  }
  return labels;
}

}  // namespace

RecordView::RecordView(const Record& shown, std::span<const Report> all)
    : record(shown), reports(all), words(shown.language), year(year_of(shown.days)) {}

std::string RecordView::counts() const {
  return words.join({words.count("reports", std::ssize(record.reports)),
                     words.count("outlets", record.outlets),
                     words.count("origins", record.independent_origins)});
}

int RecordView::number(std::int32_t report) const {
  for (std::size_t i = 0; i < record.reports.size(); ++i) {
    if (record.reports[i].report == report) return static_cast<int>(i) + 1;
  }
  return 0;
}

const Figure& RecordView::figure(const Support& support) const {
  return report(support.report).figures[static_cast<std::size_t>(support.figure)];
}

std::string RecordView::outlet(std::int32_t index) const {
  const Report& shown = report(index);
  if (!shown.outlet.empty()) return shown.outlet;
  std::size_t slash = shown.input.find_last_of("/\\");
  return slash == std::string::npos ? shown.input : shown.input.substr(slash + 1);
}

std::string_view RecordView::slice(const Place1& place) const {
  return place.report == kNone ? std::string_view() : report(place.report).text.slice(place.span);
}

std::vector<Ref> RecordView::refs(const Point& point) const {
  std::vector<Ref> found;
  for (const Support& support : point.support) {
    add_ref(found, number(support.report), {support.report, figure(support).span});
  }
  sort_refs(found);
  return found;
}

std::vector<Ref> RecordView::refs(const TimelineEntry& entry) const {
  std::vector<Ref> found;
  for (const Place1& place : entry.support) add_ref(found, number(place.report), place);
  for (std::int32_t index : entry.reports) add_ref(found, number(index), {index, Span{}});
  sort_refs(found);
  return found;
}

std::string RecordView::group(const FigureLane& lane) const {
  bool said = lane.place.empty() ||
              std::find(record.places.begin(), record.places.end(), lane.place) == record.places.begin();
  if (record.places.empty()) said = lane.place.empty();
  std::string key = "group." + (lane.group.empty() ? "people" : lane.group);
  return words.fill("lane.group_place", {{"group", std::string(words.get(key))},
                                         {"place", said ? "" : lane.place}});
}

std::string RecordView::best(const FigureLane& lane) const {
  if (!lane.has_best) return std::string(words.get("lane.no_best"));
  const Point* point = best_point(lane);
  if (point && point->bound == lane.best_bound) return value(*point);
  std::int64_t high = lane.best_bound == Bound::Range ? lane.high : lane.best;
  return words.value(lane.best, high, lane.best_bound);
}

const Point* RecordView::best_point(const FigureLane& lane) const {
  const Point* found = nullptr;
  for (const Point& point : lane.series) {
    bool fits = lane.has_best && (point.low == lane.best || point.high == lane.best);
    bool dated = point.as_of == lane.as_of;
    if (fits && (dated || !found || !(found->as_of == lane.as_of))) found = &point;
  }
  return found;
}

std::string RecordView::who(const FigureLane& lane) const {
  const Point* point = best_point(lane);
  if (point && point->official && lane.series.size() > 1) {
    return std::string(words.get("lane.officially"));
  }
  if (!point && lane.series.size() == 1) point = &lane.series.front();
  return point ? holders(*point) : std::string();
}

std::string RecordView::when(const FigureLane& lane) const {
  const Point* point = best_point(lane);
  return words.days(!lane.as_of.known() && point ? point->as_of : lane.as_of, year);
}

std::string RecordView::how(const FigureLane& lane) const {
  std::string by = who(lane);
  return by.empty() ? when(lane) : words.fill("lane.when", {{"how", by}, {"day", when(lane)}});
}

std::string RecordView::range(const FigureLane& lane) const {
  bool same = lane.has_best && lane.low == lane.best && lane.high == lane.best;
  bool open = lane.has_best && lane.low == lane.best && lane.high == kOpen &&
              (lane.best_bound == Bound::AtLeast || lane.best_bound == Bound::MoreThan);
  if (same || open || (lane.series.size() == 1 && lane.has_best)) return {};
  return words.range(lane.low, lane.high);
}

std::string RecordView::verdict(const FigureLane& lane) const {
  return std::string(words.get(std::string("verdict.") + verdict_name(lane.verdict)));
}

std::string RecordView::verdict_why(const FigureLane& lane) const {
  return std::string(words.get(std::string("verdict.") + verdict_name(lane.verdict) + ".why"));
}

std::string RecordView::lane_label(const FigureLane& lane) const {
  if (!lane.label.empty()) return one_line(lane.label);
  LaneLabels labels = labels_of(*this, lane);
  return labels.texts.size() == 1 && labels.loaded ? labels.texts.front() : std::string();
}

std::string RecordView::value(const Point& point) const {
  return words.value(point.low, point.high, point.bound);
}

std::string RecordView::holders(const Point& point) const {
  std::string out = point.holders.empty() ? std::string(words.get("lane.unnamed"))
                                          : words.list(point.holders);
  std::vector<std::string> notes;
  if (point.kind == CountKind::New) notes.emplace_back(words.get("kind.new"));
  if (point.kind == CountKind::Part) notes.emplace_back(words.get("kind.part"));
  if (point.stance != Stance::Asserted) {
    notes.emplace_back(words.get(std::string("stance.") + stance_name(point.stance)));
  }
  return notes.empty() ? out : out + " (" + words.join(notes) + ")";
}

std::vector<LabelUse> RecordView::labels(const FigureLane& lane, const Point& point) const {
  if (labels_of(*this, lane).texts.size() < 2) return {};
  return labels_of(*this, point);
}

std::string RecordView::dated(const ReportInStory& member) const {
  return words.published(member.published);
}

std::vector<std::string> RecordView::dated_why(const ReportInStory& member) const {
  std::vector<std::string> out;
  for (const Evidence& why : member.published.why) {
    std::string text = one_line(why.text);
    if (text.empty()) continue;
    if (is_quotation(why, member.report)) text = quoted(text);
    int from = why.report == kNone || why.report == member.report ? 0 : number(why.report);
    if (from != 0) text += " [" + std::to_string(from) + "]";
    if (std::find(out.begin(), out.end(), text) == out.end()) out.push_back(std::move(text));
  }
  return out;
}

bool RecordView::is_quotation(const Evidence& why, std::int32_t from) const {
  Place1 place{why.report == kNone ? from : why.report, why.span};
  return !why.span.empty() && one_line(slice(place)) == one_line(why.text);
}

std::vector<int> RecordView::same_origin(const ReportInStory& member) const {
  std::vector<int> found;
  for (const ReportInStory& other : record.reports) {
    if (other.report != member.report && !member.origin.empty() && other.origin == member.origin) {
      found.push_back(number(other.report));
    }
  }
  return found;
}

std::string RecordView::share(const CopyOf& copy) const {
  return std::to_string(std::lround(copy.share * 100)) + "%";
}

std::string brackets(const std::vector<int>& numbers) {
  std::string out;
  for (int number : numbers) {
    if (!out.empty()) out += ' ';
    out += "[" + std::to_string(number) + "]";
  }
  return out;
}

std::vector<int> numbers_of(const std::vector<Ref>& refs) {
  std::vector<int> out;
  for (const Ref& ref : refs) out.push_back(ref.number);
  return out;
}

std::string quoted(std::string_view words) {
  return "\xc2\xab" + std::string(words) + "\xc2\xbb";
}

std::string trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n\f\v";
  std::size_t first = text.find_first_not_of(kBlank);
  if (first == text.npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(kBlank) - first + 1));
}

std::string one_line(std::string_view text) {
  std::string out;
  for (char c : trimmed(text)) {
    bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v';
    if (!blank) out += c;
    if (blank && !out.empty() && out.back() != ' ') out += ' ';
  }
  return out;
}

}  // namespace isnad::show
