// SPDX-License-Identifier: Apache-2.0
// The language of stretches, by example and inside a text of several languages.
#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "isnad/text.h"

namespace isnad {
namespace {

struct Row {
  std::string language, sentence;
};

std::vector<Row> rows() {
  std::ifstream file(std::string(ISNAD_SOURCE_DIR) + "/tests/text/languages.tsv");
  std::vector<Row> out;
  for (std::string line; std::getline(file, line);) {
    const auto tab = line.find('\t');
    if (line.empty() || line[0] == '#' || tab == std::string::npos) continue;
    out.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  return out;
}

TEST(Language, Alone) {
  ASSERT_GT(rows().size(), 30u);
  for (const Row& row : rows()) {
    const Text text = make_text(row.sentence);
    const Span all{0, static_cast<std::uint32_t>(text.utf8().size())};
    EXPECT_EQ(language_of(text, all), row.language) << row.sentence;
  }
}

TEST(Language, Stretches) {
  std::string page;
  for (const Row& row : rows()) page += row.sentence + ".\n";
  const Text text = make_text(page);
  ASSERT_EQ(text.sentences().size(), rows().size());
  for (std::size_t i = 0; i < rows().size(); ++i)
    EXPECT_EQ(language_of(text, text.sentences()[i]), rows()[i].language) << rows()[i].sentence;
}

TEST(Language, NothingToTell) {
  EXPECT_EQ(language_of(make_text("26 - 7"), {0, 6}), "");
  EXPECT_EQ(language_of(make_text(""), {0, 0}), "");
  EXPECT_EQ(language_of(make_text("Qazbrg"), {0, 6}), "");
}

}  // namespace
}  // namespace isnad
