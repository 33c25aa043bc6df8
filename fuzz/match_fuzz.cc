// SPDX-License-Identifier: Apache-2.0
//
// Any text through lattice and rules, with the tests' small packs and with the packs as they stand.
// Edges lie on the text, longest first; on short texts the slow twin offers the same. The first
// byte of the input says which packs, how matches are refused, and which mention they become.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "../tests/match/offers.h"
#include "match/match.h"
#include "match/pack.h"
#include "packc/packc.h"

namespace {

using namespace isnad;

constexpr std::size_t kTextLimit = 4096;     // bytes; longer ones only cost time
constexpr std::size_t kTwinLimit[] = {160, 60};   // small packs, packs as they stand

void demand(bool condition) {
  if (!condition) std::abort();
}

Packs compile(const std::string& folder) {
  const CompiledPacks compiled = compile_packs(folder);
  demand(compiled.faults.empty());
  auto packs = make_packs(compiled.images);
  demand(packs.ok());
  return std::move(packs).value();
}

void check_edges(const Lattice& lattice) {
  const Text& text = lattice.text();
  const auto nodes = static_cast<std::uint32_t>(text.tokens().size() * 8);
  for (std::uint32_t node = 0; node < nodes; ++node) {
    std::uint32_t last = nodes + 8;
    for (const Edge& edge : lattice.edges_from(node)) {
      demand(edge.from == node && node < edge.to && edge.to <= last && edge.to <= nodes);
      demand(edge.span.begin < edge.span.end && edge.span.end <= text.utf8().size());
      demand(!lattice.senses(edge).empty());
      last = edge.to;
    }
  }
}

const Packs& small_packs() {
  static const Packs packs = compile(ISNAD_SOURCE_DIR "/tests/match/data/packs");
  return packs;
}

const Packs& real_packs() {
  static const Packs packs = compile(ISNAD_SOURCE_DIR "/packs");
  return packs;
}

}  // namespace

// Compiles the packs before any input is timed.
extern "C" int LLVMFuzzerInitialize(int*, char***) {
  small_packs();
  real_packs();
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Packs& small = small_packs();
  const Packs& real = real_packs();
  if (size == 0) return 0;
  const bool as_they_stand = data[0] % 2 != 0;
  const unsigned dice = data[0] / 2;
  size = std::min(size - 1, kTextLimit);
  const Text text = make_text({reinterpret_cast<const char*>(data) + 1, size});
  const Packs& packs = as_they_stand ? real : small;
  Lattice lattice(text, packs), twin(text, packs);
  check_edges(lattice);
  for (std::size_t stratum = 0; stratum < std::size(test::kAllStrata); ++stratum) {
    const auto fast = test::offers_of(lattice, stratum, dice, run_stratum);
    if (size > kTwinLimit[as_they_stand]) continue;
    demand(fast == test::offers_of(twin, stratum, dice, slow_run_stratum));
  }
  check_edges(lattice);
  return 0;
}
