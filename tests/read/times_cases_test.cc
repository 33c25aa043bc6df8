// SPDX-License-Identifier: Apache-2.0
// tests/cases/{numbers,times}/*.txt: one expression a line, in its sentence, with the value it must
// be read as. "-" for a value: nothing may be found.
#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "read/read.h"

namespace isnad {
namespace {

struct Case {
  std::string value, text;
  std::int32_t day = kNoDay;
  Span span;
};

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' '), last = text.find_last_not_of(' ');
  return first == std::string::npos ? "" : text.substr(first, last - first + 1);
}

Case case_of(const std::string& line, bool dated) {
  Case one;
  std::string rest = line;
  if (dated) {
    int year = 0, month = 0, day = 0;
    std::sscanf(line.c_str(), "%d-%d-%d", &year, &month, &day);
    one.day = day_number(year, month, day);
    rest = line.substr(line.find('|') + 1);
  }
  one.value = trimmed(rest.substr(0, rest.find('|')));
  for (char c : trimmed(rest.substr(rest.find('|') + 1))) {
    if (c == '[') one.span.begin = static_cast<std::uint32_t>(one.text.size());
    else if (c == ']') one.span.end = static_cast<std::uint32_t>(one.text.size());
    else one.text += c;
  }
  return one;
}

// What went wrong with one case, "" when nothing did.
std::string fault(const Case& one, const Packs& packs, const char* stratum) {
  std::string found;
  for (const ExampleMention& m : example_mentions(one.text, packs, stratum, one.day)) {
    if (one.value != "-" && m.span == one.span && m.value == one.value) return "";
    found += " [" + one.text.substr(m.span.begin, m.span.size()) + "] " + m.value;
  }
  return one.value == "-" && found.empty() ? "" : one.text + " | " + one.value + " | got" + found;
}

void run_cases(const char* stratum, bool dated) {
  Result<Packs> packs = load_packs(ISNAD_PACKS_DIR);
  if (!packs.ok()) FAIL() << "no compiled packs: " << packs.error().message();
  std::size_t count = 0;
  const std::filesystem::path folder =
      std::filesystem::path(ISNAD_SOURCE_DIR) / "tests/cases" / stratum;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    std::ifstream in(file.path());
    for (std::string line; std::getline(in, line);) {
      if (line.empty() || line[0] == '#') continue;
      ++count;
      EXPECT_EQ(fault(case_of(line, dated), packs.value(), stratum), "") << file.path().filename();
    }
  }
  EXPECT_GT(count, 400u);
}

TEST(NumberCases, AreReadAsTheFilesSay) { run_cases("numbers", false); }
TEST(TimeCases, AreReadAsTheFilesSay) { run_cases("times", true); }

}  // namespace
}  // namespace isnad
