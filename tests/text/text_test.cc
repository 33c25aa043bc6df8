// SPDX-License-Identifier: Apache-2.0
// What tokens, keys and sentences are, by example: the examples are in the *.tsv files beside this.
#include "isnad/text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

namespace isnad {
namespace {

std::vector<std::string> lines_of(const std::string& name) {
  std::ifstream file(std::string(ISNAD_SOURCE_DIR) + "/tests/text/" + name);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);)
    if (!line.empty() && line[0] != '#') lines.push_back(line);
  return lines;
}

char kind_letter(TokenKind kind) { return "WN,.:;-/()<>%$U@#_o"[static_cast<int>(kind)]; }

std::string shown(const Text& text) {
  std::string out;
  for (const Token& token : text.tokens()) {
    if (!out.empty()) out += '|';
    out += kind_letter(token.kind);
    if (token.kind != TokenKind::Newline) out += text.slice(token.span);
  }
  return out;
}

TEST(Text, Keys) {
  const auto lines = lines_of("folds.tsv");
  ASSERT_GT(lines.size(), 20u);
  for (const std::string& line : lines) {
    const auto tab = line.find('\t');
    std::string key;
    fold_key(line.substr(0, tab), key);
    EXPECT_EQ(key, line.substr(tab + 1)) << line;
  }
}

TEST(Text, Tokens) {
  const auto lines = lines_of("tokens.tsv");
  ASSERT_GT(lines.size(), 20u);
  for (const std::string& line : lines) {
    const auto tab = line.find('\t');
    EXPECT_EQ(shown(make_text(line.substr(0, tab))), line.substr(tab + 1)) << line;
  }
}

// A line of the case files -> its text and the sentences wanted. "\\n" is a line break; "^" at the
// end of a sentence: no blank behind it.
std::vector<std::string> read_case(const std::string& line, std::string& source) {
  std::vector<std::string> wanted;
  bool glued = true;
  for (std::size_t at = 0, bar; at <= line.size(); at = bar + 1) {
    bar = std::min(line.find('|', at), line.size());
    std::string part = line.substr(at, bar - at);
    if (part == "\\n") {
      source += '\n';
      glued = true;
      continue;
    }
    if (!glued) source += ' ';
    glued = part.ends_with('^');
    if (glued) part.pop_back();
    source += part;
    wanted.push_back(part);
  }
  return wanted;
}

TEST(Text, Sentences) {
  std::size_t all = 0, right = 0;
  for (const char* file : {"sentences.tsv", "sentence_cases.txt"})
    for (const std::string& line : lines_of(file)) {
      std::string source, got;
      const std::vector<std::string> wanted = read_case(line, source);
      const Text text = make_text(source);
      std::vector<std::string> found;
      for (const Span& span : text.sentences()) found.emplace_back(text.slice(span));
      all += wanted.size();
      for (const std::string& one : wanted)
        right += std::find(found.begin(), found.end(), one) != found.end();
      for (const std::string& one : found) got += one + "|";
      if (found != wanted) std::printf("%s\n  got %s\n", line.c_str(), got.c_str());
    }
  std::printf("%zu of %zu sentences\n", right, all);
  EXPECT_GE(all, 300u);
  EXPECT_GE(static_cast<double>(right), 0.99 * static_cast<double>(all));
}

TEST(Text, Encodings) {
  EXPECT_EQ(make_text("\xEF\xBB\xBFokay").utf8(), "okay");
  EXPECT_EQ(make_text(std::string_view("\xFF\xFE\x27\x06\x0A\x00", 6)).utf8(), "\u0627\n");
  EXPECT_EQ(make_text(std::string_view("\xFE\xFF\x06\x27\xD8\x00", 6)).utf8(), "\u0627\uFFFD");
  // "qala wazir" in windows-1256 and in ISO-8859-6.
  EXPECT_EQ(make_text("\xDE\xC7\xE1 \xE6\xD2\xED\xD1").utf8(),
            "\u0642\u0627\u0644 \u0648\u0632\u064A\u0631");
  EXPECT_EQ(make_text("\xE2\xC7\xE4 \xE8\xD2\xEA\xD1").utf8(),
            "\u0642\u0627\u0644 \u0648\u0632\u064A\u0631");
  const Text broken = make_text("\u0642\u0627\u0644 \xD9 \xFF end");
  EXPECT_EQ(broken.utf8(), "\u0642\u0627\u0644 \uFFFD \uFFFD end");
  EXPECT_EQ(broken.replaced(), 2u);
  EXPECT_EQ(make_text("").tokens().size(), 0u);
  EXPECT_EQ(make_text("a\r\nb").utf8(), "a\r\nb");
}

TEST(Text, Flags) {
  const Text text = make_text("Almaty UN. (\u0627\u0628)");
  ASSERT_EQ(text.tokens().size(), 6u);
  EXPECT_EQ(text.tokens()[0].flags, kCapital | kSentenceStart);
  EXPECT_EQ(text.tokens()[1].flags, kCapital | kAllCapitals | kSpaceBefore);
  EXPECT_EQ(text.tokens()[2].flags, 0);
  EXPECT_EQ(text.tokens()[3].flags, kSpaceBefore | kSentenceStart);
  EXPECT_EQ(text.tokens()[4].script, Script::Arabic);
  EXPECT_EQ(text.token_at(0), 0u);
  EXPECT_EQ(text.token_at(6), 1u);
  EXPECT_EQ(text.token_at(1000), 6u);
}

}  // namespace
}  // namespace isnad
