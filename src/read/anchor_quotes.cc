// SPDX-License-Identifier: Apache-2.0
#include "read/anchor_quotes.h"

#include <algorithm>

namespace isnad {

QuoteSpans::QuoteSpans(const Report& report) : report_(report) {
  for (const Quotation& q : report.quotations) {
    if (q.direct) spans_.push_back(q.span);
  }
  bool open = false;
  std::uint32_t begin = 0;
  for (const Token& token : report.text.tokens()) {
    if (token.kind == TokenKind::Newline) open = false;
    if (token.kind == TokenKind::QuoteOpen && !open) {
      open = true;
      begin = token.span.end;
    } else if (token.kind == TokenKind::QuoteClose && open) {
      open = false;
      spans_.push_back({begin, token.span.begin});
    }
  }
  std::sort(spans_.begin(), spans_.end());
}

const Span* QuoteSpans::around(Span span) const {
  auto it = std::upper_bound(spans_.begin(), spans_.end(), span.begin,
                             [](std::uint32_t byte, const Span& s) { return byte < s.begin; });
  for (int back = 0; back < 4 && it != spans_.begin(); ++back) {
    --it;
    if (it->contains(span)) return &*it;
  }
  return nullptr;
}

std::uint32_t QuoteSpans::paragraphs_between(std::uint32_t begin, std::uint32_t end) const {
  if (begin >= end) return 0;
  const std::string_view between = report_.text.slice({begin, end});
  return static_cast<std::uint32_t>(std::count(between.begin(), between.end(), '\n'));
}

}  // namespace isnad
