// SPDX-License-Identifier: Apache-2.0
// Records for a terminal.
#include <algorithm>

#include "isnad/show.h"
#include "show/record_view.h"
#include "show/text_page.h"

namespace isnad {
namespace show {
namespace {

std::string upper(std::string_view ascii) {
  std::string out(ascii);
  for (char& c : out) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  return out;
}

class TextRecord {
 public:
  TextRecord(const RecordView& view, const TextStyle& style)
      : view_(view), words_(view.words), page_(style, view.words.arabic()) {}

  std::string render() {
    write_head();
    write_lanes(false);
    write_differences();
    write_timeline();
    write_names();
    write_reports();
    write_lanes(true);
    return page_.take();
  }

 private:
  void write_head();
  void head(std::string_view key);
  void none(std::string_view key);

  void measure_lanes();
  std::vector<Cell> lane_cells(const FigureLane& lane) const;
  std::string labels_of(const FigureLane& lane, const Point& point) const;
  std::vector<Cell> point_cells(const FigureLane& lane, const Point& point) const;
  void write_lanes(bool background);
  void write_lane(const FigureLane& lane);

  void write_differences();
  void write_end(const Place1& place);
  void write_timeline();
  void write_entries(bool background);
  void write_names();
  void write_name(const NameInRecord& name);
  void write_reports();
  void write_report(const ReportInStory& member, int number);

  const RecordView& view_;
  const ShowWords& words_;
  TextPage page_;
  std::vector<int> lane_widths_, point_widths_;
};

void TextRecord::write_head() {
  const Record& record = view_.record;
  std::string counts = view_.counts();
  std::vector<Cell> cells = {{record.title, Ink::Bold}};
  if (record.days.known()) cells.push_back({words_.days(record.days)});
  cells.push_back({counts, Ink::Dim});
  std::vector<int> natural;
  widen(natural, cells);
  int used = kGap * (static_cast<int>(cells.size()) - 1);
  for (int width : natural) used += width;
  if (used <= page_.width()) {
    natural.front() += std::min(page_.width() - used, 24);
    page_.row(0, cells, natural);
  } else {
    for (const Cell& cell : cells) page_.prose(0, 0, cell);
  }
}

void TextRecord::head(std::string_view key) {
  page_.blank();
  page_.prose(0, 0, {upper(words_.get(key)), Ink::Bold});
}

void TextRecord::none(std::string_view key) {
  page_.prose(2, 0, {std::string(words_.get(key)), Ink::Dim});
}

// ---- lanes

std::vector<Cell> TextRecord::lane_cells(const FigureLane& lane) const {
  std::string role(words_.get(std::string("role.") + role_name(lane.role)));
  Ink ink = lane.verdict == Verdict::Disputed ? Ink::Warn : Ink::Dim;
  std::string who = view_.who(lane), range = view_.range(lane), group = view_.group(lane);
  std::string label = view_.lane_label(lane);
  if (!label.empty()) group += " " + quoted(label);
  if (!range.empty()) who += " (" + range + ")";
  std::string verdict = upper(view_.verdict(lane));
  if (lane.series.size() == 1) {
    who += labels_of(lane, lane.series.front());
    const Point& point = lane.series.front();
    std::vector<int> all = numbers_of(view_.refs(point)), named;
    for (const LabelUse& use : view_.labels(lane, point)) {
      for (const Ref& ref : use.refs) named.push_back(ref.number);
    }
    std::sort(named.begin(), named.end());
    if (named != all) verdict += "  " + brackets(all);  // else they stand by the words
  }
  return {{upper(role), Ink::Bold}, {group, Ink::Plain},
          {view_.best(lane), Ink::Bold}, {view_.when(lane), Ink::Plain},
          {who, Ink::Plain}, {verdict, ink}};
}

std::vector<Cell> TextRecord::point_cells(const FigureLane& lane, const Point& point) const {
  std::string who = view_.holders(point) + labels_of(lane, point);
  std::vector<int> all = numbers_of(view_.refs(point));
  return {{words_.days(point.as_of, view_.year), Ink::Plain, false, true},
          {view_.value(point), Ink::Plain},
          {who, Ink::Plain},
          {brackets(all), Ink::Dim}};
}

// The words those counted go by in each report, where reports differ.
std::string TextRecord::labels_of(const FigureLane& lane, const Point& point) const {
  std::vector<int> all = numbers_of(view_.refs(point));
  std::string out;
  for (const LabelUse& use : view_.labels(lane, point)) {
    out += std::string(words_.get("list.comma")) + quoted(use.text);
    std::vector<int> numbers = numbers_of(use.refs);
    bool said = numbers == all && lane.series.size() > 1;  // in a column of their own
    if (!said) out += " " + brackets(numbers);
  }
  return out;
}

// The same columns for all lanes of the record.
void TextRecord::measure_lanes() {
  std::vector<int> lanes, points;
  for (const FigureLane& lane : view_.record.figures) {
    widen(lanes, lane_cells(lane));
    if (lane.series.size() < 2) continue;
    for (const Point& point : lane.series) widen(points, point_cells(lane, point));
  }
  lane_widths_ = fit_widths(std::move(lanes), page_.width());
  point_widths_ = fit_widths(std::move(points), page_.width() - 4);
}

void TextRecord::write_lane(const FigureLane& lane) {
  page_.row(0, lane_cells(lane), lane_widths_);
  if (lane.series.size() < 2) return;
  for (const Point& point : lane.series) page_.row(4, point_cells(lane, point), point_widths_);
}

void TextRecord::write_lanes(bool background) {
  if (lane_widths_.empty()) measure_lanes();
  bool any = false;
  for (const FigureLane& lane : view_.record.figures) {
    if (lane.background != background) continue;
    if (!any && background) head("section.background");
    if (!any && !background) page_.blank();
    any = true;
    write_lane(lane);
  }
  if (!any && !background) {
    page_.blank();
    page_.prose(0, 0, {std::string(words_.get("none.figures")), Ink::Dim});
  }
}

// ---- differences, timeline

void TextRecord::write_end(const Place1& place) {
  if (place.report == kNone) return;
  std::string number = brackets({view_.number(place.report)});
  int wide = display_width(number);
  std::string quote = quoted(one_line(view_.slice(place)));
  page_.row(7, {{number, Ink::Dim}, {quote, Ink::Plain, true}}, {wide, page_.width() - 9 - wide});
}

void TextRecord::write_differences() {
  head("section.differences");
  if (view_.record.differences.empty()) none("none.differences");
  int number = 0;
  for (const Difference& difference : view_.record.differences) {
    std::string relation = std::string("relation.") + relation_name(difference.relation);
    std::string title = difference.title;
    if (!title.empty()) title += " ";
    title += "(" + std::string(words_.get(relation)) + ")";
    int room = page_.width() - 7;
    page_.row(1, {{std::to_string(++number), Ink::Bold, false, true}, {title, Ink::Bold}},
              {2, room});
    page_.prose(5, 0, {difference.why});
    write_end(difference.a);
    write_end(difference.b);
  }
}

void TextRecord::write_entries(bool background) {
  std::vector<int> natural;
  std::vector<std::vector<Cell>> rows;
  std::string before;
  for (const TimelineEntry& entry : view_.record.timeline) {
    if (entry.background != background) continue;
    std::string day = words_.days({entry.day, entry.day}, view_.year);
    rows.push_back({{day == before ? "" : day, Ink::Plain, false, true},
                    {entry.text},
                    {brackets(numbers_of(view_.refs(entry))), Ink::Dim}});
    before = day;
    widen(natural, rows.back());
  }
  std::vector<int> widths = fit_widths(natural, page_.width() - 2);
  for (const std::vector<Cell>& cells : rows) page_.row(2, cells, widths);
}

void TextRecord::write_timeline() {
  const auto& timeline = view_.record.timeline;
  auto is_back = [](const TimelineEntry& entry) { return entry.background; };
  head("section.timeline");
  if (timeline.empty()) none("none.timeline");
  write_entries(false);
  if (std::any_of(timeline.begin(), timeline.end(), is_back)) {
    page_.prose(2, 0, {std::string(words_.get("section.earlier")), Ink::Dim});
    write_entries(true);
  }
}

// ---- names, reports

void TextRecord::write_name(const NameInRecord& name) {
  std::string line = name.name;
  if (!name.name_latin.empty() && name.name_latin != name.name) {
    std::string latin = name.name_latin;
    if (name.latin_is_romanised) latin = words_.fill("name.romanised", {{"name", latin}});
    line += " \xe2\x80\x93 " + latin;
  }
  if (!name.roles.empty()) line = words_.join({line, words_.join(name.roles)});
  page_.prose(2, 4, {line});
  if (name.forms.size() > 1) {
    std::vector<std::string> forms;
    for (const NameForm& form : name.forms) {
      forms.push_back(words_.fill("name.form", {{"text", form.text},
                                                {"times", words_.count("times", form.count)}}));
    }
    page_.prose(6, 2, {words_.fill("name.forms", {{"forms", words_.join(forms)}}), Ink::Dim});
  }
  if (!name.reasons.empty() && name.forms.size() > 1) {
    std::string reasons = words_.sentences(name.reasons);
    page_.prose(6, 2, {words_.fill("name.reasons", {{"reasons", reasons}}), Ink::Dim});
  }
}

void TextRecord::write_names() {
  head("section.names");
  if (view_.record.names.empty()) none("none.names");
  for (EntityType type : {EntityType::Person, EntityType::Organisation, EntityType::Group,
                          EntityType::Place}) {
    bool any = false;
    for (const NameInRecord& name : view_.record.names) {
      if (name.type != type) continue;
      if (!any) {
        std::string key = std::string("type.") + entity_type_name(type);
        page_.prose(1, 0, {std::string(words_.get(key)), Ink::Bold});
      }
      any = true;
      write_name(name);
    }
  }
}

void TextRecord::write_report(const ReportInStory& member, int number) {
  const Report& report = view_.report(member.report);
  std::string mark = brackets({number});
  std::string origin = words_.fill("report.origin", {{"origin", member.origin}});
  page_.prose(1, 4, {mark + " " + words_.join({view_.outlet(member.report), view_.dated(member),
                                               origin}), Ink::Bold});
  std::string title = one_line(report.text.slice(report.title));
  if (!title.empty()) page_.prose(5, 0, {title, Ink::Plain, true});
  std::string how(words_.get(std::string("basis.") + basis_name(member.published.basis)));
  page_.prose(5, 2, {how, Ink::Dim});
  for (const std::string& why : view_.dated_why(member)) page_.prose(7, 2, {why, Ink::Dim});
  for (const CopyOf& copy : member.copies) {
    page_.prose(5, 2, {words_.fill("report.copy", {{"share", view_.share(copy)},
                                                   {"ref", brackets({view_.number(copy.of)})}})});
  }
  std::vector<int> same = view_.same_origin(member);
  if (!same.empty()) {
    page_.prose(5, 2, {words_.fill("report.shared_origin", {{"refs", brackets(same)}})});
  }
  if (report.machine_translated) {
    page_.prose(5, 2, {std::string(words_.get("report.translated")), Ink::Warn});
  }
}

void TextRecord::write_reports() {
  head("section.reports");
  int number = 0;
  for (const ReportInStory& member : view_.record.reports) write_report(member, ++number);
}

}  // namespace
}  // namespace show

std::string render_records_text(std::span<const Record> records, std::span<const Report> reports,
                                const TextStyle& style) {
  std::string out;
  for (const Record& record : records) {
    if (!out.empty()) out += "\n\n";
    out += show::TextRecord(show::RecordView(record, reports), style).render();
  }
  return out;
}

}  // namespace isnad
