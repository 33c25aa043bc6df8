// SPDX-License-Identifier: Apache-2.0
#include "record/reconcile_view.h"

#include <algorithm>

namespace isnad {

std::int32_t StoryView::position(std::int32_t index) const {
  const auto at = std::find(story.reports.begin(), story.reports.end(), index);
  return at == story.reports.end() ? kNone : static_cast<std::int32_t>(at - story.reports.begin());
}

const std::string& StoryView::origin(std::int32_t index) const {
  static const std::string none;
  const std::int32_t at = position(index);
  if (at == kNone || static_cast<std::size_t>(at) >= origins.size()) return none;
  return origins[static_cast<std::size_t>(at)];
}

std::int32_t StoryView::name_of(std::int32_t index, std::int32_t entity) const {
  const std::int32_t at = position(index);
  if (entity < 0 || at < 0 || static_cast<std::size_t>(at) >= names.of_entity.size()) return kNone;
  const auto& row = names.of_entity[static_cast<std::size_t>(at)];
  return static_cast<std::size_t>(entity) < row.size() ? row[static_cast<std::size_t>(entity)]
                                                       : kNone;
}

std::string StoryView::shown_name(std::int32_t index, std::int32_t entity) const {
  if (entity < 0) return {};
  const Entity& own = report(index).entities[static_cast<std::size_t>(entity)];
  const std::int32_t name = name_of(index, entity);
  const NameInRecord* unified =
      name == kNone ? nullptr : &names.names[static_cast<std::size_t>(name)];
  if (!words.arabic()) {
    const bool known = unified && !unified->name_latin.empty();
    if (known && !unified->latin_is_romanised) return unified->name_latin;
    if (!own.name_latin.empty()) return own.name_latin;
    if (known) return unified->name_latin;
  }
  return unified && !unified->name.empty() ? unified->name : own.name;
}

std::string StoryView::slice(std::int32_t index, Span span) const {
  std::string out;
  bool blank = false;
  for (char c : report(index).text.slice(span)) {
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      blank = !out.empty();
      continue;
    }
    if (blank) out += ' ';
    blank = false;
    out += c;
  }
  return out;
}

// A report that is dated only to a stretch says nothing of when its figures are as of.
std::int32_t published_first(const Report& report) {
  return report.published.days.one_day() ? report.published.days.first : kNoDay;
}
std::int32_t published_last(const Report& report) {
  return report.published.days.one_day() ? report.published.days.last : kNoDay;
}

}  // namespace isnad
