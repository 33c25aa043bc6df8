// SPDX-License-Identifier: Apache-2.0
// Archives and WARC: what is in them, what is broken in them, and what would burst.
#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>

#include "page/archive_warc.h"

namespace isnad {
namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

std::string pack(const Files& files, bool zip, bool gzip) {
  std::string out(std::size_t{8} << 20, '\0');
  std::size_t used = 0;
  ::archive* made = archive_write_new();
  if (gzip) archive_write_add_filter_gzip(made);
  if (zip)
    archive_write_set_format_zip(made);
  else
    archive_write_set_format_ustar(made);
  archive_write_open_memory(made, out.data(), out.size(), &used);
  for (const auto& [name, bytes] : files) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(made, entry);
    archive_write_data(made, bytes.data(), bytes.size());
    archive_entry_free(entry);
  }
  archive_write_close(made);
  archive_write_free(made);
  out.resize(used);
  return out;
}

std::string unpack(const std::string& packed, std::string& fault) {
  MemorySource memory(packed);
  Unpacker unpacker(memory);
  std::string all, name;
  while (unpacker.next(name)) {
    ByteReader entry(unpacker);
    std::string bytes;
    entry.rest(bytes, std::size_t{1} << 30);
    all += name + "=" + bytes.substr(0, 20) + ";";
  }
  fault = unpacker.fault();
  return all;
}

TEST(Archive, EntriesInOrder) {
  std::string fault;
  for (const bool zip : {false, true})
    for (const bool gzip : {false, true}) {
      if (zip && gzip) continue;
      const std::string packed = pack({{"a.html", "one"}, {"b/c.txt", "two"}}, zip, gzip);
      EXPECT_TRUE(looks_packed(packed.substr(0, 512)));
      EXPECT_EQ(unpack(packed, fault), "a.html=one;b/c.txt=two;");
      EXPECT_EQ(fault, "");
    }
}

TEST(Archive, CutOffAndBurst) {
  std::string fault;
  const std::string packed = pack({{"a", std::string(50000, 'x') + "end"}}, false, true);
  unpack(packed.substr(0, packed.size() / 2), fault);
  EXPECT_NE(fault, "");
  const std::string bomb = pack({{"a", std::string(std::size_t{200} << 20, '\0')}}, false, true);
  ASSERT_LT(bomb.size(), std::size_t{1} << 20);
  unpack(bomb, fault);
  EXPECT_EQ(fault, "it unpacks to more than 250 times its size");
}

std::string record(const std::string& type, const std::string& body, long more = 0) {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: https://x/" + type +
         "\r\nContent-Length: " + std::to_string(static_cast<long>(body.size()) + more) +
         "\r\n\r\n" + body + "\r\n\r\n";
}

std::string http(const std::string& body, const std::string& fields = "") {
  return "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1256\r\n" + fields + "\r\n" +
         body;
}

std::vector<WarcRecord> records_of(const std::string& bytes) {
  MemorySource memory(bytes);
  ByteReader reader(memory);
  WarcReader warc(reader, 1000);
  std::vector<WarcRecord> all;
  for (WarcRecord one; warc.next(one);) all.push_back(one);
  return all;
}

TEST(Warc, ResponsesAndTexts) {
  const auto all =
      records_of(record("warcinfo", "software: x") + record("response", http("<p>1</p>")) +
                 record("request", "GET /") + record("conversion", "plain") +
                 record("response", http("3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n",
                                         "Transfer-Encoding: chunked\r\n")));
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[0].body, "<p>1</p>");
  EXPECT_EQ(all[0].media, "text/html");
  EXPECT_EQ(all[0].charset, "windows-1256");
  EXPECT_EQ(all[0].url, "https://x/response");
  EXPECT_EQ(all[1].body, "plain");
  EXPECT_EQ(all[2].body, "abcde");
}

TEST(Warc, BrokenRecordsAndTheNextOnes) {
  const std::string good = record("conversion", "good");
  const std::string wrong = record("conversion", "long", 60);
  const auto all = records_of("noise\r\n" + good + wrong + good + "WARC/1.0\r\nno length\r\n\r\n" +
                              good + record("conversion", std::string(2000, 'x')) + good +
                              record("conversion", "cut", 500));
  ASSERT_EQ(all.size(), 8u);
  const std::vector<bool> faults = {false, true, false, true, false, true, false, true};
  for (std::size_t i = 0; i < all.size(); ++i)
    EXPECT_EQ(!all[i].fault.empty(), faults[i]) << i << all[i].fault;
  EXPECT_EQ(all[0].offset, 7u);
  EXPECT_EQ(all[1].offset, 7 + good.size());
  EXPECT_TRUE(all[5].too_large);
}

}  // namespace
}  // namespace isnad
