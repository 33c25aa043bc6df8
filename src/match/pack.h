// SPDX-License-Identifier: Apache-2.0
// match/pack.h -- compiled packs in use: the mapped files, and what is laid over all of them.
//
// Ownership  Packs::Inner owns the mappings; a PackView only looks into one.
// Threads    Read-only after make_packs().
// Errors     BadPack, with what is wrong in it.
// Method     docs/methods/matcher.md

#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/error.h"
#include "isnad/packs.h"
#include "match/match.h"
#include "match/pack_format.h"

namespace isnad {

std::uint64_t hash_key(std::string_view key);

// The first sense of class `cls` that a pack gives to a folded key, or nullptr.
const Sense* find_sense(const Packs& packs, std::string_view key, ClassId cls);

// One compiled pack. Every index in it was checked by make().
class PackView {
 public:
  // `bytes` must be aligned to 8 and outlive the view.
  static Result<PackView> make(std::string_view bytes, const std::string& where);

  std::string_view string(pack::Ref ref) const { return strings_.substr(ref.offset, ref.size); }
  // Index of a key, or -1.
  std::int32_t find(std::string_view key, std::uint64_t hash) const;
  // The state after `key` from `state`, or 0.
  std::uint32_t step(std::uint32_t state, std::uint32_t key) const;

  const pack::Header* header = nullptr;
  std::span<const pack::Slot> slots;
  std::span<const pack::Key> keys;
  std::span<const pack::PackSense> senses;
  std::span<const pack::Row> rows;
  std::span<const pack::State> states;
  std::span<const pack::Arc> arcs;
  std::span<const pack::Particle> particles;
  std::span<const pack::Rule> rules;
  std::span<const pack::Argument> arguments;
  std::span<const pack::Instruction> instructions;
  std::span<const pack::Test> tests;
  std::span<const pack::Term> terms;
  std::span<const pack::Atom> atoms;
  std::span<const pack::Condition> conditions;
  std::span<const std::uint32_t> classes;
  std::vector<char> of_lists;   // by term: 1 = none of its classes is built in

 private:
  friend class PackChecker;
  std::string_view strings_;
};

// Where the hash table of arcs starts looking for (state, key).
std::uint32_t arc_slot(std::uint32_t state, std::uint32_t key);

// What senses that stand together have: the bits of their classes, and which strata (by bit
// position % 8) have a rule that begins with one of them or asks for one of them.
struct RunFacts {
  std::uint64_t classes = 0;
  std::uint8_t strata = 0;
  RunFacts& operator|=(const RunFacts& other) {
    classes |= other.classes;
    strata = static_cast<std::uint8_t>(strata | other.strata);
    return *this;
  }
};
inline constexpr std::uint8_t kEveryStratum = 0xff;

// A joined particle in use.
struct JoinedForm {
  std::string_view form;       // folded
  std::uint32_t position = 0;  // pack::Position
  std::uint32_t sense = 0;     // index into Packs::Inner::senses
};

// Sets of classes that rules wait for, a bit each.
struct Cuts {
  std::array<std::uint64_t, 3> bits{};
  static constexpr std::size_t kBits = 192;
  void set(std::size_t bit) { bits[bit / 64 % 3] |= std::uint64_t{1} << (bit % 64); }
  Cuts& operator|=(const Cuts& other) {
    for (std::size_t i = 0; i < bits.size(); ++i) bits[i] |= other.bits[i];
    return *this;
  }
  bool within(const Cuts& other) const {
    std::uint64_t left = 0;
    for (std::size_t i = 0; i < bits.size(); ++i) left |= bits[i] & ~other.bits[i];
    return left == 0;
  }
  bool empty() const { return within({}); }
};

// The rules of one stratum, over all packs.
struct StratumIndex {
  std::uint32_t stratum = 0;              // class_id of its name
  std::uint8_t bit = 0;                   // of RunFacts::strata
  std::vector<std::uint32_t> rules;       // ids, ascending
  // What a class does, by its number: wakes rules, [begin, end) in `woken`, and is in cuts.
  struct Wake { std::uint32_t begin = 0, end = 0; Cuts cuts; };
  std::vector<Wake> wake;
  std::vector<std::uint32_t> woken;       // positions in `rules`
  // By position: wanted[first + k] are the cuts a match has met when k edges lie behind.
  struct Gate { std::uint32_t first = 0, count = 0; };
  std::vector<Gate> gates;
  std::vector<Cuts> wanted;
};

// Small numbers for the classes rules begin with or wait for; 0 for every other.
class ClassNumbers {
 public:
  std::uint16_t of(ClassId cls) const {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = cls & mask; slots_[at].number != 0; at = (at + 1) & mask)
      if (slots_[at].cls == cls) return slots_[at].number;
    return 0;
  }
  // `classes`: fewer than 65536, each once.
  void make(std::span<const ClassId> classes);

 private:
  struct Slot { ClassId cls = 0; std::uint16_t number = 0; };
  std::vector<Slot> slots_ = std::vector<Slot>(1);   // a power of two, never full
};

class ImportedList;   // read/imported.h

struct Packs::Inner {
  struct Image;                           // a mapping or owned bytes; src/match/pack_load.cc
  std::vector<std::unique_ptr<Image>> images;
  std::vector<PackView> views;            // same order
  std::vector<Sense> senses;              // of all packs, one behind the other
  std::vector<std::uint32_t> sense_base;  // of each pack
  std::vector<JoinedForm> particles;
  std::vector<StratumIndex> strata;
  ClassNumbers classes;
  // By sense, those of the packs and behind them the built-in ones:
  std::vector<std::uint16_t> class_numbers;
  std::vector<RunFacts> runs;             // of the run that begins there

  // Lists of the user's own; put in before anything is read with the packs.
  mutable std::vector<std::shared_ptr<const ImportedList>> imported;

  Inner();
  ~Inner();
  const StratumIndex* stratum(std::string_view name) const;  // nullptr where no rule is of it
  const pack::Rule& rule(std::uint32_t id) const { return views[id >> 24].rules[id & 0xffffff]; }
  const PackView& view_of(std::uint32_t rule_id) const { return views[rule_id >> 24]; }
  // Whether a rule of pack `rule_pack` may use what this sense's pack lists: its own, those of
  // "und", what is built in; rules of "und" use all.
  bool sees(std::uint32_t rule_pack, const Sense& sense) const {
    if (sense.row == 0 || everyones[rule_pack]) return true;
    const std::uint32_t of = (sense.row - 1) >> 24;
    return of == rule_pack || everyones[of];
  }
  std::vector<bool> everyones;            // per pack: it is "und"
  // Which packs may have a key of that hash: bit p % 8 for pack p. A bit that is not set is sure.
  std::uint8_t packs_with(std::uint64_t hash) const {
    return filter[hash >> 32 & (kFilterSize - 1)];
  }
  bool may_have(std::uint64_t hash) const { return packs_with(hash) != 0; }
  static constexpr std::uint64_t kFilterSize = 1 << 18;
  std::vector<std::uint8_t> filter = std::vector<std::uint8_t>(kFilterSize, 0);
  // Sense::row -> "packs/ar/lists/x.tsv:12"; "" for 0.
  std::string row_name(std::uint32_t row) const;
  // Rule id -> "packs/ar/rules/times.rules:40"; "" for kNoRule.
  std::string rule_place(std::uint32_t rule) const;
};

// Packs from compiled bytes (kept): what the pack compiler runs examples with, and tests.
Result<Packs> make_packs(std::vector<std::string> images);

}  // namespace isnad
