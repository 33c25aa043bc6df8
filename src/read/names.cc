// SPDX-License-Identifier: Apache-2.0
#include "read/names.h"

#include <algorithm>
#include <array>

#include "match/pack.h"
#include "read/imported.h"
#include "read/names_finish.h"
#include "read/names_join.h"
#include "read/names_shape.h"
#include "read/names_teams.h"
#include "read/places.h"
#include "read/places_candidates.h"

namespace isnad {
namespace {

constexpr std::array<std::string_view, 6> kMakers = {"person", "org",   "place",
                                                     "nisba",  "group", "refuse"};

constexpr std::uint8_t kCountry = 4;       // NameMention::grain
constexpr std::uint32_t kLongPlace = 12;   // bytes: six Arabic letters

std::uint8_t grain_of(std::string_view grain) {
  return grain.size() == 1 && grain[0] >= '1' && grain[0] <= '4'
             ? static_cast<std::uint8_t>(grain[0] - '0') : 0;
}

void set_place(NameMention& name, const RuleMatch& match) {
  name.type = EntityType::Place;
  name.grain = grain_of(match.argument("grain"));
  const Capture* place = match.argument_capture("place");
  if (place == nullptr || place->sense == nullptr) return;
  name.id = place->sense->attribute("id");
  name.country = country_of(*place->sense);
}

// A name is a whole word: a pronoun joined behind means another word, but a family name may end as
// if "my" were joined to a given name, and is then taken whole.
bool ends_with_word(const Lattice& lattice, const NameShape& shape, NameMention& name) {
  const Text& text = lattice.text();
  const std::uint32_t token = text.token_at(name.span.end - 1);
  const Span last = text.tokens()[token].span;
  if (last.end == name.span.end) return true;
  if (const Edge* of = lattice.find(token, class_id("POSS"), false);
      of != nullptr && of->span.begin == name.span.end)
    return true;
  for (const ClassId cls : {class_id("COMMON"), class_id("NOT_NAME"), class_id("ORG_ADJ"),
                            class_id("SOURCE_ADJ")})
    if (const Edge* edge = lattice.find(token, cls, false);
        edge != nullptr && edge->span.end >= last.end)
      return false;
  if (name.type != EntityType::Person || text.slice({name.span.end, last.end}) != shape.my())
    return false;
  name.span.end = last.end;
  return true;
}

bool is_name_word(const Lattice& lattice, std::uint32_t token) {
  for (const ClassId cls : {class_id("FIRST_NAME"), class_id("FIRST_NAME_WEAK"), class_id("SURNAME"),
                            class_id("FAMILY_WEAK"), class_id("NAME_HEAD"), class_id("NAME_LINK")})
    if (lattice.find(token, cls, false) != nullptr) return true;
  return false;
}

// A given name that folds to a frequent word and differs from it in its last letter (last=), and
// how it is written here: as the name, as the word, or it is no such name.
enum class Folded { No, Name, Word };

Folded folded_name(const Lattice& lattice, const Text& text, std::uint32_t t) {
  const Edge* edge = lattice.find(t, class_id("FIRST_NAME_WEAK"), false);
  if (edge == nullptr) return Folded::No;
  const std::string_view last = lattice.sense(*edge, class_id("FIRST_NAME_WEAK"))->attribute("last");
  if (last.empty()) return Folded::No;
  return text.slice(edge->span).ends_with(last) ? Folded::Name : Folded::Word;
}

// An unknown word with the article.
bool is_family_like(const Lattice& lattice, std::uint32_t token) {
  const Edge* edge = lattice.find(token, class_id("OOV"), false);
  return edge != nullptr && (edge->flags & kDefinite) != 0 &&
         edge->span == lattice.text().tokens()[token].span;
}

// Whether the report tells the two apart: it writes the word as the word somewhere.
bool tells_apart(const Lattice& lattice, const Text& text) {
  for (std::uint32_t t = 0; t < text.tokens().size(); ++t)
    if (folded_name(lattice, text, t) == Folded::Word) return true;
  return false;
}

// Folding makes one of the preposition "on" and the given name Ali: a person's name ends before the
// first. Older spelling writes Ali for both: there it needs a title or another name behind it.
// False: no name left.
bool drop_preposition(const Lattice& lattice, const Text& text, NameMention& name) {
  const auto tokens = text.tokens();
  const std::uint32_t first = text.token_at(name.span.begin);
  for (std::uint32_t t = first; t < tokens.size() && tokens[t].span.begin < name.span.end; ++t) {
    const Folded written = folded_name(lattice, text, t);
    if (written == Folded::No) continue;
    if (t == first) {
      if (written == Folded::Word) return false;
      if (!name.title.empty()) return true;
      return tokens[t].span.end < name.span.end &&
             (is_name_word(lattice, t + 1) || is_family_like(lattice, t + 1) ||
              tells_apart(lattice, text));
    }
    if (written != Folded::Word) continue;
    name.span.end = tokens[t - 1].span.end;
    break;
  }
  return true;
}

// The lists write a place without an article where it has none: "the floods" is not Seoul.
bool has_strange_article(const Lattice& lattice, const NameMention& name, std::uint32_t token) {
  const auto tokens = lattice.text().tokens();
  if (name.id.empty() || tokens[token].span.end < name.span.end) return false;
  for (const ClassId cls : {class_id("COUNTRY"), class_id("CITY"), class_id("REGION"),
                            class_id("CITY_WEAK"), class_id("COUNTRY_WEAK")}) {
    const Edge* edge = lattice.find(token, cls, false);
    if (edge == nullptr || edge->span != name.span || (edge->flags & kDefinite) == 0) continue;
    const std::string_view written = lattice.text().slice(name.span);
    const std::string_view before = lattice.text().slice({tokens[token].span.begin, name.span.begin});
    if (!before.empty() && before.ends_with(written.substr(0, 2))) return false;   // its alef is gone
    std::string key;
    fold_key(written, key);
    return find_sense(lattice.packs(), key, cls) == nullptr;
  }
  return false;
}

// "The Saudi teams": a country's name that is its adjective too, behind a definite noun it agrees with.
bool is_adjective_here(const Lattice& lattice, const NameShape& shape, const NameMention& name,
                       std::uint32_t t) {
  const auto tokens = lattice.text().tokens();
  const Edge* nisba = lattice.find(t, class_id("NISBA"), false);
  if (nisba == nullptr || nisba->span != name.span || (nisba->flags & kDefinite) == 0 || t == 0)
    return false;
  if (tokens[t - 1].kind != TokenKind::Word || tokens[t - 1].sentence != tokens[t].sentence ||
      name.span.begin != tokens[t].span.begin)
    return false;
  const auto before = lattice.edges_from((t - 1) * 8);
  const bool definite = std::any_of(before.begin(), before.end(), [&](const Edge& edge) {
    return (edge.flags & kDefinite) != 0 && edge.span.end == tokens[t - 1].span.end;
  });
  return definite && shape.feminine(lattice.text().key(tokens[t - 1]));
}

// Phrases of the lists that a place's name is part of, and those that stand before what is none.
bool is_no_place(const Lattice& lattice, const NameMention& name, std::uint32_t t) {
  const auto tokens = lattice.text().tokens();
  for (std::uint32_t from = t < 1 ? 0 : t - 1; from <= t; ++from) {
    const Edge* edge = lattice.find(from, class_id("NOT_PLACE"), false);
    if (edge != nullptr && edge->span.end >= name.span.end) return true;
  }
  for (std::uint32_t back = 1; name.id.empty() && back <= 2 && back <= t; ++back) {
    const Edge* edge = lattice.find(t - back, class_id("NOT_PLACE_NEXT"), false);
    if (edge != nullptr && edge->span.end == tokens[t - 1].span.end) return true;
  }
  return false;
}

// No name of a place stands behind the future's particle; behind "like" only a long one is believed;
// and it is not the preposition that folds to a given name.
bool begins_as_place(const Lattice& lattice, const NameShape& shape, const NameMention& name) {
  const Text& text = lattice.text();
  const std::uint32_t t = text.token_at(name.span.begin);
  if (has_strange_article(lattice, name, t) || is_no_place(lattice, name, t) ||
      is_adjective_here(lattice, shape, name, t))
    return false;
  for (const Edge& edge : lattice.edges_from(t * 8)) {
    if (edge.span.end != name.span.begin) continue;
    if (lattice.sense(edge, class_id("S")) != nullptr) return false;
    if (lattice.sense(edge, class_id("K")) != nullptr && name.span.size() < kLongPlace) return false;
  }
  return folded_name(lattice, text, t) != Folded::Word;
}

// What no name of a person begins with: the future's particle, or an unknown word in "and" (it is
// "and" with a word not in the lists).
bool begins_well(const RuleMatch& match, const Lattice& lattice, const NameShape& shape,
                 const NameMention& name) {
  const Text& text = lattice.text();
  const std::uint32_t t = text.token_at(name.span.begin);
  const Token& token = text.tokens()[t];
  for (const Edge& edge : lattice.edges_from(t * 8))
    if (edge.span.end == name.span.begin && lattice.sense(edge, class_id("S")) != nullptr)
      return false;
  const bool joined = name.span.begin > token.span.begin;
  if (joined || shape.with_and().empty() || !text.key(token).starts_with(shape.with_and()))
    return true;
  for (const ClassId cls : {class_id("FIRST_NAME"), class_id("FIRST_NAME_WEAK"), class_id("SURNAME")})
    if (const Edge* edge = lattice.find(t, cls, false);
        edge != nullptr && edge->span.begin == token.span.begin)
      return true;
  return match.maker != "person" || text.key(token).size() <= 8;
}

// Where a name of several words goes on with what is none: an office ("X, governor of"), a verb, a
// plural. Its end is moved before it; false where nothing is left.
bool end_before_no_part(const Lattice& lattice, const NameShape& shape, NameMention& name) {
  const Text& text = lattice.text();
  const auto tokens = text.tokens();
  const std::uint32_t first = text.token_at(name.span.begin);
  const Edge* phrase = lattice.find(first, class_id("NOT_PERSON"), false);
  if (phrase != nullptr && phrase->span.end >= name.span.end) return false;
  for (std::uint32_t t = first; t < tokens.size() && tokens[t].span.begin < name.span.end; ++t) {
    const Edge* unknown = lattice.find(t, class_id("OOV"), false);
    const bool no_part = unknown != nullptr && unknown->span.end == tokens[t].span.end &&
                         !is_name_word(lattice, t) && shape.never_part(text.key(tokens[t]));
    const Edge* office = t > first + 1 ? lattice.find(t, class_id("OFFICE"), false) : nullptr;
    const bool linked = t > first && lattice.find(t - 1, class_id("NAME_LINK"), false) != nullptr;
    const bool holds = office != nullptr && !linked && (office->flags & kDefinite) == 0 &&
                       tokens[t].span.end == name.span.end && t + 1 < tokens.size() &&
                       tokens[t + 1].kind == TokenKind::Word &&
                       tokens[t + 1].sentence == tokens[t].sentence;
    const Edge* saying = t > first ? lattice.find(t, class_id("NOT_PERSON"), false) : nullptr;
    const bool blessed = saying != nullptr && saying->span.end > name.span.end;   // "God rest him"
    if (!no_part && !holds && !blessed) continue;
    if (t == first) return false;
    name.span.end = tokens[t - 1].span.end;
    return true;
  }
  return true;
}

// What stands behind "son of" is a name, whatever else it means.
void end_behind_link(const Lattice& lattice, NameMention& name) {
  const auto tokens = lattice.text().tokens();
  const std::uint32_t last = lattice.text().token_at(name.span.end - 1);
  const Edge* link = lattice.find(last, class_id("NAME_LINK"), false);
  if (link == nullptr || tokens[last].span.begin <= name.span.begin) return;
  const bool word = last + 1 < tokens.size() && tokens[last + 1].kind == TokenKind::Word &&
                    tokens[last + 1].sentence == tokens[last].sentence;
  name.span.end = word ? tokens[last + 1].span.end : tokens[last - 1].span.end;
}

// "The king receives X Y": behind an office an unknown word built as a verb, and then a name.
void begin_behind_verb(const Lattice& lattice, const NameShape& shape, NameMention& name) {
  const Text& text = lattice.text();
  const auto tokens = text.tokens();
  const std::uint32_t t = text.token_at(name.span.begin);
  if (name.title.empty() || t + 1 >= tokens.size() || tokens[t].span.end >= name.span.end) return;
  if (shape.verb().empty() || !text.key(tokens[t]).starts_with(shape.verb())) return;
  const Edge* unknown = lattice.find(t, class_id("OOV"), false);
  if (unknown == nullptr || is_name_word(lattice, t)) return;
  if (lattice.find(t + 1, class_id("FIRST_NAME"), false) == nullptr) return;
  name.span.begin = tokens[t + 1].span.begin;
}

// "president X": an office of one word, neither definite nor told whose, is followed by what is
// presided over, not by a person; a given name or a well known one still is one.
bool is_bare_office(const Lattice& lattice, const Text& text, const NameMention& name) {
  if (name.title.empty()) return false;
  const std::uint32_t first = text.token_at(name.title.begin);
  const std::uint32_t last = text.token_at(name.title.end - 1);
  const std::uint32_t t = text.token_at(name.span.begin);
  if (first != last || text.tokens()[first].script != Script::Arabic) return false;
  const Edge* office = lattice.find(first, class_id("OFFICE"), false);
  if (office == nullptr || (office->flags & kDefinite) != 0) return false;
  return !is_name_word(lattice, t);
}

// What reads like an organisation and is none ("the board of directors"), from the lists.
bool is_no_name(const Lattice& lattice, const Text& text, Span span) {
  const Edge* edge = lattice.find(text.token_at(span.begin), class_id("NOT_ORG"), false);
  return edge != nullptr && edge->span.end >= span.end;
}

// A group that is an organ of a state stands where an organisation can stand.
bool is_organ(const Lattice& lattice, const Text& text, const NameMention& name) {
  const std::uint32_t token = text.token_at(name.span.begin);
  return lattice.find(token, class_id("ORG_HEAD"), false) != nullptr ||
         lattice.find(token, class_id("ORG"), false) != nullptr;
}

bool make_name(const RuleMatch& match, const Lattice& lattice, const NameShape& shape,
               Report& report) {
  NameMention name;
  name.span = match.span;
  name.rule = match.rule;
  if (match.maker == "person") {
    name.type = EntityType::Person;
    if (const Capture* title = match.argument_capture("title")) name.title = title->span;
    if (const Edge* known = lattice.find(report.text.token_at(name.span.begin), class_id("KNOWN_PERSON"));
        known != nullptr && known->span == name.span)
      name.id = lattice.sense(*known, class_id("KNOWN_PERSON"))->attribute("id");
    if (is_bare_office(lattice, report.text, name)) return false;
  } else if (match.maker == "org") {
    name.type = EntityType::Organisation;
    name.agency = match.argument("agency") == "1";
    if (is_no_name(lattice, report.text, match.span)) return false;
    if (folded_name(lattice, report.text, report.text.token_at(name.span.begin)) == Folded::Word)
      return false;
    if (const Capture* org = match.argument_capture("org"); org != nullptr && org->sense != nullptr) {
      name.id = org->sense->attribute("id");
      if (org->sense->attribute("state") == "1") name.type = EntityType::Group;
    }
  } else if (match.maker == "place") {
    set_place(name, match);
  } else if (match.maker == "nisba") {
    set_place(name, match);
    name.adjective = true;
  } else if (match.maker == "group") {
    name.type = EntityType::Group;
  } else {
    return false;
  }
  if (name.type == EntityType::Person) begin_behind_verb(lattice, shape, name);
  if (!ends_with_word(lattice, shape, name)) return false;
  if (name.type == EntityType::Person && (!drop_preposition(lattice, report.text, name) ||
                                          !end_before_no_part(lattice, shape, name) ||
                                          !begins_well(match, lattice, shape, name)))
    return false;
  if (name.type == EntityType::Person) end_behind_link(lattice, name);
  if (name.type == EntityType::Place && !name.adjective && !begins_as_place(lattice, shape, name))
    return false;
  if (name.grain == kCountry && !name.adjective && !name.id.empty() && name.country.empty())
    return false;   // "the Soviet republic": no country of today
  report.names.push_back(std::move(name));
  return true;
}

void put_into_lattice(Lattice& lattice, const Report& report) {
  for (std::size_t i = 0; i < report.names.size(); ++i) {
    const NameMention& name = report.names[i];
    if (name.adjective) continue;
    constexpr std::array<std::string_view, 4> kClasses = {"PERSON", "ORG", "PLACE", "GROUPNAME"};
    const auto mention = static_cast<std::int32_t>(i);
    lattice.add_mention(class_named(kClasses[static_cast<std::size_t>(name.type)]), name.span, mention);
    if (name.type == EntityType::Group && is_organ(lattice, report.text, name))
      lattice.add_mention(class_id("ORG"), name.span, mention);
  }
}

}  // namespace

bool is_name_maker(std::string_view maker) {
  return std::find(kMakers.begin(), kMakers.end(), maker) != kMakers.end() && maker != "refuse";
}

std::string name_example_value(const NameMention& name) {
  std::string value;
  switch (name.type) {
    case EntityType::Person: return "person";
    case EntityType::Organisation: return name.agency ? "org:agency" : "org";
    case EntityType::Group: return "group";
    case EntityType::Place: value = name.adjective ? "nisba" : "place"; break;
  }
  if (!name.country.empty()) value += ':' + name.country;
  return value;
}

void find_names(Lattice& lattice, Report& report) {
  report.names.clear();
  report.entities.clear();
  find_imported(lattice, report);
  const NameShape shape(lattice.packs());
  run_stratum(lattice, "names", [&](const RuleMatch& match) {
    return make_name(match, lattice, shape, report);
  });
  find_teams(lattice, report);
  find_shaped_names(lattice, report);
  end_names_at_times(report);
  find_handles(lattice, report);
  spread_surnames(lattice, shape, report);
  std::stable_sort(report.names.begin(), report.names.end(),
                   [](const NameMention& a, const NameMention& b) { return a.span < b.span; });
  resolve_places(lattice, report);
  join_entities(report);
  tell_of_lists(lattice, report);
  restore_articles(lattice, shape, report);
  put_into_lattice(lattice, report);
}

}  // namespace isnad
