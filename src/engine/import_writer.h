// SPDX-License-Identifier: Apache-2.0
// engine/import_writer.h -- writes an imported list (read/imported.h): records, then a sorted index.
//
// Threads    One writer, one thread.
// Errors     finish() and add() say false where the disk would not take it.

#pragma once

#include <cstdio>
#include <string>
#include <vector>

#include "read/imported.h"

namespace isnad {

class ImportWriter {
 public:
  ImportWriter(const std::string& path, std::uint32_t kind);
  ~ImportWriter();
  bool good() const { return file_ != nullptr && !failed_; }
  // One row: its attributes and its folded names.
  void add(const std::string& attributes, const std::vector<std::string>& keys);
  bool finish();
  std::uint64_t keys() const { return header_.keys; }

 private:
  static constexpr std::size_t kPiece = std::size_t{1} << 20;   // keys sorted at once: 16 MB
  void put(const void* bytes, std::size_t size);
  void spill();
  void merge();

  std::FILE* file_ = nullptr;
  bool failed_ = false;
  std::uint64_t at_ = 0;
  ImportedHeader header_;
  std::vector<ImportedKey> piece_;
  std::vector<std::FILE*> runs_;
};

}  // namespace isnad
