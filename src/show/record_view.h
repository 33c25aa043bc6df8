// SPDX-License-Identifier: Apache-2.0
// show/record_view.h -- one record made ready to be shown, whatever it is shown on.
//
// All choices of what is said of a lane, a point or a report are made here, once; terminal, page
// and Markdown only lay it out.
//
// Ownership  A view refers to the record and the reports it was made from; keep them.
// Threads    Read-only.
// Errors     None.

#pragma once

#include <span>
#include <string>
#include <vector>

#include "isnad/record.h"
#include "show/show_words.h"

namespace isnad::show {

// Reports are called by their number in the record, from 1.
struct Ref {
  int number = 0;
  Place1 place;
};

// The words a report uses for those counted, and the reports that use them.
struct LabelUse {
  std::string text;
  std::vector<Ref> refs;
};

struct RecordView {
  RecordView(const Record& shown, std::span<const Report> all);

  const Record& record;
  std::span<const Report> reports;
  ShowWords words;
  int year = 0;  // of the event: not said again beside its days

  const Report& report(std::int32_t index) const {
    return reports[static_cast<std::size_t>(index)];
  }
  std::string counts() const;  // "5 reports, 5 outlets, 4 origins"
  int number(std::int32_t report) const;  // 0 where it is not of this record
  const Figure& figure(const Support& support) const;
  // The outlet's name, or the input's last part.
  std::string outlet(std::int32_t report) const;
  std::string_view slice(const Place1& place) const;

  // One for each report, by number.
  std::vector<Ref> refs(const Point& point) const;
  std::vector<Ref> refs(const TimelineEntry& entry) const;

  // ---- lanes
  std::string group(const FigureLane& lane) const;  // with the place, where it is not the record's
  std::string best(const FigureLane& lane) const;
  // "officially", or who gives the best value; and when
  std::string who(const FigureLane& lane) const;
  std::string when(const FigureLane& lane) const;
  // Both: "officially, 10 January"
  std::string how(const FigureLane& lane) const;
  std::string range(const FigureLane& lane) const;
  std::string verdict(const FigureLane& lane) const;
  std::string verdict_why(const FigureLane& lane) const;
  // The point the best value comes from; null where none.
  const Point* best_point(const FigureLane& lane) const;
  // Loaded words that all reports of the lane agree on; "" where they differ or have none.
  std::string lane_label(const FigureLane& lane) const;

  // ---- points
  std::string value(const Point& point) const;
  std::string holders(const Point& point) const;  // with stance and kind
  // What those counted go by, report by report; nothing where the lane's reports agree.
  std::vector<LabelUse> labels(const FigureLane& lane, const Point& point) const;

  // ---- reports
  std::string dated(const ReportInStory& member) const;  // "7 January 2022, 00:47"
  std::vector<std::string> dated_why(const ReportInStory& member) const;
  // True where the evidence is given in the words it stands on, not in a sentence about them.
  bool is_quotation(const Evidence& why, std::int32_t from) const;
  std::vector<int> same_origin(const ReportInStory& member) const;
  std::string share(const CopyOf& copy) const;  // "83%"
};

// "[1] [4]"
std::string brackets(const std::vector<int>& numbers);
std::vector<int> numbers_of(const std::vector<Ref>& refs);
std::string quoted(std::string_view words);  // in angle quotes
std::string trimmed(std::string_view text);
// Runs of blanks and line breaks become one blank.
std::string one_line(std::string_view text);

}  // namespace isnad::show
