// SPDX-License-Identifier: Apache-2.0
#include "read/names_finish.h"

#include <algorithm>

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
