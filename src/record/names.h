// SPDX-License-Identifier: Apache-2.0
// record/names.h -- the names of a story's reports as nodes, and which of them may be one.
//
// Threads    Pure functions.
// Errors     None.
// Method     docs/methods/names.md

#pragma once

#include <cstdint>
#include <unordered_map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/report.h"
#include "record/organisation_words.h"
#include "record/record_steps.h"
#include "record/spelling.h"

namespace isnad {

inline constexpr std::string_view kWrittenSame = "written the same: ";   // a reason's head

// One entity of one report.
struct NameNode {
  std::int32_t position = kNone, entity = kNone;
  EntityType type = EntityType::Person;
  std::vector<NameWord> words;       // of its fullest form; of persons as person_words() has them
  std::vector<std::int32_t> numbers; // of the words: one for the same word
  std::int32_t form = kNone;         // one number for the same words
  std::string id, country, role, latin;
  std::string shown;                 // the fullest form as written
  OrganisationMeaning meaning;       // of organisations and groups
  bool foreign = false;              // some word can only be a foreign name
  bool agency = false;
  bool only_adjectives = false;
};

// Whether words of two names are spelled alike, each pair of words asked once.
class SpellingMemo {
 public:
  bool alike(const NameNode& a, std::size_t i, const NameNode& b, std::size_t j, SpellingOf of);

 private:
  std::unordered_map<std::uint64_t, bool> known_;
};

std::vector<NameNode> make_name_nodes(std::span<const Report> reports, const Story& story);

// Names joined so far; a join that two facts forbid is refused.
class NameGroups {
 public:
  explicit NameGroups(const std::vector<NameNode>& nodes);

  std::int32_t group(std::int32_t node) const { return group_[static_cast<std::size_t>(node)]; }
  const std::vector<std::int32_t>& members(std::int32_t group) const {
    return members_[static_cast<std::size_t>(group)];
  }
  const std::vector<std::string>& reasons(std::int32_t group) const {
    return reasons_[static_cast<std::size_t>(group)];
  }
  // Joins the groups of two nodes. False when they are two: other ids, other given names, other
  // countries. True when they were one already.
  bool join(std::int32_t a, std::int32_t b, const std::string& reason);
  // same_full_name(), each pair of forms asked once.
  bool one_full_name(const NameNode& a, const NameNode& b) const;
  SpellingMemo& memo() const { return memo_; }

 private:
  bool may_join(std::int32_t a, std::int32_t b) const;
  bool are_two(const NameNode& a, const NameNode& b) const;

  const std::vector<NameNode>& nodes_;
  std::vector<std::int32_t> group_;
  std::vector<std::vector<std::int32_t>> members_;
  std::vector<std::vector<std::string>> reasons_;
  mutable std::unordered_map<std::uint64_t, bool> one_full_name_;   // by two forms
  mutable SpellingMemo memo_;
};

inline bool is_organisation(const NameNode& node) {
  return (node.type == EntityType::Organisation || node.type == EntityType::Group) &&
         !node.agency && !node.words.empty();
}

// Keys under which a name is looked for: two that can be spelled alike share one.
std::vector<std::string> spelling_keys(const NameNode& node);
// The same for one word of a person's name.
std::vector<std::string> word_keys(const NameWord& word);

// Two full names of persons (two words or more each) that can be one: first and last words spelled
// alike, or all letters alike when written together; words between may be left out.
bool same_full_name(const NameNode& a, const NameNode& b, SpellingMemo& memo);

// The steps, each over all nodes, surest first.
void join_by_id(const std::vector<NameNode>& nodes, NameGroups& groups);
void join_by_spelling(const std::vector<NameNode>& nodes, NameGroups& groups);
void join_short_names(const std::vector<NameNode>& nodes, NameGroups& groups);
void join_organisations(std::span<const Report> reports, const Story& story,
                        const std::vector<NameNode>& nodes, NameGroups& groups);

// The first source first: reports by their own day, those without one behind, else as they stand.
void order_sources(std::span<const Report> reports, std::vector<std::int32_t>& indices);

// With the first letter of an article before it, whose last one it begins with; "" for other words. Behind
// a preposition the article loses it.
std::string whole_of(const std::string& text);
// Its words with one blank between them.
std::string single_blanks(std::string_view text);

// Fills offices, gazetteer, country, claimed and grain from name.entities.
void tell_offices(std::span<const Report> reports, NameInRecord& name);

// A group as it is shown.
NameInRecord make_name(std::span<const Report> reports, const Story& story,
                       const std::vector<NameNode>& nodes,
                       const std::vector<std::int32_t>& members);

}  // namespace isnad
