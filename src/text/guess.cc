// SPDX-License-Identifier: Apache-2.0
#include "text/guess.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "text/encodings.h"

namespace isnad {
namespace {

#include "text/letter_pairs.inc"

// As in tools/make_letter_pairs.py.
enum Class : std::uint8_t { Blank, Digit, AsciiLetter, AsciiOther, OtherMark, OtherLetter, Large, Bad,
                            FirstLetter };
constexpr double kUnitsPerBit = 12;
constexpr std::size_t kEnoughPairs = 8192;
constexpr double kDeclaredBits = 40;   // what a declaration is worth
constexpr double kGibberishBits = 9;   // a pair: nothing is written like that

struct Alphabet {
  const std::uint16_t* letters;
  std::size_t count;
  const std::uint8_t* pairs;
};
constexpr Alphabet kArabic{kArabicLetters, std::size(kArabicLetters), kArabicPairs};
constexpr Alphabet kLatin{kLatinLetters, std::size(kLatinLetters), kLatinPairs};
constexpr Alphabet kCyrillic{kCyrillicLetters, std::size(kCyrillicLetters), kCyrillicPairs};

struct Candidate {
  const char* name;
  const Alphabet* alphabet;
};
// Between equals the first is taken: what news was written in comes first.
constexpr Candidate kCandidates[] = {
    {"windows-1256", &kArabic},    {"ISO-8859-6", &kArabic}, {"windows-1252", &kLatin},
    {"windows-1251", &kCyrillic},  {"KOI8-R", &kCyrillic},   {"ISO-8859-5", &kCyrillic},
    {"IBM866", &kCyrillic}};

bool is_mark(std::uint32_t code) {
  switch (code) {
    case 0xA0: case 0xAB: case 0xBB: case 0xB0: case 0xB7: case 0xD7: case 0x60C: case 0x61B:
    case 0x61F: case 0x2116: case 0x20AC: return true;
    default: return code >= 0x200C && code <= 0x2026;
  }
}

// Latin and Cyrillic letters written large, as far as one-byte encodings have them.
bool is_large(std::uint32_t code) {
  return (code >= 0xC0 && code <= 0xDE && code != 0xD7) || (code >= 0x401 && code <= 0x42F) ||
         code == 0x160 || code == 0x17D || code == 0x152 || code == 0x178 || code == 0x490;
}

bool is_letter(std::uint32_t code) {
  return (code >= 0xDF && code <= 0x250 && code != 0xF7) || (code >= 0x430 && code <= 0x4FF) ||
         (code >= 0x620 && code <= 0x6D3);
}

std::uint8_t class_of(std::uint32_t code, const Alphabet& alphabet) {
  if (code < 0x80) {
    if (code <= 0x20 || code == 0x7F) return Blank;
    const int c = static_cast<int>(code);
    return std::isdigit(c) ? Digit : std::isalpha(c) ? AsciiLetter : AsciiOther;
  }
  if (code < 0xA0 || code == 0xFFFD) return Bad;
  const auto* end = alphabet.letters + alphabet.count;
  const auto* found = std::find(alphabet.letters, end, code);
  if (found != end) return static_cast<std::uint8_t>(FirstLetter + (found - alphabet.letters));
  if (is_mark(code)) return OtherMark;
  if (is_large(code)) return Large;
  // Drawing characters and the like: no news is written with them.
  return is_letter(code) ? OtherLetter : code >= 0x2030 ? Bad : OtherMark;
}

Guess weigh(std::string_view bytes, const Candidate& candidate) {
  const ByteTable& table = byte_table(encoding_named(candidate.name));
  std::array<std::uint8_t, 256> classes;
  for (std::size_t b = 0; b < 256; ++b) classes[b] = class_of(table[b], *candidate.alphabet);
  const std::size_t size = FirstLetter + candidate.alphabet->count;
  std::uint64_t cost = 0;
  std::size_t pairs = 0;
  unsigned last = ' ';
  for (const char c : bytes) {
    const unsigned here = static_cast<unsigned char>(c);
    if ((last | here) >= 0x80) {
      cost += candidate.alphabet->pairs[classes[last] * size + classes[here]];
      if (++pairs == kEnoughPairs) break;
    }
    last = here;
  }
  return {candidate.name, pairs ? static_cast<double>(cost) / kUnitsPerBit / static_cast<double>(pairs) : 99,
          pairs};
}

}  // namespace

Guess guess_encoding(std::string_view bytes, std::string_view declared) {
  Guess best;
  double best_bits = kGibberishBits;
  for (const Candidate& candidate : kCandidates) {
    const Guess guess = weigh(bytes, candidate);
    if (guess.pairs == 0) break;
    const double bits = guess.bits - (declared == candidate.name
                                          ? kDeclaredBits / static_cast<double>(guess.pairs) : 0);
    if (bits >= best_bits) continue;
    best = guess;
    best_bits = bits;
  }
  return best;
}

bool can_guess(std::string_view name) {
  return std::any_of(std::begin(kCandidates), std::end(kCandidates),
                     [&](const Candidate& candidate) { return candidate.name == name; });
}

// A unit's high byte is 0, 4 or 6 in ASCII, Cyrillic and Arabic text, and 0x20 in its marks; as
// characters of their own 4 and 6 stand nowhere.
char guess_utf16(std::string_view bytes) {
  constexpr std::size_t kSample = 512;
  const std::size_t size = std::min(bytes.size(), kSample) & ~std::size_t{1};
  if (size < 4 || bytes.size() % 2 != 0) return 0;
  std::array<std::size_t, 2> high{};
  for (std::size_t at = 0; at < size; ++at) {
    const char c = bytes[at];
    high[at % 2] += c == 0 || c == 4 || c == 6;
  }
  const std::size_t units = size / 2;
  const bool little = high[1] > high[0];
  return high[little] * 10 >= units * 8 && high[!little] * 4 <= units ? (little ? 'l' : 'b') : '\0';
}

}  // namespace isnad
