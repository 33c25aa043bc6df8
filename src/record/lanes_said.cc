// SPDX-License-Identifier: Apache-2.0
// What the words around a figure, and the other figures of its report, say of its being a total.
#include <algorithm>
#include <set>

#include "record/cues.h"
#include "record/lanes_claims.h"

namespace isnad {
namespace {

bool is_exact(const Claim& claim) {
  return claim.said->bound == Bound::Exact && claim.said->low >= 2;
}

constexpr std::size_t kBefore = 4, kAfter = 7;   // words

// The words close around a figure, in its clause and up to the figures beside it.
std::vector<std::string> near_words(const StoryView& view, const Claim& of, bool before) {
  const Report& report = view.report(of.report);
  Span clause = clause_at(report, of.said->span);
  for (const Figure& figure : report.figures) {
    if (figure.span.end <= of.said->span.begin) clause.begin = std::max(clause.begin, figure.span.end);
    if (before && figure.span.begin >= of.said->span.end) clause.end = std::min(clause.end, figure.span.begin);
  }
  std::vector<std::string> head, tail;
  if (before && clause.begin < of.said->span.begin) {
    head = fold_words(report.text.slice(Span{clause.begin, of.said->span.begin}));
  }
  if (of.said->span.end < clause.end) {
    tail = fold_words(report.text.slice(Span{of.said->span.end, clause.end}));
  }
  std::vector<std::string> words(head.end() - static_cast<std::ptrdiff_t>(std::min(head.size(), kBefore)),
                                 head.end());
  for (std::string& word : fold_words(report.text.slice(of.said->span))) words.push_back(std::move(word));
  words.insert(words.end(), tail.begin(),
               tail.begin() + static_cast<std::ptrdiff_t>(std::min(tail.size(), kAfter)));
  return words;
}

// "24 are still treated", "eight were flown out": how the wounded are, not how many they were.
bool is_state(const StoryView& view, const Claim& of) {
  return of.said->role == Role::Injured && !of.in_title && has_cue(near_words(view, of, true), "care");
}

// "Of a hundred wounded 29 are still in hospital", read as killed.
bool is_alive(const StoryView& view, const Claim& of) {
  if (of.said->role != Role::Killed || of.in_title) return false;
  const std::vector<std::string> words = near_words(view, of, false);
  return has_cue(words, "care") && has_cue(words, "hospital");
}

// "Five killed and injured": one number for both fates is the number of neither.
bool is_both(const StoryView& view, const std::vector<Claim>& claims, const Claim& of) {
  const Role other = of.said->role == Role::Killed    ? Role::Injured
                     : of.said->role == Role::Injured ? Role::Killed
                                                      : Role::Other;
  if (other == Role::Other) return false;
  const Report& report = view.report(of.report);
  const Span clause = clause_at(report, of.said->span);
  // Nothing between the two words and the number, or the two words right behind it.
  if (has_cue(report.text.slice(clause), "both") &&
      std::none_of(claims.begin(), claims.end(), [&](const Claim& claim) {
        return claim.report == of.report && claim.said->role == other &&
               claim.said->low != of.said->low && clause.overlaps(claim.said->span);
      })) {
    return true;
  }
  return std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
    return claim.report == of.report && claim.said->role == other && is_exact(claim) &&
           claim.said->low == of.said->low && claim.said->span.overlaps(of.said->span);
  });
}

// "Twelve died, bringing the toll to 26": twelve were added.
bool is_added(const StoryView& view, const std::vector<Claim>& claims, const Claim& of) {
  if (of.in_title || !is_exact(of)) return false;
  const Report& report = view.report(of.report);
  const Span sentence = sentence_at(report, of.said->span);
  return std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
    if (claim.report != of.report || claim.said->role != of.said->role) return false;
    if (claim.said->low <= of.said->low || claim.said->span.begin < of.said->span.end) return false;
    if (!sentence.overlaps(claim.said->span)) return false;
    return has_cue(report.text.slice(Span{of.said->span.end, claim.said->span.end}), "raising");
  });
}

// A title's number that the body does not have, but that two of the body's numbers make.
bool is_title_sum(const std::vector<Claim>& claims, const Claim& of) {
  if (!of.in_title) return false;
  std::set<std::int64_t> body;
  for (const Claim& claim : claims) {
    const bool told = claim.report == of.report && !claim.in_title &&
                      claim.said->role == of.said->role && claim.said->bound != Bound::Vague;
    if (told) body.insert(claim.said->low);
  }
  if (body.count(of.said->low) != 0) return false;
  return std::any_of(body.begin(), body.end(), [&](std::int64_t low) {
    return low * 2 != of.said->low && body.count(of.said->low - low) != 0;
  });
}

// An earlier count where the report gives another one, too.
bool is_superseded(const std::vector<Claim>& claims, const Claim& of) {
  return of.earlier && std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
    return claim.report == of.report && claim.said->role == of.said->role && !claim.earlier &&
           claim.event == of.event && claim.said->kind == CountKind::Total &&
           claim.said->bound != Bound::Vague && claim.said->low != of.said->low;
  });
}

// "Rose from 31 to 32": no range of what is thought.
bool is_rise(const StoryView& view, const Claim& of) {
  const Report& report = view.report(of.report);
  return of.said->bound == Bound::Range &&
         has_cue(report.text.slice(sentence_at(report, of.said->span)), "grew");
}

const Claim* find_claim(const std::vector<Claim>& claims, const Claim& part) {
  for (const Claim& claim : claims) {
    if (claim.report == part.report && claim.figure == part.said->part_of) return &claim;
  }
  return nullptr;
}

}  // namespace

CountKind kind_said(const StoryView& view, const std::vector<Claim>& claims, const Claim& of) {
  if (of.kind != CountKind::Total) return of.kind;
  if (is_state(view, of)) return CountKind::Part;
  if (is_added(view, claims, of)) return CountKind::New;
  const bool unknown = is_both(view, claims, of) || is_title_sum(claims, of) ||
                       is_alive(view, of) || is_superseded(claims, of) || is_rise(view, of);
  return unknown ? CountKind::Unknown : of.kind;
}

PartsTold find_parts_told(const StoryView& view, const std::vector<Claim>& claims) {
  PartsTold told;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Claim& part = claims[i];
    if (!is_exact(part)) continue;
    const Claim* whole = part.said->part_of == kNone ? nullptr : find_claim(claims, part);
    if (whole != nullptr && is_exact(*whole) && whole->said->low > part.said->low) {
      told.emplace(part.said->role, whole->said->low, part.said->low);
      told.emplace(part.said->role, whole->said->low, whole->said->low - part.said->low);
    }
    for (std::size_t j = i + 1; j < claims.size() && claims[j].report == part.report; ++j) {
      const Claim& other = claims[j];
      const bool beside = other.said->role == part.said->role && other.event == part.event &&
                          other.family != part.family && is_exact(other) &&
                          other.said->part_of == kNone && part.said->part_of == kNone;
      if (!beside) continue;
      if (!sentence_at(view.report(part.report), part.said->span).overlaps(other.said->span)) continue;
      const std::int64_t sum = part.said->low + other.said->low;
      told.emplace(part.said->role, sum, part.said->low);
      told.emplace(part.said->role, sum, other.said->low);
    }
  }
  return told;
}

}  // namespace isnad
