// SPDX-License-Identifier: Apache-2.0
// record/dating_solver.h -- the days of all reports of a story as unknowns: sets of days that are
// cut down by clues and by links between reports, each cut remembered.
//
// A cut that would leave some report without a day is refused and changes nothing.
//
// Threads    A solver belongs to one thread.
// Errors     None.
// Method     docs/methods/dating.md

#pragma once

#include <cstdint>
#include <vector>

#include "record/dating_clues.h"
#include "record/dating_links.h"

namespace isnad {

// What narrowed a report's days: a clue of its own, a link, or an order of two reports.
struct Cut {
  enum class Kind : std::uint8_t { Clue, Link, Order };
  Kind kind = Kind::Clue;
  std::int32_t index = 0;   // into clues(), links() or orders()
};

// The report at position `before` is not later than the one at `after`.
struct Order {
  std::int32_t before = kNone, after = kNone;
  std::int32_t low_figure = kNone, high_figure = kNone;   // of the two reports
};

class DatingSolver {
 public:
  DatingSolver(Window window, std::vector<DaySet> days, std::vector<DayWord> words);

  // Each says whether the cut was taken.
  bool add(std::int32_t position, const Clue& clue);
  bool add(const DayLink& link);
  bool add(const Order& order);

  const Window& window() const { return window_; }
  const DaySet& days(std::int32_t position) const {
    return state_.days[static_cast<std::size_t>(position)];
  }
  // The days the two words of a link can stand for.
  DaySet link_days(const DayLink& link) const { return link_days(link, state_); }
  const std::vector<Cut>& cuts(std::int32_t position) const {
    return state_.cuts[static_cast<std::size_t>(position)];
  }
  const std::vector<Clue>& clues() const { return clues_; }
  const std::vector<DayLink>& links() const { return links_; }
  const std::vector<Order>& orders() const { return orders_; }
  const std::vector<DayWord>& words() const { return words_; }

 private:
  struct State {
    std::vector<DaySet> days;
    std::vector<std::vector<Cut>> cuts;
  };
  const DayWord& word(std::int32_t i) const { return words_[static_cast<std::size_t>(i)]; }
  DaySet link_days(const DayLink& link, const State& state) const;
  bool cut(State& state, std::int32_t position, const DaySet& keep, Cut reason,
           bool& changed) const;
  bool settle(State& state) const;   // false when a report is left without a day
  bool settle_link(State& state, std::int32_t i, bool& changed) const;
  bool settle_order(State& state, std::int32_t i, bool& changed) const;

  Window window_;
  std::vector<DayWord> words_;
  std::vector<Clue> clues_;
  std::vector<DayLink> links_;
  std::vector<Order> orders_;
  State state_;
};

}  // namespace isnad
