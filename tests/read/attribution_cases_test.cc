// SPDX-License-Identifier: Apache-2.0
// tests/cases/{holders,names}/*.txt: one sentence a line, with what it must be read as. "-" for a
// value: nothing may be found.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "read/read.h"

namespace isnad {
namespace {

struct Case {
  std::string value, text;
  Span span;
};

Case case_of(const std::string& line) {
  Case one;
  const std::size_t bar = line.find(" | ");
  one.value = line.substr(0, bar);
  for (const char c : line.substr(bar + 3)) {
    if (c == '[') one.span.begin = static_cast<std::uint32_t>(one.text.size());
    else if (c == ']') one.span.end = static_cast<std::uint32_t>(one.text.size());
    else one.text += c;
  }
  return one;
}

// What went wrong with one case, "" when nothing did.
std::string fault(const Case& one, const Packs& packs, const char* stratum) {
  std::string found;
  for (const ExampleMention& m : example_mentions(one.text, packs, stratum, kNoDay)) {
    if (one.value != "-" && m.span == one.span && m.value == one.value) return "";
    found += " [" + one.text.substr(m.span.begin, m.span.size()) + "] " + m.value;
  }
  return one.value == "-" && found.empty() ? "" : one.text + " | " + one.value + " | got" + found;
}

void run_cases(const char* folder, const char* stratum, std::size_t least) {
  Result<Packs> packs = load_packs(ISNAD_PACKS_DIR);
  if (!packs.ok()) FAIL() << "no compiled packs: " << packs.error().message();
  std::size_t count = 0;
  const auto path = std::filesystem::path(ISNAD_SOURCE_DIR) / "tests/cases" / folder;
  for (const auto& file : std::filesystem::directory_iterator(path)) {
    std::ifstream in(file.path());
    for (std::string line; std::getline(in, line);) {
      if (line.empty() || line[0] == '#') continue;
      ++count;
      EXPECT_EQ(fault(case_of(line), packs.value(), stratum), "") << file.path().filename();
    }
  }
  EXPECT_GE(count, least);
}

TEST(HolderCases, AreReadAsTheFilesSay) { run_cases("holders", "attribution", 400); }
TEST(NameCases, AreReadAsTheFilesSay) { run_cases("names", "names", 60); }

}  // namespace
}  // namespace isnad
