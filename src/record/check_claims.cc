// SPDX-License-Identifier: Apache-2.0
#include "record/check_claims.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace isnad {
namespace {

std::string squeezed(std::string_view text) {
  std::string out;
  for (const std::string& word : fold_words(text)) out += (out.empty() ? "" : " ") + word;
  return out;
}

int grain_of(const Report& report, const Entity& entity) {
  int grain = 0;
  for (std::int32_t mention : entity.mentions) {
    grain = std::max<int>(grain, report.names[static_cast<std::size_t>(mention)].grain);
  }
  return grain;
}

const Entity& entity_at(const Report& report, std::int32_t index) {
  return report.entities[static_cast<std::size_t>(index)];
}

bool names_place(const Report& report, const Entity& wanted) {
  return std::any_of(report.entities.begin(), report.entities.end(), [&](const Entity& entity) {
    if (entity.type != EntityType::Place) return false;
    return one_name(entity, wanted) || (!wanted.country.empty() && entity.country == wanted.country);
  });
}

Tally count(const CheckView& view, const CheckedClaim& claim, Stand stand) {
  std::set<std::int32_t> articles;
  std::set<std::string> outlets;
  std::set<std::pair<std::int32_t, std::string>> origins;
  for (const Saying& saying : claim.sayings) {
    if (saying.stand != stand || !articles.insert(saying.place.report).second) continue;
    const Report& report = view.report(saying.place.report);
    outlets.insert(report.outlet.empty() ? report.id : report.outlet);
    origins.emplace(saying.record, saying.origin);
  }
  return {static_cast<std::int32_t>(articles.size()), static_cast<std::int32_t>(outlets.size()),
          static_cast<std::int32_t>(origins.size())};
}

}  // namespace

bool one_name(const Entity& a, const Entity& b) {
  if (!a.id.empty() && !b.id.empty()) return a.id == b.id;
  if (!a.name_latin.empty() && a.name_latin == b.name_latin) return true;
  return squeezed(a.name) == squeezed(b.name);
}

PlaceFit fit_place(const Report& sentence, std::int32_t wanted, const Report& report,
                   std::int32_t place) {
  if (wanted == kNone) return PlaceFit::Same;
  const Entity& want = entity_at(sentence, wanted);
  if (place == kNone) return names_place(report, want) ? PlaceFit::Same : PlaceFit::Other;
  const Entity& have = entity_at(report, place);
  if (one_name(want, have)) return PlaceFit::Same;
  const bool one_country = !want.country.empty() && want.country == have.country;
  if (!one_country) return PlaceFit::Other;
  const bool wants_all = grain_of(sentence, want) == 4, has_all = grain_of(report, have) == 4;
  if (wants_all && has_all) return PlaceFit::Same;
  if (wants_all) return PlaceFit::Narrower;
  return has_all ? PlaceFit::Wider : PlaceFit::Other;
}

std::string shown_entity(const CheckView& view, const Report& report, std::int32_t entity) {
  if (entity == kNone) return {};
  const Entity& shown = entity_at(report, entity);
  return view.words.arabic() || shown.name_latin.empty() ? shown.name : shown.name_latin;
}

std::string origin_of(const Record& record, std::int32_t report) {
  for (const ReportInStory& in : record.reports) {
    if (in.report == report) return in.origin;
  }
  return {};
}

void add_saying(const CheckView& view, CheckedClaim& claim, Saying saying) {
  const bool known = std::any_of(claim.sayings.begin(), claim.sayings.end(), [&](const Saying& other) {
    return other.place.report == saying.place.report && other.way == saying.way;
  });
  if (known) return;
  saying.origin = origin_of(view.records[static_cast<std::size_t>(saying.record)],
                            saying.place.report);
  claim.sayings.push_back(std::move(saying));
}

void finish_claim(const CheckView& view, CheckedClaim& claim) {
  // A report that says the same somewhere supports, whatever else it says of it; one that says it
  // both less exactly and in another way is told by the other way.
  std::set<std::int32_t> supporting, exact;
  for (const Saying& saying : claim.sayings) {
    if (saying.stand == Stand::Supported) supporting.insert(saying.place.report);
    if (saying.way != Way::LessExact) exact.insert(saying.place.report);
  }
  std::erase_if(claim.sayings, [&](const Saying& saying) {
    if (saying.stand == Stand::Supported) return false;
    return supporting.count(saying.place.report) != 0 ||
           (saying.way == Way::LessExact && exact.count(saying.place.report) != 0);
  });
  std::stable_sort(claim.sayings.begin(), claim.sayings.end(), [](const Saying& a, const Saying& b) {
    return std::tie(a.stand, a.way, a.record, a.place.report) <
           std::tie(b.stand, b.way, b.record, b.place.report);
  });
  claim.supported = count(view, claim, Stand::Supported);
  claim.contradicted = count(view, claim, Stand::Contradicted);
  claim.differently = count(view, claim, Stand::Differently);
  const bool yes = claim.supported.articles > 0, no = claim.contradicted.articles > 0;
  if (yes) claim.stand = no ? Stand::Disputed : Stand::Supported;
  else if (no) claim.stand = Stand::Contradicted;
  else claim.stand = claim.differently.articles > 0 ? Stand::Differently : Stand::Nothing;
}

std::vector<CheckedClaim> check_claims(const CheckView& view) {
  std::vector<CheckedClaim> claims;
  for (const Figure& figure : view.sentence.figures) claims.push_back(check_figure(view, figure));
  for (const Event& event : view.sentence.events) {
    // A figure says more than the event its cue tells of.
    const bool within = std::any_of(
        view.sentence.figures.begin(), view.sentence.figures.end(),
        [&](const Figure& figure) { return figure.span.overlaps(event.span); });
    if (!within) claims.push_back(check_event(view, event));
  }
  std::stable_sort(claims.begin(), claims.end(), [](const CheckedClaim& a, const CheckedClaim& b) {
    return a.span < b.span;
  });
  return claims;
}

const char* stand_name(Stand stand) {
  static constexpr const char* kNames[] = {"supported", "contradicted", "disputed",
                                           "said_differently", "nothing_said"};
  return kNames[static_cast<std::size_t>(stand)];
}

const char* way_name(Way way) {
  static constexpr const char* kNames[] = {
      "same", "rival", "denied", "opposed", "less_exact", "later", "earlier", "floor",
      "part", "feared", "other_role", "other_group", "other_place", "other_day"};
  return kNames[static_cast<std::size_t>(way)];
}

}  // namespace isnad
