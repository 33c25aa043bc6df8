// SPDX-License-Identifier: Apache-2.0
#include "show/html_record.h"

#include <algorithm>

#include "show/html_text.h"

namespace isnad::show {

HtmlRecord::HtmlRecord(const RecordView& view, int record_number)
    : view_(view),
      words_(view.words),
      marks_(view, record_number),
      prefix_("s" + std::to_string(record_number) + "-"),
      direction_(view.words.arabic() ? -1 : 1) {}

std::string HtmlRecord::render() {
  out_ = "<article class=\"record\" id=\"" + id("top") + "\" lang=\"" + std::string(words_.language()) +
         "\" dir=\"" + (direction_ < 0 ? "rtl" : "ltr") + "\">\n";
  write_head();
  open_section("figures");
  write_lanes(false);
  out_ += "</section>\n";
  write_differences();
  write_timeline();
  write_names();
  write_reports();
  write_lanes(true);
  write_texts();
  return out_ + "</article>\n";
}

// ---- pieces

std::string HtmlRecord::say(std::string_view text) const { return html_words(text, direction_); }

std::string HtmlRecord::say_linked(std::string_view text) const {
  std::string said = say(text), out;
  for (std::size_t at = 0; at < said.size();) {
    std::size_t open = said.find('[', at);
    std::size_t close = open == said.npos ? open : said.find_first_not_of("0123456789", open + 1);
    bool whole = close != said.npos && close > open + 1 && close < open + 5 && said[close] == ']';
    if (!whole) {
      std::size_t end = open == said.npos ? said.size() : open + 1;
      out += said.substr(at, end - at);
      at = end;
      continue;
    }
    std::size_t number = std::stoul(said.substr(open + 1, close - open - 1));
    out += said.substr(at, open - at);
    bool known = number >= 1 && number <= view_.record.reports.size();
    out += known ? ref_to(view_.record.reports[number - 1].report)
                 : said.substr(open, close + 1 - open);
    at = close + 1;
  }
  return out;
}

std::string HtmlRecord::link(const Place1& place, const std::string& inner,
                             const char* style) const {
  std::string hint = view_.outlet(place.report);
  if (!place.span.empty()) hint += ": " + quoted(one_line(view_.slice(place)));
  return std::string("<a class=\"") + style + "\" href=\"#" + marks_.anchor(place) + "\" title=\"" +
         html_escape(hint) + "\">" + inner + "</a>";
}

std::string HtmlRecord::ref_to(std::int32_t report) const {
  return link({report, {}}, "[" + std::to_string(view_.number(report)) + "]", "ref");
}

std::string HtmlRecord::refs(const std::vector<Ref>& refs) const {
  std::string out;
  for (const Ref& ref : refs) {
    if (!out.empty()) out += ' ';
    out += link(ref.place, "[" + std::to_string(ref.number) + "]", "ref");
  }
  return "<span class=\"refs\">" + out + "</span>";
}

std::string HtmlRecord::quote(const Place1& place) const {
  if (place.report == kNone) return {};
  const Report& report = view_.report(place.report);
  std::string words = one_line(view_.slice(place));
  std::string out = "<blockquote><p" + html_language(report.language, words) + ">";
  out += link(place, "\xc2\xab" + html_escape(words) + "\xc2\xbb", "words");
  out += "</p><footer>" + ref_to(place.report) + " " + say(view_.outlet(place.report));
  return out + "</footer></blockquote>\n";
}

void HtmlRecord::open_section(const char* name) {
  out_ += "<section class=\"" + std::string(name) + "\" id=\"" + id(name) + "\">\n<h2>" +
          say_key(std::string("section.") + name) + "</h2>\n";
}

void HtmlRecord::write_none(const char* key) {
  out_ += "<p class=\"none\">" + say_key(key) + "</p>\n";
}

// ---- sections

void HtmlRecord::write_head() {
  const Record& record = view_.record;
  out_ += "<header class=\"head\">\n";
  if (record.days.known()) {
    out_ += "<p class=\"kicker\">" + say(words_.days(record.days)) + "</p>\n";
  }
  out_ += "<h1>" + say(record.title) + "</h1>\n";
  out_ += "<p class=\"deck\">" + say(view_.counts()) + "</p>\n";
  out_ += "<p class=\"note\">" +
          say(words_.fill("page.made", {{"policy", policy_name(record.policy)}})) + "</p>\n";
  write_contents();
  out_ += "</header>\n";
}

void HtmlRecord::write_contents() {
  out_ += "<nav><ul>";
  for (const char* name : {"figures", "differences", "timeline", "names", "reports", "texts"}) {
    out_ += "<li><a href=\"#" + id(name) + "\">" + say_key(std::string("section.") + name) +
            "</a></li>";
  }
  out_ += "</ul></nav>\n";
}

void HtmlRecord::write_differences() {
  open_section("differences");
  if (view_.record.differences.empty()) write_none("none.differences");
  out_ += "<ol>\n";
  for (const Difference& difference : view_.record.differences) {
    std::string relation = relation_name(difference.relation);
    out_ += "<li class=\"" + relation + "\">\n<h3>" + say(difference.title) + " <span class=\"tag\">" +
            say_key("relation." + relation) + "</span></h3>\n";
    out_ += "<p>" + say_linked(difference.why) + "</p>\n<div class=\"ends\">\n";
    out_ += quote(difference.a) + quote(difference.b) + "</div>\n</li>\n";
  }
  out_ += "</ol>\n</section>\n";
}

void HtmlRecord::write_entries(bool background) {
  out_ += background ? "<ol class=\"earlier\">\n" : "<ol>\n";
  std::string before;
  for (const TimelineEntry& entry : view_.record.timeline) {
    if (entry.background != background) continue;
    std::string day = words_.days({entry.day, entry.day}, view_.year);
    std::string date = days_text({entry.day, entry.day});
    out_ += day == before ? "<li class=\"same\">" : "<li>";
    out_ += "<time" + (date.empty() ? "" : " datetime=\"" + date + "\"") + ">" + say(day) +
            "</time> <p>" + say(entry.text) + " " + refs(view_.refs(entry)) + "</p></li>\n";
    before = day;
  }
  out_ += "</ol>\n";
}

void HtmlRecord::write_timeline() {
  const auto& timeline = view_.record.timeline;
  open_section("timeline");
  if (timeline.empty()) write_none("none.timeline");
  write_entries(false);
  if (std::any_of(timeline.begin(), timeline.end(),
                  [](const TimelineEntry& entry) { return entry.background; })) {
    out_ += "<h3>" + say_key("section.earlier") + "</h3>\n";
    write_entries(true);
  }
  out_ += "</section>\n";
}

std::string HtmlRecord::times(const NameForm& form) const {
  std::vector<int> numbers;
  for (std::int32_t report : form.reports) numbers.push_back(view_.number(report));
  return "<span class=\"count\" title=\"" + brackets(numbers) + "\">&#215;" +
         std::to_string(form.count) + "</span>";
}

void HtmlRecord::write_name(const NameInRecord& name) {
  out_ += "<li><p class=\"name\"><b><bdi>" + html_escape(name.name) + "</bdi></b>";
  if (!name.name_latin.empty() && name.name_latin != name.name) {
    std::string latin = name.name_latin;
    if (name.latin_is_romanised) latin = words_.fill("name.romanised", {{"name", latin}});
    out_ += " <span class=\"latin\">" + say(latin) + "</span>";
  }
  bool plain = name.forms.size() == 1 && name.forms.front().text == name.name;
  if (plain) out_ += " " + times(name.forms.front());
  out_ += "</p>\n";
  if (!name.roles.empty()) out_ += "<p class=\"role\">" + say(words_.join(name.roles)) + "</p>\n";
  if (!plain) {
    out_ += "<ul class=\"forms\">";
    for (const NameForm& form : name.forms) {
      out_ += "<li><bdi>" + html_escape(form.text) + "</bdi> " + times(form) + "</li>";
    }
    out_ += "</ul>\n";
  }
  if (!name.reasons.empty() && name.forms.size() > 1) {
    std::string reasons = words_.sentences(name.reasons);
    out_ += "<p class=\"why\">" + say(words_.fill("name.reasons", {{"reasons", reasons}})) +
            "</p>\n";
  }
  out_ += "</li>\n";
}

void HtmlRecord::write_names() {
  open_section("names");
  if (view_.record.names.empty()) write_none("none.names");
  for (EntityType type : {EntityType::Person, EntityType::Organisation, EntityType::Group,
                          EntityType::Place}) {
    bool any = false;
    for (const NameInRecord& name : view_.record.names) {
      if (name.type != type) continue;
      if (!any) {
        std::string key = std::string("type.") + entity_type_name(type);
        out_ += "<h3>" + say_key(key) + "</h3>\n<ul class=\"who " + entity_type_name(type) + "\">\n";
      }
      any = true;
      write_name(name);
    }
    if (any) out_ += "</ul>\n";
  }
  out_ += "</section>\n";
}

}  // namespace isnad::show
