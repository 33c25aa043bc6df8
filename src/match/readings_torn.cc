// SPDX-License-Identifier: Apache-2.0
//
// Words written wrong at their edges: two glued together, one torn by a stray blank. Tried only
// where no list has the word as it stands, and kept only where lists have what comes out.
#include "match/readings.h"

namespace isnad {

namespace {

constexpr std::uint32_t kLetter = 2;               // bytes of an Arabic letter
constexpr std::uint32_t kLeastPart = 2 * kLetter;
constexpr std::uint32_t kMostKey = 32 * kLetter;   // longer ones are no words
constexpr std::uint32_t kLittleWord = 3 * kLetter;
constexpr std::string_view kAlef = "\xd8\xa7", kHamza = "\xd8\xa1";

// Letters that are not joined to the one behind: where a blank is easily lost or put.
bool ends_joining(char32_t c) {
  return (c >= 0x621 && c <= 0x625) || c == 0x627 || c == 0x629 ||   // hamza seats but ya, alef
         (c >= 0x62f && c <= 0x632) || c == 0x648 || c == 0x649;     // dal to zay, waw, maqsura
}

// Alef, and hamza alone or on a seat that joins nothing.
bool alef_or_hamza(char32_t c) { return (c >= 0x621 && c <= 0x625) || c == 0x627; }

}  // namespace

bool Reader::listed(std::string_view word) const {
  const std::uint64_t hash = hash_key(word);
  if (!packs_.may_have(hash)) return false;
  for (const PackView& view : packs_.views) {
    const std::int32_t key = view.find(word, hash);
    if (key >= 0 && view.keys[static_cast<std::size_t>(key)].senses > 0) return true;
  }
  return false;
}

// "wazir|alkharijiya" without its blank: cut before an article, where the first part ends in a
// letter that joins nothing, or is a little word.
void Reader::read_glued() {
  if (article_.empty() || size() > kMostKey) return;
  for (std::size_t at = key_.find(article_, kLeastPart);
       at != std::string_view::npos && at + article_.size() + kLeastPart <= size();
       at = key_.find(article_, at + kLetter)) {
    const auto cut = static_cast<std::uint32_t>(at);
    const std::string_view first = key_.substr(0, at), last = key_.substr(at);
    if (!article_at(cut) || (cut > kLittleWord && !ends_joining(written_at(cut - kLetter)))) continue;
    const std::string_view stem = last.substr(article_.size());
    if (!listed(first) || (!listed(last) && !listed(stem))) continue;
    look_up(first, {0, cut, article_at(0)});
    look_up(last, {cut, size(), true});
    look_up(stem, {cut, size(), true});
    return;
  }
}

// "mas'u ul", "shay '", "a lwazir": a blank put beside alef or hamza. The edge runs over both.
void Reader::read_torn() {
  if (token_ + 1 >= tokens_.size() || size() < kLetter || size() > kMostKey) return;
  const Token& next = tokens_[token_ + 1];
  if (next.kind != TokenKind::Word || next.script != Script::Arabic) return;
  const std::string_view rest = text_.key(next);
  if (rest.size() > kMostKey) return;
  const bool lone_hamza = rest == kHamza;
  const bool lone_alef = key_ == kAlef && rest.starts_with(article_.substr(kLetter));
  if (!lone_hamza && !lone_alef && !alef_or_hamza(written_at(size() - kLetter))) return;
  const std::size_t whole = key_.size() + rest.size();
  buffer_.assign(key_).append(rest);
  const bool article = !article_.empty() && article_at(0) && buffer_.starts_with(article_) &&
                       whole >= article_.size() + kLeastPart;
  add_joined(buffer_, article || lone_alef);
  if (article || lone_alef) add_joined(std::string_view(buffer_).substr(article_.size()), true);
}

void Reader::add_joined(std::string_view word, bool definite) {
  const std::uint64_t hash = hash_key(word);
  if (!packs_.may_have(hash)) return;
  for (std::size_t pack = 0; pack < packs_.views.size(); ++pack) {
    const std::int32_t key = packs_.views[pack].find(word, hash);
    if (key < 0) continue;
    const pack::Key& k = packs_.views[pack].keys[static_cast<std::size_t>(key)];
    if (k.senses == 0) continue;
    const std::uint8_t flags = definite ? kDefinite : 0;
    add({0, size(), token_ + 2, packs_.sense_base[pack] + k.first_sense,
         static_cast<std::uint16_t>(k.senses), flags, false});
  }
}

}  // namespace isnad
