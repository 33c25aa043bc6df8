// SPDX-License-Identifier: Apache-2.0
#include "record/organisation_words.h"

#include <algorithm>
#include <unordered_map>

#include "record/words.h"

namespace isnad {
namespace {

constexpr std::size_t kMostWords = 3;   // of one entry of the tables
constexpr std::size_t kLeastCapitals = 3, kMostCapitals = 8;

// Words of an entry without articles, with a blank between them, to its meaning; "-" for small words.
using Meanings = std::unordered_map<NameWord, std::string>;

NameWord joined(const std::vector<NameWord>& words, std::size_t at, std::size_t count) {
  NameWord key;
  for (std::size_t i = at; i < at + count; ++i) {
    if (i > at) key += U' ';
    key += without_article(words[i]);
  }
  return key;
}

void add_entries(std::string_view meaning, std::string_view entries, Meanings& table) {
  for (std::size_t at = 0; at <= entries.size();) {
    const std::size_t end = std::min(entries.find('|', at), entries.size());
    const std::vector<NameWord> words = split_name(entries.substr(at, end - at));
    if (!words.empty() && words.size() <= kMostWords) {
      table.try_emplace(joined(words, 0, words.size()), meaning);
    }
    at = end + 1;
  }
}

std::string_view attribute(std::string_view attributes, std::string_view key) {
  const std::size_t at = attributes.find(key);
  if (at == attributes.npos || (at > 0 && attributes[at - 1] != ' ')) return {};
  const std::string_view value = attributes.substr(at + key.size());
  return value.substr(0, value.find(' '));
}

// Countries and their adjectives by id.
void add_countries(std::string_view list, Meanings& table) {
  for (const auto& row : split_table(embedded_table(list))) {
    if (row.size() < 3 || (row[0] != "COUNTRY" && row[0] != "NISBA")) continue;
    const std::string_view id = attribute(row[1], "id=");
    if (id.size() == 2) add_entries("=" + std::string(id), row[2], table);
  }
}

// Towns by their Latin form: they are in both languages what they are called in Latin letters.
void add_towns(std::string_view list, Meanings& table) {
  for (const auto& row : split_table(embedded_table(list))) {
    if (row.size() < 3 || row[0] != "CITY") continue;
    std::string latin(attribute(row[1], "latin="));
    if (latin.empty()) continue;
    std::replace(latin.begin(), latin.end(), '_', ' ');
    add_entries("@" + latin, row[2], table);
    add_entries("@" + latin, latin, table);
  }
}

const Meanings& meanings() {
  static const Meanings table = [] {
    Meanings made;
    for (const auto& row : split_table(embedded_table("und_organisation_words"))) {
      for (std::size_t i = 1; i < row.size(); ++i) add_entries(row[0], row[i], made);
    }
    for (const char* list : {"ar_places_countries", "en_places_countries", "ar_places_more",
                             "en_places_more", "ar_names_nisba", "en_names_nisba"}) {
      add_countries(list, made);
    }
    for (const char* list : {"ar_places_cities", "ar_places_more"}) add_towns(list, made);
    return made;
  }();
  return table;
}

// The meaning of the words at `at`, of as many as an entry has; `count` is how many.
const std::string* find_meaning(const std::vector<NameWord>& words, std::size_t at,
                                std::size_t& count) {
  for (count = std::min(kMostWords, words.size() - at); count > 0; --count) {
    const auto found = meanings().find(joined(words, at, count));
    if (found != meanings().end()) return &found->second;
  }
  count = 1;
  const NameWord& word = words[at];   // English "Russia's", its mark gone
  if (!is_latin(word) || word.size() < 4 || word.back() != U's') return nullptr;
  const auto found = meanings().find(word.substr(0, word.size() - 1));
  return found == meanings().end() ? nullptr : &found->second;
}

void add_meaning(const std::string& meaning, const NameWord& key, OrganisationMeaning& out) {
  out.meanings.push_back(meaning);
  const bool country = meaning.front() == '=';
  if (country && out.country.empty()) out.country = meaning.substr(1);
  out.words.push_back(country ? NameWord(meaning.begin(), meaning.end()) : key);
}

bool all_alike(const std::vector<NameWord>& a, const std::vector<NameWord>& b) {
  if (a.size() != b.size()) return false;
  std::vector<bool> taken(b.size(), false);
  return std::all_of(a.begin(), a.end(), [&](const NameWord& word) {
    for (std::size_t i = 0; i < b.size(); ++i) {
      if (taken[i] || !words_alike(word, b[i])) continue;
      taken[i] = true;
      return true;
    }
    return false;
  });
}

}  // namespace

OrganisationMeaning organisation_meaning(const std::vector<NameWord>& words) {
  OrganisationMeaning out;
  out.latin = !words.empty() && is_latin(words.front());
  if (!words.empty()) out.head = without_article(words.front());
  for (std::size_t i = 0, count = 1; i < words.size(); i += count) {
    const std::string* meaning = find_meaning(words, i, count);
    if (meaning != nullptr && *meaning == "-") continue;
    for (std::size_t w = i; out.latin && w < i + count; ++w) out.initials += words[w].front();
    if (meaning != nullptr) {
      add_meaning(*meaning, joined(words, i, count), out);
    } else {
      out.others.push_back(words[i]);
      out.words.push_back(without_article(words[i]));
    }
  }
  std::sort(out.meanings.begin(), out.meanings.end());
  std::sort(out.words.begin(), out.words.end());
  return out;
}

bool mean_the_same(const OrganisationMeaning& a, const OrganisationMeaning& b) {
  if (a.words.size() < 2 || b.words.size() < 2) return false;
  if (a.latin == b.latin) {
    return (a.latin || a.head == b.head) &&
           (a.words == b.words || (a.latin && all_alike(a.words, b.words)));
  }
  return !a.meanings.empty() && a.meanings == b.meanings && all_alike(a.others, b.others);
}

bool is_acronym_of(std::string_view shown, const OrganisationMeaning& name) {
  NameWord capitals;
  for (const char c : shown) {
    if (c == '.') continue;
    if (c < 'A' || c > 'Z') return false;
    capitals += static_cast<char32_t>(c + 32);
  }
  return capitals.size() >= kLeastCapitals && capitals.size() <= kMostCapitals &&
         capitals == name.initials;
}

}  // namespace isnad
