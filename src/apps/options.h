// SPDX-License-Identifier: Apache-2.0
// apps/options.h -- options that several commands take, said once.

#pragma once

#include <string>
#include <vector>

#include "apps/app.h"

namespace isnad {

// INPUT..., --format (the first of `formats` is the default), -o, --packs, --input, --jobs, --progress.
void add_common_options(CLI::App& command, Common& common, const std::vector<std::string>& formats);

// --language, --policy.
void add_record_options(CLI::App& command, Common& common);

}  // namespace isnad
