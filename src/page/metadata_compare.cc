// SPDX-License-Identifier: Apache-2.0
// Where a page's metadata contradicts itself.
#include <charconv>

#include "page/metadata.h"

namespace isnad {
namespace {

int number_at(std::string_view text, std::size_t at, std::size_t size) {
  int value = -1;
  if (at + size <= text.size()) std::from_chars(text.data() + at, text.data() + at + size, value);
  return value;
}

// Minutes east of Greenwich as "...Z" or "...+03:00" says; false where no zone is named.
bool zone_of(std::string_view time, int& minutes) {
  minutes = 0;
  if (time.ends_with("Z")) return true;
  if (time.size() < 22 || time[time.size() - 3] != ':') return false;
  const char sign = time[time.size() - 6];
  if (sign != '+' && sign != '-') return false;
  minutes = number_at(time, time.size() - 5, 2) * 60 + number_at(time, time.size() - 2, 2);
  if (sign == '-') minutes = -minutes;
  return true;
}

// "2022-01-11T00:47:10+03:00" and "2022-01-10T21:47:10Z" are one moment.
bool same_moment(std::string_view a, std::string_view b) {
  int zone_a = 0, zone_b = 0;
  if (!zone_of(a, zone_a) || !zone_of(b, zone_b) || a.size() < 16 || b.size() < 16) return false;
  const auto minutes = [](std::string_view time, int zone) {
    const std::int64_t day =
        day_number(number_at(time, 0, 4), number_at(time, 5, 2), number_at(time, 8, 2));
    return day * 1440 + number_at(time, 11, 2) * 60 + number_at(time, 14, 2) - zone;
  };
  return minutes(a, zone_a) == minutes(b, zone_b);
}

// "The Hill" and "TheHill.com" are one name.
std::string letters_of(std::string_view name) {
  std::string out;
  for (const char c : name)
    if (c >= 'A' && c <= 'Z')
      out += static_cast<char>(c + 32);
    else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<signed char>(c) < 0)
      out += c;
  return out;
}

bool differ(const Given& a, const Given& b) {
  if (a.field == "published")
    return a.value.substr(0, 10) != b.value.substr(0, 10) && !same_moment(a.value, b.value);
  const std::string x = letters_of(a.value), y = letters_of(b.value);
  return x.find(y) == std::string::npos && y.find(x) == std::string::npos;
}

}  // namespace

void compare_rows(Metadata& meta) {
  for (const auto& [field, plural] :
       {std::pair{"published", "days"}, {"outlet", "outlets"}, {"author", "authors"}}) {
    const Given* first = nullptr;
    for (const Given& row : meta.rows) {
      if (row.field != field || row.from == "time" || row.from == "datecreated") continue;
      if (!first) first = &row;
      if (!differ(*first, row)) continue;
      const std::size_t size = first->field == "published" ? 10 : std::string::npos;
      meta.notes.push_back(std::string("its metadata names two ") + plural + ": " +
                           first->value.substr(0, size) + " (" + first->from + ") and " +
                           row.value.substr(0, size) + " (" + row.from + ")");
      break;
    }
  }
}

}  // namespace isnad
