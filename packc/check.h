// SPDX-License-Identifier: Apache-2.0
// packc/check.h -- several packs taken together: their classes, names and examples.

#pragma once

#include <string>
#include <vector>

#include "packc/source.h"

namespace isnad::packc {

// A pack read and compiled.
struct Unit {
  PackSource source;
  std::string image;
};

// Folders that hold a pack.conf: `folder` itself, or those in it, by name.
std::vector<std::string> pack_folders(const std::string& folder);

// Unknown classes, makers and doubled names; a rule at fault is taken out of its source.
void check_rules(std::vector<Unit>& units, const PackHooks& hooks, Faults& faults);

// Runs the examples of all rules of all units.
void run_examples(const std::vector<Unit>& units, const PackHooks& hooks, Faults& faults);

}  // namespace isnad::packc
