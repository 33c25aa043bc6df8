// SPDX-License-Identifier: Apache-2.0
// record/spelling_letters.h -- what the packs say of the letters of names (packs/*/spelling/letters.tsv).
//
// Threads    Read once, constant from then on.
// Errors     None; a letter the tables do not know stands for itself alone.
// Method     docs/methods/names.md

#pragma once

#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace isnad {

using NameWord = std::u32string;

inline constexpr char32_t kArabicFirst = 0x0600;
inline constexpr std::size_t kArabicLetters = 0x100;
inline constexpr int kWhole = 100;   // the cost of a letter, in hundredths

// One or more Latin letters that say one sound.
struct LatinSound {
  NameWord letters;
  NameWord sound;                  // what it is compared by with other Latin spellings
  int alone = kWhole;              // what it costs where the other spelling has nothing for it
  std::vector<NameWord> arabic;    // how it is written in Arabic, likeliest first
};

// What one letter for another costs; a pair that is not told costs a letter.
class PairCosts {
 public:
  PairCosts() : costs_(kArabicLetters * kArabicLetters, kWhole) {}
  int of(char32_t a, char32_t b) const { return known(a, b) ? costs_[index(a, b)] : kWhole; }
  void set(char32_t a, char32_t b, int cost) {
    if (known(a, b)) costs_[index(a, b)] = costs_[index(b, a)] = static_cast<std::uint8_t>(cost);
  }

 private:
  static bool known(char32_t a, char32_t b) {
    return a - kArabicFirst < kArabicLetters && b - kArabicFirst < kArabicLetters;
  }
  static std::size_t index(char32_t a, char32_t b) {
    return (a - kArabicFirst) * kArabicLetters + (b - kArabicFirst);
  }
  std::vector<std::uint8_t> costs_;
};

struct SpellingLetters {
  std::array<char32_t, kArabicLetters> fold{};
  std::array<bool, kArabicLetters> vowel{}, weak{}, native{};
  std::array<char, kArabicLetters> arabic_class{};
  std::array<char, 128> latin_class{};
  std::vector<std::pair<NameWord, char32_t>> units;
  std::set<char32_t> end_letters;
  PairCosts swaps, renderings;
  std::set<std::string> shapes;
  std::set<char32_t> glides;
  NameWord article, servant;
  std::pair<std::string, std::string> article_parts;   // UTF-8: its first letter, the rest
  std::set<NameWord> sons;   // in both scripts
  std::vector<NameWord> nisba;
  std::vector<std::string> joined, asked;   // matching keys
  std::array<std::vector<LatinSound>, 128> sounds;   // by first letter, longer ones first
  std::set<NameWord> latin_articles;
  std::vector<NameWord> latin_servants;

  bool is_vowel(char32_t c) const { return in_table(c) && vowel[c - kArabicFirst]; }
  bool is_weak(char32_t c) const { return in_table(c) && weak[c - kArabicFirst]; }
  bool is_native(char32_t c) const { return in_table(c) && native[c - kArabicFirst]; }
  static bool in_table(char32_t c) {
    return c >= kArabicFirst && c < kArabicFirst + kArabicLetters;
  }
};

const SpellingLetters& spelling_letters();

// Code points of UTF-8; what is not UTF-8 gives letters no table knows.
NameWord decode_letters(std::string_view utf8);

// The pattern of a word, vowels as written, any consonant as 'C'; where `open`, a last letter that can
// be an ending is told from a consonant; with `glides` the first letter that can be either is a consonant.
std::string letter_pattern(const NameWord& word, const SpellingLetters& letters, bool open,
                           bool glides = false);

}  // namespace isnad
