// SPDX-License-Identifier: Apache-2.0
// Own pages: every report of tests/pages_gold in every layout, some in old encodings. Text, title,
// author, day and outlet must come out.
#include <gtest/gtest.h>
#include <unicode/ucnv.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "page/html.h"

namespace isnad {
namespace {

struct Gold {
  std::string title, author, day, outlet, lead;
  std::vector<std::string> paragraphs;
};

std::string read_all(const std::filesystem::path& path) {
  std::stringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

const std::filesystem::path kFolder =
    std::filesystem::path(ISNAD_SOURCE_DIR) / "tests" / "pages_gold";

std::vector<Gold> read_gold() {
  std::vector<Gold> all;
  std::istringstream in(read_all(kFolder / "reports.txt"));
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("= ")) {
      std::vector<std::string> cells(1);
      for (std::size_t i = 2; i < line.size(); ++i) {
        if (line.compare(i, 3, " | ") != 0)
          cells.back() += line[i];
        else
          cells.emplace_back(), i += 2;
      }
      all.push_back({cells.at(0), cells.at(1), cells.at(2), cells.at(3), cells.at(4), {}});
    } else if (!line.empty() && line[0] != '#') {
      all.back().paragraphs.push_back(line);
    }
  }
  return all;
}

void replace(std::string& text, const std::string& what, const std::string& with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size())
    text.replace(at, what.size(), with);
}

// {{#p}}...{{.}}...{{/p}} once for each paragraph.
std::string lay_out(std::string layout, const Gold& gold) {
  const std::size_t begin = layout.find("{{#p}}"), end = layout.find("{{/p}}");
  const std::string one = layout.substr(begin + 6, end - begin - 6);
  std::string all;
  for (const std::string& paragraph : gold.paragraphs) {
    std::string copy = one;
    replace(copy, "{{.}}", paragraph);
    all += copy;
  }
  layout.replace(begin, end + 6 - begin, all);
  replace(layout, "{{title}}", gold.title);
  replace(layout, "{{author}}", gold.author);
  replace(layout, "{{day}}", gold.day);
  replace(layout, "{{outlet}}", gold.outlet);
  replace(layout, "{{lead}}", gold.lead);
  return layout;
}

std::string encode(const std::string& utf8, const char* charset) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out(utf8.size() * 2, '\0');
  const auto size =
      ucnv_convert(charset, "UTF-8", out.data(), static_cast<std::int32_t>(out.size()), utf8.data(),
                   static_cast<std::int32_t>(utf8.size()), &status);
  EXPECT_TRUE(U_SUCCESS(status));
  out.resize(static_cast<std::size_t>(size));
  return out;
}

std::map<std::string, int> words_of(const std::string& text) {
  std::map<std::string, int> words;
  std::istringstream in(text);
  for (std::string word; in >> word;) ++words[word];
  return words;
}

double f1(const std::string& gold, const std::string& found) {
  const auto a = words_of(gold), b = words_of(found);
  int both = 0, all = 0;
  for (const auto& [word, count] : a)
    all += count, both += b.contains(word) ? std::min(count, b.at(word)) : 0;
  for (const auto& [word, count] : b) all += count;
  return all == 0 ? 0 : 2.0 * both / all;
}

std::string part_text(const Page& page, PartKind kind) {
  std::string out;
  for (const Part& part : page.parts)
    if (part.kind == kind) out += page.bytes.substr(part.span.begin, part.span.size()) + "\n";
  return out;
}

struct Score {
  int pages = 0;
  double text = 0;
  int title = 0, author = 0, day = 0, outlet = 0, source = 0;
};

// The page's bytes where a part is said to stand, read back.
bool leads_back(const Page& page, const std::string& bytes, const char* charset) {
  for (const Part& part : page.parts) {
    const std::string text = page.bytes.substr(part.span.begin, part.span.size());
    const Span span = find_source(page.source, part.span);
    if (part.kind == PartKind::Body &&
        encode(text, charset) != bytes.substr(span.begin, span.size()))
      return false;
  }
  return true;
}

void check(const std::string& bytes, const Gold& gold, const std::string& name, const char* charset,
           Score& score) {
  const auto made = make_html_page(bytes, name);
  ++score.pages;
  ASSERT_TRUE(made.ok()) << name;
  const Page& page = made.value();
  std::string text = gold.lead;
  for (const std::string& paragraph : gold.paragraphs) text += "\n" + paragraph;
  const double one = f1(text, part_text(page, PartKind::Body));
  EXPECT_GE(one, 0.9) << name << "\n" << part_text(page, PartKind::Body);
  score.text += one;
  score.title += part_text(page, PartKind::Title) == gold.title + "\n";
  score.author += page.byline == gold.author;
  score.day += page.published.substr(0, 10) == gold.day;
  score.outlet += page.outlet == gold.outlet;
  score.source += leads_back(page, bytes, charset);
  EXPECT_EQ(page.outlet, gold.outlet) << name;
  EXPECT_EQ(page.byline, gold.author) << name;
  EXPECT_EQ(part_text(page, PartKind::Title), gold.title + "\n") << name;
}

TEST(HtmlGold, EveryReportInEveryLayout) {
  Score score;
  const auto reports = read_gold();
  ASSERT_GE(reports.size(), 4u);
  for (const auto& entry : std::filesystem::directory_iterator(kFolder / "layouts")) {
    const std::string layout = read_all(entry.path()), name = entry.path().stem().string();
    for (const Gold& gold : reports) {
      const std::string page = lay_out(layout, gold);
      check(page, gold, name, "UTF-8", score);
      if (name != "agency_table" && name != "portal_divs") continue;
      std::string old = page;
      replace(old, "charset=utf-8", "charset=windows-1256");
      check(encode(old, "windows-1256"), gold, name + " 1256", "windows-1256", score);
      replace(old, "charset=windows-1256", "charset=iso-8859-6");
      check(encode(old, "ISO-8859-6"), gold, name + " 8859-6", "ISO-8859-6", score);
    }
  }
  const double n = score.pages;
  std::printf(
      "%d pages: text F1 %.3f, title %.3f, author %.3f, day %.3f, outlet %.3f, way back %.3f\n",
      score.pages, score.text / n, score.title / n, score.author / n, score.day / n,
      score.outlet / n, score.source / n);
  EXPECT_GE(score.text / n, 0.98);
  EXPECT_GE(score.title / n, 0.97);
  EXPECT_GE(score.author / n, 0.97);
  EXPECT_GE(score.day / n, 0.97);
  EXPECT_GE(score.outlet / n, 0.97);
  EXPECT_GE(score.source / n, 0.97);
}

}  // namespace
}  // namespace isnad
