// SPDX-License-Identifier: Apache-2.0
#include "read/places.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <vector>

#include "read/places_candidates.h"

namespace isnad {
namespace {

constexpr ClassId kHead = class_id("PLACE_HEAD"), kKind = class_id("PLACE_KIND"), kState = class_id("STATE_HEAD");
constexpr ClassId kNisba = class_id("NISBA"), kOf = class_id("OF");

// What each kind of evidence is worth. Size: log10 of the people, 3.6 for a million.
constexpr double kKindSaid = 10, kRegionSaid = 3, kAdjectiveBehind = 8, kApposed = 7, kNear = 4, kClose = 2.5,
                 kSameSentence = 1.2, kSameProvince = 2, kWithinReach = 1.5, kMostVotes = 3, kOutlet = 2.5,
                 kCountry = 5.5, kProvinceBehindTown = 1.5, kLoneProvince = 3.4,
                 kRare = 2;
constexpr std::uint32_t kNearWords = 6, kCloseWords = 12, kApposedWords = 2, kLendWords = 3;
constexpr std::size_t kWitnesses = 16;
constexpr double kReach = 150;   // km

// A name of a place, with all it can be; or a body that says its country, which only bears witness.
struct Spot {
  NameMention* name = nullptr;
  std::vector<PlaceCandidate> candidates;
  std::size_t best = 0;
  std::uint32_t first = 0, last = 0, sentence = 0;   // tokens
  std::string key;
  bool one_country = false, adjective = false;   // adjective: it says a country and is no place itself
};

double size_score(const PlaceCandidate& c) { return 1.2 * std::log10((c.people + 1000) / 1000); }

// Kilometres, near enough for towns.
double distance(const PlaceCandidate& a, const PlaceCandidate& b) {
  constexpr double kDegree = 111.2;
  const double middle = (a.lat + b.lat) / 2 * 3.14159265 / 180;
  return kDegree * std::hypot(a.lat - b.lat, (a.lon - b.lon) * std::cos(middle));
}

class Resolver {
 public:
  Resolver(const Lattice& lattice, Report& report) : lattice_(lattice), report_(report) {}

  void run() {
    collect();
    if (spots_.empty()) return;
    outlet_ = outlet_country(lattice_, report_);
    for (Spot& spot : spots_) start(spot);
    count_votes();
    for (int round = 0; round < 2; ++round) choose_all();
    for (Spot& spot : spots_) set(spot);
  }

 private:
  void collect() {
    for (NameMention& name : report_.names) {
      Spot spot;
      spot.name = &name;
      if (name.type == EntityType::Place) spot.candidates = place_candidates(lattice_, name);
      else if (!name.agency && !name.country.empty()) spot.candidates.push_back(witness(name));
      const bool unlisted = spot.candidates.empty();
      spot.adjective = name.adjective || name.type != EntityType::Place;
      spot.first = report_.text.token_at(name.span.begin);
      spot.last = report_.text.token_at(name.span.end - 1);
      spot.sentence = report_.text.tokens()[spot.first].sentence;
      if (unlisted) {   // "the province of X"
        if (name.type == EntityType::Place && name.grain == 2 && kind_said(spot) == 3) name.grain = 3;
        continue;
      }
      fold_key(report_.text.slice(name.span), spot.key);
      spots_.push_back(std::move(spot));
    }
  }

  // Without any context: the best by kind and size.
  void start(Spot& spot) {
    spot.one_country = std::all_of(spot.candidates.begin(), spot.candidates.end(), [&](const PlaceCandidate& c) {
      return c.country == spot.candidates[0].country && !c.country.empty();
    });
    for (PlaceCandidate& c : spot.candidates) c.score = c.kind_score = kind_score(spot, c);
    spot.best = best_of(spot);
  }

  static std::size_t best_of(const Spot& spot) {
    std::size_t best = 0;
    for (std::size_t i = 1; i < spot.candidates.size(); ++i)
      if (spot.candidates[i].score > spot.candidates[best].score) best = i;
    return best;
  }

  // The word for its kind beside it, else how large it is.
  double kind_score(const Spot& spot, const PlaceCandidate& c) {
    double score = c.grain == 4 ? kCountry : size_score(c);
    if (c.grain == 3) score = province_score(spot, c);
    const std::uint8_t said = kind_said(spot);
    if (said == c.grain) score += kKindSaid;
    if (said == kRegion && c.grain == 3) score += kRegionSaid;
    return said != c.grain && c.rare ? score - kRare : score;
  }

  // A province is a little behind the town of its name; one that has none is as good as a large town.
  static double province_score(const Spot& spot, const PlaceCandidate& province) {
    double town = -1;
    for (const PlaceCandidate& c : spot.candidates)
      if (c.grain == 2 && c.country == province.country) town = std::max(town, size_score(c));
    return town < 0 ? kLoneProvince : town - kProvinceBehindTown;
  }

  // ---- the word for its kind ----------------------------------------------------------------
  static constexpr std::uint8_t kRegion = 9;   // "the countryside of": nearer to the province

  static std::uint8_t grain_said(std::string_view grain) {
    if (grain == "province") return 3;
    if (grain == "country") return 4;
    if (grain == "region" || grain == "island") return kRegion;
    for (const std::string_view town : {"city", "town", "village", "district", "quarter", "camp", "port"})
      if (grain == town) return 2;
    return 0;
  }

  std::uint8_t said_by(std::uint32_t token, bool before) const {
    if (token >= report_.text.tokens().size()) return 0;
    for (const ClassId cls : {kHead, kKind}) {
      const Edge* head = lattice_.find(token, cls, false);
      if (head == nullptr || (before && (head->flags & kDefinite) != 0)) continue;
      if (!before && report_.text.tokens()[token].script != Script::Latin) continue;
      if (before && head->to % 8 != 0) continue;
      return grain_said(lattice_.sense(*head, cls)->attribute("grain"));
    }
    return before && lattice_.find(token, kState, false) != nullptr ? 4 : 0;
  }

  std::uint8_t kind_said(const Spot& spot) const {
    const std::uint32_t begin = report_.text.tokens()[spot.first].span.begin;
    std::uint8_t said = 0;
    if (spot.first > 0 && spot.name->span.begin == begin) {
      std::uint32_t before = spot.first - 1;
      if (before > 0 && lattice_.find(before, kOf, false) != nullptr) --before;
      said = said_by(before, true);
    }
    if (said == 0 && spot.last > spot.first) said = said_by(spot.first, true);   // "the town of X" as one name
    return said != 0 ? said : said_by(spot.last + 1, false);
  }

  // ---- what the report says of countries ----------------------------------------------------------
  void count_votes() {
    for (const Spot& spot : spots_) {
      const PlaceCandidate& c = spot.candidates[spot.best];
      if (spot.one_country) votes_[std::string(c.country)] += spot.adjective ? 0.5 : 1;
    }
  }

  double votes_for(const PlaceCandidate& c) const {
    const auto found = votes_.find(std::string(c.country));
    double score = found == votes_.end() ? 0 : std::min(kMostVotes, found->second);
    if (!outlet_.empty() && c.country == outlet_) score += kOutlet;
    return score;
  }

  // How much the place `by`, beside it in its sentence, speaks for c.
  double beside(const Spot& spot, const PlaceCandidate& c, const Spot& by) const {
    const bool behind = by.first > spot.last;
    const std::uint32_t words = behind ? by.first - spot.last : spot.first - by.last;
    const PlaceCandidate& other = by.candidates[by.best];
    const bool same = !c.country.empty() && c.country == other.country;
    if (by.adjective && behind && words == 1) return same ? kAdjectiveBehind : 0;
    double worth = words <= kNearWords ? kNear : words <= kCloseWords ? kClose : kSameSentence;
    if (behind && words <= kApposedWords && other.grain >= 3 && c.grain < other.grain && !by.adjective) worth = kApposed;
    if (!by.one_country) worth *= 0.6;
    double score = same ? worth : 0;
    if (by.adjective) return score;
    if (same && !c.in.empty() && (c.in == other.in || c.in == other.id)) score += kSameProvince;
    if (c.located && other.located && distance(c, other) < kReach) score += kWithinReach;
    return score;
  }

  // The places of its sentence, as far as kWitnesses to either side.
  double local(std::size_t i, const PlaceCandidate& c) const {
    const Spot& spot = spots_[i];
    double score = 0;
    const auto hear = [&](const Spot& by) {
      if (by.key != spot.key) score += beside(spot, c, by);
    };
    for (std::size_t k = i; k > 0 && i - k < kWitnesses && spots_[k - 1].sentence == spot.sentence; --k) hear(spots_[k - 1]);
    for (std::size_t k = i + 1; k < spots_.size() && k - i <= kWitnesses && spots_[k].sentence == spot.sentence; ++k) hear(spots_[k]);
    return score;
  }

  // All mentions of one name mean places of one country; which of them, its own words say.
  void choose_all() {
    std::map<std::string, std::map<std::string, double>> by_name;
    for (std::size_t i = 0; i < spots_.size(); ++i) {
      Spot& spot = spots_[i];
      if (spot.candidates.size() < 2 || spot.one_country) continue;
      for (PlaceCandidate& c : spot.candidates) c.local = local(i, c);
      std::map<std::string, double> most;
      for (const PlaceCandidate& c : spot.candidates) {
        double& best = most[std::string(c.country)];
        best = std::max(best, c.local);
      }
      for (const auto& [country, score] : most) by_name[spot.key][country] += score;
    }
    for (Spot& spot : spots_) {
      if (spot.candidates.size() < 2 || spot.one_country) continue;
      for (PlaceCandidate& c : spot.candidates)
        c.score = c.kind_score + c.local / 2 + by_name[spot.key][std::string(c.country)] / 2 + votes_for(c);
      spot.best = best_of(spot);
    }
  }

  static PlaceCandidate witness(const NameMention& body) {
    PlaceCandidate c;
    c.id = c.country = body.country;
    c.grain = 4;
    return c;
  }

  static void set(const Spot& spot) {
    if (spot.name->type != EntityType::Place) return;
    const PlaceCandidate& c = spot.candidates[spot.best];
    spot.name->id = c.id;
    spot.name->country = c.country;
    if (!spot.name->adjective) spot.name->grain = c.grain;
  }

  const Lattice& lattice_;
  Report& report_;
  std::vector<Spot> spots_;
  std::map<std::string, double> votes_;
  std::string outlet_;
};

// ---- what has no entry of its own ------------------------------------------------------------------

// The one country that names inside a span are of: "Baghdad airport", "the Kazakh authorities".
std::string country_inside(const Lattice& lattice, Span span) {
  std::set<std::string_view> countries;
  const auto tokens = lattice.text().tokens();
  for (std::uint32_t t = lattice.text().token_at(span.begin); t < tokens.size() && tokens[t].span.begin < span.end; ++t)
    for (const ClassId cls : {kNisba, class_id("COUNTRY"), class_id("CITY"), class_id("REGION")})
      if (const Edge* edge = lattice.find(t, cls, false); edge != nullptr && span.contains(edge->span)) {
        const Sense& sense = *lattice.sense(*edge, cls);
        const std::string_view country = country_of(sense);
        if (!country.empty()) countries.insert(country);
      }
  return countries.size() == 1 ? std::string(*countries.begin()) : std::string();
}

void tell_countries(const Lattice& lattice, Report& report) {
  for (NameMention& name : report.names) {
    const bool body = name.type == EntityType::Organisation || name.type == EntityType::Group;
    const bool site = name.type == EntityType::Place && !name.adjective && name.id.empty();
    if ((body && !name.agency) || site)
      if (name.country.empty()) name.country = country_inside(lattice, name.span);
  }
}

// "The square in Cairo", "the village of X in the countryside of Hama": what has no country of its own lies in that of
// the place right behind it.
void lend_countries(Report& report) {
  const Text& text = report.text;
  for (std::size_t i = 0; i + 1 < report.names.size(); ++i) {
    NameMention& name = report.names[i];
    const bool finer = name.grain == 1 || name.grain == 2;
    if (name.type != EntityType::Place || name.adjective || !name.country.empty() || !finer) continue;
    const std::uint32_t last = text.token_at(name.span.end - 1);
    const NameMention& next = report.names[i + 1];
    const std::uint32_t at = text.token_at(next.span.begin);
    const bool near = at > last && at - last <= kLendWords && text.tokens()[at].sentence == text.tokens()[last].sentence;
    if (near && next.type == EntityType::Place && !next.adjective && next.grain >= 2) name.country = next.country;
  }
}

}  // namespace

void resolve_places(const Lattice& lattice, Report& report) {
  tell_countries(lattice, report);
  Resolver(lattice, report).run();
  lend_countries(report);
}

}  // namespace isnad
