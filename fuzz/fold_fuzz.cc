// SPDX-License-Identifier: Apache-2.0
// Keys: of any bytes, under any label, each token's key is fold_key() of what is written there, each
// folded byte leads back to a character of the token, and folding a key again changes nothing.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "isnad/text.h"

namespace {

void demand(bool condition) {
  if (!condition) std::abort();
}

constexpr const char* kLabels[] = {"", "utf-8", "windows-1256", "iso-8859-6", "latin1", "cp1251",
                                   "gb18030", "shift_jis", "iso-2022-jp", "utf-16", "macintosh"};

void check_token(const isnad::Text& text, const isnad::Token& token) {
  std::string key, again;
  isnad::fold_key(text.slice(token.span), key);
  demand(text.key(token) == key);
  isnad::fold_key(key, again);
  if (token.kind == isnad::TokenKind::Word) demand(again == key);
  std::uint32_t last = token.span.begin;
  for (std::uint32_t at = 0; at < token.key_size; ++at) {
    const std::uint32_t source = text.source_offset(token.key_begin + at);
    demand(source >= last && source < token.span.end);
    last = source;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const char* label = kLabels[data[0] % (sizeof kLabels / sizeof *kLabels)];
  const isnad::Text text = isnad::make_text({reinterpret_cast<const char*>(data) + 1, size - 1}, label);
  for (const isnad::Token& token : text.tokens()) check_token(text, token);
  for (const isnad::Span& span : text.sentences()) (void)isnad::language_of(text, span);
  return 0;
}
