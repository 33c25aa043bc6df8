// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "match/lattice_inner.h"
#include "match/readings.h"

namespace isnad {

namespace {

// Turns the readings of one token after the other into edges.
class Builder {
 public:
  Builder(const Text& text, const Packs& packs, Lattice::Inner& out)
      : text_(text), packs_(packs.inner()), tokens_(text.tokens()), reader_(text, packs_),
        out_(out) {
    out_.pack_senses = static_cast<std::uint32_t>(packs_.senses.size());
    out_.own_base = out_.pack_senses + static_cast<std::uint32_t>(builtin_senses().size());
    out_.of_packs = packs_.senses.data();
    out_.builtins = builtin_senses().data();
    out_.cuts.resize(1);
    out_.tokens.reserve(tokens_.size() + 1);
    out_.facts.reserve(tokens_.size() + 1);
    out_.edges.reserve(tokens_.size() * 3);
  }

  void build() {
    for (std::uint32_t t = 0; t < tokens_.size(); ++t) add_token(t);
    out_.tokens.push_back({static_cast<std::uint32_t>(out_.edges.size()), 0});
    out_.facts.push_back({{}, static_cast<std::uint32_t>(tokens_.size())});
  }

 private:
  void add_token(std::uint32_t t) {
    const auto first = static_cast<std::uint32_t>(out_.edges.size());
    out_.tokens.push_back({first, 0});
    const std::vector<Reading>& readings = reader_.read(t);
    size_ = tokens_[t].key_size;
    find_cuts(readings);
    if (cut_count_ > 0) keep_cuts(t);
    bool known = t < covered_, definite = false;
    for (const Reading& r : readings) {
      const bool split_off = (r.flags & kParticle) && (r.from != 0 || r.to != size_);
      known = known || (!r.unknown && !split_off);
      covered_ = std::max(covered_, r.to_token);
      definite = definite || (r.from == 0 && (r.flags & kDefinite));
      if (!r.unknown) add_reading(t, r);
    }
    add_stems(t, readings, first, known);
    add_token_itself(t, known, definite);
    sort_from(first);
    note_facts(t, first);
  }

  // What the edges of the token have, and how far they lead.
  void note_facts(std::uint32_t t, std::uint32_t first) {
    TokenFacts facts{{}, t};
    for (std::size_t i = first; i < out_.edges.size(); ++i) {
      const Edge& edge = out_.edges[i];
      facts.farthest = std::max(facts.farthest, edge.to / kNodeSlots);
      if (edge.first_sense < out_.own_base) facts.run |= packs_.runs[edge.first_sense];
      else for (const Sense& s : out_.senses(edge)) facts.run |= RunFacts{class_bit(s.cls), kEveryStratum};
    }
    out_.facts.push_back(facts);
  }

  // Where the readings cut the token, in bytes of its key; the eighth and later are dropped.
  void find_cuts(const std::vector<Reading>& readings) {
    cut_count_ = 0;
    auto add = [&](std::uint32_t at) {
      if (at == 0 || at >= size_ || cut_count_ == kNodeSlots - 1) return;
      auto* end = cuts_ + cut_count_;
      if (std::find(cuts_, end, at) == end) cuts_[cut_count_++] = at;
    };
    for (const Reading& r : readings) {
      add(r.from);
      if (r.to_token == 0) add(r.to);
    }
    std::sort(cuts_, cuts_ + cut_count_);
  }

  // A cut inside a character that folds to several letters stands before it; where another is there
  // already, or the token begins, nothing would be left between them.
  void keep_cuts(std::uint32_t t) {
    TokenCuts cuts;
    std::uint32_t last = tokens_[t].span.begin;
    for (std::uint32_t i = 0; i < cut_count_; ++i) {
      const std::uint32_t byte = text_.source_offset(tokens_[t].key_begin + cuts_[i]);
      if (byte <= last) continue;
      cuts_[cuts.count] = cuts_[i];
      cuts.bytes[cuts.count++] = last = byte;
    }
    cut_count_ = cuts.count;
    if (cut_count_ == 0) return;
    out_.tokens[t].cuts = static_cast<std::uint32_t>(out_.cuts.size());
    out_.cuts.push_back(cuts);
  }

  // The node of a byte of the key, false when its cut was dropped.
  bool node(std::uint32_t t, std::uint32_t at, std::uint32_t& out, std::uint32_t& byte) const {
    out = t * kNodeSlots;
    byte = tokens_[t].span.begin;
    if (at == 0) return true;
    if (at >= size_) {
      out += kNodeSlots;
      byte = tokens_[t].span.end;
      return true;
    }
    const auto* found = std::find(cuts_, cuts_ + cut_count_, at);
    if (found == cuts_ + cut_count_) return false;
    const auto slot = static_cast<std::uint32_t>(found - cuts_);
    out += slot + 1;
    byte = out_.cuts.back().bytes[slot];
    return true;
  }

  void add_reading(std::uint32_t t, const Reading& r) {
    Edge edge;
    if (!node(t, r.from, edge.from, edge.span.begin)) return;
    if (r.to_token != 0) {
      edge.to = r.to_token * kNodeSlots;
      edge.span.end = tokens_[r.to_token - 1].span.end;
    } else if (!node(t, r.to, edge.to, edge.span.end)) {
      return;
    }
    edge.first_sense = r.first_sense;
    edge.senses = r.senses;
    edge.flags = r.flags;
    if (edge.to == edge.from + kNodeSlots && edge.from % kNodeSlots == 0) edge.flags |= kWholeToken;
    push(edge);
  }

  // The word behind joined particles is a word too, once for each place it begins.
  void add_stems(std::uint32_t t, const std::vector<Reading>& readings, std::uint32_t first,
                 bool known) {
    for (const Reading& r : readings) {
      if (r.from == 0 || (r.flags & kParticle) || (r.to != size_ && r.to_token == 0)) continue;
      const BuiltinRun run = builtin_stem_run(tokens_[t].script, !r.unknown || known);
      Reading stem = r;
      stem.to = size_;
      stem.to_token = 0;
      stem.first_sense = out_.pack_senses + run.first;
      stem.senses = run.count;
      bool there = false;
      for (std::size_t i = first; i < out_.edges.size(); ++i) {
        Edge& e = out_.edges[i];
        std::uint32_t from = 0, byte = 0;
        if (!node(t, r.from, from, byte) || e.from != from) continue;
        there = there || e.first_sense == stem.first_sense;
      }
      if (!there) add_reading(t, stem);
    }
  }

  void add_token_itself(std::uint32_t t, bool known, bool definite) {
    Edge edge;
    edge.from = t * kNodeSlots;
    edge.to = edge.from + kNodeSlots;
    edge.span = tokens_[t].span;
    edge.flags = kWholeToken;
    if (definite) edge.flags |= kDefinite;
    const BuiltinRun run = builtin_run(tokens_[t], known);
    edge.first_sense = out_.pack_senses + run.first;
    edge.senses = run.count;
    if (tokens_[t].kind == TokenKind::Number) add_digits(t, run, edge);
    push(edge);
  }

  void add_digits(std::uint32_t t, BuiltinRun run, Edge& edge) {
    const Digits digits = parse_digits(text_.key(tokens_[t]));
    Sense* out = nullptr;
    edge.first_sense = out_.add_senses(run.count + 1u, out);
    edge.senses = static_cast<std::uint16_t>(run.count + 1);
    *out++ = {digits.cls, 0, out_.keep(digits.attributes), digits.value};
    for (const Sense& s : builtin_senses().subspan(run.first, run.count)) *out++ = s;
  }

  void push(const Edge& edge) { out_.edges.push_back(edge); }

  // By node, longest first, in order of finding. They are few.
  void sort_from(std::uint32_t first) {
    auto before = [](const Edge& a, const Edge& b) {
      return a.from != b.from ? a.from < b.from : a.to > b.to;
    };
    for (std::size_t i = first + 1; i < out_.edges.size(); ++i)
      for (std::size_t j = i; j > first && before(out_.edges[j], out_.edges[j - 1]); --j)
        std::swap(out_.edges[j], out_.edges[j - 1]);
  }

  const Text& text_;
  const Packs::Inner& packs_;
  std::span<const Token> tokens_;
  Reader reader_;
  Lattice::Inner& out_;
  std::uint32_t covered_ = 0;         // tokens before it stand in an entry of several words
  std::uint32_t cuts_[kNodeSlots - 1] = {};
  std::uint32_t cut_count_ = 0;
  std::uint32_t size_ = 0;            // of the token's key
};

}  // namespace

void build_lattice(const Text& text, const Packs& packs, Lattice::Inner& inner) {
  Builder(text, packs, inner).build();
}

}  // namespace isnad
