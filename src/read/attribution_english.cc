// SPDX-License-Identifier: Apache-2.0
//
// English: the subject stands before the verb, or behind it after a quotation.
#include <algorithm>

#include "read/attribution_reader.h"

namespace isnad {
namespace {

using W = WordClass;

constexpr std::uint32_t kLongestSubject = 16;

// "the Observatory for Human Rights": a small word between two capitals is part of a name.
bool joins_name(const Words& words, std::uint32_t t, std::uint32_t limit) {
  auto capital = [&](std::uint32_t i) {
    const std::string_view w = words.report().text.slice(words.token(i).span);
    return words.is_word(i) && !w.empty() && w[0] >= 'A' && w[0] <= 'Z';
  };
  return t > 1 && t + 1 < limit && !capital(t) && capital(t - 1) && capital(t + 1);
}

}  // namespace

// The phrase from `from`: up to a verb, a mark, a time, or "in", "on", "at" with none of its own.
Phrase AttributionReader::english_phrase(std::uint32_t from, std::uint32_t limit) const {
  limit = std::min(limit, from + kLongestSubject);
  Phrase phrase;
  std::uint32_t t = from;
  bool head = false;
  bool person = false;
  for (; t < limit && words_.is_word(t); ++t) {
    const NameMention* n = words_.name(t);
    const bool names = n != nullptr && !n->adjective;
    if (head && joins_name(words_, t, limit) && !words_.is(t, W::EnSaid)) continue;
    if (!names && (words_.is(t, W::EnSaid) || words_.is(t, W::EnOpen) || words_[t].time ||
                   words_.is(t, W::That) || words_.is(t, W::PhraseStop)))
      break;
    if (person && !names) break;
    if (names) {
      phrase.place = !head && n->type == EntityType::Place;
      person = n->type == EntityType::Person;
      if (phrase.entity == kNone || person) phrase.entity = n->entity;
      phrase.agency = phrase.agency || (n->agency && !head);
      head = true;
    }
    const bool source = words_.is(t, W::SourceHead) || words_.is(t, W::Office) ||
                        words_.is(t, W::OrgHead) || words_.is(t, W::Org) ||
                        words_.is(t, W::Agency) || words_.is(t, W::Outlet);
    if (source) phrase.place = false;
    head = head || source;
  }
  if (!head || t == from) return {};
  phrase.first = from;
  phrase.last = t;
  phrase.source = true;
  phrase.alone = t == from + 2 && words_.is(from, W::EnThe) && phrase.entity == kNone;
  return phrase;
}

// Where the clause of the verb begins: behind a quotation, a "that" or another verb of saying.
std::uint32_t AttributionReader::english_clause(const Cue& cue) const {
  std::uint32_t start = cue.first;
  while (start > first_ && cue.first - start < kLongestSubject + 8) {
    const std::uint32_t before = start - 1;
    if (words_.quote_mark(before) || words_.is(before, W::That) ||
        words_.is(before, W::EnSaid) || words_.kind(before) == TokenKind::Semicolon)
      break;
    --start;
  }
  return start;
}

// The phrase right before the verb; else the one before what stands between commas ("X, the mayor,
// said"); else one before "in", "at" ("the ministry in a statement said").
Phrase AttributionReader::english_subject(const Cue& cue) const {
  const std::uint32_t start = english_clause(cue);
  const bool apposed = cue.first > start + 1 && words_.kind(cue.first - 1) == TokenKind::Comma;
  Phrase best, last;
  std::uint32_t reach = 0;   // of `last` with what "at" and "in" add to it
  for (std::uint32_t t = start; t < cue.first; ++t) {
    const bool begins = t == start || words_.kind(t - 1) == TokenKind::Comma ||
                        words_.is(t - 1, W::EnOpen) || words_[t - 1].time;
    if (!begins || !words_.is_word(t) || words_.is(t, W::EnOpen)) continue;
    const Phrase phrase = english_phrase(t, cue.first);
    if (phrase.none()) continue;
    const bool goes_on = !last.none() && reach + 1 >= t && words_.kind(t - 1) != TokenKind::Comma;
    if (!goes_on) last = phrase;
    reach = phrase.last;
    if (last.place && reach != cue.first) continue;
    if (reach == cue.first) best = last;
    else if (apposed && reach + 1 < cue.first && words_.kind(reach) == TokenKind::Comma) best = last;
    else if (best.none() && (apposed || words_.is(reach, W::PhraseStop))) best = last;
  }
  return best;
}

// "..., X said." and "...," X said on Monday: behind what only tells when and where it was said.
std::uint32_t AttributionReader::end_of_said(std::uint32_t after) const {
  std::uint32_t end = after;
  while (end < last_ && words_.is_word(end) && !words_.is(end, W::That) &&
         (words_[end].time || words_.is(end, W::PhraseStop) || words_.is(end, W::Statement) ||
          words_.is(end, W::EnOpen) || words_.name(end) != nullptr))
    ++end;
  return end;
}

void AttributionReader::read_said(const Cue& cue) {
  Phrase phrase = english_subject(cue);
  std::uint32_t after = cue.last;
  bool behind = false;
  const bool pronoun = cue.first > first_ && words_.is(cue.first - 1, W::EnHe);
  if (pronoun && phrase.last != cue.first) phrase = {};   // "..., it said": someone named before
  if (phrase.none() && !pronoun) {
    phrase = english_phrase(cue.last, last_);
    behind = !phrase.none();
    if (behind) after = phrase.last;
  }
  Holder holder;
  bool carried = false;
  if (phrase.none()) {
    if (!pronoun) return;
    const Past* past = understood('?', false);
    if (past == nullptr) return;
    holder = past->holder;
    holder.cue = cue.span;
    carried = true;
    remember(Phrase(past->phrase), holder, false);
  } else {
    holder = led_back(phrase, cue.span);
    remember(phrase, holder, false);
  }
  std::vector<Holder> chain;
  const Phrase told = cue.attribute("told") == "1" ? english_phrase(after, last_) : Phrase{};
  if (!told.none() && told.agency) chain.push_back(make_holder(told, cue.span));
  if (!told.none()) after = told.last;
  else if (const ClassHit* audience = words_.hit(after, W::Audience); audience != nullptr && cue.attribute("told") == "1") after = audience->last;
  chain.push_back(holder);
  const std::uint32_t end = end_of_said(after);
  const std::uint32_t subject = behind || phrase.none() ? cue.first - (pronoun ? 1 : 0)
                                                        : phrase.first;
  const bool comma_before = subject > first_ + 1 &&
                            (words_.kind(subject - 1) == TokenKind::Comma ||
                             words_.quote_mark(subject - 1));
  if (comma_before && (ends_here(end) || words_.kind(end) == TokenKind::Comma)) {
    Cue whole = cue;
    whole.first = subject;
    emit_trailing(whole, std::move(chain), after);
    if (!ends_here(end)) emit(cue, {holder}, end, carried, false);
    return;
  }
  emit(cue, std::move(chain), after, carried, quote_around(cue.first) != nullptr);
}

void AttributionReader::read_according_to(const Cue& cue) {
  const Phrase phrase = english_phrase(cue.last, last_);
  if (phrase.none() || phrase.place) return;
  const Holder holder = led_back(phrase, cue.span);
  remember(phrase, holder, false);
  if (cue.attribute("cite") == "1" && !made_.empty()) {
    out_[made_.back().index].chain.push_back(holder);
    return;
  }
  if (cue.first <= first_ + 1) return emit(cue, {holder}, phrase.last, false, false);
  emit_trailing(cue, {holder}, phrase.last);
}

}  // namespace isnad
