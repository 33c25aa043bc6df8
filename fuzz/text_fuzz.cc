// SPDX-License-Identifier: Apache-2.0
// Any bytes make a Text whose spans nest, never go backwards and land on character edges.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "isnad/text.h"

namespace {

void demand(bool condition) {
  if (!condition) std::abort();
}

bool on_edge(std::string_view text, std::uint32_t byte) {
  return byte == text.size() || (static_cast<unsigned char>(text[byte]) & 0xC0) != 0x80;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  isnad::Text text = isnad::make_text({reinterpret_cast<const char*>(data), size});
  std::string_view utf8 = text.utf8();
  std::uint32_t last = 0;
  for (const isnad::Token& token : text.tokens()) {
    demand(last <= token.span.begin && token.span.begin < token.span.end);
    demand(token.span.end <= utf8.size());
    demand(on_edge(utf8, token.span.begin) && on_edge(utf8, token.span.end));
    demand(token.kind == isnad::TokenKind::Newline || token.sentence < text.sentences().size());
    demand(text.byte_offset(text.code_point(token.span.begin)) == token.span.begin);
    demand(text.key(token).size() == token.key_size);
    last = token.span.end;
  }
  return 0;
}
