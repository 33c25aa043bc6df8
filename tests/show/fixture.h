// SPDX-License-Identifier: Apache-2.0
// A story of three reports, read from story/*.txt and story.tsv: Arabic is data.
#pragma once

#include <vector>

#include "isnad/record.h"
#include "isnad/report.h"

namespace isnad {

struct Fixture {
  std::vector<Report> reports;
  Record record;
};

Fixture load_fixture();

}  // namespace isnad
