// SPDX-License-Identifier: Apache-2.0
// show/html_record.h -- one record as a part of a page.
//
// Threads    An object belongs to one thread.
// Errors     None.

#pragma once

#include <string>
#include <vector>

#include "show/html_marks.h"
#include "show/record_view.h"

namespace isnad::show {

class HtmlRecord {
 public:
  HtmlRecord(const RecordView& view, int record_number);

  std::string render();
  const std::string& rules() const { return marks_.rules(); }

 private:
  // ---- html_record.cc
  void write_head();
  void write_contents();
  void open_section(const char* name);
  void write_none(const char* key);
  void write_differences();
  void write_timeline();
  void write_entries(bool background);
  void write_names();
  void write_name(const NameInRecord& name);
  std::string times(const NameForm& form) const;

  // ---- html_lanes.cc
  void write_lanes(bool background);
  void write_lane(const FigureLane& lane);
  void write_point(const FigureLane& lane, const Point& point, std::int64_t most);
  std::string track(const Point& point, std::int64_t most) const;
  std::string best(const FigureLane& lane) const;
  std::string sources(const FigureLane& lane, const Point& point) const;

  // ---- html_reports.cc
  void write_reports();
  void write_report(const ReportInStory& member, int number);
  std::string dating(const ReportInStory& member) const;
  void write_texts();

  // Our words, escaped, with foreign names in <bdi>.
  std::string say(std::string_view text) const;
  std::string say_key(std::string_view key) const { return say(view_.words.get(key)); }
  // Our words with [2] made a link to report 2.
  std::string say_linked(std::string_view text) const;
  std::string link(const Place1& place, const std::string& inner, const char* style) const;
  std::string refs(const std::vector<Ref>& refs) const;
  std::string ref_to(std::int32_t report) const;
  std::string quote(const Place1& place) const;
  std::string id(std::string_view name) const { return prefix_ + std::string(name); }

  const RecordView& view_;
  const ShowWords& words_;
  HtmlMarks marks_;
  std::string prefix_, out_;
  int direction_;
};

}  // namespace isnad::show
