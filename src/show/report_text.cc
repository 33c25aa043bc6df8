// SPDX-License-Identifier: Apache-2.0
// One report for people: its parts, and what was read in it.
#include <algorithm>
#include "isnad/show.h"
#include "show/record_view.h"
#include "show/text_page.h"

namespace isnad {
namespace show {
namespace {

class TextReport {
 public:
  TextReport(const Report& report, const TextStyle& style)
      : report_(report), words_(report.language), page_(style, words_.arabic()) {}

  std::string render() {
    write_head();
    write_parts();
    write_figures();
    write_times();
    write_quotations();
    write_events();
    write_names();
    page_.blank();
    return page_.take();
  }

 private:
  using Rows = std::vector<std::vector<Cell>>;

  std::string slice(Span span) const { return one_line(report_.text.slice(span)); }
  // "120" in code points: what JSON and `isnad explain` count in.
  std::string offset(Span span) const {
    return std::to_string(report_.text.code_point(span.begin));
  }
  std::string holders(const std::vector<Holder>& holders) const;
  std::string key(const char* kind, const char* name) const {
    return std::string(words_.get(std::string(kind) + "." + name));
  }
  void table(const char* head, const Rows& rows);
  void write_head();
  void write_parts();
  void write_figures();
  void write_times();
  void write_quotations();
  void write_events();
  void write_names();

  const Report& report_;
  ShowWords words_;
  TextPage page_;
};

// Rows under a head, in columns; nothing where there is no row.
void TextReport::table(const char* head, const Rows& rows) {
  if (rows.empty()) return;
  page_.blank();
  page_.prose(0, 0, {std::string(words_.get(head)), Ink::Bold});
  std::vector<int> natural;
  for (const std::vector<Cell>& cells : rows) widen(natural, cells);
  std::vector<int> widths = fit_widths(std::move(natural), page_.width() - 2);
  for (const std::vector<Cell>& cells : rows) page_.row(2, cells, widths);
}

std::string TextReport::holders(const std::vector<Holder>& holders) const {
  std::vector<std::string> names;
  for (const Holder& holder : holders) {
    if (!holder.span.empty()) names.push_back(slice(holder.span));
  }
  return words_.join(names);
}

void TextReport::write_head() {
  page_.prose(0, 2, {report_.input, Ink::Bold, true});
  std::vector<std::string> facts;
  if (!report_.outlet.empty()) facts.push_back(report_.outlet);
  facts.push_back(words_.published(report_.published));
  facts.emplace_back(words_.get(std::string("basis.") + basis_name(report_.published.basis)));
  page_.prose(2, 2, {words_.join(facts)});
  for (const Evidence& why : report_.published.why) {
    std::string text = one_line(why.text);
    page_.prose(4, 2, {why.span.empty() ? text : quoted(text), Ink::Dim});
  }
  std::vector<std::string> agencies;
  for (const Agency& agency : report_.agencies) {
    std::string name = agency.span.empty() ? agency.id : slice(agency.span);   // empty: of the byline
    if (std::find(agencies.begin(), agencies.end(), name) == agencies.end()) {
      agencies.push_back(std::move(name));
    }
  }
  if (!agencies.empty()) {
    page_.prose(2, 2, {words_.fill("report.agencies", {{"agencies", words_.list(agencies)}})});
  }
  if (report_.machine_translated) {
    page_.prose(2, 2, {std::string(words_.get("report.translated")), Ink::Warn});
  }
  for (const std::string& note : report_.notes) page_.prose(2, 2, {note, Ink::Dim});
}

void TextReport::write_parts() {
  Rows rows;
  for (const Part& part : report_.parts) {
    Ink ink = part.kind == PartKind::Chrome ? Ink::Dim
              : part.kind == PartKind::Title ? Ink::Bold : Ink::Plain;
    rows.push_back({{key("part", part_name(part.kind)), Ink::Dim}, {slice(part.span), ink, true}});
  }
  table("single.parts", rows);
}

void TextReport::write_figures() {
  Rows rows;
  int number = 0;
  for (const Figure& figure : report_.figures) {
    std::string role = key("role", role_name(figure.role));
    std::vector<std::string> whom;
    if (!figure.group.empty()) whom.push_back(key("group", figure.group.c_str()));
    if (!figure.place.empty()) whom.push_back(slice(figure.place));
    if (figure.date.known()) whom.push_back(words_.days(figure.date));
    if (figure.stance != Stance::Asserted) whom.push_back(key("stance", stance_name(figure.stance)));
    std::string who = holders(figure.holders);
    if (who.empty()) who = words_.get("lane.unnamed");
    rows.push_back({{"f" + std::to_string(++number), Ink::Dim},
                    {role, Ink::Bold},
                    {words_.value(figure.low, figure.high, figure.bound), Ink::Bold},
                    {words_.join(whom)},
                    {who},
                    {quoted(slice(figure.span)), Ink::Dim, true}});
  }
  table("single.figures", rows);
}

void TextReport::write_times() {
  Rows rows;
  for (const TimeMention& time : report_.times) {
    std::string value = time.value.empty() ? std::string(words_.get("single.open")) : time.value;
    if (!time.mod.empty()) value += " " + time.mod;
    rows.push_back({{offset(time.span), Ink::Dim, false, true},
                    {value, Ink::Bold},
                    {key("time", time_kind_name(time.kind))},
                    {quoted(slice(time.span)), Ink::Plain, true},
                    {time.note, Ink::Dim}});
  }
  table("single.times", rows);
}

void TextReport::write_quotations() {
  Rows rows;
  for (const Quotation& quotation : report_.quotations) {
    std::string who = slice(quotation.speaker.span);
    if (who.empty()) who = words_.get("lane.unnamed");
    rows.push_back({{offset(quotation.span), Ink::Dim, false, true},
                    {who, Ink::Bold},
                    {std::string(words_.get(quotation.direct ? "single.direct" : "single.indirect"))},
                    {quoted(slice(quotation.span)), Ink::Plain, true}});
  }
  table("single.quotations", rows);
}

void TextReport::write_events() {
  Rows rows;
  int number = 0;
  for (const Event& event : report_.events) {
    std::string type = event.type + (event.mode.empty() ? "" : " " + event.mode);
    rows.push_back({{"e" + std::to_string(++number), Ink::Dim},
                    {type, Ink::Bold},
                    {event.date.known() ? words_.days(event.date) : ""},
                    {quoted(slice(event.span)), Ink::Plain, true}});
  }
  table("single.events", rows);
}

void TextReport::write_names() {
  Rows rows;
  int number = 0;
  for (const Entity& entity : report_.entities) {
    rows.push_back({{"n" + std::to_string(++number), Ink::Dim},
                    {key("type", entity_type_name(entity.type)), Ink::Dim},
                    {entity.name, Ink::Bold},
                    {entity.name_latin},
                    {entity.role},
                    {words_.count("times", std::ssize(entity.mentions)), Ink::Dim}});
  }
  table("section.names", rows);
}

}  // namespace
}  // namespace show

std::string render_report_text(const Report& report, const Packs&, const TextStyle& style) {
  return show::TextReport(report, style).render();
}

}  // namespace isnad
