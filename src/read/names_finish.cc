// SPDX-License-Identifier: Apache-2.0
#include "read/names_finish.h"

#include <algorithm>
#include <string>
#include <vector>

#include "match/pack.h"

namespace isnad {
namespace {

// The end of the last token before `byte`.
std::uint32_t end_before(const Text& text, std::uint32_t byte) {
  std::uint32_t token = text.token_at(byte);
  return token == 0 ? 0 : text.tokens()[token - 1].span.end;
}

std::string latin_of(const Lattice& lattice, const Text& text, Span span, std::string_view id) {
  std::uint32_t token = text.token_at(span.begin);
  for (std::uint32_t slot = 0; slot < 8; ++slot) {
    for (const Edge& edge : lattice.edges_from(token * 8 + slot)) {
      for (const Sense& sense : lattice.senses(edge)) {
        std::string_view latin = sense.attribute("latin");
        if (latin.empty() || sense.attribute("id") != id) continue;
        std::string out(latin);
        std::replace(out.begin(), out.end(), '_', ' ');
        return out;
      }
    }
  }
  return {};
}

}  // namespace

void find_handles(const Lattice& lattice, Report& report) {
  const Text& text = report.text;
  for (const Token& token : text.tokens()) {
    if (token.kind != TokenKind::Handle || token.span.size() < 2) continue;
    NameMention name;
    name.span = {token.span.begin + 1, token.span.end};
    std::string key;
    fold_key(text.slice(name.span), key);
    const Sense* sense = find_sense(lattice.packs(), key, class_id("AGENCY"));
    if (sense == nullptr) sense = find_sense(lattice.packs(), key, class_id("OUTLET"));
    if (sense == nullptr) continue;
    name.type = EntityType::Organisation;
    name.agency = true;
    name.id = sense->attribute("id");
    report.names.push_back(std::move(name));
  }
}

void end_names_at_times(Report& report) {
  for (NameMention& name : report.names) {
    if (name.type != EntityType::Person && name.type != EntityType::Organisation) continue;
    for (const TimeMention& time : report.times) {
      if (time.kind == TimeKind::Duration || time.span.begin <= name.span.begin) continue;
      if (time.span.begin >= name.span.end) break;
      std::uint32_t end = end_before(report.text, time.span.begin);
      if (end > name.span.begin) name.span.end = end;
    }
  }
}

void name_in_latin(const Lattice& lattice, Report& report) {
  for (Entity& entity : report.entities) {
    if (entity.id.empty()) continue;
    for (std::int32_t m : entity.mentions) {
      if (!entity.name_latin.empty()) break;
      const NameMention& name = report.names[static_cast<std::size_t>(m)];
      if (!name.adjective) entity.name_latin = latin_of(lattice, report.text, name.span, entity.id);
    }
  }
}

}  // namespace isnad
