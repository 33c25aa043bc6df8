// SPDX-License-Identifier: Apache-2.0
// Pages, feeds, tables and archives named by a user: told by what they hold, whatever they are
// called.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "isnad/engine.h"

namespace isnad {
namespace {

const std::string kPage =
    "<html><head><title>Four killed in a flood</title><meta property='article:published_time' "
    "content='2023-03-14'></head>"
    "<body><nav><a href=1>Home</a></nav><article><h1>Four killed in a flood</h1><p>Four people "
    "were killed on Tuesday when "
    "the river left its bed, the mayor of the town said.</p><p>He added that six hundred families "
    "were taken to schools "
    "in the hills above the river.</p></article></body></html>";

class PagesTest : public testing::Test {
 protected:
  PagesTest() {
    std::string name = (std::filesystem::temp_directory_path() / "isnad-pages-XXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  ~PagesTest() override { std::filesystem::remove_all(folder_); }
  Inputs read(const std::string& name, const std::string& bytes) {
    const std::string path = folder_ + "/" + name;
    std::ofstream(path, std::ios::binary) << bytes;
    const std::string names[] = {path};
    return read_inputs(names, InputKind::Auto);
  }
  std::string folder_;
};

void expect_flood(const Page& page) {
  EXPECT_EQ(page.published, "2023-03-14");
  ASSERT_EQ(page.parts.size(), 3u);
  EXPECT_EQ(page.parts[0].kind, PartKind::Title);
  EXPECT_EQ(page.parts[1].kind, PartKind::Body);
  EXPECT_TRUE(page.bytes.starts_with("Four killed in a flood\nFour people were"));
  EXPECT_FALSE(page.source.empty());
}

TEST_F(PagesTest, HtmlByContent) {
  for (const char* name : {"a.html", "a.txt", "a"}) {
    const Inputs inputs = read(name, kPage);
    ASSERT_EQ(inputs.pages.size(), 1u) << name;
    expect_flood(inputs.pages[0]);
    EXPECT_EQ(inputs.pages[0].input, name);
  }
}

TEST_F(PagesTest, HtmlInJsonLines) {
  const Inputs inputs = read(
      "a.jsonl",
      "{\"id\": \"r\", \"outlet\": \"O\", \"html\": \"<article><h1>T</h1><p>A sentence of "
      "more than eight words stands here, and ends.</p></article>\"}\n{\"html\": \"<p></p>\"}\n");
  ASSERT_EQ(inputs.pages.size(), 1u);
  EXPECT_EQ(inputs.pages[0].input, "r");
  EXPECT_EQ(inputs.pages[0].outlet, "O");
  ASSERT_EQ(inputs.refused.size(), 1u);
  EXPECT_EQ(inputs.refused[0].code, ErrorCode::Empty);
}

TEST_F(PagesTest, FeedsTablesAndJson) {
  const Inputs rss =
      read("a.xml",
           "<?xml version='1.0'?><rss><channel><title>O</title><item><title>A</title>"
           "<description>b</description></item><item/></channel></rss>");
  ASSERT_EQ(rss.pages.size(), 1u);
  EXPECT_EQ(rss.pages[0].title, "A");
  EXPECT_EQ(rss.pages[0].bytes, "b");
  const Inputs feed = read(
      "a.json",
      "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"O\", \"items\": [{\"id\": "
      "\"1\", \"title\": \"A\", \"content_text\": \"b\", \"date_published\": "
      "\"2022-01-11T10:00:00Z\"}]}");
  ASSERT_EQ(feed.pages.size(), 1u);
  EXPECT_EQ(feed.pages[0].outlet, "O");
  EXPECT_EQ(feed.pages[0].published, "2022-01-11T10:00:00Z");
  const Inputs list = read("b.json", "[{\"headline\": \"A\",\n \"body\": \"b\"}, 5]");
  EXPECT_EQ(list.pages.size(), 1u);
  EXPECT_EQ(list.refused.size(), 1u);
  const Inputs table = read("a.csv", "title,text,source\nA,\"b, c\",O\nD,,\n");
  ASSERT_EQ(table.pages.size(), 2u);
  EXPECT_EQ(table.pages[0].bytes, "b, c");
  EXPECT_EQ(table.pages[0].outlet, "O");
}

TEST_F(PagesTest, Warc) {
  const std::string http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + kPage;
  const std::string record =
      "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
      "https://x.example/1\r\nContent-Length: " +
      std::to_string(http.size()) + "\r\n\r\n" + http + "\r\n\r\n";
  const Inputs inputs = read("a.warc", record + "WARC/1.0\r\n\r\n" + record);
  ASSERT_EQ(inputs.pages.size(), 2u);
  expect_flood(inputs.pages[1]);
  EXPECT_EQ(inputs.pages[0].url, "https://x.example/1");
  ASSERT_EQ(inputs.refused.size(), 1u);
  EXPECT_EQ(inputs.refused[0].where, folder_ + "/a.warc:" + std::to_string(record.size()));
}

TEST_F(PagesTest, DamagedArchives) {
  const Inputs inputs = read("a.gz", std::string("\x1F\x8B\x08\0\0\0\0\0\0\3broken", 16));
  EXPECT_TRUE(inputs.pages.empty());
  ASSERT_GE(inputs.refused.size(), 1u);
  EXPECT_TRUE(read("b.zip", "PK\x03\x04").pages.empty());
  EXPECT_TRUE(read("c.zst", "\x28\xB5\x2F\xFD").pages.empty());
}

}  // namespace
}  // namespace isnad
