// SPDX-License-Identifier: Apache-2.0
// Times and numbers on one core: find_numbers + find_times over lattices that stand ready. Texts:
// the news of ISNAD_SHARED/data where that is set (unpacked by gzip), else sentences of our own.
#include <benchmark/benchmark.h>
#include <rapidjson/document.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "isnad/packs.h"
#include "match/match.h"
#include "read/read.h"

namespace isnad {
namespace {

constexpr std::size_t kEnough = 4u << 20;   // bytes of text measured on

// One line of a JSONL file of news, or "".
std::string text_of(const std::string& line) {
  rapidjson::Document record;
  record.Parse(line.c_str(), line.size());
  if (record.HasParseError() || !record.IsObject() || !record.HasMember("text")) return "";
  return record["text"].IsString() ? record["text"].GetString() : "";
}

std::vector<std::string> news(const std::string& path) {
  std::vector<std::string> out;
  std::FILE* pipe = popen(("gzip -dc '" + path + "' 2>/dev/null").c_str(), "r");
  if (!pipe) return out;
  std::string line;
  char buffer[65536];
  std::size_t bytes = 0;
  while (bytes < kEnough && std::fgets(buffer, sizeof buffer, pipe)) {
    line += buffer;
    if (line.back() != '\n') continue;
    out.push_back(text_of(line));
    bytes += out.back().size();
    line.clear();
  }
  pclose(pipe);
  return out;
}

// The sentences of the tests, joined to reports of some thousand bytes.
std::vector<std::string> own() {
  std::vector<std::string> out(1);
  for (const char* name : {"arabic.txt", "english.txt"}) {
    std::ifstream in(std::string(ISNAD_SOURCE_DIR) + "/tests/cases/times/" + name);
    for (std::string line; std::getline(in, line);) {
      const std::size_t bar = line.rfind('|');
      if (bar == std::string::npos) continue;
      for (char c : line.substr(bar + 1)) {
        if (c != '[' && c != ']') out.back() += c;
      }
      out.back() += ".\n";
      if (out.back().size() > 3000) out.emplace_back();
    }
  }
  return out;
}

std::vector<std::string> texts() {
  const char* shared = std::getenv("ISNAD_SHARED");
  std::vector<std::string> out;
  if (shared) out = news(std::string(shared) + "/data/arabic_news_2015.jsonl.gz");
  return out.empty() ? own() : out;
}

struct Prepared {
  Packs packs;
  std::vector<Text> texts;
  std::size_t bytes = 0;
};

const Prepared* prepared() {
  static const std::unique_ptr<Prepared> one = [] {
    Result<Packs> packs = load_packs(ISNAD_PACKS_DIR);
    if (!packs.ok()) return std::unique_ptr<Prepared>();
    auto out = std::unique_ptr<Prepared>(new Prepared{std::move(packs.value()), {}, 0});
    for (const std::string& text : texts()) {
      out->texts.push_back(make_text(text));
      out->bytes += text.size();
    }
    return out;
  }();
  return one.get();
}

// A lattice keeps what is found in it, so each round has fresh ones; making them is not counted.
template <class Work>
void over_lattices(benchmark::State& state, Work work) {
  const Prepared* all = prepared();
  if (!all) return state.SkipWithError("no compiled packs");
  for (auto round : state) {
    (void)round;
    state.PauseTiming();
    std::vector<std::unique_ptr<Lattice>> lattices;
    for (const Text& text : all->texts) {
      lattices.push_back(std::make_unique<Lattice>(text, all->packs));
    }
    state.ResumeTiming();
    for (const auto& lattice : lattices) work(*lattice);
    state.PauseTiming();
    lattices.clear();
    state.ResumeTiming();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * all->bytes));
}

void numbers(benchmark::State& state) {
  over_lattices(state, [](Lattice& lattice) {
    Report report;
    find_numbers(lattice, report);
    benchmark::DoNotOptimize(report.numbers.size());
  });
}

void numbers_and_times(benchmark::State& state) {
  over_lattices(state, [](Lattice& lattice) {
    Report report;
    find_numbers(lattice, report);
    find_times(lattice, report);
    benchmark::DoNotOptimize(report.times.size());
  });
}

BENCHMARK(numbers)->Unit(benchmark::kMillisecond)->MinTime(1);
BENCHMARK(numbers_and_times)->Unit(benchmark::kMillisecond)->MinTime(1);

}  // namespace
}  // namespace isnad
