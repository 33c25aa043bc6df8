// SPDX-License-Identifier: Apache-2.0
// story/order.h -- an order of reports that does not depend on the input's.
//
// Threads    Pure function.
// Errors     None.

#pragma once

#include <span>
#include <vector>

#include "isnad/report.h"

namespace isnad {

// Indices: dated ones first, by publication; then by digest of the bytes, outlet and input. Reports that
// are the same in all of these stay as they came, and are one as far as anybody can tell.
std::vector<std::int32_t> canonical_order(std::span<const Report> reports);

}  // namespace isnad
