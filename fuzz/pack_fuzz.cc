// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a compiled pack: refused by name, or used without harm. The right hash is put in
// first, so that the fuzzer gets past it; the first byte of the input says whether.
#include <xxhash.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>

#include "match/match.h"
#include "match/pack.h"

namespace {

const char kText[] =
    "25 \xd8\xb4\xd8\xa8\xd8\xa7\xd8\xb7 2009 "
    "\xd9\x88\xd8\xa7\xd9\x84\xd8\xa8\xd9\x8a\xd8\xaa "
    "\xd9\x84\xd9\x84\xd9\x88\xd8\xb2\xd8\xa7\xd8\xb1\xd8\xa9\nThe Daily Lamp, 1,600 (50%) at 00:47.";

void mend(std::string& image) {
  using isnad::pack::Header;
  if (image.size() < sizeof(Header)) return;
  Header header;
  std::memcpy(&header, image.data(), sizeof header);
  std::memcpy(header.magic, isnad::pack::kMagic, sizeof header.magic);
  header.format = isnad::pack::kFormat;
  header.bytes = static_cast<std::uint32_t>(image.size());
  std::memcpy(image.data(), &header, sizeof header);
  constexpr std::size_t kFrom = offsetof(Header, hash) + sizeof header.hash;
  header.hash = XXH64(image.data() + kFrom, image.size() - kFrom, 0);
  std::memcpy(image.data(), &header, sizeof header);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  std::string image(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (data[0] % 8 != 0) mend(image);
  const auto packs = isnad::make_packs({image});
  if (!packs) return 0;
  const isnad::Text text = isnad::make_text(kText);
  isnad::Lattice lattice(text, packs.value());
  lattice.add_mention(isnad::class_id("NUM"), {0, 2}, 0, 25);
  for (const char* stratum : {"numbers", "times", "names", "page", "attribution", "events"})
    isnad::run_stratum(lattice, stratum, [&](const isnad::RuleMatch& match) {
      if (packs.value().rule_name(match.rule).size() > size) __builtin_trap();
      return true;
    });
  return 0;
}
