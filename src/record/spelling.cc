// SPDX-License-Identifier: Apache-2.0
#include "record/spelling.h"

#include <algorithm>
#include <array>

namespace isnad {
namespace {

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
  switch (c) {
    case 0x0622: case 0x0623: case 0x0625: case 0x0671: return 0x0627;   // alef forms
    case 0x0624: return 0x0648;                                          // hamza on waw
    case 0x0626: case 0x0649: case 0x06CC: return 0x064A;                // to ya
    case 0x0629: return 0x0647;                                          // ta marbuta to ha
    case 0x06A9: case 0x06AF: case 0x06AD: case 0x063B: return 0x0643;   // kafs, gaf
    case 0x067E: return 0x0628;                                          // pe
    case 0x06A4: case 0x06A2: return 0x0641;                             // ve
    case 0x0686: return 0x0634;                                          // che to shin
    case 0x0698: return 0x062C;                                          // zhe to jim
    default: return c;
  }
}

bool is_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 0xC0 && c <= 0x24F) || (c >= 0x0400 && c <= 0x052F) ||
         (c >= 0x0620 && c <= 0x064A) || (c >= 0x0671 && c <= 0x06D3);
}

bool is_vowel(char32_t c) { return c == 0x0627 || c == 0x0648 || c == 0x064A || c == 0x0621; }

// The class of an Arabic consonant; 0 for what is dropped.
char arabic_class(char32_t c) {
  switch (c) {
    case 0x0628: return 'B';
    case 0x062A: case 0x0637: case 0x062B: return 'T';
    case 0x062C: case 0x062E: case 0x063A: case 0x0642: case 0x0643: return 'K';
    case 0x062F: case 0x0636: case 0x0630: return 'D';
    case 0x0631: return 'R';
    case 0x0632: case 0x0638: return 'Z';
    case 0x0633: case 0x0635: case 0x0634: return 'S';
    case 0x0641: return 'F';
    case 0x0644: return 'L';
    case 0x0645: return 'M';
    case 0x0646: return 'N';
    default: return 0;   // vowels, ha, ayn
  }
}

char latin_class(char32_t c) {
  switch (c) {
    case 'b': case 'p': return 'B';
    case 't': return 'T';
    case 'g': case 'j': case 'k': case 'q': case 'c': case 'x': return 'K';
    case 'd': return 'D';
    case 'r': return 'R';
    case 'z': return 'Z';
    case 's': return 'S';
    case 'f': case 'v': return 'F';
    case 'l': return 'L';
    case 'm': return 'M';
    case 'n': return 'N';
    default: return 0;
  }
}

std::string latin_consonants(const NameWord& word) {
  std::string out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char32_t c = word[i], next = i + 1 < word.size() ? word[i + 1] : 0;
    char kind = latin_class(c);
    if (c == 'p' && next == 'h') kind = 'F';
    if (c == 'c' && next == 'h') kind = 'S';                       // chekhov, macherat
    if (c == 'c' && (next == 'e' || next == 'i')) kind = 'S';
    if (kind && (out.empty() || out.back() != kind)) out += kind;
    if (c == 'x' && out.size() > 1) out += 'S';
  }
  return out;
}

// Letters rendered for one another, folded, and what it costs.
struct Swap {
  char32_t a, b;
  double cost;
};
constexpr std::array kSwaps = {
    Swap{0x0642, 0x0643, .1},  Swap{0x062A, 0x0637, .1},  Swap{0x0633, 0x0635, .1},
    Swap{0x062F, 0x0636, .1},  Swap{0x0643, 0x063A, .25}, Swap{0x0642, 0x063A, .25},
    Swap{0x062C, 0x063A, .2},  Swap{0x0643, 0x062C, .25}, Swap{0x0642, 0x062C, .25},
    Swap{0x0643, 0x062E, .25}, Swap{0x0642, 0x062E, .25}, Swap{0x063A, 0x062E, .25},
    Swap{0x0632, 0x0638, .15}, Swap{0x0632, 0x0630, .15}, Swap{0x062F, 0x0630, .15},
    Swap{0x0638, 0x0636, .2},  Swap{0x0647, 0x062D, .2},  Swap{0x0648, 0x0641, .25},
    Swap{0x0641, 0x0628, .3},  Swap{0x0648, 0x0628, .3},  Swap{0x062A, 0x062B, .2},
    Swap{0x0633, 0x062B, .2},  Swap{0x0633, 0x0634, .3},  Swap{0x062C, 0x0634, .3},
    Swap{0x0632, 0x0633, .3},  Swap{0x0632, 0x062C, .3},  Swap{0x062E, 0x0647, .3},
};

// Two long vowels for one another: cheap in long names and at the end of a word, dear in the middle
// of short ones (Jamal, Jamil).
double swap_cost(char32_t a, char32_t b, bool dear) {
  if (a == b) return 0;
  if (is_vowel(a) && is_vowel(b)) return dear ? 0.45 : 0.12;
  for (const Swap& swap : kSwaps) {
    if ((swap.a == a && swap.b == b) || (swap.a == b && swap.b == a)) return swap.cost;
  }
  return 1;
}

// A letter that only one of them writes. Long vowels are written or not in foreign names; in short
// words, where they tell names apart (Hasan, Husayn), they cost more.
double lone_cost(const NameWord& word, std::size_t i, bool short_name) {
  const char32_t c = word[i];
  const bool doubled = i > 0 && word[i - 1] == c;
  if (is_vowel(c)) {
    if (doubled || (i > 0 && is_vowel(word[i - 1]))) return 0.1;
    return short_name ? 0.45 : 0.15;
  }
  if (doubled) return 0.05;
  if (c == 0x0647 || c == 0x0639) return short_name ? 0.45 : 0.3;   // ha, ayn
  return 1;
}

}  // namespace

std::vector<NameWord> split_name(std::string_view utf8) {
  std::vector<NameWord> words(1);
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t raw = next_letter(utf8, at);
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

bool is_latin(const NameWord& word) { return !word.empty() && word.front() < 0x0250; }

NameWord without_article(const NameWord& word) {
  const bool article = word.size() >= 5 && word[0] == 0x0627 && word[1] == 0x0644;
  return article ? word.substr(2) : word;
}

std::string consonants(const NameWord& word) {
  if (is_latin(word)) return latin_consonants(word);
  std::string out;
  for (const char32_t c : word) {
    const char kind = arabic_class(c);
    if (kind && (out.empty() || out.back() != kind)) out += kind;
  }
  return out;
}

double spelling_distance(const NameWord& a, const NameWord& b) {
  if (a == b) return 0;
  if (a.size() > 40 || b.size() > 40) return 9;
  const bool short_name = std::min(consonants(a).size(), consonants(b).size()) <= 4;
  std::vector<std::vector<double>> cost(a.size() + 1, std::vector<double>(b.size() + 1, 0));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 && j == 0) continue;
      double best = 9;
      if (i > 0) best = std::min(best, cost[i - 1][j] + lone_cost(a, i - 1, short_name));
      if (j > 0) best = std::min(best, cost[i][j - 1] + lone_cost(b, j - 1, short_name));
      if (i > 0 && j > 0) {
        const bool dear = short_name && i < a.size() && j < b.size() && i > 1 && j > 1;
        best = std::min(best, cost[i - 1][j - 1] + swap_cost(a[i - 1], b[j - 1], dear));
      }
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        best = std::min(best, cost[i - 2][j - 2] + 0.45);
      }
      cost[i][j] = best;
    }
  }
  return cost[a.size()][b.size()];
}

bool spelled_alike(const NameWord& a, const NameWord& b) {
  if (a == b) return true;
  if (is_latin(a) != is_latin(b)) {
    const std::string x = consonants(a), y = consonants(b);
    return x.size() >= 3 && x == y;
  }
  if (is_latin(a)) return consonants(a).size() >= 4 && consonants(a) == consonants(b);
  const double size = static_cast<double>(std::min(a.size(), b.size()));
  if (size < 3) return false;
  if (std::min(consonants(a).size(), consonants(b).size()) <= 2) {
    return spelling_distance(a, b) < 0.1;
  }
  const double free = size >= 6 ? 0.46 : 0.3;   // long names: one vowel more or less
  return spelling_distance(a, b) <= std::max(free, 0.07 * size);
}

bool words_alike(const NameWord& a, const NameWord& b) {
  return spelled_alike(a, b) || spelled_alike(without_article(a), without_article(b));
}

NameWord glue(const std::vector<NameWord>& words) {
  NameWord out;
  for (const NameWord& word : words) out += word;
  return out;
}

}  // namespace isnad
