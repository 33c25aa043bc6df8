// SPDX-License-Identifier: Apache-2.0
// A story made by hand for tests: reports, their figures and events, written out as plain English.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "isnad/record.h"
#include "record/lanes.h"
#include "record/reconcile_view.h"

namespace isnad::testing {

struct Say {
  Role role = Role::Killed;
  std::int64_t low = 0, high = -1;       // high < 0: equal to low
  Bound bound = Bound::Exact;
  std::string group = "people";
  std::string holder{}, label{}, place{};
  CountKind kind = CountKind::Total;       // a part is one of the report's last figure of that role
  Stance stance = Stance::Asserted;
  std::string date{};                    // "2022-01-07", "../2022-01-07", "2022-01-02/2022-01-09"
  std::string event = "main";
};

struct Happen {
  std::string type{}, mode{}, topic{}, words{}, actor{}, place{}, date{};
  Stance stance = Stance::Asserted;
  bool historical = false;
};

class StoryBuilder {
 public:
  // Starts a report; what follows is said in it. `day` may bear an hour: 2022-01-07T18:00.
  StoryBuilder& report(const std::string& day, const std::string& origin = "");
  StoryBuilder& say(const Say& figure);
  StoryBuilder& happen(const Happen& event);

  Record record(Policy policy = Policy::LatestOfficial, const std::string& language = "en");
  LaneSet lanes();
  const std::vector<Report>& reports();
  // "18 police killed" as the record quotes it.
  std::string quote(Place1 place);

 private:
  struct Draft {
    std::string text, day, origin;
    Report report;
  };
  void finish();
  std::int32_t entity(Draft& draft, EntityType type, const std::string& name, Span span);
  StoryView view(const std::string& language);

  std::vector<Draft> drafts_;
  std::vector<Report> reports_;
  Story story_;
  CopyGraph copies_;
  Names names_;
  std::vector<std::string> origins_;
  bool finished_ = false;
};

Days parse_days(const std::string& text);

// "killed security_forces 16 (16-18) disputed: 8 18 16", one line a lane.
std::string lanes_text(const Record& record);
// "contradiction role", one line a difference, ranked.
std::string differences_text(const Record& record);

}  // namespace isnad::testing
