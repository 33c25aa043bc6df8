// SPDX-License-Identifier: Apache-2.0
//
// The slow twin of run_stratum(): every rule at every node, every way tried, nothing remembered and
// nothing skipped. It shares with the fast one only how a way becomes a candidate and the order of
// offers. Exponential: for tests.
#include <algorithm>
#include <set>

#include "match/run.h"

namespace isnad {

using namespace pack;

namespace {

struct SlowRun {
  const Lattice& lattice;
  const PackView& view;
  std::uint32_t rule_id;
  std::uint32_t start;
  Candidates& found;
  std::set<std::uint32_t> ends{};

  const Instruction& at(std::uint32_t pc) const {
    return view.instructions[view.rules[rule_id & 0xffffff].first_instruction + pc];
  }

  bool attribute_is(const Sense& sense, const Condition& c) const {
    const std::string value(sense.attribute(view.string(c.key)));
    const std::string all = "|" + std::string(view.string(c.value)) + "|";
    return all.find("|" + value + "|") != std::string::npos &&
           value.find('|') == std::string::npos;
  }

  bool condition(const Condition& c, const Edge& edge, const Sense& sense) const {
    if (c.kind == kRange) return sense.value >= c.lo && sense.value <= c.hi;
    if (c.kind == kHasAttribute) return !sense.attribute(view.string(c.key)).empty();
    if (c.kind == kAttributeIs) return attribute_is(sense, c);
    if (c.kind == kAttributeNot) return !attribute_is(sense, c);
    const bool definite = (edge.flags & kDefinite) != 0;
    return c.kind == kIsDefinite ? definite : !definite;
  }

  const Sense* atom_sense(const Term& term, const Edge& edge) const {
    for (const Sense& sense : lattice.senses(edge))
      for (std::uint32_t a = 0; a < term.atoms; ++a) {
        const Atom& atom = view.atoms[term.first_atom + a];
        bool ok = atom.cls == sense.cls && lattice.packs().inner().sees(rule_id >> 24, sense);
        for (std::uint32_t c = 0; ok && c < atom.conditions; ++c)
          ok = condition(view.conditions[atom.first_condition + c], edge, sense);
        if (ok) return &sense;
      }
    return nullptr;
  }

  // Tries one stretch, all edges from `node` to `to`.
  bool fits(const Test& test, std::uint32_t node, std::uint32_t to, const Edge*& edge,
            const Sense*& sense) const {
    edge = nullptr;
    for (std::uint32_t i = 0; i < test.terms; ++i) {
      const Term& term = view.terms[test.first_term + i];
      const Edge* by = nullptr;
      const Sense* with = nullptr;
      for (const Edge& e : lattice.edges_from(node))
        if (e.to == to && by == nullptr && (with = atom_sense(term, e)) != nullptr) by = &e;
      if (term.negated ? by != nullptr : by == nullptr) return false;
      if (!term.negated && edge == nullptr) edge = by, sense = with;
    }
    if (edge != nullptr) return true;
    if (node % kNodeSlots != 0 || to != node + kNodeSlots) return false;
    for (const Edge& e : lattice.edges_from(node))
      if (e.to == to && (sense = lattice.sense(e, class_id("ANY"))) != nullptr) edge = &e;
    if (edge != nullptr) sense = lattice.sense(*edge, class_id("ANY"));
    return edge != nullptr;
  }

  void go(std::uint32_t pc, std::uint32_t node, std::vector<Mark> marks) {
    const Instruction& i = at(pc);
    if (i.op == kMatch) {
      if (node != start && ends.insert(node).second) finish(marks);
    } else if (i.op == kJump) {
      go(i.a, node, marks);
    } else if (i.op == kSplit) {
      go(i.a, node, marks);
      go(i.b, node, marks);
    } else if (i.op != kEdge) {
      marks.push_back({i.op, view.string(i.name), 0, nullptr, nullptr});
      go(pc + 1, node, marks);
    } else {
      std::uint32_t last = 0;
      for (const Edge& e : lattice.edges_from(node)) {
        if (e.to == last) continue;
        last = e.to;
        const Edge* edge = nullptr;
        const Sense* sense = nullptr;
        if (!fits(view.tests[i.a], node, e.to, edge, sense)) continue;
        std::vector<Mark> longer = marks;
        longer.push_back({kEdge, view.string(i.name), 0, edge, sense});
        go(pc + 1, e.to, longer);
      }
    }
  }

  void finish(const std::vector<Mark>& marks) {
    Span whole{0xffffffffu, 0};
    for (const Mark& m : marks)
      if (m.op == kEdge)
        whole = {std::min(whole.begin, m.edge->span.begin), m.edge->span.end};
    found.add(lattice, rule_id, whole, marks);
  }
};

bool may_be_offered(const Packs::Inner& packs, const Candidates& found, const Candidate& c,
                    const std::vector<const Candidate*>& accepted) {
  const bool overlap = packs.rule(c.rule).overlap != 0;
  std::size_t compared = 0;
  for (auto a = accepted.rbegin(); a != accepted.rend(); ++a) {
    if (!overlap && packs.rule((*a)->rule).overlap == 0 && (*a)->span.overlaps(c.span)) return false;
    if (overlap && (*a)->rule == c.rule && compared++ < kComparedBack && says_no_more(found, c, **a))
      return false;
  }
  return true;
}

}  // namespace

void slow_run_stratum(const Lattice& lattice, std::string_view stratum, const Maker& maker) {
  const Packs::Inner& packs = lattice.packs().inner();
  Candidates found;
  for (std::uint32_t node = 0; node < lattice.text().tokens().size() * kNodeSlots; ++node)
    for (std::uint32_t p = 0; p < packs.views.size(); ++p)
      for (std::uint32_t r = 0; r < packs.views[p].rules.size(); ++r)
        if (packs.views[p].rules[r].stratum == class_named(stratum))
          SlowRun{lattice, packs.views[p], p << 24 | r, node, found}.go(0, node, {});
  std::vector<std::size_t> order(found.all.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return offered_before(packs, found.all[a], found.all[b]);
  });
  std::vector<const Candidate*> accepted;
  for (std::size_t i : order) {
    const Candidate& c = found.all[i];
    if (may_be_offered(packs, found, c, accepted) && offer_one(lattice, found, c, maker))
      accepted.push_back(&c);
  }
}

}  // namespace isnad
