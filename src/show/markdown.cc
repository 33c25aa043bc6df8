// SPDX-License-Identifier: Apache-2.0
// Records as Markdown (GitHub's tables): nothing of a report is taken for markup.
#include "isnad/show.h"
#include "show/direction.h"
#include "show/record_view.h"

namespace isnad {
namespace show {
namespace {

// On one line, with every mark of Markdown and HTML taken literally.
std::string md(std::string_view text) {
  std::string out;
  for (char c : safe_text(text)) {
    if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '&') out += "&amp;";
    else if (c == '@') out += "&#64;";
    else if (std::string_view("\\`*_[]#|~$").find(c) != std::string_view::npos)
      out += std::string("\\") + c;
    else out += c;
  }
  // A bare address is not made a link.
  for (std::string_view mark : {"://", "www."}) {
    for (std::size_t at = 0; (at = out.find(mark, at)) != out.npos; at += 10) {
      out.insert(at + mark.size() - 1, "&#8203;");
    }
  }
  return out;
}

class Markdown {
 public:
  explicit Markdown(const RecordView& view) : view_(view), words_(view.words) {}

  std::string render() {
    if (words_.arabic()) out_ += "<div dir=\"rtl\" lang=\"ar\">\n\n";
    out_ += "# " + md(view_.record.title) + "\n\n";
    if (view_.record.days.known()) out_ += "**" + md(words_.days(view_.record.days)) + "** ";
    out_ += md(view_.counts()) + "\n\n";
    write_lanes(false);
    write_differences();
    write_timeline();
    write_names();
    write_reports();
    write_lanes(true);
    if (words_.arabic()) out_ += "</div>\n";
    return std::move(out_);
  }

 private:
  void head(std::string_view key) { out_ += "## " + md(words_.get(key)) + "\n\n"; }
  void row(const std::vector<std::string>& cells) {
    for (const std::string& cell : cells) out_ += "| " + cell + " ";
    out_ += "|\n";
  }
  void table(const std::vector<const char*>& columns) {
    std::vector<std::string> heads, rules;
    for (const char* column : columns) {
      heads.push_back(md(words_.get(std::string("column.") + column)));
      rules.emplace_back("---");
    }
    row(heads);
    row(rules);
  }
  std::string numbers(const std::vector<int>& numbers) const { return md(brackets(numbers)); }

  void write_lanes(bool background);
  void write_points(const FigureLane& lane);
  void write_differences();
  void write_timeline();
  void write_names();
  void write_reports();

  const RecordView& view_;
  const ShowWords& words_;
  std::string out_;
};

void Markdown::write_points(const FigureLane& lane) {
  for (const Point& point : lane.series) {
    std::string who = md(words_.join({words_.days(point.as_of, view_.year), view_.holders(point)}));
    for (const LabelUse& use : view_.labels(lane, point)) {
      who += md(std::string(words_.get("list.comma")) + quoted(use.text));
    }
    row({"", "", md(view_.value(point)), "", who, "",
         numbers(numbers_of(view_.refs(point)))});
  }
}

void Markdown::write_lanes(bool background) {
  bool any = false;
  for (const FigureLane& lane : view_.record.figures) {
    if (lane.background != background) continue;
    if (!any) {
      head(background ? "section.background" : "section.figures");
      table({"role", "group", "value", "range", "holder", "verdict", "reports"});
    }
    any = true;
    std::string group = view_.group(lane), label = view_.lane_label(lane);
    if (!label.empty()) group += " " + quoted(label);
    bool one = lane.series.size() == 1;
    row({"**" + md(words_.get(std::string("role.") + role_name(lane.role))) + "**", md(group),
         "**" + md(view_.best(lane)) + "**", md(view_.range(lane)), md(view_.how(lane)),
         md(view_.verdict(lane)),
         one ? numbers(numbers_of(view_.refs(lane.series.front()))) : ""});
    if (!one) write_points(lane);
  }
  if (any) out_ += "\n";
  if (!any && !background) out_ += md(words_.get("none.figures")) + "\n\n";
}

void Markdown::write_differences() {
  head("section.differences");
  if (view_.record.differences.empty()) out_ += md(words_.get("none.differences")) + "\n\n";
  int number = 0;
  for (const Difference& difference : view_.record.differences) {
    std::string relation(words_.get(std::string("relation.") + relation_name(difference.relation)));
    out_ += std::to_string(++number) + ". **" + md(difference.title) + "** (" + md(relation) +
            ") " + md(difference.why) + "\n";
    for (const Place1& end : {difference.a, difference.b}) {
      if (end.report == kNone) continue;
      out_ += "   - " + numbers({view_.number(end.report)}) + " " +
              md(quoted(one_line(view_.slice(end)))) + "\n";
    }
  }
  out_ += "\n";
}

void Markdown::write_timeline() {
  head("section.timeline");
  if (view_.record.timeline.empty()) {
    out_ += md(words_.get("none.timeline")) + "\n\n";
    return;
  }
  table({"date", "event", "reports"});
  for (bool background : {false, true}) {
    for (const TimelineEntry& entry : view_.record.timeline) {
      if (entry.background != background) continue;
      row({md(words_.days({entry.day, entry.day}, view_.year)), md(entry.text),
           numbers(numbers_of(view_.refs(entry)))});
    }
  }
  out_ += "\n";
}

void Markdown::write_names() {
  head("section.names");
  if (view_.record.names.empty()) {
    out_ += md(words_.get("none.names")) + "\n\n";
    return;
  }
  table({"name", "latin", "roles", "forms"});
  for (const NameInRecord& name : view_.record.names) {
    std::vector<std::string> forms;
    for (const NameForm& form : name.forms) {
      forms.push_back(words_.fill("name.form", {{"text", form.text},
                                                {"times", words_.count("times", form.count)}}));
    }
    std::string latin = name.name_latin;
    if (name.latin_is_romanised) latin = words_.fill("name.romanised", {{"name", latin}});
    row({md(name.name), md(latin), md(words_.join(name.roles)), md(words_.join(forms))});
  }
  out_ += "\n";
}

void Markdown::write_reports() {
  head("section.reports");
  table({"reports", "outlet", "date", "dated", "origin"});
  int number = 0;
  for (const ReportInStory& member : view_.record.reports) {
    std::vector<std::string> why = {
        std::string(words_.get(std::string("basis.") + basis_name(member.published.basis)))};
    for (std::string& reason : view_.dated_why(member)) why.push_back(std::move(reason));
    std::string origin = member.origin;
    for (const CopyOf& copy : member.copies) {
      origin = words_.join({origin, words_.fill("report.copy",
                                                {{"share", view_.share(copy)},
                                                 {"ref", brackets({view_.number(copy.of)})}})});
    }
    row({numbers({++number}), md(view_.outlet(member.report)), md(view_.dated(member)),
         md(words_.join(why)), md(origin)});
  }
  out_ += "\n";
}

}  // namespace
}  // namespace show

std::string render_records_markdown(std::span<const Record> records,
                                    std::span<const Report> reports) {
  std::string out;
  for (const Record& record : records) {
    show::RecordView view(record, reports);
    out += show::Markdown(view).render();
  }
  return out.empty() ? show::md(show::ShowWords("en").get("none.records")) + "\n" : out;
}

}  // namespace isnad
