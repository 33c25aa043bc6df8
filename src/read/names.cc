// SPDX-License-Identifier: Apache-2.0
#include "read/names.h"

#include <algorithm>
#include <array>

#include "read/names_finish.h"
#include "read/names_join.h"
#include "read/names_teams.h"

namespace isnad {
namespace {

constexpr std::array<std::string_view, 6> kMakers = {"person", "org",   "place",
                                                     "nisba",  "group", "refuse"};

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
  name.country = place->sense->attribute("cc");
  if (name.id.size() == 2 && name.country.empty()) name.country = name.id;
}

// A name is a whole word: a pronoun joined behind means another word, but a family name may end as
// if "my" were joined to a given name, and is then taken whole.
bool ends_with_word(const Text& text, NameMention& name) {
  const Span last = text.tokens()[text.token_at(name.span.end - 1)].span;
  if (last.end == name.span.end) return true;
  if (name.type != EntityType::Person || text.slice({name.span.end, last.end}) != "\xD9\x8A")
    return false;
  name.span.end = last.end;
  return true;
}

constexpr std::string_view kAli = "\xD8\xB9\xD9\x84\xD9\x8A";  // ain lam ya
constexpr std::string_view kYa = "\xD9\x8A";
constexpr std::string_view kWaw = "\xD9\x88";
constexpr std::string_view kSin = "\xD8\xB3";

// Folding makes one of the preposition "on" and the given name Ali: a person's name ends before the
// first, and Ali alone, which older spelling writes for it too, needs a title. False: no name left.
bool drop_preposition(const Text& text, NameMention& name) {
  const auto tokens = text.tokens();
  const std::uint32_t first = text.token_at(name.span.begin);
  for (std::uint32_t t = first; t < tokens.size() && tokens[t].span.begin < name.span.end; ++t) {
    if (!text.key(tokens[t]).ends_with(kAli) || text.key(tokens[t]).size() > kAli.size() + 2)
      continue;
    const bool on = !text.slice(tokens[t].span).ends_with(kYa);
    if (t == first) return !on && (tokens[t].span.end < name.span.end || !name.title.empty());
    if (!on) continue;
    name.span.end = tokens[t - 1].span.end;
    break;
  }
  return true;
}

// What no name of a person begins with: the future's particle, or an unknown word in waw (it is
// "and" with a word not in the lists).
bool begins_well(const RuleMatch& match, const Text& text, const Lattice& lattice,
                 const NameMention& name) {
  const std::uint32_t t = text.token_at(name.span.begin);
  const Token& token = text.tokens()[t];
  const std::string_view before = text.slice({token.span.begin, name.span.begin});
  if (before.ends_with(kSin)) return false;
  if (!before.empty() || !text.key(token).starts_with(kWaw)) return true;
  for (const std::string_view cls : {"FIRST_NAME", "FIRST_NAME_WEAK", "SURNAME"})
    if (const Edge* edge = lattice.find(t, class_id(cls), false);
        edge != nullptr && edge->span.begin == token.span.begin)
      return true;
  return match.maker != "person" || text.key(token).size() <= 8;
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

bool make_name(const RuleMatch& match, const Lattice& lattice, Report& report) {
  NameMention name;
  name.span = match.span;
  name.rule = match.rule;
  if (match.maker == "person") {
    name.type = EntityType::Person;
    if (const Capture* title = match.argument_capture("title")) name.title = title->span;
  } else if (match.maker == "org") {
    name.type = EntityType::Organisation;
    name.agency = match.argument("agency") == "1";
    if (is_no_name(lattice, report.text, match.span)) return false;
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
  if (!ends_with_word(report.text, name)) return false;
  if (name.type == EntityType::Person && (!drop_preposition(report.text, name) ||
                                          !begins_well(match, report.text, lattice, name)))
    return false;
  report.names.push_back(std::move(name));
  return true;
}

void put_into_lattice(Lattice& lattice, const Report& report) {
  for (std::size_t i = 0; i < report.names.size(); ++i) {
    const NameMention& name = report.names[i];
    if (name.adjective) continue;
    constexpr std::array<std::string_view, 4> kClasses = {"PERSON", "ORG", "PLACE", "GROUPNAME"};
    const auto mention = static_cast<std::int32_t>(i);
    lattice.add_mention(class_id(kClasses[static_cast<std::size_t>(name.type)]), name.span, mention);
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
  run_stratum(lattice, "names", [&](const RuleMatch& match) { return make_name(match, lattice, report); });
  find_teams(lattice, report);
  end_names_at_times(report);
  spread_surnames(lattice, report);
  std::stable_sort(report.names.begin(), report.names.end(),
                   [](const NameMention& a, const NameMention& b) { return a.span < b.span; });
  join_entities(report);
  name_in_latin(lattice, report);
  put_into_lattice(lattice, report);
}

}  // namespace isnad
