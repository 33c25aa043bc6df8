// SPDX-License-Identifier: Apache-2.0
// Packs compiled in a test, and what a lattice and a run look like as one line.

#pragma once

#include <string>
#include <vector>

#include "match/match.h"
#include "match/pack.h"

namespace isnad::test {

// Compiles every pack in `folder`; fails the test and returns empty packs where there is a fault.
Packs compile_folder(const std::string& folder);
// The same, where rules may be at fault: `good` is false then, and nothing fails.
Packs compile_loosely(const std::string& folder, bool& good);
// tests/match/data/packs.
const Packs& data_packs();

// A folder of its own, removed at the end.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  void write(const std::string& path, const std::string& bytes) const;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

// The edges from lists: "<words>=CLASS" in order, "+" behind words read with the article.
std::string readings_line(const Packs& packs, const std::string& text);

using Runner = void (*)(const Lattice&, std::string_view, const Maker&);
// Every offer: "rule[extent] name=<words>:value ..." joined with "; ". `refuse`: rules refused.
std::string offers_line(const Packs& packs, const std::string& text, const std::string& stratum,
                        Runner run, const std::string& refuse = "");

// Lines of a data file, without comments, split at tabs.
std::vector<std::vector<std::string>> read_cases(const std::string& name);

}  // namespace isnad::test
