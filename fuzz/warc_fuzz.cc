// SPDX-License-Identifier: Apache-2.0
// Archives and WARC records of any bytes: bounded, and never behind the end.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "page/archive_warc.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  {
    isnad::MemorySource memory(bytes);
    isnad::ByteReader reader(memory);
    isnad::WarcReader records(reader, 1 << 20);
    for (isnad::WarcRecord record; records.next(record);) {
    }
  }
  isnad::MemorySource memory(bytes);
  isnad::Unpacker unpacker(memory);
  std::string name, all;
  for (int entries = 0; entries < 100 && unpacker.next(name); ++entries) {
    isnad::ByteReader entry(unpacker);
    entry.rest(all, 1 << 20);
  }
  return 0;
}
