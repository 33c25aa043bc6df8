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

bool tells(const Sense& row) {
  return !row.attribute("latin").empty() || !row.attribute("office").empty() || !row.attribute("from").empty();
}

// The row of the lists that a name with this id was read from: over the name, or over what stands behind the word
// for its kind.
const Sense* row_of(const Lattice& lattice, const Text& text, Span span, std::string_view id) {
  const auto tokens = text.tokens();
  for (std::uint32_t t = text.token_at(span.begin); t < tokens.size() && tokens[t].span.begin < span.end; ++t)
    for (std::uint32_t slot = 0; slot < 8; ++slot)
      for (const Edge& edge : lattice.edges_from(t * 8 + slot))
        for (const Sense& sense : lattice.senses(edge))
          if (sense.attribute("id") == id && tells(sense)) return &sense;
  return nullptr;
}

std::string with_blanks(std::string_view attribute) {
  std::string out(attribute);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

// Its first word is read with the article, and is not also a name that begins as the article ends.
bool is_definite(const Lattice& lattice, const NameMention& name, std::uint32_t token) {
  bool definite = false;
  for (std::uint32_t slot = 0; slot < 8; ++slot) {
    for (const Edge& edge : lattice.edges_from(token * 8 + slot)) {
      if (edge.span.begin != name.span.begin || (edge.flags & kMentionEdge) != 0) continue;
      definite = definite || (edge.flags & kDefinite) != 0;
      std::string key;
      fold_key(lattice.text().slice(edge.span), key);
      for (const ClassId cls : {class_id("COUNTRY"), class_id("CITY"), class_id("REGION"),
                                class_id("FIRST_NAME"), class_id("ORG"), class_id("OFFICE"),
                                class_id("ORG_HEAD"), class_id("COMMON")})
        if (find_sense(lattice.packs(), key, cls) != nullptr) return false;
    }
  }
  return definite;
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

void tell_of_lists(const Lattice& lattice, Report& report) {
  for (Entity& entity : report.entities) {
    if (entity.id.empty()) continue;
    for (std::int32_t m : entity.mentions) {
      const NameMention& name = report.names[static_cast<std::size_t>(m)];
      const Sense* row = name.adjective ? nullptr : row_of(lattice, report.text, name.span, entity.id);
      if (row == nullptr) continue;
      entity.name_latin = with_blanks(row->attribute("latin"));
      entity.claimed = row->attribute("also");
      std::replace(entity.claimed.begin(), entity.claimed.end(), ',', ' ');
      entity.listed = {with_blanks(row->attribute("office")), std::string(row->attribute("from")),
                       std::string(row->attribute("to"))};
      break;
    }
  }
}

void restore_articles(const Lattice& lattice, const NameShape& shape, Report& report) {
  const Text& text = report.text;
  for (Entity& entity : report.entities) {
    for (const std::int32_t m : entity.mentions) {
      const NameMention& name = report.names[static_cast<std::size_t>(m)];
      const std::uint32_t t = text.token_at(name.span.begin);
      const std::string_view before = text.slice({text.tokens()[t].span.begin, name.span.begin});
      if (before.empty() || text.slice(name.span) != entity.name) continue;
      const bool twice = before.size() <= entity.name.size() && entity.name.starts_with(before);
      if (twice && is_definite(lattice, name, t)) entity.name.insert(0, shape.alef());
      break;
    }
  }
}

}  // namespace isnad
