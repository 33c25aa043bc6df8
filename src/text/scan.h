// SPDX-License-Identifier: Apache-2.0
// text/scan.h -- valid UTF-8 -> tokens with their keys, in one pass.
//
// Each scan_* function reads one token at the cursor and adds it. Looking ahead is bounded, so the
// work is linear in the text.

#pragma once

#include <string_view>
#include <vector>

#include "text/chars.h"
#include "text/fold.h"
#include "text/tables.h"

namespace isnad {

class Scanner {
 public:
  // `common`: take the short way for common words. The other way is its twin in the tests.
  explicit Scanner(Text::Tables& tables, bool common = true);
  void run();

 private:
  Char peek(std::size_t at) const { return char_at(table_, text_, at); }
  CharKind kind_at(std::size_t at) const {
    return at < text_.size() ? peek(at).info->kind : CharKind::Break;
  }
  // The first place from `at` on that is not an ignored character.
  std::size_t skip_ignored(std::size_t at) const;
  bool starts_with(std::size_t at, std::string_view lower_ascii) const;

  void scan_token(const Char& c);
  void scan_break();
  void scan_word();
  void scan_number();
  void scan_url(std::size_t end);
  void scan_tagged(TokenKind kind);
  void scan_stop();
  void scan_double_quote(const Char& c, std::size_t size);
  void scan_single_quote(const Char& c);
  void scan_mark(TokenKind kind, std::size_t size);
  void scan_run(TokenKind kind, CharKind of);

  // Words (scan_word.cc; the common ones scan_common.cc).
  bool scan_common_word();
  std::size_t common_arabic(char* fold) const;
  std::size_t common_latin(char* fold) const;
  std::size_t word_end_of_letters(std::size_t at, Token& token);
  bool abbreviation_goes_on(std::size_t dot) const;
  bool closing_dot_belongs(std::size_t dot) const;
  bool url_begins(std::size_t at) const;
  std::size_t url_end(std::size_t at) const;
  std::size_t host_row_end(std::size_t at);
  std::size_t domain_end(std::size_t at);

  // Numbers (scan_number.cc).
  std::size_t number_end(std::size_t at) const;
  bool after_cut() const;

  // Stops.
  bool stop_is_inner(std::size_t end) const;
  bool is_initial(const Token& word) const;
  bool known_abbreviation(const Token& word, CharKind next) const;

  // Quotation marks.
  bool edge_before() const;
  bool edge_after(std::size_t at) const;

  Token begin_token(TokenKind kind);
  void put(std::size_t end);                 // folds cursor..end
  void end_token(Token& token, std::size_t end);

  Text::Tables& tables_;
  const std::string_view text_;
  const CharInfo* const table_;
  Folder folder_;
  const bool common_;
  std::size_t at_ = 0;
  bool blank_before_ = false;
  CharKind last_ = CharKind::Break;  // of the last character read that is not ignored
  std::size_t host_row_end_ = 0;
  std::uint32_t word_letters_ = 0;   // of the last word
  bool double_open_ = false, single_open_ = false;
};

// Splits tokens into sentences; sets Token::sentence and kSentenceStart.
void split_sentences(Text::Tables& tables);

}  // namespace isnad
