// SPDX-License-Identifier: Apache-2.0
#include <cctype>

#include "base/hash.h"
#include "page/page.h"

namespace isnad {
namespace {

bool digits_at(std::string_view text, std::size_t at, std::size_t count) {
  if (text.size() < at + count) return false;
  for (std::size_t i = at; i < at + count; ++i)
    if (std::isdigit(static_cast<unsigned char>(text[i])) == 0) return false;
  return true;
}

int number_at(std::string_view text, std::size_t at, std::size_t count) {
  int value = 0;
  for (std::size_t i = at; i < at + count; ++i) value = value * 10 + (text[i] - '0');
  return value;
}

// "2022-01-11T00:47:10Z" and what begins like it: the day, and the hour as given without its zone.
// Anything else is kept as it is given, and is no day.
std::string local_time(std::string_view given, Days& days) {
  if (!digits_at(given, 0, 4) || !digits_at(given, 5, 2) || !digits_at(given, 8, 2) ||
      given[4] != '-' || given[7] != '-')
    return std::string(given);
  const int year = number_at(given, 0, 4), month = number_at(given, 5, 2);
  const int day = number_at(given, 8, 2);
  const std::int32_t number = day_number(year, month, day);
  const CivilDay back = civil_day(number);
  if (back.month != month || back.day != day) return std::string(given);
  days = {number, number};
  const bool has_hour = given.size() >= 16 && given[10] == 'T';
  return std::string(given.substr(0, !has_hour ? 10 : given.size() >= 19 ? 19 : 16));
}

// The reason says by what on the page, and the zone.
void set_published(const Page& page, Report& report) {
  Days days;
  report.updated = local_time(page.updated, days);
  if (page.published.empty()) return;
  report.published.basis = Basis::Metadata;
  report.published.value = local_time(page.published, report.published.days);
  for (const Given& row : page.metadata)
    if (row.field == "published" && row.value == page.published) {
      report.published.why.push_back({row.from + ": " + row.value, {}, kNone});
      break;
    }
}

}  // namespace

Report read_page(const Page& page) {
  Report report;
  report.input = page.input;
  if (page.title.empty()) {
    report.id = page.id.empty() ? "sha256:" + sha256_hex(page.bytes) : page.id;
    report.text = make_text(page.bytes);
  } else {
    const std::string both = page.title + "\n" + page.bytes;
    report.id = "sha256:" + sha256_hex(both);
    report.text = make_text(both);
  }
  report.language = page.language;
  report.url = page.url;
  report.outlet = page.outlet;
  if (!page.outlet.empty()) report.outlet_basis = Basis::Metadata;
  set_published(page, report);
  report.metadata = page.metadata;
  report.notes = page.notes;
  if (report.text.utf8() == page.bytes) {  // else what is known of its parts is of another text
    report.parts = page.parts;
    report.source = page.source;
  }
  if (!report.text.note().empty()) report.notes.emplace_back(report.text.note());
  if (report.text.replaced() > 0)
    report.notes.push_back(std::to_string(report.text.replaced()) +
                           " characters that could not be read");
  return report;
}

}  // namespace isnad
