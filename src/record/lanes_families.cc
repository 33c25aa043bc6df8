// SPDX-License-Identifier: Apache-2.0
// "Six people" here, "six policemen" there.
#include <algorithm>
#include <map>
#include <tuple>

#include "record/lanes_claims.h"

namespace isnad {
namespace {

constexpr std::int64_t kTelling = 10;

using Key = std::tuple<Role, std::string, std::string>;   // role, event, place
using Families = std::map<std::string, std::vector<std::size_t>>;

bool is_count(const Claim& claim) {
  const Figure& figure = *claim.said;
  return figure.bound != Bound::Vague && figure.kind != CountKind::Part && figure.low >= 2 &&
         (figure.stance == Stance::Asserted || figure.stance == Stance::Claimed);
}

bool has_count(const std::vector<Claim>& claims, const std::vector<std::size_t>& of) {
  return std::any_of(of.begin(), of.end(), [&](std::size_t i) { return is_count(claims[i]); });
}

// Another report gives this count in the other family, and this report gives no other one there; a
// report that gives one count twice, with and without the group, means one.
bool is_matched(const std::vector<Claim>& claims, const Claim& claim,
                const std::vector<std::size_t>& others) {
  bool matched = false;
  for (std::size_t index : others) {
    const Claim& other = claims[index];
    if (!is_count(other)) continue;
    if (other.report == claim.report && other.said->low != claim.said->low) return false;
    const bool may = other.report != claim.report || claim.said->low >= kTelling;
    matched = matched || (may && other.said->low == claim.said->low);
  }
  return matched;
}

bool is_covered(const std::vector<Claim>& claims, const std::vector<std::size_t>& family,
                const std::vector<std::size_t>& others) {
  return std::all_of(family.begin(), family.end(), [&](std::size_t index) {
    return !is_count(claims[index]) || is_matched(claims, claims[index], others);
  });
}

// The family that "people" may join or that may join it.
bool join_one(std::vector<Claim>& claims, Families& families) {
  const auto people = families.find("people");
  if (people == families.end() || !has_count(claims, people->second)) return false;
  for (auto& [family, of] : families) {
    if (family == "people" || is_thing(family) || !has_count(claims, of)) continue;
    const bool people_join = is_covered(claims, people->second, of);
    if (!people_join && !is_covered(claims, of, people->second)) continue;
    const std::string to = people_join ? family : "people";
    for (std::size_t index : people_join ? people->second : of) claims[index].family = to;
    auto& target = families[to];
    auto& source = people_join ? people->second : of;
    target.insert(target.end(), source.begin(), source.end());
    families.erase(people_join ? "people" : family);
    return true;
  }
  return false;
}

}  // namespace

void join_families(std::vector<Claim>& claims) {
  std::map<Key, Families> all;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Claim& claim = claims[i];
    all[{claim.said->role, claim.event, claim.place}][claim.family].push_back(i);
  }
  for (auto& [key, families] : all) {
    while (join_one(claims, families)) {}
  }
}

}  // namespace isnad
