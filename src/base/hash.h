// SPDX-License-Identifier: Apache-2.0
// base/hash.h -- SHA-256, as lower-case hexadecimal.

#pragma once

#include <string>
#include <string_view>

namespace isnad {

// Sixty-four digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace isnad
