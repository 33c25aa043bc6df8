// SPDX-License-Identifier: Apache-2.0
#include "read/names_teams.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr std::uint8_t kSite = 1;   // NameMention::grain of a stadium and its like
constexpr std::uint32_t kDateline = 4;   // tokens of a text in which its dateline begins
constexpr int kSportWords = 2;   // different ones in a sentence, to be about sport

class TeamFinder {
 public:
  TeamFinder(const Lattice& lattice, Report& report)
      : lattice_(lattice), report_(report), text_(report.text) {}

  void run() {
    const auto tokens = text_.tokens();
    mark_names();
    for (std::uint32_t t = 0; t < tokens.size();) {
      std::uint32_t end = t + 1;
      while (end < tokens.size() && tokens[end].sentence == tokens[t].sentence) ++end;
      if (about_sport(t, end)) read_sentence(t, end);
      t = end;
    }
    std::erase_if(report_.names, [](const NameMention& name) { return name.span.empty(); });
  }

 private:
  bool has(std::uint32_t token, ClassId cls) const {
    return lattice_.find(token, cls, false) != nullptr;
  }

  bool about_sport(std::uint32_t first, std::uint32_t end) const {
    std::vector<std::string_view> seen;
    for (std::uint32_t t = first; t < end; ++t) {
      if (!has(t, class_id("SPORT"))) continue;
      const std::string_view key = text_.key(text_.tokens()[t]);
      if (std::find(seen.begin(), seen.end(), key) == seen.end()) seen.push_back(key);
    }
    return static_cast<int>(seen.size()) >= kSportWords;
  }

  void read_sentence(std::uint32_t first, std::uint32_t end) {
    for (std::uint32_t t = first; t < end; ++t) {
      NameMention* name = name_at(t);
      if (name == nullptr) {
        add_weak(t, end);
        continue;
      }
      const std::uint32_t last = text_.token_at(name->span.end - 1);
      if (name->type == EntityType::Place && !name->adjective && t > 0 && has(t - 1, class_id("COMPETITION"))) {
        name->span.end = name->span.begin;   // part of the contest's name; taken out at the end
        t = std::max(t, last);
        continue;
      }
      if (name->type == EntityType::Place && !name->adjective && name->grain != kSite &&
          stands_for_team(t, *name)) {
        name->type = EntityType::Organisation;
        name->id.clear();
        name->country.clear();
        name->grain = 0;
      }
      last_ = {last, name->type};
      t = std::max(t, last);
    }
  }

  void mark_names() {
    at_.assign(text_.tokens().size(), kNone);
    for (std::size_t n = report_.names.size(); n-- > 0;) {
      const Span span = report_.names[n].span;
      for (std::uint32_t t = text_.token_at(span.begin);
           t < at_.size() && text_.tokens()[t].span.begin < span.end; ++t)
        at_[t] = static_cast<std::int32_t>(n);
    }
  }

  // The first mention this token has part in, unless it was taken out.
  NameMention* name_at(std::uint32_t t) {
    if (at_[t] == kNone) return nullptr;
    NameMention& name = report_.names[static_cast<std::size_t>(at_[t])];
    return name.span.empty() ? nullptr : &name;
  }

  // "and X": what the name before the "and" is.
  bool joined_to_last(std::uint32_t t) const {
    return t > 0 && last_.token + 1 == t && lattice_.find(t, class_id("W"), false) != nullptr;
  }

  // "Doha - Agency: ...": a name at the head of a line, a dash or a bracket behind it.
  bool is_dateline(std::uint32_t t, const NameMention& name) const {
    const auto tokens = text_.tokens();
    const std::uint32_t next = text_.token_at(name.span.end - 1) + 1;
    if (next >= tokens.size() || t >= kDateline) return false;
    const TokenKind kind = tokens[next].kind;
    return kind == TokenKind::Dash || kind == TokenKind::Open || kind == TokenKind::Colon;
  }

  bool stands_for_team(std::uint32_t t, const NameMention& name) const {
    if (is_dateline(t, name)) return false;
    const Span token = text_.tokens()[t].span;
    if (joined_to_last(t)) return last_.type == EntityType::Organisation;
    if (name.span.begin > token.begin) return !has(t, class_id("B")) || name.rule == kNoRule;
    if (t == 0) return true;
    const Token& before = text_.tokens()[t - 1];
    if (before.sentence != text_.tokens()[t].sentence) return true;
    if (before.kind == TokenKind::Open || has(t - 1, class_id("NISBA"))) return false;
    return !has(t - 1, class_id("AT_PLACE")) && !has(t - 1, class_id("PLACE_HEAD")) &&
           !has(t - 1, class_id("COMPETITION")) && !has(t - 1, class_id("FROM"));
  }

  void add_weak(std::uint32_t t, std::uint32_t end) {
    const Edge* edge = lattice_.find(t, class_id("TEAM_WEAK"), false);
    if (edge == nullptr) return;
    if (t > 0 && (has(t - 1, class_id("AT_PLACE")) || has(t - 1, class_id("PLACE_HEAD")))) return;
    for (std::uint32_t from = t == 0 ? 0 : t - 1; from <= t; ++from) {   // "care for the young"
      const Edge* phrase = lattice_.find(from, class_id("NOT_ORG"), false);
      if (phrase != nullptr && phrase->span.end >= edge->span.end) return;
    }
    const bool nation = t + 1 < end && has(t + 1, class_id("ORG_ADJ"));   // "the Arab nation"
    if (nation && !has(t, class_id("CITY"))) return;
    NameMention name;
    name.span = edge->span;
    name.type = EntityType::Organisation;
    at_[t] = static_cast<std::int32_t>(report_.names.size());
    report_.names.push_back(std::move(name));
    last_ = {t, EntityType::Organisation};
  }

  struct Last {
    std::uint32_t token = 0xfffffff0u;
    EntityType type = EntityType::Person;
  };

  const Lattice& lattice_;
  Report& report_;
  const Text& text_;
  Last last_;
  std::vector<std::int32_t> at_;   // by token: index into Report::names
};

}  // namespace

void find_teams(const Lattice& lattice, Report& report) { TeamFinder(lattice, report).run(); }

}  // namespace isnad
