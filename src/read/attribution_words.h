// SPDX-License-Identifier: Apache-2.0
// read/attribution_words.h -- the tokens of a report as attribution looks at them: for each the
// classes it may have, the particles joined to it, and the name or time it is part of.
//
// Units      Token indices.
// Ownership  Keeps references to lattice and report.
// Errors     None.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "read/read.h"

namespace isnad {

// The classes attribution asks for. The order is that of kWordClassNames.
enum class WordClass : std::uint8_t {
  Say, QuoteVerb, SayPart, SayNoun, According, Quoting, Issued, That, Statement, SourceHead,
  SourceAdj, PhraseStop, ClaimOf, Aside, AsLike, ClauseOpen, Relative, Negation, Same, JoinName,
  NotSource, Audience, PrepIn, Office, Honorific, OrgHead, Org, Agency, Outlet, Nisba, PlaceHead,
  Common, FirstName, Oov, EnSaid, EnAccording, EnHe, EnOpen, EnThe, From, Link, kCount
};

enum Lead : std::uint8_t { kLeadAnd = 1, kLeadWith = 2, kLeadFor = 4, kLeadOther = 8 };

// One class of an edge that begins at a token, at its start or after its joined particles.
struct ClassHit {
  WordClass cls = WordClass::Common;
  std::uint8_t lead = 0;         // Lead bits of the particles before the edge
  bool pronoun = false;          // a pronoun is joined behind
  std::uint32_t last = 0;        // one past the last token of the edge
  const Sense* sense = nullptr;  // never null
};

struct WordFacts {
  std::uint64_t mask = 0;        // WordClass bits
  std::uint8_t lead = 0;         // Lead bits of its readings, unless it is listed as it stands
  bool definite = false;
  std::int32_t name = kNone;     // index into Report::names
  bool time = false, number = false;
  bool listed = false;           // in a list as it stands, with no particle split off
  std::uint32_t first_hit = 0;
  std::uint16_t hits = 0;
};

class Words {
 public:
  Words(const Lattice& lattice, const Report& report);

  std::uint32_t size() const { return static_cast<std::uint32_t>(facts_.size()); }
  const Token& token(std::uint32_t t) const { return tokens_[t]; }
  TokenKind kind(std::uint32_t t) const { return tokens_[t].kind; }
  bool is_word(std::uint32_t t) const { return t < size() && kind(t) == TokenKind::Word; }
  const WordFacts& operator[](std::uint32_t t) const { return facts_[t]; }
  bool is(std::uint32_t t, WordClass cls) const {
    return t < size() && (facts_[t].mask >> static_cast<unsigned>(cls) & 1) != 0;
  }
  // The longest hit of that class at a token, or nullptr.
  const ClassHit* hit(std::uint32_t t, WordClass cls) const;
  std::string_view key(std::uint32_t t) const { return report_.text.key(tokens_[t]); }

  const NameMention* name(std::uint32_t t) const {
    return t < size() && facts_[t].name != kNone ? &report_.names[facts_[t].name] : nullptr;
  }
  // Whether token t is the first of the name it belongs to.
  bool name_begins(std::uint32_t t) const;
  // One past the last token of the name that covers t.
  std::uint32_t name_end(std::uint32_t t) const;

  // The tokens [first, last) of a sentence.
  std::uint32_t sentence_first(std::uint32_t sentence) const { return sentence_first_[sentence]; }
  std::uint32_t sentence_last(std::uint32_t sentence) const { return sentence_first_[sentence + 1]; }
  std::uint32_t sentences() const {
    return static_cast<std::uint32_t>(sentence_first_.size()) - 1;
  }

  const Report& report() const { return report_; }
  bool quote_mark(std::uint32_t t) const {
    return t < size() && (kind(t) == TokenKind::QuoteOpen || kind(t) == TokenKind::QuoteClose);
  }
  // The bytes from the first stem of token `first` to the end of token `last - 1`.
  Span span(std::uint32_t first, std::uint32_t last) const;

 private:
  void read_classes(const Lattice& lattice);
  void read_edges(const Lattice& lattice, std::uint32_t t);
  void read_mentions();

  const Report& report_;
  std::span<const Token> tokens_;
  std::vector<WordFacts> facts_;
  std::vector<ClassHit> hits_;
  std::vector<std::uint32_t> sentence_first_;
};

}  // namespace isnad
