// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "read/attribution.h"
#include "read/quotations.h"

namespace isnad {
namespace {

std::vector<std::string> insides(const std::string& text) {
  const Text made = make_text(text);
  std::vector<std::string> out;
  for (const QuotePair& pair : find_quote_pairs(made))
    out.emplace_back(made.slice(pair.inside));
  return out;
}

using Strings = std::vector<std::string>;

TEST(QuotePairs, TakeEveryKindOfMark) {
  EXPECT_EQ(insides("He said \"one two\" and \xC2\xABthree\xC2\xBB, \xE2\x80\x9C" "four\xE2\x80\x9D."),
            (Strings{"one two", "three", "four"}));
}

TEST(QuotePairs, ForgiveMarksSetTheWrongWayRound) {
  EXPECT_EQ(insides("said that\xC2\xBB  one two three\xC2\xAB."), (Strings{"one two three"}));
  EXPECT_EQ(insides("it said :\xE2\x80\x9D one two \xE2\x80\x9C."), (Strings{"one two"}));
}

TEST(QuotePairs, CloseAnUnmatchedMarkWithItsSentence) {
  EXPECT_EQ(insides("He said: \"one two three. Four five\nsix"), (Strings{"one two three."}));
}

TEST(QuotePairs, FindInnerPairsOfAnotherKind) {
  EXPECT_EQ(insides("\xC2\xABone \"two\" three\xC2\xBB"), (Strings{"one \"two\" three", "two"}));
}

TEST(QuotePairs, AreNoneInTextWithoutMarks) { EXPECT_TRUE(insides("one two").empty()); }

Report read(const std::string& text, const Packs& packs) {
  Report report;
  report.text = make_text(text);
  Lattice lattice(report.text, packs);
  find_numbers(lattice, report);
  find_times(lattice, report);
  find_names(lattice, report);
  const std::vector<Attribution> said = find_attributions(lattice, report);
  find_quotations(lattice, report, said);
  return report;
}

std::string spoken(const Report& report, std::size_t i) {
  const Quotation& q = report.quotations.at(i);
  return std::string(report.text.slice(q.speaker.span)) + ": " +
         std::string(report.text.slice(q.span));
}

class Quotations : public ::testing::Test {
 protected:
  Quotations() : packs_(load_packs(ISNAD_PACKS_DIR)) {}
  void SetUp() override {
    if (!packs_.ok()) FAIL() << "no compiled packs: " << packs_.error().message();
  }
  Result<Packs> packs_;
};

TEST_F(Quotations, HaveTheSpeakerOfTheSentence) {
  const Report report = read("The mayor said: \"We will rebuild the bridge at once.\"", packs_.value());
  ASSERT_EQ(report.quotations.size(), 1u);
  EXPECT_EQ(spoken(report, 0), "The mayor: We will rebuild the bridge at once.");
  EXPECT_TRUE(report.quotations[0].direct);
}

TEST_F(Quotations, HaveTheSpeakerNamedBehindThem) {
  const Report report = read("\"We will rebuild the bridge at once,\" the mayor said.", packs_.value());
  ASSERT_EQ(report.quotations.size(), 1u);
  EXPECT_EQ(report.text.slice(report.quotations[0].speaker.span), "the mayor");
}

TEST_F(Quotations, AreNotScareQuotes) {
  EXPECT_TRUE(read("The \"reform\" failed again.", packs_.value()).quotations.empty());
}

TEST_F(Quotations, ScopesNestOrStandApart) {
  Report report;
  report.text = make_text(
      "Police said \"three men fled. Two were armed\" and the mayor said one was held. "
      "According to witnesses, it rained, the army said.");
  Lattice lattice(report.text, packs_.value());
  find_names(lattice, report);
  const auto said = find_attributions(lattice, report);
  for (std::size_t i = 0; i < said.size(); ++i)
    for (std::size_t k = i + 1; k < said.size(); ++k)
      EXPECT_TRUE(!said[i].scope.overlaps(said[k].scope) ||
                  said[i].scope.contains(said[k].scope) || said[k].scope.contains(said[i].scope));
}

}  // namespace
}  // namespace isnad
