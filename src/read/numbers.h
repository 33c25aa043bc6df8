// SPDX-License-Identifier: Apache-2.0
// read/numbers.h -- the makers of stratum "numbers" and how their mentions are printed in examples.
//
// Edges put into the lattice: CARD and ORD (the bare number words; value), and for each mention
// NUM ORDINAL PERCENTAGE MONEY MEASURE FRACTION (value = low, attributes "bound=...").
//
// Threads    Pure functions.
// Errors     None.
// Method     docs/methods/numbers.md

#pragma once

#include <string>
#include <string_view>

#include "isnad/report.h"

namespace isnad {

// Whether `make NAME` is known in stratum "numbers".
bool is_number_maker(std::string_view name);

// "26" "~8000" "3001.." "0..49" "20..99" "0.05 percent" "5 USD" "ordinal 3".
std::string number_value(const NumberMention& number);

}  // namespace isnad
