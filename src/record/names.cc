// SPDX-License-Identifier: Apache-2.0
#include "record/names.h"

#include <algorithm>
#include <map>
#include <set>

#include "record/spelling_letters.h"

namespace isnad {
namespace {

constexpr std::size_t kLookedAt = 24;   // members of a group compared when two are joined

bool is_agency(const Report& report, const Entity& entity) {
  return std::any_of(entity.mentions.begin(), entity.mentions.end(), [&](std::int32_t m) {
    return report.names[static_cast<std::size_t>(m)].agency;
  });
}

bool all_adjectives(const Report& report, const Entity& entity) {
  return !entity.mentions.empty() &&
         std::all_of(entity.mentions.begin(), entity.mentions.end(), [&](std::int32_t m) {
           return report.names[static_cast<std::size_t>(m)].adjective;
         });
}

// What is written the same needs no words where there is more to say.
std::vector<std::string> telling_reasons(std::vector<std::string> reasons) {
  const auto plain = [](const std::string& reason) { return reason.starts_with(kWrittenSame); };
  if (!std::all_of(reasons.begin(), reasons.end(), plain)) std::erase_if(reasons, plain);
  return reasons;
}

// Behind a preposition the article can lose its first letter: a name that begins so, and is written
// with the article elsewhere in the story, has it.
void restore_articles(std::span<const Report> reports, const Story& story,
                      std::vector<NameNode>& nodes) {
  const NameWord& article = spelling_letters().article;
  if (article.size() < 2) return;
  std::set<NameWord> definite;
  for (const NameNode& node : nodes) {
    if (!node.words.empty() && node.words[0].starts_with(article)) definite.insert(node.words[0]);
  }
  for (NameNode& node : nodes) {
    if (node.words.empty() || node.words[0].front() != article.back()) continue;
    const NameWord whole = article.substr(0, article.size() - 1) + node.words[0];
    if (!definite.contains(whole)) continue;
    const std::int32_t index = story.reports[static_cast<std::size_t>(node.position)];
    const Report& report = reports[static_cast<std::size_t>(index)];
    const Entity& entity = report.entities[static_cast<std::size_t>(node.entity)];
    const bool joined = std::any_of(
        entity.mentions.begin(), entity.mentions.end(), [&](std::int32_t m) {
          const Span span = report.names[static_cast<std::size_t>(m)].span;
          const std::string_view before = report.text.slice({0, span.begin});
          return report.text.slice(span) == entity.name && !before.empty() &&
                 entity.name.size() > 1 && before.ends_with(entity.name.substr(0, 2));
        });
    if (joined) node.words[0] = whole;
  }
}

void finish_nodes(std::vector<NameNode>& nodes) {
  std::unordered_map<NameWord, std::int32_t> numbers;
  std::map<std::vector<std::int32_t>, std::int32_t> forms;
  for (NameNode& node : nodes) {
    if (node.type == EntityType::Person) node.words = person_words(node.words);
    node.foreign = std::any_of(node.words.begin(), node.words.end(), is_foreign_word);
    if (is_organisation(node)) {
      node.meaning = organisation_meaning(node.words);
      if (!node.meaning.latin) {
        node.meaning.initials = organisation_meaning(split_name(node.latin)).initials;
      }
    }
    const auto next = static_cast<std::int32_t>(forms.size());
    for (const NameWord& word : node.words) {
      const auto fresh = static_cast<std::int32_t>(numbers.size());
      node.numbers.push_back(numbers.try_emplace(word, fresh).first->second);
    }
    node.form = forms.try_emplace(node.numbers, next).first->second;
  }
}

}  // namespace

std::int32_t Names::find(std::int32_t position_in_story, std::int32_t entity) const {
  if (position_in_story < 0 || entity < 0) return kNone;
  const auto position = static_cast<std::size_t>(position_in_story);
  if (position >= of_entity.size()) return kNone;
  const auto& row = of_entity[position];
  return static_cast<std::size_t>(entity) < row.size() ? row[static_cast<std::size_t>(entity)]
                                                       : kNone;
}

std::vector<NameNode> make_name_nodes(std::span<const Report> reports, const Story& story) {
  std::vector<NameNode> nodes;
  for (std::size_t p = 0; p < story.reports.size(); ++p) {
    const Report& report = reports[static_cast<std::size_t>(story.reports[p])];
    for (std::size_t e = 0; e < report.entities.size(); ++e) {
      const Entity& entity = report.entities[e];
      NameNode node;
      node.position = static_cast<std::int32_t>(p);
      node.entity = static_cast<std::int32_t>(e);
      node.type = entity.type;
      node.words = split_name(entity.name);
      node.id = entity.id;
      node.country = entity.country;
      node.role = entity.role;
      node.latin = entity.name_latin;
      node.shown = entity.name;
      node.agency = is_agency(report, entity);
      node.only_adjectives = all_adjectives(report, entity);
      nodes.push_back(std::move(node));
    }
  }
  restore_articles(reports, story, nodes);
  finish_nodes(nodes);
  return nodes;
}

NameGroups::NameGroups(const std::vector<NameNode>& nodes)
    : nodes_(nodes), group_(nodes.size()), members_(nodes.size()), reasons_(nodes.size()) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    group_[i] = static_cast<std::int32_t>(i);
    members_[i] = {group_[i]};
  }
}

bool NameGroups::one_full_name(const NameNode& a, const NameNode& b) const {
  if (a.form == b.form) return true;
  const auto low = static_cast<std::uint64_t>(std::min(a.form, b.form));
  const auto high = static_cast<std::uint64_t>(std::max(a.form, b.form));
  const auto [entry, fresh] = one_full_name_.try_emplace(high << 32 | low, false);
  if (fresh) entry->second = same_full_name(a, b, memo_);
  return entry->second;
}

bool NameGroups::are_two(const NameNode& a, const NameNode& b) const {
  if (a.type != b.type) return true;
  if (!a.id.empty() && !b.id.empty() && a.id != b.id) return true;
  if (!a.country.empty() && !b.country.empty() && a.country != b.country) return true;
  const std::string &x = a.meaning.country, &y = b.meaning.country;
  if (!x.empty() && !y.empty() && x != y) return true;
  return a.type == EntityType::Person && a.words.size() > 1 && b.words.size() > 1 &&
         !one_full_name(a, b);
}

bool NameGroups::may_join(std::int32_t a, std::int32_t b) const {
  const auto &x = members(a), &y = members(b);
  for (std::size_t i = 0; i < std::min(x.size(), kLookedAt); ++i) {
    for (std::size_t j = 0; j < std::min(y.size(), kLookedAt); ++j) {
      if (are_two(nodes_[static_cast<std::size_t>(x[i])], nodes_[static_cast<std::size_t>(y[j])])) {
        return false;
      }
    }
  }
  return true;
}

bool NameGroups::join(std::int32_t a, std::int32_t b, const std::string& reason) {
  std::int32_t x = group(a), y = group(b);
  if (x == y) return true;
  if (!may_join(x, y)) return false;
  if (x > y) std::swap(x, y);
  auto &into = members_[static_cast<std::size_t>(x)], &from = members_[static_cast<std::size_t>(y)];
  for (const std::int32_t m : from) group_[static_cast<std::size_t>(m)] = x;
  into.insert(into.end(), from.begin(), from.end());
  from.clear();
  auto &why = reasons_[static_cast<std::size_t>(x)], &more = reasons_[static_cast<std::size_t>(y)];
  more.push_back(reason);
  for (std::string& text : more) {
    if (!text.empty() && std::find(why.begin(), why.end(), text) == why.end()) {
      why.push_back(std::move(text));
    }
  }
  more.clear();
  return true;
}

Names unify_names(std::span<const Report> reports, const Story& story) {
  const std::vector<NameNode> nodes = make_name_nodes(reports, story);
  NameGroups groups(nodes);
  join_by_id(nodes, groups);
  join_by_spelling(nodes, groups);
  join_organisations(reports, story, nodes, groups);
  join_short_names(nodes, groups);

  Names names;
  std::map<std::int32_t, std::int32_t> number;
  names.of_entity.resize(story.reports.size());
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const std::int32_t group = groups.group(static_cast<std::int32_t>(i));
    const auto next = static_cast<std::int32_t>(names.names.size());
    const auto [entry, fresh] = number.try_emplace(group, next);
    if (fresh) {
      names.names.push_back(make_name(reports, story, nodes, groups.members(group)));
      names.names.back().id = "n" + std::to_string(next + 1);
      names.names.back().reasons = telling_reasons(groups.reasons(group));
    }
    names.of_entity[static_cast<std::size_t>(nodes[i].position)].push_back(entry->second);
  }
  return names;
}

}  // namespace isnad
