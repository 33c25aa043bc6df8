// SPDX-License-Identifier: Apache-2.0
#include "apps/app.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace isnad {

void complain(const Error& error) { std::fprintf(stderr, "isnad: %s\n", error.message().c_str()); }

std::optional<Packs> open_packs(const Common& common) {
  std::string folder = common.packs.empty() ? find_packs_folder() : common.packs;
  if (folder.empty()) {
    complain({ErrorCode::NotFound, "packs", "no language packs found beside the program; name their folder with --packs or ISNAD_PACKS"});
    return std::nullopt;
  }
  Result<Packs> packs = load_packs(folder);
  if (!packs.ok()) {
    complain(packs.error());
    return std::nullopt;
  }
  return std::move(packs).value();
}

namespace {

// "isnad: read 120 of 500 reports", over itself on a terminal.
void show_progress(std::size_t done, std::size_t all) {
  bool last = done == all;
  if (!last && done % 10 != 0) return;
  bool terminal = isatty(STDERR_FILENO) != 0;
  std::fprintf(stderr, "%sisnad: read %zu of %zu reports%s", terminal ? "\r" : "", done, all,
               terminal && !last ? "" : "\n");
}

}  // namespace

Options engine_options(const Common& common) {
  Options options;
  parse_policy(common.policy, options.policy);
  options.language = common.language;
  options.jobs = common.jobs;
  if (common.progress) options.progress = show_progress;
  return options;
}

Inputs open_inputs(const Common& common) {
  InputKind kind = InputKind::Auto;
  if (common.input_kind == "text") kind = InputKind::Text;
  if (common.input_kind == "jsonl") kind = InputKind::Jsonl;
  Inputs inputs = read_inputs(common.inputs, kind);
  for (const Error& error : inputs.refused) complain(error);
  return inputs;
}

bool put_out(const Common& common, const std::string& text) {
  std::FILE* file = common.output.empty() ? stdout : std::fopen(common.output.c_str(), "wb");
  bool good = file != nullptr && std::fwrite(text.data(), 1, text.size(), file) == text.size();
  if (file != nullptr && file != stdout) good = std::fclose(file) == 0 && good;
  if (file == stdout) good = std::fflush(stdout) == 0 && good;
  if (!good) complain({ErrorCode::WriteFailed, common.output.empty() ? "standard output" : common.output, "could not be written; is the disk full or the folder missing?"});
  return good;
}

bool wants_colour() {
  return isatty(STDOUT_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr;
}

int terminal_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) {
    return size.ws_col > 120 ? 120 : size.ws_col;
  }
  return 100;
}

}  // namespace isnad
