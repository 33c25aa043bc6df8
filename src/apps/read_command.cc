// SPDX-License-Identifier: Apache-2.0
#include "apps/app.h"
#include "apps/options.h"
#include "isnad/show.h"

namespace isnad {
namespace {

int run(const Common& common, bool together) {
  std::optional<Packs> packs = open_packs(common);
  if (!packs) return kPackUnusable;
  Inputs inputs = open_inputs(common);
  Options options = engine_options(common);
  std::vector<Report> reports = read_reports(inputs.pages, *packs, options);
  if (together) make_records(reports, *packs, options);
  std::string out;
  TextStyle style{common.output.empty() && wants_colour(), terminal_width()};
  for (const Report& report : reports) {
    out += common.format == "jsonl" ? render_report_jsonl(report, *packs)
                                    : render_report_text(report, *packs, style);
  }
  if (!put_out(common, out)) return kSomeRefused;
  return inputs.refused.empty() ? kDone : kSomeRefused;
}

}  // namespace

void add_read_command(CLI::App& app, Common& common, int& status) {
  CLI::App* command = app.add_subcommand("read", "what each report says, alone");
  command->footer(
      "Prints the parts, times, names, quotations, figures and events of each report.\n"
      "Each is read alone; with --together the reports of one story are dated together first.\n\n"
      "  isnad read report.txt\n"
      "  isnad read --together --format jsonl reports/");
  add_common_options(*command, common, {"text", "jsonl"});
  add_record_options(*command, common);
  auto together = std::make_shared<bool>(false);
  command->add_flag("--together", *together, "date the reports of a story together first");
  command->callback([&common, &status, together] { status = run(common, *together); });
}

}  // namespace isnad
