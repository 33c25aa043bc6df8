// SPDX-License-Identifier: Apache-2.0
#include "read/claim_context.h"

#include <algorithm>

#include "read/attribution.h"

namespace isnad {
namespace {

// How far two stretches stand apart, in bytes; 0 where they meet.
std::uint32_t gap(Span a, Span b) {
  if (a.overlaps(b)) return 0;
  return a.end <= b.begin ? b.begin - a.end : a.begin - b.end;
}

// 1 site is finer than 4 country; 0 (unknown) between town and province.
int coarseness(const NameMention& name) { return name.grain == 0 ? 25 : name.grain * 10; }

// A time that says on which day, or since when, something was.
bool says_when(const TimeMention& time) {
  if (time.kind != TimeKind::Date && time.kind != TimeKind::Time) return false;
  return time.form.base != TimeForm::Base::Reference && time.form.base != TimeForm::Base::Duration;
}

}  // namespace

ClaimContext::ClaimContext(const Report& report, const std::vector<Attribution>& attributions)
    : report_(report), attributions_(attributions) {
  // The lead: title, datelines and the first sentences of the body.
  Span lead{0, 0};
  for (const Part& part : report.parts) {
    if (part.kind != PartKind::Body) continue;
    std::uint32_t first = report.text.token_at(part.span.begin);
    if (first >= report.text.tokens().size()) break;
    std::uint32_t index = report.text.tokens()[first].sentence;
    auto sentences = report.text.sentences();
    std::uint32_t last = std::min<std::uint32_t>(index + 1, static_cast<std::uint32_t>(sentences.size()) - 1);
    lead = {report.title.empty() ? part.span.begin : report.title.begin, sentences[last].end};
    break;
  }
  report_place_ = finest_place(lead, lead);
  if (report_place_ == kNone && !report.parts.empty()) {
    Span all{0, static_cast<std::uint32_t>(report.text.utf8().size())};
    report_place_ = finest_place(all, {0, 0});
  }
}

const Attribution* ClaimContext::attribution(Span span) const {
  return governing_attribution(attributions_, span);
}

Span ClaimContext::sentence(Span span) const {
  auto tokens = report_.text.tokens();
  std::uint32_t i = report_.text.token_at(span.begin);
  if (i >= tokens.size()) return span;
  return report_.text.sentences()[tokens[i].sentence];
}

Span ClaimContext::clause(Span span) const {
  auto tokens = report_.text.tokens();
  Span around = sentence(span);
  std::uint32_t first = report_.text.token_at(span.begin);
  std::uint32_t last = report_.text.token_at(span.end);
  auto edge = [&](std::uint32_t i) {
    return tokens[i].kind == TokenKind::Comma || tokens[i].kind == TokenKind::Semicolon;
  };
  while (first > 0 && tokens[first - 1].span.begin >= around.begin && !edge(first - 1)) --first;
  while (last < tokens.size() && tokens[last].span.end <= around.end && !edge(last)) ++last;
  Span out{tokens[first].span.begin, around.end};
  if (last < tokens.size() && tokens[last].span.begin < around.end) out.end = tokens[last].span.begin;
  return out;
}

std::int32_t ClaimContext::finest_place(Span stretch, Span near) const {
  std::int32_t best = kNone;
  for (std::size_t i = 0; i < report_.names.size(); ++i) {
    const NameMention& name = report_.names[i];
    if (name.type != EntityType::Place || name.adjective || !stretch.contains(name.span)) continue;
    if (best == kNone) {
      best = static_cast<std::int32_t>(i);
      continue;
    }
    const NameMention& other = report_.names[static_cast<std::size_t>(best)];
    int finer = coarseness(name) - coarseness(other);
    if (finer < 0 || (finer == 0 && gap(name.span, near) < gap(other.span, near))) best = static_cast<std::int32_t>(i);
  }
  return best;
}

std::int32_t ClaimContext::place_near(Span span) const {
  std::int32_t found = finest_place(clause(span), span);
  return found != kNone ? found : finest_place(sentence(span), span);
}

std::int32_t ClaimContext::nearest_time(Span stretch, Span near) const {
  std::int32_t best = kNone;
  for (std::size_t i = 0; i < report_.times.size(); ++i) {
    const TimeMention& time = report_.times[i];
    if (!says_when(time) || !stretch.contains(time.span)) continue;
    if (best == kNone || gap(time.span, near) < gap(report_.times[static_cast<std::size_t>(best)].span, near)) {
      best = static_cast<std::int32_t>(i);
    }
  }
  return best;
}

std::int32_t ClaimContext::time_near(Span span) const {
  std::int32_t found = nearest_time(clause(span), span);
  return found != kNone ? found : nearest_time(sentence(span), span);
}

}  // namespace isnad
