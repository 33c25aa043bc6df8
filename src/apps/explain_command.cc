// SPDX-License-Identifier: Apache-2.0
#include "apps/app.h"
#include "engine/explain.h"
#include "engine/names_all.h"

namespace isnad {
namespace {

// "f12": a letter and digits. All else is a name, whose joining is explained over all reports given.
bool is_id(const std::string& id) {
  const bool letter = id.size() == 1 && id == "p";
  return letter || (id.size() > 1 && std::string("ftnqe").find(id[0]) != std::string::npos &&
                    id.find_first_not_of("0123456789", 1) == std::string::npos);
}

int explain_join(Common& common, const std::vector<Report>& reports, const std::string& name, bool all_read) {
  const Result<std::string> text = explain_name(reports, collect_names(reports), name);
  if (!text.ok()) {
    complain(text.error());
    return kSomeRefused;
  }
  return put_out(common, text.value()) && all_read ? kDone : kSomeRefused;
}

int run(Common& common, const std::string& id) {
  std::optional<Packs> packs = open_packs(common);
  if (!packs) return kPackUnusable;
  Inputs inputs = open_inputs(common);
  if (inputs.pages.empty()) return kSomeRefused;
  Options options = engine_options(common);
  std::vector<Report> reports = read_reports(inputs.pages, *packs, options);
  make_records(reports, *packs, options);   // dates them
  if (!is_id(id)) return explain_join(common, reports, id, inputs.refused.empty());
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
  CLI::App* command = app.add_subcommand("explain", "how one figure, time, name, quotation or event was read, or why names are one");
  command->footer(
      "ID is as `isnad read` prints it: f1 figure, t1 time, n1 name, q1 quotation, e1 event, p date of the report.\n"
      "Instead of an ID a name: which names of all reports of INPUT are one with it, and why.\n\n"
      "  isnad explain examples/almaty-2022/2_almanara.txt f1\n  isnad explain examples/almaty-2022 Tokayev");
  auto input = std::make_shared<std::string>();
  auto id = std::make_shared<std::string>();
  command->add_option("INPUT", *input, "the report: a file, a folder, or - for standard input")->required();
  command->add_option("ID", *id, "what to explain: an id, or a name")->required();
  command->add_option("--packs", common.packs, "folder of the compiled language packs");
  command->callback([&common, &status, input, id] {
    common.inputs = {*input};
    status = run(common, *id);
  });
}

}  // namespace isnad
