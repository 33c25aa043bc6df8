// SPDX-License-Identifier: Apache-2.0
// tests/cases/places/*.txt: a reference to a place in its text, with the id, country and precision it
// must be given. Read as the program reads a report; at least 95 % must be right.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "engine/names_all.h"
#include "engine/read_report.h"
#include "isnad/engine.h"

namespace isnad {
namespace {

constexpr double kLeastRight = 0.95;

struct Case {
  std::string id, country, precision, outlet_country, text;
  Span span;
};

Case case_of(const std::string& line) {
  Case one;
  const std::size_t first = line.find(" | "), second = line.find(" | ", first + 3);
  std::istringstream expected(line.substr(0, first));
  std::string name;
  expected >> name >> one.id >> one.country >> one.precision;
  one.outlet_country = line.substr(first + 3, second - first - 3);
  for (const char c : line.substr(second + 3)) {
    if (c == '[') one.span.begin = static_cast<std::uint32_t>(one.text.size());
    else if (c == ']') one.span.end = static_cast<std::uint32_t>(one.text.size());
    else one.text += c;
  }
  return one;
}

const char* precision_of(const NameMention& name) {
  constexpr const char* kNames[] = {"unknown", "site", "town", "province", "country"};
  return name.adjective ? "adjective" : kNames[std::min<std::size_t>(name.grain, 4)];
}

std::string described(const Report& report, const NameMention& name) {
  return "[" + std::string(report.text.slice(name.span)) + "] " + name.id + " " + name.country + " " +
         precision_of(name);
}

// "IL/PS": either of them.
bool has_country(const std::string& expected, const std::string& country) {
  return expected == "-" ? country.empty() : !country.empty() && expected.find(country) != std::string::npos;
}

bool fits(const Case& one, const NameMention& name) {
  const bool same_id = one.id == "*" || name.id == (one.id == "-" ? "" : one.id);
  const bool event = one.precision == "event";
  return same_id && has_country(one.country, name.country) &&
         (event || one.precision == precision_of(name));
}

// The mention that a figure's place is.
const NameMention* name_at(const Report& report, Span span) {
  const auto at = std::find_if(report.names.begin(), report.names.end(), [&](const NameMention& name) {
    return name.type == EntityType::Place && span.contains(name.span);
  });
  return at == report.names.end() ? nullptr : &*at;
}

std::string event_fault(const Case& one, const Report& report) {
  if (report.figures.empty()) return "no figure";
  const NameMention* name = name_at(report, report.figures[0].place);
  if (name == nullptr) return "the figure has no place";
  return name->span == one.span && fits(one, *name) ? "" : described(report, *name);
}

// What is wrong with one case, "" when nothing is.
std::string fault_of(const Case& one, const Packs& packs) {
  Page page;
  page.bytes = one.text;
  if (one.outlet_country != "-") page.url = "https://news.example." + one.outlet_country + "/1";
  const Report report = read_report(page, packs);
  if (one.precision == "event") return event_fault(one, report);
  std::string found;
  for (const NameMention& name : report.names) {
    if (!name.span.overlaps(one.span)) continue;
    if (name.type != EntityType::Place) {   // "the Kazakh authorities", "Luxembourg's parliament": of that country
      const bool country = one.precision == "adjective" || one.precision == "country";
      if (country && name.country == one.country) return "";
      continue;
    }
    // "the province of X": with the word for its kind, or without.
    const bool whole = name.span.end == one.span.end && name.span.contains(one.span);
    if (one.precision != "none" && whole && fits(one, name)) return "";
    found += " " + described(report, name);
  }
  if (found.empty()) return one.precision == "none" ? "" : "nothing found";
  return found;
}

TEST(PlaceCases, AreResolvedAsTheFilesSay) {
  const Result<Packs> packs = load_packs(ISNAD_PACKS_DIR);
  ASSERT_TRUE(packs.ok()) << packs.error().message();
  std::size_t count = 0, right = 0;
  for (const auto& file : std::filesystem::directory_iterator(
           std::filesystem::path(ISNAD_SOURCE_DIR) / "tests/cases/places")) {
    std::ifstream in(file.path());
    for (std::string line; std::getline(in, line);) {
      if (line.empty() || line[0] == '#') continue;
      ++count;
      const std::string fault = fault_of(case_of(line), packs.value());
      if (fault.empty()) ++right;
      else std::printf("not right: %s\n     found: %s\n", line.c_str(), fault.c_str());
    }
  }
  std::printf("%zu of %zu references right\n", right, count);
  EXPECT_GE(count, 300u);
  EXPECT_GE(static_cast<double>(right), kLeastRight * static_cast<double>(count));
}

Report read(const Packs& packs, const std::string& text, const std::string& url = "", const std::string& outlet = "") {
  Page page;
  page.bytes = text;
  page.url = url;
  page.outlet = outlet;
  return read_report(page, packs);
}

// One id, each name as written, neither put for the other; who claims it is said.
TEST(PlaceNames, DisputedNamesStandSideBySide) {
  const Result<Packs> packs = load_packs(ISNAD_PACKS_DIR);
  ASSERT_TRUE(packs.ok());
  std::vector<Report> reports;
  reports.push_back(read(packs.value(), "A destroyer crossed the Persian Gulf on Monday."));
  reports.push_back(read(packs.value(), "Two ships left the Arabian Gulf. A third stayed in the Arabian Gulf near Crimea."));
  const std::vector<NameInRecord> names = collect_names(reports);
  const auto named = [&](const std::string& id) {
    return *std::find_if(names.begin(), names.end(), [&](const NameInRecord& name) { return name.gazetteer == id; });
  };
  const NameInRecord gulf = named("gulf");
  ASSERT_EQ(gulf.forms.size(), 2u);
  EXPECT_EQ(gulf.name, "Arabian Gulf");
  EXPECT_EQ(gulf.forms[0].count, 2);
  EXPECT_EQ(gulf.forms[1].text, "Persian Gulf");
  EXPECT_EQ(named("UA-43").country, "UA");
  EXPECT_EQ(named("UA-43").claimed, "RU");
}

TEST(PlaceNames, TheOutletsCountryDecidesWhereNothingElseDoes) {
  const Result<Packs> packs = load_packs(ISNAD_PACKS_DIR);
  ASSERT_TRUE(packs.ok());
  const auto country = [&](const std::string& url, const std::string& outlet) {
    const Report report = read(packs.value(), "Shops stayed shut in Tripoli.", url, outlet);
    return report.names.empty() ? std::string("nothing found") : report.names[0].country;
  };
  EXPECT_EQ(country("", ""), "LY");
  EXPECT_EQ(country("https://news.example.lb/1", ""), "LB");
  EXPECT_EQ(country("https://news.example.ly:80", ""), "LY");
  EXPECT_EQ(country("https://news.example.tv/lb", ""), "LY");
  EXPECT_EQ(country("", "National News Agency"), "LB");
}

}  // namespace
}  // namespace isnad
