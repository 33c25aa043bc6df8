// SPDX-License-Identifier: Apache-2.0
// Words, dotted abbreviations and addresses.
#include "text/scan.h"

#include <algorithm>
#include <array>

namespace isnad {

using K = CharKind;

namespace {

constexpr std::size_t kMaxWordBytes = 8192;  // keys are counted in sixteen bits
constexpr std::size_t kMaxUrlBytes = 8192;
constexpr std::size_t kMaxDomainBytes = 253;

// Last parts of a host name that make an address of words with dots between them.
constexpr std::array<std::string_view, 32> kDomains = {
    "ae", "ai", "bh", "biz", "co", "com", "edu", "eg", "eu", "gov", "id", "info", "int", "io", "iq",
    "jo", "kw", "kz", "lb", "ly", "ma", "me", "net", "news", "om", "org", "ps", "qa", "ru", "sa",
    "tv", "uk"};

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_ascii_word(char c) { return is_ascii_letter(c) || (c >= '0' && c <= '9'); }

bool told_apart(Script a, Script b) {
  const auto known = [](Script s) {
    return s == Script::Arabic || s == Script::Latin || s == Script::Cyrillic;
  };
  return a != b && known(a) && known(b);
}

// No Arabic word goes on behind ta marbuta: where letters follow, a blank was lost. Kurdish written
// with it for its vowel has it behind one or two letters.
constexpr std::uint32_t kGluedLetters = 3;
bool is_ta_marbuta(char32_t code) { return code == 0x629 || code == 0xFE93 || code == 0xFE94; }

}  // namespace

bool Scanner::url_begins(std::size_t at) const {
  switch (text_[at]) {
    case 'h':
    case 'H': return starts_with(at, "http://") || starts_with(at, "https://");
    case 'f':
    case 'F': return starts_with(at, "ftp://");
    case 'p': return starts_with(at, "pic.twitter.com/");
    case 'w':
    case 'W': return starts_with(at, "www.");
    default: return false;
  }
}

// Up to a blank or a mark that no address holds. Letters beyond ASCII go on after a separator or
// each other, so that a word glued to an address is not taken with it.
std::size_t Scanner::url_end(std::size_t at) const {
  std::size_t end = at;
  bool far_allowed = false;
  while (end < text_.size() && end - at < kMaxUrlBytes) {
    const Char c = peek(end);
    if (c.code >= 0x80) {
      const K k = c.info->kind;
      if (!far_allowed || (k != K::Letter && k != K::Mark && k != K::Digit)) break;
    } else if (c.code <= 0x20 || c.code == 0x7F || c.code == '"' || c.code == '<' ||
               c.code == '>' || c.code == '{' || c.code == '}') {
      break;
    } else {
      far_allowed = !is_ascii_word(static_cast<char>(c.code));
    }
    end += c.size;
  }
  constexpr std::string_view kTrailing = ".,;:!?')]";
  while (end > at + 1 && kTrailing.find(text_[end - 1]) != std::string_view::npos) --end;
  return end;
}

// Where the row of letters, digits and inner dots and dashes around `at` ends; looked for once a row.
std::size_t Scanner::host_row_end(std::size_t at) {
  if (at < host_row_end_) return host_row_end_;
  std::size_t end = at;
  for (; end < text_.size(); ++end) {
    const char c = text_[end];
    const bool inner_dot = c == '.' && end > at && text_[end - 1] != '.' && end + 1 < text_.size() &&
                           is_ascii_word(text_[end + 1]);
    if (!inner_dot && !is_ascii_word(c) && c != '-') break;
  }
  return host_row_end_ = end;
}

// The end of a host name with what follows it, or `at` where there is none.
std::size_t Scanner::domain_end(std::size_t at) {
  const std::size_t end = host_row_end(at);
  if (end - at > kMaxDomainBytes) return at;
  const std::string_view host = text_.substr(at, end - at);
  const std::size_t dot = host.rfind('.');
  if (dot == std::string_view::npos) return at;
  const std::string_view last = host.substr(dot + 1);
  if (last.empty() || !std::all_of(last.begin(), last.end(), is_ascii_letter)) return at;
  if (end < text_.size() && text_[end] == '/' && last.size() >= 2) return url_end(at);
  return std::find(kDomains.begin(), kDomains.end(), last) == kDomains.end() ? at : end;
}

void Scanner::scan_url(std::size_t end) { scan_mark(TokenKind::Url, end - at_); }

// After `dot` stands one letter alone: the dot is inside an abbreviation.
bool Scanner::abbreviation_goes_on(std::size_t dot) const {
  std::size_t at = dot + 1;
  if (kind_at(at) != K::Letter) return false;
  at += peek(at).size;
  for (int marks = 0; marks < 8; ++marks) {
    const K k = kind_at(at);
    if (k != K::Mark && k != K::Tatweel) break;
    at += peek(at).size;
  }
  return kind_at(at) != K::Letter;
}

// The dot after the last letter of an abbreviation is its own unless it ends the paragraph.
bool Scanner::closing_dot_belongs(std::size_t dot) const {
  std::size_t at = dot + 1;
  if (kind_at(at) == K::Comma || kind_at(at) == K::Close) return true;
  if (kind_at(at) != K::Blank) return false;
  for (int blanks = 0; blanks < 4 && kind_at(at) == K::Blank; ++blanks) at += peek(at).size;
  const K k = kind_at(at);
  return k == K::Letter || k == K::Digit || k == K::Open;
}

// Reads letters, marks and what may stand between them; returns where the word ends.
std::size_t Scanner::word_end_of_letters(std::size_t begin, Token& token) {
  std::size_t at = begin, end = begin;
  std::uint32_t letters = 0, capitals = 0, segment = 0;
  bool dotted = false, joined = true;  // joined: a letter was the last character
  bool ta_marbuta = false;             // the last letter was one
  while (at < text_.size() && at - begin < kMaxWordBytes) {
    const Char c = peek(at);
    const K k = c.info->kind;
    if (k == K::Letter) {
      if (letters == 0 || token.script == Script::None) token.script = c.info->script;
      else if (told_apart(token.script, c.info->script)) break;
      if (ta_marbuta && letters >= kGluedLetters && kind_at(at + c.size) == K::Letter) break;
      ta_marbuta = is_ta_marbuta(c.code);
      if (c.code < 0x80 && at > begin && url_begins(at)) break;
      const bool capital = c.info->script == Script::Latin && is_capital(c.code);
      if (capital && letters == 0) token.flags |= kCapital;
      capitals += capital;
      ++letters;
      ++segment;
    } else if (k == K::Dot && segment == 1 && joined && abbreviation_goes_on(at)) {
      dotted = true;
      segment = 0;
    } else if ((k == K::Apostrophe || k == K::SingleClose) && joined && letters &&
               token.script == Script::Latin && kind_at(at + c.size) == K::Letter &&
               peek(at + c.size).info->script == Script::Latin) {
      segment = 2;
    } else if (k != K::Mark && k != K::Tatweel && k != K::Ignored) {
      if (k == K::Dot && dotted && segment == 1 && closing_dot_belongs(at)) end = at + c.size;
      break;
    }
    at += c.size;
    if (k != K::Ignored) {
      end = at;
      joined = k != K::Dot && k != K::Apostrophe && k != K::SingleClose;
    }
  }
  if (letters >= 2 && capitals == letters) token.flags |= kAllCapitals;
  word_letters_ = letters;
  return end;
}

void Scanner::scan_word() {
  if (common_ && scan_common_word()) return;
  if (static_cast<unsigned char>(text_[at_]) < 0x80 && url_begins(at_)) return scan_url(url_end(at_));
  Token shape;
  const std::size_t end = word_end_of_letters(at_, shape);
  if (end + 1 < text_.size() && text_[end] == '.' && is_ascii_word(text_[at_]) &&
      is_ascii_word(text_[end + 1])) {
    const std::size_t host = domain_end(at_);
    if (host > end) return scan_url(host);
  }
  Token token = begin_token(word_letters_ ? TokenKind::Word : TokenKind::Other);
  token.script = shape.script;
  token.flags |= shape.flags;
  put(end);
  end_token(token, end);
}

}  // namespace isnad
