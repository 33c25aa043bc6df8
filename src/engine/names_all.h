// SPDX-License-Identifier: Apache-2.0
// engine/names_all.h -- all names of all reports given, each under all its spellings.
//
// Threads    Pure functions.
// Errors     explain_name: NoSuchMention.
// Method     docs/methods/names.md
// Not here   Which reports tell of one event: names are joined over all of them.

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/error.h"
#include "isnad/record.h"
#include "isnad/report.h"

namespace isnad {

// Most frequent first, then by name; ids "n1" ... in that order.
std::vector<NameInRecord> collect_names(std::span<const Report> reports);

// What one name (by id, or by any of its forms) was joined from, and why.
Result<std::string> explain_name(std::span<const Report> reports,
                                 std::span<const NameInRecord> names, std::string_view id);

}  // namespace isnad
