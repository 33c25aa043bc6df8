// SPDX-License-Identifier: Apache-2.0
#include "record/anchors.h"

#include <algorithm>
#include <cstdlib>

#include "record/cues.h"
#include "record/words.h"

namespace isnad {
namespace {

constexpr std::size_t kLetters = 4;       // shorter words tie nothing
constexpr std::size_t kPair = 3;          // reports
constexpr std::size_t kSomeWords = 2;
constexpr std::size_t kSentenceWords = 4;
constexpr std::size_t kTitleWords = 2;
constexpr std::size_t kTextWords = 6;
constexpr std::size_t kFewReports = 8;
constexpr std::int64_t kTelling = 3;      // smaller numbers are equal by chance

std::size_t count_letters(const std::string& word) {
  return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

std::vector<std::string> long_words(std::string_view text) {
  std::vector<std::string> words = fold_words(text);
  std::erase_if(words, [](const std::string& word) {
    return count_letters(word) < kLetters || (word[0] >= '0' && word[0] <= '9');
  });
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

std::size_t count_common(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::size_t common = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) { ++common; ++x; ++y; }
    else if (*x < *y) ++x;
    else ++y;
  }
  return common;
}

bool one_fixed_day(const Claim& a, const Claim& b) {
  return a.date.one_day() && b.date.one_day() && !a.said->by_day && !b.said->by_day &&
         a.date.first == b.date.first;
}

// Of many reports no one day has half of the tolls that are fixed to a day.
bool is_broad(const StoryView& view, const LaneSet& set) {
  if (view.story.reports.size() <= kFewReports) return false;
  std::map<std::int32_t, std::size_t> days;
  std::size_t fixed = 0, most = 0;
  for (const Claim& claim : set.claims) {
    const bool toll = claim.said->role == Role::Killed || claim.said->role == Role::Injured;
    if (!toll || claim.event != "main" || !claim.date.one_day() || claim.said->by_day) continue;
    ++fixed;
    most = std::max(most, ++days[claim.date.first]);
  }
  return fixed >= kFewReports && most * 2 < fixed;
}

bool is_deadly(Role role) {
  return role == Role::Killed || role == Role::Injured || role == Role::Casualties;
}

// Police here, soldiers there.
bool other_force(const Claim& a, const Claim& b) {
  const auto is_one = [](const std::string& group) { return group == "police" || group == "soldiers"; };
  return is_one(a.said->group) && is_one(b.said->group) && a.said->group != b.said->group;
}

// The words of the figures themselves have one in common: "Houthis", "students".
bool same_counted(const StoryView& view, const Claim& a, const Claim& b) {
  const auto x = long_words(view.slice(a.report, a.said->span));
  const auto y = long_words(view.slice(b.report, b.said->span));
  return count_common(x, y) != 0;
}

}  // namespace

Anchors::Anchors(const StoryView& view, const LaneSet& set)
    : view_(view), set_(set), broad_(is_broad(view, set)) {}

const Anchors::Words& Anchors::sentence_words(const Claim& claim) {
  const auto [at, fresh] = sentences_.try_emplace({claim.report, claim.figure});
  if (fresh) {
    const Report& report = view_.report(claim.report);
    at->second = long_words(report.text.slice(sentence_at(report, claim.said->span)));
  }
  return at->second;
}

const Anchors::Words& Anchors::title_words(std::int32_t index) {
  const auto [at, fresh] = titles_.try_emplace(index);
  if (fresh) at->second = long_words(view_.report(index).text.slice(view_.report(index).title));
  return at->second;
}

const Anchors::Counts& Anchors::counts(std::int32_t index) {
  const auto [at, fresh] = counts_.try_emplace(index);
  if (!fresh) return at->second;
  for (const Figure& figure : view_.report(index).figures) {
    if (figure.role == Role::Other || figure.bound == Bound::Vague || figure.low < kTelling) continue;
    at->second.emplace(figure.role, figure.low);
  }
  return at->second;
}

bool Anchors::shares_count(const Claim& a, const Claim& b) {
  const Counts& mine = counts(a.report);
  const Counts& theirs = counts(b.report);
  return std::any_of(mine.begin(), mine.end(), [&](const auto& count) { return theirs.count(count) != 0; });
}

int Anchors::likeness(const Claim& a, const Claim& b) {
  int points = 0;
  if (count_common(sentence_words(a), sentence_words(b)) >= kSentenceWords) points += 2;
  if (count_common(title_words(a.report), title_words(b.report)) >= kTitleWords) points += 2;
  const Counts& mine = counts(a.report);
  const Counts& theirs = counts(b.report);
  points += static_cast<int>(std::count_if(mine.begin(), mine.end(), [&](const auto& count) {
    return theirs.count(count) != 0;
  }));
  return points;
}

bool Anchors::is_one_incident(const Claim& a, const Claim& b) {
  if (a.report == b.report) return true;
  if (a.wide != b.wide || a.series != b.series || other_force(a, b)) return false;
  // What gunmen lose is counted by the clash.
  if (a.family == "militants" && is_deadly(a.said->role) && a.as_of != b.as_of &&
      !one_fixed_day(a, b) && !same_holder(a.holder, b.holder)) {
    const bool near = std::abs(days_from(a.as_of, b.as_of)) <= 1;
    if (!near || !shares_count(a, b)) return false;
  }
  // Few reports that were grouped are of one incident; many may be of a war.
  if (view_.story.reports.size() <= kFewReports) return true;
  if (broad_ && is_deadly(a.said->role)) {
    const bool counted = a.family != "militants" || same_counted(view_, a, b);
    return counted && std::abs(days_from(a.as_of, b.as_of)) <= 1 && is_surely_one(a, b);
  }
  if (one_fixed_day(a, b) || same_holder(a.holder, b.holder)) return true;
  return likeness(a, b) >= 2;
}

bool Anchors::may_be_one(const Step& a, const Step& b) {
  return std::any_of(a.claims.begin(), a.claims.end(), [&](std::size_t x) {
    return std::any_of(b.claims.begin(), b.claims.end(), [&](std::size_t y) {
      return is_one_incident(set_.claims[x], set_.claims[y]);
    });
  });
}

bool Anchors::is_surely_one(const Claim& a, const Claim& b) {
  const int points = likeness(a, b);
  return points >= 4 || (points >= 2 && one_fixed_day(a, b));
}

bool Anchors::has_likeness(const Claim& a, const Claim& b) {
  // Two or three reports may have been grouped for little.
  return view_.story.reports.size() > kPair || same_holder(a.holder, b.holder) ||
         count_common(sentence_words(a), sentence_words(b)) >= kSomeWords ||
         count_common(title_words(a.report), title_words(b.report)) >= kTitleWords ||
         shares_count(a, b);
}

bool Anchors::is_one_text(const Claim& a, const Claim& b) {
  const Words& mine = sentence_words(a);
  const Words& theirs = sentence_words(b);
  const std::size_t common = count_common(mine, theirs);
  const std::size_t all = mine.size() + theirs.size() - common;
  return common >= kTextWords && common * 5 >= all * 3;
}

}  // namespace isnad
