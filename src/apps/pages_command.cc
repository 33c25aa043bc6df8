// SPDX-License-Identifier: Apache-2.0
// `isnad pages check`: how well pages are read, beside a gold.
#include <cstdio>

#include "apps/app.h"
#include "apps/options.h"
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

int run(const Common& common, const CheckOptions& options) {
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

}  // namespace

void add_pages_command(CLI::App& app, Common& common, int& status) {
  CLI::App* pages = app.add_subcommand("pages", "how well pages are read");
  pages->require_subcommand(1);
  CLI::App* command =
      pages->add_subcommand("check", "scores text and metadata of pages beside a gold");
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
  command->callback([&common, &status, options] { status = run(common, *options); });
}

}  // namespace isnad
