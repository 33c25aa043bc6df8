// SPDX-License-Identifier: Apache-2.0
// The reports of a record: a line about each, and each in full.
#include "show/html_record.h"
#include "show/html_text.h"

namespace isnad::show {

std::string HtmlRecord::dating(const ReportInStory& member) const {
  std::string out = "<p>" +
                    say_key(std::string("basis.") + basis_name(member.published.basis)) + "</p>";
  std::string reasons;
  for (const Evidence& why : member.published.why) {
    std::string text = one_line(why.text);
    if (text.empty()) continue;
    std::int32_t report = why.report == kNone ? member.report : why.report;
    bool quotes = view_.is_quotation(why, member.report);
    std::string item = why.span.empty() ? say_linked(text) : say(quotes ? quoted(text) : text);
    if (!why.span.empty()) item = link({report, why.span}, item, "words");
    if (report != member.report) item += " " + ref_to(report);
    item = "<li>" + item + "</li>";
    if (reasons.find(item) == std::string::npos) reasons += item;
  }
  return reasons.empty() ? out : out + "<ul>" + reasons + "</ul>";
}

void HtmlRecord::write_report(const ReportInStory& member, int number) {
  const Report& report = view_.report(member.report);
  std::string title = one_line(report.text.slice(report.title));
  out_ += "<li><h3><span class=\"num\">[" + std::to_string(number) + "]</span> " +
          say(view_.outlet(member.report)) + "</h3>\n";
  out_ += "<p class=\"title\"" + html_language(report.language, title) + "><a href=\"#" +
          marks_.report_anchor(member.report) + "\">" +
          (title.empty() ? say_key("report.read") : html_escape(title)) + "</a></p>\n";
  out_ += "<p class=\"date\">" + say(view_.dated(member)) + "</p>\n<div class=\"dating\">" +
          dating(member) + "</div>\n";
  for (const CopyOf& copy : member.copies) {
    std::string words = words_.fill("report.copy", {{"share", view_.share(copy)},
                                                    {"ref", brackets({view_.number(copy.of)})}});
    out_ += "<p class=\"copy\">" + say_linked(words) + "</p>\n";
  }
  std::string origin = words_.fill("report.origin", {{"origin", member.origin}});
  std::vector<int> same = view_.same_origin(member);
  if (!same.empty()) {
    origin = words_.join({origin, words_.fill("report.shared_origin", {{"refs", brackets(same)}})});
  }
  out_ += "<p class=\"origin\">" + say_linked(origin) + "</p>\n";
  if (report.machine_translated) {
    out_ += "<p class=\"warn\">" + say_key("report.translated") + "</p>\n";
  }
  out_ += "<p class=\"input\">" +
          say(words_.fill("report.input", {{"input", report.input}})) + "</p>\n</li>\n";
}

void HtmlRecord::write_reports() {
  open_section("reports");
  out_ += "<ol>\n";
  int number = 0;
  for (const ReportInStory& member : view_.record.reports) write_report(member, ++number);
  out_ += "</ol>\n</section>\n";
}

void HtmlRecord::write_texts() {
  open_section("texts");
  for (const ReportInStory& member : view_.record.reports) {
    const Report& report = view_.report(member.report);
    out_ += "<article class=\"text\" id=\"" + marks_.report_anchor(member.report) + "\">\n";
    out_ += "<h3><span class=\"num\">[" + std::to_string(view_.number(member.report)) + "]</span> " +
            say(view_.outlet(member.report)) + " <span class=\"date\">" + say(view_.dated(member)) +
            "</span></h3>\n<div class=\"page\"" +
            html_language(report.language, report.text.utf8().substr(0, 4096)) + ">\n" +
            marks_.render_text(member.report) + "</div>\n<p class=\"top\"><a href=\"#" + id("top") +
            "\">" + say_key("report.top") + "</a></p>\n</article>\n";
  }
  out_ += "</section>\n";
}

}  // namespace isnad::show
