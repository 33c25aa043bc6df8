// SPDX-License-Identifier: Apache-2.0
#include "record/spelling.h"

#include <algorithm>
#include <array>
#include <bit>

#include "record/given_names.h"
#include "record/spelling_letters.h"

namespace isnad {
namespace {

constexpr std::size_t kLongest = 40;   // letters of a word
constexpr int kMost = 900;             // hundredths
constexpr int kShortVowel = 45, kVowel = 15, kSecondVowel = 10, kVowelSwap = 12;
constexpr int kDoubled = 5, kWeakShort = 45, kWeakLong = 30, kTurned = 45, kTurnedVowel = 28, kFeminine = 100, kFirstVowel = 60, kLongName = 80, kGlued = 46, kGluedPerson = 25,
              kFarSound = 25;
constexpr std::size_t kMostLone = 4;   // letters that one of two spellings of a name has alone
constexpr int kMostClasses = 3;        // of sounds that only one of them has
constexpr std::size_t kShortWord = 6, kShortShape = 4;   // letters

bool is_mark(char32_t c) {
  return (c >= 0x064B && c <= 0x065F) || c == 0x0670 || c == 0x0640 ||
         (c >= 0x200B && c <= 0x200F) || (c >= 0x0300 && c <= 0x036F);
}

// Latin letters with marks, U+00C0..U+017F, by their base letter. '*' stays as it is.
constexpr std::string_view kLatinBase =
    "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnn"
    "oooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

char32_t fold_letter(char32_t c) {
  if (c >= 'A' && c <= 'Z') return c + 32;
  if (c >= 0xC0 && c < 0xC0 + kLatinBase.size() && kLatinBase[c - 0xC0] != '*') {
    return static_cast<char32_t>(kLatinBase[c - 0xC0]);
  }
  return SpellingLetters::in_table(c) ? spelling_letters().fold[c - kArabicFirst] : c;
}

bool is_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 0xC0 && c <= 0x24F) || (c >= 0x0400 && c <= 0x052F) ||
         (c >= 0x0620 && c <= 0x064A) || (c >= 0x0671 && c <= 0x06D3);
}

// Consonants of a word, those that follow themselves once.
std::size_t count_consonants(const NameWord& word) {
  constexpr std::u32string_view kLatinVowels = U"aeiouy";
  std::size_t count = 0;
  char32_t before = 0;
  for (const char32_t c : word) {
    if (spelling_letters().is_vowel(c) || kLatinVowels.find(c) != kLatinVowels.npos) continue;
    count += c != before ? 1 : 0;
    before = c;
  }
  return count;
}

struct Pair {
  const SpellingLetters& letters;
  NameWord a, b;
  bool strict = false;       // both are the language's own names
  bool short_name = false;
  bool person = false;
  bool foreign = false;
  bool tiny = false;         // of two consonants
};

// Two long vowels for one another: cheap in long names and at the end of a word, dear in the middle
// of short ones (Jamal, Jamil).
int swap_cost(const Pair& pair, std::size_t i, std::size_t j) {
  const char32_t a = pair.a[i], b = pair.b[j];
  if (a == b) return 0;
  const SpellingLetters& letters = pair.letters;
  const bool last = i + 1 == pair.a.size() && j + 1 == pair.b.size();
  if (last && letters.end_letters.contains(a) && letters.end_letters.contains(b)) return kDoubled;
  if (letters.is_vowel(a) && letters.is_vowel(b)) {
    const bool one_last = (i + 1 == pair.a.size()) != (j + 1 == pair.b.size());
    if (one_last && pair.short_name) return kShortVowel;
    const bool inside = i > 0 && j > 0 && i + 1 < pair.a.size() && j + 1 < pair.b.size();
    if (pair.strict || (last && pair.person)) return kShortVowel;   // Maria, Mario
    return pair.short_name && inside ? kShortVowel : kVowelSwap;
  }
  const int swap = letters.swaps.of(a, b);
  if (swap < kWhole || pair.strict) return swap;
  const int rendering = letters.renderings.of(a, b);
  if (rendering == kWhole) return kWhole;
  return i == 0 && j == 0 && rendering >= kFarSound ? rendering + kVowel : rendering;
}

// The vowel of the ending of an adjective, which makes another word of a name.
bool before_ending(const NameWord& word, std::size_t i) {
  const SpellingLetters& letters = spelling_letters();
  return i + 2 == word.size() && letters.glides.contains(word[i]) &&
         !letters.is_vowel(word[i + 1]) && letters.end_letters.contains(word[i + 1]);
}

// A vowel before two consonants that a foreign name begins with: "Mbappe", "Imbappe".
bool begins_cluster(const Pair& pair, const NameWord& word) {
  return !pair.strict && word.size() > 3 && !pair.letters.is_vowel(word[1]) &&
         !pair.letters.is_vowel(word[2]);
}

// A letter that only one of them writes. Long vowels are written or not in foreign names; in the
// language's own, where they tell names apart (Hasan, Husayn), they cost more.
int lone_cost(const Pair& pair, const NameWord& word, std::size_t i) {
  const SpellingLetters& letters = pair.letters;
  const char32_t c = word[i];
  const bool doubled = i > 0 && word[i - 1] == c;
  const bool last = i > 0 && i + 1 == word.size();
  if (letters.is_vowel(c)) {
    if (last && !doubled && pair.person) return kFeminine;   // Martin, Martina; Ahmad, Ahmadi
    if (last && !doubled && pair.short_name) return kShortVowel;
    if (i == 0 && word.size() <= kShortWord) return begins_cluster(pair, word) ? kVowel : kFirstVowel;
    if (!last && before_ending(word, i) && !doubled) return kShortVowel;
    if (doubled) return kSecondVowel;
    if (pair.strict) return kShortVowel;
    if (i > 0 && letters.is_vowel(word[i - 1])) return pair.tiny ? kVowel : kSecondVowel;
    return kVowel;
  }
  if (doubled) return kDoubled;
  if (last && letters.end_letters.contains(c) && letters.is_vowel(word[i - 1])) return kSecondVowel;
  if (letters.is_weak(c)) return pair.short_name ? kWeakShort : kWeakLong;
  return kWhole;
}

int alignment_cost(const Pair& pair) {
  const SpellingLetters& letters = pair.letters;
  const NameWord &a = pair.a, &b = pair.b;
  std::array<std::array<int, kLongest + 1>, kLongest + 1> cost;
  std::array<int, kLongest> lone_a, lone_b;
  for (std::size_t i = 0; i < a.size(); ++i) lone_a[i] = lone_cost(pair, a, i);
  for (std::size_t j = 0; j < b.size(); ++j) lone_b[j] = lone_cost(pair, b, j);
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      int best = i + j == 0 ? 0 : kMost;
      if (i > 0) best = std::min(best, cost[i - 1][j] + lone_a[i - 1]);
      if (j > 0) best = std::min(best, cost[i][j - 1] + lone_b[j - 1]);
      if (i > 0 && j > 0) best = std::min(best, cost[i - 1][j - 1] + swap_cost(pair, i - 1, j - 1));
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        const bool vowel = letters.is_vowel(a[i - 1]) || letters.is_vowel(a[i - 2]);
        best = std::min(best, cost[i - 2][j - 2] + (pair.foreign && vowel ? kTurnedVowel : kTurned));
      }
      cost[i][j] = best;
    }
  }
  return cost[a.size()][b.size()];
}

// What stands behind "Abd al-" in a word; "" where it does not begin so.
NameWord behind_servant(const NameWord& word) {
  const SpellingLetters& letters = spelling_letters();
  if (is_latin(word)) {
    for (const NameWord& servant : letters.latin_servants) {
      if (word.size() > servant.size() + 1 && word.starts_with(servant)) {
        return word.substr(servant.size());
      }
    }
    return {};
  }
  const NameWord head = letters.servant + letters.article;
  return word.size() > head.size() + 1 && word.starts_with(head) ? word.substr(head.size())
                                                                 : NameWord();
}

// What two spellings of one name may cost at most: less than two vowels in short words, one more or
// less in long ones.
int most_allowed(const NameWord& a, const NameWord& b, bool strict, SpellingOf of) {
  const int size = static_cast<int>(std::min(a.size(), b.size()));
  if (size < 3) return of.foreign ? kVowel : kSecondVowel;
  if (strict) return 25;
  const std::size_t sounds = std::min(count_consonants(a), count_consonants(b));
  if (sounds <= 1) return kSecondVowel;
  if (sounds == 2) return of.foreign ? 28 : of.person ? 20 : 14;
  if (of.person && !of.foreign && size < 8) return 29;   // Khamenei is not Khomeini
  if (size >= 6) return std::clamp(8 * size, 46, kLongName);
  return of.foreign && sounds >= 4 ? 46 : 29;
}

std::uint32_t classes_of(const NameWord& word) {
  std::uint32_t classes = 0;
  for (const char32_t c : word) {
    if (!SpellingLetters::in_table(c)) continue;
    const char kind = spelling_letters().arabic_class[c - kArabicFirst];
    if (kind != 0) classes |= 1u << (kind - 'A');
  }
  return classes;
}

// So far apart that no alignment can cost little: seen at once.
bool far_apart(const NameWord& a, const NameWord& b) {
  const std::size_t more = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  return more > kMostLone || std::popcount(classes_of(a) ^ classes_of(b)) > kMostClasses;
}

bool arabic_alike(const NameWord& a, const NameWord& b, SpellingOf of) {
  if (far_apart(a, b)) return are_one_given_name(a, b);
  const NameWord x = behind_servant(a), y = behind_servant(b);
  if (!x.empty() && !y.empty()) return x == y || arabic_alike(x, y, {false, true});
  if (x.empty() != y.empty() && spelling_cost(a, b, of) > kSecondVowel) return false;
  if (are_one_given_name(a, b)) return true;
  if (are_two_given_names(a, b)) return false;
  const bool strict = !of.foreign && is_native_shape(a) && is_native_shape(b);
  return spelling_cost(a, b, of) <= most_allowed(a, b, strict, of);
}

constexpr int kSameLatin = 15;   // Muhammad, Mohammed

bool scripts_alike(const NameWord& arabic, const NameWord& latin) {
  const NameWord x = behind_servant(arabic), y = behind_servant(latin);
  if (!x.empty() && !y.empty()) return rendering_cost(x, y) <= kSameLatin + kSecondVowel;
  if (const NameWord* known = latin_of_given_name(arabic); known != nullptr) {
    const int cost = latin_cost(*known, latin);
    if (cost <= kSameLatin || are_one_given_name(*known, latin)) return true;
    if (is_own_given_name(arabic) && cost > 2 * kSameLatin) return false;
  }
  const std::size_t size = std::min(count_consonants(arabic), consonants(latin).size() + 1);
  return rendering_cost(arabic, latin) <= (size >= 4 ? 46 : size == 3 ? 24 : 12);
}

bool latin_alike(const NameWord& a, const NameWord& b) {
  if (are_one_given_name(a, b)) return true;
  const std::size_t size = std::min(count_consonants(a), count_consonants(b));
  return latin_cost(a, b) <= (size >= 4 ? 46 : size == 3 ? 30 : 15);
}

bool is_servant(const NameWord& word) {
  const SpellingLetters& letters = spelling_letters();
  return word == letters.servant || std::find(letters.latin_servants.begin(),
                                              letters.latin_servants.end(),
                                              word) != letters.latin_servants.end();
}

}  // namespace

std::vector<NameWord> split_name(std::string_view utf8) {
  std::vector<NameWord> words(1);
  for (const char32_t raw : decode_letters(utf8)) {
    if (is_mark(raw) || raw == '\'' || raw == 0x2019) continue;
    const char32_t c = fold_letter(raw);
    if (is_letter(c)) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

NameWord sounds_in(const NameWord& word) {
  NameWord out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    char32_t c = word[i];
    for (const auto& [pair, one] : spelling_letters().units) {
      if (word.compare(i, pair.size(), pair) == 0) c = one, ++i;
    }
    out += c;
  }
  return out;
}

bool is_latin(const NameWord& word) { return !word.empty() && word.front() < 0x0250; }

NameWord without_article(const NameWord& word) {
  const NameWord& article = spelling_letters().article;
  const bool has = word.size() >= article.size() + 3 && word.starts_with(article);
  return has ? word.substr(article.size()) : word;
}

std::vector<NameWord> person_words(const std::vector<NameWord>& words) {
  const SpellingLetters& letters = spelling_letters();
  const auto is_article = [&](std::size_t i) {
    return i + 1 < words.size() && letters.latin_articles.contains(words[i]);
  };
  std::vector<NameWord> out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_article(i)) continue;
    NameWord word = words[i];
    if (i + 1 < words.size() && is_servant(word)) {
      ++i;
      while (is_article(i)) ++i;
      word += words[i];
    }
    if (const NameWord rest = behind_servant(word); !rest.empty() && is_latin(word)) {
      word = letters.latin_servants.front() + rest;
    }
    out.push_back(std::move(word));
  }
  return out;
}

std::string consonants(const NameWord& word) {
  const SpellingLetters& letters = spelling_letters();
  const bool latin = is_latin(word);
  const NameWord sounds = latin ? word : sounds_in(word);
  std::string out;
  for (std::size_t i = 0; i < sounds.size(); ++i) {
    const char32_t c = sounds[i], next = i + 1 < sounds.size() ? sounds[i + 1] : 0;
    char kind = 0;
    if (SpellingLetters::in_table(c)) kind = letters.arabic_class[c - kArabicFirst];
    if (latin && c < 128) kind = letters.latin_class[c];
    if (c == 'p' && next == 'h') kind = 'F';
    if (c == 'c' && (next == 'h' || next == 'e' || next == 'i' || next == 'z')) kind = 'S';
    if (kind && (out.empty() || out.back() != kind)) out += kind;
    if (c == 'x' && out.size() > 1) out += 'S';
  }
  return out;
}

bool is_native_shape(const NameWord& word) {
  if (word.empty() || is_latin(word)) return false;
  const SpellingLetters& letters = spelling_letters();
  const NameWord bare = without_article(word);
  const auto listed = [&](bool open, bool glides) {
    return letters.shapes.contains(letter_pattern(bare, letters, open, glides));
  };
  return listed(true, false) || listed(false, false) ||
         (bare.size() <= kShortShape && (listed(true, true) || listed(false, true)));
}

bool is_foreign_word(const NameWord& word) {
  if (word.size() < 4 || is_latin(word) || is_native_shape(word)) return false;
  const SpellingLetters& letters = spelling_letters();
  if (word.starts_with(letters.article) || is_own_given_name(word)) return false;
  return std::none_of(word.begin(), word.end(), [&](char32_t c) { return letters.is_native(c); });
}

int spelling_cost(const NameWord& a, const NameWord& b, SpellingOf of) {
  if (a == b) return 0;
  if (a.size() > kLongest || b.size() > kLongest) return kMost;
  Pair pair{spelling_letters(), a, b, false, false, of.person, of.foreign};
  pair.strict = !of.foreign && is_native_shape(a) && is_native_shape(b);
  pair.short_name = std::min(consonants(a).size(), consonants(b).size()) <= 4;
  pair.tiny = std::min(count_consonants(a), count_consonants(b)) <= 2;
  const int as_written = alignment_cost(pair);
  pair.a = sounds_in(a);
  pair.b = sounds_in(b);
  if (pair.a == a && pair.b == b) return as_written;
  return std::min(as_written, alignment_cost(pair));
}

bool spelled_alike(const NameWord& a, const NameWord& b, SpellingOf of) {
  if (a == b) return true;
  if (a.empty() || b.empty()) return false;
  if (is_latin(a) && is_latin(b)) return latin_alike(a, b);
  if (is_latin(a)) return scripts_alike(b, a);
  if (is_latin(b)) return scripts_alike(a, b);
  return arabic_alike(a, b, of);
}

bool glued_alike(const NameWord& a, const NameWord& b, SpellingOf of) {
  if (is_latin(a) || is_latin(b)) return spelled_alike(a, b, of);
  return spelling_cost(a, b, of) <= (of.person ? kGluedPerson : kGlued) && spelled_alike(a, b, of);
}

bool words_alike(const NameWord& a, const NameWord& b, SpellingOf of) {
  const NameWord x = without_article(a), y = without_article(b);
  const bool one = x.size() != a.size(), other = y.size() != b.size();
  if (one && other) return spelled_alike(x, y, of) || (of.foreign && spelled_alike(a, b, of));
  if (spelled_alike(a, b, of)) return true;
  if (!one && !other) return false;
  if (is_latin(a) || is_latin(b)) return spelled_alike(x, y, of);
  return x == y || (spelling_cost(x, y, of) <= kSecondVowel && spelled_alike(x, y, of));
}

NameWord glue(const std::vector<NameWord>& words) {
  NameWord out;
  for (const NameWord& word : words) out += word;
  return out;
}

}  // namespace isnad
