// SPDX-License-Identifier: Apache-2.0
// apps/app.h -- what the commands of `isnad` share. Thin: no logic of news here.
//
// Exit status (docs/output.md section 4): 0 done; 1 some input could not be read; 2 wrong usage;
// 3 a pack or store is unusable.

#pragma once

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "isnad/engine.h"
#include "isnad/packs.h"

namespace isnad {

enum Exit : int { kDone = 0, kSomeRefused = 1, kUsage = 2, kPackUnusable = 3 };

// Options most commands take.
struct Common {
  std::string packs;             // --packs FOLDER; "" = look for it
  std::string output;            // -o FILE; "" = standard output
  std::string format = "text";
  std::string language = "en";
  std::string policy = "latest-official";
  std::string input_kind = "auto";
  unsigned jobs = 0;
  bool progress = false;
  std::vector<std::string> inputs;
  std::vector<std::string> lists;   // --lists FILE: imported places and names
  std::vector<std::string> fields;  // --field OURS=THEIRS
};

// One line on standard error: "isnad: where: Name: what".
void complain(const Error& error);

// The packs named by --packs, or those found; complains and gives nothing when they cannot be had.
std::optional<Packs> open_packs(const Common& common);

Options engine_options(const Common& common);

InputOptions input_options(const Common& common);

// Reads what the user named; each refusal is one line on standard error.
Inputs open_inputs(const Common& common);

// The same without holding all: so many pages at a time go to `take`, which says whether to go on.
// False where something was refused, or `take` said no.
bool stream_pages(const Common& common, const std::function<bool(std::vector<Page>&)>& take);

// Says on standard error how far the work is: when asked to, and on a terminal once it takes long.
class Progress {
 public:
  explicit Progress(bool asked);
  ~Progress();  // the last word, where any was said
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void at(std::size_t done, std::size_t all = 0);  // 0: not known

 private:
  void say(bool last);
  bool asked_, terminal_, said_ = false;
  std::size_t done_ = 0, all_ = 0;
  std::chrono::steady_clock::time_point begin_, last_;
};

// To -o FILE or standard output, piece by piece. False when it could not be written (and says so).
class Output {
 public:
  explicit Output(const Common& common);
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  bool put(const std::string& text);
  bool end();  // all that was put is written

 private:
  bool fail();
  std::string name_;
  std::FILE* file_;
  bool failed_ = false;
};

// All at once.
bool put_out(const Common& common, const std::string& text);

// What the terminal can show.
bool wants_colour();
int terminal_width();

// Each adds its command to `app`; `status` is the exit status to end with.
void add_record_command(CLI::App& app, Common& common, int& status);
void add_read_command(CLI::App& app, Common& common, int& status);
void add_stories_command(CLI::App& app, Common& common, int& status);
void add_check_command(CLI::App& app, Common& common, int& status);
void add_find_command(CLI::App& app, Common& common, int& status);
void add_explain_command(CLI::App& app, Common& common, int& status);
void add_pages_command(CLI::App& app, Common& common, int& status);
void add_names_commands(CLI::App& app, Common& common, int& status);
void add_pack_command(CLI::App& app, Common& common, int& status);

}  // namespace isnad
