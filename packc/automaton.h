// SPDX-License-Identifier: Apache-2.0
// packc/automaton.h -- a rule's pattern as instructions that only go forward.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "packc/source.h"

namespace isnad::packc {

struct InstructionSource {
  std::uint32_t op = 0;                // pack::Op
  std::uint32_t a = 0, b = 0;          // of kEdge: a is an index into `tests`
  std::string name;
};

struct Automaton {
  std::vector<InstructionSource> program;
  std::vector<const Node*> tests;
  std::vector<std::string> triggers;   // classes a match may start with
};

// `pattern` must outlive the result. The program may be longer than pack::kMaxInstructions: the
// caller tells that.
Automaton make_automaton(const Node& pattern);

}  // namespace isnad::packc
