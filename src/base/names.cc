// SPDX-License-Identifier: Apache-2.0
// The printed names of every enum, one table each, in the order of the enum.
#include <array>
#include <string_view>

#include "isnad/record.h"
#include "isnad/report.h"

namespace isnad {
namespace {

template <std::size_t N>
using Names = std::array<const char*, N>;

constexpr Names<7> kParts = {"title", "dateline", "body", "caption", "embed", "credit", "chrome"};
constexpr Names<4> kBases = {"unknown", "metadata", "page", "inferred"};
constexpr Names<4> kTimeKinds = {"DATE", "TIME", "DURATION", "SET"};
constexpr Names<4> kAnchors = {"written", "publication", "earlier", "none"};
constexpr Names<8> kBounds = {"exact", "at_least", "more_than", "at_most",
                              "less_than", "about", "range", "vague"};
constexpr Names<6> kNumberKinds = {"cardinal", "ordinal", "percent", "money", "measure",
                                   "fraction"};
constexpr Names<4> kEntityTypes = {"person", "organisation", "place", "group"};
constexpr Names<5> kPrecisions = {"", "site", "town", "province", "country"};
constexpr Names<17> kRoles = {
    "killed", "injured", "missing", "casualties", "arrested", "abducted", "displaced", "rescued",
    "released", "participants", "attackers", "deployed", "deployed_equipment", "destroyed",
    "seized", "affected", "other"};
constexpr Names<4> kCountKinds = {"total", "new", "part", "unknown"};
constexpr Names<5> kStances = {"asserted", "claimed", "denied", "feared", "negated"};
constexpr Names<5> kPolicies = {"latest-official", "conservative", "ucdp", "min-max",
                                "independent-median"};
constexpr Names<5> kVerdicts = {"agreed", "growing", "corrected", "disputed", "single_source"};
constexpr Names<7> kRelations = {"update", "correction", "contradiction", "scope", "part",
                                 "denial", "outlier"};
constexpr Names<6> kAbouts = {"value", "role", "group", "date", "place", "claim"};

static_assert(static_cast<std::size_t>(PartKind::Chrome) + 1 == kParts.size());
static_assert(static_cast<std::size_t>(Basis::Inferred) + 1 == kBases.size());
static_assert(static_cast<std::size_t>(Bound::Vague) + 1 == kBounds.size());
static_assert(static_cast<std::size_t>(NumberKind::Fraction) + 1 == kNumberKinds.size());
static_assert(static_cast<std::size_t>(Role::Other) + 1 == kRoles.size());
static_assert(static_cast<std::size_t>(Stance::Negated) + 1 == kStances.size());
static_assert(static_cast<std::size_t>(Policy::IndependentMedian) + 1 == kPolicies.size());
static_assert(static_cast<std::size_t>(Verdict::SingleSource) + 1 == kVerdicts.size());
static_assert(static_cast<std::size_t>(Relation::Outlier) + 1 == kRelations.size());
static_assert(static_cast<std::size_t>(About::Claim) + 1 == kAbouts.size());

template <std::size_t N, class Enum>
const char* name_in(const Names<N>& names, Enum value) {
  const auto index = static_cast<std::size_t>(value);
  return index < N ? names[index] : "";
}

template <std::size_t N, class Enum>
bool parse_in(const Names<N>& names, std::string_view name, Enum& out) {
  for (std::size_t i = 0; i < N; ++i)
    if (name == names[i]) {
      out = static_cast<Enum>(i);
      return true;
    }
  return false;
}

}  // namespace

const char* part_name(PartKind kind) { return name_in(kParts, kind); }
const char* basis_name(Basis basis) { return name_in(kBases, basis); }
const char* time_kind_name(TimeKind kind) { return name_in(kTimeKinds, kind); }
const char* anchor_name(Anchor anchor) { return name_in(kAnchors, anchor); }
const char* bound_name(Bound bound) { return name_in(kBounds, bound); }
const char* number_kind_name(NumberKind kind) { return name_in(kNumberKinds, kind); }
const char* entity_type_name(EntityType type) { return name_in(kEntityTypes, type); }
const char* precision_name(std::uint8_t grain) { return grain < kPrecisions.size() ? kPrecisions[grain] : ""; }
const char* role_name(Role role) { return name_in(kRoles, role); }
const char* count_kind_name(CountKind kind) { return name_in(kCountKinds, kind); }
const char* stance_name(Stance stance) { return name_in(kStances, stance); }
const char* policy_name(Policy policy) { return name_in(kPolicies, policy); }
const char* verdict_name(Verdict verdict) { return name_in(kVerdicts, verdict); }
const char* relation_name(Relation relation) { return name_in(kRelations, relation); }
const char* about_name(About about) { return name_in(kAbouts, about); }

bool parse_role(std::string_view name, Role& out) { return parse_in(kRoles, name, out); }
bool parse_policy(std::string_view name, Policy& out) { return parse_in(kPolicies, name, out); }

}  // namespace isnad
