// SPDX-License-Identifier: Apache-2.0
// isnad/packs.h -- the language packs: words and rules, compiled, mapped, read-only.
//
// Ownership  Packs owns the mappings; keep it alive as long as anything read with it is explained.
// Threads    Read-only after load_packs(); share it freely.
// Errors     load_packs: NotFound (no folder, no pack in it), BadPack (damaged, another version).

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "isnad/error.h"

namespace isnad {

struct PackInfo {
  std::string name;     // "ar"
  std::string version;  // "0.1.0"
  std::string hash;     // first eight hex digits of its content's hash
  // "ar 0.1.0 3fe1c09a"
  std::string label() const { return name + " " + version + " " + hash; }
};

class Packs {
 public:
  Packs();
  Packs(Packs&&) noexcept;
  Packs& operator=(Packs&&) noexcept;
  ~Packs();

  std::vector<PackInfo> info() const;
  // "time.day_month_year" for TimeMention::rule and its like; "" for kNoRule.
  std::string rule_name(std::uint32_t rule) const;

  struct Inner;  // src/match/pack.h
  const Inner& inner() const { return *inner_; }
  explicit Packs(std::unique_ptr<Inner> inner);

 private:
  std::unique_ptr<Inner> inner_;
};

// Maps every *.pack in `folder`.
Result<Packs> load_packs(const std::string& folder);

// The folder the packs of this installation are in: $ISNAD_PACKS, else beside the program
// (../share/isnad/packs, ./packs). Empty when none is found.
std::string find_packs_folder();

}  // namespace isnad
