// SPDX-License-Identifier: Apache-2.0
// Which places are one scope. A story has a place of its own: a town (a bombing) or a country
// (unrest). What is said of it, of the country around it or of no place is compared; another town
// is another scope, unless it gives the same number.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "record/lanes_claims.h"

namespace isnad {
namespace {

struct PlaceKind {
  std::string key;
  int grain = 0;         // 1 site, 2 town, 3 province, 4 country, 0 unknown
  std::string country;
};

PlaceKind place_kind(const StoryView& view, const Claim& claim) {
  PlaceKind kind;
  const Report& report = view.report(claim.report);
  const std::int32_t entity = claim.said->place_entity;
  if (entity == kNone) {
    for (const std::string& word : fold_words(report.text.slice(claim.said->place))) {
      kind.key += (kind.key.empty() ? "w:" : " ") + word;
    }
    return kind;
  }
  const Entity& place = report.entities[static_cast<std::size_t>(entity)];
  kind.country = place.country;
  for (std::int32_t mention : place.mentions) {
    kind.grain = std::max<int>(kind.grain, report.names[static_cast<std::size_t>(mention)].grain);
  }
  const std::int32_t name = view.name_of(claim.report, entity);
  if (kind.grain == 4) {
    kind.key = "c:" + (place.country.empty() ? place.name : place.country);
  } else if (name != kNone) {
    kind.key = "n:" + std::to_string(name);
  } else {
    kind.key = "e:" + (place.id.empty() ? place.name : place.id);
  }
  return kind;
}

// The place stands in the figure's own sentence. One from elsewhere in the report says where the
// report is about, not what the number is of.
bool is_of_figure(const Report& report, const Figure& figure) {
  if (figure.place.empty()) return figure.place_entity != kNone;
  for (const Span& sentence : report.text.sentences()) {
    if (sentence.contains(figure.place)) return sentence.overlaps(figure.span);
  }
  return false;
}

constexpr std::int64_t kTelling = 10;   // smaller numbers are equal by chance

constexpr std::size_t kManyPlaces = 3;

using Kinds = std::map<std::string, PlaceKind>;

// Reports by place, once for each toll they tell of it.
using Tellers = std::map<std::string, std::multiset<std::int32_t>>;

std::size_t count_reports(const std::multiset<std::int32_t>& told) {
  return std::set<std::int32_t>(told.begin(), told.end()).size();
}

// Reports of the story that name a place anywhere, by its key; only places that names were joined of.
std::map<std::string, int> count_naming(const StoryView& view) {
  std::map<std::string, int> naming;
  for (std::size_t at = 0; at < view.names.of_entity.size(); ++at) {
    std::set<std::int32_t> of_report(view.names.of_entity[at].begin(),
                                     view.names.of_entity[at].end());
    for (std::int32_t name : of_report) {
      if (name != kNone) ++naming["n:" + std::to_string(name)];
    }
  }
  return naming;
}

std::string most_told(const Tellers& tellers, const std::map<std::string, int>& naming) {
  const auto named = [&](const std::string& key) {
    const auto at = naming.find(key);
    return at == naming.end() ? 0 : at->second;
  };
  std::string best;
  std::tuple<std::size_t, int, std::size_t> most{0, 0, 0};
  for (const auto& [key, reports] : tellers) {
    const std::tuple<std::size_t, int, std::size_t> rank{count_reports(reports), named(key),
                                                         reports.size()};
    if (rank > most) { most = rank; best = key; }
  }
  return best;
}

struct Own { std::string focus, country; };

// The story's own town, where as many reports tell tolls of it as of countries. Of towns that as many
// tell of, the one that more reports name.
Own find_own(const StoryView& view, const std::vector<Claim>& claims, const Kinds& kinds) {
  Tellers local, countries;
  std::multiset<std::int32_t> in_country;
  for (const Claim& claim : claims) {
    if (claim.place.empty() || claim.event != "main" || !is_toll(claim.said->role)) continue;
    const bool country = kinds.at(claim.place).grain == 4;
    (country ? countries : local)[claim.place].insert(claim.report);
    if (country) in_country.insert(claim.report);
  }
  // What is history in one report may be what another is about.
  for (const Claim& claim : claims) {
    const auto at = local.find(claim.place);
    if (at != local.end() && claim.event != "main") at->second.insert(claim.report);
  }
  const std::map<std::string, int> naming = count_naming(view);
  Own own;
  own.country = most_told(countries, naming);
  const std::string town = most_told(local, naming);
  const auto weight = [](const std::multiset<std::int32_t>& told) {
    return std::make_pair(count_reports(told), told.size());
  };
  if (!town.empty() && weight(local[town]) >= weight(in_country)) own.focus = town;
  return own;
}

bool comparable(const Claim& a, const Claim& b) {
  return a.said->role == b.said->role && a.family == b.family && a.event == b.event &&
         a.said->kind != CountKind::Part && b.said->kind != CountKind::Part;
}

bool same_people(const Claim& a, const Claim& b) {
  const bool family = a.family == b.family || (a.family == "people" && !is_thing(b.family)) ||
                      (b.family == "people" && !is_thing(a.family));
  return a.said->role == b.said->role && a.event == b.event && family;
}

bool same_number(const Claim& a, const Claim& b) {
  return a.said->low == b.said->low && a.said->high == b.said->high && a.said->low >= 3 &&
         a.said->bound != Bound::Vague;
}

bool same_low(const Claim& a, const Claim& b) {
  const auto counted = [](Bound bound) {
    return bound == Bound::Exact || bound == Bound::AtLeast || bound == Bound::About;
  };
  return a.said->low == b.said->low && counted(a.said->bound) && counted(b.said->bound);
}

bool one_country(const PlaceKind& a, const PlaceKind& b) {
  return a.country.empty() || b.country.empty() || a.country == b.country;
}

// Some report gives different numbers for the two places.
bool tells_apart(const std::vector<Claim>& claims, const std::string& some,
                 const std::string& other) {
  for (const Claim& a : claims) {
    if (a.place != some || a.said->bound == Bound::Vague) continue;
    for (const Claim& b : claims) {
      const bool pair = b.place == other && a.report == b.report && comparable(a, b);
      if (pair && a.said->low != b.said->low && b.said->bound != Bound::Vague) return true;
    }
  }
  return false;
}

// One report gives different numbers for the two places: it tells them apart.
bool told_apart(const std::vector<Claim>& claims, const std::string& key) {
  for (const Claim& a : claims) {
    if (a.place != key) continue;
    for (const Claim& b : claims) {
      if (b.place.empty() && a.report == b.report && comparable(a, b) &&
          a.said->low != b.said->low) {
        return true;
      }
    }
  }
  return false;
}

// Only one report has the place, and beside it others that are not the story's own: it is a report of
// many incidents.
bool told_beside(const std::vector<Claim>& claims, const std::string& key) {
  std::set<std::int32_t> tellers;
  for (const Claim& claim : claims) {
    if (claim.place == key) tellers.insert(claim.report);
  }
  if (tellers.size() != 1) return false;
  std::set<std::string> beside;
  for (const Claim& claim : claims) {
    const bool other = claim.report == *tellers.begin() && !claim.place.empty() && claim.place != key;
    if (other && is_toll(claim.said->role)) beside.insert(claim.place);
  }
  return !beside.empty();
}

bool shares_number(const std::vector<Claim>& claims, const Claim& a) {
  return std::any_of(claims.begin(), claims.end(), [&](const Claim& b) {
    if (!b.place.empty() || !comparable(a, b)) return false;
    if (b.report != a.report) return same_number(a, b);
    // The report gives one number with the site and without.
    return same_low(a, b) && a.said->low >= 3 && a.date.first == b.date.first && a.date.last == b.date.last;
  });
}

// A part is where its whole is, unless its place is known, or another total is of that place too.
void place_parts(std::vector<Claim>& claims, const Kinds& kinds) {
  std::map<std::pair<std::int32_t, std::int32_t>, std::string> places;
  std::set<std::string> of_totals;
  for (const Claim& claim : claims) {
    places[{claim.report, claim.figure}] = claim.place;
    if (claim.said->kind == CountKind::Total) of_totals.insert(claim.place);
  }
  for (Claim& claim : claims) {
    const bool part = claim.said->kind == CountKind::Part && claim.said->part_of != kNone;
    if (!part || claim.place.empty() || kinds.at(claim.place).grain != 0) continue;
    if (of_totals.count(claim.place) != 0) continue;
    const auto whole = places.find({claim.report, claim.said->part_of});
    if (whole != places.end()) claim.place = whole->second;
  }
}

void merge_weak(std::vector<Claim>& claims, const Kinds& kinds, const Own& own) {
  std::set<std::string> keys;
  for (const Claim& claim : claims) {
    if (!claim.place.empty()) keys.insert(claim.place);
  }
  for (const std::string& key : keys) {
    const int grain = kinds.at(key).grain;
    const bool weak = grain == 0 || (!own.focus.empty() && grain != 2 && grain != 4);
    if (!weak || told_apart(claims, key) || told_beside(claims, key)) continue;
    for (Claim& claim : claims) {
      if (claim.place == key) claim.place.clear();
    }
  }
}

// Two other places with one number for one thing, in one report or on near days: one of them is the
// wider name of the other. The one that more claims have is kept.
void merge_equal(std::vector<Claim>& claims, const Kinds& kinds) {
  for (const Claim& a : claims) {
    if (a.place.empty() || a.said->low < kTelling) continue;
    for (const Claim& b : claims) {
      const bool pair = !b.place.empty() && b.place != a.place && same_people(a, b) && same_low(a, b);
      if (!pair || !one_country(kinds.at(a.place), kinds.at(b.place))) continue;
      const std::string from = b.place, to = a.place;
      if (tells_apart(claims, from, to)) continue;
      for (Claim& claim : claims) {
        if (claim.place == from) claim.place = to;
      }
    }
  }
}

// Every count of the place is a count of the whole in other reports too: they mean one thing.
bool is_covered(const std::vector<Claim>& claims, const Claim& of) {
  bool any = false;
  for (const Claim& claim : claims) {
    if (claim.place != of.place || !comparable(claim, of)) continue;
    if (claim.said->bound == Bound::Vague || claim.said->low < 2) continue;
    any = std::any_of(claims.begin(), claims.end(), [&](const Claim& whole) {
      return whole.place.empty() && whole.report != claim.report && comparable(whole, claim) &&
             whole.said->low == claim.said->low && whole.said->bound != Bound::Vague;
    });
    if (!any) return false;
  }
  return any;
}

// A place from another sentence counts only where its report tells several numbers apart by place.
void drop_far_places(const StoryView& view, std::vector<Claim>& claims) {
  std::vector<std::size_t> far;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Claim& a = claims[i];
    if (a.place.empty() || is_of_figure(view.report(a.report), *a.said)) continue;
    const bool needed = std::any_of(claims.begin(), claims.end(), [&](const Claim& b) {
      return b.report == a.report && b.said->role == a.said->role && b.place != a.place &&
             b.said->low != a.said->low;
    });
    if (!needed) far.push_back(i);
  }
  for (std::size_t i : far) claims[i].place.clear();
}

// A report that tells tolls of several places tells of several incidents: what it does not say of the
// story's own place may be of any.
void mark_loose(std::vector<Claim>& claims, const Own& own) {
  std::map<std::int32_t, std::set<std::string>> places;
  for (const Claim& claim : claims) {
    const bool toll = is_toll(claim.said->role) && !claim.place.empty();
    if (toll) places[claim.report].insert(claim.place);
  }
  for (Claim& claim : claims) {
    if (places[claim.report].size() < kManyPlaces) continue;
    claim.loose = claim.place != own.focus && claim.place != own.country &&
                  !(claim.place.empty() && own.focus.empty());
  }
}

}  // namespace

std::string settle_places(const StoryView& view, std::vector<Claim>& claims) {
  Kinds kinds;
  for (Claim& claim : claims) {
    if (claim.said->place.empty() && claim.said->place_entity == kNone) continue;
    const PlaceKind kind = place_kind(view, claim);
    claim.place = kind.key;
    PlaceKind& known = kinds[kind.key];
    known.key = kind.key;
    known.grain = std::max(known.grain, kind.grain);
    if (known.country.empty()) known.country = kind.country;
  }
  drop_far_places(view, claims);
  const Own own = find_own(view, claims, kinds);
  mark_loose(claims, own);
  for (Claim& claim : claims) {
    if (claim.place == own.focus || claim.place == own.country) claim.place.clear();
  }
  place_parts(claims, kinds);
  merge_weak(claims, kinds, own);
  merge_equal(claims, kinds);
  std::vector<std::size_t> sharing;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (claims[i].place.empty()) continue;
    if (shares_number(claims, claims[i]) || is_covered(claims, claims[i])) sharing.push_back(i);
  }
  for (std::size_t i : sharing) claims[i].place.clear();
  return own.focus.empty() ? own.country : own.focus;
}

}  // namespace isnad
