// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as the source of a pack. A line "=== lists/x.tsv" begins a file; what stands before the
// first is a rule file. Faults are told with a place; what has none compiles to a pack that loads,
// the same bytes each time, and runs.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "match/match.h"
#include "match/pack.h"
#include "packc/check.h"
#include "packc/write_pack.h"

namespace {

using namespace isnad;

constexpr std::size_t kSourceLimit = 4096;  // bytes
constexpr char kText[] =
    "a b c 25 \xd8\xb4\xd8\xa8\xd8\xa7\xd8\xb7 2009 \xd9\x88\xd8\xa7\xd9\x84\xd8\xa8\xd9\x8a\xd8\xaa "
    "\xd9\x84\xd9\x84\xd9\x88\xd8\xb2\xd8\xa7\xd8\xb1\xd8\xa9\nThe Daily Lamp, 1,600 (50%) at 00:47.";

void demand(bool condition) {
  if (!condition) std::abort();
}

packc::PackFiles files_of(std::string_view source) {
  packc::PackFiles files;
  files["pack.conf"] = "name ar\nversion 1\n";
  std::string path = "rules/first.rules";
  for (const std::string& line : packc::split(source, '\n'))
    if (line.starts_with("=== "))
      path = line.substr(4);
    else
      files[path] += line + "\n";
  return files;
}

std::string compile(const packc::PackFiles& files, packc::Faults& faults) {
  std::vector<packc::Unit> units;
  units.push_back({packc::parse_pack_source(files, "packs/ar/", faults), ""});
  packc::check_rules(units, {}, faults);
  return packc::write_pack(units[0].source, faults);
}

void run(const std::string& image) {
  const auto packs = make_packs({image});
  demand(packs.ok());
  const Text text = make_text(kText);
  Lattice lattice(text, packs.value());
  for (const char* stratum : {"numbers", "times", "names", "page", "attribution", "events"})
    run_stratum(lattice, stratum, [&](const RuleMatch& match) {
      demand(!match.span.empty() && match.span.end <= text.utf8().size());
      return true;
    });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const packc::PackFiles files =
      files_of({reinterpret_cast<const char*>(data), std::min(size, kSourceLimit)});
  packc::Faults faults, again;
  const std::string image = compile(files, faults);
  for (const Fault& fault : faults.all)
    demand(!fault.file.empty() && !fault.message.empty() && fault.column > 0);
  run(image);
  demand(compile(files, again) == image && again.all.size() == faults.all.size());
  return 0;
}
