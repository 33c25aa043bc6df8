// SPDX-License-Identifier: Apache-2.0
#include "story/order.h"

#include <algorithm>
#include <numeric>

namespace isnad {

std::vector<std::int32_t> canonical_order(std::span<const Report> reports) {
  std::vector<std::int32_t> order(reports.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::int32_t x, std::int32_t y) {
    const Report &a = reports[x], &b = reports[y];
    const bool a_known = a.published.days.one_day(), b_known = b.published.days.one_day();
    if (a_known != b_known) return a_known;
    if (a_known && a.published.value != b.published.value) return a.published.value < b.published.value;
    if (a.id != b.id) return a.id < b.id;
    if (a.outlet != b.outlet) return a.outlet < b.outlet;
    return a.input < b.input;
  });
  return order;
}

}  // namespace isnad
