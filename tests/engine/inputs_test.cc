// SPDX-License-Identifier: Apache-2.0
// Whatever a user may name: each thing is read or refused by name, and nothing else is lost.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "isnad/engine.h"
#include "isnad/text.h"

namespace isnad {
namespace {

class InputsTest : public testing::Test {
 protected:
  InputsTest() {
    std::string name = (std::filesystem::temp_directory_path() / "isnad-inputs-XXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  ~InputsTest() override { std::filesystem::remove_all(folder_); }

  std::string put(const std::string& name, const std::string& bytes) {
    const std::string path = folder_ + "/" + name;
    std::filesystem::create_directories(std::filesystem::path(path).parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }
  static Inputs read(const std::vector<std::string>& names, InputKind kind = InputKind::Auto) {
    return read_inputs(names, kind);
  }
  static ErrorCode refused(const std::string& name) {
    const Inputs inputs = read({name});
    EXPECT_EQ(inputs.pages.size(), 0u);
    EXPECT_EQ(inputs.refused.size(), 1u);
    return inputs.refused.empty() ? ErrorCode::BadOption : inputs.refused[0].code;
  }

  std::string folder_;
};

TEST_F(InputsTest, Refusals) {
  EXPECT_EQ(refused(folder_ + "/none.txt"), ErrorCode::NotFound);
  EXPECT_EQ(refused(put("empty.txt", "")), ErrorCode::Empty);
  EXPECT_EQ(refused(put("blank.txt", " \n\n")), ErrorCode::Empty);
  EXPECT_EQ(refused(put("bin.txt", std::string("a\0b", 3))), ErrorCode::NotText);
  EXPECT_EQ(refused(put("a.pdf", "%PDF-1.4 text")), ErrorCode::NotText);
  std::filesystem::create_directory(folder_ + "/hollow");
  EXPECT_EQ(refused(folder_ + "/hollow"), ErrorCode::Empty);
  const std::string large = put("large.txt", "x");
  std::filesystem::resize_file(large, kMaxTextBytes + 1);
  EXPECT_EQ(refused(large), ErrorCode::TooLarge);
}

TEST_F(InputsTest, OddTextIsRead) {
  const Inputs inputs = read({put("broken.txt", "a\xFF\xFE\xD9 b"), put("wide.txt", std::string("\xFF\xFE" "a\0", 4)),
                              folder_ + "/none", put("cut.txt", "abc \xD9")});
  EXPECT_EQ(inputs.pages.size(), 3u);
  EXPECT_EQ(inputs.refused.size(), 1u);
  EXPECT_EQ(inputs.pages[0].input, "broken.txt");
  EXPECT_TRUE(inputs.pages[0].flat);
}

TEST_F(InputsTest, FoldersAndNames) {
  const std::string b = put("one/b.txt", "b"), a = put("one/a.txt", "a");
  put("one/c.md", "c");
  put("one/d.jsonl", "{\"id\": \"x\", \"text\": \"d\"}\n");
  const Inputs inputs = read({folder_ + "/one"});
  ASSERT_EQ(inputs.pages.size(), 3u);
  EXPECT_EQ(inputs.pages[0].input, "a.txt");
  EXPECT_EQ(inputs.pages[1].input, "b.txt");
  EXPECT_EQ(inputs.pages[2].input, "x");
  const Inputs twice = read({a, put("two/a.txt", "other")});
  ASSERT_EQ(twice.pages.size(), 2u);
  EXPECT_EQ(twice.pages[0].input, a);
}

TEST_F(InputsTest, JsonLines) {
  const std::string path = put(
      "n.jsonl",
      "\xEF\xBB\xBF{\"id\": \"r1\", \"title\": \"T\", \"text\": \"B\\nC\", \"published\": \"2022-01-07\","
      " \"outlet\": \"O\", \"url\": null, \"more\": [1]}\n"
      "\n"
      "{\"id\": \"r2\", \"text\": \n"
      "{\"id\": \"r3\", \"html\": \"<p></p>\"}\r\n"
      "[1]\n"
      "{\"text\": 5}\n"
      "{\"html\": \"<p>\", \"text\": \"kept\"}");
  const Inputs inputs = read({path});
  ASSERT_EQ(inputs.pages.size(), 2u);
  EXPECT_EQ(inputs.pages[0].input, "r1");
  EXPECT_EQ(inputs.pages[0].title, "T");
  EXPECT_EQ(inputs.pages[0].bytes, "B\nC");
  EXPECT_EQ(inputs.pages[0].outlet, "O");
  EXPECT_FALSE(inputs.pages[0].flat);
  EXPECT_EQ(inputs.pages[1].input, "n.jsonl:7");
  ASSERT_EQ(inputs.refused.size(), 4u);
  EXPECT_EQ(inputs.refused[1].code, ErrorCode::Empty);
  EXPECT_EQ(inputs.refused[2].code, ErrorCode::BadInput);
  EXPECT_EQ(inputs.refused[0].where, path + ":3");
  EXPECT_EQ(inputs.refused[1].where, path + ":4");
}

TEST_F(InputsTest, KindByContentOrOption) {
  const std::string path = put("lines", "{\"text\": \"a\"}\n{\"text\": \"b\"}\n");
  EXPECT_EQ(read({path}).pages.size(), 2u);
  EXPECT_EQ(read({path}, InputKind::Text).pages.size(), 1u);
  EXPECT_EQ(read({put("j.txt", "{\"text\": \"a\"}\n")}).pages[0].flat, true);
  EXPECT_EQ(read({put("p.jsonl", "plain\n")}, InputKind::Text).pages.size(), 1u);
}

}  // namespace
}  // namespace isnad
