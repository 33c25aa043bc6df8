// SPDX-License-Identifier: Apache-2.0
// engine/import_lines.h -- the lines of a file of any size, in bounded memory.
//
// Units      Lines are numbered from 1. Of a line longer than kLongest the beginning is kept, the rest passed over.
// Ownership  text() is good until the next next().
// Threads    One reader, one thread.
// Errors     good() is false where the file is not there or could not be read on.

#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace isnad {

class ImportLines {
 public:
  static constexpr std::size_t kLongest = std::size_t{1} << 20;
  explicit ImportLines(const std::string& path);   // "-": standard input
  bool good() const { return file_ != nullptr && !failed_; }
  bool next();
  // Without its line break; without a byte order mark in the first.
  std::string_view text() const { return line_; }
  bool too_long() const { return too_long_; }
  std::uint64_t number() const { return number_; }

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  bool fill();
  void keep(std::string_view part);

  std::unique_ptr<std::FILE, Close> file_;
  std::vector<char> held_;
  std::string_view rest_;         // of what is held
  std::string line_;
  std::uint64_t number_ = 0;
  bool too_long_ = false, failed_ = false;
};

}  // namespace isnad
