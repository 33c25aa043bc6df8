// SPDX-License-Identifier: Apache-2.0
// What each step of reading a page of HTML takes: bytes, tree, blocks, metadata, choice, words.
// Pages: *.html of the folder ISNAD_BENCH_PAGES, or the project's own layouts.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdlib>

#include "base/file.h"
#include "engine/page_text.h"
#include "isnad/packs.h"
#include "page/html.h"
#include "page/html_main.h"
#include "page/metadata.h"

namespace isnad {
namespace {

const std::vector<std::string>& pages() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> out;
    const char* named = std::getenv("ISNAD_BENCH_PAGES");
    const std::string folder = named ? named : ISNAD_SOURCE_DIR "/tests/pages_gold/sites";
    const auto files = list_folder(folder);
    if (!files.ok()) return out;
    for (const std::string& file : files.value())
      if (file.ends_with(".html"))
        if (auto bytes = read_file(file, kMaxHtmlBytes); bytes.ok()) out.push_back(bytes.value());
    return out;
  }();
  return all;
}

const Packs& packs() {
  static const Packs loaded = std::move(load_packs(ISNAD_PACKS_DIR)).value();
  return loaded;
}

// What of the way a page goes.
enum Step { kBytes, kTree, kBlocks, kMetadata, kChoice, kPage, kWords };

void go(const std::string& bytes, Step last) {
  if (last == kPage || last == kWords) {
    auto page = make_html_page(bytes, "bench");
    if (!page.ok() || last == kPage) return;
    benchmark::DoNotOptimize(read_page_parts(page.value(), packs()));
    return;
  }
  const HtmlBytes decoded = read_html_bytes(bytes, "");
  if (last == kBytes) return;
  const HtmlTree tree = make_html_tree(decoded.utf8);
  if (last == kTree) return;
  const HtmlBlocks blocks = make_html_blocks(tree);
  if (last == kBlocks) return;
  const Metadata meta = find_metadata(tree);
  if (last == kMetadata) return;
  benchmark::DoNotOptimize(find_html_main(tree, blocks, {meta.title, meta.body, meta.summary}));
}

// Each row holds the steps before it too.
void BM_Pages(benchmark::State& state, Step last) {
  std::int64_t count = 0, size = 0;
  for (auto _ : state)
    for (const std::string& bytes : pages()) {
      go(bytes, last);
      ++count;
      size += static_cast<std::int64_t>(bytes.size());
    }
  state.SetItemsProcessed(count);
  state.SetBytesProcessed(size);
}
BENCHMARK_CAPTURE(BM_Pages, bytes, kBytes);
BENCHMARK_CAPTURE(BM_Pages, tree, kTree);
BENCHMARK_CAPTURE(BM_Pages, blocks, kBlocks);
BENCHMARK_CAPTURE(BM_Pages, metadata, kMetadata);
BENCHMARK_CAPTURE(BM_Pages, choice, kChoice);
BENCHMARK_CAPTURE(BM_Pages, page, kPage);
BENCHMARK_CAPTURE(BM_Pages, words_too, kWords);

}  // namespace
}  // namespace isnad
