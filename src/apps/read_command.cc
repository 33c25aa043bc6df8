// SPDX-License-Identifier: Apache-2.0
#include "apps/app.h"
#include "apps/options.h"
#include "isnad/show.h"

namespace isnad {
namespace {

class Printer {
 public:
  Printer(const Common& common, const Packs& packs)
      : output_(common),
        packs_(packs),
        jsonl_(common.format == "jsonl"),
        style_{common.output.empty() && wants_colour(), terminal_width()} {}
  bool put(const std::vector<Report>& reports) {
    std::string out;
    for (const Report& report : reports)
      out += jsonl_ ? render_report_jsonl(report, packs_) : render_report_text(report, packs_, style_);
    return output_.put(out);
  }
  bool end() { return output_.end(); }

 private:
  Output output_;
  const Packs& packs_;
  bool jsonl_;
  TextStyle style_;
};

int run_together(const Common& common, const Packs& packs, Printer& printer) {
  const Inputs inputs = open_inputs(common);
  const Options options = engine_options(common);
  std::vector<Report> reports = read_reports(inputs.pages, packs, options);
  make_records(reports, packs, options);
  if (!printer.put(reports) || !printer.end()) return kSomeRefused;
  return inputs.refused.empty() ? kDone : kSomeRefused;
}

// Each alone: only some are held at a time.
int run_apart(const Common& common, const Packs& packs, Printer& printer) {
  Options options = engine_options(common);
  options.progress = nullptr;
  Progress progress(common.progress);
  std::size_t done = 0;
  const bool all = stream_pages(common, [&](const std::vector<Page>& pages) {
    const bool put = printer.put(read_reports(pages, packs, options));
    progress.at(done += pages.size());
    return put;
  });
  return printer.end() && all ? kDone : kSomeRefused;
}

int run(const Common& common, bool together) {
  const std::optional<Packs> packs = open_packs(common);
  if (!packs) return kPackUnusable;
  Printer printer(common, *packs);
  return together ? run_together(common, *packs, printer) : run_apart(common, *packs, printer);
}

}  // namespace

void add_read_command(CLI::App& app, Common& common, int& status) {
  CLI::App* command = app.add_subcommand("read", "what each report says, alone");
  command->footer(
      "Prints the parts, times, names, quotations, figures and events of each report.\n"
      "Each is read alone, so an input may be larger than memory; with --together the reports of one\n"
      "story are dated together first.\n\n"
      "  isnad read report.txt\n"
      "  isnad read --format jsonl crawl.warc.gz > reports.jsonl\n"
      "  isnad read --field text=body --field title=headline table.csv\n"
      "  isnad read --together --format jsonl reports/");
  add_common_options(*command, common, {"text", "jsonl"});
  add_record_options(*command, common);
  auto together = std::make_shared<bool>(false);
  command->add_flag("--together", *together, "date the reports of a story together first");
  command->callback([&common, &status, together] { status = run(common, *together); });
}

}  // namespace isnad
