// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a report, with the real packs: read as text, or as one JSON line. Whatever was read
// lies inside the text, on whole characters, and names only what is there; it is written as JSON.
// The first byte of the input says which, and whether a date of publication comes with it.
#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <source_location>
#include <string>
#include <string_view>
#include <vector>

#include "engine/read_report.h"
#include "isnad/engine.h"
#include "isnad/show.h"

namespace {

constexpr std::size_t kLongest = 64u << 10;   // bytes; longer inputs only cost time

void demand(bool condition, std::source_location at = std::source_location::current()) {
  if (condition) return;
  std::fprintf(stderr, "read_fuzz: line %u does not hold\n", static_cast<unsigned>(at.line()));
  std::abort();
}

const isnad::Packs& real_packs() {
  static const isnad::Packs packs = [] {
    const char* given = std::getenv("ISNAD_PACKS");
    auto loaded = isnad::load_packs(given != nullptr ? given : ISNAD_PACKS_DIR);
    if (!loaded.ok()) {
      std::fprintf(stderr, "read_fuzz: no packs: %s\n", loaded.error().what.c_str());
      std::abort();
    }
    return std::move(loaded).value();
  }();
  return packs;
}

// A file in memory under a name that can be opened.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : fd_(memfd_create("read_fuzz", 0)) {
    demand(fd_ >= 0 && write(fd_, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
  }
  ~MemoryFile() { close(fd_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  std::string name() const { return "/proc/self/fd/" + std::to_string(fd_); }

 private:
  int fd_;
};

std::vector<isnad::Page> pages_of(std::uint8_t how, std::string_view bytes) {
  if (how % 2 == 1) {
    const MemoryFile file(bytes);
    const std::vector<std::string> names{file.name()};
    return isnad::read_inputs(names, isnad::InputKind::Jsonl).pages;
  }
  isnad::Page page;
  page.input = "fuzz";
  page.bytes = bytes;
  if (how % 4 == 2) page.published = "2019-03-14";
  std::vector<isnad::Page> pages;
  pages.push_back(std::move(page));
  return pages;
}

class Checker {
 public:
  explicit Checker(const isnad::Report& report)
      : report_(report), text_(report.text.utf8()) {}

  void check() const {
    for (const isnad::TimeMention& time : report_.times) filled(time.span);
    for (const isnad::NumberMention& number : report_.numbers) filled(number.span);
    for (const isnad::NameMention& name : report_.names) {
      filled(name.span);
      inside(name.title);
      index(name.entity, report_.entities.size());
    }
    std::uint32_t last = 0;
    for (const isnad::Part& part : report_.parts) {
      filled(part.span);
      demand(last <= part.span.begin);
      last = part.span.end;
    }
    for (const isnad::Quotation& quotation : report_.quotations) {
      filled(quotation.span);
      holder(quotation.speaker);
    }
    for (const isnad::Figure& one : report_.figures) figure(one);
    for (const isnad::Event& one : report_.events) event(one);
  }

 private:
  bool edge(std::uint32_t at) const {   // no byte inside a character
    return at == text_.size() || (static_cast<unsigned char>(text_[at]) & 0xC0) != 0x80;
  }
  void inside(isnad::Span span) const {
    demand(span.begin <= span.end && span.end <= text_.size() && edge(span.begin) && edge(span.end));
  }
  void filled(isnad::Span span) const {
    inside(span);
    demand(!span.empty());
  }
  static void index(std::int32_t at, std::size_t size) {
    demand(at == isnad::kNone || (at >= 0 && static_cast<std::size_t>(at) < size));
  }
  void holder(const isnad::Holder& holder) const {
    inside(holder.span);
    inside(holder.cue);
    index(holder.entity, report_.entities.size());
  }

  void figure(const isnad::Figure& one) const {
    filled(one.span);
    for (isnad::Span span : {one.label, one.place, one.number, one.cue, one.noun}) inside(span);
    demand(one.low >= 0 && one.low <= one.high);
    for (const isnad::Holder& h : one.holders) holder(h);
    index(one.part_of, report_.figures.size());
    index(one.place_entity, report_.entities.size());
    index(one.date_time, report_.times.size());
  }

  void event(const isnad::Event& one) const {
    filled(one.span);
    demand(!one.type.empty());
    inside(one.actor_span);
    inside(one.place_span);
    for (const isnad::Holder& h : one.holders) holder(h);
    for (std::int32_t entity : {one.actor, one.recipient, one.place}) index(entity, report_.entities.size());
    index(one.date_time, report_.times.size());
  }

  const isnad::Report& report_;
  std::string_view text_;
};

}  // namespace

// Loads the packs before any input is timed.
extern "C" int LLVMFuzzerInitialize(int*, char***) {
  real_packs();
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0 || size > kLongest) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  for (const isnad::Page& page : pages_of(data[0], bytes)) {
    const isnad::Report report = isnad::read_report(page, real_packs());
    Checker(report).check();
    demand(isnad::render_report_jsonl(report, real_packs()).ends_with("}\n"));
  }
  return 0;
}
