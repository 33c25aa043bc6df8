// SPDX-License-Identifier: Apache-2.0
#include "read/attribution_words.h"

#include <algorithm>
#include <array>

#include "match/class_index.h"

namespace isnad {
namespace {

constexpr std::size_t kClasses = static_cast<std::size_t>(WordClass::kCount);

constexpr std::array<std::string_view, kClasses> kWordClassNames = {
    "SAY_VERB",   "QUOTE_VERB", "SAY_PART",  "SAY_NOUN",    "ACCORDING",   "QUOTING",
    "ISSUED",     "THAT",       "STATEMENT", "SOURCE_HEAD", "SOURCE_ADJ",  "PHRASE_STOP",
    "CLAIM_OF",   "ASIDE",      "AS_LIKE",   "CLAUSE_OPEN", "RELATIVE",    "SAY_NEGATION",
    "SAME",       "JOIN_NAME",  "NOT_SOURCE", "AUDIENCE",   "PREP_IN",     "OFFICE",
    "HONORIFIC",  "ORG_HEAD",   "ORG",       "AGENCY",      "OUTLET",      "NISBA",
    "PLACE_HEAD", "COMMON",     "FIRST_NAME", "OOV",        "SAID_VERB",   "ACCORDING_TO",
    "EN_PRONOUN", "EN_OPEN",    "EN_THE",    "PREP_FROM", "LINK"};

constexpr auto class_ids() {
  std::array<ClassId, kClasses> out{};
  for (std::size_t i = 0; i < kClasses; ++i) out[i] = class_named(kWordClassNames[i]);
  return out;
}
constexpr ClassIndex<kClasses> kIndex(class_ids());

std::uint8_t lead_bit(ClassId id) {
  if (id == class_id("W")) return kLeadAnd;
  if (id == class_id("B")) return kLeadWith;
  if (id == class_id("L")) return kLeadFor;
  if (id == class_id("K") || id == class_id("S")) return kLeadOther;
  return 0;
}

constexpr std::uint32_t kSlots = 8;

}  // namespace

Words::Words(const Lattice& lattice, const Report& report)
    : report_(report), tokens_(report.text.tokens()) {
  facts_.resize(tokens_.size());
  read_classes(lattice);
  read_mentions();
  const auto sentences = report.text.sentences().size();
  sentence_first_.assign(sentences + 1, size());
  for (std::uint32_t t = size(); t-- > 0;)
    if (tokens_[t].sentence < sentences) sentence_first_[tokens_[t].sentence] = t;
  for (std::size_t s = sentences; s-- > 0;)
    sentence_first_[s] = std::min(sentence_first_[s], sentence_first_[s + 1]);
}

void Words::read_classes(const Lattice& lattice) {
  for (std::uint32_t t = 0; t < size(); ++t) {
    facts_[t].first_hit = static_cast<std::uint32_t>(hits_.size());
    if (kind(t) == TokenKind::Word) read_edges(lattice, t);
    facts_[t].hits = static_cast<std::uint16_t>(hits_.size() - facts_[t].first_hit);
  }
}

void Words::read_edges(const Lattice& lattice, std::uint32_t t) {
  WordFacts& facts = facts_[t];
  // Which particles lead to each cut inside the token; the token's start is led to by none.
  std::array<std::uint8_t, kSlots> lead{};
  std::array<bool, kSlots> reached{true};
  for (std::uint32_t slot = 0; slot < kSlots; ++slot) {
    if (!reached[slot]) continue;
    for (const Edge& edge : lattice.edges_from(t * kSlots + slot)) {
      if ((edge.flags & kMentionEdge) != 0) continue;
      if ((edge.flags & kParticle) != 0) {
        if (edge.to / kSlots != t || edge.to % kSlots == 0) continue;
        for (const Sense& sense : lattice.senses(edge))
          lead[edge.to % kSlots] = static_cast<std::uint8_t>(
              lead[edge.to % kSlots] | lead_bit(sense.cls) | lead[slot]);
        reached[edge.to % kSlots] = true;
        continue;
      }
      const bool joined = edge.to % kSlots != 0;
      if (joined && key(t).ends_with("\xD9\x8A")) continue;  // "my": not in the voice of news
      const std::uint32_t last = edge.to / kSlots + (joined ? 1 : 0);
      if ((edge.flags & kDefinite) != 0) facts.definite = true;
      for (const Sense& sense : lattice.senses(edge)) {
        const int found = kIndex.find(sense.cls);
        if (sense.row != 0) {
          if (slot == 0) facts.listed = true;
          facts.lead |= lead[slot];
        }
        if (found < 0) continue;   // attribution does not ask for that class
        const auto cls = static_cast<WordClass>(found);
        facts.mask |= std::uint64_t{1} << static_cast<unsigned>(cls);
        hits_.push_back({cls, lead[slot], joined, last, &sense});
      }
    }
  }
  if (facts.listed) facts.lead = 0;
}

void Words::read_mentions() {
  const auto mark = [&](Span span, auto&& set) {
    for (std::uint32_t t = report_.text.token_at(span.begin);
         t < size() && tokens_[t].span.begin < span.end; ++t)
      set(facts_[t]);
  };
  for (std::size_t i = 0; i < report_.names.size(); ++i)
    mark(report_.names[i].span, [&](WordFacts& f) { f.name = static_cast<std::int32_t>(i); });
  for (const TimeMention& time : report_.times)
    mark(time.span, [](WordFacts& f) { f.time = true; });
  for (const NumberMention& number : report_.numbers)
    mark(number.span, [](WordFacts& f) { f.number = true; });
}

const ClassHit* Words::hit(std::uint32_t t, WordClass cls) const {
  if (!is(t, cls)) return nullptr;
  const ClassHit* best = nullptr;
  for (std::uint16_t i = 0; i < facts_[t].hits; ++i) {
    const ClassHit& h = hits_[facts_[t].first_hit + i];
    if (h.cls == cls && (best == nullptr || h.last > best->last ||
                         (h.last == best->last && !h.pronoun && best->pronoun)))
      best = &h;
  }
  return best;
}

bool Words::name_begins(std::uint32_t t) const {
  const NameMention* n = name(t);
  return n != nullptr && n->span.begin < tokens_[t].span.end &&
         n->span.begin >= tokens_[t].span.begin;
}

std::uint32_t Words::name_end(std::uint32_t t) const {
  const NameMention* n = name(t);
  if (n == nullptr) return t + 1;
  std::uint32_t end = t + 1;
  while (end < size() && tokens_[end].span.begin < n->span.end) ++end;
  return end;
}

Span Words::span(std::uint32_t first, std::uint32_t last) const {
  if (first >= last) return {};
  std::uint32_t begin = tokens_[first].span.begin;
  if (name_begins(first)) begin = name(first)->span.begin;
  return {begin, tokens_[last - 1].span.end};
}

}  // namespace isnad
