// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <tuple>

#include "record/dating.h"

namespace isnad {
namespace {

constexpr std::int64_t kSmall = 20;   // below this a count says little about time
constexpr int kLanes = 2;             // one may have grown by being another event's

using Lane = std::tuple<Role, std::string, std::string>;   // role, group, place
struct Total {
  std::int64_t low = 0;
  std::int32_t figure = kNone;
};

bool is_running_total(const Figure& figure) {
  const bool role = figure.role == Role::Killed || figure.role == Role::Injured ||
                    figure.role == Role::Arrested;
  const bool bound = figure.bound == Bound::Exact || figure.bound == Bound::AtLeast ||
                     figure.bound == Bound::MoreThan || figure.bound == Bound::About;
  return role && bound && figure.kind == CountKind::Total && figure.part_of == kNone &&
         figure.event == "main" && figure.low >= kSmall &&
         (figure.stance == Stance::Asserted || figure.stance == Stance::Claimed);
}

// The place of a count by its id, else by its words; "" where none.
std::string place_of(const Report& report, const Figure& figure) {
  std::string key;
  if (figure.place_entity != kNone) {
    key = report.entities[static_cast<std::size_t>(figure.place_entity)].id;
  }
  if (key.empty()) fold_key(report.text.slice(figure.place), key);
  return key;
}

std::map<Lane, Total> totals_of(const Report& report) {
  std::map<Lane, Total> totals;
  for (std::size_t i = 0; i < report.figures.size(); ++i) {
    const Figure& figure = report.figures[i];
    if (!is_running_total(figure)) continue;
    const std::string place = place_of(report, figure);
    if (place.empty()) continue;
    Total& total = totals[{figure.role, figure.group, place}];
    if (figure.low > total.low) total = {figure.low, static_cast<std::int32_t>(i)};
  }
  return totals;
}

// +1 when `b` has grown over `a` in two lanes or more, -1 the other way, 0 when that is not so or
// some lane says the contrary.
int compare_totals(const std::map<Lane, Total>& a, const std::map<Lane, Total>& b, Order& order) {
  int up = 0, down = 0;
  for (const auto& [lane, x] : a) {
    const auto y = b.find(lane);
    if (y == b.end()) continue;
    const bool grown = 2 * y->second.low >= 3 * x.low, fallen = 2 * x.low >= 3 * y->second.low;
    if (grown && up == 0) {
      order.low_figure = x.figure;
      order.high_figure = y->second.figure;
    } else if (fallen && down == 0) {
      order.low_figure = y->second.figure;
      order.high_figure = x.figure;
    }
    up += grown;
    down += fallen;
  }
  if (up > 0 && down > 0) return 0;
  return up >= kLanes ? 1 : down >= kLanes ? -1 : 0;
}

}  // namespace

std::vector<Order> find_orders(std::span<const Report> reports, const Story& story) {
  std::vector<std::map<Lane, Total>> totals;
  for (const std::int32_t r : story.reports) {
    totals.push_back(totals_of(reports[static_cast<std::size_t>(r)]));
  }
  std::vector<Order> orders;
  for (std::size_t b = 1; b < totals.size(); ++b) {
    for (std::size_t a = 0; a < b; ++a) {
      Order order;
      const int way = compare_totals(totals[a], totals[b], order);
      if (way == 0) continue;
      order.before = static_cast<std::int32_t>(way > 0 ? a : b);
      order.after = static_cast<std::int32_t>(way > 0 ? b : a);
      orders.push_back(order);
    }
  }
  return orders;
}

}  // namespace isnad
