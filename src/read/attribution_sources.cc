// SPDX-License-Identifier: Apache-2.0
//
// Cues without a verb of their own: according to, citing, carried by, issued by, a colon, a post.
#include <algorithm>

#include "read/attribution_reader.h"

namespace isnad {
namespace {

using W = WordClass;

constexpr std::uint32_t kSourceReach = 8;    // tokens from an agency to whom it quotes
constexpr std::uint32_t kForwardReach = 24;  // tokens from a source to what it says
constexpr std::uint32_t kLongestLabel = 10;  // tokens before the colon of a title

}  // namespace

void AttributionReader::read_according(const Cue& cue) {
  std::uint32_t from = cue.last;
  if (words_.is(from, W::PrepIn) && cue.verb_after) ++from;
  const Phrase phrase = read_phrase(words_, from, last_, !cue.verb_after, true);
  if (phrase.none() || (phrase.place && !cue.verb_after)) return;
  const Holder holder = led_back(phrase, cue.span);
  std::vector<Holder> chain;
  const Phrase agency = told_agency(phrase.last, phrase.last + 4);
  if (!agency.none()) chain.push_back(make_holder(agency, cue.span));
  chain.push_back(holder);
  remember(phrase, holder, false);
  const std::uint32_t after = agency.none() ? phrase.last : agency.last;

  const std::uint32_t start = skip_asides(words_, first_, cue.first);
  bool forward = cue.first <= start + (words_.is_word(start) && cue.first != start ? 0 : 1);
  if (!forward && cue.conjoined && made_.empty())
    for (std::uint32_t t = after; t < std::min(last_, after + kForwardReach) && !forward; ++t)
      if (const ClassHit* that = words_.hit(t, W::That))
        forward = words_.key(t).starts_with("\xD9\x81") && that != nullptr;  // fa + inna
  if (forward) return emit(cue, std::move(chain), after, false, false);
  emit_trailing(cue, std::move(chain), after);
}

// "citing X": inside what an agency says it lengthens the agency's chain.
void AttributionReader::read_citing(const Cue& cue) {
  const Phrase phrase = read_phrase(words_, cue.last, last_, false);
  if (phrase.none()) return;
  const Holder holder = led_back(phrase, cue.span);
  remember(phrase, holder, false);
  if (!made_.empty()) {
    Attribution& last = out_[made_.back().index];
    last.chain.push_back(holder);
    last.carried = false;
    return;
  }
  if (cue.first <= first_ + 1) return emit(cue, {holder}, phrase.last, false, false);
  emit_trailing(cue, {holder}, phrase.last);
}

// "Reuters carried X as saying that ..."
void AttributionReader::read_carried(const Cue& cue) {
  Phrase agency = read_phrase(words_, cue.last, last_, true);
  if (!agency.none() && agency.place) return;
  if (agency.none() && !cue.conjoined) agency = subject_before(cue);
  const bool follows = !agency.none() && agency.first >= cue.last;
  std::uint32_t t = follows ? agency.last : cue.last;
  const std::uint32_t reach = std::min(last_, t + kSourceReach);
  while (t < reach && !words_.is(t, W::From) && !words_.is(t, W::That)) ++t;
  std::vector<Holder> chain;
  if (!agency.none()) chain.push_back(led_back(agency, cue.span));
  if (t < reach && words_.is(t, W::From)) {
    const Phrase source = read_phrase(words_, t + 1, last_, false);
    if (source.none()) return;
    if (agency.none() && !source.source) return;
    chain.push_back(led_back(source, cue.span));
    remember(source, chain.back(), false);
    return emit(cue, std::move(chain), source.last, false, false);
  }
  if (chain.empty() || t >= reach) return;
  remember(agency, chain.back(), false);
  emit(cue, std::move(chain), t, false, false);
}

// "in a statement issued by X" and "that Reuters carried".
void AttributionReader::read_issued(const Cue& cue) {
  const Phrase phrase = read_phrase(words_, cue.last, last_, true);
  if (phrase.none() || phrase.place) return;
  const Holder holder = led_back(phrase, cue.span);
  if (made_.empty()) {
    if (complement_after(phrase.last) == 0 || cue.attribute("carry") == "1") return;
    remember(phrase, holder, false);
    return emit(cue, {holder}, phrase.last, false, false);
  }
  Attribution& last = out_[made_.back().index];
  if (last.scope.begin > cue.span.begin || complement_after(phrase.last) == 0) return;
  if (last.chain.back().span == holder.span) return;
  if (phrase.agency || cue.attribute("carry") == "1") last.chain.insert(last.chain.begin(), holder);
  else last.chain.push_back(holder);
}

// "X: ..." in a title or at the head of a paragraph. A bare place is a heading, an agency in the
// body a dateline.
void AttributionReader::read_colon(const Cue& cue) {
  if (!made_.empty() || cue.first <= first_ || cue.first - first_ > kLongestLabel) return;
  const Phrase phrase = read_phrase(words_, first_, cue.first, true);
  if (phrase.none() || phrase.place || phrase.first != first_ || phrase.last != cue.first) return;
  const bool title = words_.report().title.contains(words_.token(first_).span);
  if (!title && (phrase.agency || phrase.entity == kNone)) return;
  const Holder holder = make_holder(phrase, cue.span);
  remember(phrase, holder, false);
  emit(cue, {holder}, cue.last, false, false);
}

// "... -- Name (@handle)": the post before it, as far as its paragraph goes, or the one before.
void AttributionReader::read_post(const Cue& cue) {
  std::uint32_t open = cue.first;
  while (open > 0 && words_.kind(open) != TokenKind::Handle && open < cue.last) ++open;
  while (open > cue.first && words_.kind(open) != TokenKind::Open) --open;
  if (open <= cue.first + 1) return;
  const Holder holder{words_.span(cue.first + 1, open), cue.span, kNone};
  std::uint32_t end = cue.first;
  while (end > 0 && words_.kind(end - 1) == TokenKind::Newline) --end;
  std::uint32_t begin = end;
  while (begin > 0 && words_.kind(begin - 1) != TokenKind::Newline) --begin;
  if (begin >= end) return;
  const Span scope{words_.token(begin).span.begin, words_.token(end - 1).span.end};
  out_.push_back({{holder}, scope, cue.span, Stance::Asserted, false, cue.rule});
}

}  // namespace isnad
