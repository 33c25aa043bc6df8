// SPDX-License-Identifier: Apache-2.0
// match/pack_format.h -- a compiled pack, byte by byte.
//
// One file: a Header, then sections, each an array of one of the structs below, aligned to 8. All
// numbers are little-endian. Strings are Refs into the string section. An index is into the
// section its name says; every one is checked when the file is mapped, so nothing that follows
// needs to check again.
//
// Units      Offsets and sizes in bytes; counts in elements.
// Threads    Plain data.

#pragma once

#include <cstdint>

namespace isnad::pack {

inline constexpr char kMagic[8] = {'I', 'S', 'N', 'A', 'D', 'P', 'K', '\n'};
inline constexpr std::uint32_t kFormat = 2;
inline constexpr std::uint32_t kMaxInstructions = 2000;  // of one rule
inline constexpr std::uint32_t kMaxRepeat = 16;          // n of X{m,n}

struct Section {
  std::uint32_t offset = 0, count = 0;
};

struct Ref {
  std::uint32_t offset = 0, size = 0;
};

enum SectionId : std::uint32_t {
  kStrings,       // char
  kSlots,         // Slot: hash table on whole keys; a power of two
  kKeys,          // Key
  kSenses,        // PackSense
  kRows,          // Row
  kStates,        // State: of the trie of entries of several words; [0] stands for "none"
  kArcs,          // Arc: hash table on (state, key); a power of two
  kParticles,     // Particle
  kRules,         // Rule
  kArguments,     // Argument
  kInstructions,  // Instruction
  kTests,         // Test
  kTerms,         // Term
  kAtoms,         // Atom
  kConditions,    // Condition
  kClasses,       // std::uint32_t: triggers of rules
  kSectionCount
};

struct Header {
  char magic[8];
  std::uint32_t format;
  std::uint32_t bytes;    // of the whole file
  std::uint64_t hash;     // XXH64 of all that stands behind this field
  Ref name, version;
  Section sections[kSectionCount];
};

struct Slot {
  std::uint32_t tag;      // upper half of the key's hash
  std::uint32_t key;      // index + 1; 0 = free
};

struct Key {              // the folded form of one token
  Ref text;
  std::uint32_t first_sense, senses;  // as a word of its own
  std::uint32_t state;                // as the first word of a longer entry; 0 = none
};

struct PackSense {
  std::uint32_t cls, row;
  Ref attributes;
  std::int64_t value;
};

struct Row {              // where a word was listed
  Ref file;
  std::uint32_t line;
};

struct State {
  std::uint32_t first_sense, senses;
  std::uint32_t arcs;     // how many lead on
};

struct Arc {
  std::uint32_t from;     // state; 0 = free
  std::uint32_t key, to;
};

// kContracted: preposition and article in one ("lam-lam"); its first letter is the preposition.
enum Position : std::uint32_t {
  kConjunction = 1, kPreposition = 2, kArticle = 3, kSuffix = 4, kContracted = 5
};

inline constexpr std::uint32_t kMaxEntryTokens = 24;  // of an entry of several words

struct Particle {
  std::uint32_t cls, position, row;
  Ref form;               // folded
};

struct Rule {
  std::uint32_t stratum;  // class_id of its name
  std::int32_t prio;
  std::uint32_t overlap;  // 0 or 1
  std::uint32_t line;
  Ref file, name, maker;
  std::uint32_t first_argument, arguments;
  std::uint32_t first_instruction, instructions;
  std::uint32_t first_trigger, triggers;  // a match starts with an edge of one of these classes
};

struct Argument {
  Ref name, value;
  std::uint32_t is_capture;
};

// Jumps go forward only, so a run ends, whatever the file says. `a` and `b` are counted from the
// rule's first instruction.
enum Op : std::uint32_t {
  kEdge,          // test a; capture `name` when its size is not 0
  kSplit,         // go on at a, or else at b
  kJump,          // go on at a
  kCaptureBegin,  // of `name`
  kCaptureEnd,
  kExtentBegin,
  kExtentEnd,
  kMatch,
};

struct Instruction {
  std::uint32_t op, a, b;
  Ref name;
};

struct Test {             // all terms hold of one stretch
  std::uint32_t first_term, terms;
};

struct Term {             // one of the atoms holds, or with `negated` none
  std::uint32_t negated, first_atom, atoms;
};

struct Atom {             // a sense of that class, all conditions hold
  std::uint32_t cls, first_condition, conditions;
};

enum ConditionKind : std::uint32_t {
  kRange,         // lo <= value <= hi
  kHasAttribute,  // key
  kAttributeIs,   // key = value; several values stand with | between
  kAttributeNot,  // key is there or not, it has none of the values
  kIsDefinite,
  kIsIndefinite,
  kConditionKinds,
};

struct Condition {
  std::uint32_t kind, pad;
  std::int64_t lo, hi;
  Ref key, value;
};

}  // namespace isnad::pack
