// SPDX-License-Identifier: Apache-2.0
#include "apps/app.h"
#include "apps/options.h"
#include "isnad/show.h"

namespace isnad {
namespace {

std::string render(const Common& common, const News& news, const Packs& packs) {
  Policy policy = Policy::LatestOfficial;
  parse_policy(common.policy, policy);
  if (common.format == "json") return render_records_json(news.records, news.reports, packs, policy);
  if (common.format == "jsonl") return render_records_jsonl(news.records, news.reports, packs, policy);
  if (common.format == "html") return render_records_html(news.records, news.reports);
  if (common.format == "md") return render_records_markdown(news.records, news.reports);
  return render_records_text(news.records, news.reports, {common.output.empty() && wants_colour(), terminal_width()});
}

int run(const Common& common) {
  std::optional<Packs> packs = open_packs(common);
  if (!packs) return kPackUnusable;
  Inputs inputs = open_inputs(common);
  if (inputs.pages.empty()) {
    if (inputs.refused.empty()) complain({ErrorCode::Empty, "input", "nothing to read"});
    return kSomeRefused;
  }
  News news = read_news(inputs.pages, *packs, engine_options(common));
  if (!put_out(common, render(common, news, *packs))) return kSomeRefused;
  return inputs.refused.empty() ? kDone : kSomeRefused;
}

}  // namespace

void add_record_command(CLI::App& app, Common& common, int& status) {
  CLI::App* command = app.add_subcommand("record", "one sourced record of what many reports tell");
  command->footer(
      "Reads reports (text files, JSON Lines, folders of them, - for standard input), groups those of\n"
      "one event, dates the undated, and lays their claims side by side.\n\n"
      "  isnad record examples/almaty-2022\n"
      "  isnad record --format html -o record.html reports/*.txt\n"
      "  isnad record --language ar --policy conservative reports.jsonl");
  add_common_options(*command, common, {"text", "json", "jsonl", "html", "md"});
  add_record_options(*command, common);
  command->callback([&] { status = run(common); });
}

}  // namespace isnad
