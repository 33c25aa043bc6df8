// SPDX-License-Identifier: Apache-2.0
#include "read/claim_context.h"

#include <algorithm>
#include <map>

#include "read/attribution.h"

namespace isnad {
namespace {

// How far two stretches stand apart, in bytes; 0 where they meet.
std::uint32_t gap(Span a, Span b) {
  if (a.overlaps(b)) return 0;
  return a.end <= b.begin ? b.begin - a.end : a.begin - b.end;
}

constexpr std::uint32_t kNearIncident = 160;   // bytes between what happened and its time

// A time that says on which day, or since when, something was.
bool says_when(const TimeMention& time) {
  if (time.kind != TimeKind::Date && time.kind != TimeKind::Time) return false;
  return time.form.base != TimeForm::Base::Reference && time.form.base != TimeForm::Base::Duration;
}

}  // namespace

ClaimContext::ClaimContext(const Lattice& lattice, const Report& report,
                           const std::vector<Attribution>& attributions)
    : lattice_(lattice), report_(report), attributions_(attributions) {
  find_country();
  find_located();
  find_report_place();
}

// The country most places of the report lie in; a nisba counts half.
void ClaimContext::find_country() {
  std::map<std::string, int> votes;
  Span first = lead();
  for (const NameMention& name : report_.names) {
    if (name.type != EntityType::Place || name.country.empty()) continue;
    votes[name.country] += (name.adjective ? 1 : 2) * (first.contains(name.span) ? 2 : 1);
  }
  int most = 0;
  for (const auto& [country, count] : votes) {
    if (count > most) {
      most = count;
      country_ = country;
    }
  }
}

// A place inside a holder's name is not where something was.
void ClaimContext::find_located() {
  places_ = find_claim_places(lattice_, report_);
  for (const Attribution& a : attributions_) {
    for (const Holder& holder : a.chain) {
      for (ClaimPlace& place : places_) {
        if (holder.span.contains(place.span)) place.located = false;
      }
    }
  }
}

// Title and the first two sentences of the body.
Span ClaimContext::lead() const {
  auto sentences = report_.text.sentences();
  for (const Part& part : report_.parts) {
    if (part.kind != PartKind::Body) continue;
    std::uint32_t first = report_.text.token_at(part.span.begin);
    if (first >= report_.text.tokens().size()) break;
    std::uint32_t last = std::min<std::uint32_t>(report_.text.tokens()[first].sentence + 1,
                                                 static_cast<std::uint32_t>(sentences.size()) - 1);
    return {report_.title.empty() ? part.span.begin : report_.title.begin, sentences[last].end};
  }
  return {0, 0};
}

void ClaimContext::find_report_place() {
  Span first = lead(), all{0, static_cast<std::uint32_t>(report_.text.utf8().size())};
  std::int32_t at_home = finest_place(first, first, Which::LocatedInCountry);
  if (at_home == kNone) at_home = finest_place(first, first, Which::OfCountry);
  report_place_ = at_home;
  if (report_place_ == kNone) report_place_ = finest_place(first, first, Which::Located);
  if (report_place_ == kNone) report_place_ = finest_place(all, {0, 0}, Which::LocatedInCountry);
  if (report_place_ == kNone) report_place_ = finest_place(all, {0, 0}, Which::Located);
}

bool ClaimContext::dates_the_saying(std::int32_t time, const Attribution* said) const {
  if (time == kNone) return false;
  if (said == nullptr) return follows_saying(time);
  Span span = report_.times[static_cast<std::size_t>(time)].span;
  return !said->scope.overlaps(span) || follows_saying(time);
}

std::int32_t ClaimContext::lead_speech_time() const {
  Span first = lead();
  for (std::size_t i = 0; i < report_.times.size(); ++i) {
    const TimeMention& time = report_.times[i];
    if (!says_when(time) || !first.contains(time.span) || time.span.begin < report_.title.end) continue;
    if (follows_saying(static_cast<std::int32_t>(i))) return static_cast<std::int32_t>(i);
    for (const Attribution& a : attributions_) {
      if (sentence(a.cue) == sentence(time.span) && !a.scope.overlaps(time.span)) return static_cast<std::int32_t>(i);
    }
  }
  return kNone;
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

std::int32_t ClaimContext::finest_place(Span stretch, Span near, Which which) const {
  std::int32_t best = kNone;
  for (std::size_t i = 0; i < places_.size(); ++i) {
    const ClaimPlace& place = places_[i];
    if (!stretch.contains(place.span)) continue;
    bool of_country = place.country == country_ || (place.country.empty() && place.coarse < 22);
    if (which != Which::OfCountry && !place.located) continue;
    if (which != Which::Located && !of_country) continue;
    if (which == Which::OfCountry && place.name == kNone) continue;
    if (best == kNone) {
      best = static_cast<std::int32_t>(i);
      continue;
    }
    const ClaimPlace& other = places_[static_cast<std::size_t>(best)];
    int finer = place.coarse - other.coarse;
    if (finer < 0 || (finer == 0 && gap(place.span, near) < gap(other.span, near))) best = static_cast<std::int32_t>(i);
  }
  return best;
}

std::int32_t ClaimContext::place_near(Span span) const {
  std::int32_t found = finest_place(clause(span), span, Which::Located);
  if (found != kNone) return found;
  found = finest_place(sentence(span), span, Which::Located);
  if (found == kNone) found = finest_place(clause(span), span, Which::OfCountry);
  // A country named somewhere in the sentence says less than the place the report is about in it.
  if (found == kNone || report_place_ == kNone) return found;
  const ClaimPlace& far = places_[static_cast<std::size_t>(found)];
  const ClaimPlace& home = places_[static_cast<std::size_t>(report_place_)];
  bool coarser = far.coarse >= 40 && home.coarse < far.coarse;
  return coarser && (far.country.empty() || far.country == home.country) ? report_place_ : found;
}

bool ClaimContext::time_follows(std::int32_t time, ClassId cls) const {
  std::uint32_t token = report_.text.token_at(report_.times[static_cast<std::size_t>(time)].span.begin);
  for (std::uint32_t back = 0; back <= 5 && back <= token; ++back) {
    if (report_.text.tokens()[token - back].kind != TokenKind::Word &&
        report_.text.tokens()[token - back].kind != TokenKind::Number) {
      return false;
    }
    if (lattice_.find(token - back, cls, false) != nullptr) return true;
  }
  return false;
}

std::int32_t ClaimContext::nearest_time(Span stretch, Span near, bool told, const Attribution* within) const {
  std::int32_t best = kNone;
  for (std::size_t i = 0; i < report_.times.size(); ++i) {
    const TimeMention& time = report_.times[i];
    if (!says_when(time) || !stretch.contains(time.span)) continue;
    if (within != nullptr && !within->scope.overlaps(time.span)) continue;
    if (told && follows_saying(static_cast<std::int32_t>(i))) continue;
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

// "said yesterday", "reports told, on Tuesday, that": a reporting verb stands shortly before it.
bool ClaimContext::follows_saying(std::int32_t time) const {
  auto tokens = report_.text.tokens();
  std::uint32_t token = report_.text.token_at(report_.times[static_cast<std::size_t>(time)].span.begin);
  for (std::uint32_t back = 1; back <= 6 && back <= token; ++back) {
    std::uint32_t i = token - back;
    bool mark = tokens[i].kind == TokenKind::Comma || tokens[i].kind == TokenKind::Dash;
    if (tokens[i].kind != TokenKind::Word && !mark) return false;
    if (lattice_.find(i, class_id("SAY_VERB"), false) != nullptr || lattice_.find(i, class_id("SAID_VERB"), false) != nullptr) return true;
    bool told = lattice_.find(i, class_id("INCIDENT"), false) != nullptr || lattice_.find(i, class_id("CUE"), false) != nullptr ||
                lattice_.find(i, class_id("RELATIVE"), false) != nullptr;
    if (told) return false;
  }
  return false;
}

std::int32_t ClaimContext::time_near(Span span, const Attribution* said) const {
  std::int32_t found = nearest_time(clause(span), span, true, said);
  if (found == kNone) found = nearest_time(sentence(span), span, true, said);
  return found != kNone ? found : time_near(span);
}

std::int32_t ClaimContext::main_time() const {
  auto tokens = report_.text.tokens();
  Span first = lead();
  std::uint32_t end = report_.text.token_at(first.end);
  for (std::uint32_t i = report_.text.token_at(first.begin); i < end && i < tokens.size(); ++i) {
    const Edge* word = lattice_.find(i, class_id("INCIDENT"), false);
    if (word == nullptr) word = lattice_.find(i, class_id("CUE"), false);
    if (word == nullptr) continue;
    Span around = clause(word->span);
    std::int32_t time = nearest_time({word->span.begin, std::max(around.end, word->span.begin)}, word->span);
    if (time == kNone || follows_saying(time)) continue;
    if (gap(report_.times[static_cast<std::size_t>(time)].span, word->span) <= kNearIncident) return time;
  }
  return kNone;
}

}  // namespace isnad
