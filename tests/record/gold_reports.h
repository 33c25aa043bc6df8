// SPDX-License-Identifier: Apache-2.0
// The five real reports of the gold, where they are at hand ($ISNAD_SHARED, or ../shared beside the
// repository): figures, names and dates as the gold has them, so that reconciling is tested apart
// from reading. Without them the tests are skipped.

#pragma once

#include <string>
#include <vector>

#include "isnad/record.h"
#include "record/reconcile_view.h"

namespace isnad::testing {

struct GoldStory {
  std::vector<Report> reports;
  Story story;
  Names names;
  std::vector<std::string> origins;
  std::string record_json;          // seeds.record.json

  StoryView view(const CopyGraph& copies, const std::string& language) const {
    return StoryView{reports, story, copies, names, origins, RecordWords(language)};
  }
};

// Empty where the folder is not there.
std::string shared_folder();
bool load_gold(const std::string& folder, GoldStory& gold);

}  // namespace isnad::testing
