// SPDX-License-Identifier: Apache-2.0
#include "show/names_table.h"

#include "show/json_writer.h"

namespace isnad {
namespace {

using Reports = std::span<const Report>;

const std::string& input_of(Reports reports, std::int32_t index) {
  return reports[static_cast<std::size_t>(index)].input;
}

void write_strings(Json& json, const char* key, const std::vector<std::string>& list) {
  json.open_list(key);
  for (const std::string& one : list) json.value_text(one);
  json.close_list();
}

void write_name(Json& json, Reports reports, const NameInRecord& name) {
  json.open();
  json.text("id", name.id);
  json.text("type", entity_type_name(name.type));
  json.text("name", name.name);
  json.text_or_null("name_latin", name.name_latin);
  json.flag("latin_is_romanised", name.latin_is_romanised);
  json.open_list("forms");
  for (const NameForm& form : name.forms) {
    json.open();
    json.text("text", form.text);
    json.number("count", form.count);
    json.open_list("reports");
    for (const std::int32_t report : form.reports) json.value_text(input_of(reports, report));
    json.close_list();
    json.close();
  }
  json.close_list();
  write_strings(json, "roles", name.roles);
  write_strings(json, "reasons", name.reasons);
  json.close();
}

std::string csv_cell(const std::string& text) {
  if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string joined(const std::vector<std::string>& list) {
  std::string out;
  for (const std::string& one : list) out += (out.empty() ? "" : "; ") + one;
  return out;
}

}  // namespace

std::string render_names_text(std::span<const NameInRecord> names, Reports reports) {
  std::string out;
  for (const NameInRecord& name : names) {
    out += name.id + "  " + entity_type_name(name.type) + "  " + name.name;
    if (!name.name_latin.empty())
      out += "  " + name.name_latin + (name.latin_is_romanised ? " (made)" : "");
    out += "\n";
    for (const NameForm& form : name.forms)
      out += "    " + form.text + "  " + std::to_string(form.count) + ", first in " +
             input_of(reports, form.reports.front()) + "\n";
    for (const std::string& role : name.roles) out += "    office: " + role + "\n";
    for (const std::string& reason : name.reasons) out += "    because " + reason + "\n";
  }
  return out;
}

std::string render_names_jsonl(std::span<const NameInRecord> names, Reports reports) {
  std::string out;
  for (const NameInRecord& name : names) {
    JsonBuffer buffer;
    JsonWriter writer(buffer);
    Json json(writer);
    write_name(json, reports, name);
    out.append(buffer.GetString(), buffer.GetSize());
    out += '\n';
  }
  return out;
}

std::string render_names_json(std::span<const NameInRecord> names, Reports reports) {
  JsonBuffer buffer;
  JsonWriter writer(buffer);
  Json json(writer);
  json.open();
  json.open_list("names");
  for (const NameInRecord& name : names) write_name(json, reports, name);
  json.close_list();
  json.close();
  return std::string(buffer.GetString(), buffer.GetSize()) + '\n';
}

std::string render_names_csv(std::span<const NameInRecord> names, Reports reports) {
  std::string out =
      "id,type,name,name_latin,latin_is_romanised,form,count,reports,roles,reasons\r\n";
  for (const NameInRecord& name : names) {
    for (const NameForm& form : name.forms) {
      std::vector<std::string> inputs;
      for (const std::int32_t report : form.reports) inputs.push_back(input_of(reports, report));
      out += name.id + "," + entity_type_name(name.type) + "," + csv_cell(name.name) + "," +
             csv_cell(name.name_latin) + "," + (name.latin_is_romanised ? "true" : "false") + "," +
             csv_cell(form.text) + "," + std::to_string(form.count) + "," +
             csv_cell(joined(inputs)) + "," + csv_cell(joined(name.roles)) + "," +
             csv_cell(joined(name.reasons)) + "\r\n";
    }
  }
  return out;
}

}  // namespace isnad
