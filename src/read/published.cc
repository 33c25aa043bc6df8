// SPDX-License-Identifier: Apache-2.0
// The report's own date, where the page prints it.
#include "read/anchor_fixed.h"
#include "read/read.h"

namespace isnad {
namespace {

// A whole written date in a dateline: day, month and year. Nothing else is trusted.
bool printed_day(const TimeMention& time, std::int32_t& day) {
  const TimeForm& f = time.form;
  if (f.base != TimeForm::Base::Written || f.month == kUnset || f.day == kUnset) return false;
  if (!valid_date(f.year, f.month, f.day) || f.year < 1990 || f.year > 2100) return false;
  day = day_number(f.year, f.month, f.day);
  return true;
}

}  // namespace

void find_published(Report& report, const Lattice&) {
  if (report.published.basis == Basis::Metadata) return;
  for (const Part& part : report.parts) {
    if (part.kind != PartKind::Dateline) continue;
    for (const TimeMention& time : report.times) {
      std::int32_t day = 0;
      if (!part.span.contains(time.span) || !printed_day(time, day)) continue;
      report.published.basis = Basis::Page;
      report.published.days = {day, day};
      report.published.value = day_value(day);
      report.published.why = {{std::string(report.text.slice(time.span)), time.span, kNone}};
      return;
    }
  }
}

}  // namespace isnad
