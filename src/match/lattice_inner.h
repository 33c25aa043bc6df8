// SPDX-License-Identifier: Apache-2.0
// match/lattice_inner.h -- what a Lattice is made of.
//
// Edges of a token stand together, sorted by (from, to descending, order); a token that gets a
// mention has its edges copied to a list of its own. Senses have one numbering: first those of the
// packs, then the built-in sets, then the lattice's own (numbers, mentions).
//
// Threads    As Lattice.

#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "match/builtin.h"
#include "match/match.h"
#include "match/pack.h"

namespace isnad {

inline constexpr std::uint32_t kNodeSlots = 8;  // nodes of a token: its start and up to 7 cuts

// Where a token is cut, ascending; slot k + 1 is at bytes[k].
struct TokenCuts {
  std::array<std::uint32_t, kNodeSlots - 1> bytes{};
  std::uint32_t count = 0;
};

// What is known of a token over all its edges.
struct TokenFacts {
  RunFacts run;                  // of all their senses
  std::uint32_t farthest = 0;    // token the farthest of them leads to
};

struct Lattice::Inner {
  struct TokenEdges {
    std::uint32_t first = 0;    // into `edges`; they end where the next token's begin
    std::uint32_t cuts = 0;     // into `cuts`, 0 = none
  };
  std::vector<TokenEdges> tokens;          // one more than there are tokens
  std::vector<Edge> edges;
  std::vector<TokenCuts> cuts;             // [0] is unused
  std::vector<std::uint32_t> overlay;      // per token, into `overlays` + 1; empty = none at all
  std::deque<std::vector<Edge>> overlays;

  std::uint32_t pack_senses = 0, own_base = 0;
  const Sense* of_packs = nullptr;            // the packs' senses, and the built-in ones
  const Sense* builtins = nullptr;
  static constexpr std::uint32_t kChunk = 1024;
  std::vector<std::unique_ptr<Sense[]>> own;  // chunks: senses never move
  std::uint32_t own_count = 0;
  std::deque<std::string> strings;            // attributes of the lattice's own senses
  std::vector<TokenFacts> facts;              // one more than there are tokens

  std::span<const Edge> token_edges(std::uint32_t token) const {
    if (token + 1 >= tokens.size()) return {};
    if (!overlay.empty() && overlay[token] != 0) return overlays[overlay[token] - 1];
    return {edges.data() + tokens[token].first, tokens[token + 1].first - tokens[token].first};
  }
  std::span<const Edge> edges_from(std::uint32_t node) const {
    const std::span<const Edge> all = token_edges(node / kNodeSlots);
    const Edge* begin = all.data();
    const Edge* const stop = begin + all.size();
    while (begin != stop && begin->from < node) ++begin;
    const Edge* end = begin;
    while (end != stop && end->from == node) ++end;
    return {begin, end};
  }
  std::span<const Sense> senses(const Edge& edge) const {
    const std::uint32_t first = edge.first_sense;
    if (first < pack_senses) return {of_packs + first, edge.senses};
    if (first < own_base) return {builtins + (first - pack_senses), edge.senses};
    const std::uint32_t at = first - own_base;
    return {&own[at / kChunk][at % kChunk], edge.senses};
  }
  std::uint32_t slot_of(std::uint32_t token, std::uint32_t byte) const;  // kNodeSlots where none
  // Room for `count` <= kChunk senses that stand together; returns the number of the first.
  std::uint32_t add_senses(std::uint32_t count, Sense*& out);
  std::string_view keep(std::string_view attributes);
};

// Looks up all tokens: fills everything of `inner` but the mentions.
void build_lattice(const Text& text, const Packs& packs, Lattice::Inner& inner);

}  // namespace isnad
