// SPDX-License-Identifier: Apache-2.0
#include "match/small_packs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "packc/packc.h"

namespace isnad::test {

namespace fs = std::filesystem;

namespace {

Packs compile(const std::string& folder, std::vector<Fault>& faults) {
  std::vector<std::string> folders, images;
  for (const auto& entry : fs::directory_iterator(folder)) folders.push_back(entry.path().string());
  std::sort(folders.begin(), folders.end());
  for (const std::string& one : folders) {
    const CompiledPack pack = compile_pack(one);
    faults.insert(faults.end(), pack.faults.begin(), pack.faults.end());
    images.push_back(pack.image);
  }
  auto packs = make_packs(images);
  if (packs) return std::move(packs).value();
  ADD_FAILURE() << packs.error().message();
  return Packs();
}

}  // namespace

Packs compile_folder(const std::string& folder) {
  std::vector<Fault> faults;
  Packs packs = compile(folder, faults);
  for (const Fault& fault : faults) ADD_FAILURE() << fault.text();
  return packs;
}

Packs compile_loosely(const std::string& folder, bool& good) {
  std::vector<Fault> faults;
  Packs packs = compile(folder, faults);
  good = faults.empty();
  return packs;
}

const Packs& data_packs() {
  static const Packs packs = compile_folder(ISNAD_SOURCE_DIR "/tests/match/data/packs");
  return packs;
}

TemporaryFolder::TemporaryFolder() {
  std::string form = (fs::temp_directory_path() / "isnad_match_XXXXXX").string();
  path_ = ::mkdtemp(form.data());
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code failed;
  fs::remove_all(path_, failed);
}

void TemporaryFolder::write(const std::string& path, const std::string& bytes) const {
  const fs::path whole = fs::path(path_) / path;
  fs::create_directories(whole.parent_path());
  std::ofstream(whole, std::ios::binary) << bytes;
}

namespace {

std::string class_name(ClassId cls) {
  static const char* const kNames[] = {
      "MONTH",  "WEEKDAY", "CUE",  "VICTIM", "PEOPLE",   "MINISTRY", "TOPIC", "FATHER", "AGENCY",
      "YEAR",   "TOOTH",   "COUNTRY", "CITY", "HOSPITAL", "NIGHT",   "FORCE", "SAY",    "PREP",
      "NEWS",   "TITLE",   "NAME", "OUTLET", "UNIT",     "W",        "B",     "L",      "K",
      "S",      "PRON",    "POSS"};
  for (const char* name : kNames)
    if (class_named(name) == cls) return name;
  return "";
}

}  // namespace

std::string readings_line(const Packs& packs, const std::string& text_bytes) {
  const Text text = make_text(text_bytes);
  const Lattice lattice(text, packs);
  std::string out;
  for (std::uint32_t node = 0; node < text.tokens().size() * 8; ++node)
    for (const Edge& edge : lattice.edges_from(node)) {
      std::string classes;
      for (const Sense& sense : lattice.senses(edge)) {
        const std::string name = sense.row == 0 ? "" : class_name(sense.cls);
        if (!name.empty() && classes.find(name) == std::string::npos)
          classes += (classes.empty() ? "" : ",") + name;
      }
      if (classes.empty()) continue;
      out += out.empty() ? "" : " ";
      out += std::string(text.slice(edge.span)) + "=" + classes;
      if (edge.flags & kDefinite) out += "+";
    }
  return out;
}

std::string offers_line(const Packs& packs, const std::string& text_bytes,
                        const std::string& stratum, Runner run, const std::string& refuse) {
  const Text text = make_text(text_bytes);
  const Lattice lattice(text, packs);
  std::string out;
  run(lattice, stratum, [&](const RuleMatch& match) {
    const std::string name = packs.rule_name(match.rule);
    out += out.empty() ? "" : "; ";
    out += name + "[" + std::string(text.slice(match.span)) + "]";
    for (const Capture& c : match.captures) {
      out += " " + std::string(c.name) + "=" + std::string(text.slice(c.span));
      if (c.sense->value != 0) out += ":" + std::to_string(c.sense->value);
    }
    return name != refuse;
  });
  return out;
}

std::vector<std::vector<std::string>> read_cases(const std::string& name) {
  std::ifstream in(std::string(ISNAD_SOURCE_DIR "/tests/match/data/") + name);
  EXPECT_TRUE(in.good()) << name;
  std::vector<std::vector<std::string>> out;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> columns;
    std::istringstream parts(line);
    for (std::string one; std::getline(parts, one, '\t');) columns.push_back(one);
    out.push_back(columns);
  }
  return out;
}

}  // namespace isnad::test
