// SPDX-License-Identifier: Apache-2.0
// One story of 300 reports reconciled: reconcile() alone, over reports that are read, dated and named
// already. They are the example's, repeated with other numbers and days, so that lanes are long.
// Fails where a timed call answers otherwise than the first, or where the record has lost its lanes.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "isnad/engine.h"
#include "isnad/packs.h"
#include "isnad/show.h"
#include "record/record_steps.h"

namespace isnad {
namespace {

constexpr std::size_t kReports = 300;

std::vector<std::string> example_texts() {
  namespace fs = std::filesystem;
  std::vector<std::string> paths, texts;
  for (const auto& entry : fs::directory_iterator(ISNAD_SOURCE_DIR "/examples/almaty-2022"))
    if (entry.path().extension() == ".txt") paths.push_back(entry.path().string());
  std::sort(paths.begin(), paths.end());
  for (const std::string& path : paths) {
    std::ifstream in(path);
    texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return texts;
}

// Another wording: in two of three the last digit of each number of two digits and more is another.
std::string changed(const std::string& text, std::size_t number) {
  std::string out = text;
  for (std::size_t i = 1; i < out.size(); ++i) {
    const auto digit = [&](std::size_t k) { return k < out.size() && out[k] >= '0' && out[k] <= '9'; };
    const bool last = digit(i) && digit(i - 1) && !digit(i + 1);
    const bool year = last && i >= 3 && digit(i - 2) && out[i - 3] == '2' && out[i - 2] == '0';
    if (last && !year && number % 3 != 0) out[i] = static_cast<char>('0' + number % 10);
  }
  return out;
}

struct Prepared {
  std::unique_ptr<Packs> packs;
  std::vector<Report> reports;
  Story story;
  CopyGraph copies;
  Names names;
  std::string answer;

  Record record() const {
    return reconcile(reports, story, copies, names, Policy::LatestOfficial, "en");
  }
  std::string shown(const Record& record) const {
    return render_records_json(std::vector<Record>{record}, reports, *packs, Policy::LatestOfficial);
  }
};

std::unique_ptr<Prepared> prepare(std::string& error) {
  Result<Packs> packs = load_packs(ISNAD_PACKS_DIR);
  if (!packs.ok()) { error = packs.error().message(); return nullptr; }
  const std::vector<std::string> texts = example_texts();
  if (texts.empty()) { error = "no example"; return nullptr; }
  std::vector<Page> pages;
  for (std::size_t i = 0; i < kReports; ++i) {
    Page page;
    page.input = std::to_string(i);
    page.bytes = changed(texts[i % texts.size()], i / texts.size());
    page.published = "2022-01-" + std::string(i % 9 < 4 ? "0" : "1") + std::to_string(6 + i % 4 - (i % 9 < 4 ? 0 : 6));
    pages.push_back(std::move(page));
  }
  auto made = std::make_unique<Prepared>();
  made->packs = std::make_unique<Packs>(std::move(packs).value());
  made->reports = read_reports(pages, *made->packs, {});
  for (std::size_t i = 0; i < made->reports.size(); ++i) {
    made->story.reports.push_back(static_cast<std::int32_t>(i));
  }
  made->names = unify_names(made->reports, made->story);
  const Record record = made->record();
  std::size_t points = 0;
  for (const FigureLane& lane : record.figures) points += lane.series.size();
  if (points < 50) { error = "too few points to measure: " + std::to_string(points); return nullptr; }
  made->answer = made->shown(record);
  return made;
}

void BM_Reconcile300(benchmark::State& state) {
  std::string error;
  const std::unique_ptr<Prepared> prepared = prepare(error);
  if (!prepared) { state.SkipWithError(error.c_str()); return; }
  for (auto step : state) {
    (void)step;
    const Record record = prepared->record();
    state.PauseTiming();
    if (prepared->shown(record) != prepared->answer) {
      state.SkipWithError("another answer than the first");
      return;
    }
    state.ResumeTiming();
  }
  state.counters["reports"] = static_cast<double>(kReports);
  state.counters["figures"] = 0;
  for (const Report& report : prepared->reports) {
    state.counters["figures"] += static_cast<double>(report.figures.size());
  }
}
BENCHMARK(BM_Reconcile300)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace isnad
