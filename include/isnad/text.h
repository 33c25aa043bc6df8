// SPDX-License-Identifier: Apache-2.0
// isnad/text.h -- the decoded text of one report, its words and sentences, and how to point into it.
//
// A Text keeps what was decoded and never changes it. Folding (hamza seats, alef forms, diacritics,
// tatweel, digit shapes, case) goes to a second buffer with a table back.
//
// Units      Offsets are BYTES of UTF-8 unless the name says code_point.
// Ownership  A Text owns its buffers; views and spans are good while it lives, also when moved.
// Threads    Nothing changes after make_text(); any number of threads may read it.
// Errors     None: invalid bytes become U+FFFD and are counted (replaced()).
// Method     docs/methods/text.md

#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "isnad/span.h"

namespace isnad {

// The longest report accepted, in bytes.
inline constexpr std::uint32_t kMaxTextBytes = 64u << 20;

enum class TokenKind : std::uint8_t {
  Word,      // letters of any script, with marks; inner apostrophe allowed in Latin
  Number,    // digits of either script, with separators inside (1,600  3.5  00:47)
  Comma,     // , U+060C
  Stop,      // . ! ? U+061F U+06D4 and ellipsis, at the end of something
  Colon,
  Semicolon,
  Dash,      // - and the long ones
  Slash,
  Open,      // ( [
  Close,     // ) ]
  QuoteOpen,   // U+00AB U+201C U+2018 and ASCII quotes that open
  QuoteClose,  // U+00BB U+201D U+2019 and ASCII quotes that close
  Percent,
  Currency,
  Url,
  Handle,    // @name
  Hashtag,   // #word
  Newline,   // one or more line breaks (with blanks around): a paragraph edge
  Other,     // anything else, one character
};

enum class Script : std::uint8_t { None, Arabic, Latin, Cyrillic, Other };

enum TokenFlag : std::uint8_t {
  kSpaceBefore = 1,    // something blank stands before it
  kSentenceStart = 2,  // first token of a sentence
  kCapital = 4,        // Latin: starts with a capital
  kAllCapitals = 8,    // Latin: two or more letters, all capitals
};

// A word with whatever is joined to it, a number, or one mark. Sixteen bytes... pass by reference.
struct Token {
  Span span;                     // in utf8()
  std::uint32_t key_begin = 0;   // its folded form in folded()
  std::uint16_t key_size = 0;
  TokenKind kind = TokenKind::Other;
  Script script = Script::None;
  std::uint8_t flags = 0;        // TokenFlag bits
  std::uint32_t sentence = 0;    // index into sentences()
};

class Text {
 public:
  Text();  // empty
  Text(Text&&) noexcept;
  Text& operator=(Text&&) noexcept;
  ~Text();

  // The text as decoded: valid UTF-8, as written.
  std::string_view utf8() const;
  std::string_view slice(Span span) const { return utf8().substr(span.begin, span.size()); }

  // How many characters were put for bytes that could not be decoded.
  std::uint32_t replaced() const;

  // The encoding the bytes were read in, as the WHATWG standard names it ("UTF-8", "windows-1256").
  std::string_view encoding() const;
  // One line for people where the bytes were not plain UTF-8 or were mended, else "".
  std::string_view note() const;

  // All that is not blank, in reading order, not overlapping.
  std::span<const Token> tokens() const;

  // The folded form of a token. For matching only: never print it.
  std::string_view key(const Token& token) const;
  // All keys, one behind the other with a blank between.
  std::string_view folded() const;
  // The byte of utf8() that folded()[offset] was made from (marks go with the letter before them).
  std::uint32_t source_offset(std::uint32_t folded_offset) const;

  // In reading order; each starts and ends at a token edge; none crosses a line break.
  std::span<const Span> sentences() const;

  // Index of the first token that ends after `byte`; tokens().size() where none.
  std::uint32_t token_at(std::uint32_t byte) const;

  // Byte offset -> code points before it, and back. Cost: one table look-up and at most 64 bytes.
  std::uint32_t code_point(std::uint32_t byte) const;
  std::uint32_t byte_offset(std::uint32_t code_point) const;

  struct Tables;  // src/text/tables.h

 private:
  std::unique_ptr<const Tables> tables_;
  friend Text make_text(std::string_view bytes, std::string_view declared);
};

// Decodes, folds and splits one report. `declared` is the label of an encoding that came with the
// bytes ("windows-1256", "latin1"), "" where none did; it is not followed where the bytes contradict
// it. Linear in the size. Never fails.
Text make_text(std::string_view bytes, std::string_view declared = {});

// The language of a stretch: "ar" "fa" "ur" "ckb" "en" "fr" "ru" and a few more, by script, frequent
// words and letters; "" where it holds no word or none that tells. Linear in the stretch.
std::string_view language_of(const Text& text, Span span);

// The matching key of any word: what Text::key() holds for it. `out` is overwritten.
void fold_key(std::string_view utf8, std::string& out);

}  // namespace isnad
