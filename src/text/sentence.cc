// SPDX-License-Identifier: Apache-2.0
// Where sentences end: at a line break, and after a stop with the marks that close behind it.
#include "text/scan.h"

namespace isnad {
namespace {

using T = TokenKind;

// "1." at the start of a paragraph numbers it.
bool numbers_a_list(const std::vector<Token>& tokens, std::size_t first, std::size_t stop) {
  return stop == first + 1 && tokens[first].kind == T::Number &&
         (first == 0 || tokens[first - 1].kind == T::Newline);
}

// A word written small, in a script that has small letters.
bool small_word(const Text::Tables& tables, const Token& token) {
  if (token.kind != T::Word) return false;
  if (token.script == Script::Latin) return !(token.flags & kCapital);
  if (token.script != Script::Cyrillic) return false;
  const std::uint32_t code = char_at(char_table(), tables.utf8, token.span.begin).code;
  return code >= 0x430 && code <= 0x45F;
}

// "Acme Inc." before a word of another script goes on; before a capital nobody knows.
bool names_a_firm(const Text::Tables& tables, const Token& word, const Token& after) {
  if (word.script != Script::Latin || after.script == Script::Latin || after.kind != T::Word)
    return false;
  const auto key = std::string_view(tables.folded).substr(word.key_begin, word.key_size);
  return key == "inc" || key == "ltd" || key == "co" || key == "corp" || key == "jr" || key == "sr";
}

// The token after the last one of the sentence whose stop is at `stop`; `stop` itself where the
// stop ends none.
std::size_t sentence_end(const Text::Tables& tables, std::size_t first, std::size_t stop) {
  const auto& tokens = tables.tokens;
  if (numbers_a_list(tokens, first, stop)) return stop;
  if (stop > first && tokens[stop - 1].kind == T::Open) return stop;  // (...)
  std::size_t next = stop + 1;
  while (next < tokens.size() &&
         (tokens[next].kind == T::QuoteClose || tokens[next].kind == T::Close ||
          tokens[next].kind == T::Stop))
    ++next;
  if (next == tokens.size()) return next;
  const Token& after = tokens[next];
  if (after.kind == T::Comma || after.kind == T::Semicolon || after.kind == T::Colon) return stop;
  if (small_word(tables, after)) return stop;
  if (stop > first && next == stop + 1 && names_a_firm(tables, tokens[stop - 1], after)) return stop;
  const bool glued = !(after.flags & kSpaceBefore) && next == stop + 1;
  if (glued && tokens[stop].key_size > 1 && after.kind == T::Word) return stop;  // a..b
  return next;
}

}  // namespace

void split_sentences(Text::Tables& tables) {
  auto& tokens = tables.tokens;
  const auto close = [&](std::size_t first, std::size_t end) {
    const auto index = static_cast<std::uint32_t>(tables.sentences.size());
    for (std::size_t i = first; i < end; ++i) tokens[i].sentence = index;
    tokens[first].flags |= kSentenceStart;
    tables.sentences.push_back({tokens[first].span.begin, tokens[end - 1].span.end});
  };
  std::size_t first = 0;
  for (std::size_t at = 0; at < tokens.size();) {
    if (tokens[at].kind == T::Newline) {
      if (at > first) close(first, at);
      const std::size_t count = tables.sentences.size();
      tokens[at].sentence = static_cast<std::uint32_t>(count ? count - 1 : 0);
      first = ++at;
      continue;
    }
    const std::size_t end = tokens[at].kind == T::Stop ? sentence_end(tables, first, at) : at;
    if (end == at) {
      ++at;
      continue;
    }
    close(first, end);
    first = at = end;
  }
  if (first < tokens.size()) close(first, tokens.size());
}

}  // namespace isnad
