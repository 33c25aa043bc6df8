// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "record/dating.h"

namespace isnad {
namespace {

constexpr std::int64_t kSmall = 20;   // below this a count says little about time

using Lane = std::pair<Role, std::string>;
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

std::map<Lane, Total> totals_of(const Report& report) {
  std::map<Lane, Total> totals;
  for (std::size_t i = 0; i < report.figures.size(); ++i) {
    const Figure& figure = report.figures[i];
    if (!is_running_total(figure)) continue;
    Total& total = totals[{figure.role, figure.group}];
    if (figure.low > total.low) total = {figure.low, static_cast<std::int32_t>(i)};
  }
  return totals;
}

// +1 when `b` has grown over `a`, -1 the other way, 0 when nothing or both is said.
int compare_totals(const std::map<Lane, Total>& a, const std::map<Lane, Total>& b, Order& order) {
  bool up = false, down = false;
  for (const auto& [lane, x] : a) {
    const auto y = b.find(lane);
    if (y == b.end()) continue;
    const bool grown = 2 * y->second.low >= 3 * x.low, fallen = 2 * x.low >= 3 * y->second.low;
    if (grown && !up) {
      order.low_figure = x.figure;
      order.high_figure = y->second.figure;
    } else if (fallen && !down) {
      order.low_figure = y->second.figure;
      order.high_figure = x.figure;
    }
    up = up || grown;
    down = down || fallen;
  }
  return up == down ? 0 : up ? 1 : -1;
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
