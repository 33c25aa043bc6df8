// SPDX-License-Identifier: Apache-2.0
// packc/packc.h -- the pack compiler: packs/<lang>/ (lists, particles, paradigms, rules) -> one
// <lang>.pack, and not before every rule's examples hold.
//
// Every fault found is reported, as file:line:column: message. A rule with a fault is left out and
// the others are still checked, so one run tells all.
//
// Units      Lines and columns from 1; columns are characters.
// Threads    Each call is on its own; hooks are called from the calling thread.
// Errors     Faults in the report. A folder that cannot be read is a fault too.
// Method     docs/rules.md
// Not here   What a maker does: the makers are named by the reader, through PackHooks.

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/packs.h"
#include "isnad/span.h"

namespace isnad {

struct Fault {
  std::string file;             // "packs/ar/rules/times.rules"
  std::uint32_t line = 0, column = 0;
  std::string message;
  std::string text() const;     // file:line:column: message
};

// What a rule made in an example.
struct ExampleMade {
  std::uint32_t rule = 0;
  Span span;
  std::string value;
};

// What the compiler asks of the reader. An empty function is not asked: any maker will do, no
// example is run.
struct PackHooks {
  std::function<bool(std::string_view stratum, std::string_view maker)> is_maker;
  std::function<std::vector<ExampleMade>(std::string_view text, const Packs& packs,
                                         std::string_view stratum, std::int32_t reference_day)>
      examples;
};

struct PackCounts {
  std::string name;
  std::size_t words = 0;     // rows of lists
  std::size_t forms = 0;     // derived by paradigms
  std::size_t keys = 0;      // different folded words
  std::size_t rules = 0, examples = 0;
  std::size_t bytes = 0;     // compiled
};

struct PackReport {
  bool ok = false;
  std::vector<Fault> faults;        // by file, line, column
  std::vector<PackCounts> packs;
  std::string text() const;         // all of it for people, one fault a line
};

struct CompiledPack {
  std::string image;                // of what has no fault; "" when there is no pack at all
  std::vector<Fault> faults;
};

// One pack alone (and ../und, whose classes it may use). Runs no examples.
CompiledPack compile_pack(const std::string& folder, const PackHooks& hooks = {});

// All packs in `folder`, together. Runs no examples.
struct CompiledPacks {
  std::vector<std::string> images;  // by the folders' names
  std::vector<Fault> faults;
};
CompiledPacks compile_packs(const std::string& folder);

// `folder` holds the packs (packs/ar, packs/en ...) or is one of them; its siblings are compiled
// too, because rules stand on them, but only its own faults are told. `only`: tell only faults in
// files whose path contains it.
PackReport check_packs(const std::string& folder, const PackHooks& hooks,
                       const std::string& only = "");

// Checks all packs in `folder` and, when there is no fault, writes <out>/<lang>.pack for each.
PackReport build_packs(const std::string& folder, const std::string& out, const PackHooks& hooks);

// For people: the rows that list `word`, the forms derived from it (odd ones marked: short, or some
// other row's word too), and how a text's reader would cut and read it. `folder` as in check_packs.
std::string pack_forms(const std::string& folder, const std::string& word);
// For each paradigm: how many words use it, how many forms it makes, how many of them are odd.
std::string pack_form_counts(const std::string& folder);
// For people: each word of a text as it is likeliest cut into joined parts, and why.
std::string pack_words(const std::string& folder, const std::string& text);

}  // namespace isnad
