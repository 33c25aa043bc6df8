// SPDX-License-Identifier: Apache-2.0
// bench/corpus.h -- what is measured on: the news of ISNAD_SHARED/data where that is set, else a
// text of our own, made of the sentences of the tests again and again.
//
// Threads    Read at first use, read-only then.

#pragma once

#include <string>
#include <vector>

namespace isnad::bench {

struct Corpus {
  std::string name;                  // "news of 2015" or "own sentences"
  std::vector<std::string> reports;  // UTF-8, title and text
  std::size_t bytes = 0;
};
const Corpus& corpus();

}  // namespace isnad::bench
