// SPDX-License-Identifier: Apache-2.0
// text/checks.h -- what holds for the Text of any bytes. Each check fails the running test at the
// first thing wrong. All are linear in the text.

#pragma once

#include <string_view>

#include "isnad/text.h"

namespace isnad::test {

// Tokens nest in the text, never go backwards, land on edges of characters and cover all that is
// not blank.
void check_cover(const Text& text);
// Each key is fold_key() of what is written there, and all stand behind one another.
void check_keys(const Text& text);
// Fast validation of UTF-8 against the slow one.
void check_valid(std::string_view bytes);
// All of these, and: each folded byte leads back to the character it was made from; sentences are
// rows of tokens; code points and bytes lead to each other; the quick scanner agrees with the slow.
void check_all(std::string_view bytes);

}  // namespace isnad::test
