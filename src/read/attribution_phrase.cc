// SPDX-License-Identifier: Apache-2.0
#include "read/attribution_phrase.h"

#include <algorithm>

namespace isnad {
namespace {

using W = WordClass;

constexpr std::uint32_t kLongestPhrase = 14;
constexpr std::uint32_t kLongestQuotedName = 6;

// Alef and lam as the fold leaves them.
constexpr std::string_view kArticle = "\xD8\xA7\xD9\x84";

constexpr std::string_view kLam = "\xD9\x84";

bool is_definite(const Words& w, std::uint32_t t) {
  return w[t].definite || (w.key(t).size() > 6 && w.key(t).starts_with(kArticle));
}

bool is_source_head(const Words& w, std::uint32_t t) {
  return w.is(t, W::SourceHead) || w.is(t, W::Office) || w.is(t, W::Honorific) ||
         w.is(t, W::OrgHead) || w.is(t, W::Org) || w.is(t, W::Agency) || w.is(t, W::Outlet);
}

// Where the word is what a source was joined to a pronoun ("its opposition"), it is no source.
bool has_pronoun(const Words& w, std::uint32_t t) {
  const ClassHit* head = w.hit(t, W::SourceHead);
  return head != nullptr && head->pronoun && !w.is(t, W::Office);
}

bool names_speaker(const Words& w, std::uint32_t t) {
  const NameMention* n = w.name(t);
  return n != nullptr && !n->adjective;
}

// What never stands inside a holder's phrase.
bool stops(const Words& w, std::uint32_t t) {
  if (w[t].time || w[t].number) return true;
  for (const W cls : {W::That, W::Relative, W::SayPart, W::SayNoun, W::According, W::Quoting,
                      W::Issued, W::Negation, W::ClauseOpen, W::PhraseStop, W::Audience, W::AsLike})
    if (const ClassHit* h = w.hit(t, cls); h != nullptr && !w.is(t, W::SourceHead)) return true;
  const ClassHit* say = w.hit(t, W::Say);
  return say != nullptr && !w.is(t, W::SourceHead) && !names_speaker(w, t) && !is_definite(w, t) &&
         say->sense->attribute("need").empty();
}

struct Reader {
  const Words& w;
  std::uint32_t limit;
  Phrase phrase;
  bool closed = false;   // a definite word or a name has closed the chain of nouns
  bool person = false;
  bool head_definite = false;   // and nothing but adjectives behind it yet

  void take_name(std::uint32_t t) {
    const NameMention& n = *w.name(t);
    const bool organisation = n.type == EntityType::Organisation;
    if (n.type == EntityType::Person) person = true;
    if (phrase.entity == kNone || n.type == EntityType::Person) {
      if (n.type != EntityType::Place || phrase.place) phrase.entity = n.entity;
    }
    if (n.agency && organisation) phrase.agency = true;
    closed = true;
  }

  // Whether the word at `t`, joined by a conjunction or preposition, still belongs to the phrase.
  bool joins(std::uint32_t t, std::uint8_t lead) const {
    const bool known = is_source_head(w, t) || names_speaker(w, t) || w.is(t, W::SourceAdj) ||
                       w.is(t, W::Nisba);
    if ((lead & kLeadAnd) != 0)
      return known || (is_definite(w, t) && closed && !person);
    if ((lead & kLeadFor) != 0 && (is_media(w, t) || outlet_at(t))) return false;
    return known || is_definite(w, t) || w.is(t, W::PlaceHead);
  }

  // An adjective behind a head with the article has its gender; another noun begins something new.
  bool agrees(std::uint32_t t) const {
    if (!head_definite || is_source_head(w, t) || w.is(t, W::Honorific)) return true;
    const bool feminine = w.key(t).ends_with("\xD9\x87") || w.key(t).ends_with("\xD8\xA7");
    return feminine == (phrase.gender == 'f') || phrase.gender == '?' || phrase.gender == 'p';
  }

  bool outlet_at(std::uint32_t t) const { return names_speaker(w, t) && w.name(t)->agency; }

  // The preposition at `t` and what follows it may belong to the phrase.
  bool preposition_joins(std::uint32_t t) const {
    const std::uint32_t next = t + 1;
    if (next >= limit || !w.is_word(next) || w.is(next, W::Statement) || stops(w, next))
      return false;
    return is_definite(w, next) || names_speaker(w, next) || is_source_head(w, next) ||
           w.is(next, W::PlaceHead) || w.name(next) != nullptr;
  }

  bool accepts(std::uint32_t t) const {
    if (w.is(t, W::PrepIn)) return preposition_joins(t);
    if (w.is(t, W::Link)) return t + 1 < limit && w.is_word(t + 1);
    if (w.key(t) == kLam) return false;   // "to", before a name in marks
    if (stops(w, t)) return false;
    const WordFacts& f = w[t];
    if (names_speaker(w, t) && !w.name_begins(t)) return true;
    if ((f.lead & (kLeadAnd | kLeadWith | kLeadFor)) != 0 && !w.is(t, W::SourceAdj))
      return joins(t, f.lead);
    if (names_speaker(w, t) || w.name(t) != nullptr) return true;
    if (!closed) return true;
    if (is_definite(w, t)) return agrees(t);
    return w.is(t, W::SourceAdj) || w.is(t, W::Nisba) || w.is(t, W::Honorific) ||
           w.is(t, W::JoinName) || w.is(t, W::FirstName) || w.is(t, W::Same) || w.is(t, W::Oov) ||
           w.is(t, W::SourceHead);
  }

  void read(std::uint32_t from) {
    std::uint32_t t = from;
    while (t < limit && t - from < kLongestPhrase) {
      if (w.quote_mark(t)) {
        const std::uint32_t end = quoted_name_end(w, t, limit, t > from && wants_quoted(t - 1));
        if (end == 0) break;
        for (std::uint32_t i = t; i < end; ++i)
          if (names_speaker(w, i)) take_name(i);
        closed = true;
        t = end;
        continue;
      }
      if (!w.is_word(t) || (t > from && !accepts(t))) break;
      if (w.is(t, W::Same)) phrase.same = true;
      if (names_speaker(w, t)) {
        take_name(t);
        t = std::max(t + 1, std::min(limit, w.name_end(t)));
        if (person) break;
        continue;
      }
      if ((w[t].lead & (kLeadWith | kLeadFor)) != 0) head_definite = false;
      if (is_definite(w, t)) closed = true;
      else if (w.is(t, W::SourceHead) || w.is(t, W::OrgHead)) closed = false;
      if (w.is(t, W::PrepIn) || w.is(t, W::Link)) closed = head_definite = false;
      ++t;
    }
    phrase.first = from;
    phrase.last = t;
    while (phrase.last > from + 1 && (w.is(phrase.last - 1, W::PrepIn) ||
                                      w.is(phrase.last - 1, W::Link) ||
                                      w.is(phrase.last - 1, W::JoinName)))
      --phrase.last;
  }

  bool wants_quoted(std::uint32_t t) const {
    return w.is(t, W::OrgHead) || w.is(t, W::SourceHead) || w.is(t, W::Agency) ||
           w.is(t, W::Outlet) || w.is(t, W::Nisba) || w.name(t) != nullptr;
  }
};

// A conjunction or preposition is joined to the word, or to the longer entry it begins.
bool joined_before(const Words& w, std::uint32_t t) {
  constexpr int kLeads = kLeadAnd | kLeadWith | kLeadFor;
  const ClassHit* head = w.hit(t, W::SourceHead);
  if (head != nullptr && head->last > t + 1) return (head->lead & kLeads) != 0;
  return (w[t].lead & kLeads) != 0;
}

char head_gender(const Words& w, std::uint32_t t) {
  if (const ClassHit* h = w.hit(t, W::SourceHead)) {
    const std::string_view g = h->sense->attribute("g");
    if (!g.empty() && h->sense->attribute("thing").empty()) return g[0];
  }
  std::string_view key = w.key(t);
  const NameMention* n = w.name(t);
  if (n != nullptr && n->type == EntityType::Person) return '?';
  // Folded ta marbuta is ha; alef and ta end a feminine plural.
  if (key.ends_with("\xD9\x87") || key.ends_with("\xD8\xA7\xD8\xAA")) return 'f';
  return '?';
}

bool may_head(const Words& w, std::uint32_t t, bool strict) {
  if (w.is(t, W::NotSource) || has_pronoun(w, t)) return false;
  const bool source = is_source_head(w, t) || names_speaker(w, t);
  if (source) return true;
  if (strict) return false;
  if (w.is(t, W::Statement) || w[t].lead != 0) return false;
  if (is_definite(w, t) || w.is(t, W::Oov) || w.is(t, W::FirstName)) return true;
  // A name that is a common word too, before one that is none.
  return t + 1 < w.size() && w.is_word(t + 1) && !w.is(t, W::PhraseStop) &&
         w.key(t).size() > 6 && !is_definite(w, t + 1) &&
         (w.is(t + 1, W::FirstName) || w.is(t + 1, W::Oov));
}

}  // namespace

bool is_media(const Words& w, std::uint32_t t) {
  if (w.is(t, W::Agency) || w.is(t, W::Outlet)) return true;
  const ClassHit* head = w.hit(t, W::OrgHead);
  return head != nullptr && head->sense->attribute("type") == "media";
}

std::uint32_t quoted_name_end(const Words& w, std::uint32_t t, std::uint32_t limit,
                              bool after_head) {
  std::uint32_t end = t + 1;
  bool name = false;
  while (end < limit && !w.quote_mark(end)) {
    if (!w.is_word(end) && w.kind(end) != TokenKind::Number && w.kind(end) != TokenKind::Dash)
      return 0;
    if (w.is(end, W::That) || w.is(end, W::Say)) return 0;
    name = name || (w.name(end) != nullptr && (w.name(end)->type == EntityType::Organisation ||
                                               w.name(end)->type == EntityType::Group));
    ++end;
  }
  if (end >= limit || end == t + 1 || end - t - 1 > kLongestQuotedName) return 0;
  if (after_head || name) return end + 1;
  // "X" said that: what follows shows that the marks hold a name.
  if (end + 1 >= limit) return 0;
  const bool short_one = end - t - 1 <= 2 && w.kind(end + 1) == TokenKind::Colon;
  return w.is(end + 1, W::That) || short_one ? end + 1 : 0;
}

std::uint32_t skip_asides(const Words& w, std::uint32_t t, std::uint32_t limit) {
  while (t < limit) {
    if (const ClassHit* h = w.hit(t, W::Aside)) t = h->last;
    else if (w.is_word(t) && w[t].time && w.name(t) == nullptr) ++t;
    else if (w.kind(t) == TokenKind::Number && w[t].time) ++t;
    else break;
  }
  return std::min(t, limit);
}

Phrase read_phrase(const Words& w, std::uint32_t from, std::uint32_t limit, bool strict,
                   bool behind) {
  from = skip_asides(w, from, limit);
  Reader reader{w, limit, {}, false, false};
  if (from >= limit) return {};
  if (w.quote_mark(from)) {
    if (quoted_name_end(w, from, limit, false) == 0) return {};
  } else {
    if (!w.is_word(from) || !may_head(w, from, strict)) return {};
    if (!names_speaker(w, from) && (stops(w, from) || w.is(from, W::PrepIn))) return {};
    if (joined_before(w, from) && !behind) return {};
  }
  const NameMention* head = w.name(from);
  reader.phrase.place = head != nullptr && head->type == EntityType::Place && !head->adjective;
  reader.phrase.source = is_source_head(w, from) || names_speaker(w, from) || w.quote_mark(from);
  reader.phrase.gender = w.is_word(from) ? head_gender(w, from) : '?';
  reader.phrase.agency = w.is(from, W::Agency) || w.is(from, W::Outlet);
  reader.head_definite = w.is_word(from) && is_definite(w, from) && !names_speaker(w, from);
  reader.read(from);
  Phrase phrase = reader.phrase;
  phrase.alone = phrase.last == phrase.first + 1 && is_definite(w, phrase.first) &&
                 !names_speaker(w, phrase.first);
  return phrase;
}

}  // namespace isnad
