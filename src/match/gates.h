// SPDX-License-Identifier: Apache-2.0
// match/gates.h -- what must stand ahead of a node for a rule to fit there, worked out once when
// packs are loaded.
//
// A cut is a set of classes one of which every match of a rule holds, not later than after so many
// edges. Each cut has a bit of its stratum's; where there are more cuts than bits some share one,
// which lets more through and never less.
//
// Threads    Pure functions.
// Errors     None: programs were checked when their pack was loaded.
// Method     docs/methods/matcher.md
// Not here   Conditions of tests, and what a rule's pack may see: the run itself asks for those.

#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "match/pack.h"

namespace isnad {

// (class, bits of the cuts it is in), ascending, each class once.
using CutClasses = std::vector<std::pair<ClassId, Cuts>>;

// Fills index.gates and index.wanted of every rule of index.rules.
CutClasses add_gates(const Packs::Inner& inner, StratumIndex& index);

}  // namespace isnad
