// SPDX-License-Identifier: Apache-2.0
// match/readings.h -- all the ways one token can be read: as it stands, and cut into joined
// particles, article, stem and pronoun ending.
//
// Threads    A Reader belongs to one thread.
// Errors     None.
// Method     docs/methods/matcher.md

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/text.h"
#include "match/lattice_inner.h"

namespace isnad {

// An edge whose ends are still bytes of the token's key.
struct Reading {
  std::uint32_t from = 0, to = 0;
  std::uint32_t to_token = 0;       // not 0: an entry of several words that ends before that token
  std::uint32_t first_sense = 0;
  std::uint16_t senses = 0;
  std::uint8_t flags = 0;           // kDefinite, kParticle
  bool unknown = false;             // a stem in no list, found by its article
};

class Reader {
 public:
  Reader(const Text& text, const Packs::Inner& packs);

  // What the lists say of a token, in order of finding. Good until the next call.
  const std::vector<Reading>& read(std::uint32_t token);

 private:
  // A particle and the two bytes it is first compared by: its first, of an ending its last.
  struct Form {
    const JoinedForm* of;
    std::uint16_t bytes;
    std::uint32_t size;
  };
  using Forms = std::vector<Form>;
  // Where a piece of the key stands and how the text writes it.
  struct Piece { std::uint32_t from = 0, to = 0; bool definite = false; };

  static Form make_form(const JoinedForm& form);
  bool begins(const Form& form, std::uint32_t at) const;
  bool ends(const Form& form) const;

  void read_whole();
  void read_prefixes();
  void read_prepositions(std::uint32_t at);
  void read_pronoun(const Form& preposition, std::uint32_t at);
  void read_behind_prefix(std::uint32_t at);
  void read_contracted(std::uint32_t at);
  void read_suffixes(std::uint32_t at, const Forms& suffixes);
  void read_unknown();
  void read_glued();   // these: readings_torn.cc
  void read_torn();
  void add_joined(std::string_view word, bool definite);
  bool listed(std::string_view word) const;
  bool read_unknown_at(std::uint32_t at);
  bool read_unknown_prepositions(std::uint32_t at);

  void push_prefix(const JoinedForm& form, std::uint32_t end);
  void pop_prefix() { --prefixes_; }
  bool look_up(std::string_view word, Piece piece);
  bool add_key(std::size_t pack, std::int32_t key, Piece piece);
  void add_longer(std::size_t pack, std::uint32_t state, Piece piece);
  void add(const Reading& reading);
  void add_prefixes();
  void add_once(const Reading& particle);

  bool article_at(std::uint32_t at) const;
  char32_t written_at(std::uint32_t at) const;
  std::uint32_t size() const { return static_cast<std::uint32_t>(key_.size()); }
  const std::int32_t* keys_of(std::uint32_t token);
  bool find_keys(std::string_view key, std::int32_t* keys) const;

  const Text& text_;
  const Packs::Inner& packs_;
  std::span<const Token> tokens_;
  Forms conjunctions_, prepositions_, contracted_, suffixes_, other_suffixes_;
  std::string_view article_;           // "" where no pack has one
  std::vector<std::int32_t> keys_;     // per token and pack: index, kNoKey or kNotAsked
  std::vector<Reading> readings_;
  std::string buffer_;

  std::uint32_t token_ = 0;
  std::string_view key_;
  struct Prefix { const JoinedForm* form; std::uint32_t begin, end; };
  Prefix prefix_[3] = {};              // of the reading being tried
  std::uint32_t prefixes_ = 0;
};

}  // namespace isnad
