// SPDX-License-Identifier: Apache-2.0
// Bytes -> words -> readings, one core: what each step costs, the peer beside it, and that the cost
// is linear on texts made to break that.
#include <benchmark/benchmark.h>
#include <libstemmer.h>
#include <rapidjson/document.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <new>
#include <string>
#include <vector>

#include "corpus.h"
#include "isnad/packs.h"
#include "isnad/text.h"
#include "match/best_reading.h"
#include "match/match.h"
#include "match/pack.h"
#include "text/decode.h"

namespace {
std::size_t allocations = 0, allocated_bytes = 0;  // the benchmarks run on one thread
}

void* operator new(std::size_t size) {
  ++allocations;
  allocated_bytes += size;
  if (void* out = std::malloc(size ? size : 1)) return out;
  throw std::bad_alloc();
}
void operator delete(void* at) noexcept { std::free(at); }
void operator delete(void* at, std::size_t) noexcept { std::free(at); }

namespace isnad::bench {
namespace {

void add_report(Corpus& out, std::string report) {
  out.bytes += report.size();
  out.reports.push_back(std::move(report));
}

void add_json_line(Corpus& out, const std::string& line) {
  rapidjson::Document record;
  record.Parse(line.c_str(), line.size());
  if (record.HasParseError() || !record.IsObject() || !record.HasMember("text")) return;
  std::string report;
  if (record.HasMember("title")) report = std::string(record["title"].GetString()) + "\n";
  add_report(out, report + record["text"].GetString());
}

Corpus read_news(const std::string& path) {
  Corpus out{"news of 2015", {}, 0};
  std::FILE* pipe = popen(("gzip -dc '" + path + "' 2>/dev/null").c_str(), "r");
  if (pipe == nullptr) return out;
  std::string line;
  char buffer[65536];
  while (const std::size_t n = std::fread(buffer, 1, sizeof buffer, pipe))
    for (std::size_t i = 0; i < n; ++i) {
      if (buffer[i] != '\n') {
        line += buffer[i];
        continue;
      }
      add_json_line(out, line);
      line.clear();
    }
  pclose(pipe);
  return out;
}

Corpus own_sentences() {
  Corpus out{"own sentences", {}, 0};
  std::ifstream file(std::string(ISNAD_SOURCE_DIR) + "/tests/words/splits.txt");
  std::string all;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::erase(line, '+');
    all += line + "\n";
  }
  for (int i = 0; i < 200; ++i) add_report(out, all);
  return out;
}

}  // namespace

const Corpus& corpus() {
  static const Corpus made = [] {
    const char* shared = std::getenv("ISNAD_SHARED");
    Corpus out;
    if (shared) out = read_news(std::string(shared) + "/data/arabic_news_2015.jsonl.gz");
    return out.reports.empty() ? own_sentences() : out;
  }();
  return made;
}

namespace {

bool is_word(const Token& token) {
  return token.kind == TokenKind::Word || token.kind == TokenKind::Number;
}

const std::vector<Text>& texts() {
  static const std::vector<Text> made = [] {
    std::vector<Text> out;
    for (const std::string& report : corpus().reports) out.push_back(make_text(report));
    return out;
  }();
  return made;
}

std::size_t words() {
  static const std::size_t count = [] {
    std::size_t n = 0;
    for (const Text& text : texts())
      for (const Token& token : text.tokens()) n += is_word(token);
    return n;
  }();
  return count;
}

void report_words(benchmark::State& state) {
  const auto count = static_cast<std::int64_t>(words());
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * count);
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * corpus().bytes));
  state.SetLabel(corpus().name);
}

const Packs* packs() {
  static const Result<Packs> loaded = load_packs(ISNAD_PACKS_DIR);
  return loaded ? &loaded.value() : nullptr;
}

void decode_only(benchmark::State& state) {
  for (auto _ : state)
    for (const std::string& report : corpus().reports) benchmark::DoNotOptimize(decode(report).utf8);
  report_words(state);
}

// What was asked of the allocator since `count` and `bytes`, by report and by word.
void report_memory(benchmark::State& state, std::size_t count, std::size_t bytes) {
  const auto runs = static_cast<double>(state.iterations());
  const double reports = runs * static_cast<double>(corpus().reports.size());
  state.counters["new/report"] = static_cast<double>(allocations - count) / reports;
  state.counters["bytes/report"] = static_cast<double>(allocated_bytes - bytes) / reports;
  state.counters["new/word"] =
      static_cast<double>(allocations - count) / (runs * static_cast<double>(words()));
  state.counters["words/report"] =
      static_cast<double>(words()) / static_cast<double>(corpus().reports.size());
}

void text_only(benchmark::State& state) {
  texts();
  const std::size_t count = allocations, bytes = allocated_bytes;
  for (auto _ : state)
    for (const std::string& report : corpus().reports) benchmark::DoNotOptimize(make_text(report));
  report_memory(state, count, bytes);
  report_words(state);
}

// Each word looked up whole in every pack.
std::size_t look_up(const Text& text, const Packs::Inner& inner) {
  std::size_t found = 0;
  for (const Token& token : text.tokens()) {
    if (!is_word(token)) continue;
    const std::string_view key = text.key(token);
    const std::uint64_t hash = hash_key(key);
    const std::uint8_t with = inner.packs_with(hash);
    for (std::size_t pack = 0; with != 0 && pack < inner.views.size(); ++pack)
      if (with >> (pack % 8) & 1) found += inner.views[pack].find(key, hash) >= 0;
  }
  return found;
}

void text_and_lexicon(benchmark::State& state) {
  if (packs() == nullptr) return state.SkipWithError("no packs");
  for (auto _ : state)
    for (const std::string& report : corpus().reports)
      benchmark::DoNotOptimize(look_up(make_text(report), packs()->inner()));
  report_words(state);
}

void lattice_only(benchmark::State& state) {
  if (packs() == nullptr) return state.SkipWithError("no packs");
  texts();
  const std::size_t count = allocations, bytes = allocated_bytes;
  for (auto _ : state)
    for (const Text& text : texts()) benchmark::DoNotOptimize(Lattice(text, *packs()).edges_from(0).size());
  report_memory(state, count, bytes);
  report_words(state);
}

// The lattice and the likeliest reading of each word; choosing asks nothing of the allocator.
void best_readings(benchmark::State& state) {
  if (packs() == nullptr) return state.SkipWithError("no packs");
  std::size_t asked = 0, cuts = 0;
  for (auto _ : state)
    for (const Text& text : texts()) {
      const Lattice lattice(text, *packs());
      const std::size_t count = allocations;
      for (std::uint32_t i = 0; i < text.tokens().size(); ++i)
        if (text.tokens()[i].kind == TokenKind::Word) cuts += best_reading(lattice, i).count;
      asked += allocations - count;
    }
  benchmark::DoNotOptimize(cuts);
  state.counters["new/choosing"] = static_cast<double>(asked);
  report_words(state);
}

void pack_load(benchmark::State& state) {
  for (auto _ : state) {
    const Result<Packs> loaded = load_packs(ISNAD_PACKS_DIR);
    if (!loaded) return state.SkipWithError("no packs");
    benchmark::DoNotOptimize(loaded.value().info().size());
  }
}

void text_and_lattice(benchmark::State& state) {
  if (packs() == nullptr) return state.SkipWithError("no packs");
  for (auto _ : state)
    for (const std::string& report : corpus().reports) {
      const Text text = make_text(report);
      benchmark::DoNotOptimize(Lattice(text, *packs()).edges_from(0).size());
    }
  report_words(state);
}

// The peer gets its words cut out already, and no offsets are asked of it.
void snowball(benchmark::State& state) {
  sb_stemmer* stemmer = sb_stemmer_new("arabic", nullptr);
  if (stemmer == nullptr) return state.SkipWithError("no Arabic stemmer");
  for (auto _ : state)
    for (const Text& text : texts())
      for (const Token& token : text.tokens()) {
        if (!is_word(token)) continue;
        const std::string_view word = text.slice(token.span);
        benchmark::DoNotOptimize(sb_stemmer_stem(
            stemmer, reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size())));
      }
  sb_stemmer_delete(stemmer);
  report_words(state);
}

// ---- linear whatever is written -----------------------------------------------------------------

struct Piece {
  const char* name;
  const char* bytes;
};
constexpr Piece kPieces[] = {{"one word", "\xD9\x82\xD8\xA7\xD9\x84"},
                             {"words", "\xD9\x82\xD8\xA7\xD9\x84 "},
                             {"tatweel", "\xD9\x80"},
                             {"marks", "\xD9\x8E"},
                             {"open quotations", "\""},
                             {"guillemets", "\xC2\xAB"},
                             {"ab.", "ab."},
                             {"a.", "a."},
                             {"digits", "1."},
                             {"www.", "www."},
                             {"broken", "\xD9"},
                             {"windows-1256", "\xDE\xC7\xE1 "},
                             {"once too often", "\xD8\xB7\xC2\xA7"},
                             {"blanks", " "},
                             {"breaks", "\n"}};

void piled_up(benchmark::State& state) {
  const Piece& piece = kPieces[state.range(0)];
  const auto size = static_cast<std::size_t>(state.range(1));
  std::string text;
  while (text.size() + std::char_traits<char>::length(piece.bytes) <= size) text += piece.bytes;
  for (auto _ : state) benchmark::DoNotOptimize(make_text(text));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
  state.SetLabel(piece.name);
}

void pile_sizes(benchmark::internal::Benchmark* one) {
  for (std::int64_t piece = 0; piece < static_cast<std::int64_t>(std::size(kPieces)); ++piece)
    for (const std::int64_t size : {1 << 10, 1 << 15, 1 << 20, 10 << 20, 64 << 20})
      one->Args({piece, size});
}

BENCHMARK(decode_only)->Unit(benchmark::kMillisecond);
BENCHMARK(text_only)->Unit(benchmark::kMillisecond);
BENCHMARK(text_and_lexicon)->Unit(benchmark::kMillisecond);
BENCHMARK(lattice_only)->Unit(benchmark::kMillisecond);
BENCHMARK(best_readings)->Unit(benchmark::kMillisecond);
BENCHMARK(pack_load)->Unit(benchmark::kMillisecond);
BENCHMARK(text_and_lattice)->Unit(benchmark::kMillisecond);
BENCHMARK(snowball)->Unit(benchmark::kMillisecond);
BENCHMARK(piled_up)->Apply(pile_sizes)->Unit(benchmark::kMillisecond)->MinTime(0.02);

}  // namespace
}  // namespace isnad::bench
