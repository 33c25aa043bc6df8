// SPDX-License-Identifier: Apache-2.0
#include "text/scan.h"

#include <algorithm>

namespace isnad {

using K = CharKind;

Scanner::Scanner(Text::Tables& tables, bool common)
    : tables_(tables), text_(tables.utf8), table_(char_table()),
      folder_(tables.folded, tables.pieces), common_(common) {
  tables.tokens.reserve(text_.size() / 8 + 8);
  tables.folded.reserve(text_.size() + 16);
}

void Scanner::run() {
  while (at_ < text_.size()) {
    const Char c = peek(at_);
    if (c.info->kind == K::Blank || c.info->kind == K::Ignored) {
      if (c.info->kind == K::Blank) {
        blank_before_ = true;
        last_ = K::Blank;
      }
      at_ += c.size;
      continue;
    }
    scan_token(c);
    blank_before_ = false;
  }
  if (!tables_.tokens.empty()) folder_.align(tables_.tokens.back().span.end);
}

void Scanner::scan_token(const Char& c) {
  switch (c.info->kind) {
    case K::Letter:
    case K::Mark:
    case K::Tatweel: return scan_word();
    case K::Digit: return scan_number();
    case K::Break: return scan_break();
    case K::Dot:
    case K::Stop: return scan_stop();
    case K::QuoteOpen:
    case K::QuoteClose:
    case K::QuoteEither: return scan_double_quote(c, c.size);
    case K::Apostrophe:
      if (text_.substr(at_, 2) == "''") return scan_double_quote(c, 2);
      return scan_single_quote(c);
    case K::SingleOpen:
    case K::SingleClose: return scan_single_quote(c);
    case K::At: return scan_tagged(TokenKind::Handle);
    case K::Hash: return scan_tagged(TokenKind::Hashtag);
    case K::Dash: return scan_run(TokenKind::Dash, K::Dash);
    case K::Comma: return scan_mark(TokenKind::Comma, c.size);
    case K::Colon: return scan_mark(TokenKind::Colon, c.size);
    case K::Semicolon: return scan_mark(TokenKind::Semicolon, c.size);
    case K::Slash: return scan_mark(TokenKind::Slash, c.size);
    case K::Open: return scan_mark(TokenKind::Open, c.size);
    case K::Close: return scan_mark(TokenKind::Close, c.size);
    case K::Percent: return scan_mark(TokenKind::Percent, c.size);
    case K::Currency: return scan_mark(TokenKind::Currency, c.size);
    default: return scan_mark(TokenKind::Other, c.size);
  }
}

std::size_t Scanner::skip_ignored(std::size_t at) const {
  while (at < text_.size()) {
    const Char c = peek(at);
    if (c.info->kind != K::Ignored) break;
    at += c.size;
  }
  return at;
}

bool Scanner::starts_with(std::size_t at, std::string_view lower_ascii) const {
  if (text_.size() - at < lower_ascii.size()) return false;
  for (std::size_t i = 0; i < lower_ascii.size(); ++i) {
    const char c = text_[at + i];
    if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != lower_ascii[i]) return false;
  }
  return true;
}

Token Scanner::begin_token(TokenKind kind) {
  if (!tables_.tokens.empty()) folder_.put_byte(' ', tables_.tokens.back().span.end);
  Token token;
  token.kind = kind;
  token.span.begin = static_cast<std::uint32_t>(at_);
  token.key_begin = folder_.size();
  if (blank_before_) token.flags = kSpaceBefore;
  return token;
}

void Scanner::put(std::size_t end) {
  while (at_ < end) {
    const Char c = peek(at_);
    folder_.put(c, text_.substr(at_, c.size), static_cast<std::uint32_t>(at_));
    if (c.info->kind != K::Ignored) last_ = c.info->kind;
    at_ += c.size;
  }
}

void Scanner::end_token(Token& token, std::size_t end) {
  token.span.end = static_cast<std::uint32_t>(end);
  token.key_size = static_cast<std::uint16_t>(folder_.size() - token.key_begin);
  tables_.tokens.push_back(token);
}

void Scanner::scan_break() {
  Token token = begin_token(TokenKind::Newline);
  std::size_t end = at_;
  while (at_ < text_.size()) {
    const Char c = peek(at_);
    if (c.info->kind != K::Break && c.info->kind != K::Blank && c.info->kind != K::Ignored) break;
    at_ += c.size;
    if (c.info->kind == K::Break) end = at_;
  }
  folder_.put_byte('\n', token.span.begin);
  end_token(token, end);
  last_ = K::Break;
  double_open_ = single_open_ = false;
  blank_before_ = true;
  at_ = end;
}

void Scanner::scan_mark(TokenKind kind, std::size_t size) {
  Token token = begin_token(kind);
  put(at_ + size);
  end_token(token, at_);
}

// Several of one kind behind each other: "--".
void Scanner::scan_run(TokenKind kind, CharKind of) {
  std::size_t end = at_;
  while (end < text_.size() && end - at_ < 64 && kind_at(end) == of) end += peek(end).size;
  scan_mark(kind, end - at_);
}

// @name, #word: the sign alone is Other.
void Scanner::scan_tagged(TokenKind kind) {
  constexpr std::size_t kMaxTag = 1024;
  std::size_t end = at_ + peek(at_).size;
  bool letter = false;
  while (end < text_.size() && end - at_ < kMaxTag) {
    const Char c = peek(end);
    const K k = c.info->kind;
    if (k != K::Letter && k != K::Mark && k != K::Tatweel && k != K::Digit && c.code != '_') break;
    letter |= k == K::Letter;
    end += c.size;
  }
  if (letter) scan_mark(kind, end - at_);
  else scan_mark(TokenKind::Other, peek(at_).size);
}

// What stands before the cursor cannot be inside a quotation's last word.
bool Scanner::edge_before() const {
  return last_ == K::Blank || last_ == K::Break || last_ == K::Open || last_ == K::Colon ||
         last_ == K::Dash || last_ == K::QuoteOpen || last_ == K::Comma || last_ == K::Slash;
}

bool Scanner::edge_after(std::size_t at) const {
  at = skip_ignored(at);
  switch (kind_at(at)) {
    case K::Blank:
    case K::Break:
    case K::Close:
    case K::Dot:
    case K::Stop:
    case K::Comma:
    case K::Colon:
    case K::Semicolon:
    case K::QuoteClose: return true;
    default: return false;
  }
}

// A mark that says itself which side it is on is believed, unless the blanks and an open quotation
// both say otherwise; the straight one goes by the blanks, then by what is open.
void Scanner::scan_double_quote(const Char& c, std::size_t size) {
  const bool before = edge_before(), after = edge_after(at_ + size);
  bool opens = !double_open_;
  if (c.info->kind == K::QuoteOpen) opens = !(double_open_ && !before && after);
  else if (c.info->kind == K::QuoteClose) opens = !double_open_ && before && !after;
  else if (before != after) opens = before;
  double_open_ = opens;
  scan_mark(opens ? TokenKind::QuoteOpen : TokenKind::QuoteClose, size);
}

// One stroke is a quotation mark only where it clearly opens, or closes what was opened.
void Scanner::scan_single_quote(const Char& c) {
  const bool before = edge_before(), after = edge_after(at_ + c.size);
  TokenKind kind = TokenKind::Other;
  if (c.info->kind == K::SingleOpen || (before && !after)) {
    kind = TokenKind::QuoteOpen;
    single_open_ = true;
  } else if (single_open_ && !before && (after || c.info->kind == K::SingleClose)) {
    kind = TokenKind::QuoteClose;
    single_open_ = false;
  }
  scan_mark(kind, c.size);
}

}  // namespace isnad
