// SPDX-License-Identifier: Apache-2.0
#include "match/lattice_inner.h"

#include <algorithm>

namespace isnad {

std::string_view Sense::attribute(std::string_view key) const {
  std::string_view rest = attributes;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string_view one = rest.substr(0, end);
    if (one.size() > key.size() && one.starts_with(key) && one[key.size()] == '=')
      return one.substr(key.size() + 1);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return {};
}

std::uint32_t Lattice::Inner::slot_of(std::uint32_t token, std::uint32_t byte) const {
  const TokenCuts& c = cuts[tokens[token].cuts];
  for (std::uint32_t i = 0; i < c.count; ++i)
    if (c.bytes[i] == byte) return i + 1;
  return kNodeSlots;
}

std::uint32_t Lattice::Inner::add_senses(std::uint32_t count, Sense*& out) {
  std::uint32_t left = kChunk - own_count % kChunk;
  if (left < count) own_count += left;
  if (own_count / kChunk >= own.size()) own.push_back(std::make_unique<Sense[]>(kChunk));
  const std::uint32_t at = own_count;
  out = &own[at / kChunk][at % kChunk];
  own_count += count;
  return own_base + at;
}

std::string_view Lattice::Inner::keep(std::string_view attributes) {
  if (attributes.empty()) return {};
  return strings.emplace_back(attributes);
}

Lattice::Lattice(const Text& text, const Packs& packs)
    : text_(text), packs_(packs), inner_(std::make_unique<Inner>()) {
  build_lattice(text, packs, *inner_);
}

Lattice::~Lattice() = default;

std::span<const Edge> Lattice::edges_from(std::uint32_t node) const {
  return inner_->edges_from(node);
}

std::span<const Sense> Lattice::senses(const Edge& edge) const { return inner_->senses(edge); }

const Sense* Lattice::sense(const Edge& edge, ClassId cls) const {
  for (const Sense& s : inner_->senses(edge))
    if (s.cls == cls) return &s;
  return nullptr;
}

bool Lattice::may_have(std::uint32_t token, std::uint64_t classes) const {
  return token < inner_->facts.size() && (inner_->facts[token].run.classes & classes) != 0;
}

const Edge* Lattice::find(std::uint32_t token, ClassId cls, bool mentions_too) const {
  const Inner& in = *inner_;
  const std::uint64_t bit = class_bit(cls);
  if (!may_have(token, bit)) return nullptr;
  const std::vector<RunFacts>& runs = packs_.inner().runs;
  for (const Edge& edge : in.token_edges(token)) {
    if (edge.first_sense < in.own_base && (runs[edge.first_sense].classes & bit) == 0) continue;
    if (!mentions_too && (edge.flags & kMentionEdge)) continue;
    if (sense(edge, cls) != nullptr) return &edge;
  }
  return nullptr;
}

namespace {

// The node at or before a span's begin.
std::uint32_t node_before(const Lattice& lattice, std::uint32_t byte) {
  const std::uint32_t token = lattice.text().token_at(byte);
  const auto tokens = lattice.text().tokens();
  if (token >= tokens.size() || byte <= tokens[token].span.begin) return token * kNodeSlots;
  const std::uint32_t slot = lattice.inner().slot_of(token, byte);
  return token * kNodeSlots + (slot < kNodeSlots ? slot : 0);
}

// The node at or behind a span's end.
std::uint32_t node_behind(const Lattice& lattice, std::uint32_t byte) {
  const std::uint32_t token = lattice.text().token_at(byte == 0 ? 0 : byte - 1);
  const auto tokens = lattice.text().tokens();
  if (token >= tokens.size()) return token * kNodeSlots;
  if (byte <= tokens[token].span.begin) return token * kNodeSlots;
  if (byte >= tokens[token].span.end) return (token + 1) * kNodeSlots;
  const std::uint32_t slot = lattice.inner().slot_of(token, byte);
  return slot < kNodeSlots ? token * kNodeSlots + slot : (token + 1) * kNodeSlots;
}

}  // namespace

void Lattice::add_mention(ClassId cls, Span span, std::int32_t mention, std::int64_t value,
                          std::string_view attributes) {
  Inner& in = *inner_;
  Edge edge;
  edge.from = node_before(*this, span.begin);
  edge.to = node_behind(*this, span.end);
  if (span.empty() || edge.from >= edge.to || edge.to / kNodeSlots >= in.tokens.size()) return;
  edge.span = span;
  edge.mention = mention;
  edge.flags = kMentionEdge;
  if (edge.from % kNodeSlots == 0 && edge.to == edge.from + kNodeSlots) edge.flags |= kWholeToken;
  for (const Edge& e : edges_from(edge.from))  // a definite word makes a definite mention
    if (e.to <= edge.to && (e.flags & kDefinite)) edge.flags |= kDefinite;
  Sense* sense = nullptr;
  edge.first_sense = in.add_senses(1, sense);
  edge.senses = 1;
  *sense = {cls, 0, in.keep(attributes), value};

  const std::uint32_t token = edge.from / kNodeSlots;
  in.facts[token].run |= RunFacts{class_bit(cls), kEveryStratum};
  in.facts[token].farthest = std::max(in.facts[token].farthest, edge.to / kNodeSlots);
  if (in.overlay.empty()) in.overlay.assign(in.tokens.size(), 0);
  if (in.overlay[token] == 0) {
    const auto now = in.token_edges(token);
    in.overlays.emplace_back(now.begin(), now.end());
    in.overlay[token] = static_cast<std::uint32_t>(in.overlays.size());
  }
  std::vector<Edge>& list = in.overlays[in.overlay[token] - 1];
  auto before = [](const Edge& a, const Edge& b) {
    if (a.from != b.from) return a.from < b.from;
    if (a.to != b.to) return a.to > b.to;
    return (a.flags & kMentionEdge) > (b.flags & kMentionEdge);
  };
  list.insert(std::upper_bound(list.begin(), list.end(), edge, before), edge);
}

}  // namespace isnad
