// SPDX-License-Identifier: Apache-2.0
#include "record/dating_solver.h"

#include <algorithm>
#include <utility>

namespace isnad {

DatingSolver::DatingSolver(Window window, std::vector<DaySet> days, std::vector<DayWord> words)
    : window_(window), words_(std::move(words)) {
  state_.cuts.resize(days.size());
  state_.days = std::move(days);
}

bool DatingSolver::cut(State& state, std::int32_t position, const DaySet& keep, Cut reason,
                       bool& changed) const {
  DaySet& days = state.days[static_cast<std::size_t>(position)];
  const DaySet left = days & keep;
  if (left == days) return true;
  days = left;
  changed = true;
  auto& cuts = state.cuts[static_cast<std::size_t>(position)];
  const bool known = std::any_of(cuts.begin(), cuts.end(), [&](const Cut& c) {
    return c.kind == reason.kind && c.index == reason.index;
  });
  if (!known) cuts.push_back(reason);
  return left.any();
}

DaySet DatingSolver::link_days(const DayLink& link, const State& state) const {
  const DayWord &a = word(link.a), &b = word(link.b);
  const DaySet from_a =
      move_days(state.days[static_cast<std::size_t>(a.position)], a.low, a.high);
  const DaySet from_b =
      move_days(state.days[static_cast<std::size_t>(b.position)], b.low, b.high);
  return from_a & from_b & a.days & b.days;
}

bool DatingSolver::settle_link(State& state, std::int32_t i, bool& changed) const {
  const DayLink& link = links_[static_cast<std::size_t>(i)];
  const DayWord &a = word(link.a), &b = word(link.b);
  const DaySet day = link_days(link, state);
  const Cut reason{Cut::Kind::Link, i};
  return cut(state, a.position, move_days(day, -a.high, -a.low), reason, changed) &&
         cut(state, b.position, move_days(day, -b.high, -b.low), reason, changed);
}

bool DatingSolver::settle_order(State& state, std::int32_t i, bool& changed) const {
  const Order& order = orders_[static_cast<std::size_t>(i)];
  const Days before = window_.hull(state.days[static_cast<std::size_t>(order.before)]);
  const Days after = window_.hull(state.days[static_cast<std::size_t>(order.after)]);
  const Cut reason{Cut::Kind::Order, i};
  return cut(state, order.before, window_.stretch(kNoDay, after.last), reason, changed) &&
         cut(state, order.after, window_.stretch(before.first, kNoDay), reason, changed);
}

bool DatingSolver::settle(State& state) const {
  bool changed = true;
  while (changed) {
    changed = false;
    for (std::size_t i = 0; i < links_.size(); ++i) {
      if (!settle_link(state, static_cast<std::int32_t>(i), changed)) return false;
    }
    for (std::size_t i = 0; i < orders_.size(); ++i) {
      if (!settle_order(state, static_cast<std::int32_t>(i), changed)) return false;
    }
  }
  return true;
}

bool DatingSolver::add(std::int32_t position, const Clue& clue) {
  State next = state_;
  bool changed = false;
  const Cut reason{Cut::Kind::Clue, static_cast<std::int32_t>(clues_.size())};
  if (!cut(next, position, clue.keep, reason, changed)) return false;
  if (changed && !settle(next)) return false;
  clues_.push_back(clue);
  state_ = std::move(next);
  return true;
}

bool DatingSolver::add(const DayLink& link) {
  State next = state_;
  links_.push_back(link);
  if (!settle(next)) {
    links_.pop_back();
    return false;
  }
  state_ = std::move(next);
  return true;
}

bool DatingSolver::add(const Order& order) {
  State next = state_;
  orders_.push_back(order);
  if (!settle(next)) {
    orders_.pop_back();
    return false;
  }
  state_ = std::move(next);
  return true;
}

}  // namespace isnad
