// SPDX-License-Identifier: Apache-2.0
#include "apps/app.h"
#include "apps/options.h"
#include "isnad/check.h"
#include "isnad/show.h"

namespace isnad {
namespace {

int run(const Common& common, const std::string& sentence, const std::string& language) {
  std::optional<Packs> packs = open_packs(common);
  if (!packs) return kPackUnusable;
  Inputs inputs = open_inputs(common);
  if (inputs.pages.empty()) {
    if (inputs.refused.empty()) complain({ErrorCode::Empty, "input", "nothing to read"});
    return kSomeRefused;
  }
  News news = read_news(inputs.pages, *packs, engine_options(common));
  Check check = check_sentence(sentence, news.reports, news.records, *packs, language);
  int status = inputs.refused.empty() ? kDone : kSomeRefused;
  if (check.claims.empty()) {
    complain({ErrorCode::Empty, "sentence", "no count and no event was read in it; there is nothing to check"});
    status = kSomeRefused;
  }
  const TextStyle style{common.output.empty() && wants_colour(), terminal_width()};
  const std::string out = common.format == "json"
                              ? render_check_json(check, news.reports, news.records, *packs)
                              : render_check_text(check, news.reports, style);
  return put_out(common, out) ? status : kSomeRefused;
}

}  // namespace

void add_check_command(CLI::App& app, Common& common, int& status) {
  CLI::App* command = app.add_subcommand("check", "what the reports say to one sentence");
  command->footer(
      "Reads the sentence as a report is read, and holds each count and event in it against the\n"
      "reports: supported by, contradicted by, said differently by (with the reason), or nothing said.\n"
      "Exit status 0 whatever the answer; 1 when nothing to check was read in the sentence.\n\n"
      "  isnad check \"26 protesters were killed in Kazakhstan\" examples/almaty-2022\n"
      "  isnad check --format json \"The government of Kazakhstan resigned\" reports/");
  auto sentence = std::make_shared<std::string>();
  auto language = std::make_shared<std::string>();
  command->add_option("SENTENCE", *sentence, "one sentence, Arabic or English")->required();
  add_common_options(*command, common, {"text", "json"});
  command->add_option("-l,--language", *language, "of the answer's own words (default: the sentence's)")
      ->check(CLI::IsMember({"en", "ar"}));
  command->callback([&common, &status, sentence, language] { status = run(common, *sentence, *language); });
}

}  // namespace isnad
