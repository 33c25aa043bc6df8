// SPDX-License-Identifier: Apache-2.0
//
// What holds for every text, on the shared news and pages: ISNAD_SHARED, else ../shared. A sample;
// ISNAD_WHOLE_DATA=1 takes all of it.
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "text/checks.h"

namespace isnad {
namespace {

namespace fs = std::filesystem;

std::string shared_folder() {
  const char* given = std::getenv("ISNAD_SHARED");
  return given ? given : std::string(ISNAD_SOURCE_DIR) + "/../shared";
}

bool whole() { return std::getenv("ISNAD_WHOLE_DATA") != nullptr; }

std::string unpacked(const fs::path& path) {
  std::string out;
  std::FILE* pipe = popen(("gzip -dc '" + path.string() + "'").c_str(), "r");
  if (pipe == nullptr) return out;
  char buffer[65536];
  while (const std::size_t n = std::fread(buffer, 1, sizeof buffer, pipe)) out.append(buffer, n);
  EXPECT_EQ(pclose(pipe), 0) << path;
  return out;
}

// Every string in a JSON value.
void add_strings(const rapidjson::Value& value, std::vector<std::string>& out) {
  if (value.IsString())
    out.emplace_back(value.GetString(), value.GetStringLength());
  else if (value.IsArray())
    for (const auto& one : value.GetArray()) add_strings(one, out);
  else if (value.IsObject())
    for (const auto& member : value.GetObject()) add_strings(member.value, out);
}

std::vector<std::string> texts_in(const fs::path& path) {
  std::vector<std::string> out;
  std::ifstream file(path, std::ios::binary);
  std::string bytes(std::istreambuf_iterator<char>(file), {});
  if (path.extension() == ".gz") bytes = unpacked(path);
  if (path.filename().string().find(".jsonl") == std::string::npos) return {bytes};
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    rapidjson::Document line;
    line.Parse(bytes.data() + at, end - at);
    EXPECT_FALSE(line.HasParseError()) << path;
    if (!line.HasParseError()) add_strings(line, out);
    at = end + 1;
  }
  return out;
}

TEST(SharedData, HoldsForEveryText) {
  const fs::path folder = fs::path(shared_folder()) / "data";
  if (!fs::is_directory(folder)) GTEST_SKIP() << "no shared data in " << folder;
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::size_t texts = 0, bytes = 0, pages = 0;
  for (const fs::path& path : files) {
    if (path.string().find("html") != std::string::npos && pages++ % 16 != 0 && !whole()) continue;
    const std::vector<std::string> all = texts_in(path);
    const std::size_t step = whole() ? 1 : std::max<std::size_t>(all.size() / 300, 1);
    for (std::size_t i = 0; i < all.size(); i += step) {
      test::check_all(all[i]);
      ASSERT_FALSE(testing::Test::HasFailure()) << path << ", text " << i;
      ++texts;
      bytes += all[i].size();
    }
  }
  std::printf("%zu texts of %zu files, %zu bytes\n", texts, files.size(), bytes);
  EXPECT_GT(texts, 300u);
}

}  // namespace
}  // namespace isnad
