// SPDX-License-Identifier: Apache-2.0
// Two accounts that one report lays side by side: "the ministry said 21 civilians; but the governor's
// spokesman said 22 gunmen".
#include <algorithm>
#include <cctype>
#include <set>
#include <tuple>

#include "record/cues.h"
#include "record/differences.h"

namespace isnad {
namespace {

constexpr std::int64_t kFewest = 3;
constexpr std::int64_t kFar = 3;             // times: further apart they are of two things
constexpr std::int64_t kFarGrown = 4;
constexpr std::size_t kSentencesApart = 2;
constexpr std::size_t kLead = 2;            // sentences, the title one of them

bool is_account(const Claim& claim) {
  const Stance stance = claim.said->stance;
  return claim.event == "main" && !claim.in_title && claim.holder.named && is_toll(claim.said->role) &&
         claim.kind == CountKind::Total && !is_thing(claim.family) &&
         claim.said->bound != Bound::Vague && claim.said->low >= kFewest &&
         (stance == Stance::Asserted || stance == Stance::Claimed);
}

// Of one thing, as far as the report says: one fate, one day, one place or none.
bool one_matter(const Claim& a, const Claim& b) {
  const bool day = a.date.first == b.date.first && a.date.last == b.date.last;
  const bool place = a.said->place_entity == b.said->place_entity || a.said->place_entity == kNone ||
                     b.said->place_entity == kNone || a.place == b.place;
  return a.said->role == b.said->role && day && place && a.event == b.event;
}

bool numbers_clash(const Claim& a, const Claim& b) {
  const std::int64_t low = std::min(a.said->low, b.said->low), high = std::max(a.said->low, b.said->low);
  if (low == high || low * kFar < high) return false;
  const bool lower_is_floor = (a.said->low == low ? a : b).said->high == kOpen;
  return !lower_is_floor;
}

std::size_t sentence_number(const Report& report, Span span) {
  const auto& sentences = report.text.sentences();
  std::size_t at = 0;
  while (at < sentences.size() && !sentences[at].overlaps(span)) ++at;
  return at;
}

// The second stands close behind the first, and words before it say that another speaks.
bool is_set_against(const StoryView& view, const Claim& first, const Claim& second) {
  const Report& report = view.report(first.report);
  const std::size_t a = sentence_number(report, first.said->span);
  const std::size_t b = sentence_number(report, second.said->span);
  if (a > b || b - a > kSentencesApart || second.said->span.begin < first.said->span.end) return false;
  const Span sentence = sentence_at(report, second.said->span);
  const std::uint32_t from = std::max(sentence.begin, a == b ? first.said->span.end : sentence.begin);
  return has_cue(report.text.slice(Span{from, std::max(from, second.said->span.begin)}), "contrast");
}

// Of two counts, without its words.
Found of_two_counts(const LaneSet& set, std::size_t x, std::size_t y, Relation relation, double weight) {
  Found found = make_found(set, relation, About::Value, x, weight + role_weight(set.claims[x].said->role));
  found.difference.b = claim_place(set.claims[y]);
  found.claims.push_back(y);
  return found;
}

Found make_told(const StoryView& view, const LaneSet& set, std::size_t x, std::size_t y) {
  const Claim& a = set.claims[x];
  const Claim& b = set.claims[y];
  Found found = of_two_counts(set, x, y, Relation::Contradiction, 75);
  const std::vector<Fill> fills = {{"a", claim_value(view, a)},
                                   {"b", claim_value(view, b)},
                                   {"role", shown_role(view, a.said->role)},
                                   {"group_a", shown_group(view, a)},
                                   {"group_b", shown_group(view, b)},
                                   {"holder_a", a.holder.shown},
                                   {"holder_b", b.holder.shown}};
  found.difference.title = view.words.fill("diff.value.title", fills);
  found.difference.why = view.words.fill("diff.told.why", fills);
  return found;
}

// Close before it, or what the report begins with, of the same people and place.
bool is_near(const Report& report, const Claim& a, const Claim& b) {
  const std::size_t at = sentence_number(report, b.said->span);
  if (sentence_number(report, a.said->span) <= at + kSentencesApart) return true;
  return at <= kLead && a.place == b.place && a.family == b.family && b.said->kind == CountKind::Total;
}

// "The first toll had put it at nine", and the number that the report gives now: the last one before it,
// where that is larger and near; itself where there is none.
std::size_t find_now(const StoryView& view, const LaneSet& set, std::size_t before) {
  const Claim& a = set.claims[before];
  const Report& report = view.report(a.report);
  std::size_t best = before;
  for (std::size_t i = 0; i < set.claims.size(); ++i) {
    const Claim& b = set.claims[i];
    if (b.report != a.report || b.said->role != a.said->role || b.earlier || b.event != a.event) continue;
    if (b.in_title || b.said->kind == CountKind::New || b.said->bound == Bound::Vague) continue;
    if (b.said->low <= a.said->low || b.said->low > a.said->low * kFarGrown) continue;
    if (b.said->span.begin >= a.said->span.begin || !is_near(report, a, b)) continue;
    if (best == before || b.said->span.begin > set.claims[best].said->span.begin) best = i;
  }
  return best;
}

// Numbers behind it in its sentence are what it is made of.
bool is_first(const StoryView& view, const LaneSet& set, std::size_t of) {
  const Claim& a = set.claims[of];
  const Span sentence = sentence_at(view.report(a.report), a.said->span);
  return std::none_of(set.claims.begin(), set.claims.end(), [&](const Claim& b) {
    return b.report == a.report && b.said->role == a.said->role && b.said->low > a.said->low &&
           b.said->span.begin < a.said->span.begin && sentence.overlaps(b.said->span);
  });
}

Found make_growth(const StoryView& view, const LaneSet& set, std::size_t x, std::size_t y) {
  const Claim& a = set.claims[x];
  const Claim& b = set.claims[y];
  Found found = of_two_counts(set, x, y, Relation::Update, 28);
  std::string count(view.words.get("count." + std::string(role_name(a.said->role))));
  if (!view.words.arabic() && !count.empty()) count[0] = static_cast<char>(std::toupper(count[0]));
  const std::vector<Fill> fills = {{"count", count},
                                   {"a", claim_value(view, a)},
                                   {"b", claim_value(view, b)},
                                   {"role", shown_role(view, a.said->role)},
                                   {"holder", b.holder.shown}};
  found.difference.title = view.words.fill("diff.update.title", fills);
  found.difference.why = view.words.fill("diff.told_growth.why", fills);
  return found;
}

}  // namespace

std::vector<Found> find_told_rivals(const StoryView& view, const LaneSet& set) {
  std::vector<Found> all;
  std::set<std::tuple<Role, std::int64_t, std::int64_t>> told;
  for (std::size_t x = 0; x < set.claims.size(); ++x) {
    const Claim& a = set.claims[x];
    if (!is_account(a)) continue;
    for (std::size_t y = x + 1; y < set.claims.size() && set.claims[y].report == a.report; ++y) {
      const Claim& b = set.claims[y];
      if (!is_account(b) || !one_matter(a, b) || !numbers_clash(a, b)) continue;
      if (same_holder(a.holder, b.holder) || other_party(a, b)) continue;
      if (is_part_told(set, a.said->role, a.said->low, b.said->low)) continue;
      if (!is_set_against(view, a, b)) continue;
      const auto [low, high] = std::minmax(a.said->low, b.said->low);
      if (told.emplace(a.said->role, low, high).second) all.push_back(make_told(view, set, x, y));
    }
  }
  return all;
}

std::vector<Found> find_told_growth(const StoryView& view, const LaneSet& set) {
  std::vector<Found> all;
  std::set<std::tuple<Role, std::int64_t, std::int64_t>> told;
  for (std::size_t x = 0; x < set.claims.size(); ++x) {
    const Claim& a = set.claims[x];
    if (a.event != "main" || a.in_title || !is_toll(a.said->role) || a.said->low < kFewest) continue;
    if (!a.earlier || a.said->kind != CountKind::Total || a.said->bound == Bound::Vague) continue;
    if (!is_first(view, set, x)) continue;
    const std::size_t y = find_now(view, set, x);
    if (y == x || !told.emplace(a.said->role, a.said->low, set.claims[y].said->low).second) continue;
    all.push_back(make_growth(view, set, x, y));
  }
  return all;
}

}  // namespace isnad
