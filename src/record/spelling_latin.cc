// SPDX-License-Identifier: Apache-2.0
// Latin spellings: beside Arabic ones, and beside one another.
#include <algorithm>
#include <array>

#include "record/spelling.h"
#include "record/spelling_letters.h"

namespace isnad {
namespace {

constexpr std::size_t kLongest = 40;   // letters of a word
constexpr std::size_t kLongAcronym = 6;
constexpr int kMost = 900;
constexpr int kLaterRendering = 3;     // for each likelier one before it
constexpr int kLatinVowelAlone = 20, kLastVowelAlone = 60, kVowelBehindVowel = 25;
constexpr int kArabicVowelAlone = 25, kSecondVowel = 10, kWeakAlone = 30, kAynAlone = 5;

using Costs = std::array<std::array<int, kLongest + 1>, kLongest + 1>;

const std::vector<LatinSound>& sounds_of(char32_t c) {
  static const std::vector<LatinSound> none;
  return c < 128 ? spelling_letters().sounds[c] : none;
}

bool stands_at(const NameWord& word, std::size_t at, const NameWord& part) {
  return word.compare(at, part.size(), part) == 0;
}

// What an Arabic letter costs that the Latin spelling has nothing for.
int arabic_alone(const NameWord& word, std::size_t i) {
  const SpellingLetters& letters = spelling_letters();
  if (letters.is_vowel(word[i])) {
    return i > 0 && letters.is_vowel(word[i - 1]) ? kSecondVowel : kArabicVowelAlone;
  }
  if (i > 0 && word[i] == word[i - 1]) return kSecondVowel;
  if (!letters.is_weak(word[i])) return kWhole;
  return letters.end_letters.contains(word[i]) ? kWeakAlone : kAynAlone;
}

void lower(int& cost, int value) { cost = std::min(cost, value); }

bool is_latin_vowel(char32_t c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

bool is_spoken_vowel(char32_t c) { return is_latin_vowel(c) || c == 'y'; }

// From (i, j) on: each sound that can begin there, with each of its renderings, or alone.
void step_sounds(const NameWord& latin, std::size_t i, const NameWord& arabic, std::size_t j,
                 Costs& cost) {
  const int here = cost[i][j];
  const bool doubled = i > 0 && latin[i] == latin[i - 1] && !is_latin_vowel(latin[i]);
  const int second = i > 0 && is_latin_vowel(latin[i]) && is_latin_vowel(latin[i - 1])
                         ? kVowelBehindVowel : 0;
  if (doubled) lower(cost[i + 1][j], here + 2);
  for (const LatinSound& sound : sounds_of(latin[i])) {
    if (!stands_at(latin, i, sound.letters)) continue;
    const std::size_t next = i + sound.letters.size();
    lower(cost[next][j], here + sound.alone + (sound.letters.size() == 1 ? second : 0));
    int later = 0;
    for (const NameWord& written : sound.arabic) {
      if (stands_at(arabic, j, written)) lower(cost[next][j + written.size()], here + later);
      later += kLaterRendering;
    }
  }
}

// Sounds of a Latin word one after the other, the longest first.
NameWord latin_sounds(const NameWord& latin) {
  NameWord out;
  for (std::size_t i = 0; i < latin.size();) {
    std::size_t used = 1;
    for (const LatinSound& sound : sounds_of(latin[i])) {
      if (!stands_at(latin, i, sound.letters)) continue;
      if (out.empty() || sound.sound.size() != 1 || out.back() != sound.sound[0]) {
        out += sound.sound;
      }
      used = sound.letters.size();
      break;
    }
    i += used;
  }
  return out;
}

bool is_vowel(char32_t c) { return c < 128; }   // sounds: vowels are Latin, consonants Arabic

int vowel_swap(char32_t a, char32_t b) {
  const auto pair = std::minmax(a, b);
  if (pair.first == 'e' && pair.second == 'i') return 5;
  if (pair.first == 'o' && pair.second == 'u') return 5;
  if (pair.first == 'a' && pair.second == 'e') return 10;
  if (pair.first == 'a' && pair.second == 'o') return 25;
  if (pair.first == 'e' && pair.second == 'u') return 25;
  return 35;
}

int sound_swap(char32_t a, char32_t b) {
  if (a == b) return 0;
  if (is_vowel(a) && is_vowel(b)) return vowel_swap(a, b);
  const SpellingLetters& letters = spelling_letters();
  return std::min(letters.swaps.of(a, b), letters.renderings.of(a, b));
}

int sound_alone(const NameWord& word, std::size_t i) {
  if (is_vowel(word[i])) {   // Martin is not Martina; a last e is often silent
    return i + 1 == word.size() && word[i] != 'e' ? kLastVowelAlone : kLatinVowelAlone;
  }
  return spelling_letters().is_weak(word[i]) ? kWeakAlone : kWhole;
}

int cost_of_rendering(const NameWord& arabic, const NameWord& latin) {
const bool said = std::any_of(latin.begin(), latin.end(), is_spoken_vowel);
  if (!said && latin.size() < kLongAcronym) return kMost;   // "CBC" is no word
  if (arabic.size() > kLongest || latin.size() > kLongest) return kMost;
  Costs cost;
  for (std::size_t i = 0; i <= latin.size(); ++i) {
    std::fill_n(cost[i].begin(), arabic.size() + 1, kMost);
  }
  cost[0][0] = 0;
  for (std::size_t i = 0; i <= latin.size(); ++i) {
    for (std::size_t j = 0; j <= arabic.size(); ++j) {
      if (cost[i][j] >= kMost) continue;
      if (j < arabic.size()) lower(cost[i][j + 1], cost[i][j] + arabic_alone(arabic, j));
      if (i < latin.size()) step_sounds(latin, i, arabic, j, cost);
    }
  }
  return cost[latin.size()][arabic.size()];
}

}  // namespace

int rendering_cost(const NameWord& arabic, const NameWord& latin) {
  const NameWord sounds = sounds_in(arabic);
  const int cost = cost_of_rendering(arabic, latin);
  return sounds == arabic ? cost : std::min(cost, cost_of_rendering(sounds, latin));
}

int latin_cost(const NameWord& one, const NameWord& other) {
  if (one == other) return 0;
  const NameWord a = latin_sounds(one), b = latin_sounds(other);
  if (a.size() > kLongest || b.size() > kLongest) return kMost;
  Costs cost;
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      int best = i + j == 0 ? 0 : kMost;
      if (i > 0) lower(best, cost[i - 1][j] + sound_alone(a, i - 1));
      if (j > 0) lower(best, cost[i][j - 1] + sound_alone(b, j - 1));
      if (i > 0 && j > 0) lower(best, cost[i - 1][j - 1] + sound_swap(a[i - 1], b[j - 1]));
      cost[i][j] = best;
    }
  }
  return cost[a.size()][b.size()];
}

}  // namespace isnad
