// SPDX-License-Identifier: Apache-2.0
// read/events_words.h -- what the lists say of the words around an event.
//
// Units      Token indices.
// Threads    Read-only view of one report.
// Errors     None.

#pragma once

#include <cstdint>
#include <string_view>

#include "isnad/report.h"
#include "match/match.h"
#include "read/word_shape.h"

namespace isnad {

class EventWords {
 public:
  EventWords(const Lattice& lattice, const Report& report) : lattice_(lattice), report_(report), shape_(lattice.packs()) {}

  std::uint32_t size() const { return static_cast<std::uint32_t>(report_.text.tokens().size()); }
  const Token& token(std::uint32_t i) const { return report_.text.tokens()[i]; }
  bool word(std::uint32_t i) const { return i < size() && token(i).kind == TokenKind::Word; }
  bool has(std::uint32_t i, ClassId cls) const { return i < size() && lattice_.find(i, cls, false) != nullptr; }

  // The same for a reading without joined particles.
  bool starts(std::uint32_t i, ClassId cls) const;

  // The sense of `cls` at a token whose attribute `key` is `value`, or nullptr.
  const Sense* with(std::uint32_t i, ClassId cls, std::string_view key, std::string_view value) const;

  // One past the last token of the longest edge of `cls` at i; i where there is none.
  std::uint32_t past(std::uint32_t i, ClassId cls) const;

  // A joined particle of that class ("W", "B", "L", "S") at the token's beginning.
  bool joined(std::uint32_t i, ClassId particle) const;
  bool article(std::uint32_t i) const;

  // The tokens [first, last) of the sentence around a token.
  std::uint32_t sentence_first(std::uint32_t i) const;
  std::uint32_t sentence_last(std::uint32_t i) const;

  // A mark that ends a clause.
  bool ends_clause(std::uint32_t i) const;

  // The name that covers a token, index into Report::names; kNone.
  std::int32_t name_at(std::uint32_t i) const;
  // Whether the token is part of a time.
  bool in_time(std::uint32_t i) const;
  bool in_number(std::uint32_t i) const;

  const Report& report() const { return report_; }
  const Lattice& lattice() const { return lattice_; }
  const WordShape& shape() const { return shape_; }

 private:
  const Lattice& lattice_;
  const Report& report_;
  WordShape shape_;
};

}  // namespace isnad
