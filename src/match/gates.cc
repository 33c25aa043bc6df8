// SPDX-License-Identifier: Apache-2.0
#include "match/gates.h"

#include <algorithm>
#include <map>

#include "match/builtin.h"

namespace isnad {

using namespace pack;

namespace {

using Classes = std::vector<std::uint32_t>;

struct Cut {
  std::uint32_t depth = 0;   // edges of a match before it, at most
  Classes classes;
};

// The cuts of one rule's program. All jumps go forward, so one walk in order sees every way.
class CutFinder {
 public:
  CutFinder(const PackView& view, const Rule& rule)
      : view_(view), program_(view.instructions.subspan(rule.first_instruction,
                                                        rule.instructions)) {}

  std::vector<Cut> find() {
    std::vector<Cut> cuts;
    std::vector<std::uint32_t> depth(program_.size() + 1, 0);
    std::uint32_t passed_over = 0;   // the farthest instruction some way so far has jumped to
    for (std::uint32_t pc = 0; program_[pc].op != kMatch; ++pc) {
      Cut cut{depth[pc], {}};
      if (passed_over <= pc && depth[pc] > 0 && add_first_classes(pc, cut.classes)) {
        std::sort(cut.classes.begin(), cut.classes.end());
        cut.classes.erase(std::unique(cut.classes.begin(), cut.classes.end()), cut.classes.end());
        cuts.push_back(std::move(cut));
      }
      const Instruction& i = program_[pc];
      const auto lead_to = [&](std::uint32_t to, std::uint32_t edges) {
        depth[to] = std::max(depth[to], depth[pc] + edges);
        passed_over = std::max(passed_over, to);
      };
      if (i.op == kSplit || i.op == kJump) lead_to(i.a, 0);
      if (i.op == kSplit) lead_to(i.b, 0);
      if (i.op != kSplit && i.op != kJump) lead_to(pc + 1, i.op == kEdge);
    }
    return cuts;
  }

 private:
  // Classes of the edges that can come next; false when there need not be one of known class.
  bool add_first_classes(std::uint32_t from, Classes& out) const {
    std::vector<bool> seen(program_.size(), false);
    std::vector<std::uint32_t> todo{from};
    while (!todo.empty()) {
      const std::uint32_t pc = todo.back();
      todo.pop_back();
      if (seen[pc]) continue;
      seen[pc] = true;
      const Instruction& i = program_[pc];
      if (i.op == kMatch) return false;
      if (i.op == kEdge && !add_test(view_.tests[i.a], out)) return false;
      if (i.op == kEdge) continue;
      todo.push_back(i.op == kSplit || i.op == kJump ? i.a : pc + 1);
      if (i.op == kSplit) todo.push_back(i.b);
    }
    return true;
  }

  // The classes of the smallest term that is not negated.
  bool add_test(const Test& test, Classes& out) const {
    const Term* best = nullptr;
    for (const Term& term : view_.terms.subspan(test.first_term, test.terms)) {
      if (term.negated == 0 && !broad(term) && (!best || term.atoms < best->atoms)) best = &term;
    }
    if (best == nullptr) return false;
    for (const Atom& a : view_.atoms.subspan(best->first_atom, best->atoms)) out.push_back(a.cls);
    return true;
  }

  bool broad(const Term& term) const {
    for (const Atom& a : view_.atoms.subspan(term.first_atom, term.atoms))
      if (is_broad_class(a.cls)) return true;
    return false;
  }

  const PackView& view_;
  std::span<const Instruction> program_;
};

}  // namespace

CutClasses add_gates(const Packs::Inner& inner, StratumIndex& index) {
  std::map<Classes, std::size_t> bits;
  for (const std::uint32_t id : index.rules) {
    const std::vector<Cut> cuts = CutFinder(inner.view_of(id), inner.rule(id)).find();
    std::vector<Cuts> wanted;   // by edges gone: the cuts that must have been met
    for (const Cut& cut : cuts) {
      const std::size_t bit = bits.emplace(cut.classes, bits.size() % Cuts::kBits).first->second;
      if (wanted.size() <= cut.depth) wanted.resize(cut.depth + 1);
      wanted[cut.depth].set(bit);
    }
    for (std::size_t k = 1; k < wanted.size(); ++k) wanted[k] |= wanted[k - 1];
    index.gates.push_back({static_cast<std::uint32_t>(index.wanted.size()),
                           static_cast<std::uint32_t>(wanted.size())});
    index.wanted.insert(index.wanted.end(), wanted.begin(), wanted.end());
  }
  std::map<ClassId, Cuts> of_class;
  for (const auto& [classes, bit] : bits)
    for (const std::uint32_t cls : classes) of_class[cls].set(bit);
  return {of_class.begin(), of_class.end()};
}

}  // namespace isnad
