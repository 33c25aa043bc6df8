// SPDX-License-Identifier: Apache-2.0
//
// packc: compiles packs without running their examples, for work on packs that are not finished.
// What is installed is built by `isnad pack build`, which runs them.
#include <cstdio>
#include <cstring>
#include <fstream>
#include <string>

#include "packc/packc.h"

int main(int argc, char** argv) {
  const std::string verb = argc > 1 ? argv[1] : "";
  if (verb == "check" && (argc == 3 || argc == 4)) {
    const isnad::PackReport report = isnad::check_packs(argv[2], {}, argc == 4 ? argv[3] : "");
    std::fputs(report.text().c_str(), stdout);
    return report.ok ? 0 : 1;
  }
  if (verb == "build" && argc == 4) {
    const isnad::PackReport report = isnad::build_packs(argv[2], argv[3], {});
    std::fputs(report.text().c_str(), stdout);
    return report.ok ? 0 : 1;
  }
  if (verb == "forms" && argc == 4) {
    std::fputs(isnad::pack_forms(argv[2], argv[3]).c_str(), stdout);
    return 0;
  }
  std::fputs("usage: packc check PACKS [ONLY]\n       packc build PACKS OUT\n"
             "       packc forms PACKS WORD\n", stderr);
  return 2;
}
