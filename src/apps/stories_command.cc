// SPDX-License-Identifier: Apache-2.0
#include "isnad/stories.h"

#include "apps/app.h"
#include "apps/options.h"

namespace isnad {
namespace {

int run(const Common& common) {
  std::optional<Packs> packs = open_packs(common);
  if (!packs) return kPackUnusable;
  Inputs inputs = open_inputs(common);
  std::vector<Report> reports = read_reports(inputs.pages, *packs, engine_options(common));
  sort_reports(reports);
  if (!put_out(common, render_stories_jsonl(group_reports(reports), reports))) return kSomeRefused;
  return inputs.refused.empty() ? kDone : kSomeRefused;
}

}  // namespace

void add_stories_command(CLI::App& app, Common& common, int& status) {
  CLI::App* command = app.add_subcommand("stories", "which reports tell one event, and who copied whom");
  command->footer(
      "One JSON line a story: its reports, how many outlets and independent origins stand behind it,\n"
      "what each report took from others; then one line with what was joined or kept apart and why.\n\n"
      "  isnad stories reports.jsonl");
  add_common_options(*command, common, {"jsonl"});
  command->callback([&common, &status] { status = run(common); });
}

}  // namespace isnad
