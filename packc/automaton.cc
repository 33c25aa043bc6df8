// SPDX-License-Identifier: Apache-2.0
#include "packc/automaton.h"

#include <algorithm>

#include "match/builtin.h"

namespace isnad::packc {

using namespace pack;

namespace {

constexpr std::size_t kTooLong = 4 * kMaxInstructions;  // where emitting stops

class Emitter {
 public:
  explicit Emitter(Automaton& out) : out_(out) {}

  void emit(const Node& node) {
    if (out_.program.size() > kTooLong) return;
    switch (node.kind) {
      case Node::Kind::Test:
        out_.tests.push_back(&node);
        add(kEdge, node.name).a = static_cast<std::uint32_t>(out_.tests.size() - 1);
        break;
      case Node::Kind::Sequence: emit_all(node); break;
      case Node::Kind::Capture:
        add(kCaptureBegin, node.name);
        emit_all(node);
        add(kCaptureEnd, node.name);
        break;
      case Node::Kind::Extent:
        add(kExtentBegin, "");
        emit_all(node);
        add(kExtentEnd, "");
        break;
      case Node::Kind::Choice: emit_choice(node); break;
      case Node::Kind::Repeat: emit_repeat(node); break;
    }
  }

 private:
  InstructionSource& add(std::uint32_t op, const std::string& name) {
    out_.program.push_back({op, 0, 0, name});
    return out_.program.back();
  }
  std::uint32_t here() const { return static_cast<std::uint32_t>(out_.program.size()); }

  void emit_all(const Node& node) {
    for (const Node& kid : node.kids) emit(kid);
  }

  void emit_choice(const Node& node) {
    std::vector<std::uint32_t> jumps;
    for (std::size_t i = 0; i < node.kids.size(); ++i) {
      if (i + 1 == node.kids.size()) {
        emit(node.kids[i]);
        break;
      }
      const std::uint32_t split = here();
      add(kSplit, "").a = split + 1;
      emit(node.kids[i]);
      jumps.push_back(here());
      add(kJump, "");
      out_.program[split].b = here();
    }
    for (std::uint32_t jump : jumps) out_.program[jump].a = here();
  }

  // The inner part `lo` times, then up to `hi` times; more is preferred to less.
  void emit_repeat(const Node& node) {
    for (std::uint32_t i = 0; i < node.lo; ++i) emit_all(node);
    std::vector<std::uint32_t> splits;
    for (std::uint32_t i = node.lo; i < node.hi; ++i) {
      splits.push_back(here());
      const std::uint32_t inner = here() + 1;
      add(kSplit, "").a = inner;
      emit_all(node);
    }
    for (std::uint32_t split : splits) out_.program[split].b = here();
  }

  Automaton& out_;
};

bool is_broad(const TermSource& term) {
  return std::any_of(term.atoms.begin(), term.atoms.end(),
                     [](const AtomSource& a) { return is_broad_class(class_named(a.cls)); });
}

// The classes one of which an edge that fits has: of the narrowest term that is not negated.
std::vector<std::string> classes_of(const Node& test) {
  const TermSource* best = nullptr;
  for (const TermSource& term : test.terms) {
    if (term.negated) continue;
    if (best == nullptr || (is_broad(*best) && !is_broad(term))) best = &term;
  }
  if (best == nullptr) return {"ANY"};
  std::vector<std::string> out;
  for (const AtomSource& atom : best->atoms) out.push_back(atom.cls);
  return out;
}

void find_triggers(Automaton& automaton) {
  std::vector<std::uint32_t> todo{0};
  std::vector<bool> seen(automaton.program.size(), false);
  std::set<std::string> triggers;
  while (!todo.empty()) {
    const std::uint32_t pc = todo.back();
    todo.pop_back();
    if (seen[pc]) continue;
    seen[pc] = true;
    const InstructionSource& i = automaton.program[pc];
    if (i.op == kEdge) {
      for (std::string& cls : classes_of(*automaton.tests[i.a])) triggers.insert(cls);
    } else if (i.op == kSplit || i.op == kJump) {
      todo.push_back(i.a);
      if (i.op == kSplit) todo.push_back(i.b);
    } else if (i.op != kMatch) {
      todo.push_back(pc + 1);
    }
  }
  automaton.triggers.assign(triggers.begin(), triggers.end());
}

}  // namespace

Automaton make_automaton(const Node& pattern) {
  Automaton out;
  Emitter(out).emit(pattern);
  out.program.push_back({kMatch, 0, 0, ""});
  if (out.program.size() > kMaxInstructions) return out;
  find_triggers(out);
  return out;
}

}  // namespace isnad::packc
