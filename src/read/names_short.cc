// SPDX-License-Identifier: Apache-2.0
// "The organisation" for the one of that head named before it.
#include <algorithm>
#include <numeric>
#include <string>
#include <unordered_map>
#include <vector>

#include "read/read.h"

namespace isnad {
namespace {

class ShortNames {
 public:
  ShortNames(const Lattice& lattice, Report& report)
      : lattice_(lattice), report_(report), text_(report.text) {}

  void run() {
    for (const NameMention& name : report_.names) add_head(name);
    if (heads_.empty()) return;
    mark_named();
    const std::size_t before = report_.names.size();
    for (std::uint32_t t = 0; t < text_.tokens().size(); ++t) read_token(t);
    if (report_.names.size() > before) sort_names();
  }

 private:
  struct Head {
    std::uint32_t begin;
    std::string key;
    std::int32_t entity;
  };

  void add_head(const NameMention& name) {
    if (name.type != EntityType::Organisation || name.agency || name.entity == kNone) return;
    const Token& first = text_.tokens()[text_.token_at(name.span.begin)];
    if (first.span.end >= name.span.end) return;   // one word
    std::string key;
    fold_key(text_.slice({name.span.begin, first.span.end}), key);
    heads_.push_back({name.span.begin, std::move(key), name.entity});
  }

  void read_token(std::uint32_t t) {
    const Edge* edge = lattice_.find(t, class_id("ORG_HEAD"), false);
    if (edge == nullptr || (edge->flags & kDefinite) == 0) return;
    if (edge->span.end != text_.tokens()[t].span.end) return;
    if (named_[t]) return;
    const std::int32_t entity = entity_of(edge->span);
    if (entity == kNone) return;
    NameMention name;
    name.span = edge->span;
    name.type = EntityType::Organisation;
    name.entity = entity;
    report_.names.push_back(std::move(name));
  }

  // Tokens that a name has part in.
  void mark_named() {
    named_.assign(text_.tokens().size(), false);
    for (const NameMention& name : report_.names)
      for (std::uint32_t t = text_.token_at(name.span.begin);
           t < named_.size() && text_.tokens()[t].span.begin < name.span.end; ++t)
        named_[t] = true;
  }

  // The one entity whose head, named before, this is with an article; kNone where none or several.
  // Spans are asked for in reading order.
  std::int32_t entity_of(Span span) {
    for (; seen_ < heads_.size() && heads_[seen_].begin <= span.begin; ++seen_) {
      const Head& head = heads_[seen_];
      const auto [at, fresh] = entities_.emplace(head.key, head.entity);
      if (!fresh && at->second != head.entity) at->second = kSeveral;
    }
    std::string key;
    fold_key(text_.slice(span), key);
    std::int32_t entity = kNone;
    for (std::size_t from = 0; from < key.size(); ++from) {   // without what is joined before it
      const auto found = entities_.find(key.substr(from));
      if (found == entities_.end()) continue;
      if (found->second == kSeveral || (entity != kNone && entity != found->second)) return kNone;
      entity = found->second;
    }
    return entity;
  }

  // By place again; the entities' lists follow.
  void sort_names() {
    std::stable_sort(report_.names.begin(), report_.names.end(),
                     [](const NameMention& a, const NameMention& b) { return a.span < b.span; });
    for (Entity& entity : report_.entities) entity.mentions.clear();
    for (std::size_t i = 0; i < report_.names.size(); ++i)
      if (const std::int32_t entity = report_.names[i].entity; entity != kNone)
        report_.entities[static_cast<std::size_t>(entity)].mentions.push_back(
            static_cast<std::int32_t>(i));
  }

  const Lattice& lattice_;
  Report& report_;
  const Text& text_;
  static constexpr std::int32_t kSeveral = -2;
  std::vector<Head> heads_;   // in reading order
  std::size_t seen_ = 0;      // of them, in `entities_`
  std::unordered_map<std::string, std::int32_t> entities_;   // by head
  std::vector<bool> named_;   // by token
};

}  // namespace

void find_short_names(const Lattice& lattice, Report& report) { ShortNames(lattice, report).run(); }

}  // namespace isnad
