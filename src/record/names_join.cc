// SPDX-License-Identifier: Apache-2.0
// How names are joined: by id, by spelling, a family name alone to its one full name.
#include <algorithm>
#include <map>
#include <set>

#include "record/names.h"

namespace isnad {
namespace {

const NameNode& at(const std::vector<NameNode>& nodes, std::int32_t i) {
  return nodes[static_cast<std::size_t>(i)];
}

std::string quoted(const NameNode& node) { return "\"" + node.shown + "\""; }

// Nodes that can be spelled alike have one key: the sorted consonants of the last word (persons) or
// of all words together. Sorted, so that a transposition does not part them; without L, which is
// also the article's.
std::string block_of(const NameNode& node) {
  if (node.words.empty()) return {};
  std::string key;
  if (node.type == EntityType::Person) {
    key = consonants(node.words.back());
  } else {
    for (const NameWord& word : node.words) key += consonants(word);
  }
  std::erase(key, 'L');
  std::sort(key.begin(), key.end());
  key.erase(std::unique(key.begin(), key.end()), key.end());
  return std::to_string(static_cast<int>(node.type)) + key;
}

// For persons of several words, whose last one may be glued to the one before it: all consonants.
std::string glued_block_of(const NameNode& node) {
  if (node.type != EntityType::Person || node.words.size() < 2) return {};
  std::string key;
  for (const NameWord& word : node.words) key += consonants(word);
  std::erase(key, 'L');
  std::sort(key.begin(), key.end());
  key.erase(std::unique(key.begin(), key.end()), key.end());
  return "glued " + key;
}

bool same_words(const std::vector<NameWord>& a, const std::vector<NameWord>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (without_article(a[i]) != without_article(b[i])) return false;
  }
  return true;
}

bool all_words_alike(const std::vector<NameWord>& a, const std::vector<NameWord>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!words_alike(a[i], b[i])) return false;
  }
  return true;
}

// Whether two names of one type are spellings of each other, and why in words.
std::string spelling_reason(const NameNode& a, const NameNode& b) {
  if (same_words(a.words, b.words)) return std::string(kWrittenSame) + quoted(a);
  const bool scripts = !a.words.empty() && !b.words.empty() &&
                       is_latin(a.words.front()) != is_latin(b.words.front());
  if (a.type == EntityType::Person) {
    if (a.words.size() > 1 && b.words.size() > 1 && same_full_name(a.words, b.words)) {
      return quoted(a) + " and " + quoted(b) +
             (scripts ? ": the same consonants in both scripts"
                      : ": the same given and family name under two spellings");
    }
    const bool one = a.words.size() == 1 && b.words.size() == 1;
    if (one && words_alike(a.words[0], b.words[0])) {
      return quoted(a) + " and " + quoted(b) + ": two spellings of one family name";
    }
    return {};
  }
  if (all_words_alike(a.words, b.words) ||
      (a.type == EntityType::Place ? spelled_alike(glue(a.words), glue(b.words))
                                   : glue(a.words) == glue(b.words))) {
    return quoted(a) + " and " + quoted(b) +
           (scripts ? ": the same consonants in both scripts" : ": two spellings of one name");
  }
  return {};
}

bool offices_clash(const NameNode& a, const NameNode& b) {
  if (a.role.empty() || b.role.empty()) return false;
  for (const NameWord& x : split_name(a.role)) {
    for (const NameWord& y : split_name(b.role)) {
      if (words_alike(x, y)) return false;
    }
  }
  return true;
}

// The groups of full names whose family name a lone name can be.
std::set<std::int32_t> full_names_of(const NameNode& lone, const std::vector<NameNode>& nodes,
                                     const NameGroups& groups, std::int32_t& example) {
  std::set<std::int32_t> found;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const NameNode& full = nodes[i];
    if (full.type != EntityType::Person || full.words.size() < 2) continue;
    if (!words_alike(full.words.back(), lone.words[0]) || offices_clash(full, lone)) continue;
    if (found.insert(groups.group(static_cast<std::int32_t>(i))).second) {
      example = static_cast<std::int32_t>(i);
    }
  }
  return found;
}

}  // namespace

void join_by_id(const std::vector<NameNode>& nodes, NameGroups& groups) {
  std::map<std::pair<EntityType, std::string>, std::int32_t> first;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].id.empty()) continue;
    const auto node = static_cast<std::int32_t>(i);
    const auto [entry, fresh] = first.try_emplace({nodes[i].type, nodes[i].id}, node);
    if (fresh) continue;
    const NameNode& other = at(nodes, entry->second);
    const bool same = same_words(other.words, nodes[i].words);
    groups.join(entry->second, node,
                same ? std::string(kWrittenSame) + quoted(other)
                     : quoted(other) + " and " + quoted(nodes[i]) + ": one entry of the lists (" +
                           nodes[i].id + ")");
  }
}

void join_by_spelling(const std::vector<NameNode>& nodes, NameGroups& groups) {
  std::map<std::string, std::vector<std::int32_t>> blocks;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].words.empty()) continue;
    blocks[block_of(nodes[i])].push_back(static_cast<std::int32_t>(i));
    const std::string glued = glued_block_of(nodes[i]);
    if (!glued.empty()) blocks[glued].push_back(static_cast<std::int32_t>(i));
  }
  for (const auto& [key, block] : blocks) {
    std::map<std::pair<std::string, NameWord>, std::int32_t> same;   // one of each written form
    std::vector<std::int32_t> forms;
    for (const std::int32_t node : block) {
      const NameNode& name = at(nodes, node);
      const auto [entry, fresh] = same.try_emplace({name.country, glue(name.words)}, node);
      if (!fresh && same_words(at(nodes, entry->second).words, name.words) &&
          groups.join(entry->second, node, std::string(kWrittenSame) + quoted(name))) {
        continue;
      }
      for (const std::int32_t other : forms) {
        const std::string reason = spelling_reason(at(nodes, other), name);
        if (!reason.empty()) groups.join(other, node, reason);
      }
      forms.push_back(node);
    }
  }
}

void join_short_names(const std::vector<NameNode>& nodes, NameGroups& groups) {
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const NameNode& lone = nodes[i];
    if (lone.type != EntityType::Person || lone.words.size() != 1) continue;
    const auto node = static_cast<std::int32_t>(i);
    std::int32_t example = kNone;
    const std::set<std::int32_t> full = full_names_of(lone, nodes, groups, example);
    if (full.size() != 1 || *full.begin() == groups.group(node)) continue;
    groups.join(example, node,
                quoted(lone) + ": the only " + quoted(at(nodes, example)) + " of the story");
  }
}

}  // namespace isnad
