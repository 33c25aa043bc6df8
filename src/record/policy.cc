// SPDX-License-Identifier: Apache-2.0
#include "record/policy.h"

#include <algorithm>
#include <map>

namespace isnad {
namespace {

using Steps = std::vector<const Step*>;

struct Values {
  std::int64_t low = 0, high = 0;
  const Step* best = nullptr;
};

bool is_open(const Step& step) { return step.high == kOpen; }

// An open bound says how little it is, not how much.
std::int64_t upper(const Step& step) { return is_open(step) ? step.low : step.high; }

// By when a value was first given: an old one that is printed again is not news.
bool later(const Step* a, const Step* b) { return a->moment < b->moment; }

// The last of them, exact ones before vague ones.
const Step* latest(const Steps& steps) {
  const Step* best = nullptr;
  for (const bool vague : {false, true}) {
    for (const Step* step : steps) {
      if (step->vague() == vague && (!best || !later(step, best))) best = step;
    }
    if (best) return best;
  }
  return nullptr;
}

const Step* latest_official(const Steps& steps) {
  Steps official;
  for (const Step* step : steps) {
    if (step->official && !step->vague()) official.push_back(step);
  }
  return official.empty() ? latest(steps) : latest(official);
}

Steps counted(const Steps& steps) {
  Steps exact;
  for (const Step* step : steps) {
    if (!step->vague()) exact.push_back(step);
  }
  return exact.empty() ? steps : exact;
}

Values spread(const Steps& steps) {
  Values values;
  values.low = steps.front()->low;
  for (const Step* step : steps) {
    values.low = std::min(values.low, step->low);
    values.high = std::max(values.high, upper(*step));
  }
  return values;
}

const Step* lowest(const Steps& steps) {
  return *std::min_element(steps.begin(), steps.end(),
                           [](const Step* a, const Step* b) { return a->low < b->low; });
}

// Most independent origins, then latest, then lowest.
const Step* best_supported(const Steps& steps) {
  const Step* best = nullptr;
  for (const Step* step : steps) {
    if (!best || step->origins > best->origins ||
        (step->origins == best->origins && later(best, step))) {
      best = step;
    }
  }
  return best;
}

// The lower median of the last value of each origin.
const Step* median(const StoryView& view, const LaneSet& set, const Steps& steps) {
  std::map<std::string, const Step*> last;
  for (const Step* step : steps) {
    for (std::size_t index : step->claims) {
      const Step*& of = last[view.origin(set.claims[index].report)];
      if (!of || !later(step, of)) of = step;
    }
  }
  Steps values;
  for (const auto& [origin, step] : last) values.push_back(step);
  std::sort(values.begin(), values.end(),
            [](const Step* a, const Step* b) { return a->low < b->low; });
  return values[(values.size() - 1) / 2];
}

std::int64_t highest_told(const Lane& lane) {
  std::int64_t high = 0;
  for (const Step& step : lane.steps) {
    const bool counts = step.kind != CountKind::New && step.kind != CountKind::Part;
    const bool told = step.stance != Stance::Denied && step.stance != Stance::Negated;
    if (counts && told && !step.misread) high = std::max(high, upper(step));
  }
  return high;
}

Values choose(const StoryView& view, const LaneSet& set, const Lane& lane, Policy policy) {
  const Steps running = running_steps(lane);
  const Steps standing = standing_steps(running);
  Values values = spread(counted(standing));
  switch (policy) {
    case Policy::LatestOfficial:
      values.best = latest_official(standing);
      break;
    case Policy::Conservative:
      values.best = lowest(counted(standing));
      break;
    case Policy::Ucdp:
      values.best = best_supported(counted(standing));
      values.high = std::max(values.high, highest_told(lane));
      break;
    case Policy::MinMax:
      values = spread(standing);
      break;
    case Policy::IndependentMedian:
      values.best = median(view, set, counted(running));
      break;
  }
  return values;
}

bool one_voice_lowered(const LaneSet& set, const Step& before, const Step& after) {
  for (std::size_t a : before.claims) {
    for (std::size_t b : after.claims) {
      if (same_holder(set.claims[a].holder, set.claims[b].holder)) return true;
    }
  }
  return false;
}

}  // namespace

std::vector<const Step*> running_steps(const Lane& lane) {
  Steps steps;
  for (const Step& step : lane.steps) {
    if (step.running && !step.misread) steps.push_back(&step);
  }
  if (!steps.empty()) return steps;
  for (const Step& step : lane.steps) {
    if (!step.misread) steps.push_back(&step);
  }
  if (!steps.empty()) return steps;
  for (const Step& step : lane.steps) steps.push_back(&step);
  return steps;
}

std::vector<const Step*> standing_steps(const std::vector<const Step*>& running) {
  Steps standing;
  for (const Step* step : running) {
    const bool replaced = std::any_of(running.begin(), running.end(), [&](const Step* other) {
      return step->as_of != kNoDay && other->moment > step->moment &&
             other->low > step->low && !other->vague();
    });
    // A floor that stands below another value does not speak against it.
    const bool within = is_floor(*step) && std::any_of(running.begin(), running.end(), [&](const Step* other) {
      return other->low > step->low && !other->vague();
    });
    if (!replaced && !within) standing.push_back(step);
  }
  return standing;
}

void apply_policy(const StoryView& view, const LaneSet& set, const Lane& lane, Policy policy,
                  FigureLane& shown) {
  if (lane.steps.empty()) return;
  const Values values = choose(view, set, lane, policy);
  shown.low = values.low;
  shown.high = values.high;
  shown.has_best = values.best != nullptr;
  const Step* dated = values.best;
  if (!dated) dated = latest(running_steps(lane));
  shown.as_of = Days{dated->last, dated->last};
  if (!values.best) return;
  shown.best = values.best->low;
  shown.best_bound = values.best->bound;
  shown.low = std::min(shown.low, shown.best);
  shown.high = is_open(*values.best) ? kOpen : std::max(shown.high, upper(*values.best));
}

Verdict judge_lane(const StoryView& view, const LaneSet& set, const Lane& lane) {
  const Steps steps = counted(running_steps(lane));
  std::vector<std::size_t> claims;
  for (const Step* step : steps) {
    claims.insert(claims.end(), step->claims.begin(), step->claims.end());
  }
  std::sort(claims.begin(), claims.end());
  bool grows = false, corrected = false;
  for (std::size_t i = 1; i < steps.size(); ++i) {
    const Step& before = *steps[i - 1];
    const Step& after = *steps[i];
    if (agree(before, after)) continue;
    if (std::min(before.low, after.low) <= 1 && std::max(before.low, after.low) > 2) continue;
    if (both_known(set, before, after)) {
      grows = grows || (is_floor(before) && is_floor(after) && after.low > before.low);
      continue;
    }
    const bool is_later = after.moment > before.moment;
    if (is_later && after.low > before.low) { grows = true; continue; }
    if (is_later && one_voice_lowered(set, before, after)) { corrected = true; continue; }
    return Verdict::Disputed;
  }
  if (corrected) return Verdict::Corrected;
  if (grows) return Verdict::Growing;
  return count_origins(view, set, claims) < 2 ? Verdict::SingleSource : Verdict::Agreed;
}

}  // namespace isnad
