// SPDX-License-Identifier: Apache-2.0
// Romanisation after the ALA-LC table for Arabic (packs/ar/spelling/romanisation.tsv), as far as what
// is written goes.
#include <map>
#include <string>

#include "record/spelling.h"
#include "record/spelling_letters.h"
#include "record/words.h"

namespace isnad {
namespace {

struct Vowel {
  std::string within, glide, first;   // glide "": it is never a consonant
};

struct Romanisation {
  std::map<char32_t, std::string> sounds, endings;
  std::map<char32_t, Vowel> vowels;
  std::string article;
};

const Romanisation& romanisation() {
  static const Romanisation table = [] {
    Romanisation made;
    for (const auto& row : split_table(embedded_table("ar_romanisation"))) {
      const NameWord letter = row.size() > 2 ? decode_letters(row[1]) : NameWord();
      if (letter.empty()) continue;
      const std::string latin(row[2]);
      if (row[0] == "sound") made.sounds[letter[0]] = latin;
      if (row[0] == "ending") made.endings[letter[0]] = latin;
      if (row[0] == "article") made.article = latin;
      if (row[0] == "vowel" && row.size() > 4) {
        made.vowels[letter[0]] = {latin, row[3] == "-" ? "" : std::string(row[3]),
                                  std::string(row[4])};
      }
    }
    return made;
  }();
  return table;
}

const Vowel* vowel_at(const NameWord& word, std::size_t i) {
  if (i >= word.size()) return nullptr;
  const auto found = romanisation().vowels.find(word[i]);
  return found == romanisation().vowels.end() ? nullptr : &found->second;
}

// A vowel that can be a consonant is one before another vowel and behind one that is never one.
bool is_glide(const NameWord& word, std::size_t i) {
  const Vowel* before = vowel_at(word, i - 1);
  return (before != nullptr && before->glide.empty()) || vowel_at(word, i + 1) != nullptr;
}

const std::string& vowel_sound(const NameWord& word, std::size_t i, const Vowel& vowel) {
  if (i == 0) return vowel.first;
  return !vowel.glide.empty() && is_glide(word, i) ? vowel.glide : vowel.within;
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
  const Romanisation& table = romanisation();
  std::string out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (const Vowel* vowel = vowel_at(word, i); vowel != nullptr) {
      out += vowel_sound(word, i, *vowel);
      continue;
    }
    const bool last = i + 1 == word.size() && i > 1 && vowel_at(word, i - 1) == nullptr;
    const auto ending = table.endings.find(word[i]);
    const auto sound = table.sounds.find(word[i]);
    if (last && ending != table.endings.end()) {
      out += ending->second;   // nearly always a ta marbuta
    } else if (sound != table.sounds.end()) {
      out += sound->second;
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
    out += bare.size() == word.size() ? romanise_word(word)
                                      : romanisation().article + romanise_word(bare);
  }
  return out;
}

}  // namespace isnad
