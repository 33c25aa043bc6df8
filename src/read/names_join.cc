// SPDX-License-Identifier: Apache-2.0
#include "read/names_join.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

namespace isnad {
namespace {

constexpr std::size_t kShortestSurname = 6;   // bytes of the key: three Arabic letters
constexpr std::size_t kMostPartsOfName = 8;
constexpr std::uint8_t kOfCountry = 4;        // an adjective's place

// The keys of the words of a stretch, without a particle before its first byte.
std::vector<std::string> keys_of(const Text& text, Span span) {
  std::vector<std::string> keys;
  const auto tokens = text.tokens();
  for (std::uint32_t t = text.token_at(span.begin);
       t < tokens.size() && tokens[t].span.begin < span.end && keys.size() < kMostPartsOfName;
       ++t) {
    std::string key;
    const Span part{std::max(tokens[t].span.begin, span.begin),
                    std::min(tokens[t].span.end, span.end)};
    fold_key(text.slice(part), key);
    if (!key.empty()) keys.push_back(std::move(key));
  }
  return keys;
}

std::string joined(const std::vector<std::string>& keys) {
  std::string all;
  for (const std::string& key : keys) all += (all.empty() ? "" : " ") + key;
  return all;
}

bool has(const Lattice& lattice, std::uint32_t token, ClassId cls) {
  return lattice.find(token, cls, false) != nullptr;
}

// A word that is not looked for elsewhere in the report: it means something of its own, or it is what
// follows "servant of".
bool listed(const Lattice& lattice, std::uint32_t token) {
  for (const ClassId cls : {class_id("COMMON"), class_id("NOT_NAME"), class_id("OFFICE"),
                            class_id("HONORIFIC"), class_id("ORG_HEAD"), class_id("PLACE_HEAD")})
    if (has(lattice, token, cls)) return true;
  return token > 0 && has(lattice, token, class_id("NAME_TAIL")) &&
         has(lattice, token - 1, class_id("NAME_HEAD"));
}

// Written as the frequent word that folds to this name, not as the name.
bool written_otherwise(const Lattice& lattice, std::uint32_t token) {
  const Edge* edge = lattice.find(token, class_id("FIRST_NAME_WEAK"), false);
  if (edge == nullptr) return false;
  const std::string_view last =
      lattice.sense(*edge, class_id("FIRST_NAME_WEAK"))->attribute("last");
  return !last.empty() && !lattice.text().slice(edge->span).ends_with(last);
}

class Joiner {
 public:
  explicit Joiner(Report& report) : report_(report) {}

  void run() {
    keys_.reserve(report_.names.size());
    for (const NameMention& name : report_.names) keys_.push_back(keys_of(report_.text, name.span));
    for (std::size_t i = 0; i < report_.names.size(); ++i)
      if (report_.names[i].type != EntityType::Person || keys_[i].size() > 1) join(i);
    for (std::size_t i = 0; i < report_.names.size(); ++i)
      if (report_.names[i].entity == kNone) join_surname(i);
    choose_names();
  }

 private:
  void join(std::size_t i) {
    NameMention& name = report_.names[i];
    std::string by = std::to_string(static_cast<int>(name.type)) + '|';
    by += name.id.empty() ? joined(keys_[i]) : '#' + name.id;
    const auto [at, fresh] = entities_.try_emplace(by, 0);
    if (fresh) at->second = add(name.type);
    put(i, at->second);
    if (name.type != EntityType::Person) return;
    const auto [last, first_time] = surnames_.try_emplace(keys_[i].back(), at->second);
    if (!first_time && last->second != at->second && !same_person(last->second, i))
      last->second = kNone;  // two people of one family name: a surname alone joins nobody
  }

  // "Kassym Tokayev" and "Kassym-Jomart Tokayev": first and last parts are the same.
  bool same_person(std::int32_t entity, std::size_t i) {
    if (entity == kNone) return false;
    const auto& other = keys_[static_cast<std::size_t>(report_.entities[entity].mentions.front())];
    if (other.front() != keys_[i].front()) return false;
    const std::int32_t own = report_.names[i].entity;
    auto& into = report_.entities[entity].mentions;
    auto& from = report_.entities[own].mentions;
    for (const std::int32_t m : from) report_.names[m].entity = entity;
    into.insert(into.end(), from.begin(), from.end());
    from.clear();
    for (auto& [key, value] : entities_)
      if (value == own) value = entity;
    return true;
  }

  void join_surname(std::size_t i) {
    if (keys_[i].empty()) return;
    const auto known = surnames_.find(keys_[i].back());
    std::int32_t entity = known == surnames_.end() ? kNone : known->second;
    if (entity == kNone) {
      const std::string by = "s|" + keys_[i].back();
      const auto [at, fresh] = entities_.try_emplace(by, 0);
      if (fresh) at->second = add(EntityType::Person);
      entity = at->second;
    }
    put(i, entity);
  }

  std::int32_t add(EntityType type) {
    Entity entity;
    entity.type = type;
    report_.entities.push_back(std::move(entity));
    return static_cast<std::int32_t>(report_.entities.size()) - 1;
  }

  void put(std::size_t i, std::int32_t entity) {
    report_.names[i].entity = entity;
    report_.entities[entity].mentions.push_back(static_cast<std::int32_t>(i));
  }

  // The fullest form is the name; empty entities (joined into others) go.
  void choose_names() {
    std::vector<std::int32_t> moved(report_.entities.size(), kNone);
    std::vector<Entity> kept;
    for (std::size_t e = 0; e < report_.entities.size(); ++e) {
      Entity& entity = report_.entities[e];
      if (entity.mentions.empty()) continue;
      std::sort(entity.mentions.begin(), entity.mentions.end());
      std::size_t best = 0;
      for (const std::int32_t m : entity.mentions) {
        const NameMention& name = report_.names[m];
        const bool longer = keys_[m].size() > best;
        if (longer && (!name.adjective || best == 0)) {
          entity.name = report_.text.slice(name.span);
          best = name.adjective ? 0 : keys_[m].size();
        }
        if (entity.name.empty()) entity.name = report_.text.slice(name.span);
        if (!name.title.empty() && entity.role.size() < name.title.size())
          entity.role = report_.text.slice(name.title);
        if (entity.id.empty()) entity.id = name.id;
        if (entity.country.empty()) entity.country = name.country;
        if (entity.grain == 0) entity.grain = name.adjective ? kOfCountry : name.grain;
      }
      moved[e] = static_cast<std::int32_t>(kept.size());
      kept.push_back(std::move(entity));
    }
    report_.entities = std::move(kept);
    for (NameMention& name : report_.names) name.entity = moved[name.entity];
  }

  Report& report_;
  std::vector<std::vector<std::string>> keys_;
  std::map<std::string, std::int32_t> entities_;
  std::map<std::string, std::int32_t> surnames_;
};

}  // namespace

namespace {

// One bit of 64, told by the last three bytes.
std::uint64_t ending_bit(std::string_view key) {
  if (key.size() < 3) return 0;
  const auto byte = [&](std::size_t back) { return static_cast<unsigned char>(key[key.size() - back]); };
  return std::uint64_t{1} << ((byte(1) * 7u + byte(3)) % 64);
}

}  // namespace

void spread_surnames(const Lattice& lattice, const NameShape& shape, Report& report) {
  const Text& text = report.text;
  const auto tokens = text.tokens();
  std::vector<bool> taken(tokens.size(), false);
  std::unordered_map<std::string, std::uint32_t> surnames;  // key -> rule
  std::uint64_t endings = 0;   // a bit for each: few words end as one of the surnames
  for (const NameMention& name : report.names) {
    std::uint32_t last = text.token_at(name.span.begin);
    for (std::uint32_t t = last; t < tokens.size() && tokens[t].span.begin < name.span.end; ++t)
      taken[t] = true, last = t;
    if (name.type != EntityType::Person) continue;
    std::string key(text.key(tokens[last]));
    if (key.size() < kShortestSurname || listed(lattice, last)) continue;
    endings |= ending_bit(key);
    surnames.emplace(std::move(key), name.rule);
  }
  if (surnames.empty()) return;
  for (std::uint32_t t = 0; t < tokens.size(); ++t) {
    if (taken[t] || tokens[t].kind != TokenKind::Word) continue;
    const std::string_view key = text.key(tokens[t]);
    if ((endings & ending_bit(key)) == 0) continue;
    std::uint32_t begin = tokens[t].span.begin;
    auto found = surnames.find(std::string(key));
    if (const std::size_t p = shape.joined_size(key); found == surnames.end() && p > 0) {
      found = surnames.find(std::string(key.substr(p)));
      begin = text.source_offset(tokens[t].key_begin + static_cast<std::uint32_t>(p));
    }
    if (found == surnames.end() || written_otherwise(lattice, t)) continue;
    NameMention name;
    name.span = {begin, tokens[t].span.end};
    name.type = EntityType::Person;
    name.rule = found->second;
    report.names.push_back(std::move(name));
  }
}

void join_entities(Report& report) { Joiner(report).run(); }

}  // namespace isnad
