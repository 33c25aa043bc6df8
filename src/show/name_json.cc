// SPDX-License-Identifier: Apache-2.0
#include "show/name_json.h"

namespace isnad {
namespace {

void write_reports(Json& json, const std::vector<std::int32_t>& reports, const ReportLabel& label) {
  json.open_list("reports");
  for (const std::int32_t report : reports) json.value_text(label(report));
  json.close_list();
}

void write_strings(Json& json, const char* key, const std::vector<std::string>& items) {
  json.open_list(key);
  for (const std::string& item : items) json.value_text(item);
  json.close_list();
}

std::string day_or_nothing(std::int32_t day) { return day == kNoDay ? std::string() : days_text({day, day}); }

void write_form(Json& json, const NameForm& form, const ReportLabel& label) {
  json.open();
  json.text("text", form.text);
  json.number("count", form.count);
  json.text_or_null("first", form.reports.empty() ? std::string() : label(form.reports.front()));
  write_reports(json, form.reports, label);
  json.close();
}

void write_office(Json& json, const NameOffice& office, const ReportLabel& label) {
  json.open();
  json.text("text", office.text);
  json.text("basis", office.listed ? "list" : "reports");
  json.text_or_null("from", office.listed ? office.from : day_or_nothing(office.seen.first));
  json.text_or_null("to", office.listed ? office.to : day_or_nothing(office.seen.last));
  write_reports(json, office.reports, label);
  json.close();
}

}  // namespace

void write_name_json(Json& json, const NameInRecord& name, const ReportLabel& label) {
  json.open();
  json.text("id", name.id);
  json.text("type", entity_type_name(name.type));
  json.text("name", name.name);
  json.text_or_null("name_latin", name.name_latin);
  json.flag("latin_is_romanised", name.latin_is_romanised);
  json.text_or_null("gazetteer", name.gazetteer);
  write_where(json, name.country, name.claimed, name.grain);
  json.open_list("forms");
  for (const NameForm& form : name.forms) write_form(json, form, label);
  json.close_list();
  write_strings(json, "roles", name.roles);
  json.open_list("offices");
  for (const NameOffice& office : name.offices) write_office(json, office, label);
  json.close_list();
  write_strings(json, "reasons", name.reasons);
  json.close();
}

}  // namespace isnad
