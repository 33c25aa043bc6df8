// SPDX-License-Identifier: Apache-2.0
// Folding what is folded changes nothing, for every character of the basic plane.
#include <gtest/gtest.h>

#include <string>

#include "isnad/text.h"

namespace isnad {
namespace {

std::string utf8_of(unsigned c) {
  auto tail = [](unsigned bits) { return static_cast<char>(0x80 | (bits & 63)); };
  if (c < 0x80) return {static_cast<char>(c)};
  if (c < 0x800) return {static_cast<char>(0xC0 | c >> 6), tail(c)};
  return {static_cast<char>(0xE0 | c >> 12), tail(c >> 6), tail(c)};
}

TEST(FoldStable, EveryCharacterOnce) {
  std::string key, again;
  for (unsigned c = 0x21; c < 0x10000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    fold_key(utf8_of(c), key);
    fold_key(key, again);
    EXPECT_EQ(key, again) << std::hex << c;
  }
}

}  // namespace
}  // namespace isnad
