// SPDX-License-Identifier: Apache-2.0
#include "read/times_context.h"

namespace isnad {
namespace {

constexpr std::uint32_t kSlots = 8;
constexpr std::uint32_t kLongestWord = 4;   // tokens of an entry of several words

// Calls `test` with each edge that begins in `token`, until it says true.
template <class Test>
bool any_edge(const Lattice& lattice, std::uint32_t token, Test test) {
  for (std::uint32_t slot = 0; slot < kSlots; ++slot) {
    for (const Edge& e : lattice.edges_from(token * kSlots + slot)) {
      if (test(e)) return true;
    }
  }
  return false;
}

}  // namespace

bool class_before(const Lattice& lattice, Span span, ClassId cls) {
  const auto tokens = lattice.text().tokens();
  const std::uint32_t at = lattice.text().token_at(span.begin);
  if (at >= tokens.size()) return false;
  const bool inside = tokens[at].span.begin < span.begin;
  if (inside) {
    return any_edge(lattice, at, [&](const Edge& e) {
      return e.span.end == span.begin && lattice.sense(e, cls);
    });
  }
  for (std::uint32_t back = 1; back <= kLongestWord && back <= at; ++back) {
    const bool found = any_edge(lattice, at - back, [&](const Edge& e) {
      return e.to == at * kSlots && lattice.sense(e, cls);
    });
    if (found) return true;
  }
  return false;
}

bool class_after(const Lattice& lattice, Span span, ClassId cls) {
  const std::uint32_t next = lattice.text().token_at(span.end);
  if (next >= lattice.text().tokens().size()) return false;
  for (const Edge& e : lattice.edges_from(next * kSlots)) {
    if (lattice.sense(e, cls)) return true;
  }
  return false;
}

bool ends_inside_word(const Lattice& lattice, Span span) {
  const auto tokens = lattice.text().tokens();
  const std::uint32_t at = lattice.text().token_at(span.end);
  return at < tokens.size() && tokens[at].span.begin < span.end;
}

bool definite_after(const Lattice& lattice, Span span) {
  const std::uint32_t next = lattice.text().token_at(span.end);
  if (next >= lattice.text().tokens().size()) return false;
  for (const Edge& e : lattice.edges_from(next * kSlots)) {
    if (e.flags & kDefinite) return true;
  }
  return false;
}

bool class_near_before(const Lattice& lattice, Span span, ClassId cls, std::uint32_t count) {
  const auto tokens = lattice.text().tokens();
  const std::uint32_t at = lattice.text().token_at(span.begin);
  if (at >= tokens.size()) return false;
  for (std::uint32_t back = 1; back <= count && back <= at; ++back) {
    if (tokens[at - back].sentence != tokens[at].sentence) return false;
    const bool found = any_edge(lattice, at - back, [&](const Edge& e) {
      return e.span.end <= span.begin && lattice.sense(e, cls);
    });
    if (found) return true;
  }
  return false;
}

}  // namespace isnad
