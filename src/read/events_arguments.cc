// SPDX-License-Identifier: Apache-2.0
#include "read/events_arguments.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr std::uint32_t kLongest = 7;    // words of a phrase
constexpr std::uint32_t kAgentReach = 9; // words ahead that an agent ("by") is looked for

constexpr ClassId kObject = class_id("EVENT_OBJECT"), kPeople = class_id("PEOPLE"), kForce = class_id("FORCE");
constexpr ClassId kAgainst = class_id("EVENT_AGAINST"), kBy = class_id("EVENT_BY"), kAnd = class_id("W");

bool functional(const EventWords& words, std::uint32_t i) {
  static constexpr ClassId kClasses[] = {class_id("FUNC"), class_id("LOCATIVE"), class_id("EVENT_IN"), class_id("EVENT_AT"),
                                         class_id("RELATIVE"), class_id("EVENT_NOT"), class_id("THAT"), class_id("EVENT_PERHAPS"),
                                         class_id("EVENT_WAS"), class_id("EVENT_HAPPEN"), class_id("EVENT_DOES")};
  return std::any_of(std::begin(kClasses), std::end(kClasses), [&](ClassId c) { return words.starts(i, c); });
}

bool joined_to(const EventWords& words, std::uint32_t i) {
  return words.joined(i, class_id("B")) || words.joined(i, class_id("L")) || words.joined(i, class_id("K"));
}

bool person_word(const EventWords& words, std::uint32_t i) {
  return words.has(i, kObject) || words.has(i, kPeople) || words.has(i, kForce) || words.has(i, class_id("OFFICE"));
}

bool like_nisba(const EventWords& words, std::uint32_t i) {
  if (words.has(i, class_id("NISBA")) || words.has(i, class_id("EVENT_ADJ"))) return true;
  const std::int32_t name = words.name_at(i);
  if (name != kNone && words.report().names[static_cast<std::size_t>(name)].adjective) return true;
  const std::string_view key = words.report().text.key(words.token(i));
  const WordShape& shape = words.shape();
  return shape.is_relation(key) || (shape.is_relation_plural(key) && !person_word(words, i));
}

bool can_stand(const EventWords& words, std::uint32_t i, bool first) {
  const TokenKind kind = words.token(i).kind;
  if (kind != TokenKind::Word && kind != TokenKind::Number) return false;
  if (functional(words, i)) return false;
  if (words.name_at(i) != kNone) return first || !words.joined(i, kAnd);
  if (words.in_time(i) || joined_to(words, i)) return false;
  return first || !words.joined(i, kAnd);
}

// Whether the word at `i` goes on with the phrase that began at `first` and stands so far.
bool goes_on(const EventWords& words, const EventPhrase& so_far, std::uint32_t head, std::uint32_t i) {
  const Token& token = words.token(i);
  const std::int32_t name = words.name_at(i);
  if (name != kNone && name == words.name_at(i - 1)) return true;
  if (token.script == Script::Latin) return false;
  const bool person = name != kNone && words.report().names[static_cast<std::size_t>(name)].type == EntityType::Person;
  if (name != kNone && !words.report().names[static_cast<std::size_t>(name)].adjective) {
    return person ? person_word(words, i - 1) || words.article(i - 1) || like_nisba(words, i - 1) : !so_far.definite;
  }
  if (words.article(i)) {
    if (!so_far.definite) return true;
    return like_nisba(words, i) && !words.starts(i, kPeople);
  }
  if (so_far.definite) return false;
  if (words.with(i, class_id("EVENT_VERB"), "args", "t") != nullptr) return false;
  return words.has(head, class_id("OFFICE")) || words.has(head, kForce) || words.has(head, class_id("SITE_HEAD")) ||
         words.has(head, class_id("ORG_HEAD")) || (like_nisba(words, i) && !person_word(words, i));
}

// English: "the interior ministry", "three suspects", "dock workers": up to a verb or a small word.
bool english_goes_on(const EventWords& words, std::uint32_t i) {
  if (!words.word(i) || words.in_time(i) || functional(words, i)) return false;
  const std::int32_t name = words.name_at(i);
  if (name != kNone && i > 0 && name == words.name_at(i - 1)) return true;
  return !words.has(i, class_id("EVENT_VERB")) && !words.has(i, class_id("EVENT_AUX")) && !words.has(i, class_id("SAID_VERB"));
}

Span phrase_span(const EventWords& words, const EventPhrase& phrase) {
  Span span{words.token(phrase.first).span.begin, words.token(phrase.last - 1).span.end};
  if (words.joined(phrase.first, kAnd) || joined_to(words, phrase.first)) {
    const std::int32_t name = words.name_at(phrase.first);
    if (name != kNone) span.begin = words.report().names[static_cast<std::size_t>(name)].span.begin;
  }
  return span;
}

void find_entity(const EventWords& words, EventPhrase& phrase) {
  for (std::uint32_t i = phrase.first; i < phrase.last; ++i) {
    const std::int32_t name = words.name_at(i);
    if (name == kNone) continue;
    const NameMention& mention = words.report().names[static_cast<std::size_t>(name)];
    if (mention.adjective) continue;
    if (i == phrase.first || mention.type == EntityType::Person) phrase.entity = mention.entity;
    if (mention.type == EntityType::Person) return;
  }
}

EventPhrase arabic_phrase(const EventWords& words, std::uint32_t from, std::uint32_t limit) {
  EventPhrase out{from, from, kNone, words.in_number(from), words.article(from)};
  std::uint32_t i = from;
  while (i < limit && words.in_number(i) && i - from < kLongest) ++i;
  if (i >= limit) i = from;
  const std::uint32_t head = i;
  if (head > from && !can_stand(words, head, false)) {
    out.last = head;
    return out;
  }
  out.definite = words.article(head) || (words.name_at(head) != kNone);
  out.last = head + 1;
  while (out.last < limit && out.last - from < kLongest && can_stand(words, out.last, false) && goes_on(words, out, head, out.last)) {
    out.definite = out.definite || words.article(out.last) || words.name_at(out.last) != kNone;
    ++out.last;
  }
  return out;
}

EventPhrase english_phrase(const EventWords& words, std::uint32_t from, std::uint32_t limit) {
  EventPhrase out{from, from, kNone, words.in_number(from), true};
  while (from < limit && words.has(from, class_id("EVENT_THE"))) ++from;
  out.first = out.last = from;
  if (from >= limit || !english_goes_on(words, from)) {
    if (from >= limit || words.token(from).kind != TokenKind::Number) return out;
  }
  out.last = from + 1;
  while (out.last < limit && out.last - from < kLongest && english_goes_on(words, out.last)) ++out.last;
  return out;
}

void set_actor(const EventWords& words, const EventPhrase& phrase, Event& out) {
  if (phrase.none()) return;
  out.actor = phrase.entity;
  out.actor_span = phrase_span(words, phrase);
}

void set_recipient(const EventWords& words, const EventPhrase& phrase, Event& out) {
  if (phrase.none()) return;
  out.recipient = phrase.entity;
  out.recipient_span = phrase_span(words, phrase);
}

// A phrase that ends right before token `end`: the longest that reads so.
EventPhrase phrase_before(const EventWords& words, std::uint32_t end) {
  const std::uint32_t first = words.sentence_first(end);
  EventPhrase best;
  for (std::uint32_t k = 1; k <= kLongest && end >= first + k; ++k) {
    const std::uint32_t from = end - k;
    if (words.ends_clause(from)) break;
    EventPhrase phrase = read_event_phrase(words, from, end);
    if (!phrase.none() && phrase.last == end && words.token(from).span.begin <= words.token(phrase.first).span.begin) best = phrase;
    if (functional(words, from)) break;
  }
  return best;
}

EventPhrase after_word(const EventWords& words, std::uint32_t from, std::uint32_t reach, ClassId cls, std::uint32_t limit) {
  for (std::uint32_t i = from; i < limit && i < from + reach && !words.ends_clause(i); ++i) {
    if (words.starts(i, cls)) return read_event_phrase(words, words.past(i, cls), limit);
  }
  return {};
}

bool subject_before(const EventWords& words, const EventWord& event, const EventPhrase& before) {
  if (before.none() || event.led) return false;
  if (before.first == words.sentence_first(event.first)) return true;
  const std::uint32_t ahead = before.first - 1;
  if (words.has(ahead, class_id("SAY_VERB")) || words.has(ahead, class_id("EVENT_VERB"))) return false;
  return words.ends_clause(ahead) || words.has(ahead, class_id("THAT")) || words.starts(ahead, class_id("FUNC")) ||
         words.has(ahead, class_id("EVENT_WAS")) || words.joined(before.first, kAnd);
}

// "that struck the mosque": whoever did it stands before the relative; some verbs are said of deeds, not doers.
bool lone_object(const EventWords& words, const EventWord& event) {
  if (event.sense->attribute("lone") == "o") return true;
  return event.first > 0 && words.has(event.first - 1, class_id("RELATIVE"));
}

void arabic_arguments(const EventWords& words, const EventWord& event, std::string_view args, Event& out) {
  const std::uint32_t limit = words.sentence_last(event.word);
  EventPhrase next = read_event_phrase(words, event.last, limit);
  if (event.cls == class_id("EVENT_ACT")) {
    if (args == "i") set_actor(words, next, out);
    else set_recipient(words, next, out);
    if (args == "t") set_actor(words, after_word(words, event.last, kAgentReach, kBy, limit), out);
    return;
  }
  if (args == "o") return set_recipient(words, next, out);
  EventPhrase before = event.first > 0 ? phrase_before(words, event.first) : EventPhrase{};
  const bool svo = subject_before(words, event, before);
  EventPhrase actor = svo ? before : next;
  EventPhrase target = svo ? next : next.none() ? EventPhrase{} : read_event_phrase(words, next.last, limit);
  if (target.none() && args != "i") target = after_word(words, event.last, kAgentReach, kAgainst, limit);
  const bool of_people = event.sense->attribute("need") == "people";
  const bool passive = !svo && args == "t" && !actor.none() && (target.none() || (of_people && target.first > actor.last)) &&
                       (actor.counted || !actor.definite || of_people || lone_object(words, event));
  if (passive) target = {};
  if (passive) std::swap(actor, target);
  set_actor(words, actor, out);
  if (args != "i") set_recipient(words, target, out);
}

void english_arguments(const EventWords& words, const EventWord& event, std::string_view args, Event& out) {
  const std::uint32_t limit = words.sentence_last(event.word);
  std::uint32_t end = event.first;
  bool passive = args == "o";
  while (end > 0 && (words.has(end - 1, class_id("EVENT_AUX")) || words.has(end - 1, class_id("EVENT_NOT")))) {
    --end;
    passive = passive || words.with(end, class_id("EVENT_AUX"), "be", "1") != nullptr;
  }
  EventPhrase before = end > 0 ? phrase_before(words, end) : EventPhrase{};
  EventPhrase next = read_event_phrase(words, event.last, limit);
  if (passive && args == "t") {
    set_recipient(words, before, out);
    return set_actor(words, after_word(words, event.last, kAgentReach, kBy, limit), out);
  }
  set_actor(words, before, out);
  if (args == "t") set_recipient(words, next.none() ? after_word(words, event.last, kAgentReach, kAgainst, limit) : next, out);
}

// "the air force carried out raids on": the verb beside the noun has the subject.
void light_arguments(const EventWords& words, const EventWord& event, Event& out) {
  const std::uint32_t verb = static_cast<std::uint32_t>(event.verb);
  const bool latin = words.token(verb).script == Script::Latin;
  std::uint32_t end = verb;
  while (latin && end > 0 && words.has(end - 1, class_id("EVENT_AUX"))) --end;
  EventPhrase before = end > 0 ? phrase_before(words, end) : EventPhrase{};
  EventPhrase subject = latin ? EventPhrase{} : read_event_phrase(words, event.verb_end, event.word);
  if (latin || (subject.none() && !event.led) || subject_before(words, event, before)) subject = before;
  if (event.suffers) return set_recipient(words, subject, out);
  set_actor(words, subject, out);
  set_recipient(words, after_word(words, event.last, kAgentReach, kAgainst, words.sentence_last(event.word)), out);
}

}  // namespace

EventPhrase read_event_phrase(const EventWords& words, std::uint32_t from, std::uint32_t limit) {
  if (from >= limit || from >= words.size()) return {};
  EventPhrase out;
  if (words.token(from).script == Script::Latin) {
    out = english_phrase(words, from, limit);
  } else if (can_stand(words, from, true)) {
    out = arabic_phrase(words, from, limit);
  }
  find_entity(words, out);
  return out;
}

void set_event_actor(const EventWords& words, std::uint32_t from, Event& out) {
  set_actor(words, read_event_phrase(words, from, words.sentence_last(from)), out);
}

void set_event_recipient(const EventWords& words, std::uint32_t from, Event& out) {
  if (from >= words.size()) return;
  set_recipient(words, read_event_phrase(words, from, words.sentence_last(from)), out);
}

void find_event_arguments(const EventWords& words, const EventWord& event, Event& out) {
  if (event.verb != kNone) return light_arguments(words, event, out);
  if (event.cls == class_id("EVENT_NOUN") || event.sense == nullptr) return;
  const std::string_view args = event.sense->attribute("args");
  if (args == "n") return;
  const bool latin = words.token(event.word).script == Script::Latin;
  (latin ? english_arguments : arabic_arguments)(words, event, args.empty() ? "i" : args, out);
}

}  // namespace isnad
