// SPDX-License-Identifier: Apache-2.0
// page/archive.h -- bytes out of files, out of what compresses them, and out of archives, in order.
//
// Units      Bytes.
// Ownership  A reader or unpacker points at the source it was given; keep that as long.
// Threads    One source, one thread.
// Errors     fault() is "" or says in words what is wrong; after a fault there are no more bytes.
// Method     libarchive reads gzip, Zstandard, tar and zip. Nothing is ever written to disk.

#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct archive;

namespace isnad {

// What an archive may grow to: this much, and beyond it this many times its packed bytes.
inline constexpr std::uint64_t kFreelyUnpacked = std::uint64_t{32} << 20;
inline constexpr std::uint64_t kMostUnpacked = 250;
inline constexpr int kDeepestArchive = 3;  // archives inside archives

class ByteSource {
 public:
  virtual ~ByteSource() = default;
  // At most `size` bytes; 0 at the end and after a fault.
  virtual std::size_t read(char* into, std::size_t size) = 0;
  // To a byte from the start; false where that cannot be done.
  virtual bool seek(std::uint64_t) { return false; }
  virtual std::uint64_t size() const { return 0; }  // 0: not known
  const std::string& fault() const { return fault_; }

 protected:
  std::string fault_;
};

class FileSource : public ByteSource {
 public:
  explicit FileSource(std::FILE* file);  // stays the caller's
  std::size_t read(char* into, std::size_t size) override;
  bool seek(std::uint64_t at) override;
  std::uint64_t size() const override { return size_; }

 private:
  std::FILE* file_;
  std::uint64_t size_ = 0;
};

class MemorySource : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes) : bytes_(bytes) {}
  std::size_t read(char* into, std::size_t size) override;
  bool seek(std::uint64_t at) override;
  std::uint64_t size() const override { return bytes_.size(); }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

// A source with a look ahead. It is a source itself, so that what was looked at is not lost.
class ByteReader : public ByteSource {
 public:
  explicit ByteReader(ByteSource& source) : source_(source) {}
  std::size_t read(char* into, std::size_t size) override;
  bool seek(std::uint64_t at) override;
  std::uint64_t size() const override { return source_.size(); }
  // Up to `size` bytes from here on, without taking them. Good until the next call.
  std::string_view peek(std::size_t size);
  // The line, without its end. False where there are no more bytes. Of one longer than `limit` only
  // so much is kept, and `cut` is set.
  bool line(std::string& out, std::size_t limit, bool& cut);
  // All that is left, or nothing and false where it is more than `limit`.
  bool rest(std::string& out, std::size_t limit);
  // Gives back the last bytes that were taken, as they were.
  void put_back(std::string_view bytes);
  std::uint64_t skip(std::uint64_t size);  // how many bytes there were
  std::uint64_t offset() const { return offset_; }

 private:
  bool fill(std::size_t size);
  ByteSource& source_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::uint64_t offset_ = 0;
};

// What is packed in a source, entry by entry. A compressed file alone is one entry without a name.
class Unpacker : public ByteSource {
 public:
  explicit Unpacker(ByteSource& packed);
  ~Unpacker() override;
  bool next(std::string& name);  // false where there is no more, or a fault
  std::size_t read(char* into, std::size_t size) override;  // of this entry
  bool too_large() const { return too_large_; }

  struct Client;

 private:
  std::unique_ptr<Client> client_;
  ::archive* archive_ = nullptr;
  std::uint64_t unpacked_ = 0;
  bool too_large_ = false;
};

// Whether the first bytes (512 are enough) are of something an Unpacker reads.
bool looks_packed(std::string_view head);

}  // namespace isnad
