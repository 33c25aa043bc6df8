// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "read/quotations.h"

namespace isnad {
namespace {

// Marks of one family may close each other; single ones are told from apostrophes by the tokenizer.
enum class Family : std::uint8_t { Angle, Double, Single };

Family family_of(std::string_view mark) {
  if (mark == "\xC2\xAB" || mark == "\xC2\xBB") return Family::Angle;
  if (mark == "'" || mark == "\xE2\x80\x98" || mark == "\xE2\x80\x99") return Family::Single;
  return Family::Double;
}

bool is_mark(const Token& token) {
  return token.kind == TokenKind::QuoteOpen || token.kind == TokenKind::QuoteClose;
}

class Pairer {
 public:
  explicit Pairer(const Text& text) : text_(text), tokens_(text.tokens()) {}

  std::vector<QuotePair> run() {
    for (std::uint32_t t = 0; t < tokens_.size(); ++t) {
      if (tokens_[t].kind == TokenKind::Newline) end_paragraph(t);
      else if (is_mark(tokens_[t])) take(t);
    }
    end_paragraph(static_cast<std::uint32_t>(tokens_.size()));
    std::sort(pairs_.begin(), pairs_.end(),
              [](const QuotePair& a, const QuotePair& b) { return a.open < b.open; });
    return std::move(pairs_);
  }

 private:
  struct Open {
    std::uint32_t token;
    Family family;
  };

  // A mark that stands free on its left and touches the word on its right.
  bool clearly_opens(std::uint32_t t) const {
    const bool left = t == 0 || (tokens_[t].flags & kSpaceBefore) != 0 ||
                      tokens_[t - 1].kind == TokenKind::Newline ||
                      tokens_[t - 1].kind == TokenKind::Open;
    const bool touches = t + 1 < tokens_.size() && (tokens_[t + 1].flags & kSpaceBefore) == 0 &&
                         tokens_[t + 1].kind == TokenKind::Word;
    return left && touches;
  }

  void take(std::uint32_t t) {
    const Family family = family_of(text_.slice(tokens_[t].span));
    const auto same = std::find_if(open_.rbegin(), open_.rend(),
                                   [&](const Open& o) { return o.family == family; });
    if (same == open_.rend()) {
      open_.push_back({t, family});
      return;
    }
    const bool nests = family == Family::Angle && text_.slice(tokens_[t].span) == "\xC2\xAB" &&
                       text_.slice(tokens_[same->token].span) == "\xC2\xAB";
    if (nests || (clearly_opens(t) && !clearly_opens(same->token) && t == same->token + 1)) {
      open_.push_back({t, family});
      return;
    }
    add(same->token, t, true);
    open_.erase(std::next(same).base(), open_.end());
  }

  void end_paragraph(std::uint32_t t) {
    for (const Open& o : open_) {
      if (!clearly_opens(o.token) && !speech_before(o.token)) continue;
      if (goes_on(t, o.family)) add(o.token, t, true);
      else add(o.token, std::min(t, sentence_end(o.token)), false);
    }
    open_.clear();
  }

  // The next paragraph begins with an opening mark of the same family.
  bool goes_on(std::uint32_t t, Family family) const {
    return t + 1 < tokens_.size() && is_mark(tokens_[t + 1]) && clearly_opens(t + 1) &&
           family_of(text_.slice(tokens_[t + 1].span)) == family;
  }

  std::uint32_t sentence_end(std::uint32_t t) const {
    const std::uint32_t sentence = tokens_[t].sentence;
    while (t < tokens_.size() && tokens_[t].sentence == sentence &&
           tokens_[t].kind != TokenKind::Newline)
      ++t;
    return t;
  }

  bool speech_before(std::uint32_t t) const {
    return t > 0 && tokens_[t - 1].kind == TokenKind::Colon;
  }

  void add(std::uint32_t open, std::uint32_t close, bool closed) {
    if (close <= open + 1) return;
    pairs_.push_back({open, close, closed,
                      {tokens_[open + 1].span.begin, tokens_[close - 1].span.end}});
  }

  const Text& text_;
  std::span<const Token> tokens_;
  std::vector<Open> open_;
  std::vector<QuotePair> pairs_;
};

}  // namespace

std::vector<QuotePair> find_quote_pairs(const Text& text) { return Pairer(text).run(); }

}  // namespace isnad
