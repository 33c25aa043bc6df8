// SPDX-License-Identifier: Apache-2.0
#include "apps/app.h"
#include "engine/explain.h"

namespace isnad {
namespace {

int run(Common& common, const std::string& id) {
  std::optional<Packs> packs = open_packs(common);
  if (!packs) return kPackUnusable;
  Inputs inputs = open_inputs(common);
  if (inputs.pages.empty()) return kSomeRefused;
  Options options = engine_options(common);
  std::vector<Report> reports = read_reports(inputs.pages, *packs, options);
  make_records(reports, *packs, options);
  std::string out;
  int status = inputs.refused.empty() ? kDone : kSomeRefused;
  for (const Report& report : reports) {
    Result<std::string> text = explain(report, *packs, id);
    if (!text.ok()) {
      complain(text.error());
      status = kSomeRefused;
      continue;
    }
    out += reports.size() > 1 ? report.input + "\n" + text.value() : text.value();
  }
  return put_out(common, out) ? status : kSomeRefused;
}

}  // namespace

void add_explain_command(CLI::App& app, Common& common, int& status) {
  CLI::App* command = app.add_subcommand("explain", "how one figure, time, name, quotation or event was read");
  command->footer(
      "ID is as `isnad read` prints it: f1 figure, t1 time, n1 name, q1 quotation, e1 event, p date of the report.\n\n"
      "  isnad explain examples/almaty-2022/2_almanara.txt f1");
  auto input = std::make_shared<std::string>();
  auto id = std::make_shared<std::string>();
  command->add_option("INPUT", *input, "the report: a file, or - for standard input")->required();
  command->add_option("ID", *id, "what to explain")->required();
  command->add_option("--packs", common.packs, "folder of the compiled language packs");
  command->callback([&common, &status, input, id] {
    common.inputs = {*input};
    status = run(common, *id);
  });
}

}  // namespace isnad
