// SPDX-License-Identifier: Apache-2.0
// text/language_table.h -- the *.tsv of this folder, compiled in.

#pragma once

#include <string_view>

namespace isnad {

// The whole of src/text/<name>.tsv, "" where there is none.
std::string_view text_table(std::string_view name);

}  // namespace isnad
