// SPDX-License-Identifier: Apache-2.0
// Encodings on sentences of our own: whole files with and without markup, fragments of 20 bytes,
// declared ones, and text that was read once too often.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "isnad/text.h"
#include "text/chars.h"
#include "text/decode.h"
#include "text/encodings.h"

namespace isnad {
namespace {

std::vector<std::string> lines_of(const std::string& path) {
  std::ifstream file(std::string(ISNAD_SOURCE_DIR) + "/tests/" + path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);)
    if (!line.empty() && line[0] != '#') lines.push_back(line);
  return lines;
}

// The Arabic sentences of the list of joined words, as they are written.
std::vector<std::string> arabic() {
  std::vector<std::string> lines = lines_of("words/splits.txt");
  for (std::string& line : lines) std::erase(line, '+');
  return lines;
}

std::vector<std::string> sentences_in(const std::string& language) {
  std::vector<std::string> out;
  for (const std::string& line : lines_of("text/languages.tsv"))
    if (line.starts_with(language + "\t")) out.push_back(line.substr(language.size() + 1));
  return out;
}

std::string encode(std::string_view utf8, std::string_view name) {
  if (name == "UTF-8") return std::string(utf8);
  const ByteTable& table = byte_table(encoding_named(name));
  std::string out;
  for (std::size_t at = 0; at < utf8.size();) {
    const Char c = char_at(char_table(), utf8, at);
    const auto found = std::find(table.begin(), table.end(), c.code);
    EXPECT_NE(found, table.end()) << std::hex << c.code << " in " << name;
    out.push_back(static_cast<char>(found - table.begin()));
    at += c.size;
  }
  return out;
}

std::string in_markup(const std::string& text, const std::string& label) {
  std::string out = "<!DOCTYPE html>\n<html><head>";
  if (!label.empty()) out += "<meta charset=\"" + label + "\">";
  return out + "<title>x</title></head><body class=\"news\"><p>" + text + "</p></body></html>\n";
}

constexpr const char* kThree[] = {"UTF-8", "windows-1256", "ISO-8859-6"};

TEST(Encodings, NineHundredFiles) {
  const std::vector<std::string> lines = arabic();
  ASSERT_GE(lines.size(), 60u);
  std::size_t files = 0, at = 0;
  for (std::size_t count = 1; count <= 20; ++count)
    for (int variant = 0; variant < 15; ++variant) {
      std::string text;
      for (std::size_t i = 0; i < count; ++i) text += lines[at++ % lines.size()] + " ";
      for (const std::string name : kThree) {
        const std::string body = variant % 3 == 0   ? text
                                 : variant % 3 == 1 ? in_markup(text, "")
                                                    : in_markup(text, name);
        const Text got = make_text(encode(body, name));
        ++files;
        EXPECT_EQ(got.utf8(), body);
        EXPECT_EQ(got.encoding(), name);
        EXPECT_EQ(got.replaced(), 0u);
      }
    }
  EXPECT_EQ(files, 900u);
}

// Share of fragments that are read in the encoding they are in.
double share_right(const std::vector<std::string>& lines, const std::string& name, std::size_t size) {
  std::size_t all = 0, right = 0;
  for (const std::string& line : lines) {
    const std::string bytes = encode(line, name);
    for (std::size_t at = 0; at + size <= bytes.size(); at += 5) {
      const std::string fragment = bytes.substr(at, size);
      const auto high = std::count_if(fragment.begin(), fragment.end(), [](char c) {
        return static_cast<unsigned char>(c) >= 0x80;
      });
      if (high == 0) continue;
      ++all;
      right += find_encoding(fragment) == name;
    }
  }
  std::printf("%s: %zu of %zu fragments of %zu bytes\n", name.c_str(), right, all, size);
  return static_cast<double>(right) / static_cast<double>(all);
}

TEST(Encodings, Fragments) {
  for (const char* name : kThree) EXPECT_GE(share_right(arabic(), name, 20), 0.99) << name;
  EXPECT_GE(share_right(sentences_in("ru"), "windows-1251", 20), 0.99);
  EXPECT_GE(share_right(sentences_in("ru"), "KOI8-R", 20), 0.99);
  EXPECT_GE(share_right(sentences_in("fr"), "windows-1252", 40), 0.95);
}

TEST(Encodings, Declared) {
  const std::string russian = sentences_in("ru")[0], arab = arabic()[0];
  EXPECT_EQ(make_text(encode(russian, "ISO-8859-5"), "iso-8859-5").utf8(), russian);
  EXPECT_EQ(make_text(encode(russian, "x-mac-cyrillic"), "X-Mac-Cyrillic").utf8(), russian);
  EXPECT_EQ(make_text("\xE9t\xE9", " Latin1\n").utf8(), "\u00E9t\u00E9");
  EXPECT_EQ(make_text("\xC4\xE3\xBA\xC3", "gb2312").utf8(), "\u4F60\u597D");
  EXPECT_EQ(make_text("\x82\xB1\x82\xF1", "shift_jis").utf8(), "\u3053\u3093");
  EXPECT_EQ(make_text("\x1B$B$3\x1B(B", "iso-2022-jp").utf8(), "\u3053");
  EXPECT_EQ(make_text("x\xAB\xBBy", "iso-8859-16").utf8(), "x\u00AB\u00BBy");
  // What contradicts the bytes is not followed.
  const Text doubtful = make_text(encode(arab, "windows-1256"), "iso-8859-1");
  EXPECT_EQ(doubtful.utf8(), arab);
  EXPECT_EQ(doubtful.note(), "declared as windows-1252, read as windows-1256");
  EXPECT_EQ(make_text(arab, "windows-1256").utf8(), arab);
  EXPECT_EQ(make_text(encode(arab, "ISO-8859-6"), "windows-1256").utf8(), arab);
  EXPECT_EQ(make_text(arab, "no such label").note(), "");
  EXPECT_EQ(make_text("plain", "windows-1256").note(), "");
  EXPECT_EQ(make_text(encode(arab, "windows-1256")).note(), "read as windows-1256");
}

// Every label leads to a name, every name decodes.
TEST(Encodings, AllLabels) {
  std::string all;
  for (unsigned b = 0; b < 256; ++b) all.push_back(static_cast<char>(b));
  for (const char* label :
       {"utf8", "utf-16", "unicodefffe", "cp1256", "asmo-708", "ascii", "x-cp1251", "koi8", "koi8-u",
        "cyrillic", "866", "l2", "l3", "l4", "greek", "visual", "logical", "l6", "iso-8859-13",
        "iso-8859-14", "l9", "iso-8859-16", "mac", "tis-620", "cp1250", "cp1253", "latin5", "cp1255",
        "cp1257", "cp1258", "x-mac-ukrainian", "gbk", "gb18030", "big5", "euc-jp", "iso-2022-jp",
        "sjis", "korean", "x-user-defined"}) {
    const EncodingRow* row = find_label(label);
    ASSERT_NE(row, nullptr) << label;
    std::uint32_t replaced = 0;
    EXPECT_FALSE(decode_bytes(all, *row, replaced).empty()) << label;
    const Text text = make_text(all, label);
    EXPECT_EQ(first_invalid(text.utf8()), text.utf8().size()) << label;
  }
}

std::string utf16(std::string_view utf8, bool big) {
  std::string out;
  for (std::size_t at = 0; at < utf8.size();) {
    const Char c = char_at(char_table(), utf8, at);
    const char high = static_cast<char>(c.code >> 8), low = static_cast<char>(c.code);
    out.push_back(big ? high : low);
    out.push_back(big ? low : high);
    at += c.size;
  }
  return out;
}

TEST(Encodings, Utf16WithoutMark) {
  std::vector<std::string> lines = arabic();
  for (const char* language : {"en", "fr", "ru", "fa"})
    for (const std::string& line : sentences_in(language)) lines.push_back(line);
  for (const std::string& line : lines)
    for (const bool big : {false, true}) {
      const Text text = make_text(utf16(line, big));
      EXPECT_EQ(text.utf8(), line);
      EXPECT_EQ(text.encoding(), big ? "UTF-16BE" : "UTF-16LE");
    }
}

// The UTF-8 bytes of `utf8` taken for characters of another encoding.
std::string once_too_often(std::string_view utf8, std::string_view name) {
  const ByteTable& table = byte_table(encoding_named(name));
  std::string out;
  for (const char c : utf8) append_utf8(table[static_cast<unsigned char>(c)], out);
  return out;
}

// False where the encoding has no byte for a character.
bool to_bytes(std::string_view utf8, const ByteTable& table, std::string& out) {
  for (std::size_t at = 0; at < utf8.size();) {
    const Char c = char_at(char_table(), utf8, at);
    const auto* found = std::find(table.begin(), table.end(), static_cast<char16_t>(c.code));
    if (found == table.end() || c.code > 0xFFFF) return false;
    out.push_back(static_cast<char>(found - table.begin()));
    at += c.size;
  }
  return true;
}

TEST(Encodings, Mojibake) {
  for (const char* name : {"windows-1252", "windows-1256"})
    for (const std::string& line : arabic()) {
      const Text text = make_text(once_too_often(line, name));
      EXPECT_EQ(text.utf8(), line);
      EXPECT_EQ(text.note(), "Arabic that had been read as " + std::string(name) + " mended");
    }
  // Lines beside it that are right stay; those that were read with it are mended with it.
  const std::string line = arabic()[0], quoted = "\u00ABIt\u2019s\u00BB";
  const std::string page = once_too_often(line + "\n" + quoted + "\n", "windows-1252") + quoted;
  EXPECT_EQ(make_text(page).utf8(), line + "\n" + quoted + "\n" + quoted);
  // A letter whose second byte was lost is one replacement character.
  std::string lossy = once_too_often("\u0641\u064A \u0627\u0644\u0628\u064A\u062A", "windows-1252");
  lossy.replace(lossy.find("\u0081"), 2, "\uFFFD");
  const Text text = make_text(lossy);
  EXPECT_EQ(text.utf8(), "\uFFFD\u064A \u0627\u0644\u0628\u064A\u062A");
}

// The bytes of an Arabic line in one byte a letter, taken for another encoding and written again.
TEST(Encodings, MojibakeOfBytes) {
  for (const char* name : {"windows-1256", "ISO-8859-6"}) {
    const ByteTable& table = byte_table(encoding_named(name));
    std::size_t mended = 0;
    for (const std::string& line : arabic()) {
      std::string bytes;
      if (!to_bytes(line, table, bytes)) continue;
      for (const bool controls : {false, true}) {
        std::string wrong;
        for (const char c : bytes) {
          const auto b = static_cast<unsigned char>(c);
          append_utf8(controls ? b : byte_table(encoding_named("windows-1252"))[b], wrong);
        }
        const Text text = make_text(wrong + "\nd\u00E9j\u00E0 vu \u00E0 l'\u00E9t\u00E9");
        EXPECT_EQ(text.utf8(), line + "\nd\u00E9j\u00E0 vu \u00E0 l'\u00E9t\u00E9") << name;
        EXPECT_EQ(text.note(), "Arabic that had been read as windows-1252 mended");
        ++mended;
      }
    }
    EXPECT_GE(mended, 4u) << name;
  }
  EXPECT_EQ(make_text("\u00C7\u00C8\u00C9\u00CA").note(), "");   // too little to be sure
}

TEST(Encodings, NothingToMend) {
  std::vector<std::string> lines = arabic();
  for (const char* language : {"ar", "fa", "ur", "ckb", "en", "fr", "ru", "de", "es", "tr", "uk"})
    for (const std::string& line : sentences_in(language)) lines.push_back(line);
  lines.push_back("\u00D8\u00A7 \u00D9\u201E");
  lines.push_back("S\u00F8ren \u00D8rsted, \u00D8stfold");
  for (const std::string& line : lines) {
    const Text text = make_text(line);
    EXPECT_EQ(text.utf8(), line);
    EXPECT_EQ(text.note(), "");
  }
}

}  // namespace
}  // namespace isnad
