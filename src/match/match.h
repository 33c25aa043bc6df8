// SPDX-License-Identifier: Apache-2.0
// match/match.h -- words -> which rules fit.
//
// A Lattice is all the ways a text can be read as words: between nodes (the edges of tokens, and
// the cuts inside a token where a joined particle ends) run edges, each with the senses the packs
// give it. Mentions found by a lower stratum are put in as further edges. Rules are automata over
// the classes of edges; run_stratum() offers their matches to a maker, earliest first, then
// longest, then highest priority, then first in its file.
//
// Units      Spans are bytes of the Text; nodes are token index * 8 + slot.
// Ownership  A Lattice keeps references to its Text and Packs.
// Threads    A Lattice belongs to one thread; Packs are shared.
// Errors     None.
// Method     docs/rules.md, docs/methods/matcher.md

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/packs.h"
#include "isnad/span.h"
#include "isnad/text.h"

namespace isnad {

// A class of words ("MONTH") is the FNV-1a hash of its name; pack building refuses collisions.
using ClassId = std::uint32_t;
constexpr ClassId class_named(std::string_view name) {
  std::uint32_t h = 2166136261u;
  for (char c : name) h = (h ^ static_cast<unsigned char>(c)) * 16777619u;
  return h;
}
// Of a name written in the program: worked out when it is compiled.
consteval ClassId class_id(std::string_view name) { return class_named(name); }

// One bit of 64 for a class: what lacks it has no sense of that class.
constexpr std::uint64_t class_bit(ClassId cls) {
  return std::uint64_t{1} << ((cls * 0x9E3779B97F4A7C15u) >> 58);
}

// One meaning a pack gives to an edge: its class and its attributes ("role=killed group=people").
// For a class of the reader itself (NUMERAL, WORD ...) attributes are empty and `value` may be set.
struct Sense {
  ClassId cls = 0;
  std::uint32_t row = 0;         // where it comes from: Packs::Inner::row_name(row); 0 = built in
  std::string_view attributes;   // as in the list file; good while the Packs live
  std::int64_t value = 0;        // attribute v=, or the value of digits or of a mention
  std::string_view attribute(std::string_view key) const;   // "" where absent
};

enum EdgeFlag : std::uint8_t {
  kDefinite = 1,    // read with the article
  kParticle = 2,    // a joined particle or suffix, not a word
  kWholeToken = 4,  // runs over exactly one token
  kMentionEdge = 8, // put in by add_mention()
};

struct Edge {
  std::uint32_t from = 0, to = 0;   // nodes
  Span span;
  std::uint32_t first_sense = 0;
  std::uint16_t senses = 0;
  std::uint8_t flags = 0;           // EdgeFlag bits
  std::int32_t mention = -1;        // index the maker's owner gave
};

class Lattice {
 public:
  // Looks up every token and joined run of tokens. Linear in the text.
  Lattice(const Text& text, const Packs& packs);

  const Text& text() const { return text_; }
  const Packs& packs() const { return packs_; }

  // Edges that leave a node, longest first. Node of a token's start: token index * 8.
  std::span<const Edge> edges_from(std::uint32_t node) const;
  std::span<const Sense> senses(const Edge& edge) const;
  // The first sense of that class, or nullptr.
  const Sense* sense(const Edge& edge, ClassId cls) const;

  // Over the edges that begin at token `token` (at its start or after joined particles) and, unless
  // `mentions_too`, are words of the packs: the first with a sense of that class, or nullptr.
  const Edge* find(std::uint32_t token, ClassId cls, bool mentions_too = true) const;

  // False where no edge that begins at token `token` has a sense of any of the classes; true proves
  // nothing. `classes`: class_bit() of each, or-ed.
  bool may_have(std::uint32_t token, std::uint64_t classes) const;

  // Puts in an edge for something found: [span] must start and end at nodes' bytes (a token's edge
  // or a particle's cut). Seen by all later runs. `value` is for predicates like NUM[1..31].
  void add_mention(ClassId cls, Span span, std::int32_t mention, std::int64_t value = 0,
                   std::string_view attributes = {});

  struct Inner;   // src/match/lattice.cc
  ~Lattice();
  Lattice(const Lattice&) = delete;
  Lattice& operator=(const Lattice&) = delete;
  Inner& inner() const { return *inner_; }

 private:
  const Text& text_;
  const Packs& packs_;
  std::unique_ptr<Inner> inner_;
};

struct Capture {
  std::string_view name;
  Span span;
  const Sense* sense = nullptr;   // of the class that matched; never null
  std::int32_t mention = -1;      // when the edge is a mention
  std::uint8_t flags = 0;         // EdgeFlag bits
};

// One way a rule fits.
struct RuleMatch {
  std::uint32_t rule = 0;               // Packs::rule_name(rule)
  std::string_view maker;
  Span span;                            // what [ ] enclose in the rule, else the whole match
  Span whole;
  std::span<const Capture> captures;    // in reading order; a name may come twice
  struct Argument {
    std::string_view name, value;
    bool is_capture = false;            // `value` is the name of a capture of the rule
  };
  std::span<const Argument> arguments;  // of `make`

  const Capture* capture(std::string_view name) const;      // the first of that name, or nullptr
  // `make m x=y`: the capture y if the match has one, else nullptr.
  const Capture* argument_capture(std::string_view name) const;
  // `make m x=y`: the literal y; "" where there is no such argument.
  std::string_view argument(std::string_view name) const;
  // Capture's sense.value if argument names a capture, a number if it is a literal one, else `none`.
  std::int64_t number(std::string_view name, std::int64_t none) const;
};

// Returns false to refuse the match; the next candidate is offered then.
using Maker = std::function<bool(const RuleMatch&)>;

// Offers the matches of all rules of that stratum, of all packs. Unless the stratum's file says
// `overlap`, nothing that overlaps an accepted match is offered.
void run_stratum(const Lattice& lattice, std::string_view stratum, const Maker& maker);

// The slow twin for tests: tries every rule at every node by plain recursion. Same offers.
void slow_run_stratum(const Lattice& lattice, std::string_view stratum, const Maker& maker);

}  // namespace isnad
