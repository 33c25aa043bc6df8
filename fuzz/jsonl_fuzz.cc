// SPDX-License-Identifier: Apache-2.0
// JSON Lines, JSON, CSV and whatever else is told by content: of any bytes each line is a report or
// is refused under its own name, nothing is lost and nothing is read twice.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/file.h"
#include "engine/inputs.h"
#include "page/archive_warc.h"
#include "page/feed.h"

namespace {

void demand(bool condition) {
  if (!condition) std::abort();
}

struct Counts {
  std::size_t pages = 0, refused = 0;
};

Counts read(std::string_view bytes, isnad::InputKind kind, const std::string& where) {
  Counts counts;
  isnad::InputSink sink;
  sink.page = [&](isnad::Page page) {
    ++counts.pages;
    demand(!page.input.empty());
    for (const isnad::Part& part : page.parts) demand(part.span.end <= page.bytes.size());
  };
  sink.refused = [&](const isnad::Error& error) {
    ++counts.refused;
    demand(!error.what.empty() && error.where.starts_with(where));
  };
  isnad::MemorySource source(bytes);
  isnad::InputReader(kind, sink).read(source, where);
  return counts;
}

std::string_view without_mark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return bytes;
}

// Slowly: how many lines hold more than white space.
std::size_t count_lines(std::string_view bytes) {
  std::size_t lines = 0;
  bool filled = false;
  for (const char c : bytes) {
    if (c == '\n') lines += filled, filled = false;
    else if (c != ' ' && c != '\t' && c != '\r' && c != '\v' && c != '\f') filled = true;
  }
  return lines + filled;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const Counts any = read(bytes, isnad::InputKind::Auto, data[0] % 2 ? "fuzz.json" : "fuzz");
  demand(any.pages + any.refused > 0 || !isnad::is_blank_text(bytes));
  const std::string_view text = without_mark(bytes);
  const std::string_view line = text.substr(0, text.find('\n'));
  const Counts lines = read(bytes, isnad::InputKind::Jsonl, "fuzz.jsonl");
  if (!isnad::looks_packed(bytes) && !isnad::looks_like_warc(bytes) && !isnad::is_binary(line))
    demand(lines.pages + lines.refused == std::max<std::size_t>(count_lines(text), 1));
  std::size_t last = 1;
  isnad::read_csv(bytes, [&](const isnad::FeedItem& item, std::size_t at) {
    demand(at > last && !(item.text.empty() && item.title.empty() && item.html.empty()));
    last = at;
  });
  return 0;
}
