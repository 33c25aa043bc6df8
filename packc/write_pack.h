// SPDX-License-Identifier: Apache-2.0
// packc/write_pack.h -- a pack as written -> its compiled bytes. Same source, same bytes.

#pragma once

#include <string>

#include "packc/source.h"

namespace isnad::packc {

// Rules that are too long are told and left out of the image and of `source.rules`.
std::string write_pack(PackSource& source, Faults& faults);

}  // namespace isnad::packc
