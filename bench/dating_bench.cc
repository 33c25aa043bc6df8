// SPDX-License-Identifier: Apache-2.0
// Days for 200 reports of one story: date_reports alone, over reports that are read already. They
// are the example's, repeated with a few words changed; one in each twenty keeps its page's date,
// where it has one.
// Fails where a timed call answers otherwise than the first.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "isnad/engine.h"
#include "isnad/packs.h"
#include "record/record_steps.h"

namespace isnad {
namespace {

constexpr std::size_t kReports = 200;
constexpr std::size_t kDatedEach = 20;

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

// Another wording of `text`: each of its numbers of three digits and more becomes another, and so
// it ends on a sentence of its own.
std::string changed(const std::string& text, std::size_t number) {
  std::string out = text;
  for (std::size_t i = 0; i + 2 < out.size(); ++i) {
    const auto digit = [&](std::size_t k) { return k < out.size() && out[k] >= '0' && out[k] <= '9'; };
    const bool year = out.compare(i, 2, "20") == 0 && digit(i + 3) && !digit(i + 4);
    if (!digit(i) || (i > 0 && digit(i - 1)) || !digit(i + 2) || year) continue;
    out[i + 2] = static_cast<char>('0' + number % 10);
  }
  return out + "\nNote " + std::to_string(number) + ".\n";
}

struct Prepared {
  std::vector<Report> reports;
  Story story;
  std::vector<std::vector<std::string>> notes;   // as read, by report
  std::vector<std::string> answer;               // of one plain call

  // What dating gave is taken off again: reports cannot be copied.
  void undate() {
    for (std::size_t i = 0; i < reports.size(); ++i) {
      reports[i].notes = notes[i];
      if (i % kDatedEach != 0 || reports[i].published.basis == Basis::Inferred) {
        reports[i].published = {};
      }
    }
  }
};

std::vector<std::string> answers(const std::vector<Report>& reports) {
  std::vector<std::string> out;
  for (const Report& report : reports) {
    out.push_back(days_text(report.published.days));
    for (const Evidence& why : report.published.why) out.back() += "\n" + why.text;
    for (const std::string& note : report.notes) out.back() += "\n! " + note;
  }
  return out;
}

Prepared* prepared() {
  static const std::unique_ptr<Prepared> one = [] {
    Result<Packs> packs = load_packs(ISNAD_PACKS_DIR);
    const std::vector<std::string> texts = example_texts();
    if (!packs.ok() || texts.empty()) return std::unique_ptr<Prepared>();
    auto out = std::make_unique<Prepared>();
    std::vector<Page> pages;
    for (std::size_t i = 0; i < kReports; ++i) {
      Page page;
      page.input = "report " + std::to_string(i);
      page.bytes = changed(texts[i % texts.size()], i);
      pages.push_back(std::move(page));
      out->story.reports.push_back(static_cast<std::int32_t>(i));
    }
    out->reports = read_reports(pages, packs.value(), {});
    for (const Report& report : out->reports) out->notes.push_back(report.notes);
    out->undate();
    date_reports(out->reports, out->story, "en");
    out->answer = answers(out->reports);
    return out;
  }();
  return one.get();
}

void date_200_reports(benchmark::State& state) {
  Prepared* all = prepared();
  if (!all || all->reports.size() != kReports) return state.SkipWithError("no packs or examples");
  for (auto round : state) {
    (void)round;
    all->undate();
    const auto begin = std::chrono::steady_clock::now();
    date_reports(all->reports, all->story, "en");
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    state.SetIterationTime(took.count());
    if (answers(all->reports) != all->answer) return state.SkipWithError("another answer");
  }
  std::size_t known = 0, one_day = 0;
  for (const Report& report : all->reports) {
    known += report.published.days.known();
    one_day += report.published.days.one_day();
  }
  state.counters["known"] = static_cast<double>(known);
  state.counters["one_day"] = static_cast<double>(one_day);
}

BENCHMARK(date_200_reports)->Unit(benchmark::kMillisecond)->UseManualTime();

}  // namespace
}  // namespace isnad
