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

// Says on which day, not only in which month or year.
bool says_a_day(const TimeForm& form) {
  using Base = TimeForm::Base;
  return form.base == Base::Weekday || (form.base == Base::Offset && form.unit == 'D') ||
         ((form.base == Base::Written || form.base == Base::DayMonth) && form.day != kUnset);
}

constexpr std::uint32_t kThatReach = 30;       // tokens between a cue of saying and its "that"
constexpr std::uint32_t kRightBehind = 4;      // tokens between a count and its own place
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
  report_place_ = find_report_place(Motion::None);
  held_place_ = find_report_place(Motion::Held);
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
      auto from = std::partition_point(places_.begin(), places_.end(), [&](const ClaimPlace& p) { return p.span.begin < holder.span.begin; });
      for (auto i = from; i != places_.end() && i->span.begin < holder.span.end; ++i) {
        ClaimPlace& place = *i;
        if (!holder.span.contains(place.span)) continue;
        place.of_speaker = !place.located;   // "the police in X": perhaps there; "the governor of X": no
        place.located = false;
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

std::int32_t ClaimContext::find_report_place(Motion motion) const {
  Span first = lead(), all{0, static_cast<std::uint32_t>(report_.text.utf8().size())};
  std::int32_t place = finest_place(first, first, Which::LocatedInCountry, motion);
  if (place == kNone) place = finest_place(first, first, Which::Home, motion);
  if (place == kNone) place = finest_place(first, first, Which::Located, motion);
  if (place == kNone) place = finest_place(all, {0, 0}, Which::LocatedInCountry, motion);
  if (place == kNone) place = finest_place(all, {0, 0}, Which::Located, motion);
  return place;
}

bool ClaimContext::dates_the_saying(std::int32_t time, const Attribution* said) const {
  if (time == kNone) return false;
  if (said == nullptr) return follows_saying(time);
  Span span = report_.times[static_cast<std::size_t>(time)].span;
  return !said->scope.overlaps(span) || follows_saying(time) || before_that(time, *said);
}

// "the minister announced in a speech yesterday that ...": between the cue and its "that" or colon.
bool ClaimContext::before_that(std::int32_t time, const Attribution& said) const {
  Span span = report_.times[static_cast<std::size_t>(time)].span;
  if (span.begin < said.cue.end) return false;
  std::uint32_t i = report_.text.token_at(said.cue.end);
  auto tokens = report_.text.tokens();
  for (std::uint32_t end = i + kThatReach; i < end && i < tokens.size() && tokens[i].span.begin < said.scope.end; ++i) {
    bool opens = tokens[i].kind == TokenKind::Colon || lattice_.find(i, class_id("THAT"), false) != nullptr;
    if (opens) return span.end <= tokens[i].span.begin;
  }
  return false;
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
  while (first > 0 && tokens[first - 1].span.begin >= around.begin && !edge(first - 1) && !begins_another(first)) --first;
  while (last < tokens.size() && tokens[last].span.end <= around.end && !edge(last) && !begins_another(last)) ++last;
  Span out{tokens[first].span.begin, around.end};
  if (last < tokens.size() && tokens[last].span.begin < around.end) out.end = tokens[last].span.begin;
  return out;
}

// "and the attack ...": what follows is of another one.
bool ClaimContext::begins_another(std::uint32_t token) const {
  const Edge* incident = lattice_.find(token, class_id("INCIDENT"), false);
  if (incident == nullptr || incident->from % 8 == 0) return false;
  for (const Edge& edge : lattice_.edges_from(token * 8)) {
    if ((edge.flags & kParticle) != 0 && lattice_.sense(edge, class_id("W")) != nullptr) return true;
  }
  return false;
}

// Whether something of that kind is there, coming from there or going there.
bool ClaimContext::is_there(const ClaimPlace& place, Motion motion) const {
  if (motion == Motion::Away && place.from) return true;
  if (!place.located || (place.struck && motion == Motion::Held)) return false;
  return !place.toward || motion == Motion::Toward;
}

std::int32_t ClaimContext::finest_place(Span stretch, Span near, Which which, Motion motion) const {
  std::int32_t best = kNone;
  auto from = std::partition_point(places_.begin(), places_.end(), [&](const ClaimPlace& p) { return p.span.begin < stretch.begin; });
  for (auto i = static_cast<std::size_t>(from - places_.begin()); i < places_.size() && places_[i].span.begin < stretch.end; ++i) {
    const ClaimPlace& place = places_[i];
    if (!stretch.contains(place.span) || (place.of_speaker && which != Which::Home)) continue;
    bool of_country = place.country == country_ || (place.country.empty() && place.coarse < 25);
    bool any = which == Which::OfCountry || which == Which::Home;
    if (!any && !is_there(place, motion)) continue;
    if (which != Which::Located && !of_country) continue;
    bool elsewhere = place.toward || (place.struck && motion == Motion::Held);
    if (any && (place.name == kNone || elsewhere)) continue;
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

// "in this country", "nationwide"
bool ClaimContext::says_countrywide(Span stretch) const {
  const auto tokens = report_.text.tokens();
  for (std::uint32_t t = report_.text.token_at(stretch.begin); t < tokens.size() && tokens[t].span.begin < stretch.end; ++t) {
    if (lattice_.find(t, class_id("COUNTRYWIDE"), false) != nullptr) return true;
  }
  return false;
}

std::int32_t ClaimContext::place_near(Span span, Span near, Motion motion) const {
  if (motion == Motion::Away) {   // "driven from X": where they were
    std::int32_t left = finest_place(clause(span), near, Which::Located, motion);
    if (left != kNone && places_[static_cast<std::size_t>(left)].from) return left;
  }
  std::int32_t found = finest_place(clause(near), near, Which::Located, motion);
  if (found == kNone) found = finest_place(clause(span), near, Which::Located, motion);
  if (found != kNone) return found;
  found = finest_place(sentence(span), near, Which::Located, motion);
  if (found == kNone) found = finest_place(clause(span), near, Which::OfCountry, motion);
  // A country named somewhere in the sentence says less than the place the report is about in it.
  std::int32_t report = report_place(motion);
  if (found == kNone || report == kNone) return found;
  const ClaimPlace& far = places_[static_cast<std::size_t>(found)];
  const ClaimPlace& home = places_[static_cast<std::size_t>(report)];
  bool coarser = far.coarse >= 40 && home.coarse < far.coarse && !says_countrywide(clause(near));
  return coarser && (far.country.empty() || far.country == home.country) ? report : found;
}

std::int32_t ClaimContext::place_right_behind(Span span) const {
  std::uint32_t token = report_.text.token_at(span.end);
  auto from = std::partition_point(places_.begin(), places_.end(), [&](const ClaimPlace& p) { return p.span.begin < span.end; });
  for (auto i = static_cast<std::size_t>(from - places_.begin()); i < places_.size(); ++i) {
    if (!places_[i].located) continue;
    return report_.text.token_at(places_[i].span.begin) - token <= kRightBehind ? static_cast<std::int32_t>(i) : kNone;
  }
  return kNone;
}

// "since the start of the protests this week": the time is that of the protests.
bool ClaimContext::since_an_incident(std::int32_t time) const {
  std::uint32_t token = report_.text.token_at(report_.times[static_cast<std::size_t>(time)].span.begin);
  for (std::uint32_t back = 1; back <= 2 && back <= token; ++back) {
    if (lattice_.find(token - back, class_id("INCIDENT"), false) != nullptr) return time_follows(time, class_id("SINCE_WORD"));
  }
  return false;
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

std::int32_t ClaimContext::nearest_time(Span stretch, Span near, bool told, const Attribution* within, Motion motion) const {
  std::int32_t best = kNone;
  const std::vector<TimeMention>& times = report_.times;
  auto from = std::partition_point(times.begin(), times.end(), [&](const TimeMention& t) { return t.span.begin < stretch.begin; });
  for (auto i = static_cast<std::size_t>(from - times.begin()); i < times.size() && times[i].span.begin < stretch.end; ++i) {
    const TimeMention& time = times[i];
    if (!says_when(time) || !stretch.contains(time.span)) continue;
    if (within != nullptr && !within->scope.overlaps(time.span)) continue;
    if (within != nullptr && told && before_that(static_cast<std::int32_t>(i), *within)) continue;
    if (motion == Motion::Held && dates_an_incident(static_cast<std::int32_t>(i))) continue;
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
    if (lattice_.find(i, class_id("LOCATIVE"), false) != nullptr) continue;   // "across", also "expressed"
    if (lattice_.find(i, class_id("SAY_VERB"), false) != nullptr || lattice_.find(i, class_id("SAID_VERB"), false) != nullptr) return true;
    bool told = lattice_.find(i, class_id("INCIDENT"), false) != nullptr || lattice_.find(i, class_id("CUE"), false) != nullptr ||
                lattice_.find(i, class_id("RELATIVE"), false) != nullptr;
    if (told) return false;
  }
  return false;
}

std::int32_t ClaimContext::time_near(Span span, const Attribution* said, Motion motion) const {
  std::int32_t found = nearest_time(clause(span), span, true, said, motion);
  if (found == kNone) found = nearest_time(sentence(span), span, true, said, motion);
  return found != kNone ? found : time_near(span);
}

// "those held after the attack on the museum last March": when the attack was.
bool ClaimContext::dates_an_incident(std::int32_t time) const {
  std::uint32_t token = report_.text.token_at(report_.times[static_cast<std::size_t>(time)].span.begin);
  for (std::uint32_t back = 1; back <= 6 && back <= token; ++back) {
    if (report_.text.tokens()[token - back].kind != TokenKind::Word) return false;
    if (lattice_.find(token - back, class_id("INCIDENT"), false) != nullptr) return true;
    if (lattice_.find(token - back, class_id("CUE"), false) != nullptr) return false;
  }
  return false;
}

bool ClaimContext::main_day_told() const {
  return report_.main_time != kNone && says_a_day(report_.times[static_cast<std::size_t>(report_.main_time)].form);
}

std::int32_t ClaimContext::main_time() const {
  std::int32_t time = main_time(false);
  return time != kNone ? time : main_time(true);
}

// By the first word for what happened that has a time in its clause, or in its sentence.
std::int32_t ClaimContext::main_time(bool of_sentence) const {
  auto tokens = report_.text.tokens();
  Span first = lead();
  std::uint32_t end = report_.text.token_at(first.end);
  for (std::uint32_t i = report_.text.token_at(first.begin); i < end && i < tokens.size(); ++i) {
    const Edge* word = lattice_.find(i, class_id("INCIDENT"), false);
    if (word == nullptr) word = lattice_.find(i, class_id("CUE"), false);
    if (word == nullptr) continue;
    const Attribution* said = of_sentence ? attribution(word->span) : nullptr;
    Span around = of_sentence ? sentence(word->span) : clause(word->span);
    if (!of_sentence) around = {word->span.begin, std::max(around.end, word->span.begin)};
    std::int32_t time = nearest_time(around, word->span, of_sentence, said);
    if (time == kNone || follows_saying(time) || (of_sentence && dates_the_saying(time, said))) continue;
    if (gap(report_.times[static_cast<std::size_t>(time)].span, word->span) <= kNearIncident) return time;
  }
  return kNone;
}

}  // namespace isnad
