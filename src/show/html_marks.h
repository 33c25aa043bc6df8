// SPDX-License-Identifier: Apache-2.0
// show/html_marks.h -- the reports of a record in full, with the words it rests on marked.
//
// Each marked stretch has an anchor made of its offsets, so whoever shows a value can link to it
// without having asked. Stretches may overlap: a mark that cannot be nested is broken into pieces,
// and all pieces light up together.
//
// Threads    An object belongs to one thread.
// Errors     None.

#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "show/record_view.h"

namespace isnad::show {

enum class MarkKind { Figure, Difference, Event, Date };

class HtmlMarks {
 public:
  HtmlMarks(const RecordView& view, int record_number);

  // "s1-r2" for report 2; "s1-r2-140-152" for words of it, in code points.
  std::string report_anchor(std::int32_t report) const;
  std::string anchor(const Place1& place) const;

  // The report's parts, marked. Once for each report.
  std::string render_text(std::int32_t report);
  // Style rules for the marks that had to be broken.
  const std::string& rules() const { return rules_; }

 private:
  struct Mark {
    Span span;
    std::set<MarkKind> kinds;
    std::string id, hint;
  };
  using Marks = std::map<std::pair<std::uint32_t, std::uint32_t>, Mark>;

  void add(const Place1& place, MarkKind kind, const std::string& hint);
  void collect();
  std::string open_tag(const Mark& mark);
  std::string render_line(const Report& report, const Marks& marks, Span line);
  std::string render_part(const Report& report, const Marks& marks, Span span, const char* part);

  const RecordView& view_;
  std::string prefix_;
  std::map<std::int32_t, Marks> marks_;
  std::set<std::string> opened_;
  std::string rules_;
};

}  // namespace isnad::show
