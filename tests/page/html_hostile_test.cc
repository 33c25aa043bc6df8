// SPDX-License-Identifier: Apache-2.0
// Pages made to break a reader, by rule and by chance: each is read or refused by name, soon, and
// all that is said of it holds. ISNAD_HOSTILE_PAGES in the environment sets how many are made by
// chance.
#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>
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

// Of the processor's time: a page of that cost would be one that explodes; most take a thousandth.
constexpr double kMostSeconds = 5;
constexpr std::size_t kMostMemory = 200;  // MB

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kMemoryIsOurs = false;  // sanitizers need much of their own
#else
constexpr bool kMemoryIsOurs = true;
#endif

// The most memory the process has held since forget_peak(), in MB; 0 where the system does not say.
std::size_t peak_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:")) return std::stoul(line.substr(6)) / 1000;
  return 0;
}
void forget_peak() { std::ofstream("/proc/self/clear_refs") << "5"; }

std::string times(const std::string& what, std::size_t count) {
  std::string out;
  out.reserve(what.size() * count);
  for (std::size_t i = 0; i < count; ++i) out += what;
  return out;
}

// Every promise of html.h; returns the seconds it took.
double demand_read(const std::string& bytes) {
  const std::clock_t begin = std::clock();
  const auto made = make_html_page(bytes, "hostile");
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
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

constexpr std::size_t kMany = 300000;
const std::string kProse =
    "<p>This is a sentence of a report that somebody wrote for a test, and here it ends.</p>";

// Depth, width, what is never closed.
std::vector<std::string> deep_and_wide_pages() {
  return {
      times("<div>", kMany) + kProse,
      times("<b><i>", kMany) + kProse,
      times("<a href=x>", kMany) + kProse,
      times("<p>", kMany),
      times("<table><tr><td>", kMany) + kProse,
      times("<ul><li>", kMany) + kProse,
      times("</div>", kMany) + kProse,
      times("<x-y>", kMany) + kProse,
      "<div class=\"" + times("ad share ", kMany) + "\">" + kProse,
      "<div " + times("class=x ", kMany) + ">" + kProse,
      "<div " + times("a", 1000000) + "=1>" + kProse,
      times("<!--", kMany) + kProse,
      times("<!", kMany) + kProse,
      times("<?", kMany) + kProse,
      times("<", kMany) + kProse,
      times("&", kMany) + kProse,
      times("&amp", kMany),
      times("&#x41;", kMany),
      times("<script>", kMany) + kProse};
}

// Many of one thing, depth in JSON, odd bytes.
std::vector<std::string> long_pages() {
  return {
      times("<script></scr", kMany) + kProse,
      times("<title>", kMany) + kProse,
      times("<![CDATA[", kMany) + kProse,
      times("<p class='", kMany) + kProse,
      times("<br>", kMany) + kProse,
      times("<li>x", kMany),
      times(kProse, 20000),
      times("<div class=item><a href=1>one two three four</a></div>", 20000) + kProse,
      times("<meta property=og:title content=x>", 50000) + kProse,
      times("<time datetime=2022-01-01>", kMany) + kProse,
      "<script type=application/ld+json>" + times("[", kMany) + "</script>" + kProse,
      "<script type=application/ld+json>" + times("{\"@graph\":", kMany) + "</script>" + kProse,
      times("<svg>", kMany) + kProse,
      times("<template>", kMany) + kProse,
      std::string("\xFF\xFE", 2) + times(std::string("<\0", 2), 1000),
      "<p>" + std::string(1000, '\0') + "</p>" + kProse,
      "<p>" + times("\xD9", kMany),
      "<p>" + times("\xF0\x9F\x98\x80", kMany),
      "<html>" + times(std::string("\xE2\x80\x8F\x01\x02\x7F"), kMany),
      "<pre>" + times("\n", kMany) + "</pre>" + kProse};
}

void demand_bounds(const std::string& page) {
  forget_peak();
  const std::size_t before = peak_memory();
  EXPECT_LT(demand_read(page), kMostSeconds) << page.substr(0, 40);
  if (kMemoryIsOurs) {
    EXPECT_LT(peak_memory() - std::min(before, peak_memory()), kMostMemory) << page.substr(0, 40);
  }
}

TEST(HtmlHostile, ByRule) {
  for (const std::string& page : deep_and_wide_pages()) demand_bounds(page);
  for (const std::string& page : long_pages()) demand_bounds(page);
}

std::vector<std::string> layouts() {
  std::vector<std::string> all;
  const auto gold = std::filesystem::path(ISNAD_SOURCE_DIR) / "tests" / "pages_gold";
  for (const char* folder : {"layouts", "sites"})
    for (const auto& entry : std::filesystem::directory_iterator(gold / folder)) {
      std::stringstream out;
      out << std::ifstream(entry.path(), std::ios::binary).rdbuf();
      all.push_back(out.str());
    }
  return all;
}

// What is put into pages by chance.
const std::vector<std::string> kPieces = {
    "<div>", "</div>", "<p>", "<table>", "<td>", "</table>", "<!--", "-->", "<script>",
    "</script>", "<a ", "\"", "'", ">", "<", "&", "&#", ";", "<title>", "<body>", "</body>",
    "<html>", "</html>", "<svg>", "<noscript>", "charset=", "charset=utf-16", "charset=gb18030",
    "charset=iso-2022-jp", "charset=windows-1256", "\xFF\xFE", "\xEF\xBB\xBF", "\x1B$B",
    std::string(1, '\0'), "<article>", "<aside hidden>", "<li>", "<br>", "<pre>", "<textarea>",
};

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
    const std::size_t at = below(page.size()), size = below(200);
    switch (below(7)) {
      case 0: page.erase(at, size); break;
      case 1: page.insert(at, kPieces[below(kPieces.size())]); break;
      case 2: page[at] = static_cast<char>(below(256)); break;
      case 3: page.resize(at); break;
      case 4: page.insert(at, page.substr(below(page.size()), size)); break;
      case 5: page.insert(at, times(kPieces[below(kPieces.size())], below(300))); break;
      default:
        for (std::size_t i = at; i < page.size() && i < at + size; ++i)
          page[i] = static_cast<char>(below(256));
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
  forget_peak();
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
    for (WarcRecord record; records.next(record);) {
    }
  }
  EXPECT_LT(slowest, kMostSeconds);
  if (kMemoryIsOurs) {
    EXPECT_LT(peak_memory(), kMostMemory);
  }
  std::printf("%d pages, the slowest in %.3f s, at most %zu MB in all\n", count, slowest,
              peak_memory());
}

}  // namespace
}  // namespace isnad
