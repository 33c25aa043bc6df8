// SPDX-License-Identifier: Apache-2.0
#include "read/events_status.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr std::uint32_t kReach = 8;      // words back that something may govern an event from
constexpr std::uint32_t kGovern = 14;    // the same for words of purpose (far=1): "seeks to ..."
constexpr std::uint32_t kNear = 2;       // for a plain negation
constexpr std::uint32_t kNeedAhead = 7, kNeedBack = 4;
constexpr std::uint32_t kSayReach = 6;
constexpr std::uint32_t kPlayLeast = 3, kPlayShare = 60;   // words of play in a report, and one in so many

constexpr ClassId kNot = class_id("EVENT_NOT"), kDeny = class_id("EVENT_DENY"), kWill = class_id("EVENT_WILL");
constexpr ClassId kMay = class_id("EVENT_MAY"), kFear = class_id("EVENT_FEAR"), kWas = class_id("EVENT_WAS");
constexpr ClassId kPerhaps = class_id("EVENT_PERHAPS"), kPast = class_id("EVENT_PAST");
constexpr ClassId kHappen = class_id("EVENT_HAPPEN"), kDo = class_id("EVENT_DO"), kDoes = class_id("EVENT_DOES");
constexpr ClassId kLead = class_id("EVENT_LEAD"), kIn = class_id("EVENT_IN"), kObject = class_id("EVENT_OBJECT");
constexpr ClassId kVerb = class_id("EVENT_VERB"), kAct = class_id("EVENT_ACT"), kPlay = class_id("EVENT_PLAY");
constexpr ClassId kSay = class_id("SAY_VERB"), kThat = class_id("THAT"), kAnd = class_id("W");

bool is_verb(const EventWords& words, std::uint32_t i) {
  return words.has(i, kVerb) || words.has(i, kSay) || words.has(i, kHappen) || words.has(i, kDo);
}

bool asks(const EventWords& words, const EventWord& event) {
  const std::uint32_t last = words.sentence_last(event.word);
  for (std::uint32_t i = last; i > event.word && i + 3 > last; --i) {
    if (words.token(i - 1).kind != TokenKind::Stop) continue;
    const std::string_view mark = words.report().text.slice(words.token(i - 1).span);
    if (mark.find('?') != std::string_view::npos || mark.find("\xd8\x9f") != std::string_view::npos) return true;
  }
  return false;
}

// Words with near=1 govern only what stands right behind them.
bool governs(const EventWords& words, std::uint32_t i, ClassId cls, std::uint32_t back) {
  const Edge* edge = words.lattice().find(i, cls, false);
  if (edge == nullptr) return false;
  return back <= kNear || words.lattice().sense(*edge, cls)->attribute("near").empty();
}

// Looks at one word that stands before the event in its clause.
void look_at(const EventWords& words, const EventWord& event, std::uint32_t i, EventStatus& out) {
  const std::uint32_t back = event.first - i;
  if (back > kReach) {
    if (words.with(i, kMay, "far", "1") != nullptr) out.hypothetical = true;
    return;
  }
  if (words.has(i, kNot) && back <= kNear) out.stance = Stance::Negated;
  if (words.has(i, kDeny)) out.stance = Stance::Denied;
  if (governs(words, i, kFear, back)) out.stance = Stance::Feared;
  if (governs(words, i, kMay, back)) out.hypothetical = true;
  if (words.has(i, kWill)) out.future = true;
  const bool present = (event.sense != nullptr && event.sense->attribute("tense") == "present") ||
                       words.with(event.first, kDo, "tense", "present") != nullptr || words.with(event.first, kHappen, "tense", "present") != nullptr;
  if (words.has(i, kPerhaps) && back <= 1 && present) out.hypothetical = true;
}

// "had been", "had before": a verb of being before a past verb, or with a word for "already".
void look_for_past(const EventWords& words, const EventWord& event, std::uint32_t from, EventStatus& out) {
  if (event.sense == nullptr && event.verb == kNone) return;
  bool already = event.cls == kVerb && event.sense->attribute("tense") != "present";
  for (std::uint32_t i = event.first; i > from;) {
    --i;
    already = already || words.has(i, kPerhaps);
    if (words.has(i, kWas) && already) out.historical = true;
  }
  for (std::uint32_t i = event.word + 1; i < words.size() && i <= event.word + 2; ++i) {
    if (words.ends_clause(i)) break;
    if (words.has(i, kPast)) out.historical = true;
  }
}

bool led_by(const EventWords& words, const EventWord& event, ClassId particle) {
  return event.led && words.joined(event.first, particle);
}

// How far back words of the clause may govern it.
std::uint32_t governed_from(const EventWords& words, const EventWord& event) {
  const std::uint32_t first = words.sentence_first(event.first);
  std::uint32_t from = event.first;
  if (event.cls == kVerb && led_by(words, event, kAnd)) return from;
  while (from > first && event.first - from < kGovern) {
    if (words.ends_clause(from - 1)) break;
    --from;
    if (words.joined(from, kAnd) && is_verb(words, from)) break;
  }
  return from;
}

}  // namespace

EventStatus event_status(const EventWords& words, const EventWord& event) {
  EventStatus out;
  const std::uint32_t from = governed_from(words, event);
  for (std::uint32_t i = from; i < event.first; ++i) look_at(words, event, i, out);
  for (std::uint32_t i = event.first + 1; event.sense != nullptr && i < event.word; ++i) {
    if (words.has(i, kNot)) out.stance = Stance::Negated;
    if (words.has(i, kMay)) out.hypothetical = true;
  }
  if (led_by(words, event, class_id("S"))) out.future = true;
  look_for_past(words, event, from, out);
  // "a rejection of the deal may lead to": not rejected yet.
  for (std::uint32_t i = event.last; event.cls == kAct && i < words.size() && i < event.last + kNear && !words.ends_clause(i); ++i) {
    if (words.has(i, kPerhaps)) out.hypothetical = true;
  }
  if (asks(words, event)) {
    out.hypothetical = true;
    out.future = false;
  }
  return out;
}

namespace {

bool meets(const EventWords& words, std::uint32_t i, std::string_view need) {
  if (words.with(i, kObject, "need", need) != nullptr) return true;
  const std::int32_t name = words.name_at(i);
  if (name == kNone) return false;
  const NameMention& mention = words.report().names[static_cast<std::size_t>(name)];
  if (mention.adjective) return false;
  if (need == "place" || need == "land") return mention.type == EntityType::Place;
  if (need == "people") return mention.type == EntityType::Person;
  if (need == "official") return mention.type == EntityType::Person && !mention.title.empty();
  return (need == "power" || need == "public") && (mention.type == EntityType::Organisation || mention.grain == 4);
}

// An object that makes of it another thing: "stormed the rankings", "snatched minds".
bool has_other_object(const EventWords& words, const EventWord& event, std::uint32_t end) {
  std::string_view list = event.sense == nullptr ? std::string_view{} : event.sense->attribute("not");
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    for (std::uint32_t i = event.last; i < end && !words.ends_clause(i); ++i) {
      if (words.with(i, kObject, "need", list.substr(0, comma)) != nullptr) return true;
    }
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return false;
}

bool need_met(const EventWords& words, const EventWord& event) {
  const std::uint32_t end = std::min(words.sentence_last(event.word), event.last + kNeedAhead);
  const std::uint32_t near = event.sense != nullptr && event.sense->attribute("need").empty() ? event.last + kNear : end;
  if (has_other_object(words, event, std::min(end, near))) return false;
  const std::string_view need = event.sense == nullptr ? std::string_view{} : event.sense->attribute("need");
  if (need.empty()) return true;
  for (std::uint32_t i = event.last; i < end && words.token(i).kind != TokenKind::Comma; ++i) {
    if (meets(words, i, need)) return true;
  }
  const std::uint32_t first = words.sentence_first(event.word);
  for (std::uint32_t back = 1; back <= kNeedBack && event.first >= first + back; ++back) {
    const std::uint32_t i = event.first - back;
    if (words.ends_clause(i)) break;
    if (meets(words, i, need)) return true;
  }
  return false;
}

bool found_back(const EventWords& words, std::uint32_t at, std::uint32_t reach, auto&& fits) {
  const std::uint32_t first = words.sentence_first(at);
  for (std::uint32_t back = 1; back <= reach && at >= first + back; ++back) {
    if (words.ends_clause(at - back)) return false;
    if (fits(at - back)) return true;
  }
  return false;
}

// "announced the arrest of", "after the arrest of", a headline; not "seeks the arrest of".
bool verbal_noun_told(const EventWords& words, const EventWord& event) {
  const std::uint32_t i = event.first;
  if (i == words.sentence_first(i) || words.ends_clause(i - 1)) return !led_by(words, event, class_id("L"));
  auto does = [&](std::uint32_t at) { return words.has(at, kDoes) || words.has(at, kHappen) || words.has(at, kDo); };
  if (led_by(words, event, class_id("L"))) return false;
  if (led_by(words, event, class_id("B"))) return found_back(words, i, 4, does);
  const bool cue = led_by(words, event, kAnd) && found_back(words, i, kReach, [&](std::uint32_t at) { return words.has(at, class_id("CUE")) || words.has(at, kAct); });
  if (cue) return true;
  if (words.starts(i - 1, kIn) || words.has(i - 1, kLead) || words.has(i - 1, kHappen)) return true;
  if (words.has(i - 1, kAct)) return false;
  bool that = false;
  return found_back(words, i, kSayReach, [&](std::uint32_t at) {
    that = that || words.has(at, kThat) || words.has(at, class_id("FUNC"));
    if (does(at)) return true;
    if (governs(words, at, kMay, i - at) || governs(words, at, kFear, i - at) || words.has(at, kWill) || words.has(at, kDeny)) return true;
    return !that && words.has(at, kSay);
  });
}

bool complemented(const EventWords& words, const EventWord& event) {
  if (event.last >= words.size()) return false;
  const std::uint32_t i = event.last;
  if (event.last > event.word + 1) return true;   // its preposition is part of the entry
  if (words.token(i).kind == TokenKind::Number) return true;
  return words.word(i) && !words.has(i, class_id("FUNC")) && !words.has(i, class_id("LOCATIVE")) && !words.in_time(i);
}

bool of_play(const EventWords& words, const EventWord& event) {
  const std::uint32_t last = words.sentence_last(event.word);
  for (std::uint32_t i = words.sentence_first(event.word); i < last; ++i) {
    if (words.has(i, kPlay)) return true;
  }
  return false;
}

}  // namespace

bool tells_of_play(const EventWords& words) {
  std::uint32_t play = 0;
  for (std::uint32_t i = 0; i < words.size(); ++i) play += words.has(i, kPlay) ? 1 : 0;
  return play >= kPlayLeast && play * kPlayShare >= words.size();
}

namespace {

// "an end to", "the fight against": what follows is only named.
bool stopped(const EventWords& words, const EventWord& event) {
  constexpr ClassId kStop = class_id("EVENT_STOP");
  for (std::uint32_t back = 2; back <= 3 && led_by(words, event, class_id("L")) && back <= event.first; ++back) {
    if (words.has(event.first - back, kStop)) return true;   // "a lasting end to"
  }
  return (event.word > 0 && words.has(event.word - 1, kStop)) || (event.first > 0 && words.has(event.first - 1, kStop)) ||
         (event.first > 1 && words.has(event.first - 2, kStop) && words.token(event.first).script == Script::Latin);
}

// "140 students", written like a verb of two; "the scheme 'Support'"; "their families", like "captured them".
bool no_verb(const EventWords& words, const EventWord& event) {
  const std::string_view text = words.report().text.slice(words.token(event.first).span);
  const bool counted = event.first > 0 && words.in_number(event.first - 1) && !words.in_time(event.first - 1) && !event.led;
  if (counted && (words.shape().is_object(text) || event.sense->attribute("g") == "m")) return true;
  const bool alone = event.first > 0 && event.last == event.first + 1 && event.last < words.size() &&
                     words.token(event.first - 1).kind == TokenKind::QuoteOpen && words.token(event.last).kind == TokenKind::QuoteClose;
  if (alone) return true;
  return !event.sense->attribute("alone").empty() && event.end < words.token(event.last - 1).span.end;
}

bool arabic(const EventWords& words, const EventWord& event) {
  return words.token(event.word).script != Script::Latin;
}

// A verb has no "my" behind it: what looks so is a name.
bool of_me(const EventWords& words, const EventWord& event) {
  const std::string_view rest = words.report().text.slice({event.end, words.token(event.last - 1).span.end});
  return words.shape().is_my(rest);
}

// "the thing that threatens", "parties that call for": what somebody is like; "asks God": no demand.
bool describes(const EventWords& words, const EventWord& event) {
  const std::string_view type = event.sense->attribute("type");
  if (event.sense->attribute("verbal").empty() && type != "SUPPORT" && type != "ACCUSE") return false;
  const bool of_kind = event.first > 0 && (words.has(event.first - 1, class_id("RELATIVE")) || words.has(event.first - 1, class_id("EVENT_STOP")));
  if (of_kind && event.sense->attribute("tense") == "present") return true;
  const std::uint32_t end = std::min(words.sentence_last(event.word), event.last + kReach);
  for (std::uint32_t i = event.last; i < end; ++i) {
    if (words.has(i, class_id("EVENT_PRAYED"))) return true;
  }
  return false;
}

// "the lifting of sanctions": a form that is a verbal noun as well, with its object right behind it.
bool verb_as_noun(const EventWords& words, const EventWord& event) {
  if (event.sense != nullptr || event.verb == kNone || event.word != event.verb_end) return false;
  return words.has(static_cast<std::uint32_t>(event.verb), class_id("EVENT_MASDAR"));
}

}  // namespace

bool is_told(const EventWords& words, const EventWord& event) {
  if (words.has(event.word, class_id("EVENT_NAMED"))) return false;
  if (event.bare && verb_as_noun(words, event)) return verbal_noun_told(words, event);
  if (event.cls == kVerb && event.sense != nullptr && (describes(words, event) || no_verb(words, event))) return false;
  if (!need_met(words, event)) return false;
  if (event.sense != nullptr && of_play(words, event)) return false;
  if (event.sense != nullptr && event.cls != kVerb && stopped(words, event)) return false;
  const bool particle = led_by(words, event, class_id("B")) || led_by(words, event, class_id("L")) || led_by(words, event, class_id("K"));
  if (event.cls != 0 && of_me(words, event)) return false;
  const bool past = event.sense == nullptr || event.sense->attribute("tense") != "present";
  if (event.cls == kVerb && past && led_by(words, event, class_id("S"))) return false;
  if (event.cls == kVerb && (words.in_time(event.word) || (event.first > 0 && words.starts(event.first - 1, kIn) && arabic(words, event)))) return false;
  if (event.cls == kVerb) return !particle;
  if (event.cls != kAct) {
    const bool only_noun = event.verb != kNone && words.with(event.first, kDo, "masdar", "1") != nullptr &&
                           words.with(event.first, kDo, "masdar", "") == nullptr;
    if (only_noun && event.word > event.verb_end + 1) return false;   // "the Organisation of ..."
    const bool noun = event.word == event.verb_end && words.with(event.first, kDo, "masdar", "1") != nullptr;
    return !noun || verbal_noun_told(words, event);
  }
  if (event.first > 0 && words.has(event.first - 1, kMay) && !event.led) return true;   // "an attempt at murder"
  return complemented(words, event) && verbal_noun_told(words, event);
}

}  // namespace isnad
