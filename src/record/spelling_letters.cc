// SPDX-License-Identifier: Apache-2.0
#include "record/spelling_letters.h"

#include <algorithm>
#include <charconv>

#include "record/words.h"

namespace isnad {
namespace {

using Cells = std::vector<std::string_view>;

char32_t next_letter(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  const unsigned lead = byte(at);
  const int more = lead < 0x80 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
  char32_t letter = more == 0 ? lead : lead & (0x3Fu >> more);
  for (int i = 1; i <= more; ++i) letter = letter << 6 | (byte(at + i) & 0x3Fu);
  at += static_cast<std::size_t>(more) + 1;
  return letter;
}

int number_of(std::string_view text) {
  int value = kWhole;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

NameWord folded(const SpellingLetters& letters, std::string_view utf8) {
  NameWord word = decode_letters(utf8);
  for (char32_t& c : word) {
    if (SpellingLetters::in_table(c)) c = letters.fold[c - kArabicFirst];
  }
  return word;
}

void mark_all(std::array<bool, kArabicLetters>& flags, const NameWord& word) {
  for (const char32_t c : word) {
    if (SpellingLetters::in_table(c)) flags[c - kArabicFirst] = true;
  }
}

void add_pair(PairCosts& costs, const NameWord& pair, int cost) {
  if (pair.size() == 2) costs.set(pair[0], pair[1], std::min(cost, kWhole));
}

void add_class(SpellingLetters& letters, const Cells& row) {
  if (row.size() < 3 || row[1].empty()) return;
  for (const char32_t c : decode_letters(row[2])) {
    if (SpellingLetters::in_table(c)) letters.arabic_class[c - kArabicFirst] = row[1][0];
    if (c < 128) letters.latin_class[c] = row[1][0];
  }
}

void read_arabic_row(const Cells& row, SpellingLetters& letters) {
  const std::string_view kind = row[0];
  const NameWord first = folded(letters, row[1]);
  const NameWord second = row.size() > 2 ? folded(letters, row[2]) : NameWord();
  if (kind == "fold" && second.size() == 1) {
    for (const char32_t c : decode_letters(row[1])) {
      if (SpellingLetters::in_table(c)) letters.fold[c - kArabicFirst] = second[0];
    }
  }
  if (kind == "vowel") mark_all(letters.vowel, first);
  if (kind == "weak") mark_all(letters.weak, first);
  if (kind == "native") mark_all(letters.native, first);
  if (kind == "class") add_class(letters, row);
  if (kind == "unit" && second.size() == 1) letters.units.emplace_back(first, second[0]);
  if (kind == "end" && first.size() == 1 && second.size() == 1) {
    letters.end_letters.insert({first[0], second[0]});
  }
  if (kind == "swap") add_pair(letters.swaps, second, number_of(row[1]));
  if (kind == "render") add_pair(letters.renderings, second, number_of(row[1]));
  if (kind == "shape") letters.shapes.insert(letter_pattern(first, letters, true));
  if (kind == "article") {
    std::size_t one = 0;
    next_letter(row[1], one);
    letters.article = first;
    letters.article_parts = {std::string(row[1].substr(0, one)), std::string(row[1].substr(one))};
  }
  if (kind == "servant") letters.servant = first;
  if (kind == "son") letters.sons.insert(first);
  if (kind == "joined") letters.joined.emplace_back(row[1]);
  if (kind == "asked") letters.asked.emplace_back(row[1]);
  if (kind == "glide") letters.glides.insert(first.begin(), first.end());
  if (kind == "nisba") letters.nisba.push_back(first);
}

void read_latin_row(const Cells& row, SpellingLetters& letters) {
  const std::string_view kind = row[0];
  const NameWord first = decode_letters(row[1]);
  if (kind == "class") add_class(letters, row);
  if (kind == "article") letters.latin_articles.insert(first);
  if (kind == "son") letters.sons.insert(first);
  if (kind == "asked") letters.asked.emplace_back(row[1]);
  if (kind == "servant") letters.latin_servants.push_back(first);
  if (kind != "sound" || row.size() < 5 || first.empty() || first[0] >= 128) return;
  LatinSound sound{first, decode_letters(row[2]), number_of(row[3]), {}};
  for (std::size_t at = 0; at <= row[4].size();) {
    const std::size_t end = std::min(row[4].find(' ', at), row[4].size());
    if (end > at) sound.arabic.push_back(folded(letters, row[4].substr(at, end - at)));
    at = end + 1;
  }
  letters.sounds[first[0]].push_back(std::move(sound));
}

SpellingLetters read_letters() {
  SpellingLetters letters;
  for (std::size_t i = 0; i < kArabicLetters; ++i) {
    letters.fold[i] = kArabicFirst + static_cast<char32_t>(i);
  }
  for (const Cells& row : split_table(embedded_table("ar_letters"))) {
    if (row.size() > 1) read_arabic_row(row, letters);
  }
  for (const Cells& row : split_table(embedded_table("en_letters"))) {
    if (row.size() > 1) read_latin_row(row, letters);
  }
  for (auto& sounds : letters.sounds) {
    std::stable_sort(sounds.begin(), sounds.end(), [](const auto& a, const auto& b) {
      return a.letters.size() > b.letters.size();
    });
  }
  return letters;
}

}  // namespace

NameWord decode_letters(std::string_view utf8) {
  NameWord word;
  for (std::size_t at = 0; at < utf8.size();) word += next_letter(utf8, at);
  return word;
}

std::string letter_pattern(const NameWord& word, const SpellingLetters& letters, bool open,
                           bool glides) {
  std::string pattern;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char32_t c = word[i];
    const bool behind_vowel = i > 0 && letters.is_vowel(word[i - 1]) &&
                              !letters.glides.contains(word[i - 1]);
    if (letters.glides.contains(c) && (glides || (behind_vowel && i + 1 < word.size()))) {
      pattern += 'C';
      glides = glides && behind_vowel;
    } else if (letters.is_vowel(c) && i > 0) {
      pattern += static_cast<char>(0x80u | (c & 0x7Fu));
    } else {
      const bool end = open && i + 1 == word.size() && letters.end_letters.contains(c);
      pattern += end ? 'e' : 'C';
    }
  }
  return pattern;
}

const SpellingLetters& spelling_letters() {
  static const SpellingLetters letters = read_letters();
  return letters;
}

}  // namespace isnad
