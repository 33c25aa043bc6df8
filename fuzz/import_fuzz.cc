// SPDX-License-Identifier: Apache-2.0
// Lists of the user's own, of any bytes: every row is taken, refused by the number of its line or passed over; what was
// written is a good list that finds its names again; and a list of any bytes is refused or harmless.
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "engine/import_lines.h"
#include "engine/import_lists.h"
#include "read/imported.h"

namespace {

void demand(bool condition) {
  if (!condition) std::abort();
}

// A file in memory, under a path.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : file_(memfd_create("fuzz", 0)) {
    demand(file_ >= 0);
    for (std::size_t at = 0; at < bytes.size();) {
      const ssize_t put = write(file_, bytes.data() + at, bytes.size() - at);
      demand(put > 0);
      at += static_cast<std::size_t>(put);
    }
  }
  ~MemoryFile() { close(file_); }
  std::string path() const { return "/proc/self/fd/" + std::to_string(file_); }

 private:
  int file_;
};

// The rows, counted slowly: lines that hold something and are no remark, without the header.
std::uint64_t rows_of(std::string_view bytes) {
  std::uint64_t rows = 0;
  bool first = true, header = false;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  for (std::size_t line = 0; !bytes.empty(); ++line) {
    std::string_view text = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(bytes.size(), text.size() + 1));
    if (text.ends_with('\r')) text.remove_suffix(1);
    if (text.empty() || text.front() == '#') continue;
    if (first && !header && text.substr(0, text.find('\t')) == "id") {
      header = true;
      first = false;
      continue;
    }
    first = false;
    ++rows;
  }
  return rows;
}

void import(std::string_view bytes, bool names) {
  const MemoryFile in(bytes), out({});
  std::uint64_t refused = 0, last = 0;
  const isnad::RowRefused note = [&](std::uint64_t row, const std::string& why) {
    demand(row > last && !why.empty());
    last = row;
    ++refused;
  };
  const auto done = names ? isnad::import_names(in.path(), out.path(), note)
                          : isnad::import_places(in.path(), out.path(), {}, note);
  if (!done.ok()) return;
  const isnad::ImportCounts& counts = done.value();
  demand(counts.refused == refused && counts.rows == counts.taken + counts.refused + counts.passed_over);
  demand(counts.rows == rows_of(bytes));
  const auto list = isnad::ImportedList::open(out.path());
  demand(list.ok() && list.value()->header().keys == counts.keys);
  list.value()->find("karnab", [](std::string_view row) { demand(row.starts_with("cls=")); });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (data[0] % 3 < 2) {
    import(bytes, data[0] % 3 == 1);
    return 0;
  }
  const MemoryFile file(bytes);
  const auto list = isnad::ImportedList::open(file.path());
  if (list.ok()) list.value()->find("karnab", [](std::string_view) {});
  return 0;
}
