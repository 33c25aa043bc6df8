// SPDX-License-Identifier: Apache-2.0
// How names are joined: by id, by spelling, a family name alone to its one full name.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "record/names.h"

namespace isnad {
namespace {

constexpr int kNouns = 15;   // hundredths of a letter

const NameNode& at(const std::vector<NameNode>& nodes, std::int32_t i) {
  return nodes[static_cast<std::size_t>(i)];
}

std::string quoted(const NameNode& node) { return "\"" + node.shown + "\""; }

bool same_words(const std::vector<NameWord>& a, const std::vector<NameWord>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (without_article(a[i]) != without_article(b[i])) return false;
  }
  return true;
}

// Two nouns with the article, which are no foreign names: a vowel more or less at most.
bool far_for_nouns(const NameWord& a, const NameWord& b) {
  const bool nouns = without_article(a) != a && without_article(b) != b;
  return nouns && !is_latin(a) && spelling_cost(a, b) > kNouns;
}

bool all_words_alike(const NameNode& x, const NameNode& y, SpellingMemo& memo) {
  const auto &a = x.words, &b = y.words;
  if (a.size() != b.size()) return false;
  SpellingOf of;   // a word more that agrees speaks for those that nearly do
  of.foreign = a.size() > 1 && (x.foreign || y.foreign);
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!memo.alike(x, i, y, i, of)) return false;
    if (is_organisation(x) && far_for_nouns(a[i], b[i])) return false;
  }
  return true;
}

std::string person_reason(const NameNode& a, const NameNode& b, const NameGroups& groups) {
  const auto both = [&] { return quoted(a) + " and " + quoted(b); };
  if (a.words.size() > 1 && b.words.size() > 1) {
    if (!same_full_name(a, b, groups.memo())) return {};
    if (same_words(a.words, b.words)) return std::string(kWrittenSame) + quoted(a);
    return both() + (is_latin(a.words[0]) != is_latin(b.words[0])
                       ? ": the same consonants in both scripts"
                       : ": the same given and family name under two spellings");
  }
  const bool one = a.words.size() == 1 && b.words.size() == 1;
  if (one && same_words(a.words, b.words)) return std::string(kWrittenSame) + quoted(a);
  if (!one || !groups.memo().alike(a, 0, b, 0, {false, true})) return {};
  return both() + ": two spellings of one family name";
}

// Whether two names of one type are spellings of each other, and why in words.
std::string spelling_reason(const NameNode& a, const NameNode& b, const NameGroups& groups) {
  if (a.words.empty() || b.words.empty()) return {};
  if (a.type == EntityType::Person) return person_reason(a, b, groups);
  const auto both = [&] { return quoted(a) + " and " + quoted(b); };
  if (all_words_alike(a, b, groups.memo()) ||
      (a.type == EntityType::Place ? a.words.size() != b.words.size() &&
                                         glued_alike(glue(a.words), glue(b.words))
                                   : glue(a.words) == glue(b.words))) {
    if (same_words(a.words, b.words)) return std::string(kWrittenSame) + quoted(a);
    return both() + (is_latin(a.words[0]) != is_latin(b.words[0])
                         ? ": the same consonants in both scripts"
                         : ": two spellings of one name");
  }
  if (!is_organisation(a) || !is_organisation(b)) return {};
  if (mean_the_same(a.meaning, b.meaning)) {
    return both() + (a.meaning.latin != b.meaning.latin ? ": the same words in both languages"
                                                      : ": the same words in another order");
  }
  const bool acronym = is_acronym_of(a.shown, b.meaning) || is_acronym_of(b.shown, a.meaning);
  return acronym ? both() + ": the first letters of its words" : std::string();
}

bool offices_clash(const std::vector<NameWord>& a, const std::vector<NameWord>& b) {
  if (a.empty() || b.empty()) return false;
  return std::none_of(a.begin(), a.end(), [&](const NameWord& x) {
    return std::any_of(b.begin(), b.end(), [&](const NameWord& y) { return words_alike(x, y); });
  });
}

// Full names of persons by family name.
class FamilyNames {
 public:
  explicit FamilyNames(const std::vector<NameNode>& nodes) : nodes_(nodes) {
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      const NameNode& full = nodes[i];
      if (full.type != EntityType::Person || full.words.size() < 2) continue;
      auto& bearers = bearers_[full.words.back()];
      if (bearers.empty()) {
        for (std::string& key : word_keys(full.words.back())) {
          names_[std::move(key)].insert(full.words.back());
        }
      }
      bearers.push_back(static_cast<std::int32_t>(i));
    }
  }

  // The groups of full names whose family name a lone name can be, and one of the nodes.
  std::set<std::int32_t> groups_of(const NameNode& lone, const NameGroups& groups,
                                   std::int32_t& example) {
    std::set<std::int32_t> found;
    for (const NameWord& family : families_of(lone.words[0])) {
      for (const std::int32_t i : bearers_.at(family)) {
        const std::int32_t group = groups.group(i);
        if (found.contains(group) || clash(at(nodes_, i), lone)) continue;
        found.insert(group);
        example = example == kNone ? i : std::min(example, i);
      }
    }
    return found;
  }

 private:
  // The family names spelled like a word.
  const std::set<NameWord>& families_of(const NameWord& word) {
    const auto [entry, fresh] = alike_.try_emplace(word);
    if (!fresh) return entry->second;
    for (const std::string& key : word_keys(word)) {
      const auto named = names_.find(key);
      if (named == names_.end()) continue;
      for (const NameWord& family : named->second) {
        if (words_alike(family, word, {false, true})) entry->second.insert(family);
      }
    }
    return entry->second;
  }

  bool clash(const NameNode& full, const NameNode& lone) {
    if (full.role.empty() || lone.role.empty() || full.role == lone.role) return false;
    const auto [entry, fresh] = clashes_.try_emplace({full.role, lone.role}, false);
    if (fresh) entry->second = offices_clash(split_name(full.role), split_name(lone.role));
    return entry->second;
  }

  const std::vector<NameNode>& nodes_;
  std::map<NameWord, std::vector<std::int32_t>> bearers_;
  std::unordered_map<std::string, std::set<NameWord>> names_;
  std::map<NameWord, std::set<NameWord>> alike_;
  std::map<std::pair<std::string, std::string>, bool> clashes_;
};

// One node of each written form; the others are joined with it, unless a fact forbids it.
std::vector<std::int32_t> join_written_same(const std::vector<NameNode>& nodes,
                                            NameGroups& groups) {
  std::map<std::tuple<EntityType, std::string, NameWord>, std::vector<std::int32_t>> same;
  std::vector<std::int32_t> forms;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const NameNode& name = nodes[i];
    if (name.words.empty()) continue;
    const auto node = static_cast<std::int32_t>(i);
    auto& others = same[{name.type, name.country, glue(name.words)}];
    const bool joined = std::any_of(others.begin(), others.end(), [&](std::int32_t other) {
      return same_words(at(nodes, other).words, name.words) &&
             groups.join(other, node, std::string(kWrittenSame) + quoted(name));
    });
    if (joined) continue;
    others.push_back(node);
    forms.push_back(node);
  }
  return forms;
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
  std::unordered_map<std::string, std::vector<std::int32_t>> earlier;
  std::vector<std::int32_t> near;
  for (const std::int32_t node : join_written_same(nodes, groups)) {
    near.clear();
    for (const std::string& key : spelling_keys(at(nodes, node))) {
      auto& block = earlier[key];
      near.insert(near.end(), block.begin(), block.end());
      block.push_back(node);
    }
    std::sort(near.begin(), near.end());
    near.erase(std::unique(near.begin(), near.end()), near.end());
    for (const std::int32_t other : near) {
      const std::string reason = spelling_reason(at(nodes, other), at(nodes, node), groups);
      if (!reason.empty()) groups.join(other, node, reason);
    }
  }
}

void join_short_names(const std::vector<NameNode>& nodes, NameGroups& groups) {
  FamilyNames families(nodes);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const NameNode& lone = nodes[i];
    if (lone.type != EntityType::Person || lone.words.size() != 1) continue;
    const auto node = static_cast<std::int32_t>(i);
    std::int32_t example = kNone;
    const std::set<std::int32_t> full = families.groups_of(lone, groups, example);
    if (full.size() != 1 || *full.begin() == groups.group(node)) continue;
    groups.join(example, node,
                quoted(lone) + ": the only " + quoted(at(nodes, example)) + " of the story");
  }
}

}  // namespace isnad
