// SPDX-License-Identifier: Apache-2.0
#include "read/attribution_reader.h"

#include <algorithm>

namespace isnad {
namespace {

using W = WordClass;

constexpr std::uint32_t kComplementReach = 40;  // tokens from a verb to what it introduces
constexpr std::uint32_t kNearReach = 8;         // the same for a verb that says nothing alone
constexpr std::uint32_t kAgencyReach = 12;      // tokens from a speaker to the agency told
constexpr std::uint32_t kClauseReach = 200;       // tokens back to the head of a clause
constexpr int kRememberedHolders = 64;
constexpr std::uint32_t kRememberedSentences = 8;

bool agrees(char verb, char head) {
  if (verb == '?' || head == '?' || verb == head) return true;
  return verb == 'p' || head == 'p';  // a verb before a plural subject is singular
}

}  // namespace

AttributionReader::AttributionReader(const Words& words, std::vector<Cue> cues,
                                     std::vector<QuotePair> quotes)
    : words_(words), cues_(std::move(cues)), quotes_(std::move(quotes)) {}

std::vector<Attribution> AttributionReader::run() {
  std::size_t next = 0;
  for (std::uint32_t s = 0; s < words_.sentences(); ++s) read_sentence(s, next);
  make_laminar();
  return std::move(out_);
}

void AttributionReader::read_sentence(std::uint32_t sentence, std::size_t& next_cue) {
  sentence_ = sentence;
  first_ = words_.sentence_first(sentence);
  last_ = words_.sentence_last(sentence);
  covered_ = first_;
  made_.clear();
  bool any = false;
  for (; next_cue < cues_.size() && cues_[next_cue].first < last_; ++next_cue) {
    if (cues_[next_cue].first < first_) continue;
    read_cue(cues_[next_cue]);
    any = true;
  }
  if (any) return;
  const Phrase subject = sentence_subject();
  if (!subject.none() && !subject.place) remember(subject, make_holder(subject, {}), true);
}

void AttributionReader::read_cue(const Cue& cue) {
  switch (cue.kind) {
    case CueKind::Verb:
    case CueKind::AsSaid: return read_verb(cue);
    case CueKind::Participle: return read_participle(cue);
    case CueKind::According: return read_according(cue);
    case CueKind::Citing: return read_citing(cue);
    case CueKind::Carried: return read_carried(cue);
    case CueKind::Issued: return read_issued(cue);
    case CueKind::Colon: return read_colon(cue);
    case CueKind::Post: return read_post(cue);
    case CueKind::Said: return read_said(cue);
    case CueKind::AccordingTo: return read_according_to(cue);
  }
}

// ---- what stands around a cue -----------------------------------------------------------------

// The complementizer, colon or quotation that a verb introduces: its token, or 0.
std::uint32_t AttributionReader::complement_after(std::uint32_t from) const {
  const std::uint32_t limit = std::min(last_, from + kComplementReach);
  for (std::uint32_t t = from; t < limit; ++t) {
    if (const ClassHit* turn = words_.hit(t, W::ClauseOpen); turn != nullptr && turn->last > t + 1)
      return 0;  // "except that": nothing is said there
    if (words_.is(t, W::That) || words_.kind(t) == TokenKind::Colon) return t;
    if (words_.quote_mark(t) && (t <= from + 2 || !quoted_name_end(words_, t, last_, true)))
      return t;
    if (words_.kind(t) == TokenKind::Stop) return 0;
    const ClassHit* say = words_.hit(t, W::Say);
    if (t > from && say != nullptr && say->sense->attribute("need").empty()) return 0;
  }
  return 0;
}

bool AttributionReader::ends_here(std::uint32_t token) const {
  const std::uint32_t t = skip_asides(words_, token, last_);
  return t >= last_ || words_.kind(t) == TokenKind::Stop ||
         words_.kind(t) == TokenKind::Newline;
}

// "announced its responsibility", "declared a state of emergency": nothing is reported.
bool AttributionReader::claims_of(std::uint32_t from) const {
  for (std::uint32_t t = from; t < std::min(last_, from + 3); ++t)
    if (words_.is(t, W::ClaimOf)) return true;
  return false;
}

// Whom a speaker told it: "said to Reuters". None where nobody is named.
Phrase AttributionReader::told_agency(std::uint32_t from, std::uint32_t limit) const {
  limit = std::min({limit, last_, from + kAgencyReach});
  for (std::uint32_t t = from; t < limit; ++t) {
    if (words_.is(t, W::That) || words_.kind(t) == TokenKind::Colon ||
        words_.kind(t) == TokenKind::Stop)
      break;
    const NameMention* name = words_.name(t);
    const bool agency = is_media(words_, t) || (name != nullptr && name->agency);
    const bool begins = name == nullptr || words_.name_begins(t);
    if (agency && begins && ((words_[t].lead & kLeadFor) != 0 || t == from)) {
      const Phrase phrase = read_phrase(words_, t, limit, true, true);
      if (!phrase.none()) return phrase;
    }
    if (words_.key(t) == "\xD9\x84" && words_.quote_mark(t + 1)) {
      const std::uint32_t end = quoted_name_end(words_, t + 1, last_, true);
      if (end == 0) continue;
      Phrase phrase{t + 2, end - 1};
      if (const NameMention* n = words_.name(t + 2)) phrase.entity = n->entity;
      phrase.agency = true;
      return phrase;
    }
  }
  return {};
}

// "said to Reuters X that ..."
Phrase AttributionReader::subject_behind_agency(const Cue& cue, Phrase& agency) const {
  agency = told_agency(cue.last, cue.last + 3);
  if (agency.none()) return {};
  return read_phrase(words_, agency.last + (words_.quote_mark(agency.last) ? 1 : 0), last_, false);
}

// What may stand behind a verb whose subject is understood; any other word is a subject that is
// not known here.
bool AttributionReader::leads_on(std::uint32_t t) const {
  if (t >= last_) return false;
  if (!words_.is_word(t) || words_[t].time || words_[t].number) return true;
  if (const ClassHit* in = words_.hit(t, W::PrepIn)) return !in->pronoun;
  for (const W cls : {W::That, W::PhraseStop, W::PrepIn, W::From, W::Aside, W::SayPart, W::SayNoun,
                      W::Statement, W::Negation, W::ClauseOpen, W::Issued, W::According})
    if (words_.is(t, cls)) return true;
  return (words_[t].lead & (kLeadWith | kLeadFor)) != 0 || words_.key(t) == "\xD9\x84";
}

// The phrase at the head of the clause in which the verb stands.
Phrase AttributionReader::subject_before(const Cue& cue) const {
  if (cue.first > first_ && words_.is(cue.first - 1, W::Relative)) {
    for (std::uint32_t t = cue.first - 1; t-- > first_ && cue.first - t < 14;) {
      const Phrase phrase = read_phrase(words_, t, cue.first - 1, true);
      if (!phrase.none() && phrase.last == cue.first - 1) {
        Phrase widest = phrase;
        for (std::uint32_t u = t; u-- > first_ && cue.first - u < 14;) {
          const Phrase wider = read_phrase(words_, u, cue.first - 1, true);
          if (!wider.none() && wider.last == cue.first - 1) widest = wider;
        }
        return widest.place ? Phrase{} : widest;
      }
    }
    return {};
  }
  std::uint32_t start = clause_start(cue.first);
  while (start < cue.first && !words_.is_word(start) && !words_.quote_mark(start)) ++start;
  const Phrase phrase = read_phrase(words_, start, cue.first, true);
  if (!phrase.none() && (phrase.place || words_.is(phrase.first, W::NotSource))) return {};
  return phrase;
}

// "The first count, which ..., said that": what stands at the head of the clause holds nothing.
bool AttributionReader::other_subject(const Cue& cue) const {
  std::uint32_t t = clause_start(cue.first);
  while (t < cue.first && !words_.is_word(t)) ++t;
  return t < cue.first && words_.is(t, W::NotSource);
}

std::uint32_t AttributionReader::clause_start(std::uint32_t before) const {
  for (std::uint32_t t = before; t-- > first_ && before - t < kClauseReach;)
    if (words_.is(t, W::That) || words_.is(t, W::ClauseOpen) ||
        words_.kind(t) == TokenKind::Semicolon || words_.kind(t) == TokenKind::Colon)
      return t + 1;
  return first_;
}

// "X did ..." or, in Arabic order, "did X ...".
Phrase AttributionReader::sentence_subject() const {
  for (std::uint32_t t = first_; t < std::min(last_, first_ + 3); ++t) {
    if (!words_.is_word(t)) continue;
    if (t > first_ && words_[t].lead != 0 && words_.name(t) == nullptr) return {};
    const Phrase phrase = read_phrase(words_, t, last_, true);
    if (!phrase.none()) return phrase;
    if (words_.is(t, W::PrepIn) || words_.is(t, W::NotSource)) return {};
  }
  return {};
}

const AttributionReader::Past* AttributionReader::understood(char gender, bool in_sentence) const {
  int left = kRememberedHolders;
  for (auto past = past_.rbegin(); past != past_.rend() && left > 0; ++past, --left) {
    if (in_sentence ? past->sentence != sentence_
                    : past->sentence + kRememberedSentences < sentence_)
      return nullptr;
    if (past->weak && past->sentence + 1 < sentence_) continue;
    if (agrees(gender, past->phrase.gender)) return &*past;
  }
  return nullptr;
}

// ---- cues with a verb -------------------------------------------------------------------------

void AttributionReader::read_verb(const Cue& cue) {
  if (cue.pronoun) return read_relative_verb(cue);
  if (cue.kind == CueKind::Verb && quote_around(cue.first) != nullptr &&
      words_.is(cue.last, W::That))
    return;  // "and said" inside a quotation: whose words they are is not told
  if (cue.attribute("conj") == "1" && (!cue.conjoined || cue.first > first_ + 1)) return;
  if (words_.is(cue.last, W::NotSource)) return;
  if (cue.attribute("in") == "1" && !words_.is(cue.last, W::PrepIn)) return;
  const VerbFacts verb = verb_facts(cue);
  if (!verb.subject.none()) return read_verb_of(cue, verb);
  if (!verb.weak && !verb.quoted && cue.attribute("bare") != "no") read_subjectless(cue, verb);
}

// Who said it and where what was said begins.
AttributionReader::VerbFacts AttributionReader::verb_facts(const Cue& cue) const {
  VerbFacts verb;
  const bool needs = cue.attribute("need") == "that";
  const bool negated = cue.first > first_ && words_.is(cue.first - 1, W::Negation);
  const std::uint32_t from = cue.last + (cue.attribute("in") == "1" ? 1 : 0);  // "it says in a statement of"
  verb.quoted = quote_around(cue.first) != nullptr;
  verb.subject = read_phrase(words_, from, last_, needs || verb.quoted || cue.attribute("noun") == "1");
  if (!verb.subject.none() && verb.subject.place && needs) verb.subject = {};
  if (verb.subject.none() && !needs) verb.subject = subject_behind_agency(cue, verb.told_first);
  verb.follows = !verb.subject.none();
  if (!verb.follows) verb.subject = cue.conjoined ? Phrase{} : subject_before(cue);
  verb.after = verb.follows ? verb.subject.last : cue.last;
  verb.complement = complement_after(verb.after);
  if (needs && verb.complement > verb.after + kNearReach) verb.complement = 0;
  verb.weak = negated || (needs && verb.complement == 0) || claims_of(verb.after);
  return verb;
}

// A verb with its subject.
void AttributionReader::read_verb_of(const Cue& cue, const VerbFacts& verb) {
  const Holder holder = led_back(verb.subject, cue.span);
  const Phrase agency = !verb.told_first.none()
      ? verb.told_first : told_agency(verb.after, verb.complement == 0 ? last_ : verb.complement);
  remember(verb.subject, holder, verb.weak);
  if (verb.weak) return;
  std::vector<Holder> chain;
  if (!agency.none()) chain.push_back(make_holder(agency, cue.span));
  chain.push_back(holder);
  const bool closes = verb.follows && verb.complement == 0 && cue.first > first_ + 1;
  const auto before_comma = [&] {
    const std::uint32_t t = skip_asides(words_, verb.after, last_);
    return t < words_.size() && words_.kind(t) == TokenKind::Comma;
  };
  if (closes && (ends_here(verb.after) || (cue.kind == CueKind::AsSaid && before_comma())))
    return emit_trailing(cue, std::move(chain), verb.after);
  const bool behind_that = !verb.follows && verb.subject.first > first_ &&
                           words_.is(verb.subject.first - 1, W::That);
  emit(cue, std::move(chain), verb.after, false, verb.quoted || behind_that);
}

// "and added": a verb whose subject is understood.
void AttributionReader::read_subjectless(const Cue& cue, const VerbFacts& verb) {
  if ((!cue.conjoined && other_subject(cue)) || !leads_on(cue.last)) return;
  const bool opens = cue.first <= first_ + 1 || cue.conjoined ||
                     words_.kind(cue.first - 1) == TokenKind::Comma ||
                     cue.kind == CueKind::AsSaid;
  if (!opens) return;
  const Past* past = find_understood(cue);
  if (past == nullptr) return;
  Holder holder = past->holder;
  holder.cue = cue.span;
  std::vector<Holder> chain;
  const Phrase agency = told_agency(cue.last, verb.complement == 0 ? last_ : verb.complement);
  if (!agency.none()) chain.push_back(make_holder(agency, cue.span));
  chain.push_back(holder);
  const Phrase of = past->phrase;
  remember(of, holder, false);
  emit(cue, std::move(chain), cue.last, true, false);
}

// Of the sentence first, then its subject, then those of sentences before.
const AttributionReader::Past* AttributionReader::find_understood(const Cue& cue) {
  const char gender = cue.attribute("g").empty() ? '?' : cue.attribute("g")[0];
  const bool inside = cue.first > first_ + 1;
  const Past* past = inside ? understood(gender, true) : nullptr;
  if (past == nullptr && inside && made_.empty()) {
    const Phrase subject = sentence_subject();
    if (!subject.none() && !subject.place && subject.last <= cue.first) {
      remember(subject, make_holder(subject, {}), true);
      past = &past_.back();
    }
  }
  return past != nullptr ? past : understood(gender, false);
}

// "in a count that the ministry announced": the verb has a pronoun for what stands before it.
void AttributionReader::read_relative_verb(const Cue& cue) {
  if (cue.attribute("noun") == "1" || cue.attribute("need") == "that") return;
  const Phrase phrase = read_phrase(words_, cue.last, last_, false);
  if (phrase.none() || phrase.place) return;
  const Holder holder = led_back(phrase, cue.span);
  if (!made_.empty() && out_[made_.front().index].scope.begin < cue.span.begin) return;
  remember(phrase, holder, false);
  emit_trailing(cue, {holder}, phrase.last);
}

void AttributionReader::read_participle(const Cue& cue) {
  if (cue.attribute("need") == "that" && complement_after(cue.last) == 0) return;
  const char gender = cue.attribute("g").empty() ? '?' : cue.attribute("g")[0];
  if (!made_.empty() && made_.back().index < out_.size()) {
    const Attribution& last = out_[made_.back().index];
    if (last.scope.contains(cue.span) || last.scope.end <= cue.span.begin) {
      std::vector<Holder> chain = last.chain;
      chain.back().cue = cue.span;
      return emit(cue, std::move(chain), cue.last, true, false);
    }
  }
  const Past* past = understood(gender, true);
  if (past == nullptr) {
    const Phrase subject = sentence_subject();
    if (!subject.none() && !subject.place && subject.last <= cue.first &&
        agrees(gender, subject.gender)) {
      remember(subject, make_holder(subject, {}), true);
      past = &past_.back();
    }
  }
  if (past == nullptr && !past_.empty() && !past_.back().weak &&
      past_.back().sentence + 1 >= sentence_ && agrees(gender, past_.back().phrase.gender) &&
      cue.first <= first_ + 2)
    past = &past_.back();
  if (past == nullptr) return;
  Holder holder = past->holder;
  holder.cue = cue.span;
  emit(cue, {holder}, cue.last, true, false);
}

}  // namespace isnad
