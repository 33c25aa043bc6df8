// SPDX-License-Identifier: Apache-2.0
// Copies and stories of made-up reports: signatures, the index of copies and the index of stories. The
// time given for N is the processor time of one report, over the last 500 of N: it must not grow.
// Fails where copies are not found or stories are not those the reports were made of.
#include <benchmark/benchmark.h>
#include <time.h>

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "story/copy_index.h"
#include "story/facts.h"
#include "story/story_index.h"

namespace isnad {
namespace {

constexpr std::size_t kWords = 220;      // of a report
constexpr std::int64_t kTimed = 500;     // the last so many of a stream are timed
constexpr std::int64_t kDaily = 2000;    // reports of a day
constexpr std::int64_t kFewDaily = 100;  // a week of them is open within the first thousand

struct Dice {
  std::uint64_t state;
  std::uint64_t next() {
    state += 0x9E3779B97F4A7C15ull;
    std::uint64_t h = state;
    h = (h ^ (h >> 30)) * 0xBF58476D1CE4E5B9ull;
    h = (h ^ (h >> 27)) * 0x94D049BB133111EBull;
    return h ^ (h >> 31);
  }
  // Few words are frequent, many are rare.
  std::uint64_t word() {
    const double u = static_cast<double>(next() >> 11) / 9007199254740992.0;
    return static_cast<std::uint64_t>(std::exp(u * std::log(300000.0))) * 0x9E3779B97F4A7C15ull;
  }
};

// Report `number`; one in ten is the report 7 to 300 before it with a head of its own, a fifth of it left
// out and one word in twelve another.
std::int64_t source_of(std::int64_t number) {
  const auto back = static_cast<std::int64_t>(Dice{static_cast<std::uint64_t>(number)}.next() % 294 + 7);
  if (number % 10 != 9 || back > number) return number;
  const std::int64_t source = number - back;
  return source % 10 == 9 ? source - 1 : source;
}

std::vector<StoryWord> make_words(std::int64_t number) {
  const std::int64_t source = source_of(number);
  Dice dice{static_cast<std::uint64_t>(source) * 7919}, own{static_cast<std::uint64_t>(number) * 104729 + 5};
  std::vector<StoryWord> words;
  words.reserve(kWords + 30);
  const auto push = [&](std::uint64_t stem) {
    StoryWord word;
    word.hash = word.stem = stem;
    words.push_back(word);
  };
  if (source != number) {
    for (int i = 0; i < 25; ++i) push(own.word());
  }
  const std::uint64_t left_out = own.next() % (kWords * 4 / 5);
  for (std::uint64_t i = 0; i < kWords; ++i) {
    const std::uint64_t stem = dice.word();
    if (source != number && i >= left_out && i < left_out + kWords / 5) continue;
    push(source != number && own.next() % 12 == 0 ? own.word() : stem);
  }
  return words;
}

// Report `number` of event number / 20: eight of its ten words, forty of its own, forty of all news.
std::int64_t event_of(std::int64_t number) { return number / 200 * 10 + number % 10; }

StoryFacts make_facts(std::int64_t number, std::int64_t daily = kDaily) {
  StoryFacts facts;
  Dice event{static_cast<std::uint64_t>(event_of(number)) + 900001}, own{static_cast<std::uint64_t>(number) * 31 + 7};
  const std::uint64_t left = own.next() % 10;
  for (std::uint64_t i = 0; i < 10; ++i) {
    const std::uint64_t hash = event.next();
    if (i == left) continue;
    facts.terms.push_back({hash, i < 4 ? kTermTitle : kTermLead, i < 3, false});
  }
  for (int i = 0; i < 80; ++i) {
    facts.terms.push_back({own.word(), i < 10 ? kTermLead : i < 20 ? kTermTwice : kTermOnce, false, false});
  }
  std::sort(facts.terms.begin(), facts.terms.end(),
            [](const StoryTerm& a, const StoryTerm& b) { return a.hash < b.hash; });
  facts.terms.erase(std::unique(facts.terms.begin(), facts.terms.end(),
                                [](const StoryTerm& a, const StoryTerm& b) { return a.hash == b.hash; }),
                    facts.terms.end());
  facts.day = static_cast<std::int32_t>(16000 + number / daily);
  return facts;
}

// Of the processor, for this thread: other programs do not count.
double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

void BM_Signatures(benchmark::State& state) {
  std::vector<std::vector<StoryWord>> reports;
  for (std::int64_t i = 0; i < 1000; ++i) reports.push_back(make_words(i));
  for (std::size_t i = 309; i < reports.size(); i += 10) {
    const auto source = static_cast<std::size_t>(source_of(static_cast<std::int64_t>(i)));
    const Signature a = make_signature(reports[i]);
    if (source == i) continue;   // where the one before is a copy itself
    const double with_source = compare_signatures(a, make_signature(reports[source]));
    const double with_other = compare_signatures(a, make_signature(reports[i - 8]));
    if (with_source < 0.15 || (source != i - 8 && with_other > 0.1)) {
      state.SkipWithError("a copy is not told from another report");
      break;
    }
  }
  std::size_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(make_signature(reports[i++ % reports.size()]));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(BM_Signatures);

void BM_CopyIndex(benchmark::State& state) {
  const std::int64_t n = state.range(0);
  for (auto _ : state) {
    CopyIndex index(static_cast<std::size_t>(n));
    std::vector<std::vector<StoryWord>> last;
    for (std::int64_t i = n - kTimed; i < n; ++i) last.push_back(make_words(i));
    std::int64_t copies = 0, found = 0, proposed = 0;
    for (std::int64_t i = 0; i < n - kTimed; ++i) {
      const std::vector<std::int32_t> met = index.add(make_words(i));
      proposed += static_cast<std::int64_t>(met.size());
      if (source_of(i) == i) continue;
      ++copies;
      found += std::binary_search(met.begin(), met.end(), static_cast<std::int32_t>(source_of(i)));
    }
    const double start = processor_seconds();
    for (const std::vector<StoryWord>& words : last) benchmark::DoNotOptimize(index.add(words));
    state.SetIterationTime((processor_seconds() - start) / kTimed);
    if (copies > 0 && found * 100 < copies * 98) state.SkipWithError("copies are not found");
    state.counters["found"] = copies > 0 ? static_cast<double>(found) / static_cast<double>(copies) : 1;
    state.counters["pairs_a_report"] = static_cast<double>(proposed) / static_cast<double>(n);
    state.counters["bytes_a_report"] = static_cast<double>(index.bytes()) / static_cast<double>(n);
  }
}
BENCHMARK(BM_CopyIndex)->Arg(1000)->Arg(10000)->Arg(100000)->Arg(1000000)
    ->UseManualTime()->Iterations(1)->Unit(benchmark::kMicrosecond);

// Reports of one event that are not in the story of its first report, and those of others that are.
std::int64_t count_wrong(const StoryIndex& index, std::int64_t n) {
  std::unordered_map<std::int64_t, std::int32_t> story_of;
  std::unordered_map<std::int32_t, std::int64_t> event_in;
  std::int64_t wrong = 0;
  for (std::int64_t i = 0; i < n; ++i) {
    const std::int32_t story = index.story_of()[static_cast<std::size_t>(i)];
    const std::int64_t event = event_of(i);
    wrong += story_of.try_emplace(event, story).first->second != story ||
             event_in.try_emplace(story, event).first->second != event;
  }
  return wrong;
}

void BM_StoryIndex(benchmark::State& state) {
  const std::int64_t n = state.range(0), daily = state.range(1);
  for (auto _ : state) {
    StoryIndex index(true);
    std::vector<StoryFacts> last;
    for (std::int64_t i = n - kTimed; i < n; ++i) last.push_back(make_facts(i, daily));
    for (std::int64_t i = 0; i < n - kTimed; ++i) index.add(make_facts(i, daily));
    const double start = processor_seconds();
    for (const StoryFacts& facts : last) index.add(facts);
    state.SetIterationTime((processor_seconds() - start) / kTimed);
    const std::int64_t wrong = count_wrong(index, n);
    if (wrong * 50 > n) state.SkipWithError("reports are in wrong stories");
    state.counters["wrong"] = static_cast<double>(wrong) / static_cast<double>(n);
    state.counters["open"] = static_cast<double>(index.open_stories());
    state.counters["bytes_a_report"] = static_cast<double>(index.bytes()) / static_cast<double>(n);
  }
}
// Where few reports come a day, as many stories are open after 1,000 as after 1,000,000; where many come,
// from the eighth day on (16,000).
BENCHMARK(BM_StoryIndex)
    ->ArgsProduct({{1000, 10000, 100000, 1000000}, {kFewDaily}})
    ->ArgsProduct({{1000, 10000, 100000, 1000000}, {kDaily}})
    ->UseManualTime()->Iterations(1)->Unit(benchmark::kMicrosecond);

// A batch: all are added, then settled.
void BM_Group(benchmark::State& state) {
  std::vector<StoryFacts> facts;
  for (std::int64_t i = 0; i < 5000; ++i) facts.push_back(make_facts(i));
  for (auto _ : state) {
    StoryIndex index;
    for (const StoryFacts& one : facts) index.add(one);
    index.settle();
    if (count_wrong(index, 5000) > 50) state.SkipWithError("reports are in wrong stories");
  }
  state.SetItemsProcessed(state.iterations() * 5000);
}
BENCHMARK(BM_Group)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace isnad
