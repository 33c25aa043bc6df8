// SPDX-License-Identifier: Apache-2.0
// `isnad pages`: the text of pages, and how well it is read beside a gold.
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <thread>

#include "apps/app.h"
#include "apps/options.h"
#include "engine/page_text.h"
#include "engine/pages_check.h"

namespace isnad {
namespace {

struct CheckOptions {
  std::string folder;
  bool misses = false;
  double least_text = 0.95, least = 0.95;
};

// "author     0.978  88 of 90"
bool print_table(const PagesCheck& check, const CheckOptions& options, std::string& out) {
  bool good = true;
  char line[160];
  for (const auto& [name, score] : check.fields) {
    const bool text = name == "text";
    const bool enough = score.mean() >= (text ? options.least_text : options.least) - 1e-9;
    good = good && enough;
    std::snprintf(line, sizeof line, "%-10s %.3f  of %zu pages%s\n", name.c_str(), score.mean(),
                  score.pages, enough ? "" : "  too low");
    out += line;
  }
  return good;
}

std::string shortened(const std::string& text) {
  constexpr std::size_t kMost = 200;
  if (text.size() <= kMost) return text;
  std::size_t end = kMost;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "...";
}

int run_check(const Common& common, const CheckOptions& options) {
  const std::optional<Packs> packs = open_packs(common);
  if (!packs) return kPackUnusable;
  const Result<PagesCheck> checked = check_pages(options.folder, *packs);
  if (!checked.ok()) {
    complain(checked.error());
    return kSomeRefused;
  }
  const PagesCheck& check = checked.value();
  for (const Error& error : check.refused) complain(error);
  std::string out;
  if (options.misses)
    for (const PageMiss& miss : check.misses)
      out += miss.page + " " + miss.field + "\n  wanted " + shortened(miss.wanted) + "\n  found  " +
             shortened(miss.found) + "\n";
  const bool good = print_table(check, options, out);
  if (!put_out(common, out)) return kSomeRefused;
  return good && check.refused.empty() ? kDone : kSomeRefused;
}

// The lines of so many pages, in their order, by several threads.
std::vector<std::string> render_all(const std::vector<Page>& pages, const Packs& packs,
                                    unsigned jobs) {
  std::vector<std::string> lines(pages.size());
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < pages.size(); i = next++)
      lines[i] = render_page_jsonl(read_page_parts(pages[i], packs));
  };
  const unsigned machine = std::max(1u, std::thread::hardware_concurrency());
  std::vector<std::thread> threads;
  for (unsigned i = 1; i < (jobs == 0 ? machine : jobs); ++i) threads.emplace_back(work);
  work();
  for (std::thread& thread : threads) thread.join();
  return lines;
}

int run_text(const Common& common) {
  const std::optional<Packs> packs = open_packs(common);
  if (!packs) return kPackUnusable;
  Output output(common);
  Progress progress(common.progress);
  std::size_t done = 0;
  const bool all = stream_pages(common, [&](const std::vector<Page>& pages) {
    for (const std::string& line : render_all(pages, *packs, common.jobs))
      if (!output.put(line)) return false;
    progress.at(done += pages.size());
    return true;
  });
  return output.end() && all ? kDone : kSomeRefused;
}

void add_text(CLI::App& pages, Common& common, int& status) {
  CLI::App* command =
      pages.add_subcommand("text", "text, title, author, outlet and dates of pages, one line each");
  command->footer(
      "Reads pages as `isnad read` does but not what they tell: one line of JSON for each page, as\n"
      "docs/output.md section 5 says. An input may be larger than memory.\n\n"
      "  isnad pages text page.html\n"
      "  isnad pages text --progress crawl.warc.gz > texts.jsonl");
  add_common_options(*command, common, {"jsonl"});
  command->callback([&common, &status] { status = run_text(common); });
}

void add_check(CLI::App& pages, Common& common, int& status) {
  CLI::App* command =
      pages.add_subcommand("check", "scores text and metadata of pages beside a gold");
  command->footer(
      "FOLDER holds pages and gold.jsonl, one row a page: \"page\" (the file's name) and what it should\n"
      "give: \"text\" \"title\" \"author\" \"outlet\" \"published\" \"updated\" \"language\" \"agencies\" (ids)\n"
      "\"captions\" \"embeds\". A field that a row does not name is not scored; \"\" means that none may be\n"
      "found. Text is scored by F1 over four words in a row. Status 1 when a field scores too low.\n\n"
      "  isnad pages check --misses mypages/");
  auto options = std::make_shared<CheckOptions>();
  command->add_option("FOLDER", options->folder, "folder of the pages, with gold.jsonl")->required();
  command->add_flag("--misses", options->misses, "print what was wanted and what was found");
  command->add_option("--least-text", options->least_text, "the least score of text (default 0.95)")
      ->check(CLI::Range(0.0, 1.0));
  command->add_option("--least", options->least, "the least share of each other field (default 0.95)")
      ->check(CLI::Range(0.0, 1.0));
  command->add_option("-o,--output", common.output, "write to this file instead of standard output");
  command->add_option("--packs", common.packs, "folder of the compiled language packs");
  command->callback([&common, &status, options] { status = run_check(common, *options); });
}

}  // namespace

void add_pages_command(CLI::App& app, Common& common, int& status) {
  CLI::App* pages = app.add_subcommand("pages", "the text of pages, and how well it is read");
  pages->require_subcommand(1);
  add_text(*pages, common, status);
  add_check(*pages, common, status);
}

}  // namespace isnad
