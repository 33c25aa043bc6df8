// SPDX-License-Identifier: Apache-2.0
#include "read/events_words.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr std::uint32_t kSlots = 8;   // nodes of a token (match.h)

// Mentions stand in reading order: the one that covers a byte, or kNone. A few that begin before
// it may end before it too.
std::int32_t covering(const auto& mentions, Span span) {
  auto at = std::upper_bound(mentions.begin(), mentions.end(), span.end - 1,
                             [](std::uint32_t byte, const auto& m) { return byte < m.span.begin; });
  for (int left = 4; at != mentions.begin() && left > 0; --left) {
    --at;
    if (at->span.overlaps(span)) return static_cast<std::int32_t>(at - mentions.begin());
  }
  return kNone;
}

}  // namespace

bool EventWords::starts(std::uint32_t i, ClassId cls) const {
  if (i >= size()) return false;
  for (const Edge& edge : lattice_.edges_from(i * kSlots)) {
    if ((edge.flags & kMentionEdge) == 0 && lattice_.sense(edge, cls) != nullptr) return true;
  }
  return false;
}

const Sense* EventWords::with(std::uint32_t i, ClassId cls, std::string_view key, std::string_view value) const {
  if (i >= size()) return nullptr;
  for (std::uint32_t node = i * kSlots; node < (i + 1) * kSlots; ++node) {
    for (const Edge& edge : lattice_.edges_from(node)) {
      if ((edge.flags & kMentionEdge) != 0) continue;
      for (const Sense& sense : lattice_.senses(edge)) {
        if (sense.cls == cls && sense.attribute(key) == value) return &sense;
      }
    }
  }
  return nullptr;
}

std::uint32_t EventWords::past(std::uint32_t i, ClassId cls) const {
  const Edge* edge = i < size() ? lattice_.find(i, cls, false) : nullptr;
  return edge == nullptr ? i : (edge->to + kSlots - 1) / kSlots;
}

bool EventWords::joined(std::uint32_t i, ClassId particle) const {
  if (i >= size()) return false;
  for (std::uint32_t node = i * kSlots; node < i * kSlots + 3; ++node) {
    for (const Edge& edge : lattice_.edges_from(node)) {
      if ((edge.flags & kParticle) != 0 && lattice_.sense(edge, particle) != nullptr) return true;
    }
  }
  return false;
}

bool EventWords::article(std::uint32_t i) const {
  if (!word(i)) return false;
  for (std::uint32_t node = i * kSlots; node < i * kSlots + 3; ++node) {
    for (const Edge& edge : lattice_.edges_from(node)) {
      if ((edge.flags & kDefinite) != 0) return true;
    }
  }
  std::string_view w = report_.text.slice(token(i).span);
  return w.size() > 6 && shape_.has_article(w);
}

std::uint32_t EventWords::sentence_first(std::uint32_t i) const {
  const std::uint32_t at = token(i).sentence;
  while (i > 0 && token(i - 1).sentence == at) --i;
  return i;
}

std::uint32_t EventWords::sentence_last(std::uint32_t i) const {
  const std::uint32_t at = token(i).sentence;
  while (i < size() && token(i).sentence == at) ++i;
  return i;
}

bool EventWords::ends_clause(std::uint32_t i) const {
  switch (token(i).kind) {
    case TokenKind::Word: case TokenKind::Number: case TokenKind::QuoteOpen: case TokenKind::QuoteClose:
      return false;
    default:
      return true;
  }
}

std::int32_t EventWords::name_at(std::uint32_t i) const { return covering(report_.names, token(i).span); }
bool EventWords::in_time(std::uint32_t i) const { return covering(report_.times, token(i).span) != kNone; }
bool EventWords::in_number(std::uint32_t i) const { return covering(report_.numbers, token(i).span) != kNone; }

}  // namespace isnad
