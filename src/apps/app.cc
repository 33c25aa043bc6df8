// SPDX-License-Identifier: Apache-2.0
#include "apps/app.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <memory>

#include "read/imported.h"

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
  for (const std::string& file : common.lists) {
    Result<std::shared_ptr<const ImportedList>> list = ImportedList::open(file);
    if (!list.ok()) {
      complain(list.error());
      return std::nullopt;
    }
    use_imported(packs.value(), std::move(list).value());
  }
  return std::move(packs).value();
}

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::seconds kLong{3};                  // before anything is said unasked
constexpr std::chrono::milliseconds kSoon{200}, kRare{5000};  // between two words, terminal or file

}  // namespace

Progress::Progress(bool asked)
    : asked_(asked), terminal_(isatty(STDERR_FILENO) != 0), begin_(Clock::now()), last_(begin_) {}

Progress::~Progress() {
  if (said_ || (asked_ && done_ > 0)) say(true);
}

void Progress::at(std::size_t done, std::size_t all) {
  done_ = done;
  all_ = all;
  const Clock::time_point now = Clock::now();
  if (!asked_ && !(terminal_ && now - begin_ >= kLong)) return;
  if (now - last_ < (terminal_ ? kSoon : kRare)) return;
  last_ = now;
  say(false);
}

// "isnad: read 120 of 500 reports", over itself on a terminal.
void Progress::say(bool last) {
  said_ = true;
  const std::string of = all_ > 0 ? " of " + std::to_string(all_) : "";
  std::fprintf(stderr, "%sisnad: read %zu%s reports%s", terminal_ ? "\r" : "", done_, of.c_str(),
               terminal_ && !last ? "" : "\n");
}

Options engine_options(const Common& common) {
  Options options;
  parse_policy(common.policy, options.policy);
  options.language = common.language;
  options.jobs = common.jobs;
  const auto progress = std::make_shared<Progress>(common.progress);
  options.progress = [progress](std::size_t done, std::size_t all) { progress->at(done, all); };
  return options;
}

InputOptions input_options(const Common& common) {
  InputOptions options;
  if (common.input_kind == "text") options.kind = InputKind::Text;
  if (common.input_kind == "jsonl") options.kind = InputKind::Jsonl;
  for (const std::string& field : common.fields) {  // each was checked to hold one
    const std::size_t at = field.find('=');
    options.fields.emplace_back(field.substr(0, at), field.substr(at + 1));
  }
  return options;
}

Inputs open_inputs(const Common& common) {
  Inputs inputs = read_inputs(common.inputs, input_options(common));
  for (const Error& error : inputs.refused) complain(error);
  return inputs;
}

bool stream_pages(const Common& common, const std::function<bool(std::vector<Page>&)>& take) {
  constexpr std::size_t kMostPages = 256, kMostBytes = std::size_t{8} << 20;
  std::vector<Page> held;
  std::size_t bytes = 0;
  bool good = true, going = true;
  const auto hand_on = [&] {
    if (going && !held.empty()) going = take(held);
    held.clear();
    bytes = 0;
  };
  InputSink sink;
  sink.page = [&](Page page) {
    bytes += page.bytes.size() + page.source.size() * sizeof(SourceRun);
    held.push_back(std::move(page));
    if (held.size() >= kMostPages || bytes >= kMostBytes) hand_on();
  };
  sink.refused = [&](const Error& error) {
    good = false;
    complain(error);
  };
  sink.wanted = [&] { return going; };
  stream_inputs(common.inputs, input_options(common), sink);
  hand_on();
  return good && going;
}

Output::Output(const Common& common)
    : name_(common.output.empty() ? "standard output" : common.output),
      file_(common.output.empty() ? stdout : std::fopen(common.output.c_str(), "wb")) {}

Output::~Output() {
  if (file_ != nullptr && file_ != stdout) std::fclose(file_);
}

bool Output::fail() {
  if (!failed_)
    complain({ErrorCode::WriteFailed, name_,
              "could not be written; is the disk full or the folder missing?"});
  failed_ = true;
  return false;
}

bool Output::put(const std::string& text) {
  const bool good =
      !failed_ && file_ != nullptr && std::fwrite(text.data(), 1, text.size(), file_) == text.size();
  return good || fail();
}

bool Output::end() {
  if (failed_ || file_ == nullptr) return fail();
  std::FILE* const file = file_;
  file_ = nullptr;
  return (file == stdout ? std::fflush(file) : std::fclose(file)) == 0 || fail();
}

bool put_out(const Common& common, const std::string& text) {
  Output output(common);
  return output.put(text) && output.end();
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
