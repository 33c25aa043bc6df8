// SPDX-License-Identifier: Apache-2.0
// record/given_names.h -- given names the packs know with their Latin form and their renderings (packs/ar/lists, packs/ar/spelling).
//
// Threads    Read once, constant from then on.   Errors  None.

#pragma once

#include <vector>

#include "record/spelling.h"

namespace isnad {

// The Latin form of an Arabic given name; null where the lists have none.
const NameWord* latin_of_given_name(const NameWord& arabic);

// A given name of the language itself.
bool is_own_given_name(const NameWord& word);

// Two renderings of one given name, by the lists: Jacob under two sounds.
bool are_one_given_name(const NameWord& a, const NameWord& b);

// Two given names that the lists know as two names of the language: Hasan, Husayn.
bool are_two_given_names(const NameWord& a, const NameWord& b);

}  // namespace isnad
