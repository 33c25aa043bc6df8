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
  const Grouping grouping = group_reports(reports);
  const TextStyle style{common.output.empty() && wants_colour(), terminal_width()};
  const std::string out = common.format == "text"
                              ? render_stories_text(grouping, reports, common.language, style)
                              : render_stories_jsonl(grouping, reports);
  if (!put_out(common, out)) return kSomeRefused;
  return inputs.refused.empty() ? kDone : kSomeRefused;
}

}  // namespace

void add_stories_command(CLI::App& app, Common& common, int& status) {
  CLI::App* command = app.add_subcommand("stories", "which reports tell one event, and who copied whom");
  command->footer(
      "One JSON line a story: its reports, how many outlets and independent origins stand behind it,\n"
      "what each report took from others; then one line with what was joined, taken apart or kept apart\n"
      "and why. As text: stories of two reports and more, with their reasons.\n\n"
      "  isnad stories reports.jsonl\n"
      "  isnad stories -f text -l ar reports.jsonl");
  add_common_options(*command, common, {"jsonl", "text"});
  command->add_option("-l,--language", common.language, "of the text's own words (default en)")
      ->check(CLI::IsMember({"en", "ar"}));
  command->callback([&common, &status] { status = run(common); });
}

}  // namespace isnad
