// SPDX-License-Identifier: Apache-2.0
// packc/source.h -- a pack as written: its rows and rules, read and parsed, not yet compiled.

#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "match/match.h"
#include "match/pack_format.h"
#include "packc/packc.h"

namespace isnad::packc {

struct Place {
  std::string file;
  std::uint32_t line = 0, column = 1;
};

class Faults {
 public:
  void add(const Place& place, std::string message) {
    all.push_back({place.file, place.line, place.column, std::move(message)});
  }
  std::vector<Fault> all;
};

// ---- words ------------------------------------------------------------------------------------

struct WordRow {
  Place place;
  std::string cls;
  std::string attributes;            // without infl=
  std::int64_t value = 0;
  std::string word;                  // as written
  std::vector<std::string> keys;     // folded, one a token
  bool derived = false;              // by a paradigm
  bool no_word = false;              // listed for its forms alone
  std::string made_by, features;     // of a derived form: the paradigm, what it says of the form
  std::string lemma;                 // and the word it is derived from
};

struct ParticleRow {
  Place place;
  std::string cls;
  std::uint32_t position = 0;        // pack::Position
  std::string form;                  // folded
};

struct ParadigmRow {
  Place place;
  std::string features;              // "num=2", or ""
  std::string prefix, strip_begin, strip_end, suffix;
};
using Paradigms = std::map<std::string, std::vector<ParadigmRow>>;

// A form by root and pattern: 1 2 3 4 stand for the root's letters.
struct PatternRow {
  Place place;
  std::string group;                 // "past": infl=verb_1/past+pres takes some groups
  std::string features;
  std::string lemma, form;           // "ista1a3", in the pack's script
};
using Patterns = std::map<std::string, std::vector<PatternRow>>;

// ---- rules ------------------------------------------------------------------------------------

struct ConditionSource {
  std::uint32_t kind = 0;            // pack::ConditionKind
  std::int64_t lo = 0, hi = 0;
  std::string key, value;
};

struct AtomSource {
  std::string cls;
  Place place;
  std::vector<ConditionSource> conditions;
};

struct TermSource {
  bool negated = false;
  std::vector<AtomSource> atoms;
};

struct Node {
  enum class Kind { Test, Sequence, Choice, Repeat, Capture, Extent };
  Kind kind = Kind::Sequence;
  std::vector<Node> kids;
  std::vector<TermSource> terms;     // of a test
  std::string name;                  // capture of a test or stretch; "" = none
  std::uint32_t lo = 1, hi = 1;      // of a repeat
};

struct ArgumentSource {
  std::string name, value;
  bool is_capture = false;
};

struct ExampleSource {
  Place place;
  bool yes = false;
  std::string value, text;
  Span span;                         // of a yes, in text
};

struct RuleSource {
  Place place;
  std::string name, stratum, maker;
  std::vector<ArgumentSource> arguments;
  std::int32_t prio = 0;
  bool overlap = false;
  std::int32_t reference_day = 0;    // kNoDay = none
  Node pattern;
  std::vector<ExampleSource> examples;
};

struct PackSource {
  std::string name, version;
  std::vector<WordRow> words;
  std::vector<ParticleRow> particles;
  Paradigms paradigms;
  Patterns patterns;
  std::vector<RuleSource> rules;
  std::set<std::string> classes;     // of lists and particles
  std::set<std::string> mentions;    // declared with `mentions`
  std::map<std::string, Place> retired;   // names of rules that are no more
};

// ---- reading ----------------------------------------------------------------------------------

// A pack's files as they stand, by their path within it: "pack.conf", "lists/times.tsv".
using PackFiles = std::map<std::string, std::string>;

// Reads a pack's folder; what is wrong goes to `faults` and is left out.
PackSource read_pack_source(const std::string& folder, Faults& faults);
// The same from bytes in hand. `shown` stands before the paths in faults: "packs/ar/".
PackSource parse_pack_source(const PackFiles& files, const std::string& shown, Faults& faults);
void parse_rule_file(const std::string& bytes, const std::string& shown, PackSource& pack,
                     Faults& faults);

// ---- shared -----------------------------------------------------------------------------------

std::vector<std::string> fold_words(std::string_view words);   // keys of all tokens
bool is_class_name(std::string_view name);                     // [A-Z][A-Z0-9_]*
std::vector<std::string> split(std::string_view text, char at);
std::string_view trim(std::string_view text);
// "a=b c=d": "" or what is wrong.
std::string check_attributes(std::string_view attributes);
std::string check_class(std::string_view name);                // of a row: "" or what is wrong
// Reads a whole file; false when it cannot.
bool read_file(const std::string& path, std::string& out);
std::uint32_t column_of(std::string_view line, std::size_t byte);   // characters, from 1

}  // namespace isnad::packc
