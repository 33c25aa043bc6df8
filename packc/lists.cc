// SPDX-License-Identifier: Apache-2.0
//
// Lists, particles and paradigms of a pack.
#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "isnad/text.h"
#include "match/builtin.h"
#include "packc/table.h"

namespace isnad::packc {

namespace fs = std::filesystem;

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> out;
  for (;;) {
    const std::size_t end = text.find(at);
    out.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return out;
    text.remove_prefix(end + 1);
  }
}

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

bool is_class_name(std::string_view name) {
  auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (name.empty() || !upper(name[0])) return false;
  return std::all_of(name.begin(), name.end(),
                     [&](char c) { return upper(c) || c == '_' || (c >= '0' && c <= '9'); });
}

std::vector<std::string> fold_words(std::string_view words) {
  std::vector<std::string> keys;
  const Text text = make_text(words);
  for (const Token& token : text.tokens())
    if (token.kind != TokenKind::Newline) keys.emplace_back(text.key(token));
  return keys;
}

bool read_file(const std::string& path, std::string& out) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return false;
  out.assign(std::istreambuf_iterator<char>(in), {});
  return !in.bad();
}

std::uint32_t column_of(std::string_view line, std::size_t byte) {
  std::uint32_t column = 1;
  for (char c : line.substr(0, byte))
    if ((static_cast<unsigned char>(c) & 0xc0) != 0x80) ++column;
  return column;
}

std::string check_attributes(std::string_view attributes) {
  if (attributes.empty()) return "";
  for (const std::string& one : split(attributes, ' ')) {
    const std::size_t is = one.find('=');
    if (is == std::string::npos || is == 0 || is + 1 == one.size())
      return "'" + one + "' is no attribute: write key=value, one blank between two, or - for none";
    const bool plain = std::all_of(one.begin(), one.begin() + static_cast<std::ptrdiff_t>(is),
                                   [](char c) {
                                     return (c >= 'a' && c <= 'z') || c == '_' ||
                                            (c >= '0' && c <= '9');
                                   });
    if (!plain) return "'" + one.substr(0, is) + "' is no key: use a-z, 0-9 and _";
  }
  return "";
}

std::string check_class(std::string_view name) {
  if (!is_class_name(name)) return "'" + std::string(name) + "' is no class: use A-Z, 0-9 and _";
  for (const char* taken : {"WORD", "OOV", "ANY", "IN", "INCL", "NEWLINE", "NUMERAL"})
    if (name == taken) return std::string(name) + " is a class of the reader itself: use another name";
  return "";
}

Place Line::at(std::size_t column) const {
  Place out = place;
  for (std::size_t i = 0; i < column && i < columns.size(); ++i)
    out.column += column_of(columns[i], columns[i].size());
  return out;
}

std::vector<Line> parse_table(const std::string& bytes, const std::string& shown,
                              std::size_t columns, const char* form, Faults& faults) {
  std::vector<Line> lines;
  std::uint32_t number = 0;
  for (std::string& text : split(bytes, '\n')) {
    ++number;
    if (!text.empty() && text.back() == '\r') text.pop_back();
    if (trim(text).empty() || text[0] == '#') continue;
    Line line{{shown, number, 1}, split(text, '\t')};
    if (line.columns.size() != columns)
      faults.add(line.place, "needs " + std::to_string(columns) + " columns with one tab between (" +
                                 form + "), has " + std::to_string(line.columns.size()));
    else
      lines.push_back(std::move(line));
  }
  return lines;
}

namespace {

bool set_value(const std::string& attributes, std::int64_t& value) {
  Sense sense;
  sense.attributes = attributes;
  const std::string_view v = sense.attribute("v");
  if (v.empty()) return true;
  const auto [stop, fault] = std::from_chars(v.data(), v.data() + v.size(), value);
  return fault == std::errc() && stop == v.data() + v.size();
}

void add_word(const Line& line, PackSource& pack, Faults& faults) {
  WordRow row;
  row.place = line.place;
  row.cls = line.columns[0];
  row.attributes = line.columns[1] == "-" ? "" : line.columns[1];
  row.word = std::string(trim(line.columns[2]));
  if (const std::string wrong = check_class(row.cls); !wrong.empty())
    return faults.add(line.at(0), wrong);
  const Inflection inflection = take_inflection(row.attributes, line.at(1), faults);
  const std::string wrong = check_attributes(row.attributes);
  if (!wrong.empty()) return faults.add(line.at(1), wrong);
  if (!set_value(row.attributes, row.value))
    return faults.add(line.at(1), "v= needs a whole number");
  row.keys = fold_words(row.word);
  if (row.keys.empty()) return faults.add(line.at(2), "there is no word here");
  if (row.keys.size() > pack::kMaxEntryTokens)
    return faults.add(line.at(2), "an entry of more than " +
                                      std::to_string(pack::kMaxEntryTokens) + " words");
  pack.classes.insert(row.cls);
  pack.words.push_back(row);
  derive_forms(inflection, pack, line.at(1), faults);
}

void parse_particles(const std::string& bytes, const std::string& shown, PackSource& pack,
                     Faults& faults) {
  for (const Line& line : parse_table(bytes, shown, 3, "CLASS, position, form", faults)) {
    ParticleRow row{line.place, line.columns[0], 0, ""};
    const std::string& position = line.columns[1];
    if (position == "1") row.position = pack::kConjunction;
    if (position == "2") row.position = pack::kPreposition;
    if (position == "article") row.position = pack::kArticle;
    if (position == "contracted") row.position = pack::kContracted;
    if (position == "suffix") row.position = pack::kSuffix;
    fold_key(trim(line.columns[2]), row.form);
    if (!is_class_name(row.cls))
      faults.add(line.at(0), "'" + row.cls + "' is no class: use A-Z, 0-9 and _");
    else if (row.position == 0)
      faults.add(line.at(1), "position is 1, 2, article, contracted or suffix, not '" + position +
                                 "'");
    else if (row.form.empty())
      faults.add(line.at(2), "there is no form here");
    else
      pack.classes.insert(row.cls), pack.particles.push_back(row);
  }
}

void parse_conf(const std::string& bytes, const std::string& shown, PackSource& pack,
                Faults& faults) {
  std::uint32_t number = 0;
  for (const std::string& text : split(bytes, '\n')) {
    ++number;
    const std::string_view line = trim(text);
    if (line.empty() || line[0] == '#') continue;
    const std::size_t blank = std::min(line.find(' '), line.size());
    const std::string_view key = line.substr(0, blank), value = trim(line.substr(blank));
    if (key == "name" && !value.empty())
      pack.name = value;
    else if (key == "version" && !value.empty())
      pack.version = value;
    else
      faults.add({shown, number, 1}, "expected `name LANG` or `version X.Y.Z`");
  }
  if (pack.name.empty()) faults.add({shown, number, 1}, "no `name`");
  if (pack.version.empty()) faults.add({shown, number, 1}, "no `version`");
}

bool is_in(const std::string& path, std::string_view folder, std::string_view extension) {
  return path.starts_with(folder) && path.ends_with(extension);
}

void add_file(const fs::path& path, const std::string& within, const std::string& shown,
              PackFiles& files, Faults& faults) {
  std::string bytes;
  if (read_file(path.string(), bytes))
    files[within] = std::move(bytes);
  else
    faults.add({shown + within, 1, 1}, "cannot be read");
}

}  // namespace

PackSource parse_pack_source(const PackFiles& files, const std::string& shown, Faults& faults) {
  PackSource pack;
  for (const auto& [path, bytes] : files)
    if (path == "pack.conf")
      parse_conf(bytes, shown + path, pack, faults);
    else if (path == "particles.tsv")
      parse_particles(bytes, shown + path, pack, faults);
    else if (path == "paradigms.tsv")
      parse_paradigms(bytes, shown + path, pack, faults);
    else if (path == "patterns.tsv")
      parse_patterns(bytes, shown + path, pack, faults);
  for (const auto& [path, bytes] : files)   // lists need the paradigms, rules the lists
    if (is_in(path, "lists/", ".tsv"))
      for (const Line& line :
           parse_table(bytes, shown + path, 3, "CLASS, attributes, word", faults))
        add_word(line, pack, faults);
  drop_forms_listed_by_hand(pack);
  for (const auto& [path, bytes] : files)
    if (is_in(path, "rules/", ".rules")) parse_rule_file(bytes, shown + path, pack, faults);
  return pack;
}

PackSource read_pack_source(const std::string& folder, Faults& faults) {
  const fs::path path(folder);
  const std::string shown =
      "packs/" + (path.filename().empty() ? path.parent_path() : path).filename().string() + "/";
  PackFiles files;
  add_file(path / "pack.conf", "pack.conf", shown, files, faults);
  for (const char* one : {"particles.tsv", "paradigms.tsv", "patterns.tsv"})
    if (fs::exists(path / one)) add_file(path / one, one, shown, files, faults);
  for (const char* inner : {"lists", "rules"}) {
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(path / inner, failed)) {
      const std::string within = std::string(inner) + "/" + entry.path().filename().string();
      if (is_in(within, "lists/", ".tsv") || is_in(within, "rules/", ".rules"))
        add_file(entry.path(), within, shown, files, faults);
    }
  }
  return parse_pack_source(files, shown, faults);
}

}  // namespace isnad::packc
