// SPDX-License-Identifier: Apache-2.0
// What is another event, and what is a part, once it is known which claims stand side by side.
#include <algorithm>

#include "record/cues.h"
#include "record/lanes_claims.h"

namespace isnad {
namespace {

constexpr std::int64_t kOneSize = 3;     // times
constexpr std::int64_t kHalf = 2;

bool is_count(const Claim& claim) {
  return claim.said->bound != Bound::Vague && claim.said->low >= 2;
}

bool one_size(const Claim& a, const Claim& b) {
  return a.said->low < kOneSize * b.said->low && b.said->low < kOneSize * a.said->low;
}

// `told` is background in its report, `own` is what another report is about.
bool is_own(const Claim& told, const Claim& own) {
  if (own.event != "main" || own.report == told.report || !is_toll(own.said->role)) return false;
  if (own.said->role != told.said->role || own.family != told.family) return false;
  if (!own.place.empty() || !told.place.empty() || own.kind != CountKind::Total) return false;
  return own.date.last == told.date.first && is_count(own) && one_size(own, told);
}

bool one_sentence(const Report& report, Span a, Span b) {
  for (const Span& sentence : report.text.sentences()) {
    if (sentence.overlaps(a)) return sentence.overlaps(b);
  }
  return false;
}

bool one_voice(const Claim& a, const Claim& b) {
  return (!a.holder.named && !b.holder.named) || same_holder(a.holder, b.holder);
}

// The counted may be among those of `whole`: one lane, or people said no more of.
bool may_hold(const Claim& whole, const Claim& of) {
  const bool family = whole.family == of.family || of.family == "people";
  return whole.said->role == of.said->role && whole.event == of.event &&
         whole.place == of.place && family;
}

// The report's own larger total of the same thing; nullptr where there is none.
const Claim* find_whole(const StoryView& view, const std::vector<Claim>& claims, const Claim& of) {
  if (of.in_title || of.kind != CountKind::Total || !is_count(of) || !is_toll(of.said->role)) {
    return nullptr;
  }
  const Report& report = view.report(of.report);
  for (const Claim& whole : claims) {
    if (whole.report != of.report || whole.in_title || !is_count(whole)) continue;
    if (whole.kind != CountKind::Total || !may_hold(whole, of) || !one_voice(whole, of)) continue;
    if (whole.as_of != of.as_of || whole.said->span.begin > of.said->span.begin) continue;
    if (of.said->low * kHalf > whole.said->low) continue;
    if (one_sentence(report, whole.said->span, of.said->span)) return &whole;
  }
  return nullptr;
}

// "One policeman and five others", "21 others" beside 22: the others are a part. What they stand beside;
// nullptr where it is not so.
const Claim* find_all(const StoryView& view, const std::vector<Claim>& claims, const Claim& of) {
  if (of.kind != CountKind::Total || of.said->bound != Bound::Exact || !is_count(of)) {
    return nullptr;
  }
  if (!has_cue(view.slice(of.report, of.said->span), "others")) return nullptr;
  for (const Claim& one : claims) {
    const bool beside = one.report == of.report && one.said->role == of.said->role &&
                        one.said->span.end < of.said->span.end && one.event == of.event &&
                        one.kind == CountKind::Total && one.said->low < of.said->low;
    if (beside && one_sentence(view.report(of.report), one.said->span, of.said->span)) return &one;
  }
  for (const Claim& all : claims) {
    if (all.report != of.report || all.kind != CountKind::Total || all.event != of.event) continue;
    if (all.said->role != of.said->role || all.family != of.family) continue;
    if (all.said->low == of.said->low + 1 && all.said->bound == Bound::Exact) return &all;
  }
  return nullptr;
}

// Another report gives this number as a part of a number that this report has too.
bool is_part_elsewhere(const std::vector<Claim>& claims, const Claim& of) {
  if (of.kind != CountKind::Total || !is_count(of)) return false;
  const auto has = [&](std::int32_t report, std::int64_t low) {
    return std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
      return claim.report == report && claim.said->low == low && one_lane(claim, of);
    });
  };
  return std::any_of(claims.begin(), claims.end(), [&](const Claim& part) {
    if (part.kind != CountKind::Part || part.said->kind == CountKind::Part) return false;
    if (part.report == of.report || part.said->low != of.said->low || !one_lane(part, of)) {
      return false;
    }
    return has(part.report, of.said->low + 1) && has(of.report, of.said->low + 1);
  });
}

const Claim* whole_of(const std::vector<Claim>& claims, const Claim& part) {
  for (const Claim& claim : claims) {
    if (claim.report == part.report && claim.figure == part.said->part_of) return &claim;
  }
  return nullptr;
}

}  // namespace

bool one_lane(const Claim& a, const Claim& b) {
  return a.said->role == b.said->role && a.event == b.event && a.family == b.family &&
         a.place == b.place;
}

void join_events(const StoryView& view, std::vector<Claim>& claims) {
  std::vector<std::size_t> own;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Claim& claim = claims[i];
    if (claim.event == "main" || claim.date.first == kNoDay || !is_count(claim)) continue;
    const bool told = std::any_of(claims.begin(), claims.end(), [&](const Claim& other) {
      return is_own(claim, other);
    });
    if (told) own.push_back(i);
  }
  for (std::size_t i : own) {
    claims[i].event = "main";
    set_moment(view, claims[i]);
  }
}

void settle_kinds(const StoryView& view, std::vector<Claim>& claims) {
  for (Claim& claim : claims) {
    if (claim.kind != CountKind::Part || claim.said->part_of == kNone) continue;
    const Claim* whole = whole_of(claims, claim);
    if (whole == nullptr) continue;
    // No part is larger than its whole: it was read as one that is none.
    if (claim.said->low > whole->said->high) claim.kind = CountKind::Total;
    if (one_lane(*whole, claim)) continue;
    if (claim.family != "people" || claim.place != whole->place) claim.kind = CountKind::Total;
  }
  for (Claim& claim : claims) {
    const Claim* all = find_all(view, claims, claim);
    if (all == nullptr) continue;
    claim.kind = CountKind::Part;
    claim.place = all->place;
  }
  std::vector<CountKind> kinds;
  for (const Claim& claim : claims) kinds.push_back(kind_said(view, claims, claim));
  for (std::size_t i = 0; i < claims.size(); ++i) claims[i].kind = kinds[i];
  std::vector<std::size_t> parts;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    if (is_part_elsewhere(claims, claims[i])) parts.push_back(i);
    if (find_whole(view, claims, claims[i]) != nullptr) parts.push_back(i);
  }
  for (std::size_t i : parts) claims[i].kind = CountKind::Part;
}

}  // namespace isnad
