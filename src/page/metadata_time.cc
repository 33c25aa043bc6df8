// SPDX-License-Identifier: Apache-2.0
// Timestamps as machines write them: ISO 8601 and its kin, RFC 822 (feeds, mail, HTTP).
#include <array>
#include <cstdio>

#include "isnad/report.h"
#include "page/metadata.h"

namespace isnad {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

// Reads from the front of what is left.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}
  bool number(std::size_t least, std::size_t most, int& value) {
    std::size_t size = 0;
    value = 0;
    while (size < most && size < text_.size() && is_digit(text_[size]))
      value = value * 10 + (text_[size++] - '0');
    if (size < least) return false;
    text_.remove_prefix(size);
    return true;
  }
  bool one_of(std::string_view marks) {
    if (text_.empty() || marks.find(text_[0]) == std::string_view::npos) return false;
    text_.remove_prefix(1);
    return true;
  }
  void blanks() {
    while (one_of(" \t\r\n,")) {
    }
  }
  std::string word() {
    std::string out;
    while (!text_.empty() && is_letter(text_[0])) {
      out += lower(text_[0]);
      text_.remove_prefix(1);
    }
    return out;
  }
  std::string_view rest() const { return text_; }

 private:
  std::string_view text_;
};

bool is_day(int year, int month, int day) {
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 || day > 31) return false;
  const CivilDay back = civil_day(day_number(year, month, day));
  return back.month == month && back.day == day;
}

std::string day_text(int year, int month, int day) {
  char out[32];
  std::snprintf(out, sizeof out, "%04d-%02d-%02d", year, month, day);
  return out;
}

// "T00:47:10+03:00" as far as it is there.
std::string clock_text(Reader& reader) {
  int hour, minute, second = 0;
  if (!reader.one_of("Tt")) reader.blanks();
  if (!reader.number(1, 2, hour) || !reader.one_of(":") || !reader.number(2, 2, minute)) return "";
  if (reader.one_of(":")) reader.number(2, 2, second);
  if (hour > 24 || minute > 59 || second > 60) return "";
  if (reader.one_of(".,")) {
    int fraction;
    reader.number(1, 9, fraction);
  }
  char out[16];
  std::snprintf(out, sizeof out, "T%02d:%02d:%02d", hour % 100, minute % 100, second % 100);
  reader.blanks();
  std::string zone;
  const std::string_view rest = reader.rest();
  int offset;
  if (!rest.empty() && (rest[0] == '+' || rest[0] == '-')) {
    const char sign = rest[0];
    reader.one_of("+-");
    int minutes = 0;
    if (reader.number(2, 2, offset)) {
      reader.one_of(":");
      reader.number(2, 2, minutes);
      char text[24];
      std::snprintf(text, sizeof text, "%c%02d:%02d", sign, offset % 100, minutes % 100);
      zone = text;
    }
  } else if (const std::string name = reader.word();
             name == "z" || name == "gmt" || name == "utc") {
    zone = "Z";
  }
  return out + zone;
}

// Year first: 2022-01-11, 2022/1/11, 20220111.
std::string parse_year_first(std::string_view written) {
  Reader reader(written);
  int year, month, day;
  if (!reader.number(4, 4, year)) return "";
  const bool marked = reader.one_of("-/.");
  if (!reader.number(marked ? 1 : 2, 2, month)) return "";
  if (marked && !reader.one_of("-/.")) return "";
  if (!reader.number(marked ? 1 : 2, 2, day) || !is_day(year, month, day)) return "";
  return day_text(year, month, day) + clock_text(reader);
}

int month_of(const std::string& word) {
  for (std::size_t i = 0; i < kMonths.size(); ++i)
    if (word.size() >= 3 && word.substr(0, 3) == kMonths[i]) return static_cast<int>(i) + 1;
  return 0;
}

// "Tue, 11 Jan 2022 ...", "January 11, 2022 ..."
std::string parse_named_month(std::string_view written) {
  Reader reader(written);
  std::string word = reader.word();
  int month = month_of(word), day = 0, year = 0;
  if (!word.empty() && month == 0) {  // a weekday
    reader.one_of(".");
    reader.blanks();
    word = reader.word();
    month = month_of(word);
  }
  reader.blanks();
  if (!reader.number(1, 2, day)) return "";
  reader.one_of("-");
  reader.blanks();
  if (month == 0) month = month_of(reader.word());
  reader.one_of("-.");
  reader.blanks();
  if (month == 0 || !reader.number(2, 4, year)) return "";
  if (year < 100) year += year < 70 ? 2000 : 1900;
  if (!is_day(year, month, day)) return "";
  return day_text(year, month, day) + clock_text(reader);
}

}  // namespace

std::string parse_timestamp(std::string_view written) {
  const std::size_t begin = written.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos || written.size() > 200) return "";
  written.remove_prefix(begin);
  const std::string iso = parse_year_first(written);
  return iso.empty() ? parse_named_month(written) : iso;
}

}  // namespace isnad
