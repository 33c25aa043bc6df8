// SPDX-License-Identifier: Apache-2.0
// Pieces of HTML: the tree, references, metadata, encodings, what looks like a page.
#include <gtest/gtest.h>

#include "page/feed.h"
#include "page/html.h"
#include "page/html_blocks.h"
#include "page/html_entities.h"
#include "page/metadata.h"

namespace isnad {
namespace {

// Blocks of a page, with a bar between them.
std::string blocks_of(std::string_view html) {
  const HtmlTree tree = make_html_tree(html);
  const HtmlBlocks blocks = make_html_blocks(tree);
  std::string out;
  for (const HtmlBlock& block : blocks.blocks)
    out += (out.empty() ? "" : "|") + blocks.text.substr(block.span.begin, block.span.size());
  return out;
}

TEST(Html, BlocksAsSeen) {
  EXPECT_EQ(blocks_of("<p>one<p>two <b>bold</b>\n three<div>four</div>five"),
            "one|two bold three|four|five");
  EXPECT_EQ(blocks_of("a<br>b<br><br>c"), "a\nb|c");
  EXPECT_EQ(blocks_of("<ul><li>x<li>y<ul><li>z</ul></ul>w"), "x|y|z|w");
  EXPECT_EQ(blocks_of("<table><tr><td>1<td>2<tr><td>3</table>"), "1|2|3");
  EXPECT_EQ(blocks_of("<script>if (a<b) x('</p>')</script><style>p{}</style>t<!-- <p>no</p> -->u"),
            "tu");
  EXPECT_EQ(blocks_of("<p>soft\xC2\xADhyphen&shy;ed&nbsp;x</p>"), "softhyphened x");
}

TEST(Html, BrokenMarkup) {
  EXPECT_EQ(blocks_of("1 < 2 and <3"), "1 < 2 and <3");
  EXPECT_EQ(blocks_of("<p class='x>one</p><p>two</p>"), "one|two");
  EXPECT_EQ(blocks_of("</div></p><p>x</b></p>"), "x");
  EXPECT_EQ(blocks_of("<p>x<!-- never closed"), "x never closed");
  EXPECT_EQ(blocks_of("<div"), "");
  EXPECT_EQ(blocks_of("<a href=1>one<a href=2>two</a></a>three"), "onetwothree");
}

TEST(Html, References) {
  EXPECT_EQ(resolve_references("&amp;&lt;&#65;&#x42;&eacute;&copy"), "&<AB\xC3\xA9\xC2\xA9");
  EXPECT_EQ(resolve_references("&unknown; & &#; &#0;"), "&unknown; & &#; \xEF\xBF\xBD");
  EXPECT_EQ(resolve_references("&#150;&#x110000;"), "\xE2\x80\x93\xEF\xBF\xBD");
}

TEST(Html, DepthIsLimited) {
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<div>";
  EXPECT_EQ(blocks_of(deep + "x"), "x");
  const HtmlTree tree = make_html_tree(deep);
  EXPECT_FALSE(tree.cut);
}

TEST(Html, Timestamps) {
  EXPECT_EQ(parse_timestamp("2022-01-11T00:47:10.123+03:00"), "2022-01-11T00:47:10+03:00");
  EXPECT_EQ(parse_timestamp("Tue, 11 Jan 2022 00:47:10 GMT"), "2022-01-11T00:47:10Z");
  EXPECT_EQ(parse_timestamp("2022/1/9 7:05"), "2022-01-09T07:05:00");
  EXPECT_EQ(parse_timestamp("20220111"), "2022-01-11");
  EXPECT_EQ(parse_timestamp("January 11, 2022"), "2022-01-11");
  EXPECT_EQ(parse_timestamp("2022-02-30"), "");
  EXPECT_EQ(parse_timestamp("yesterday"), "");
}

TEST(Html, MetadataInOrder) {
  const HtmlTree tree = make_html_tree(
      "<html lang=ar-EG><title>T - Site</title><meta property='article:published_time' "
      "content='2022-01-12'>"
      "<meta name=author content='A &amp; B'><link rel=canonical href='https://x.example/1'>"
      "<script "
      "type='application/ld+json'>[{\"@type\":\"BreadcrumbList\"},{\"@type\":\"NewsArticle\","
      "\"headline\":\"H\",\"datePublished\":\"2022-01-11\",\"publisher\":{\"name\":\"P\"}}]</"
      "script>"
      "<script type='application/ld+json'>{broken</script>");
  const Metadata meta = find_metadata(tree);
  EXPECT_EQ(meta.title, "H");
  EXPECT_EQ(meta.published, "2022-01-11");
  EXPECT_EQ(meta.outlet, "P");
  EXPECT_EQ(meta.byline, "A & B");
  EXPECT_EQ(meta.url, "https://x.example/1");
  EXPECT_EQ(meta.language, "ar");
  EXPECT_EQ(meta.notes.size(), 2u);  // the broken block, and two different days
}

TEST(Html, LooksLikeHtml) {
  EXPECT_TRUE(looks_like_html("<!DOCTYPE html><html>"));
  EXPECT_TRUE(looks_like_html("\xEF\xBB\xBF \n<!-- c --><div>x"));
  EXPECT_TRUE(looks_like_html("<?xml version='1.0'?><html xmlns='x'>"));
  EXPECT_FALSE(looks_like_html("plain <b>text</b>"));
  EXPECT_FALSE(looks_like_html("<rss><channel></channel></rss>"));
  EXPECT_FALSE(looks_like_html("< 3 people"));
}

TEST(Html, NothingToRead) {
  const auto empty = make_html_page("<html><script>x()</script></html>", "e");
  ASSERT_FALSE(empty.ok());
  EXPECT_EQ(empty.error().code, ErrorCode::Empty);
  EXPECT_EQ(make_html_page(std::string(kMaxHtmlBytes + 1, ' '), "l").error().code,
            ErrorCode::TooLarge);
}

std::string body_of(const std::string& html) {
  const auto made = make_html_page(html, "x");
  if (!made.ok()) return "refused";
  std::string out;
  for (const Part& part : made.value().parts)
    if (part.kind == PartKind::Body)
      out += made.value().bytes.substr(part.span.begin, part.span.size()) + "|";
  return out;
}

TEST(Html, ShortReports) {
  const std::string cookie =
      "<div class=cookie-bar><p>This website uses cookies so that it may serve you better in all "
      "that it does, "
      "and by going on you agree to it.</p></div>";
  EXPECT_EQ(body_of("<html><meta property=og:description content='The minister arrives in the city "
                    "for talks with the mayor'><body><h1>Minister in the city</h1><div class=t>The "
                    "minister arrives in the city for talks with the mayor</div>" +
                    cookie),
            "The minister arrives in the city for talks with the mayor|");
  EXPECT_EQ(body_of("<div>Four words stand here</div>"), "Four words stand here|");
}

TEST(Html, CommentsMayBeMoreThanTheReport) {
  std::string comments;
  for (int i = 0; i < 20; ++i)
    comments +=
        "<div class=comment><p>Somebody has written a long answer to this report, and it "
        "does not end soon, number " +
        std::to_string(i) + " of many.</p></div>";
  const std::string report =
      "<p>One.</p><p>The report itself has one paragraph of a few dozen words, which is not much, "
      "but it "
      "is all that there is, and the readers have written far more than that about it in the time "
      "since it was published on the first page of the paper and read by all of the town, who had "
      "not "
      "much else to do on that day.</p>";
  const std::string body = body_of("<article><h1>The title of a report</h1>" + report +
                                   "</article><div id=comments>" + comments + "</div>");
  EXPECT_NE(body.find("The report itself"), std::string::npos);
  EXPECT_EQ(body.find("Somebody"), std::string::npos);
}

TEST(Feed, ItemsOfRssAndAtom) {
  const auto rss = read_feed(
      "<rss><channel><title>Out</title><language>ar-SA</language><item><title>A &amp;amp; B</title>"
      "<link>https://x/1</link><description><![CDATA[<p>one</p><p>two</p>]]></description>"
      "<pubDate>Tue, 11 Jan 2022 10:00:00 "
      "+0300</pubDate></item><item><title>C</title></item></channel></rss>");
  ASSERT_EQ(rss.size(), 2u);
  EXPECT_EQ(rss[0].title, "A & B");
  EXPECT_EQ(rss[0].published, "2022-01-11T10:00:00+03:00");
  EXPECT_EQ(rss[0].outlet, "Out");
  EXPECT_EQ(rss[0].language, "ar");
  EXPECT_EQ(make_item_page(rss[0], "x").bytes, "one\ntwo");
  const auto atom = read_feed(
      "<feed xmlns='x'><title>O</title><entry><title>T</title><link rel='self' href='s'/><link "
      "href='u'/>"
      "<updated>2022-01-11T10:00:00Z</updated><content "
      "type='html'>&lt;p&gt;b&lt;/p&gt;</content></entry></feed>");
  ASSERT_EQ(atom.size(), 1u);
  EXPECT_EQ(atom[0].url, "u");
  EXPECT_EQ(make_item_page(atom[0], "x").bytes, "b");
}

TEST(Feed, Tables) {
  std::vector<FeedItem> items;
  const auto take = [&](FeedItem item, std::size_t) { items.push_back(std::move(item)); };
  EXPECT_TRUE(looks_like_csv("title,body,date\nx,y,z\n"));
  EXPECT_FALSE(looks_like_csv("A sentence, with a comma\nand more\n"));
  EXPECT_TRUE(
      read_csv("headline;body;date\r\n\"a \"\"b\"\"\";\"two\nlines\";11 Jan 2022\r\n", take));
  ASSERT_EQ(items.size(), 1u);
  EXPECT_EQ(items[0].title, "a \"b\"");
  EXPECT_EQ(items[0].text, "two\nlines");
  EXPECT_EQ(items[0].published, "2022-01-11");
  EXPECT_FALSE(read_csv("title,text\na,\"never closed\n", take));
}

TEST(Feed, Mail) {
  const std::string mail =
      "From: x\nMIME-Version: 1.0\nContent-Type: multipart/related;\n "
      "boundary=\"B\"\n\n--B\nContent-Type: text/html; "
      "charset=utf-8\nContent-Transfer-Encoding: quoted-printable\nContent-Location: "
      "https://x/1\n\n<p>caf=C3=A9 =\nx</p>\n--B--\n";
  ASSERT_TRUE(looks_like_mail(mail));
  const MailPage page = read_mail(mail);
  EXPECT_NE(page.html.find("caf\xC3\xA9 x"), std::string::npos);
  EXPECT_EQ(page.charset, "utf-8");
  EXPECT_EQ(page.url, "https://x/1");
}

}  // namespace
}  // namespace isnad
