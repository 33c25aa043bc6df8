// SPDX-License-Identifier: Apache-2.0
// A story made by hand, shown in every form: what must be said, linked, escaped and kept in order.
#include "isnad/show.h"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "show/direction.h"
#include "show/fixture.h"
#include "show/html_text.h"
#include "show/show_words.h"
#include "show/text_page.h"

namespace isnad {
namespace {

using show::ShowWords;

std::string text_of(const Fixture& story, int width, bool colour = false) {
  return render_records_text(std::span(&story.record, 1), story.reports, {colour, width});
}

std::string html_of(const Fixture& story) {
  return render_records_html(std::span(&story.record, 1), story.reports);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != text.npos; }

TEST(Json, KeepsItsContract) {
  Fixture story = load_fixture();
  Packs packs;
  rapidjson::Document json;
  json.Parse(render_records_json(std::span(&story.record, 1), story.reports, packs,
                                 Policy::MinMax).c_str());
  ASSERT_FALSE(json.HasParseError());
  EXPECT_STREQ(json["schema"].GetString(), "isnad.record/1");
  EXPECT_STREQ(json["policy"].GetString(), "min-max");
  const auto& record = json["records"][0];
  EXPECT_STREQ(record["from"].GetString(), "2021-03-03");
  EXPECT_EQ(record["counts"]["reports"].GetInt(), 3);
  const auto& lane = record["figures"][0];
  EXPECT_EQ(lane["best"].GetInt(), 16);
  EXPECT_STREQ(lane["verdict"].GetString(), "disputed");
  EXPECT_TRUE(lane["series"][0]["high"].IsNull());
  EXPECT_EQ(record["differences"].Size(), 3u);
  EXPECT_TRUE(record["differences"][2]["b"].IsNull());
  EXPECT_STREQ(record["differences"][2]["a"]["quote"].GetString(), "20 dead");
}

TEST(Json, QuotesStandAtTheirCodePoints) {
  Fixture story = load_fixture();
  Packs packs;
  rapidjson::Document json;
  json.Parse(render_records_json(std::span(&story.record, 1), story.reports, packs,
                                 Policy::LatestOfficial).c_str());
  const auto& support = json["records"][0]["figures"][0]["series"][1]["support"][0];
  const Text& text = story.reports[1].text;
  Span span{text.byte_offset(support["start"].GetUint()), text.byte_offset(support["end"].GetUint())};
  EXPECT_EQ(text.slice(span), support["quote"].GetString());
  EXPECT_EQ(span, story.reports[1].figures[0].span);
}

TEST(Json, OneRecordALine) {
  Fixture story = load_fixture();
  std::vector<Record> two = {story.record, story.record};
  std::string out = render_records_jsonl(two, story.reports, Packs(), Policy::Ucdp);
  EXPECT_EQ(lines_of(out).size(), 2u);
}

TEST(TextRecord, NoLineIsWiderThanAsked) {
  Fixture story = load_fixture();
  for (const char* language : {"en", "ar"}) {
    story.record.language = language;
    for (int width : {60, 80, 100, 140}) {
      for (const std::string& line : lines_of(text_of(story, width))) {
        EXPECT_LE(show::display_width(line), width) << line;
      }
    }
  }
}

TEST(TextRecord, SaysValuesHoldersAndVerdicts) {
  std::string text = text_of(load_fixture(), 120);
  for (const char* part : {"KILLED", "16", "officially (8\xe2\x80\x93" "18)", "DISPUTED",
                           "at least 8", "the health ministry", "more than 3,000", "no source named",
                           "WHERE THE ACCOUNTS DIFFER", "TIMELINE", "WHO IS WHO", "REPORTS",
                           "12% of its text is also in [1]", "Sami al-Darwish (romanised)"}) {
    EXPECT_TRUE(has(text, part)) << part << "\n" << text;
  }
}

TEST(TextRecord, BackgroundComesLastAndOnePointIsOneLine) {
  std::vector<std::string> lines = lines_of(text_of(load_fixture(), 120));
  ASSERT_GE(lines.size(), 2u);
  EXPECT_TRUE(has(lines[lines.size() - 2], "OTHER EVENTS"));
  EXPECT_TRUE(has(lines.back(), "60")) << lines.back();
  EXPECT_TRUE(has(lines.back(), "[1]")) << lines.back();
}

TEST(TextRecord, ArabicLinesStartFromTheRight) {
  Fixture story = load_fixture();
  story.record.language = "ar";
  for (const std::string& line : lines_of(text_of(story, 80))) {
    EXPECT_TRUE(line.empty() || line.starts_with("\xe2\x80\x8f")) << line;
  }
}

TEST(TextRecord, ColourIsOnlyInkAndEveryIsolateIsClosed) {
  Fixture story = load_fixture();
  std::string plain = text_of(story, 90);
  std::string inked = std::regex_replace(text_of(story, 90, true), std::regex("\x1b\\[[0-9;]*m"), "");
  EXPECT_EQ(plain, inked);
  for (const std::string& line : lines_of(plain)) {
    int open = 0;
    for (std::size_t at = 0; at < line.size();) {
      show::Char next = show::next_char(line, at);
      if (next.c >= 0x2066 && next.c <= 0x2068) ++open;
      if (next.c == 0x2069) --open;
      EXPECT_GE(open, 0) << line;
      at += next.size;
    }
    EXPECT_EQ(open, 0) << line;
  }
}

TEST(Html, EveryLinkHasItsPlaceAndNoPlaceIsTwice) {
  Fixture story = load_fixture();
  std::string page = html_of(story);
  std::set<std::string> ids;
  std::regex id(" id=\"([^\"]+)\""), href("href=\"#([^\"]+)\"");
  for (std::sregex_iterator it(page.begin(), page.end(), id), end; it != end; ++it) {
    EXPECT_TRUE(ids.insert((*it)[1]).second) << (*it)[1];
  }
  int links = 0;
  for (std::sregex_iterator it(page.begin(), page.end(), href), end; it != end; ++it, ++links) {
    EXPECT_TRUE(ids.count((*it)[1])) << (*it)[1];
  }
  EXPECT_GT(links, 30);
}

TEST(Html, MarksAreNestedAndTheTextIsWhole) {
  Fixture story = load_fixture();
  // Two stretches that overlap without one holding the other.
  Figure& figure = story.reports[2].figures[0];
  figure.span = {figure.span.begin, figure.span.begin + 60};
  std::string page = html_of(story);
  std::regex tag("</?mark[^>]*>");
  int open = 0;
  for (std::sregex_iterator it(page.begin(), page.end(), tag), end; it != end; ++it) {
    open += it->str()[1] == '/' ? -1 : 1;
    EXPECT_GE(open, 0);
  }
  EXPECT_EQ(open, 0);
  std::string bare = std::regex_replace(page, tag, "");
  EXPECT_TRUE(has(bare, "More than 3,000 people have left their homes, the governor&#39;s office said, "
                        "and the old bridge &quot;has fallen into the river&quot;"));
}

TEST(Html, BrokenMarksLightUpTogether) {
  Fixture story = load_fixture();
  Difference crossing = story.record.differences[0];
  Span span = story.reports[2].figures[1].span;
  crossing.b = {2, {span.begin + 5, span.end + 10}};
  story.record.differences.push_back(crossing);
  std::string page = html_of(story);
  EXPECT_TRUE(has(page, "body:has(#s1-r3-"));
  EXPECT_TRUE(has(page, " k-s1-r3-"));
}

TEST(Html, NothingOfAPageRunsOrIsFetched) {
  Fixture story = load_fixture();
  story.record.title = "<script>alert(1)</script>";
  story.reports[1].outlet = "\" onmouseover=\"x";
  story.record.names[0].forms[0].text = "<img src=x>";
  std::string page = html_of(story);
  EXPECT_FALSE(has(page, "<script"));
  EXPECT_FALSE(has(page, "<img"));
  EXPECT_FALSE(has(page, "\" onmouseover"));
  EXPECT_FALSE(std::regex_search(page, std::regex("href=\"[^#]")));
  EXPECT_TRUE(has(page, "&lt;b&gt;"));
}

TEST(Html, NoRecordIsAPageThatSaysSo) {
  std::string page = render_records_html({}, {});
  EXPECT_TRUE(has(page, "No story was found"));
}

TEST(Markdown, TakesNothingOfAReportForMarkup) {
  Fixture story = load_fixture();
  story.record.title = "a | *b* <i> [c](http://x.example)";
  std::string text = render_records_markdown(std::span(&story.record, 1), story.reports);
  EXPECT_TRUE(has(text, "# a \\| \\*b\\* &lt;i&gt; \\[c\\](http:/"));
  EXPECT_TRUE(has(text, "| **Killed** | people | **16** |"));
}

TEST(ReportText, ShowsPartsAndFigures) {
  Fixture story = load_fixture();
  std::string text = render_report_text(story.reports[2], Packs(), {false, 100});
  for (const char* part : {"story/3.txt", "Parts", "Figures", "more than 3,000", "residents"}) {
    EXPECT_TRUE(has(text, part)) << part;
  }
}

TEST(Words, EveryPhraseHasBothLanguages) {
  std::istringstream table{std::string(show_table("phrases"))};
  std::set<std::string> keys;
  for (std::string line; std::getline(table, line);) {
    if (line.empty() || line[0] == '#') continue;
    EXPECT_EQ(std::count(line.begin(), line.end(), '\t'), 2) << line;
    std::string key = line.substr(0, line.find('\t'));
    EXPECT_TRUE(keys.insert(key).second) << key;
    EXPECT_FALSE(ShowWords("ar").get(key).empty()) << key;
    EXPECT_FALSE(ShowWords("en").get(key).empty()) << key;
  }
  for (int i = 0; i <= static_cast<int>(Role::Other); ++i) {
    EXPECT_TRUE(keys.count(std::string("role.") + role_name(static_cast<Role>(i))));
  }
}

TEST(Words, DaysAndValues) {
  ShowWords words("en");
  std::int32_t day = day_number(2022, 1, 2);
  EXPECT_EQ(words.days({day, day}, 2022), "2 January");
  EXPECT_EQ(words.days({day, day + 8}), "2\xe2\x80\x93" "10 January 2022");
  EXPECT_EQ(words.days({day - 3, day}, 2022), "30 December 2021 \xe2\x80\x93 2 January");
  EXPECT_EQ(words.days({kNoDay, day}), "until 2 January 2022");
  EXPECT_EQ(words.days({day_number(2019, 1, 1), day_number(2019, 12, 31)}), "2019");
  EXPECT_EQ(words.days({}), "no date");
  EXPECT_EQ(words.value(8, kOpen, Bound::AtLeast), "at least 8");
  EXPECT_EQ(words.value(3001, kOpen, Bound::MoreThan), "more than 3,000");
  EXPECT_EQ(words.value(20, 99, Bound::Vague), "dozens");
  EXPECT_EQ(words.value(0, 49, Bound::LessThan), "fewer than 50");
  EXPECT_EQ(words.number(1234567), "1,234,567");
  EXPECT_EQ(words.number(-1234), "-1,234");
}

TEST(Direction, WidthWrapAndIsolates) {
  std::string alef = "\xd8\xa7", fatha = "\xd9\x8e", wide = "\xe6\x96\x87";
  EXPECT_EQ(show::display_width(alef + fatha), 1);
  EXPECT_EQ(show::display_width(wide), 2);
  EXPECT_EQ(show::wrap_words("aa bb cccccc", 5),
            (std::vector<std::string>{"aa bb", "ccccc", "c"}));
  EXPECT_EQ(show::isolate_runs("by " + alef + " " + alef + ", 3 May", 1),
            "by \xe2\x81\xa8" + alef + " " + alef + "\xe2\x81\xa9, 3 May");
  EXPECT_EQ(show::isolate_runs(alef + " abc", -1), alef + " \xe2\x81\xa8" "abc\xe2\x81\xa9");
  // Marks that turn lines round and control characters are not passed on.
  EXPECT_EQ(show::safe_text("a\x1b[2J\xe2\x80\xae" "b\n c "), "a[2Jb c");
  EXPECT_EQ(show::html_escape("<a href='x'>&\"\x01"),
            "&lt;a href=&#39;x&#39;&gt;&amp;&quot;\xef\xbf\xbd");
}

}  // namespace
}  // namespace isnad
