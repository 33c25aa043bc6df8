// SPDX-License-Identifier: Apache-2.0
// Digits with their separators.

#include <cmath>
#include <string>

#include "read/numbers_words.h"

namespace isnad {
namespace {

constexpr std::string_view kArabicDecimal = "\xd9\xab";    // U+066B
constexpr std::string_view kArabicThousands = "\xd9\xac";  // U+066C
constexpr std::string_view kArabicComma = "\xd8\x8c";      // U+060C

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The digits with '.' for a point, ',' for a comma and '_' for a sure thousands mark.
bool plain_digits(std::string_view key, std::string& out) {
  for (std::size_t i = 0; i < key.size();) {
    const std::string_view two = key.substr(i, 2);
    if (is_digit(key[i]) || key[i] == '.' || key[i] == ',') {
      out += key[i++];
    } else if (two == kArabicDecimal || two == kArabicThousands || two == kArabicComma) {
      out += two == kArabicDecimal ? '.' : two == kArabicThousands ? '_' : ',';
      i += 2;
    } else {
      return false;
    }
  }
  return true;
}

// Whether every group behind `mark` has three digits, and the first one to three.
bool groups_of_three(std::string_view digits, char mark) {
  std::size_t run = 0, marks = 0;
  for (std::size_t i = 0; i <= digits.size(); ++i) {
    if (i < digits.size() && is_digit(digits[i])) {
      ++run;
      continue;
    }
    if (marks == 0 ? run == 0 || run > 3 : run != 3) return false;
    if (i == digits.size() || digits[i] != mark) return marks > 0;
    ++marks;
    run = 0;
  }
  return false;
}

void remove_mark(std::string& digits, char mark) {
  std::erase(digits, mark);
}

double value_of(std::string_view digits) {
  double whole = 0, part = 0, size = 1;
  bool behind = false;
  for (char c : digits) {
    if (c == '.') {
      behind = true;
    } else if (behind) {
      part = part * 10 + (c - '0');
      size *= 10;
    } else {
      whole = whole * 10 + (c - '0');
    }
  }
  return whole + part / size;
}

}  // namespace

bool parse_digits(std::string_view key, double& value) {
  std::string digits;
  if (key.empty() || key.size() > 40 || !plain_digits(key, digits)) return false;
  remove_mark(digits, '_');
  const std::size_t point = digits.find('.');
  const std::string_view before = std::string_view(digits).substr(0, point);
  if (before.find(',') != std::string_view::npos && groups_of_three(before, ',')) {
    std::string rest = point == std::string::npos ? "" : digits.substr(point);
    digits = std::string(before);
    remove_mark(digits, ',');
    digits += rest;
  } else if (groups_of_three(digits, '.') && digits[0] != '0') {
    remove_mark(digits, '.');
  }
  for (char& c : digits) c = c == ',' ? '.' : c;
  std::size_t points = 0;
  for (char c : digits) points += c == '.';
  if (points > 1 || !is_digit(digits.back())) return false;
  value = value_of(digits);
  return true;
}

}  // namespace isnad
