// SPDX-License-Identifier: Apache-2.0
// The command `isnad`.
#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "apps/app.h"

namespace {

// "0.1.0 (packs: ar 0.1.0 3fe1c09a, ...)"
std::string version_text() {
  std::string out = std::string("isnad ") + isnad::version();
  std::string folder = isnad::find_packs_folder();
  if (folder.empty()) return out + "\nno packs found";
  isnad::Result<isnad::Packs> packs = isnad::load_packs(folder);
  if (!packs.ok()) return out + "\n" + packs.error().message();
  for (const isnad::PackInfo& pack : packs.value().info()) out += "\npack " + pack.label();
  return out;
}

bool is_command(const CLI::App& app, const std::string& word) {
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    if (command->get_name() == word) return true;
  }
  return false;
}

// The arrays of a report are freed and asked for again with the next one: they are kept, instead of
// given back to the machine and cleared by it each time.
void keep_freed_memory() {
#ifdef __GLIBC__
  constexpr int kKept = 64 << 20;   // bytes
  mallopt(M_MMAP_THRESHOLD, kKept);
  mallopt(M_TRIM_THRESHOLD, kKept);
#endif
}

}  // namespace

int main(int argc, char** argv) {
  keep_freed_memory();
  CLI::App app{"Isnad reads many reports of an unfolding event and makes one sourced record of it.", "isnad"};
  isnad::Common common;
  int status = isnad::kDone;
  app.set_version_flag("--version", version_text, "program and pack versions, with the packs' hashes");
  app.footer("isnad INPUT... alone is isnad record INPUT...\nEach command explains itself: isnad record --help");
  app.require_subcommand(1);
  isnad::add_record_command(app, common, status);
  isnad::add_read_command(app, common, status);
  isnad::add_stories_command(app, common, status);
  isnad::add_check_command(app, common, status);
  isnad::add_find_command(app, common, status);
  isnad::add_explain_command(app, common, status);
  isnad::add_pages_command(app, common, status);
  isnad::add_names_commands(app, common, status);
  isnad::add_pack_command(app, common, status);

  std::vector<std::string> words(argv + 1, argv + argc);
  bool own_option = !words.empty() && (words[0] == "--help" || words[0] == "-h" || words[0] == "--version");
  if (words.empty()) words.push_back("--help");
  else if (!own_option && !is_command(app, words[0])) words.insert(words.begin(), "record");
  std::reverse(words.begin(), words.end());   // CLI11 takes them last first
  try {
    app.parse(words);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? isnad::kDone : isnad::kUsage;
  }
  return status;
}
