// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "apps/app.h"
#include "engine/find_line.h"
#include "isnad/show.h"

namespace isnad {
namespace {

struct FindOptions {
  bool lines = false;
  std::string format = "jsonl", language = "ar", ref, weekday = "past";
};

int run(const Common& common, const FindOptions& find) {
  std::optional<Packs> packs = open_packs(common);
  if (!packs) return kPackUnusable;
  LineOptions options;
  options.weekday_side = find.weekday == "future" ? 1 : -1;
  options.language = find.language;
  if (!parse_moment(find.ref, options.reference_s)) {
    complain({ErrorCode::BadOption, "--ref", "'" + find.ref + "' is no moment; write 2022-01-07 or 2022-01-07T18:30"});
    return kUsage;
  }
  std::string line;
  while (std::getline(std::cin, line)) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (!put_out(common, render_find_line(find_in_line(line, *packs, options), *packs))) return kSomeRefused;
  }
  return kDone;
}

}  // namespace

void add_find_command(CLI::App& app, Common& common, int& status) {
  CLI::App* command = app.add_subcommand("find", "times, numbers and names in single lines of text");
  command->footer("  echo '...' | isnad find --lines --ref 2022-01-07T12:00");
  auto find = std::make_shared<FindOptions>();
  command->add_flag("--lines", find->lines, "each line of standard input is a text of its own")->required();
  command->add_option("-f,--format", find->format, "jsonl")->check(CLI::IsMember({"jsonl"}));
  command->add_option("-l,--language", find->language, "of the lines (default ar)")->check(CLI::IsMember({"ar", "en"}));
  command->add_option("--ref", find->ref, "the moment spoken at (default now)");
  command->add_option("--weekday", find->weekday, "where a bare weekday points (default past, as in news)")
      ->check(CLI::IsMember({"past", "future"}));
  command->add_option("--packs", common.packs, "folder of the compiled language packs");
  command->callback([&common, &status, find] { status = run(common, *find); });
}

}  // namespace isnad
