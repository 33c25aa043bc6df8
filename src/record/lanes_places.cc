// SPDX-License-Identifier: Apache-2.0
// Which places are one scope. A story has a place of its own: a town (a bombing) or a country
// (unrest). What is said of it, of the country around it or of no place is compared; another town
// is another scope, unless it gives the same number.
#include <algorithm>
#include <map>
#include <set>

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

using Kinds = std::map<std::string, PlaceKind>;

std::string most_frequent(const std::map<std::string, int>& counts) {
  std::string best;
  int most = 0;
  for (const auto& [key, count] : counts) {
    if (count > most) { most = count; best = key; }
  }
  return best;
}

struct Own { std::string focus, country; };

// The story's own town, where tolls are told of it at least as often as of the country.
Own find_own(const std::vector<Claim>& claims, const Kinds& kinds) {
  std::map<std::string, int> local, countries;
  int in_country = 0;
  for (const Claim& claim : claims) {
    if (claim.place.empty() || claim.event != "main" || !is_toll(claim.said->role)) continue;
    const PlaceKind& kind = kinds.at(claim.place);
    if (kind.grain == 4) { ++countries[claim.place]; ++in_country; }
    else ++local[claim.place];
  }
  Own own;
  own.country = most_frequent(countries);
  const std::string town = most_frequent(local);
  if (!town.empty() && local[town] >= in_country) own.focus = town;
  return own;
}

bool comparable(const Claim& a, const Claim& b) {
  return a.said->role == b.said->role && a.family == b.family && a.event == b.event &&
         a.said->kind != CountKind::Part && b.said->kind != CountKind::Part;
}

bool same_number(const Claim& a, const Claim& b) {
  return a.said->low == b.said->low && a.said->high == b.said->high && a.said->low >= 3 &&
         a.said->bound != Bound::Vague;
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

bool shares_number(const std::vector<Claim>& claims, const Claim& a) {
  return std::any_of(claims.begin(), claims.end(), [&](const Claim& b) {
    return b.place.empty() && b.report != a.report && comparable(a, b) && same_number(a, b);
  });
}

void merge_weak(std::vector<Claim>& claims, const Kinds& kinds, const Own& own) {
  std::set<std::string> keys;
  for (const Claim& claim : claims) {
    if (!claim.place.empty()) keys.insert(claim.place);
  }
  for (const std::string& key : keys) {
    const int grain = kinds.at(key).grain;
    const bool weak = grain == 0 || (!own.focus.empty() && grain != 2 && grain != 4);
    if (!weak || told_apart(claims, key)) continue;
    for (Claim& claim : claims) {
      if (claim.place == key) claim.place.clear();
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
  const Own own = find_own(claims, kinds);
  for (Claim& claim : claims) {
    if (claim.place == own.focus || claim.place == own.country) claim.place.clear();
  }
  merge_weak(claims, kinds, own);
  std::vector<std::size_t> sharing;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (claims[i].place.empty()) continue;
    if (shares_number(claims, claims[i]) || is_covered(claims, claims[i])) sharing.push_back(i);
  }
  for (std::size_t i : sharing) claims[i].place.clear();
  return own.focus.empty() ? own.country : own.focus;
}

}  // namespace isnad
