// SPDX-License-Identifier: Apache-2.0
#include "text/checks.h"

#include <gtest/gtest.h>

#include "text/chars.h"
#include "text/decode.h"
#include "text/scan.h"

namespace isnad::test {
namespace {

bool on_edge(std::string_view utf8, std::uint32_t at) {
  return at == utf8.size() || (at < utf8.size() && !is_continuation(utf8[at]));
}

bool is_blank(CharKind kind) {
  return kind == CharKind::Blank || kind == CharKind::Ignored || kind == CharKind::Break;
}

// The way back, character by character.
void check_offsets(const Text& text) {
  for (const Token& token : text.tokens()) {
    if (token.kind == TokenKind::Newline) continue;
    std::uint32_t folded = token.key_begin;
    for (std::uint32_t at = token.span.begin; at < token.span.end;) {
      const Char c = char_at(char_table(), text.utf8(), at);
      const auto size = fold_of(c, text.utf8().substr(at, c.size)).size();
      for (std::size_t i = 0; i < size; ++i) ASSERT_EQ(text.source_offset(folded++), at);
      at += c.size;
    }
    ASSERT_EQ(folded, token.key_begin + token.key_size);
    ASSERT_EQ(text.source_offset(folded), token.span.end);
  }
}

void check_sentences(const Text& text) {
  std::size_t index = 0;
  const auto sentences = text.sentences();
  for (const Token& token : text.tokens()) {
    if (token.kind == TokenKind::Newline) {
      for (std::size_t i = token.sentence; i < sentences.size() && i < token.sentence + 2u; ++i) {
        ASSERT_FALSE(sentences[i].overlaps(token.span));  // the one before it and the one behind
      }
      continue;
    }
    if (token.flags & kSentenceStart) {
      index += token.span.begin != sentences[0].begin;
      ASSERT_EQ(sentences[index].begin, token.span.begin);
    }
    ASSERT_EQ(token.sentence, index);
    ASSERT_TRUE(sentences[index].contains(token.span));
  }
  ASSERT_EQ(sentences.size(), sentences.empty() ? 0 : index + 1);
}

void check_points(const Text& text) {
  const std::string_view utf8 = text.utf8();
  std::uint32_t points = 0, token = 0;
  for (std::uint32_t at = 0; at <= utf8.size(); ++at) {
    if (!on_edge(utf8, at)) continue;
    ASSERT_EQ(text.code_point(at), points);
    ASSERT_EQ(text.byte_offset(points), at);
    while (token < text.tokens().size() && text.tokens()[token].span.end <= at) ++token;
    ASSERT_EQ(text.token_at(at), token);
    ++points;
  }
}

// The short way for common words makes the same tokens as the long one.
void check_twin(const Text& text) {
  Text::Tables quick, slow;
  quick.utf8 = slow.utf8 = text.utf8();
  Scanner(quick).run();
  Scanner(slow, false).run();
  ASSERT_EQ(quick.folded, slow.folded);
  ASSERT_EQ(quick.tokens.size(), slow.tokens.size());
  for (std::size_t i = 0; i < slow.tokens.size(); ++i) {
    const Token &a = quick.tokens[i], &b = slow.tokens[i];
    ASSERT_EQ(a.span, b.span);
    ASSERT_TRUE(a.kind == b.kind && a.script == b.script && a.flags == b.flags &&
                a.key_begin == b.key_begin && a.key_size == b.key_size)
        << slow.utf8.substr(b.span.begin, b.span.size());
  }
  ASSERT_EQ(quick.pieces.size(), slow.pieces.size());
}

}  // namespace

void check_cover(const Text& text) {
  const std::string_view utf8 = text.utf8();
  std::uint32_t at = 0;
  const auto check_blank = [&](std::uint32_t end) {
    while (at < end) {
      const Char c = char_at(char_table(), utf8, at);
      ASSERT_TRUE(is_blank(c.info->kind)) << "not covered: " << std::hex << c.code;
      ASSERT_NE(c.info->kind, CharKind::Break);
      at += c.size;
    }
  };
  for (const Token& token : text.tokens()) {
    ASSERT_LT(token.span.begin, token.span.end);
    ASSERT_LE(at, token.span.begin);
    ASSERT_TRUE(on_edge(utf8, token.span.begin) && on_edge(utf8, token.span.end));
    check_blank(token.span.begin);
    at = token.span.end;
  }
  check_blank(static_cast<std::uint32_t>(utf8.size()));
}

void check_keys(const Text& text) {
  std::string key, all;
  for (const Token& token : text.tokens()) {
    fold_key(text.slice(token.span), key);
    ASSERT_EQ(text.key(token), key) << text.slice(token.span);
    if (&token != text.tokens().data()) all += ' ';
    ASSERT_EQ(token.key_begin, all.size());
    all += key;
  }
  ASSERT_EQ(text.folded(), all);
}

// The blocks of validation against one sequence after the other.
void check_valid(std::string_view bytes) {
  std::size_t at = 0;
  for (std::uint32_t size; at < bytes.size() && (size = utf8_sequence(bytes, at)) > 0;) at += size;
  ASSERT_EQ(first_invalid(bytes), at);
}

void check_all(std::string_view bytes) {
  const Text text = make_text(bytes);
  ASSERT_EQ(first_invalid(text.utf8()), text.utf8().size());
  check_valid(bytes);
  check_twin(text);
  check_cover(text);
  check_keys(text);
  check_offsets(text);
  check_sentences(text);
  check_points(text);
}

}  // namespace isnad::test
