// SPDX-License-Identifier: Apache-2.0
// Pages made to break a reader, by rule and by chance: each is read or refused by name, soon, and all
// that is said of it holds. ISNAD_HOSTILE_PAGES in the environment sets how many are made by chance.
#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "page/archive_warc.h"
#include "page/feed.h"
#include "page/html.h"
#include "text/decode.h"

namespace isnad {
namespace {

using Clock = std::chrono::steady_clock;
constexpr double kMostSeconds = 2;

std::string times(const std::string& what, std::size_t count) {
  std::string out;
  out.reserve(what.size() * count);
  for (std::size_t i = 0; i < count; ++i) out += what;
  return out;
}

// Every promise of html.h; returns the seconds it took.
double demand_read(const std::string& bytes) {
  const auto begin = Clock::now();
  const auto made = make_html_page(bytes, "hostile");
  const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
  if (!made.ok()) {
    EXPECT_TRUE(made.error().code == ErrorCode::Empty || made.error().code == ErrorCode::TooLarge);
    return seconds;
  }
  const Page& page = made.value();
  EXPECT_EQ(first_invalid(page.bytes), page.bytes.size());
  std::uint32_t last = 0;
  for (const Part& part : page.parts) {
    EXPECT_LE(last, part.span.begin);
    EXPECT_LT(part.span.begin, part.span.end);
    EXPECT_LE(part.span.end, page.bytes.size());
    last = part.span.end;
    const Span source = find_source(page.source, part.span);
    EXPECT_LE(source.end, bytes.size());
  }
  for (std::size_t i = 1; i < page.source.size(); ++i)
    EXPECT_LE(page.source[i - 1].text_begin, page.source[i].text_begin);
  return seconds;
}

TEST(HtmlHostile, ByRule) {
  const std::size_t n = 300000;
  const std::string prose = "<p>This is a sentence of a report that somebody wrote for a test, and here it ends.</p>";
  const std::vector<std::string> pages = {
      times("<div>", n) + prose, times("<b><i>", n) + prose, times("<a href=x>", n) + prose,
      times("<p>", n), times("<table><tr><td>", n) + prose, times("<ul><li>", n) + prose, times("</div>", n) + prose,
      times("<x-y>", n) + prose, "<div class=\"" + times("ad share ", n) + "\">" + prose,
      "<div " + times("class=x ", n) + ">" + prose, "<div " + times("a", 1000000) + "=1>" + prose,
      times("<!--", n) + prose, times("<!", n) + prose, times("<?", n) + prose, times("<", n) + prose,
      times("&", n) + prose, times("&amp", n), times("&#x41;", n), times("<script>", n) + prose,
      times("<script></scr", n) + prose, times("<title>", n) + prose, times("<![CDATA[", n) + prose,
      times("<p class='", n) + prose, times("<br>", n) + prose, times("<li>x", n), times(prose, 20000),
      times("<div class=item><a href=1>one two three four</a></div>", 20000) + prose,
      times("<meta property=og:title content=x>", 50000) + prose, times("<time datetime=2022-01-01>", n) + prose,
      "<script type=application/ld+json>" + times("[", n) + "</script>" + prose,
      "<script type=application/ld+json>" + times("{\"@graph\":", n) + "</script>" + prose,
      times("<svg>", n) + prose, times("<template>", n) + prose, std::string("\xFF\xFE", 2) + times("<\0", 1000),
      "<p>" + std::string(1000, '\0') + "</p>" + prose, "<p>" + times("\xD9", n), "<p>" + times("\xF0\x9F\x98\x80", n),
      "<html>" + times(std::string("\xE2\x80\x8F\x01\x02\x7F"), n), "<pre>" + times("\n", n) + "</pre>" + prose};
  for (std::size_t i = 0; i < pages.size(); ++i) EXPECT_LT(demand_read(pages[i]), kMostSeconds) << "page " << i;
}

std::vector<std::string> layouts() {
  std::vector<std::string> all;
  const auto folder = std::filesystem::path(ISNAD_SOURCE_DIR) / "tests" / "pages_gold" / "layouts";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::stringstream out;
    out << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    all.push_back(out.str());
  }
  return all;
}

class Mutator {
 public:
  explicit Mutator(std::uint32_t seed) : random_(seed), seeds_(layouts()) {}

  std::string next() {
    std::string page = seeds_[below(seeds_.size())];
    for (std::size_t i = 0, count = 1 + below(8); i < count && !page.empty(); ++i) change(page);
    return page;
  }

 private:
  std::size_t below(std::size_t end) { return end == 0 ? 0 : random_() % end; }

  void change(std::string& page) {
    static const std::vector<std::string> kPieces = {
        "<div>", "</div>", "<p>", "<table>", "<td>", "</table>", "<!--", "-->", "<script>", "</script>", "<a ", "\"", "'",
        ">", "<", "&", "&#", ";", "<title>", "<body>", "</body>", "<html>", "</html>", "<svg>", "<noscript>", "charset=",
        "charset=utf-16", "charset=gb18030", "charset=iso-2022-jp", "charset=windows-1256", "\xFF\xFE", "\xEF\xBB\xBF",
        "\x1B$B", std::string(1, '\0'), "<article>", "<aside hidden>", "<li>", "<br>", "<pre>", "<textarea>"};
    const std::size_t at = below(page.size()), size = below(200);
    switch (below(7)) {
      case 0: page.erase(at, size); break;
      case 1: page.insert(at, kPieces[below(kPieces.size())]); break;
      case 2: page[at] = static_cast<char>(below(256)); break;
      case 3: page.resize(at); break;
      case 4: page.insert(at, page.substr(below(page.size()), size)); break;
      case 5: page.insert(at, times(kPieces[below(kPieces.size())], below(300))); break;
      default: for (std::size_t i = at; i < page.size() && i < at + size; ++i) page[i] = static_cast<char>(below(256));
    }
  }

  std::mt19937 random_;
  std::vector<std::string> seeds_;
};

TEST(HtmlHostile, ByChance) {
  const char* wanted = std::getenv("ISNAD_HOSTILE_PAGES");
  const int count = wanted ? std::atoi(wanted) : 1500;
  Mutator mutator(7);
  double slowest = 0;
  for (int i = 0; i < count && !testing::Test::HasFailure(); ++i) {
    const std::string page = mutator.next();
    slowest = std::max(slowest, demand_read(page));
    // The other readers get the same bytes: whatever they make of them, they come to an end.
    looks_like_html(page);
    read_feed("<rss><item>" + page);
    read_mail(page);
    read_csv(page, [](FeedItem, std::size_t) {});
    MemorySource memory(page);
    ByteReader reader(memory);
    WarcReader records(reader, 1 << 20);
    for (WarcRecord record; records.next(record);) {}
  }
  EXPECT_LT(slowest, kMostSeconds);
  std::printf("%d pages, the slowest in %.3f s\n", count, slowest);
}

}  // namespace
}  // namespace isnad
