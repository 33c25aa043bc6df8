// SPDX-License-Identifier: Apache-2.0
#include "read/claim_places.h"

#include <algorithm>

#include "read/word_shape.h"

namespace isnad {
namespace {

constexpr ClassId kHead = class_id("PLACE_HEAD"), kSiteHead = class_id("SITE_HEAD");
constexpr ClassId kLocative = class_id("LOCATIVE"), kTarget = class_id("TARGET"), kBy = class_id("B");
// What a place that is no name begins with.
constexpr std::uint64_t kAsked = class_bit(kHead) | class_bit(kSiteHead) | class_bit(class_id("BORDER")) | class_bit(class_id("OOV"));
constexpr std::uint32_t kComplement = 4;   // words that may tell which one

class PlaceFinder {
 public:
  PlaceFinder(const Lattice& lattice, const Report& report)
      : lattice_(lattice), report_(report), shape_(lattice.packs()) {}

  std::vector<ClaimPlace> run() {
    for (std::size_t i = 0; i < report_.names.size(); ++i) {
      const NameMention& name = report_.names[i];
      if (name.type == EntityType::Organisation && stands_by(name.span)) {
        places_.push_back({name.span, static_cast<std::int32_t>(i), 12, name.country});
      }
      if (name.type != EntityType::Place || name.adjective || is_incident(name)) continue;
      places_.push_back({name.span, static_cast<std::int32_t>(i), coarseness(name), name.country});
    }
    std::stable_sort(places_.begin(), places_.end(), by_span);
    names_ = places_.size();
    note_names();
    find_again();
    for (std::uint32_t i = 0; i < size(); ++i) {
      if (token(i).kind != TokenKind::Word || !lattice_.may_have(i, kAsked)) continue;
      read_site(i);
      read_border(i);
      read_placed(i);
      read_among(i);
    }
    for (ClaimPlace& place : places_) place.located = is_located(place);
    std::stable_sort(places_.begin(), places_.end(), by_span);
    hold();
    return std::move(places_);
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(report_.text.tokens().size()); }
  const Token& token(std::uint32_t i) const { return report_.text.tokens()[i]; }
  bool word(std::uint32_t i) const { return i < size() && token(i).kind == TokenKind::Word; }
  bool has(std::uint32_t i, ClassId cls) const { return lattice_.find(i, cls, false) != nullptr; }
  bool within_name(std::uint32_t i) const { return names_at_[i] != 0; }
  bool article(std::uint32_t i) const {
    return shape_.has_article(report_.text.slice(token(i).span)) && token(i).span.end - token(i).span.begin > 6;
  }

  bool joined(std::uint32_t i, ClassId particle) const {
    for (const Edge& edge : lattice_.edges_from(i * 8)) {
      if ((edge.flags & kParticle) != 0 && lattice_.sense(edge, particle) != nullptr) return true;
    }
    return false;
  }

  // 1 site is finer than 4 country; a place that no gazetteer knows is finer than a known town.
  // A region of several countries is coarser than a country.
  int coarseness(const NameMention& name) const {
    const bool unlisted = name.id.empty() && name.grain > 1 && name.grain <= 3;
    if (unlisted && (name.grain == 2 || headed(name))) return 18;
    if (name.grain >= 3 && name.country.empty()) return 50;
    if (name.grain == 1) return 10;
    return name.grain == 0 ? 25 : name.grain * 10;
  }

  // "the province of X": its kind is said before it.
  bool headed(const NameMention& name) const {
    const std::uint32_t at = report_.text.token_at(name.span.begin);
    return at > 0 && has(at - 1, kHead);
  }

  static bool by_span(const ClaimPlace& a, const ClaimPlace& b) { return a.span < b.span; }

  // "the floods", written like Seoul.
  bool is_incident(const NameMention& name) const {
    const std::uint32_t at = report_.text.token_at(name.span.begin);
    return name.span.end == token(at).span.end && article(at) && has(at, class_id("INCIDENT"));
  }

  // The first of the names that may reach over `byte`: those are in reading order.
  std::size_t first_name(std::uint32_t byte) const {
    auto end = places_.begin() + static_cast<std::ptrdiff_t>(names_);
    auto at = std::partition_point(places_.begin(), end, [&](const ClaimPlace& p) { return p.span.begin < byte; });
    return static_cast<std::size_t>(at - places_.begin()) - (at == places_.begin() ? 0u : 1u);
  }

  // Which tokens lie in a name, and which in the name of a place.
  void note_names() {
    names_at_.assign(size(), 0);
    for (const NameMention& name : report_.names) {
      std::uint8_t mark = name.type == EntityType::Place && !name.adjective ? 2 : 1;
      for (std::uint32_t i = report_.text.token_at(name.span.begin); i < size() && token(i).span.begin < name.span.end; ++i) {
        names_at_[i] = std::max(names_at_[i], mark);
      }
    }
  }

  // "near the parliament": the house of a body.
  bool stands_by(Span span) const {
    std::uint32_t at = report_.text.token_at(span.begin);
    if (at == 0 || !word(at - 1)) return false;
    const Edge* in = lattice_.find(at - 1, kLocative, false);
    return in != nullptr && lattice_.sense(*in, kLocative)->attribute("site") == "1";
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
    if (end == first || (has(i, class_id("LOOSE_HEAD")) && !named(first))) return;
    bool town = coarse == 20 || coarse == 30;   // known ones are names already
    if (town && token(first).kind != TokenKind::QuoteOpen && (!unlisted(first) || named(first))) return;
    Span span{head->span.begin, token(end - 1).span.end};
    std::string country;
    for (std::size_t n = first_name(span.begin); n < names_ && places_[n].span.begin < span.end; ++n) {
      const ClaimPlace& name = places_[n];
      if (!span.overlaps(name.span)) continue;
      if (name.coarse <= coarse || name.span.end > span.end || name.span.begin < span.begin) return;
      if (coarse > 10 && name.span.end == span.end && name.coarse < 40) return;   // the head only names its kind
      country = name.country;
    }
    places_.push_back({span, kNone, coarse, country});
  }

  static int area_coarseness(std::string_view grain) {
    for (std::string_view site : {"building", "airport", "square", "camp", "port"}) {
      if (grain == site) return 10;
    }
    if (grain == "quarter" || grain == "street") return 15;
    if (grain == "village" || grain == "town") return 18;
    if (grain == "region" || grain == "district") return 19;
    if (grain == "city") return 20;
    return grain == "province" ? 30 : 0;
  }

  // The words behind a head that tell which one: definite ones, or names no list knows.
  std::uint32_t complement_end(std::uint32_t first, bool site) const {
    std::uint32_t i = first;
    bool quoted = i < size() && token(i).kind == TokenKind::QuoteOpen;
    if (quoted) ++i;
    std::uint32_t from = i;
    if (word(i) && named(i) && joined(i, kBy)) return first;   // "a hotel in Mogadishu": none by name
    while (word(i) && i - from < (site ? kComplement : 2) && !ends_name(i) && (i == from || !joined(i, kBy)) &&
           ((quoted && i == from) || tells(i, i == from, site))) {
      ++i;
    }
    if (quoted) {   // all of it, where it is short
      std::uint32_t close = from;
      while (word(close) && close - from < kComplement) ++close;
      if (close < size() && token(close).kind == TokenKind::QuoteClose) i = std::max(i, close);
    }
    if (i == from) return first;
    if (quoted && i < size() && token(i).kind == TokenKind::QuoteClose) ++i;
    return i;
  }

  bool ends_name(std::uint32_t i) const {
    return has(i, class_id("FUNC")) || has(i, class_id("NEARBY")) || has(i, class_id("RELATIVE")) || has(i, kLocative) || has(i, class_id("CUE")) ||
           (has(i, kHead) && !article(i));
  }

  bool tells(std::uint32_t i, bool first, bool site) const {
    bool name = named(i);
    bool known = has(i, class_id("COMMON")) || has(i, class_id("NOT_NAME"));
    bool adjective = has(i, class_id("NISBA"));
    if (first && !site && (has(i, class_id("FORCE")) || has(i, class_id("PEOPLE")))) return name;
    if (first && !site) return name || (!adjective && (article(i) ? !has(i, class_id("INCIDENT")) : unlisted(i) || (!known && is_new(i)) || before_name(i)));
    if (first) return name || is_new(i) || joined(i, class_id("L")) || (!adjective && (article(i) || has(i, class_id("FORCE"))));
    if (name || !article(i) || joined(i, class_id("W"))) return name;
    return site || (!adjective && feminine(i));   // "the New quarter"
  }

  bool feminine(std::uint32_t i) const {
    return shape_.is_feminine(report_.text.slice(token(i).span));
  }

  // "the border with X"
  void read_border(std::uint32_t i) {
    const Edge* border = lattice_.find(i, class_id("BORDER"), false);
    if (border == nullptr || border->to % 8 != 0 || border->to / 8 >= size()) return;
    std::uint32_t behind = token(border->to / 8).span.begin;
    for (std::size_t n = first_name(behind); n < names_ && places_[n].span.begin <= behind; ++n) {
      const ClaimPlace name = places_[n];
      if (name.span.begin != behind) continue;
      places_.push_back({{border->span.begin, name.span.end}, kNone, 35, ""});
      return;
    }
  }

  // A word that no list knows, in a place that the next words describe: "in X south of Baghdad", "in X in the province".
  void read_placed(std::uint32_t i) {
    if (i == 0 || i + 2 >= size() || !word(i) || !is_new(i) || has(i, class_id("COMMON")) || within_name(i)) return;
    bool in = has(i - 1, kLocative) || (i > 1 && has(i - 2, kLocative) && has(i - 1, class_id("OF")));
    if (!in || !word(i + 1) || !word(i + 2)) return;
    const Edge* next = lattice_.find(i + 1, kLocative, false);
    bool direction = next != nullptr && lattice_.sense(*next, kLocative)->attribute("near") == "1";
    bool by_name = direction && named(i + 2);
    bool by_head = (next != nullptr && has(i + 2, kHead)) || (joined(i + 1, kBy) && has(i + 1, kHead));
    std::uint32_t last = is_new(i + 1) && !joined(i + 1, class_id("W")) ? i + 1 : i;
    bool apposed = word(last + 1) && has(last + 1, kHead) && !article(last + 1);   // "in X, capital of"
    if (!by_name && !by_head && !apposed) return;
    Span span{token(i).span.begin, token(apposed ? last : i).span.end};
    places_.push_back({span, kNone, 18, ""});
  }

  bool named(std::uint32_t i) const { return i < size() && names_at_[i] == 2; }

  // The packs know no reading of the whole word, at most of its parts: "Leek" as "for" with "yek".
  bool unlisted(std::uint32_t i) const {
    if (!word(i) || token(i).script != Script::Arabic || article(i)) return false;
    for (const Edge& edge : lattice_.edges_from(i * 8)) {
      if ((edge.flags & kParticle) != 0 || edge.to < (i + 1) * 8) continue;
      for (const Sense& sense : lattice_.senses(edge)) {
        if (sense.row != 0) return false;
      }
    }
    return true;
  }

  // A common word that a word no list knows follows: the two are a name, "Times Square".
  bool before_name(std::uint32_t i) const {
    if (!has(i, class_id("NOT_NAME")) || has(i, class_id("COMMON")) || !word(i + 1) || feminine(i)) return false;
    return is_new(i + 1) || has(i + 1, class_id("FIRST_NAME"));
  }

  // "were killed in X": a word that no list knows, right behind a cue and "in".
  void read_among(std::uint32_t i) {
    if (i < 2 || !word(i) || !is_new(i) || article(i) || has(i, class_id("COMMON")) || within_name(i)) return;
    const Edge* in = lattice_.find(i - 1, kLocative, false);
    if (in == nullptr || !lattice_.sense(*in, kLocative)->attributes.empty()) return;
    for (std::uint32_t back = 2; back <= 5 && back <= i && (word(i - back) || token(i - back).kind == TokenKind::Number); ++back) {
      if (!has(i - back, class_id("CUE")) && !has(i - back, class_id("INCIDENT")) && lattice_.find(i - back, class_id("NUM")) == nullptr) continue;
      places_.push_back({token(i).span, kNone, 22, ""});
      return;
    }
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
        if (!word(i) || report_.text.key(token(i)) != report_.text.key(token(first)) || within_name(i)) continue;
        again.push_back({token(i).span, place.name, place.coarse, place.country});
      }
    }
    places_.insert(places_.end(), again.begin(), again.end());
  }

  // "in the village in the province": the second holds the first.
  void hold() {
    for (std::size_t i = 1; i < places_.size(); ++i) {
      std::uint32_t before = report_.text.token_at(places_[i - 1].span.end - 1), at = report_.text.token_at(places_[i].span.begin);
      bool finer = places_[i].coarse >= 15 && places_[i].coarse <= places_[i - 1].coarse && places_[i - 1].coarse < 40;
      if (places_[i].located && finer && at > before && at - before <= 3 && same_clause(before, at)) {
        places_[i].coarse = places_[i - 1].coarse + 2;
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
        return read_locative(*lattice_.sense(*in, kLocative), place);
      }
      const bool incident = back == 1 && !joined(at, class_id("W")) && has(before, class_id("INCIDENT"));   // "the clashes of Liberation Square"
      place.struck = incident || has(before, kTarget) || has(before, class_id("ATTACK_ON")) || struck(before);
      if (place.struck) return true;
      if (back > 1 && has(before, class_id("STRUCK_ON"))) return true;   // "on the road of ..."
      if (has(before, class_id("FROM"))) place.from = true;
      if (!has(before, kHead) && !has(before, kSiteHead) && !has(before, class_id("ONE_OF"))) break;
      if (joined(before, kBy)) return true;
    }
    return place.name == kNone && !of_people(at) && !has(at, class_id("LOOSE_HEAD"));
  }

  // "to": where something went. "South of Baghdad" is less than Baghdad, the south of a country more.
  // "Around" a town; about a country.
  bool read_locative(const Sense& sense, ClaimPlace& place) const {
    if (sense.attribute("around") == "1" && place.coarse > 20) return false;
    if (sense.attribute("to") == "1") place.toward = true;
    if (sense.attribute("near") == "1") place.coarse += place.coarse >= 40 ? -2 : 3;
    return true;
  }

  // "an attack on ...", "a new attack on ..."
  bool struck(std::uint32_t on) const {
    if (!has(on, class_id("STRUCK_ON"))) return false;
    for (std::uint32_t back = 1; back <= 3 && back <= on && word(on - back); ++back) {
      if (has(on - back, class_id("ATTACK_ON"))) return true;
    }
    return false;
  }

  // "the director of the hospital ...": the site tells who he is.
  bool of_people(std::uint32_t i) const {
    return i > 0 && (has(i - 1, class_id("PEOPLE")) || has(i - 1, class_id("OFFICE")) || has(i - 1, class_id("FORCE")));
  }

  const Lattice& lattice_;
  const Report& report_;
  WordShape shape_;
  std::vector<ClaimPlace> places_;
  std::size_t names_ = 0;
  std::vector<std::uint8_t> names_at_;   // of each token: 1 in a name, 2 in a place's
};

}  // namespace

std::vector<ClaimPlace> find_claim_places(const Lattice& lattice, const Report& report) {
  return PlaceFinder(lattice, report).run();
}

}  // namespace isnad
