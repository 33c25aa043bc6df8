// SPDX-License-Identifier: Apache-2.0
// engine/explain.h -- the derivation of one thing read in a report: rule, words, values, pack rows.
//
// Threads    Pure functions.
// Errors     NoSuchMention, with the ids there are.

#pragma once

#include <string>
#include <string_view>

#include "isnad/error.h"
#include "isnad/packs.h"
#include "isnad/report.h"

namespace isnad {

// `id` is as printed: f1 figure, t1 time, n1 name (entity), q1 quotation, e1 event, p published.
Result<std::string> explain(const Report& report, const Packs& packs, std::string_view id);

}  // namespace isnad
