// SPDX-License-Identifier: Apache-2.0
// story/group_few.h -- a handful of reports, gathered on purpose: most often of one event.
//
// Threads    Pure function.
// Errors     None.
// Method     docs/methods/stories.md

#pragma once

#include "story/story.h"

namespace isnad {

// `reports` are in the order in which the result shall not depend on the input's.
std::vector<Story> group_few(std::span<const Report> reports, const CopyGraph& copies);

}  // namespace isnad
