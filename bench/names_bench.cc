// SPDX-License-Identifier: Apache-2.0
// Names and places: what loading the packs (the gazetteer in them) costs, looking a name up in the packs and in a list
// of the user's own, telling which place of a name is meant, and joining 10,000 mentions of 500 reports.
// Each fails where the answer is not the one known before.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "engine/import_lists.h"
#include "engine/read_report.h"
#include "isnad/engine.h"
#include "isnad/packs.h"
#include "match/pack.h"
#include "read/imported.h"
#include "read/places.h"
#include "record/record_steps.h"

namespace isnad {
namespace {

constexpr std::size_t kReports = 500, kMentionsEach = 20;
constexpr const char* kTown = "Baghdad";

std::unique_ptr<Packs> packs_or_null(benchmark::State& state) {
  Result<Packs> packs = load_packs(ISNAD_PACKS_DIR);
  if (!packs.ok()) {
    state.SkipWithError(packs.error().message().c_str());
    return nullptr;
  }
  return std::make_unique<Packs>(std::move(packs).value());
}

const Sense* town(const Packs& packs, const std::string& name) {
  return find_sense(packs, imported_key(name), class_id("CITY"));
}

void BM_LoadPacks(benchmark::State& state) {
  std::size_t rows = 0;
  for (auto step : state) {
    (void)step;
    const Result<Packs> packs = load_packs(ISNAD_PACKS_DIR);
    if (!packs.ok() || town(packs.value(), kTown) == nullptr) {
      state.SkipWithError("no packs, or Baghdad is not in them");
      return;
    }
    rows = packs.value().inner().senses.size();
  }
  state.counters["rows"] = static_cast<double>(rows);
}
BENCHMARK(BM_LoadPacks)->Unit(benchmark::kMillisecond);

// The names of places in the lists, those of one word, and as many that are in no list.
std::vector<std::string> names_of_lists() {
  std::vector<std::string> keys;
  for (const char* name : {"ar", "en"}) {
    std::ifstream in(std::string(ISNAD_SOURCE_DIR) + "/packs/" + name + "/lists/places_cities.tsv");
    for (std::string line; std::getline(in, line);) {
      if (!line.starts_with("CITY\t")) continue;
      const std::string key = imported_key(line.substr(line.rfind('\t') + 1));
      if (key.find(' ') != std::string::npos) continue;
      keys.push_back(key);
      keys.push_back(key + "x");
    }
  }
  return keys;
}

void BM_LookUp(benchmark::State& state) {
  const std::unique_ptr<Packs> packs = packs_or_null(state);
  if (!packs) return;
  const std::vector<std::string> keys = names_of_lists();
  std::size_t found = 0;
  for (auto step : state) {
    (void)step;
    found = 0;
    for (const std::string& key : keys)
      if (find_sense(*packs, key, class_id("CITY")) != nullptr) ++found;
  }
  // Names with marks in them are several words to a text: not all are found under one key.
  if (keys.empty() || found * 2 < keys.size() * 9 / 10 || found > keys.size() * 6 / 10) {
    state.SkipWithError(("found of listed and unlisted names: " + std::to_string(found)).c_str());
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(keys.size()) * state.iterations());
}
BENCHMARK(BM_LookUp)->Unit(benchmark::kMicrosecond);

// 200,000 places of the user's own.
void BM_LookUpImported(benchmark::State& state) {
  constexpr int kRows = 200000;
  const std::string base = (std::filesystem::temp_directory_path() / ("isnad_names_bench_" + std::to_string(getpid()))).string();
  {
    std::ofstream out(base + ".tsv");
    out << "id\tname\tcountry\tpopulation\n";
    for (int i = 0; i < kRows; ++i) out << i << "\tTown" << i << "\tIQ\t" << i << "\n";
  }
  const Result<ImportCounts> made = import_places(base + ".tsv", base + ".list", {}, [](std::uint64_t, const std::string&) {});
  const auto list = ImportedList::open(base + ".list");
  std::filesystem::remove(base + ".tsv");
  std::filesystem::remove(base + ".list");
  if (!made.ok() || made.value().taken != kRows || !list.ok()) {
    state.SkipWithError("the list could not be made");
    return;
  }
  std::vector<std::string> keys;
  for (int i = 0; i < 10000; ++i) keys.push_back("town" + std::to_string(i * 19));
  std::size_t found = 0;
  for (auto step : state) {
    (void)step;
    found = 0;
    for (const std::string& key : keys) list.value()->find(key, [&](std::string_view) { ++found; });
  }
  if (found != keys.size()) state.SkipWithError("not every name is found once");
  state.SetItemsProcessed(static_cast<std::int64_t>(keys.size()) * state.iterations());
}
BENCHMARK(BM_LookUpImported)->Unit(benchmark::kMicrosecond);

// The texts of tests/cases/places as one report of some thousand bytes.
std::string places_text() {
  std::string text;
  std::ifstream in(ISNAD_SOURCE_DIR "/tests/cases/places/ar.txt");
  for (std::string line; std::getline(in, line) && text.size() < 16000;) {
    if (line.empty() || line[0] == '#') continue;
    for (const char c : line.substr(line.rfind('|') + 2))
      if (c != '[' && c != ']') text += c;
    text += "\n";
  }
  return text;
}

void BM_ResolvePlaces(benchmark::State& state) {
  const std::unique_ptr<Packs> packs = packs_or_null(state);
  if (!packs) return;
  Page page;
  page.bytes = places_text();
  Report report = read_report(page, *packs);
  const Lattice lattice(report.text, *packs);
  resolve_places(lattice, report);
  std::vector<std::string> first;
  for (const NameMention& name : report.names) first.push_back(name.id);
  for (auto step : state) {
    (void)step;
    resolve_places(lattice, report);
  }
  std::size_t places = 0;
  for (std::size_t i = 0; i < report.names.size(); ++i) {
    if (report.names[i].id != first[i]) state.SkipWithError("another answer than the first");
    if (report.names[i].type == EntityType::Place) ++places;
  }
  if (places < 50) state.SkipWithError("too few places");
  state.SetItemsProcessed(static_cast<std::int64_t>(places) * state.iterations());
}
BENCHMARK(BM_ResolvePlaces)->Unit(benchmark::kMicrosecond);

// ---- joining names ------------------------------------------------------------------------------------

struct Named { EntityType type; std::string name; };

std::vector<Named> names_of_pairs() {
  std::vector<Named> names;
  std::ifstream in(ISNAD_SOURCE_DIR "/tests/record/names_pairs.tsv");
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream cells(line);
    std::string type, one, cell;
    std::getline(cells, type, '\t');
    std::getline(cells, one, '\t');
    const EntityType kind = type == "person" ? EntityType::Person : type == "place" ? EntityType::Place : EntityType::Organisation;
    while (std::getline(cells, cell, '\t')) names.push_back({kind, cell});
  }
  return names;
}

// 500 reports of 20 mentions; a few names stand in many reports, most in few, as in news.
std::vector<Report> make_reports(const std::vector<Named>& names) {
  std::vector<Report> reports(kReports);
  std::uint64_t dice = 20220105;
  for (std::size_t r = 0; r < kReports; ++r) {
    Report& report = reports[r];
    report.input = std::to_string(r);
    std::string text;
    for (std::size_t m = 0; m < kMentionsEach; ++m) {
      dice = dice * 6364136223846793005u + 1442695040888963407u;
      const double at = static_cast<double>(dice >> 33) / 2147483648.0;
      const Named& named = names[static_cast<std::size_t>(at * at * static_cast<double>(names.size()))];
      NameMention mention;
      mention.type = named.type;
      mention.span.begin = static_cast<std::uint32_t>(text.size());
      text += named.name;
      mention.span.end = static_cast<std::uint32_t>(text.size());
      text += ".\n";
      mention.entity = static_cast<std::int32_t>(m);
      Entity entity;
      entity.type = named.type;
      entity.name = named.name;
      entity.mentions = {static_cast<std::int32_t>(m)};
      report.names.push_back(mention);
      report.entities.push_back(entity);
    }
    report.text = make_text(text);
  }
  return reports;
}

void BM_Unify10000Mentions(benchmark::State& state) {
  const std::vector<Named> names = names_of_pairs();
  if (names.size() < 1000) { state.SkipWithError("no pairs of names"); return; }
  const std::vector<Report> reports = make_reports(names);
  Story story;
  for (std::size_t i = 0; i < reports.size(); ++i) story.reports.push_back(static_cast<std::int32_t>(i));
  const std::size_t joined = unify_names(reports, story).names.size();
  std::set<std::string> written;
  for (const Report& report : reports)
    for (const Entity& entity : report.entities) written.insert(entity.name);
  if (joined >= written.size()) { state.SkipWithError("nothing was joined"); return; }
  for (auto step : state) {
    (void)step;
    if (unify_names(reports, story).names.size() != joined) { state.SkipWithError("another answer than the first"); return; }
  }
  state.counters["mentions"] = static_cast<double>(kReports * kMentionsEach);
  state.counters["written"] = static_cast<double>(written.size());
  state.counters["names"] = static_cast<double>(joined);
}
BENCHMARK(BM_Unify10000Mentions)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace isnad
