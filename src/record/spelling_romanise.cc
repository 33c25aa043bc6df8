// SPDX-License-Identifier: Apache-2.0
// Romanisation after the ALA-LC table for Arabic, as far as what is written goes.
#include <array>
#include <string>

#include "record/spelling.h"

namespace isnad {
namespace {

struct Sound {
  char32_t letter;
  const char* latin;
};

constexpr std::array kSounds = {
    Sound{0x0628, "b"},         Sound{0x062A, "t"},        Sound{0x062B, "th"},
    Sound{0x062C, "j"},         Sound{0x062D, "\u1E25"},   Sound{0x062E, "kh"},
    Sound{0x062F, "d"},         Sound{0x0630, "dh"},       Sound{0x0631, "r"},
    Sound{0x0632, "z"},         Sound{0x0633, "s"},        Sound{0x0634, "sh"},
    Sound{0x0635, "\u1E63"},    Sound{0x0636, "\u1E0D"},   Sound{0x0637, "\u1E6D"},
    Sound{0x0638, "\u1E93"},    Sound{0x0639, "\u02BB"},   Sound{0x063A, "gh"},
    Sound{0x0641, "f"},         Sound{0x0642, "q"},        Sound{0x0643, "k"},
    Sound{0x0644, "l"},         Sound{0x0645, "m"},        Sound{0x0646, "n"},
    Sound{0x0647, "h"},         Sound{0x0621, "\u02BC"},
};

constexpr char32_t kAlef = 0x0627, kWaw = 0x0648, kYa = 0x064A, kHa = 0x0647;

const char* sound_of(char32_t letter) {
  for (const Sound& sound : kSounds) {
    if (sound.letter == letter) return sound.latin;
  }
  return "";
}

bool is_long_vowel(char32_t c) { return c == kAlef || c == kWaw || c == kYa; }

// Waw and ya are consonants at the head of a word, before a long vowel and after an alef, else long
// vowels.
bool is_glide(const NameWord& word, std::size_t i) {
  if (i == 0) return true;
  return word[i - 1] == kAlef || (i + 1 < word.size() && is_long_vowel(word[i + 1]));
}

// ASCII letters and those with a dot below, U+1E0C..U+1E93, whose capitals stand before them.
void capitalise(std::string& word) {
  if (word.empty()) return;
  if (word[0] >= 'a' && word[0] <= 'z') {
    word[0] = static_cast<char>(word[0] - 32);
  } else if (word.size() >= 3 && word[0] == '\xE1') {
    word[2] = static_cast<char>(word[2] - 1);
  }
}

std::string romanise_word(const NameWord& word) {
  std::string out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char32_t c = word[i];
    if (c == kAlef) {
      out += i == 0 ? "a" : "\u0101";
    } else if (c == kWaw) {
      out += is_glide(word, i) ? "w" : "\u016B";
    } else if (c == kYa) {
      out += is_glide(word, i) ? "y" : "\u012B";
    } else if (c == kHa && i + 1 == word.size() && i > 1 && !is_long_vowel(word[i - 1])) {
      out += "ah";   // nearly always a ta marbuta
    } else {
      out += sound_of(c);
    }
  }
  capitalise(out);
  return out;
}

}  // namespace

std::string romanise(std::string_view utf8) {
  std::string out;
  for (const NameWord& word : split_name(utf8)) {
    if (is_latin(word)) return std::string(utf8);
    if (!out.empty()) out += ' ';
    const NameWord bare = without_article(word);
    out += bare.size() == word.size() ? romanise_word(word) : "al-" + romanise_word(bare);
  }
  return out;
}

}  // namespace isnad
