// SPDX-License-Identifier: Apache-2.0
#include "read/places_candidates.h"

#include <algorithm>
#include <charconv>
#include <cctype>

#include "read/places.h"

namespace isnad {
namespace {

constexpr ClassId kNisba = class_id("NISBA");

double number(const Sense& sense, std::string_view key, bool* known = nullptr) {
  double value = 0;
  const std::string_view text = sense.attribute(key);
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (known != nullptr) *known = !text.empty() && fault == std::errc();
  return value;
}

bool is_rare(const Sense& sense) {
  return sense.cls == class_id("CITY_RARE") || sense.cls == class_id("REGION_RARE");
}

void add(const Sense& sense, std::uint8_t grain, std::vector<PlaceCandidate>& out) {
  PlaceCandidate c;
  c.id = sense.attribute("id");
  c.country = country_of(sense);
  c.in = sense.attribute("in");
  c.grain = grain;
  c.rare = is_rare(sense);
  c.people = number(sense, "pop");
  c.lat = number(sense, "lat", &c.located);
  c.lon = number(sense, "lon");
  const bool there = std::any_of(out.begin(), out.end(), [&](const PlaceCandidate& other) { return other.id == c.id; });
  if (!c.id.empty() && !there) out.push_back(c);
}

// The rows of every edge over exactly `span`.
void find_over(const Lattice& lattice, std::uint32_t token, Span span, bool adjective, std::vector<PlaceCandidate>& out) {
  for (std::uint32_t slot = 0; slot < 8; ++slot)
    for (const Edge& edge : lattice.edges_from(token * 8 + slot)) {
      if (edge.span != span) continue;
      for (const Sense& sense : lattice.senses(edge)) {
        if (adjective && sense.cls == kNisba) add(sense, 4, out);
        if (const std::uint8_t grain = place_grain(sense); !adjective && grain != 0) add(sense, grain, out);
      }
    }
}

bool is_site_kind(std::string_view grain) {
  for (const std::string_view site : {"camp", "airport", "square", "building", "crossing", "street"})
    if (grain == site) return true;
  return false;
}

// The last part of a host that is a country's own: ".lb"; those sold to everybody are none.
std::string country_of_host(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  std::string_view host = url.substr(0, url.find_first_of("/:?#"));
  const std::size_t dot = host.rfind('.');
  if (dot == std::string_view::npos || host.size() - dot != 3) return {};
  std::string code;
  for (const char c : host.substr(dot + 1)) code += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  for (const char* sold : {"TV", "IO", "CO", "ME", "AI", "CC", "FM", "TO", "WS", "EU"})
    if (code == sold) return {};
  return code == "UK" ? "GB" : code;
}

}  // namespace

std::uint8_t place_grain(const Sense& sense) {
  struct OfClass { ClassId cls; std::uint8_t grain; };
  constexpr OfClass kGrains[] = {
      {class_id("CITY"), 2}, {class_id("CITY_WEAK"), 2}, {class_id("CITY_RARE"), 2}, {class_id("REGION"), 3},
      {class_id("REGION_RARE"), 3}, {class_id("COUNTRY"), 4}, {class_id("COUNTRY_WEAK"), 4}};
  for (const OfClass& of : kGrains)
    if (sense.cls == of.cls) return sense.attribute("grain") == "site" ? 1 : of.grain;
  return 0;
}

std::string_view country_of(const Sense& sense) {
  const std::string_view country = sense.attribute("cc"), id = sense.attribute("id");
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (!country.empty() || id.size() < 2 || !upper(id[0]) || !upper(id[1])) return country;
  return id.size() == 2 || id[2] == '-' ? id.substr(0, 2) : country;
}

std::vector<PlaceCandidate> place_candidates(const Lattice& lattice, const NameMention& name) {
  std::vector<PlaceCandidate> out;
  const std::uint32_t token = lattice.text().token_at(name.span.begin);
  find_over(lattice, token, name.span, name.adjective, out);
  const Edge* head = name.adjective ? nullptr : lattice.find(token, class_id("PLACE_HEAD"), false);
  if (out.empty() || head == nullptr || (head->flags & kDefinite) != 0 || head->to % 8 != 0) return out;
  if (head->span.end >= name.span.end) return out;
  // "the town of Sur": what is listed under it with the word for its kind, and without.
  const bool site = is_site_kind(lattice.sense(*head, class_id("PLACE_HEAD"))->attribute("grain"));
  const std::uint8_t grain = out.front().grain;
  if (head->to / 8 < lattice.text().tokens().size() && lattice.text().tokens()[head->to / 8].span.begin < name.span.end) {
    const Span rest{lattice.text().tokens()[head->to / 8].span.begin, name.span.end};
    find_over(lattice, head->to / 8, rest, false, out);
    std::erase_if(out, [&](const PlaceCandidate& c) { return c.grain != grain; });
  }
  for (PlaceCandidate& c : out)
    if (site && c.grain == 2) c.grain = 1;
  return out;
}
std::string outlet_country(const Lattice& lattice, const Report& report) {
  const Text name = make_text(report.outlet);
  const Lattice words(name, lattice.packs());
  for (std::uint32_t t = 0; t < name.tokens().size(); ++t)
    for (const ClassId cls : {class_id("OUTLET"), class_id("AGENCY"), class_id("OUTLET_WEAK")})
      if (const Edge* edge = words.find(t, cls, false))
        if (const std::string_view country = words.sense(*edge, cls)->attribute("country"); !country.empty()) return std::string(country);
  return country_of_host(report.url);
}

}  // namespace isnad
