// SPDX-License-Identifier: Apache-2.0
// match/builtin.h -- the classes every token has of itself, and what a number's digits say.
//
// Threads    Immutable tables.
// Errors     None.
// Method     docs/rules.md, "Built-in classes"

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "isnad/text.h"
#include "match/match.h"

namespace isnad {

// A run of builtin_senses().
struct BuiltinRun {
  std::uint32_t first = 0;
  std::uint16_t count = 0;
};

// All sets of built-in senses there are, one behind the other, and where each stands.
std::span<const Sense> builtin_senses();
std::span<const BuiltinRun> builtin_runs();

// The set of a token; `known`: some list has the word. Number tokens: the set without NUMERAL.
BuiltinRun builtin_run(const Token& token, bool known);
// The set of a word that follows a joined particle.
BuiltinRun builtin_stem_run(Script script, bool known);

// What a Number token says. NUMERAL: a whole or decimal number. CLOCK: 00:47, the value in minutes
// of the day. DOTTED: anything else with separators (7.1.2022), value 0.
struct Digits {
  ClassId cls = 0;
  std::int64_t value = 0;      // whole part; saturates at 10^18
  std::string attributes;      // "dec=5", "sep=1", "h=0 m=47", "p1=7 p2=1 p3=2022", "lead=0"
};
Digits parse_digits(std::string_view key);

// Names of all built-in classes.
std::span<const std::string_view> builtin_class_names();
// Those that so many tokens have that waiting for one of them saves nothing.
bool is_broad_class(ClassId cls);

}  // namespace isnad
