// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <fstream>
#include <map>

#include "record/names.h"
#include "record/record_steps.h"

namespace isnad {
namespace {

struct Row {
  std::string group, type, id, country, latin, role, name;
  std::size_t report = 0;
};

std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> cells(1);
  for (const char c : line) {
    if (c == '\t') {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  return cells;
}

std::vector<Row> read_story(const std::string& wanted) {
  std::ifstream file(std::string(ISNAD_SOURCE_DIR) + "/tests/record/names_stories.tsv");
  std::vector<Row> rows;
  std::string line, story;
  while (std::getline(file, line)) {
    const auto cells = split(line);
    if (cells[0] == "story") story = cells[1];
    if (cells.size() != 8 || story != wanted) continue;
    rows.push_back({cells[0], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7],
                    static_cast<std::size_t>(std::stoi(cells[1]))});
  }
  return rows;
}

struct NamedStory {
  std::vector<Report> reports;
  Story story;
  std::vector<Row> rows;
  std::vector<std::int32_t> entity;   // of each row, in its report
  Names names;

  std::int32_t name_of(std::size_t row) const {
    return names.find(static_cast<std::int32_t>(rows[row].report), entity[row]);
  }
};

EntityType type_of(const std::string& name) {
  return name == "person"  ? EntityType::Person
         : name == "place" ? EntityType::Place
                           : EntityType::Organisation;
}

NamedStory make_story(const std::string& name) {
  NamedStory made;
  made.rows = read_story(name);
  std::map<std::size_t, std::string> texts;
  for (const Row& row : made.rows) texts[row.report] += row.name + ".\n";
  made.reports.resize(texts.size());
  for (auto& [index, text] : texts) {
    made.reports[index].text = make_text(text);
    made.story.reports.push_back(static_cast<std::int32_t>(index));
  }
  for (const Row& row : made.rows) {
    Report& report = made.reports[row.report];
    const auto at = static_cast<std::uint32_t>(report.text.utf8().find(row.name + "."));
    NameMention mention;
    mention.span = {at, at + static_cast<std::uint32_t>(row.name.size())};
    mention.type = type_of(row.type);
    mention.entity = static_cast<std::int32_t>(report.entities.size());
    if (row.id.size() == 2) mention.grain = 4;
    Entity entity;
    entity.type = mention.type;
    entity.name = row.name;
    entity.name_latin = row.latin;
    entity.role = row.role;
    entity.id = row.id;
    entity.country = row.country;
    entity.mentions = {static_cast<std::int32_t>(report.names.size())};
    made.entity.push_back(mention.entity);
    report.names.push_back(mention);
    report.entities.push_back(entity);
  }
  made.names = unify_names(made.reports, made.story);
  return made;
}

void expect_groups(const NamedStory& made) {
  for (std::size_t i = 0; i < made.rows.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      EXPECT_EQ(made.name_of(i) == made.name_of(j), made.rows[i].group == made.rows[j].group)
          << made.rows[i].name << " / " << made.rows[j].name;
    }
  }
}

TEST(UnifiedNames, OneEventsNamesUnderAllTheirSpellings) {
  const NamedStory made = make_story("almaty");
  ASSERT_GE(made.rows.size(), 20u);
  expect_groups(made);
  const NameInRecord& tokayev = made.names.names[static_cast<std::size_t>(made.name_of(0))];
  EXPECT_EQ(tokayev.name_latin, "Kassym-Jomart Tokayev");
  EXPECT_FALSE(tokayev.latin_is_romanised);
  EXPECT_EQ(tokayev.forms.size(), 4u);
  EXPECT_GE(tokayev.reasons.size(), 3u);
  EXPECT_EQ(tokayev.roles.size(), 2u);
  EXPECT_EQ(split_name(tokayev.name).size(), 3u) << tokayev.name;
}

TEST(UnifiedNames, TwoOfOneFamilyStayTwo) { expect_groups(make_story("brothers")); }

TEST(UnifiedNames, ANameWithoutLatinIsRomanisedAndMarked) {
  const NamedStory made = make_story("brothers");
  const NameInRecord& name = made.names.names[0];
  EXPECT_TRUE(name.latin_is_romanised);
  EXPECT_NE(name.name_latin.find("al-"), std::string::npos) << name.name_latin;
}

TEST(UnifiedNames, EveryEntityHasItsName) {
  const NamedStory made = make_story("almaty");
  for (std::size_t i = 0; i < made.rows.size(); ++i) EXPECT_NE(made.name_of(i), kNone);
  EXPECT_EQ(made.names.find(0, 999), kNone);
  EXPECT_EQ(made.names.find(99, 0), kNone);
  EXPECT_EQ(made.names.find(0, kNone), kNone);
  EXPECT_EQ(made.names.names[0].id, "n1");
}

}  // namespace
}  // namespace isnad
