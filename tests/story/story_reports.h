// SPDX-License-Identifier: Apache-2.0
// Reports made from tests/story/story_texts.txt: first line the title, the rest the body.
#pragma once

#include <string>
#include <vector>

#include "isnad/report.h"

namespace isnad::testing {

// The section `name`, with the direct quotations between guillemets and the town found.
Report make_story_report(const std::string& name);

std::vector<Report> make_story_reports(const std::vector<std::string>& names);

}  // namespace isnad::testing
