// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "match/builtin.h"
#include "match/small_packs.h"

namespace isnad {
namespace {

using test::data_packs;

TEST(Readings, CasesOfTheFile) {
  const auto cases = test::read_cases("readings.tsv");
  ASSERT_GT(cases.size(), 20u);
  for (const auto& one : cases) {
    ASSERT_EQ(one.size(), 2u) << one[0];
    EXPECT_EQ(test::readings_line(data_packs(), one[0]), one[1] == "-" ? "" : one[1]) << one[0];
  }
}

std::string digits(const std::string& word) {
  const Digits d = parse_digits(word);
  const char* name = d.cls == class_id("NUMERAL") ? "" : d.cls == class_id("CLOCK") ? "clock " : "dotted ";
  return name + std::to_string(d.value) + (d.attributes.empty() ? "" : " " + d.attributes);
}

TEST(Digits, WholeDecimalClockAndDates) {
  EXPECT_EQ(digits("25"), "25");
  EXPECT_EQ(digits("1,600"), "1600 sep=1");
  EXPECT_EQ(digits("1,600,000"), "1600000 sep=1");
  EXPECT_EQ(digits("1.600.000"), "1600000 sep=1");
  EXPECT_EQ(digits("3.5"), "3 dec=5");
  EXPECT_EQ(digits("3,5"), "3 dec=5");
  EXPECT_EQ(digits("1,600.25"), "1600 sep=1 dec=25");
  EXPECT_EQ(digits("05"), "5 lead=0");
  EXPECT_EQ(digits("00:47"), "clock 47 h=0 m=47");
  EXPECT_EQ(digits("23:59:01"), "clock 1439 h=23 m=59 s=1");
  EXPECT_EQ(digits("25:70"), "dotted 0 p1=25 p2=70");
  EXPECT_EQ(digits("7.1.2022"), "dotted 0 p1=7 p2=1 p3=2022");
  EXPECT_EQ(digits("99999999999999999999"), "1000000000000000000");
}

// The built-in classes of each token, "-" where it has none of those asked for.
std::string built_in(const std::string& bytes) {
  const Text text = make_text(bytes);
  const Lattice lattice(text, data_packs());
  std::string out;
  for (std::uint32_t t = 0; t < text.tokens().size(); ++t) {
    out += t == 0 ? "" : " ";
    std::string one;
    for (const char* name : {"NUMERAL", "COMMA", "STOP", "DASH", "SLASH", "QOPEN", "QCLOSE",
                             "PERCENT", "URL", "HANDLE", "HASHTAG", "NEWLINE", "LATIN", "ARABIC",
                             "CYRILLIC", "CAPITAL", "ALLCAPS", "OOV", "PUNCT", "ANY", "IN", "INCL"})
      if (lattice.find(t, class_named(name)) != nullptr) one += (one.empty() ? "" : "+") + std::string(name);
    out += one.empty() ? "-" : one;
  }
  return out;
}

TEST(BuiltIn, OneTokenAtATime) {
  EXPECT_EQ(built_in("Reuters"), "LATIN+CAPITAL+ANY+IN+INCL");
  EXPECT_EQ(built_in("nobody"), "LATIN+OOV+ANY+IN+INCL");
  EXPECT_EQ(built_in("NATO"), "LATIN+CAPITAL+ALLCAPS+OOV+ANY+IN+INCL");
  EXPECT_EQ(built_in("12"), "NUMERAL+ANY+IN+INCL");
  EXPECT_EQ(built_in("a\n\nb"), "LATIN+OOV+ANY+IN+INCL NEWLINE LATIN+OOV+ANY+IN+INCL");
  EXPECT_EQ(built_in("12, 5"), "NUMERAL+ANY+IN+INCL COMMA+PUNCT+ANY+IN NUMERAL+ANY+IN+INCL");
  EXPECT_EQ(built_in("5."), "NUMERAL+ANY+IN+INCL STOP+PUNCT+ANY");
}

TEST(BuiltIn, NameStandsForOneSet) {
  for (std::string_view name : builtin_class_names()) EXPECT_NE(class_named(name), 0u) << name;
  EXPECT_TRUE(is_broad_class(class_id("INCL")));
  EXPECT_FALSE(is_broad_class(class_id("NUMERAL")));
}

TEST(Lattice, EdgesLongestFirstAndRowsNamed) {
  const Packs& packs = data_packs();
  const Text text = make_text("The Daily Lamp said");
  const Lattice lattice(text, packs);
  const auto edges = lattice.edges_from(0);
  ASSERT_EQ(edges.size(), 2u);
  EXPECT_EQ(text.slice(edges[0].span), "The Daily Lamp");
  EXPECT_EQ(edges[0].to, 24u);
  EXPECT_EQ(packs.inner().row_name(lattice.senses(edges[0])[0].row), "packs/und/lists/words.tsv:3");
  EXPECT_EQ(lattice.find(0, class_id("OUTLET")), &edges[0]);
  EXPECT_EQ(lattice.find(1, class_id("OUTLET")), nullptr);
  EXPECT_EQ(lattice.find(1, class_id("OOV")), nullptr);   // inside a listed entry
  EXPECT_NE(lattice.find(3, class_id("OOV")), nullptr);
}

TEST(Lattice, EntryDoesNotCrossALineBreak) {
  EXPECT_EQ(test::readings_line(data_packs(), "The Daily\nLamp"), "");
}

TEST(Lattice, MentionsAreEdges) {
  const Text text = make_text("about 25 people, later");
  Lattice lattice(text, data_packs());
  lattice.add_mention(class_id("NUM"), {0, 8}, 3, 25, "mod=about");
  lattice.add_mention(class_id("FIGURE"), {0, 15}, 4);
  const auto edges = lattice.edges_from(0);
  ASSERT_EQ(edges.size(), 3u);
  EXPECT_EQ(text.slice(edges[0].span), "about 25 people");
  EXPECT_EQ(edges[1].mention, 3);
  EXPECT_EQ(lattice.senses(edges[1])[0].value, 25);
  EXPECT_EQ(lattice.senses(edges[1])[0].attribute("mod"), "about");
  EXPECT_EQ(lattice.find(0, class_id("NUM"), false), nullptr);
  lattice.add_mention(class_id("NUM"), {3, 3}, 5);                // nothing
  lattice.add_mention(class_id("NUM"), {900, 905}, 5);            // outside
  EXPECT_EQ(lattice.edges_from(0).size(), 3u);
}

TEST(Sense, Attributes) {
  const Sense sense{1, 0, "role=killed group=people v=3", 3};
  EXPECT_EQ(sense.attribute("role"), "killed");
  EXPECT_EQ(sense.attribute("group"), "people");
  EXPECT_EQ(sense.attribute("v"), "3");
  EXPECT_EQ(sense.attribute("rol"), "");
  EXPECT_EQ(sense.attribute("roles"), "");
}

}  // namespace
}  // namespace isnad
