// SPDX-License-Identifier: Apache-2.0
// One line of `isnad find --lines`: docs/output.md section 3.
#include <cstdio>

#include "isnad/show.h"
#include "show/json_writer.h"

namespace isnad {
namespace {

// "2022-01-07T00:00:00"
std::string moment(std::int64_t seconds) {
  std::int64_t day = seconds / 86400, rest = seconds % 86400;
  if (rest < 0) { rest += 86400; --day; }
  CivilDay civil = civil_day(static_cast<std::int32_t>(day));
  char out[48];
  std::snprintf(out, sizeof out, "%04d-%02d-%02dT%02d:%02d:%02d", civil.year, civil.month, civil.day,
                static_cast<int>(rest / 3600), static_cast<int>(rest / 60 % 60), static_cast<int>(rest % 60));
  return out;
}

void write_time(Json& json, const Report& report, const TimeMention& time, const Packs& packs) {
  json.open();
  write_time_fields(json, report, time, packs);
  bool fixed = time.from_s != 0 || time.to_s != 0;
  json.text_or_null("from", fixed && time.from_s != kOpenPast ? moment(time.from_s) : "");
  json.text_or_null("to", fixed && time.to_s != kOpen ? moment(time.to_s) : "");
  json.close();
}

// An end of a number with decimals; null where it is open.
void write_end(Json& json, const char* key, double value, bool open) {
  if (open) {
    json.null(key);
  } else {
    json.fraction(key, value);
  }
}

void write_number(Json& json, const Report& report, const NumberMention& number) {
  json.open();
  json.quoted_span(report.text, number.span);
  json.text("kind", number_kind_name(number.kind));
  json.fraction("value", number.value);
  bool whole = number.kind == NumberKind::Cardinal || number.kind == NumberKind::Ordinal ||
               number.bound == Bound::Range || number.bound == Bound::Vague;
  if (whole) {
    json.number("low", number.low);
    json.number_or_null("high", number.high, kOpen);
  } else {
    bool below = number.bound == Bound::AtMost || number.bound == Bound::LessThan;
    bool above = number.bound == Bound::AtLeast || number.bound == Bound::MoreThan;
    write_end(json, "low", number.value, below);
    write_end(json, "high", number.value, above);
  }
  json.text("bound", bound_name(number.bound));
  json.text_or_null("unit", number.unit);
  json.close();
}

void write_name(Json& json, const Report& report, const NameMention& name) {
  json.open();
  json.quoted_span(report.text, name.span);
  json.text("type", entity_type_name(name.type));
  json.text_or_null("id", name.id);
  json.close();
}

}  // namespace

std::string render_find_line(const Report& report, const Packs& packs) {
  JsonBuffer buffer;
  JsonWriter writer(buffer);
  Json json(writer);
  json.open();
  json.text("text", report.text.utf8());
  json.open_list("times");
  for (const TimeMention& time : report.times) write_time(json, report, time, packs);
  json.close_list();
  json.open_list("numbers");
  for (const NumberMention& number : report.numbers) write_number(json, report, number);
  json.close_list();
  json.open_list("names");
  for (const NameMention& name : report.names) {
    if (!name.adjective) write_name(json, report, name);
  }
  json.close_list();
  json.close();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

}  // namespace isnad
