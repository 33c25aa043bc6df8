// SPDX-License-Identifier: Apache-2.0
#include "match/run.h"

#include <algorithm>

namespace isnad {

using namespace pack;

namespace {

// (node, instruction) pairs seen since the last clear(); clearing costs nothing.
class Visited {
 public:
  Visited() : slots_(256) {}
  void clear() {
    used_ = 0;
    if (++epoch_ == 0) {
      std::fill(slots_.begin(), slots_.end(), Slot{});
      epoch_ = 1;
    }
  }
  // False when it was there already.
  bool insert(std::uint32_t node, std::uint32_t pc) {
    if (used_ * 2 >= slots_.size()) grow();
    Slot& slot = find(node, pc);
    if (slot.epoch == epoch_) return false;
    slot = {epoch_, node, pc};
    ++used_;
    return true;
  }

 private:
  struct Slot { std::uint32_t epoch = 0, node = 0, pc = 0; };

  Slot& find(std::uint32_t node, std::uint32_t pc) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t i = (node * 0x9e3779b1u + pc * 0x85ebca6bu) & mask;
    while (slots_[i].epoch == epoch_ && (slots_[i].node != node || slots_[i].pc != pc))
      i = (i + 1) & mask;
    return slots_[i];
  }
  void grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& s : old)
      if (s.epoch == epoch_) find(s.node, s.pc) = s;
  }

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
  std::uint32_t epoch_ = 1;
};

// An edge that fits a test, and by which sense; edge is nullptr where none does.
struct Fit {
  const Edge* edge = nullptr;
  const Sense* sense = nullptr;
};

class Runner {
 public:
  Runner(const Lattice& lattice, const StratumIndex& stratum)
      : lattice_(lattice), packs_(lattice.packs().inner()), stratum_(stratum),
        stamp_(stratum.rules.size(), kNever) {}

  Candidates run() {
    const Lattice::Inner& in = lattice_.inner();
    cuts_.resize(in.facts.size());
    for (std::uint32_t t = 0; t + 1 < in.facts.size(); ++t) {
      if ((in.facts[t].run.strata & stratum_.bit) == 0) continue;
      for (const Edge& edge : in.token_edges(t)) look_at(edge, cuts_[t]);
    }
    for (const Woken& w : woken_)
      if (may_fit_from(w)) start(w);
    return std::move(found_);
  }

 private:
  static constexpr std::uint32_t kNever = 0xffffffffu;

  struct Woken { std::uint32_t node = 0, at = 0; };

  // Wakes the rules that may begin with an edge, and adds the cuts it meets.
  void look_at(const Edge& edge, Cuts& cuts) {
    const Lattice::Inner& in = lattice_.inner();
    const std::uint32_t first = edge.first_sense;
    if (first < in.own_base) {
      if ((packs_.runs[first].strata & stratum_.bit) == 0) return;
      for (std::uint32_t i = first; i < first + edge.senses; ++i)
        look_at(packs_.class_numbers[i], edge, cuts);
    } else {
      for (const Sense& s : in.senses(edge)) look_at(packs_.classes.of(s.cls), edge, cuts);
    }
  }

  void look_at(std::uint16_t number, const Edge& edge, Cuts& cuts) {
    if (number == 0) return;
    const StratumIndex::Wake& w = stratum_.wake[number];
    cuts |= w.cuts;
    wake(w, edge);
  }

  void wake(const StratumIndex::Wake& w, const Edge& edge) {
    for (std::uint32_t i = w.begin; i < w.end; ++i) {
      const std::uint32_t at = stratum_.woken[i];
      if (stamp_[at] == edge.from) continue;
      stamp_[at] = edge.from;
      woken_.push_back({edge.from, at});
    }
  }

  // False where a cut of the rule is not met in any token its match can have come to by then.
  bool may_fit_from(const Woken& w) const {
    const StratumIndex::Gate gate = stratum_.gates[w.at];
    if (gate.count == 0) return true;
    const Cuts* wanted = stratum_.wanted.data() + gate.first;
    const Cuts& all = wanted[gate.count - 1];
    std::uint32_t next = w.node / kNodeSlots, reached = next, farthest = next;
    Cuts met;
    for (std::uint32_t k = 0; k < gate.count; ++k) {
      for (; next <= reached; ++next) {
        met |= cuts_[next];
        farthest = std::max(farthest, lattice_.inner().facts[next].farthest);
      }
      if (!wanted[k].within(met)) return false;
      if (all.within(met)) return true;
      reached = farthest;
    }
    return true;
  }

  void start(const Woken& w) {
    rule_ = stratum_.rules[w.at];
    view_ = &packs_.view_of(rule_);
    const Rule& rule = packs_.rule(rule_);
    program_ = view_->instructions.subspan(rule.first_instruction, rule.instructions);
    visited_.clear();
    marks_.clear();
    start_ = w.node;
    go(0, w.node);
  }

  // All ways on from an instruction at a node, in order of preference. What was tried from here
  // before is not tried again: that way came first, and found all there is.
  void go(std::uint32_t pc, std::uint32_t node) {
    for (;;) {
      const Instruction& i = program_[pc];
      if (i.op <= kSplit || i.op == kMatch)
        if (!visited_.insert(node, pc)) return;
      switch (i.op) {
        case kEdge: follow(pc, node); return;
        case kMatch: finish(node); return;
        case kSplit: {
          const std::size_t marks = marks_.size();
          go(i.a, node);
          marks_.resize(marks);
          pc = i.b;
          break;
        }
        case kJump: pc = i.a; break;
        default:
          marks_.push_back({i.op, view_->string(i.name), 0, nullptr, nullptr});
          ++pc;
      }
    }
  }

  void follow(std::uint32_t pc, std::uint32_t node) {
    const Instruction& i = program_[pc];
    const std::span<const Edge> edges = lattice_.inner().edges_from(node);
    for (std::size_t begin = 0, end = 0; begin < edges.size(); begin = end) {
      while (end < edges.size() && edges[end].to == edges[begin].to) ++end;
      const Fit fit = find_fit(view_->tests[i.a], edges.subspan(begin, end - begin));
      if (fit.edge == nullptr) continue;
      const std::size_t marks = marks_.size();
      marks_.push_back({kEdge, view_->string(i.name), 0, fit.edge, fit.sense});
      go(pc + 1, fit.edge->to);
      marks_.resize(marks);
    }
  }

  void finish(std::uint32_t node) {
    if (node == start_) return;
    Span whole{0xffffffffu, 0};
    for (const Mark& m : marks_)
      if (m.op == kEdge) {
        whole.begin = std::min(whole.begin, m.edge->span.begin);
        whole.end = m.edge->span.end;
      }
    found_.add(lattice_, rule_, whole, marks_);
  }

  // ---- tests ----------------------------------------------------------------------------------

  Fit find_fit(const Test& test, std::span<const Edge> stretch) const {
    Fit fit;
    bool positive = false;
    for (const Term& term : view_->terms.subspan(test.first_term, test.terms)) {
      const Fit one = find_term(term, stretch);
      if ((one.edge != nullptr) == (term.negated != 0)) return {};
      if (term.negated != 0) continue;
      if (!positive) fit = one;
      positive = true;
    }
    return positive ? fit : whole_token(stretch);
  }

  Fit find_term(const Term& term, std::span<const Edge> stretch) const {
    const auto atoms = view_->atoms.subspan(term.first_atom, term.atoms);
    const Lattice::Inner& in = lattice_.inner();
    const bool of_lists = view_->of_lists[static_cast<std::size_t>(&term - view_->terms.data())];
    for (const Edge& edge : stretch) {
      if (of_lists && edge.first_sense >= in.pack_senses && edge.first_sense < in.own_base) continue;
      for (const Sense& sense : lattice_.inner().senses(edge))
        for (const Atom& atom : atoms)
          if (sense.cls == atom.cls && packs_.sees(rule_ >> 24, sense) && fits(atom, sense, edge))
            return {&edge, &sense};
    }
    return {};
  }

  // What a test of negations alone stands for: the token itself, and no line break.
  Fit whole_token(std::span<const Edge> stretch) const {
    const Edge& edge = stretch.back();
    if (!(edge.flags & kWholeToken) || (edge.flags & (kMentionEdge | kParticle))) return {};
    const Sense* sense = lattice_.sense(edge, class_id("ANY"));
    return sense != nullptr ? Fit{&edge, sense} : Fit{};
  }

  bool fits(const Atom& atom, const Sense& sense, const Edge& edge) const {
    for (const Condition& c : view_->conditions.subspan(atom.first_condition, atom.conditions))
      if (!holds(c, sense, edge)) return false;
    return true;
  }

  bool holds(const Condition& c, const Sense& sense, const Edge& edge) const {
    switch (c.kind) {
      case kRange: return c.lo <= sense.value && sense.value <= c.hi;
      case kHasAttribute: return !sense.attribute(view_->string(c.key)).empty();
      case kAttributeIs: return is_one_of(sense.attribute(view_->string(c.key)), c);
      case kAttributeNot: return !is_one_of(sense.attribute(view_->string(c.key)), c);
      case kIsDefinite: return (edge.flags & kDefinite) != 0;
      default: return (edge.flags & kDefinite) == 0;
    }
  }

  bool is_one_of(std::string_view value, const Condition& c) const {
    std::string_view rest = view_->string(c.value);
    for (;;) {
      const std::size_t end = std::min(rest.find('|'), rest.size());
      if (rest.substr(0, end) == value) return true;
      if (end == rest.size()) return false;
      rest.remove_prefix(end + 1);
    }
  }

  const Lattice& lattice_;
  const Packs::Inner& packs_;
  const StratumIndex& stratum_;
  std::vector<std::uint32_t> stamp_;    // node a rule was last woken at
  std::vector<Woken> woken_;            // in order of node
  std::vector<Cuts> cuts_;              // by token: those its edges meet
  Visited visited_;
  std::vector<Mark> marks_;
  Candidates found_;
  std::uint32_t rule_ = 0, start_ = 0;
  const PackView* view_ = nullptr;
  std::span<const Instruction> program_;
};

// Decides which candidates are offered, one after the other.
class Offers {
 public:
  Offers(const Lattice& lattice, const Candidates& list, const Maker& maker)
      : lattice_(lattice), packs_(lattice.packs().inner()), list_(list), maker_(maker) {}

  void run(const StratumIndex& stratum) {
    accepted_.resize(stratum.rules.size());
    std::vector<std::uint32_t> order(list_.all.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return offered_before(packs_, list_.all[a], list_.all[b]);
    });
    for (std::uint32_t i : order) {
      const Candidate& c = list_.all[i];
      const auto at = std::lower_bound(stratum.rules.begin(), stratum.rules.end(), c.rule);
      offer(c, accepted_[static_cast<std::size_t>(at - stratum.rules.begin())]);
    }
  }

 private:
  void offer(const Candidate& c, std::vector<const Candidate*>& same_rule) {
    if (packs_.rule(c.rule).overlap == 0) {
      // In order of begin: what was accepted last reaches farthest.
      if (c.span.begin < taken_to_) return;
      if (offer_one(lattice_, list_, c, maker_)) taken_to_ = c.span.end;
      return;
    }
    const std::size_t n = std::min(same_rule.size(), kComparedBack);
    for (auto a = same_rule.rbegin(); a != same_rule.rbegin() + static_cast<std::ptrdiff_t>(n); ++a)
      if (says_no_more(list_, c, **a)) return;
    if (offer_one(lattice_, list_, c, maker_)) same_rule.push_back(&c);
  }

  const Lattice& lattice_;
  const Packs::Inner& packs_;
  const Candidates& list_;
  const Maker& maker_;
  std::uint32_t taken_to_ = 0;
  std::vector<std::vector<const Candidate*>> accepted_;  // of `overlap` rules, by position
};

}  // namespace

void run_stratum(const Lattice& lattice, std::string_view stratum, const Maker& maker) {
  const StratumIndex* index = lattice.packs().inner().stratum(stratum);
  if (index == nullptr) return;
  const Candidates found = Runner(lattice, *index).run();
  Offers(lattice, found, maker).run(*index);
}

}  // namespace isnad
