// SPDX-License-Identifier: Apache-2.0
// Words of plain Arabic or ASCII letters with an edge behind them: most words there are. What comes
// out is what scan_word() would make of them, at a fraction of the cost; all else is left to it.
#include <algorithm>
#include <array>
#include <cstring>

#include "text/scan.h"

namespace isnad {
namespace {

using K = CharKind;

constexpr char kTaMarbuta[] = "\xd8\xa9";
constexpr std::size_t kRoom = 128;  // bytes of a word; longer ones are not common

// Tables by byte, made once.
struct Common {
  // By code point less 0x600: the two bytes an Arabic letter folds to, 0 where it is none or folds
  // to something longer or shorter.
  std::array<std::uint16_t, 256> arabic{};
  std::array<char, 128> latin{};       // the small letter, 0 where it is none
  std::array<bool, 128> edge{};        // ASCII that ends a word whatever follows

  Common() {
    const CharInfo* table = char_table();
    for (std::uint32_t i = 0; i < 256; ++i) {
      const CharInfo& info = table[0x600 + i];
      if (info.kind == K::Letter && info.script == Script::Arabic && info.fold_size == 2)
        std::memcpy(&arabic[i], info.fold, 2);
    }
    for (std::uint32_t b = 0; b < 128; ++b) {
      const K kind = table[b].kind;
      if (kind == K::Letter) latin[b] = table[b].fold[0];
      edge[b] = kind != K::Letter && kind != K::Ignored && kind != K::Dot && kind != K::Apostrophe &&
                kind != K::Mark && kind != K::Tatweel && kind != K::At;
    }
  }
};

const Common& common() {
  static const Common made;
  return made;
}

unsigned char byte_of(char c) { return static_cast<unsigned char>(c); }

}  // namespace

// The bytes of the word at the cursor, its fold in `fold`; 0 where it is no common one.
std::size_t Scanner::common_arabic(char* fold) const {
  const Common& tables = common();
  const char* const text = text_.data() + at_;
  const std::size_t room = std::min(text_.size() - at_, kRoom);
  std::size_t n = 0;
  bool ta_marbuta = false;
  for (; n + 1 < room; n += 2) {
    const unsigned lead = byte_of(text[n]);
    if ((lead & 0xFC) != 0xD8) break;
    if (ta_marbuta) return 0;   // inside a word: two glued together, perhaps
    ta_marbuta = std::memcmp(text + n, kTaMarbuta, 2) == 0;
    const std::uint16_t to = tables.arabic[(lead & 3) << 6 | (byte_of(text[n + 1]) & 0x3F)];
    if (to == 0) return 0;
    std::memcpy(fold + n, &to, 2);
  }
  if (at_ + n == text_.size()) return n;
  if (n + 1 >= room) return 0;
  const unsigned next = byte_of(text[n]);
  if (next >= 0x80) return 0;
  return tables.edge[next] || (next == '.' && n > 2) ? n : 0;
}

std::size_t Scanner::common_latin(char* fold) const {
  const Common& tables = common();
  const char* const text = text_.data() + at_;
  const std::size_t room = std::min(text_.size() - at_, kRoom);
  std::size_t n = 0;
  for (; n < room && byte_of(text[n]) < 0x80 && tables.latin[byte_of(text[n])] != 0; ++n)
    fold[n] = tables.latin[byte_of(text[n])];
  if (at_ + n == text_.size()) return n;
  if (n == room || byte_of(text[n]) >= 0x80) return 0;
  return tables.edge[byte_of(text[n])] ? n : 0;
}

bool Scanner::scan_common_word() {
  char fold[kRoom];
  const bool latin = byte_of(text_[at_]) < 0x80;
  const std::size_t size = latin ? common_latin(fold) : common_arabic(fold);
  if (size == 0) return false;
  // An address may begin here, or inside: "http:", "pic.", "www.".
  if (latin && at_ + size < text_.size() && text_[at_ + size] == ':') return false;
  Token token = begin_token(TokenKind::Word);
  token.script = latin ? Script::Latin : Script::Arabic;
  if (latin) {
    std::size_t capitals = 0;
    for (std::size_t i = 0; i < size; ++i) capitals += text_[at_ + i] != fold[i];
    if (text_[at_] != fold[0]) token.flags |= kCapital;
    if (size >= 2 && capitals == size) token.flags |= kAllCapitals;
  }
  folder_.put_in_step({fold, size}, static_cast<std::uint32_t>(at_));
  word_letters_ = static_cast<std::uint32_t>(latin ? size : size / 2);
  last_ = K::Letter;
  at_ += size;
  end_token(token, at_);
  return true;
}

}  // namespace isnad
