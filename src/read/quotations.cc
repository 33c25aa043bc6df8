// SPDX-License-Identifier: Apache-2.0
#include "read/quotations.h"

#include <algorithm>

#include "read/attribution.h"

namespace isnad {
namespace {

constexpr std::uint32_t kScareWords = 3;     // so many words in marks are a name or a scare quote
constexpr std::uint32_t kSpeechWords = 6;    // so many are speech even when nobody is named
constexpr std::uint32_t kColonReach = 40;    // tokens from a cue to its colon
constexpr std::uint32_t kColonWords = 4;     // of speech without marks after a colon

std::uint32_t words_in(const Text& text, std::uint32_t first, std::uint32_t last) {
  std::uint32_t words = 0;
  for (std::uint32_t t = first; t < last && t < text.tokens().size(); ++t)
    words += text.tokens()[t].kind == TokenKind::Word ? 1 : 0;
  return words;
}

class QuotationReader {
 public:
  QuotationReader(const Lattice& lattice, Report& report, const std::vector<Attribution>& said)
      : lattice_(lattice), report_(report), said_(said) {}

  void run() {
    const auto pairs = find_quote_pairs(report_.text);
    std::uint32_t end = 0;
    for (const QuotePair& pair : pairs) {
      if (pair.inside.begin < end || !is_speech(pair)) continue;
      add(pair.inside, true);
      end = pair.inside.end;
    }
    direct_ = report_.quotations.size();
    for (const Attribution& a : said_) add_colon_speech(a);
    std::stable_sort(
        report_.quotations.begin(), report_.quotations.end(),
        [](const Quotation& a, const Quotation& b) { return a.span < b.span; });
  }

 private:
  bool is_speech(const QuotePair& pair) const {
    const std::uint32_t words = words_in(report_.text, pair.open + 1, pair.close);
    if (words == 0 || is_name(pair.inside)) return false;
    if (words >= kSpeechWords) return true;
    const Attribution* a = governing_attribution(said_, pair.inside);
    if (a == nullptr) return false;
    if (words > kScareWords) return true;
    return words >= 2 && introduced(pair.open);
  }

  // A name or a work's title in marks.
  bool is_name(Span span) const {
    const auto& names = report_.names;
    auto at = std::lower_bound(
        names.begin(), names.end(), span.end,
        [](const NameMention& n, std::uint32_t byte) { return n.span.begin < byte; });
    for (int left = 4; at != names.begin() && left > 0; --left)
      if ((--at)->span.overlaps(span) && at->span.size() * 3 >= span.size() * 2) return true;
    return false;
  }

  // A colon or a complementizer stands right before the mark.
  bool introduced(std::uint32_t open) const {
    if (open == 0) return false;
    const Token& before = report_.text.tokens()[open - 1];
    return before.kind == TokenKind::Colon ||
           lattice_.find(open - 1, class_id("THAT"), false) != nullptr;
  }

  void add(Span span, bool direct) {
    Quotation quotation;
    quotation.span = span;
    quotation.direct = direct;
    if (const Attribution* a = governing_attribution(said_, span)) {
      quotation.speaker = a->chain.back();
      quotation.rule = a->rule;
    }
    report_.quotations.push_back(std::move(quotation));
  }

  // The direct ones stand first, in reading order and apart.
  bool overlaps_direct(Span span) const {
    const auto end = report_.quotations.begin() + static_cast<std::ptrdiff_t>(direct_);
    const auto at = std::lower_bound(
        report_.quotations.begin(), end, span.begin,
        [](const Quotation& q, std::uint32_t byte) { return q.span.end <= byte; });
    return at != end && at->span.overlaps(span);
  }

  // X said: ... with no marks at all, to the end of the sentence.
  void add_colon_speech(const Attribution& a) {
    const auto tokens = report_.text.tokens();
    if (a.carried || a.scope.begin < a.cue.begin) return;
    std::uint32_t t = report_.text.token_at(a.scope.begin);
    const auto reach = std::min<std::size_t>(tokens.size(), t + kColonReach);
    for (; t < reach && tokens[t].span.begin < a.scope.end; ++t) {
      if (lattice_.find(t, class_id("THAT"), false) != nullptr) return;
      if (tokens[t].kind == TokenKind::QuoteOpen || tokens[t].kind == TokenKind::QuoteClose)
        return;
      if (tokens[t].kind != TokenKind::Colon) continue;
      const Span speech{t + 1 < tokens.size() ? tokens[t + 1].span.begin : a.scope.end,
                        a.scope.end};
      const bool taken = overlaps_direct(speech);
      const bool said_that = t + 1 < tokens.size() &&
                             lattice_.find(t + 1, class_id("THAT"), false) != nullptr;
      if (speech.begin < speech.end && !taken && !said_that &&
          words_in(report_.text, t + 1, std::min(report_.text.token_at(a.scope.end),
                                                 t + kColonReach)) >= kColonWords)
        add(speech, false);
      return;
    }
  }

  const Lattice& lattice_;
  Report& report_;
  const std::vector<Attribution>& said_;
  std::size_t direct_ = 0;   // how many quotations with marks there are
};

}  // namespace

void find_quotations(Lattice& lattice, Report& report,
                     const std::vector<Attribution>& attributions) {
  report.quotations.clear();
  QuotationReader(lattice, report, attributions).run();
  for (std::size_t i = 0; i < report.quotations.size(); ++i)
    lattice.add_mention(class_id("QUOTATION"), report.quotations[i].span,
                        static_cast<std::int32_t>(i));
}

}  // namespace isnad
