// SPDX-License-Identifier: Apache-2.0
#include "apps/options.h"

namespace isnad {
namespace {

// "" where it is OURS=THEIRS, else what is wrong.
std::string check_field(const std::string& given) {
  const std::size_t at = given.find('=');
  if (at == std::string::npos || at + 1 == given.size())
    return "'" + given + "' is not OURS=THEIRS, as in text=body";
  if (!is_input_field(given.substr(0, at)))
    return "there is no field '" + given.substr(0, at) +
           "'; there are id title text html outlet published url language byline";
  return "";
}

}  // namespace

void add_common_options(CLI::App& command, Common& common, const std::vector<std::string>& formats) {
  command.add_option("INPUT", common.inputs, "files, folders, or - for standard input")->required();
  command.add_option("-f,--format", common.format, "how to print it (default " + formats.front() + ")")
      ->check(CLI::IsMember(formats));
  command.add_option("-o,--output", common.output, "write to this file instead of standard output");
  command.add_option("--packs", common.packs, "folder of the compiled language packs");
  command.add_option("--lists,--places,--names", common.lists,
                     "a list made by places import or names import; may be given again")
      ->type_name("FILE")
      ->allow_extra_args(false);
  command.add_option("--input", common.input_kind, "what the inputs are (default: told by content)")
      ->check(CLI::IsMember({"auto", "text", "jsonl"}));
  command
      .add_option("--field", common.fields,
                  "OURS=THEIRS: the name a field has in JSON or CSV, as text=body or "
                  "title=story.head; may be given again")
      ->type_name("OURS=THEIRS")
      ->allow_extra_args(false)
      ->check(check_field);
  command.add_option("-j,--jobs", common.jobs, "threads; 0 = as many as the machine has")
      ->check(CLI::Range(0, 1024));
  command.add_flag("--progress", common.progress, "say on standard error how far it is");
  command.preparse_callback([&common, formats](std::size_t) { common.format = formats.front(); });
}

void add_record_options(CLI::App& command, Common& common) {
  command.add_option("-l,--language", common.language, "of the record's own words (default en)")
      ->check(CLI::IsMember({"en", "ar"}));
  command.add_option("--policy", common.policy, "how low, best and high are worked out (default latest-official)")
      ->check(CLI::IsMember({"latest-official", "conservative", "ucdp", "min-max", "independent-median"}));
}

}  // namespace isnad
