// SPDX-License-Identifier: Apache-2.0
#include "read/claim_places.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr ClassId kHead = class_id("PLACE_HEAD"), kSiteHead = class_id("SITE_HEAD");
constexpr ClassId kLocative = class_id("LOCATIVE"), kTarget = class_id("TARGET"), kBy = class_id("B");
constexpr std::uint32_t kComplement = 4;   // words that may tell which one

// 1 site is finer than 4 country; a place that no gazetteer knows is finer than a known town.
// A region of several countries is coarser than a country.
int coarseness(const NameMention& name) {
  if (name.grain >= 3 && name.country.empty()) return 50;
  if (name.grain == 1) return 10;
  if (name.grain <= 2 && name.country.empty() && name.id.empty()) return 18;
  return name.grain == 0 ? 25 : name.grain * 10;
}

class PlaceFinder {
 public:
  PlaceFinder(const Lattice& lattice, const Report& report) : lattice_(lattice), report_(report) {}

  std::vector<ClaimPlace> run() {
    for (std::size_t i = 0; i < report_.names.size(); ++i) {
      const NameMention& name = report_.names[i];
      if (name.type != EntityType::Place || name.adjective) continue;
      places_.push_back({name.span, static_cast<std::int32_t>(i), coarseness(name), name.country, false});
    }
    names_ = places_.size();
    find_again();
    for (std::uint32_t i = 0; i < size(); ++i) {
      read_site(i);
      read_border(i);
      read_placed(i);
    }
    for (ClaimPlace& place : places_) place.located = is_located(place);
    std::stable_sort(places_.begin(), places_.end(), [](const ClaimPlace& a, const ClaimPlace& b) { return a.span < b.span; });
    hold();
    return std::move(places_);
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(report_.text.tokens().size()); }
  const Token& token(std::uint32_t i) const { return report_.text.tokens()[i]; }
  bool word(std::uint32_t i) const { return i < size() && token(i).kind == TokenKind::Word; }
  bool has(std::uint32_t i, ClassId cls) const { return lattice_.find(i, cls, false) != nullptr; }
  bool article(std::uint32_t i) const {
    return report_.text.slice(token(i).span).substr(0, 4) == "\xd8\xa7\xd9\x84" && token(i).span.end - token(i).span.begin > 6;
  }

  bool joined(std::uint32_t i, ClassId particle) const {
    for (const Edge& edge : lattice_.edges_from(i * 8)) {
      if ((edge.flags & kParticle) != 0 && lattice_.sense(edge, particle) != nullptr) return true;
    }
    return false;
  }

  // "the mosque of the guards", "the quarter of the iron gate", "the prison 'Nafha'".
  void read_site(std::uint32_t i) {
    const Edge* head = lattice_.find(i, kSiteHead, false);
    bool area = head == nullptr;
    if (area) head = lattice_.find(i, kHead, false);
    if (head == nullptr || (head->flags & kDefinite) != 0 || has(i, class_id("CARE_HEAD")) || !word(i) || token(i).script == Script::Latin) return;
    int coarse = area ? area_coarseness(lattice_.sense(*head, kHead)->attribute("grain")) : 10;
    if (coarse == 0 || head->to % 8 != 0) return;
    std::uint32_t first = head->to / 8;
    std::uint32_t end = complement_end(first, coarse == 10);
    if (end == first) return;
    Span span{head->span.begin, token(end - 1).span.end};
    std::string country;
    for (std::size_t n = 0; n < names_; ++n) {
      const ClaimPlace& name = places_[n];
      if (!span.overlaps(name.span)) continue;
      if (name.coarse <= coarse || name.span.end > span.end || name.span.begin < span.begin) return;
      if (coarse > 10 && name.span.end == span.end && name.coarse < 40) return;   // the head only names its kind
      country = name.country;
    }
    places_.push_back({span, kNone, coarse, country, false});
  }

  static int area_coarseness(std::string_view grain) {
    for (std::string_view site : {"building", "airport", "square", "camp", "port"}) {
      if (grain == site) return 10;
    }
    if (grain == "quarter" || grain == "street") return 15;
    if (grain == "village" || grain == "town") return 18;
    if (grain == "region" || grain == "district") return 19;
    return 0;
  }

  // The words behind a head that tell which one: definite ones, or names no list knows.
  std::uint32_t complement_end(std::uint32_t first, bool site) const {
    std::uint32_t i = first;
    bool quoted = i < size() && token(i).kind == TokenKind::QuoteOpen;
    if (quoted) ++i;
    std::uint32_t from = i;
    while (word(i) && i - from < (site ? kComplement : 2) && !ends_name(i) && ((quoted && i == from) || tells(i, i == from, site))) ++i;
    if (i == from) return first;
    if (quoted && i < size() && token(i).kind == TokenKind::QuoteClose) ++i;
    return i;
  }

  bool ends_name(std::uint32_t i) const {
    return has(i, class_id("FUNC")) || has(i, class_id("RELATIVE")) || has(i, kLocative) || has(i, class_id("CUE")) ||
           (has(i, kHead) && !article(i));
  }

  bool tells(std::uint32_t i, bool first, bool site) const {
    bool name = std::any_of(report_.names.begin(), report_.names.end(), [&](const NameMention& n) {
      return !n.adjective && n.type == EntityType::Place && n.span.overlaps(token(i).span);
    });
    bool known = has(i, class_id("COMMON")) || has(i, class_id("NOT_NAME"));
    bool adjective = has(i, class_id("NISBA"));
    if (first && !site && (has(i, class_id("FORCE")) || has(i, class_id("PEOPLE")))) return name;
    if (first && !site) return name || (!adjective && (article(i) ? !has(i, class_id("INCIDENT")) : !known && is_new(i)));
    if (first) return name || joined(i, class_id("L")) || (!adjective && (article(i) || has(i, class_id("FORCE"))));
    if (name || !article(i) || joined(i, class_id("W"))) return name;
    return site || (!adjective && feminine(i));   // "the New quarter"
  }

  bool feminine(std::uint32_t i) const {
    std::string_view w = report_.text.slice(token(i).span);
    return w.substr(w.size() - 2) == "\xd8\xa9";   // ta marbuta
  }

  // "the border with X"
  void read_border(std::uint32_t i) {
    const Edge* border = lattice_.find(i, class_id("BORDER"), false);
    if (border == nullptr || border->to % 8 != 0 || border->to / 8 >= size()) return;
    for (std::size_t n = 0; n < names_; ++n) {
      const ClaimPlace name = places_[n];
      if (name.span.begin != token(border->to / 8).span.begin) continue;
      places_.push_back({{border->span.begin, name.span.end}, kNone, 35, "", false});
      return;
    }
  }

  // A word that no list knows, in a place that the next words describe: "in X south of Baghdad", "in X in the province".
  void read_placed(std::uint32_t i) {
    if (i == 0 || i + 2 >= size() || !word(i) || !is_new(i) || has(i, class_id("COMMON")) || taken(token(i).span)) return;
    bool in = has(i - 1, kLocative) || (i > 1 && has(i - 2, kLocative) && has(i - 1, class_id("OF")));
    if (!in || !word(i + 1) || !word(i + 2)) return;
    const Edge* next = lattice_.find(i + 1, kLocative, false);
    bool direction = next != nullptr && lattice_.sense(*next, kLocative)->attribute("near") == "1";
    std::uint32_t named = i + 2;
    bool by_name = direction && std::any_of(places_.begin(), places_.begin() + static_cast<std::ptrdiff_t>(names_), [&](const ClaimPlace& p) {
      return p.span.overlaps(token(named).span);
    });
    bool by_head = (next != nullptr && has(i + 2, kHead)) || (joined(i + 1, kBy) && has(i + 1, kHead));
    if (by_name || by_head) places_.push_back({token(i).span, kNone, 18, "", false});
  }

  bool is_new(std::uint32_t i) const { return has(i, class_id("OOV")) && has(i, class_id("ARABIC")); }

  // A place that a head told of once, named again without it.
  void find_again() {
    std::vector<ClaimPlace> again;
    for (std::size_t n = 0; n < names_; ++n) {
      const ClaimPlace& place = places_[n];
      std::uint32_t first = report_.text.token_at(place.span.begin), last = report_.text.token_at(place.span.end - 1);
      if (place.coarse != 18 || first != last || place.span.begin != token(first).span.begin || again.size() > 50) continue;
      for (std::uint32_t i = 0; i < size(); ++i) {
        if (!word(i) || report_.text.key(token(i)) != report_.text.key(token(first)) || taken(token(i).span)) continue;
        again.push_back({token(i).span, place.name, place.coarse, place.country, false});
      }
    }
    places_.insert(places_.end(), again.begin(), again.end());
  }

  bool taken(Span span) const {
    return std::any_of(report_.names.begin(), report_.names.end(), [&](const NameMention& n) { return n.span.overlaps(span); });
  }

  // "in the village in the province": the second holds the first.
  void hold() {
    for (std::size_t i = 1; i < places_.size(); ++i) {
      std::uint32_t before = report_.text.token_at(places_[i - 1].span.end - 1), at = report_.text.token_at(places_[i].span.begin);
      if (places_[i].located && places_[i].coarse == places_[i - 1].coarse && at > before && at - before <= 3 && same_clause(before, at)) {
        places_[i].coarse += 2;
      }
    }
  }

  bool same_clause(std::uint32_t a, std::uint32_t b) const {
    for (std::uint32_t i = a + 1; i < b; ++i) {
      if (!word(i)) return false;
    }
    return !joined(b, class_id("W"));
  }

  // A word like "in" stands before it, over heads such as "the town of"; or what was struck.
  bool is_located(ClaimPlace& place) const {
    std::uint32_t at = report_.text.token_at(place.span.begin);
    if (joined(at, kBy) && (place.span.begin > token(at).span.begin || has(at, kHead))) return true;
    for (std::uint32_t back = 1; back <= 3 && back <= at; ++back) {
      std::uint32_t before = at - back;
      if (!word(before)) break;
      if (const Edge* in = lattice_.find(before, kLocative, false)) {
        if (lattice_.sense(*in, kLocative)->attribute("near") == "1") place.coarse += 3;   // "south of Baghdad"
        return true;
      }
      if (has(before, kTarget)) return true;
      if (!has(before, kHead) && !has(before, kSiteHead)) break;
      if (joined(before, kBy)) return true;
    }
    return place.name == kNone && !of_people(at);
  }

  // "the director of the hospital ...": the site tells who he is.
  bool of_people(std::uint32_t i) const {
    return i > 0 && (has(i - 1, class_id("PEOPLE")) || has(i - 1, class_id("OFFICE")) || has(i - 1, class_id("FORCE")));
  }

  const Lattice& lattice_;
  const Report& report_;
  std::vector<ClaimPlace> places_;
  std::size_t names_ = 0;
};

}  // namespace

std::vector<ClaimPlace> find_claim_places(const Lattice& lattice, const Report& report) {
  return PlaceFinder(lattice, report).run();
}

}  // namespace isnad
