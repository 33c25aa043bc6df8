// SPDX-License-Identifier: Apache-2.0
// What holds for every text, tried on random bytes, on random characters that fold in every way,
// and on made-up news lines; each table is compared with a slow and obvious twin.
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "isnad/text.h"
#include "text/checks.h"
#include "text/chars.h"

namespace isnad {
namespace {

using test::check_all;
using test::check_cover;
using test::check_keys;
using test::check_valid;
using Random = std::mt19937;

std::size_t below(Random& random, std::size_t n) { return random() % n; }

std::string random_bytes(Random& random) {
  std::string out(below(random, 200), '\0');
  for (char& c : out) c = static_cast<char>(below(random, 256));
  return out;
}

// Every character of the basic plane comes, those of our scripts and marks most often.
std::string random_characters(Random& random) {
  constexpr std::uint32_t kBlocks[][2] = {
      {0x20, 0x7F}, {0x20, 0x7F}, {0x621, 0x64A}, {0x600, 0x6FF}, {0x640, 0x660}, {0xA0, 0x250},
      {0x2000, 0x2070}, {0xFB50, 0xFEFF}, {0x300, 0x500}, {0x1, 0xD7FF}, {0xE000, 0x20000}};
  std::string out;
  for (std::size_t n = below(random, 120); n > 0; --n) {
    const auto& block = kBlocks[below(random, std::size(kBlocks))];
    append_utf8(block[0] + static_cast<std::uint32_t>(below(random, block[1] - block[0])), out);
  }
  return out;
}

std::string random_line(Random& random) {
  static const std::vector<std::string> kPieces = {
      "\u0642\u0627\u0644", "\u0623.\u0641.\u0628", "26", "1,600", "\u0662\u066B\u0665", ".", "...",
      "\"", "'", "\u00AB", "\u00BB", "\u201D", " ", " ", " ", "\n", "\r\n", "U.S.", "Mr.", "(",
      ")", "\u060C", "\u061F", "https://t.co/a", "@name", "#\u0648\u0633\u0645", "/", "-", "%",
      "\u0640", "\u064E", "\u200F", "\u0627\u0644", "a.b.c.d", "00:47", "7.1.2022", "\uFEFB"};
  std::string out;
  for (std::size_t n = below(random, 60); n > 0; --n) out += kPieces[below(random, kPieces.size())];
  return out;
}

TEST(TextProperties, RandomBytes) {
  Random random(1);
  for (int i = 0; i < 3000 && !testing::Test::HasFatalFailure(); ++i) check_all(random_bytes(random));
}

TEST(TextProperties, RandomCharacters) {
  Random random(2);
  for (int i = 0; i < 3000 && !testing::Test::HasFatalFailure(); ++i) {
    const std::string bytes = random_characters(random);
    if (!bytes.starts_with("\uFEFF")) {
      ASSERT_EQ(make_text(bytes).utf8(), bytes);
    }
    check_all(bytes);
  }
}

TEST(TextProperties, RandomLines) {
  Random random(3);
  for (int i = 0; i < 3000 && !testing::Test::HasFatalFailure(); ++i) check_all(random_line(random));
}

// Every character alone and between letters.
TEST(TextProperties, EveryCharacter) {
  for (std::uint32_t code = 1; code < 0x3000 && !testing::Test::HasFatalFailure(); ++code) {
    std::string one, between = "\u0643";
    append_utf8(code, one);
    check_all(one);
    append_utf8(code, between);
    check_all(between + "\u062A a");
  }
}

// Long Arabic and ASCII, one byte broken anywhere.
TEST(TextProperties, OneBrokenByte) {
  std::string whole;
  for (int i = 0; i < 12; ++i) whole += "\u0642\u0627\u0644 abc \u0627\u0644\u0648\u0632\u064A\u0631 \u20AC";
  for (std::size_t at = 0; at < whole.size(); ++at)
    for (const char c : {'a', '\x80', '\xC1', '\xD8', '\xE0', '\xFF'}) {
      std::string bytes = whole;
      bytes[at] = c;
      check_valid(bytes);
      check_valid(std::string_view(bytes).substr(0, at + 1));
    }
}

// Lines of words, where the short way is taken most.
TEST(TextProperties, CommonWords) {
  Random random(4);
  static const std::vector<std::string> kWords = {
      "\u0623\u062D\u0645\u062F", "\u0648", "http://a.b", "www.x.com", "The", "UN", "a", "H", "don't",
      "Mr", "x.y", "\u0645\u062F\u0631\u0633\u0629", "\u0639\u0650", "caf\u00E9", "\u06AF\u0644",
      "word12", "\u0627bc", "\uFEFB"};
  static const std::vector<std::string> kBetween = {" ", ". ", ".", ", ", "\n", "@", "'", ":", "/",
                                                    "\u060C", "\u200F", "", "-", "\u0640"};
  for (int i = 0; i < 3000 && !testing::Test::HasFatalFailure(); ++i) {
    std::string line;
    for (std::size_t n = below(random, 30); n > 0; --n)
      line += kWords[below(random, kWords.size())] + kBetween[below(random, kBetween.size())];
    check_all(line);
  }
}

// A word is longer than a key can count, a number too: they come apart, nothing is lost.
TEST(TextProperties, Endless) {
  for (const char* piece : {"\u0627", "\u0640", "\u064B", "a", "1", "1.", "ab.", "a.", "\"", "'",
                            "\u200F", ".", "http://", "#a", "- ", "\n", "\r\n \u200F"}) {
    std::string bytes;
    while (bytes.size() < 100000) bytes += piece;
    const Text text = make_text(bytes);
    check_cover(text);
    check_keys(text);
    std::size_t longest = 0;
    for (const Token& token : text.tokens()) longest = std::max<std::size_t>(longest, token.key_size);
    EXPECT_LT(longest, 60000u) << piece;
  }
}

}  // namespace
}  // namespace isnad
