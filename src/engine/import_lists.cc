// SPDX-License-Identifier: Apache-2.0
#include "engine/import_lists.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <string_view>
#include <vector>

#include "engine/import_lines.h"
#include "engine/import_writer.h"
#include "read/imported.h"

namespace isnad {
namespace {

constexpr std::size_t kGeoNamesColumns = 19;
constexpr std::size_t kMostKeys = 1024;   // names of one row

using Cells = std::vector<std::string_view>;

void split(std::string_view line, char at, Cells& cells) {
  cells.clear();
  for (std::size_t end = line.find(at); end != std::string_view::npos; end = line.find(at)) {
    cells.push_back(line.substr(0, end));
    line.remove_prefix(end + 1);
  }
  cells.push_back(line);
}

bool is_number(std::string_view text, double least, double most) {
  double value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  return fault == std::errc() && end == text.data() + text.size() && value >= least && value <= most;
}

// The bytes of the character at `i`, 0 where it is no UTF-8 (overlong, a surrogate, beyond U+10FFFF, broken off).
std::size_t character_size(std::string_view text, std::size_t i) {
  const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(text[i + k]); };
  const unsigned char c = byte(0);
  const std::size_t size = c < 0x80 ? 1 : c < 0xC2 ? 0 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : c < 0xF5 ? 4 : 0;
  if (size == 0 || i + size > text.size()) return 0;
  for (std::size_t k = 1; k < size; ++k)
    if ((byte(k) & 0xC0) != 0x80) return 0;
  const bool overlong = (c == 0xE0 && byte(1) < 0xA0) || (c == 0xF0 && byte(1) < 0x90);
  const bool beyond = (c == 0xED && byte(1) >= 0xA0) || (c == 0xF4 && byte(1) >= 0x90);
  return overlong || beyond ? 0 : size;
}

// Valid UTF-8 with no control characters.
bool is_text(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t size = character_size(text, i);
    if (size == 0 || static_cast<unsigned char>(text[i]) < 0x20 || text[i] == 0x7f) return false;
    i += size;
  }
  return true;
}

// "2019", "2019-03", "2019-03-20"; of "+2019-03-20T00:00:00Z", as Wikidata has it, the day. False: none of these.
bool read_day(std::string_view text, std::string& day) {
  if (text.starts_with('+')) text.remove_prefix(1);
  day = text.substr(0, text.find('T'));
  const bool long_enough = day.size() == 4 || day.size() == 7 || day.size() == 10;
  for (std::size_t i = 0; i < day.size(); ++i) {
    const bool dash = i == 4 || i == 7;
    if (dash ? day[i] != '-' : day[i] < '0' || day[i] > '9') return false;
  }
  return day.empty() || long_enough;
}

bool is_id(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return c > ' ' && c < 0x7f && c != '=';
  });
}

// Letters of Latin scripts' base, for the attribute latin=.
std::string latin_of(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ' ') out += '_';
    else if (c > ' ' && static_cast<unsigned char>(c) < 0x80 && c != '=') out += c;
  }
  return out;
}

void add_key(std::string_view name, std::vector<std::string>& keys) {
  if (keys.size() >= kMostKeys) return;
  std::string key = imported_key(name);
  if (key.empty() || std::find(keys.begin(), keys.end(), key) != keys.end()) return;
  keys.push_back(std::move(key));
}

void put(std::string& attributes, const char* key, std::string_view value) {
  if (!value.empty()) attributes += std::string(" ") + key + '=' + std::string(value);
}

struct Row {
  std::string attributes;
  std::vector<std::string> keys;
  std::string fault;         // why it is refused
  bool wanted = true;        // false: passed over
};

// Which column holds what, by the names in the header line.
using Columns = std::map<std::string, std::size_t, std::less<>>;

std::string_view cell(const Cells& cells, const Columns& columns, std::string_view name) {
  const auto at = columns.find(name);
  return at == columns.end() || at->second >= cells.size() ? std::string_view() : cells[at->second];
}

struct Place {
  std::string_view id, name, latin, country, population, lat, lon;
};

std::string fault_of(const Place& place) {
  if (!is_id(place.id)) return "no id, or blanks in it";
  if (place.name.empty() || !is_text(place.name)) return "no name, or one that is not UTF-8";
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (!place.country.empty() && (place.country.size() != 2 || !upper(place.country[0]) || !upper(place.country[1])))
    return "'" + std::string(place.country) + "' is no country of two letters";
  if (!place.population.empty() && !is_number(place.population, 0, 1e12)) return "the population is no number";
  if (!place.lat.empty() && !is_number(place.lat, -90, 90)) return "the latitude is no number from -90 to 90";
  if (!place.lon.empty() && !is_number(place.lon, -180, 180)) return "the longitude is no number from -180 to 180";
  return {};
}

void write_place(const Place& place, Row& row) {
  row.attributes = "cls=CITY";
  put(row.attributes, "id", place.id);
  put(row.attributes, "cc", place.country);
  put(row.attributes, "latin", latin_of(place.latin));
  put(row.attributes, "pop", place.population == "0" ? std::string_view() : place.population);
  put(row.attributes, "lat", place.lat);
  put(row.attributes, "lon", place.lon);
}

bool few_people(std::string_view population, std::int64_t least) {
  std::int64_t people = 0;
  std::from_chars(population.data(), population.data() + population.size(), people);
  return people < least;
}

void read_geonames(const Cells& cells, const ImportOptions& options, Row& row) {
  if (cells.size() != kGeoNamesColumns) {
    row.fault = std::to_string(cells.size()) + " columns instead of 19";
    return;
  }
  const Place place{cells[0], cells[1], cells[2], cells[8], cells[14], cells[4], cells[5]};
  row.fault = fault_of(place);
  if (!row.fault.empty()) return;
  row.wanted = options.classes.find(cells[6]) != std::string::npos && !cells[6].empty() &&
               !few_people(place.population, options.least_population);
  if (!row.wanted) return;
  write_place(place, row);
  Cells names;
  split(cells[3], ',', names);
  names.insert(names.begin(), {cells[1], cells[2]});
  for (const std::string_view name : names)
    if (is_text(name)) add_key(name, row.keys);
}

void read_place(const Cells& cells, const Columns& columns, const ImportOptions& options, Row& row) {
  const auto get = [&](std::string_view name) { return cell(cells, columns, name); };
  const Place place{get("id"), get("name"), get("latin"), get("country"), get("population"), get("lat"), get("lon")};
  row.fault = cells.size() > columns.size() ? "more columns than the header has" : fault_of(place);
  row.wanted = !few_people(place.population, options.least_population);
  if (!row.fault.empty() || !row.wanted) return;
  write_place(place, row);
  Cells names;
  split(get("names"), ';', names);
  names.insert(names.begin(), {place.name, place.latin});
  for (const std::string_view name : names)
    if (is_text(name)) add_key(name, row.keys);
}

void write_office(const Cells& cells, const Columns& columns, Row& row) {
  std::string from, to, office(cell(cells, columns, "office"));
  for (const auto& [name, day] : {std::pair{"from", &from}, std::pair{"to", &to}})
    if (!read_day(cell(cells, columns, name), *day)) row.fault = std::string(name) + " is no year, month or day";
  if (!from.empty() && !to.empty() && from.substr(0, to.size()) > to) row.fault = "it ends before it begins";
  if (!is_text(office)) row.fault = "the office is not UTF-8";
  std::replace(office.begin(), office.end(), ' ', '_');
  put(row.attributes, "office", office);
  put(row.attributes, "from", from);
  put(row.attributes, "to", to);
}

void read_name(const Cells& cells, const Columns& columns, Row& row) {
  const std::string_view type = cell(cells, columns, "type"), id = cell(cells, columns, "id");
  const char* cls = type == "person" ? "KNOWN_PERSON" : type == "organisation" ? "ORG" : type == "place" ? "CITY" : nullptr;
  if (!is_id(id)) row.fault = "no id, or blanks in it";
  else if (cls == nullptr) row.fault = "'" + std::string(type) + "' is no type: person, organisation or place";
  if (!row.fault.empty()) return;
  std::string_view latin = cell(cells, columns, "latin");
  for (const auto& [name, at] : columns) {
    const bool label = name.starts_with("label_");
    if ((!label && !name.starts_with("alias_")) || at >= cells.size()) continue;
    if (!is_text(cells[at])) row.fault = "column " + name + " is not UTF-8";
    if (label && name == "label_en" && latin.empty()) latin = cells[at];
    Cells names;
    split(cells[at], '|', names);
    for (const std::string_view one : names) add_key(one, row.keys);
  }
  if (row.fault.empty() && row.keys.empty()) row.fault = "no label";
  row.attributes = std::string("cls=") + cls;
  put(row.attributes, "id", id);
  put(row.attributes, "latin", latin_of(latin));
  write_office(cells, columns, row);
}

using ReadRow = std::function<void(const Cells&, const Columns&, Row&)>;

// The first line, where it begins with "id".
bool read_header(std::string_view line, Columns& columns) {
  Cells cells;
  split(line, '\t', cells);
  if (cells[0] != "id") return false;
  for (std::size_t i = 0; i < cells.size(); ++i) columns.emplace(cells[i], i);
  return true;
}

// Lines one after another; a first line that begins with "id" is a header.
Result<ImportCounts> import_lines(const std::string& path, const std::string& out, std::uint32_t kind,
                                  std::string_view needed, const ReadRow& read, const RowRefused& refused) {
  ImportLines lines(path);
  if (!lines.good()) return Error{ErrorCode::NotFound, path, "no such file"};
  ImportWriter writer(out, kind);
  if (!writer.good()) return Error{ErrorCode::WriteFailed, out, "could not be written"};
  ImportCounts counts;
  Columns columns;
  Cells cells;
  while (lines.next()) {
    const std::string_view text = lines.text();
    if (text.empty() || text.front() == '#') continue;
    if (counts.rows == 0 && columns.empty() && read_header(text, columns)) {
      if (!columns.contains(needed))
        return Error{ErrorCode::BadInput, path, "the header has no column '" + std::string(needed) + "'"};
      continue;
    }
    ++counts.rows;
    Row row;
    split(text, '\t', cells);
    if (lines.too_long()) row.fault = "longer than a megabyte";
    else read(cells, columns, row);
    if (!row.fault.empty()) {
      ++counts.refused;
      refused(lines.number(), row.fault);
    } else if (!row.wanted || row.keys.empty()) {
      ++counts.passed_over;
    } else {
      ++counts.taken;
      writer.add(row.attributes, row.keys);
    }
  }
  counts.keys = writer.keys();
  if (!lines.good()) return Error{ErrorCode::Unreadable, path, "it could not be read to its end"};
  if (!writer.finish()) return Error{ErrorCode::WriteFailed, out, "could not be written; is the disk full?"};
  return counts;
}

}  // namespace

Result<ImportCounts> import_places(const std::string& path, const std::string& out,
                                   const ImportOptions& options, const RowRefused& refused) {
  return import_lines(path, out, 0, "name", [&](const Cells& cells, const Columns& columns, Row& row) {
    if (columns.empty()) read_geonames(cells, options, row);
    else read_place(cells, columns, options, row);
  }, refused);
}

Result<ImportCounts> import_names(const std::string& path, const std::string& out,
                                  const RowRefused& refused) {
  return import_lines(path, out, 1, "type", [](const Cells& cells, const Columns& columns, Row& row) {
    if (columns.empty()) row.fault = "no header line with id, type, label_ar ...";
    else read_name(cells, columns, row);
  }, refused);
}

}  // namespace isnad
