// SPDX-License-Identifier: Apache-2.0
#include <cstdio>

#include "apps/app.h"
#include "packc/packc.h"
#include "read/read.h"

namespace isnad {
namespace {

PackHooks hooks() {
  PackHooks out;
  out.is_maker = is_maker;
  out.examples = [](std::string_view text, const Packs& packs, std::string_view stratum, std::int32_t day) {
    std::vector<ExampleMade> made;
    for (const ExampleMention& m : example_mentions(text, packs, stratum, day)) {
      made.push_back({m.rule, m.span, m.value});
    }
    return made;
  };
  return out;
}

int tell(const PackReport& report) {
  std::fputs(report.text().c_str(), report.ok ? stdout : stderr);
  return report.ok ? kDone : kPackUnusable;
}

struct PackOptions {
  std::string folder = "packs", output, word, only;
};

void add_check(CLI::App& pack, int& status) {
  CLI::App* command = pack.add_subcommand("check", "checks lists and rules and runs every rule's examples");
  auto options = std::make_shared<PackOptions>();
  command->add_option("FOLDER", options->folder, "the packs, or one of them (default packs)");
  command->add_option("--only", options->only, "tell only the faults of files with this in their path");
  command->callback([&status, options] { status = tell(check_packs(options->folder, hooks(), options->only)); });
}

void add_build(CLI::App& pack, int& status) {
  CLI::App* command = pack.add_subcommand("build", "checks, then writes one compiled pack a language");
  auto options = std::make_shared<PackOptions>();
  command->add_option("FOLDER", options->folder, "the packs (default packs)");
  command->add_option("-o,--output", options->output, "folder to write to")->required();
  command->callback([&status, options] { status = tell(build_packs(options->folder, options->output, hooks())); });
}

void add_forms(CLI::App& pack, int& status) {
  CLI::App* command = pack.add_subcommand("forms", "what the packs say of a word: rows, derived forms, readings");
  auto options = std::make_shared<PackOptions>();
  command->add_option("WORD", options->word, "the word; without one, how many forms each paradigm makes");
  command->add_option("FOLDER", options->folder, "the packs (default packs)");
  command->callback([&status, options] {
    const std::string out = options->word.empty() ? pack_form_counts(options->folder)
                                                  : pack_forms(options->folder, options->word);
    std::fputs(out.c_str(), stdout);
    status = kDone;
  });
}

void add_words(CLI::App& pack, int& status) {
  CLI::App* command = pack.add_subcommand("words", "how the words of a text are cut into joined parts, and why");
  auto options = std::make_shared<PackOptions>();
  command->add_option("TEXT", options->word, "the text")->required();
  command->add_option("FOLDER", options->folder, "the packs (default packs)");
  command->callback([&status, options] {
    std::fputs(pack_words(options->folder, options->word).c_str(), stdout);
    status = kDone;
  });
}

}  // namespace

void add_pack_command(CLI::App& app, Common&, int& status) {
  CLI::App* pack = app.add_subcommand("pack", "language packs: check, build, look into");
  pack->footer("  isnad pack check\n  isnad pack build packs -o build/packs\n  isnad pack forms WORD\n  isnad pack words 'TEXT'");
  pack->require_subcommand(1);
  add_check(*pack, status);
  add_build(*pack, status);
  add_forms(*pack, status);
  add_words(*pack, status);
}

}  // namespace isnad
