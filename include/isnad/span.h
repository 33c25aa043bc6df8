// SPDX-License-Identifier: Apache-2.0
// isnad/span.h -- where something stands in a text.
//
// Units      BYTES of UTF-8 from the start of Text::utf8(), half-open. What is printed is in
//            Unicode code points; Text::code_point() converts.
// Threads    A plain value.

#pragma once

#include <compare>
#include <cstdint>

namespace isnad {

// The bytes [begin, end) of one Text. It does not know its Text; keep the two together.
// Spans compare in reading order: by begin, then by end.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  // one past the last byte

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(Span inner) const { return begin <= inner.begin && inner.end <= end; }
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend constexpr auto operator<=>(Span, Span) = default;
};

}  // namespace isnad
