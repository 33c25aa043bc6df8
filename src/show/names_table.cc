// SPDX-License-Identifier: Apache-2.0
#include "show/names_table.h"

#include "show/json_writer.h"
#include "show/name_json.h"

namespace isnad {
namespace {

using Reports = std::span<const Report>;

const std::string& input_of(Reports reports, std::int32_t index) {
  return reports[static_cast<std::size_t>(index)].input;
}

void write_name(Json& json, Reports reports, const NameInRecord& name) {
  write_name_json(json, name, [&](std::int32_t index) -> const std::string& { return input_of(reports, index); });
}

// "2022-01-05/2022-01-10", "since 2019", "" where no day is known.
std::string when(const NameOffice& office) {
  if (!office.listed) return days_text(office.seen);
  if (office.from.empty() && office.to.empty()) return {};
  return (office.from.empty() ? ".." : office.from) + "/" + (office.to.empty() ? ".." : office.to);
}

std::string office_text(const NameOffice& office) {
  const std::string days = when(office);
  std::string out = office.text + (days.empty() ? "" : "  " + days);
  if (office.listed) return out + "  (of a list)";
  return out + "  " + std::to_string(office.count) + (office.count == 1 ? " report" : " reports");
}

// "  IQ town 99072", "  UA province UA-43, claimed by RU"
std::string where_text(const NameInRecord& name) {
  std::string out;
  for (const std::string& part : {name.country, std::string(precision_name(name.grain)), name.gazetteer})
    if (!part.empty()) out += (out.empty() ? "  " : " ") + part;
  return name.claimed.empty() ? out : out + ", claimed by " + name.claimed;
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
    out += where_text(name) + "\n";
    for (const NameForm& form : name.forms)
      out += "    " + form.text + "  " + std::to_string(form.count) + ", first in " +
             input_of(reports, form.reports.front()) + "\n";
    for (const NameOffice& office : name.offices) out += "    office: " + office_text(office) + "\n";
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
      "id,type,name,name_latin,latin_is_romanised,form,count,reports,roles,reasons,gazetteer,country,precision,offices\r\n";
  for (const NameInRecord& name : names) {
    std::vector<std::string> offices;
    for (const NameOffice& office : name.offices) offices.push_back(office_text(office));
    for (const NameForm& form : name.forms) {
      std::vector<std::string> inputs;
      for (const std::int32_t report : form.reports) inputs.push_back(input_of(reports, report));
      out += name.id + "," + entity_type_name(name.type) + "," + csv_cell(name.name) + "," +
             csv_cell(name.name_latin) + "," + (name.latin_is_romanised ? "true" : "false") + "," +
             csv_cell(form.text) + "," + std::to_string(form.count) + "," +
             csv_cell(joined(inputs)) + "," + csv_cell(joined(name.roles)) + "," +
             csv_cell(joined(name.reasons)) + "," + csv_cell(name.gazetteer) + "," + name.country + "," +
             precision_name(name.grain) + "," + csv_cell(joined(offices)) + "\r\n";
    }
  }
  return out;
}

}  // namespace isnad
