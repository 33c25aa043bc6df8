// SPDX-License-Identifier: Apache-2.0
#include "story_reports.h"

#include <fstream>

namespace isnad::testing {
namespace {

std::string read_section(const std::string& name) {
  std::ifstream file(std::string(ISNAD_SOURCE_DIR) + "/tests/story/story_texts.txt");
  std::string line, out;
  bool inside = false;
  while (std::getline(file, line)) {
    if (line.starts_with("== ")) {
      inside = line.substr(3) == name;
    } else if (inside) {
      out += line + "\n";
    }
  }
  return out;
}

// The towns of the file, wherever they stand in the text.
void add_towns(const std::string& text, Report& report) {
  std::string town = read_section("towns");
  town.pop_back();
  Entity entity;
  entity.type = EntityType::Place;
  entity.name = town;
  for (std::size_t at = text.find(town); at != text.npos; at = text.find(town, at + 1)) {
    NameMention mention;
    mention.type = EntityType::Place;
    mention.grain = 2;
    mention.entity = 0;
    mention.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + town.size())};
    entity.mentions.push_back(static_cast<std::int32_t>(report.names.size()));
    report.names.push_back(mention);
  }
  if (!entity.mentions.empty()) report.entities.push_back(entity);
}

}  // namespace

Report make_story_report(const std::string& name) {
  const std::string text = read_section(name);
  const auto title = static_cast<std::uint32_t>(text.find('\n'));
  Report report;
  report.input = name;
  report.text = make_text(text);
  report.language = "ar";
  report.title = {0, title};
  report.parts = {{PartKind::Title, {0, title}},
                  {PartKind::Body, {title + 1, static_cast<std::uint32_t>(text.size())}}};
  for (std::size_t at = text.find("\u00AB"); at != text.npos; at = text.find("\u00AB", at + 1)) {
    Quotation quotation;
    quotation.span = {static_cast<std::uint32_t>(at + 2),
                      static_cast<std::uint32_t>(text.find("\u00BB", at))};
    report.quotations.push_back(quotation);
  }
  add_towns(text, report);
  return report;
}

std::vector<Report> make_story_reports(const std::vector<std::string>& names) {
  std::vector<Report> reports;
  for (const std::string& name : names) reports.push_back(make_story_report(name));
  return reports;
}

}  // namespace isnad::testing
