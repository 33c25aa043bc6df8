// SPDX-License-Identifier: Apache-2.0
#include "packc/write_pack.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <unordered_map>

#include "match/pack.h"
#include "packc/automaton.h"

namespace isnad::packc {

using namespace pack;

namespace {

class StringPool {
 public:
  Ref add(std::string_view text) {
    if (text.empty()) return {};
    const auto found = known_.find(std::string(text));
    if (found != known_.end()) return found->second;
    const Ref ref{static_cast<std::uint32_t>(bytes.size()),
                  static_cast<std::uint32_t>(text.size())};
    bytes.append(text);
    known_.emplace(text, ref);
    return ref;
  }
  std::string bytes;

 private:
  std::unordered_map<std::string, Ref> known_;
};

// What stands behind a key or a state while rows are added.
struct Meaning {
  std::vector<PackSense> senses;
  std::map<std::uint32_t, std::uint32_t> next;   // key -> state
  std::uint32_t state = 0;                       // of a key: where longer entries begin
};

template <class T>
std::uint32_t count_of(const std::vector<T>& all) {
  return static_cast<std::uint32_t>(all.size());
}

class Writer {
 public:
  Writer(PackSource& source, Faults& faults) : source_(source), faults_(faults) {}

  std::string write() {
    states_.resize(1);
    for (const WordRow& row : source_.words)
      if (!row.no_word) add_word(row);
    for (const ParticleRow& p : source_.particles)
      particles.push_back({class_named(p.cls), p.position, add_row(p.place), strings_.add(p.form)});
    lay_out_words();
    std::vector<RuleSource> kept;
    for (RuleSource& rule : source_.rules)
      if (add_rule(rule)) kept.push_back(std::move(rule));
    source_.rules = std::move(kept);
    return join();
  }

 private:
  // ---- words ----------------------------------------------------------------------------------

  std::uint32_t add_row(const Place& place) {
    const auto [at, fresh] = rows_of_.try_emplace({place.file, place.line}, count_of(rows));
    if (fresh) rows.push_back({strings_.add(place.file), place.line});
    return at->second;
  }

  std::uint32_t key_id(const std::string& key) {
    const auto [at, fresh] = key_ids_.try_emplace(key, count_of(key_names_));
    if (fresh) {
      key_names_.push_back(key);
      key_meanings_.emplace_back();
    }
    return at->second;
  }

  std::uint32_t new_state() {
    states_.emplace_back();
    return count_of(states_) - 1;
  }

  void add_word(const WordRow& row) {
    const PackSense sense{class_named(row.cls), add_row(row.place), strings_.add(row.attributes),
                          row.value};
    const std::uint32_t first = key_id(row.keys[0]);
    if (row.keys.size() == 1) return add_sense(key_meanings_[first].senses, sense);
    if (key_meanings_[first].state == 0) key_meanings_[first].state = new_state();
    std::uint32_t state = key_meanings_[first].state;
    for (std::size_t i = 1; i < row.keys.size(); ++i) {
      const std::uint32_t key = key_id(row.keys[i]);
      std::uint32_t to = states_[state].next[key];
      if (to == 0) {
        to = new_state();
        states_[state].next[key] = to;
      }
      state = to;
    }
    add_sense(states_[state].senses, sense);
  }

  static void add_sense(std::vector<PackSense>& senses, const PackSense& sense) {
    for (const PackSense& s : senses)
      if (s.cls == sense.cls && s.attributes.offset == sense.attributes.offset &&
          s.attributes.size == sense.attributes.size)
        return;
    senses.push_back(sense);
  }

  std::uint32_t put_senses(const std::vector<PackSense>& of) {
    const std::uint32_t first = count_of(senses);
    senses.insert(senses.end(), of.begin(), of.end());
    return first;
  }

  void lay_out_words() {
    for (std::uint32_t i = 0; i < key_names_.size(); ++i) {
      const Meaning& m = key_meanings_[i];
      keys.push_back({strings_.add(key_names_[i]), put_senses(m.senses), count_of(m.senses),
                      m.state});
    }
    std::size_t arc_count = 0;
    for (const Meaning& m : states_) {
      states.push_back({put_senses(m.senses), count_of(m.senses),
                        static_cast<std::uint32_t>(m.next.size())});
      arc_count += m.next.size();
    }
    slots.resize(table_size(keys.size()));
    for (std::uint32_t i = 0; i < keys.size(); ++i) {
      const std::uint64_t hash = hash_key(key_names_[i]);
      std::size_t at = hash & (slots.size() - 1);
      while (slots[at].key != 0) at = (at + 1) & (slots.size() - 1);
      slots[at] = {static_cast<std::uint32_t>(hash >> 32), i + 1};
    }
    arcs.resize(table_size(arc_count));
    for (std::uint32_t from = 0; from < states_.size(); ++from)
      for (const auto& [key, to] : states_[from].next) {
        std::size_t at = arc_slot(from, key) & (arcs.size() - 1);
        while (arcs[at].from != 0) at = (at + 1) & (arcs.size() - 1);
        arcs[at] = {from, key, to};
      }
  }

  static std::size_t table_size(std::size_t entries) {
    std::size_t size = 1;
    while (size < entries * 2) size *= 2;
    return size;
  }

  // ---- rules ----------------------------------------------------------------------------------

  bool add_rule(const RuleSource& rule) {
    const Automaton automaton = make_automaton(rule.pattern);
    if (automaton.program.size() > kMaxInstructions) {
      faults_.add(rule.place, "rule " + rule.name + " is too long: repeat less or split it");
      return false;
    }
    Rule out{};
    out.stratum = class_named(rule.stratum);
    out.prio = rule.prio;
    out.overlap = rule.overlap ? 1 : 0;
    out.line = rule.place.line;
    out.file = strings_.add(rule.place.file);
    out.name = strings_.add(rule.name);
    out.maker = strings_.add(rule.maker);
    out.first_argument = count_of(arguments);
    out.arguments = count_of(rule.arguments);
    for (const ArgumentSource& a : rule.arguments)
      arguments.push_back({strings_.add(a.name), strings_.add(a.value), a.is_capture ? 1u : 0u});
    const std::uint32_t first_test = count_of(tests);
    for (const Node* test : automaton.tests) add_test(*test);
    out.first_instruction = count_of(instructions);
    out.instructions = count_of(automaton.program);
    for (const InstructionSource& i : automaton.program)
      instructions.push_back({i.op, i.op == kEdge ? first_test + i.a : i.a, i.b,
                              strings_.add(i.name)});
    out.first_trigger = count_of(classes);
    out.triggers = count_of(automaton.triggers);
    for (const std::string& cls : automaton.triggers) classes.push_back(class_named(cls));
    rules.push_back(out);
    return true;
  }

  void add_test(const Node& node) {
    tests.push_back({count_of(terms), count_of(node.terms)});
    for (const TermSource& term : node.terms) {
      terms.push_back({term.negated ? 1u : 0u, count_of(atoms), count_of(term.atoms)});
      for (const AtomSource& atom : term.atoms) {
        atoms.push_back({class_named(atom.cls), count_of(conditions), count_of(atom.conditions)});
        for (const ConditionSource& c : atom.conditions)
          conditions.push_back({c.kind, 0, c.lo, c.hi, strings_.add(c.key), strings_.add(c.value)});
      }
    }
  }

  // ---- bytes ----------------------------------------------------------------------------------

  template <class T>
  void put(std::string& out, Header& header, SectionId id, const std::vector<T>& all) {
    out.append((8 - out.size() % 8) % 8, '\0');
    header.sections[id] = {static_cast<std::uint32_t>(out.size()), count_of(all)};
    out.append(reinterpret_cast<const char*>(all.data()), all.size() * sizeof(T));
  }

  std::string join() {
    Header header{};
    std::memcpy(header.magic, kMagic, sizeof kMagic);
    header.format = kFormat;
    header.name = strings_.add(source_.name);
    header.version = strings_.add(source_.version);
    std::string out(sizeof(Header), '\0');
    put(out, header, kStrings, std::vector<char>(strings_.bytes.begin(), strings_.bytes.end()));
    put(out, header, kSlots, slots);
    put(out, header, kKeys, keys);
    put(out, header, kSenses, senses);
    put(out, header, kRows, rows);
    put(out, header, kStates, states);
    put(out, header, kArcs, arcs);
    put(out, header, kParticles, particles);
    put(out, header, kRules, rules);
    put(out, header, kArguments, arguments);
    put(out, header, kInstructions, instructions);
    put(out, header, kTests, tests);
    put(out, header, kTerms, terms);
    put(out, header, kAtoms, atoms);
    put(out, header, kConditions, conditions);
    put(out, header, kClasses, classes);
    out.append((8 - out.size() % 8) % 8, '\0');
    header.bytes = static_cast<std::uint32_t>(out.size());
    std::memcpy(out.data(), &header, sizeof header);
    constexpr std::size_t kFrom = offsetof(Header, hash) + sizeof header.hash;
    header.hash = XXH64(out.data() + kFrom, out.size() - kFrom, 0);
    std::memcpy(out.data(), &header, sizeof header);
    return out;
  }

  PackSource& source_;
  Faults& faults_;
  StringPool strings_;
  std::map<std::pair<std::string, std::uint32_t>, std::uint32_t> rows_of_;
  std::unordered_map<std::string, std::uint32_t> key_ids_;
  std::vector<std::string> key_names_;
  std::vector<Meaning> key_meanings_, states_;

  std::vector<Slot> slots;
  std::vector<Key> keys;
  std::vector<PackSense> senses;
  std::vector<Row> rows;
  std::vector<State> states;
  std::vector<Arc> arcs;
  std::vector<Particle> particles;
  std::vector<Rule> rules;
  std::vector<Argument> arguments;
  std::vector<Instruction> instructions;
  std::vector<Test> tests;
  std::vector<Term> terms;
  std::vector<Atom> atoms;
  std::vector<Condition> conditions;
  std::vector<std::uint32_t> classes;
};

}  // namespace

std::string write_pack(PackSource& source, Faults& faults) {
  return Writer(source, faults).write();
}

}  // namespace isnad::packc
