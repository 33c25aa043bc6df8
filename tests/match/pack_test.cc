// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <chrono>
#include <cstring>
#include <random>

#include "match/small_packs.h"
#include "packc/packc.h"

namespace isnad {
namespace {

std::string small_image() {
  return compile_pack(ISNAD_SOURCE_DIR "/tests/match/data/packs/ar").image;
}

// Puts the right hash to changed content, so that only the offsets are left to refuse it.
void mend_hash(std::string& image) {
  constexpr std::size_t kFrom = offsetof(pack::Header, hash) + 8;
  if (image.size() < sizeof(pack::Header)) return;
  const std::uint64_t hash = XXH64(image.data() + kFrom, image.size() - kFrom, 0);
  std::memcpy(image.data() + offsetof(pack::Header, hash), &hash, 8);
}

TEST(Pack, SameSourceSameBytes) {
  EXPECT_EQ(small_image(), small_image());
  EXPECT_FALSE(small_image().empty());
}

TEST(Pack, Info) {
  const auto packs = make_packs({small_image()});
  ASSERT_TRUE(packs.ok());
  const auto info = packs.value().info();
  ASSERT_EQ(info.size(), 1u);
  EXPECT_EQ(info[0].name, "ar");
  EXPECT_EQ(info[0].version, "0.1.0");
  EXPECT_EQ(info[0].hash.size(), 8u);
  EXPECT_EQ(packs.value().rule_name(0), "e.toll");
  EXPECT_EQ(packs.value().rule_name(0xffffffffu), "");
  EXPECT_EQ(packs.value().rule_name(99), "");
  EXPECT_EQ(packs.value().inner().rule_place(0), "packs/ar/rules/events.rules:5");
  EXPECT_EQ(packs.value().inner().row_name(0), "");
  EXPECT_EQ(packs.value().inner().row_name(1), "packs/ar/lists/words.tsv:2");
}

TEST(Pack, TruncatedIsRefused) {
  const std::string image = small_image();
  for (std::size_t size = 0; size < image.size(); size += 97) {
    const auto packs = make_packs({image.substr(0, size)});
    ASSERT_FALSE(packs.ok()) << size;
    EXPECT_EQ(packs.error().code, ErrorCode::BadPack);
  }
  EXPECT_FALSE(make_packs({image + "x"}).ok());
}

TEST(Pack, ChangedByteIsRefused) {
  const std::string image = small_image();
  for (std::size_t at = 0; at < image.size(); at += 31) {
    std::string changed = image;
    changed[at] = static_cast<char>(changed[at] ^ 0x41);
    EXPECT_FALSE(make_packs({changed}).ok()) << at;
  }
}

// With its hash mended a damaged pack is refused, or harmless.
TEST(Pack, DamagedOffsetsAreRefusedOrHarmless) {
  const std::string image = small_image();
  const Text text = make_text("25 \xd8\xb4\xd8\xa8\xd8\xa7\xd8\xb7 2009 The Daily Lamp");
  std::mt19937 dice(7);
  std::size_t refused = 0, worked = 0;
  for (int i = 0; i < 4000; ++i) {
    std::string changed = image;
    for (unsigned n = 1 + static_cast<unsigned>(dice() % 3); n > 0; --n) {
      const std::size_t at = 8 + dice() % (changed.size() - 8);
      changed[at] = static_cast<char>(dice() % 3 == 0 ? 0xff : dice());
    }
    mend_hash(changed);
    const auto packs = make_packs({changed});
    if (!packs) {
      ++refused;
      continue;
    }
    ++worked;
    const Lattice lattice(text, packs.value());
    for (const char* stratum : {"times", "events"})
      run_stratum(lattice, stratum, [](const RuleMatch&) { return true; });
  }
  EXPECT_GT(refused, 100u);
  EXPECT_GT(worked, 100u);
}

TEST(Pack, LoadedFromAFolder) {
  test::TemporaryFolder folder;
  EXPECT_EQ(load_packs(folder.path()).error().code, ErrorCode::NotFound);
  EXPECT_EQ(load_packs(folder.path() + "/none").error().code, ErrorCode::NotFound);
  folder.write("ar.pack", small_image());
  const auto packs = load_packs(folder.path());
  ASSERT_TRUE(packs.ok());
  EXPECT_EQ(packs.value().info()[0].name, "ar");
  folder.write("b.pack", "");
  const auto bad = load_packs(folder.path());
  ASSERT_FALSE(bad.ok());
  EXPECT_EQ(bad.error().code, ErrorCode::BadPack);
  EXPECT_EQ(bad.error().where, folder.path() + "/b.pack");
}

TEST(Pack, FolderIsNamedByTheEnvironment) {
  ::setenv("ISNAD_PACKS", "/somewhere", 1);
  EXPECT_EQ(find_packs_folder(), "/somewhere");
  ::unsetenv("ISNAD_PACKS");
}

TEST(Pack, NoPacksAtAll) {
  const Packs none;
  EXPECT_TRUE(none.info().empty());
  const Text text = make_text("one two");
  const Lattice lattice(text, none);
  EXPECT_EQ(lattice.edges_from(0).size(), 1u);
  run_stratum(lattice, "times", [](const RuleMatch&) { return true; });
}

}  // namespace
}  // namespace isnad
