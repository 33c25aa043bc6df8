// SPDX-License-Identifier: Apache-2.0
#include "engine/import_writer.h"

#include <algorithm>
#include <cstring>
#include <queue>

#include "match/pack.h"

namespace isnad {
namespace {

bool before(const ImportedKey& a, const ImportedKey& b) {
  return a.hash != b.hash ? a.hash < b.hash : a.record < b.record;
}

// A sorted run on disk, read a little at a time.
class Run {
 public:
  explicit Run(std::FILE* file) : file_(file) { std::rewind(file_); }
  bool next(ImportedKey& key) {
    if (at_ == held_.size()) {
      held_.resize(kHeld);
      held_.resize(std::fread(held_.data(), sizeof(ImportedKey), kHeld, file_));
      at_ = 0;
    }
    if (held_.empty()) return false;
    key = held_[at_++];
    return true;
  }

 private:
  static constexpr std::size_t kHeld = 4096;
  std::FILE* file_;
  std::vector<ImportedKey> held_;
  std::size_t at_ = 0;
};

}  // namespace

ImportWriter::ImportWriter(const std::string& path, std::uint32_t kind)
    : file_(std::fopen(path.c_str(), "wb")) {
  std::memcpy(header_.magic, kImportedMagic, sizeof kImportedMagic);
  header_.kind = kind;
  if (file_ != nullptr) put(&header_, sizeof header_);
}

ImportWriter::~ImportWriter() {
  for (std::FILE* run : runs_) std::fclose(run);
  if (file_ != nullptr) std::fclose(file_);
}

void ImportWriter::put(const void* bytes, std::size_t size) {
  failed_ = failed_ || std::fwrite(bytes, 1, size, file_) != size;
  at_ += size;
}

void ImportWriter::add(const std::string& attributes, const std::vector<std::string>& keys) {
  const std::uint64_t record = at_;
  put(attributes.c_str(), attributes.size() + 1);
  for (const std::string& key : keys) {
    put(key.c_str(), key.size() + 1);
    piece_.push_back({hash_key(key), record});
    ++header_.keys;
    if (piece_.size() == kPiece) spill();
  }
  put("", 1);
  ++header_.rows;
}

void ImportWriter::spill() {
  std::sort(piece_.begin(), piece_.end(), before);
  std::FILE* run = std::tmpfile();
  if (run == nullptr ||
      std::fwrite(piece_.data(), sizeof(ImportedKey), piece_.size(), run) != piece_.size())
    failed_ = true;
  if (run != nullptr) runs_.push_back(run);
  piece_.clear();
}

void ImportWriter::merge() {
  struct Head {
    ImportedKey key;
    std::size_t run;
    bool operator>(const Head& other) const { return before(other.key, key); }
  };
  std::vector<Run> runs(runs_.begin(), runs_.end());
  std::priority_queue<Head, std::vector<Head>, std::greater<Head>> heads;
  ImportedKey key;
  for (std::size_t r = 0; r < runs.size(); ++r)
    if (runs[r].next(key)) heads.push({key, r});
  while (!heads.empty()) {
    const Head head = heads.top();
    heads.pop();
    put(&head.key, sizeof head.key);
    if (runs[head.run].next(key)) heads.push({key, head.run});
  }
}

bool ImportWriter::finish() {
  if (!good()) return false;
  const char zeros[sizeof(ImportedKey)] = {};
  put(zeros, (sizeof(ImportedKey) - at_ % sizeof(ImportedKey)) % sizeof(ImportedKey));
  header_.index = at_;
  if (!piece_.empty()) spill();
  if (!failed_) merge();
  if (std::fseek(file_, 0, SEEK_SET) != 0) failed_ = true;
  put(&header_, sizeof header_);
  std::FILE* file = file_;
  file_ = nullptr;
  return std::fclose(file) == 0 && !failed_;
}

}  // namespace isnad
