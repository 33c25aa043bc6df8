// SPDX-License-Identifier: Apache-2.0
// Records as JSON: docs/output.md section 2.
#include <cmath>

#include "isnad/show.h"
#include "show/json_writer.h"
#include "show/name_json.h"

namespace isnad {
namespace {

using Reports = std::span<const Report>;

const Report& report_at(Reports reports, std::int32_t index) {
  return reports[static_cast<std::size_t>(index)];
}

void write_report_ids(Json& json, Reports reports, const std::vector<std::int32_t>& indices) {
  json.open_list("reports");
  for (std::int32_t index : indices) json.value_text(report_at(reports, index).id);
  json.close_list();
}

void write_strings(Json& json, const char* key, const std::vector<std::string>& items) {
  json.open_list(key);
  for (const std::string& item : items) json.value_text(item);
  json.close_list();
}

void write_words_of(Json& json, const char* key, Reports reports, const Place1& place) {
  if (place.report == kNone) {
    json.null(key);
    return;
  }
  const Report& report = report_at(reports, place.report);
  json.open(key);
  json.text("report", report.id);
  json.quoted_span(report.text, place.span);
  json.close();
}

void write_copies(Json& json, const Report& report, Reports reports,
                  const std::vector<CopyOf>& copies) {
  json.open_list("copies");
  for (const CopyOf& copy : copies) {
    json.open();
    json.text("of", report_at(reports, copy.of).id);
    json.fraction("share", std::round(copy.share * 1000) / 1000);
    json.open_list("spans");
    for (Span span : copy.spans) {
      json.open();
      json.span(report.text, span);
      json.close();
    }
    json.close_list();
    json.close();
  }
  json.close_list();
}

void write_member(Json& json, Reports reports, const ReportInStory& member) {
  const Report& report = report_at(reports, member.report);
  json.open();
  json.text("id", report.id);
  json.text("input", report.input);
  json.text_or_null("outlet", report.outlet);
  json.text_or_null("language", report.language);
  json.text_or_null("title", report.text.slice(report.title));
  json.flag("machine_translated", report.machine_translated);
  write_published(json, member.published, report.text);
  write_copies(json, report, reports, member.copies);
  json.text("origin", member.origin);
  json.close();
}

void write_support(Json& json, Reports reports, const Support& support) {
  const Report& report = report_at(reports, support.report);
  const Figure& figure = report.figures[static_cast<std::size_t>(support.figure)];
  json.open();
  json.text("report", report.id);
  json.text("figure", numbered("f", support.figure));
  json.quoted_span(report.text, figure.span);
  json.text_or_null("part_of", figure.part_of == kNone ? "" : numbered("f", figure.part_of));
  json.close();
}

void write_point(Json& json, Reports reports, const Point& point) {
  json.open();
  json.text_or_null("as_of", days_text(point.as_of));
  json.number("low", point.low);
  json.number_or_null("high", point.high, kOpen);
  json.text("bound", bound_name(point.bound));
  json.text("kind", count_kind_name(point.kind));
  json.text("stance", stance_name(point.stance));
  json.flag("official", point.official);
  write_strings(json, "holders", point.holders);
  json.open_list("support");
  for (const Support& support : point.support) write_support(json, reports, support);
  json.close_list();
  json.number("origins", point.origins);
  json.close();
}

void write_lane(Json& json, Reports reports, const FigureLane& lane) {
  json.open();
  json.text("role", role_name(lane.role));
  json.text_or_null("group", lane.group);
  json.text_or_null("label", lane.label);
  json.text_or_null("place", lane.place);
  json.number("low", lane.low);
  json.number_or_null("best", lane.has_best ? lane.best : kOpen, kOpen);
  json.number_or_null("high", lane.high, kOpen);
  json.text_or_null("bound", lane.has_best ? bound_name(lane.best_bound) : "");
  json.text_or_null("as_of", days_text(lane.as_of));
  json.text("verdict", verdict_name(lane.verdict));
  json.flag("background", lane.background);
  json.open_list("series");
  for (const Point& point : lane.series) write_point(json, reports, point);
  json.close_list();
  json.close();
}

void write_difference(Json& json, Reports reports, const Difference& difference) {
  json.open();
  json.text("relation", relation_name(difference.relation));
  json.text("about", about_name(difference.about));
  json.text_or_null("title", difference.title);
  write_words_of(json, "a", reports, difference.a);
  write_words_of(json, "b", reports, difference.b);
  json.text("why", difference.why);
  json.close();
}

void write_entry(Json& json, Reports reports, const TimelineEntry& entry) {
  json.open();
  json.text_or_null("date", days_text({entry.day, entry.day}));
  json.text("text", entry.text);
  json.flag("background", entry.background);
  write_report_ids(json, reports, entry.reports);
  json.open_list("support");
  for (const Place1& place : entry.support) {
    const Report& report = report_at(reports, place.report);
    json.open();
    json.text("report", report.id);
    json.quoted_span(report.text, place.span);
    json.close();
  }
  json.close_list();
  json.close();
}

void write_name(Json& json, Reports reports, const NameInRecord& name) {
  write_name_json(json, name, [&](std::int32_t index) -> const std::string& { return report_at(reports, index).id; });
}

void write_counts(Json& json, const Record& record) {
  json.open("counts");
  json.number("reports", static_cast<std::int64_t>(record.reports.size()));
  json.number("articles", static_cast<std::int64_t>(record.reports.size()));
  json.number("outlets", record.outlets);
  json.number("independent_origins", record.independent_origins);
  json.close();
}

template <class List, class Write>
void write_list(Json& json, const char* key, const List& list, Reports reports, Write write) {
  json.open_list(key);
  for (const auto& item : list) write(json, reports, item);
  json.close_list();
}

void write_record(Json& json, Reports reports, const Record& record) {
  json.open();
  json.text("id", record.id);
  json.text("title", record.title);
  json.text("language", record.language);
  write_strings(json, "places", record.places);
  json.text_or_null("from", days_text({record.days.first, record.days.first}));
  json.text_or_null("to", days_text({record.days.last, record.days.last}));
  write_list(json, "reports", record.reports, reports, write_member);
  write_counts(json, record);
  write_list(json, "figures", record.figures, reports, write_lane);
  write_list(json, "differences", record.differences, reports, write_difference);
  write_list(json, "timeline", record.timeline, reports, write_entry);
  write_list(json, "names", record.names, reports, write_name);
  json.close();
}

// One document that holds `records`, with a line break at its end.
std::string render_document(std::span<const Record> records, Reports reports, const Packs& packs,
                            Policy policy) {
  JsonBuffer buffer;
  JsonWriter writer(buffer);
  Json json(writer);
  json.open();
  json.text("schema", "isnad.record/1");
  write_packs(json, packs);
  json.text("policy", policy_name(policy));
  json.open_list("records");
  for (const Record& record : records) write_record(json, reports, record);
  json.close_list();
  json.close();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

}  // namespace

std::string render_records_json(std::span<const Record> records, std::span<const Report> reports,
                                const Packs& packs, Policy policy) {
  return render_document(records, reports, packs, policy);
}

std::string render_records_jsonl(std::span<const Record> records, std::span<const Report> reports,
                                 const Packs& packs, Policy policy) {
  std::string out;
  for (const Record& record : records) {
    out += render_document(std::span(&record, 1), reports, packs, policy);
  }
  return out;
}

}  // namespace isnad
