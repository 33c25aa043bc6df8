// SPDX-License-Identifier: Apache-2.0
#include "page/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace isnad {
namespace {

constexpr std::size_t kChunk = 65536;
constexpr std::size_t kPackedChunk = 4096;  // so much is lost behind a broken member

}  // namespace

FileSource::FileSource(std::FILE* file) : file_(file) {
  struct stat status {};
  if (fstat(fileno(file), &status) == 0 && S_ISREG(status.st_mode))
    size_ = static_cast<std::uint64_t>(status.st_size);
}

std::size_t FileSource::read(char* into, std::size_t size) {
  const std::size_t got = std::fread(into, 1, size, file_);
  if (got == 0 && std::ferror(file_)) fault_ = std::strerror(errno);
  return got;
}

bool FileSource::seek(std::uint64_t at) {
  return size_ > 0 && fseeko(file_, static_cast<off_t>(at), SEEK_SET) == 0;
}

std::size_t MemorySource::read(char* into, std::size_t size) {
  size = std::min(size, bytes_.size() - at_);
  std::copy_n(bytes_.data() + at_, size, into);
  at_ += size;
  return size;
}

bool MemorySource::seek(std::uint64_t at) {
  if (at > bytes_.size()) return false;
  at_ = static_cast<std::size_t>(at);
  return true;
}

// ---- with a look ahead
// ----------------------------------------------------------------------------

bool ByteReader::fill(std::size_t size) {
  if (at_ > 0 && buffer_.size() - at_ < size) {
    buffer_.erase(0, at_);
    at_ = 0;
  }
  while (buffer_.size() - at_ < size) {
    const std::size_t had = buffer_.size();
    buffer_.resize(had + kChunk);
    const std::size_t got = source_.read(buffer_.data() + had, kChunk);
    buffer_.resize(had + got);
    if (got == 0) {
      fault_ = source_.fault();
      return false;
    }
  }
  return true;
}

std::string_view ByteReader::peek(std::size_t size) {
  fill(size);
  return std::string_view(buffer_).substr(at_, size);
}

std::size_t ByteReader::read(char* into, std::size_t size) {
  if (at_ == buffer_.size()) fill(1);
  size = std::min(size, buffer_.size() - at_);
  std::copy_n(buffer_.data() + at_, size, into);
  at_ += size;
  offset_ += size;
  return size;
}

bool ByteReader::seek(std::uint64_t at) {
  if (!source_.seek(at)) return false;
  buffer_.clear();
  at_ = 0;
  offset_ = at;
  return true;
}

bool ByteReader::line(std::string& out, std::size_t limit, bool& cut) {
  out.clear();
  cut = false;
  if (peek(1).empty()) return false;
  for (bool ended = false; !ended && !peek(1).empty();) {
    const std::string_view rest = std::string_view(buffer_).substr(at_);
    const std::size_t end = rest.find('\n');
    ended = end != std::string_view::npos;
    const std::size_t size = ended ? end : rest.size();
    const std::size_t keep = std::min(size, limit - std::min(limit, out.size()));
    out += rest.substr(0, keep);
    cut = cut || keep < size;
    at_ += size + ended;
    offset_ += size + ended;
  }
  if (!out.empty() && out.back() == '\r') out.pop_back();
  return true;
}

bool ByteReader::rest(std::string& out, std::size_t limit) {
  out.clear();
  for (std::string_view part = peek(kChunk); !part.empty(); part = peek(kChunk)) {
    if (out.size() + part.size() > limit) return false;
    out += part;
    at_ += part.size();
    offset_ += part.size();
  }
  return true;
}

void ByteReader::put_back(std::string_view bytes) {
  buffer_.replace(0, at_, bytes);
  at_ = 0;
  offset_ -= bytes.size();
}

std::uint64_t ByteReader::skip(std::uint64_t size) {
  std::uint64_t done = 0;
  while (done < size) {
    const auto part =
        peek(static_cast<std::size_t>(std::min<std::uint64_t>(size - done, kChunk))).size();
    if (part == 0) break;
    at_ += part;
    offset_ += part;
    done += part;
  }
  return done;
}

// ---- libarchive
// -----------------------------------------------------------------------------------

struct Unpacker::Client {
  ByteSource& packed;
  std::vector<char> buffer = std::vector<char>(kPackedChunk);
  std::uint64_t at = 0;
};

namespace {

la_ssize_t read_packed(::archive* self, void* data, const void** bytes) {
  auto& client = *static_cast<Unpacker::Client*>(data);
  *bytes = client.buffer.data();
  const std::size_t got = client.packed.read(client.buffer.data(), client.buffer.size());
  client.at += got;
  if (got == 0 && !client.packed.fault().empty()) {
    archive_set_error(self, EIO, "%s", client.packed.fault().c_str());
    return -1;
  }
  return static_cast<la_ssize_t>(got);
}

la_int64_t seek_packed(::archive*, void* data, la_int64_t offset, int whence) {
  auto& client = *static_cast<Unpacker::Client*>(data);
  const auto size = static_cast<la_int64_t>(client.packed.size());
  const la_int64_t base = whence == SEEK_SET   ? 0
                          : whence == SEEK_CUR ? static_cast<la_int64_t>(client.at)
                                               : size;
  if (base + offset < 0 || !client.packed.seek(static_cast<std::uint64_t>(base + offset)))
    return ARCHIVE_FATAL;
  client.at = static_cast<std::uint64_t>(base + offset);
  return base + offset;
}

std::string fault_of(::archive* self) {
  const char* what = archive_error_string(self);
  return what ? what : "it breaks off";
}

}  // namespace

Unpacker::Unpacker(ByteSource& packed) : client_(new Client{packed}), archive_(archive_read_new()) {
  archive_read_support_filter_gzip(archive_);
  archive_read_support_filter_zstd(archive_);
  archive_read_support_format_tar(archive_);
  archive_read_support_format_zip(archive_);
  archive_read_support_format_raw(archive_);
  archive_read_set_read_callback(archive_, read_packed);
  if (packed.size() > 0) archive_read_set_seek_callback(archive_, seek_packed);
  archive_read_set_callback_data(archive_, client_.get());
  if (archive_read_open1(archive_) != ARCHIVE_OK) fault_ = fault_of(archive_);
}

Unpacker::~Unpacker() { archive_read_free(archive_); }

bool Unpacker::next(std::string& name) {
  archive_entry* entry = nullptr;
  while (fault_.empty()) {
    const int status = archive_read_next_header(archive_, &entry);
    if (status == ARCHIVE_EOF) return false;
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN) {
      fault_ = fault_of(archive_);
      return false;
    }
    if (archive_entry_filetype(entry) == AE_IFDIR) continue;
    const char* path = archive_entry_pathname(entry);
    const bool alone = (archive_format(archive_) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_RAW;
    name = alone || !path ? "" : path;
    return true;
  }
  return false;
}

std::size_t Unpacker::read(char* into, std::size_t size) {
  if (!fault_.empty()) return 0;
  const la_ssize_t got = archive_read_data(archive_, into, size);
  if (got < 0) {
    fault_ = fault_of(archive_);
    return 0;
  }
  unpacked_ += static_cast<std::uint64_t>(got);
  if (unpacked_ > kFreelyUnpacked &&
      unpacked_ > kMostUnpacked * std::max<std::uint64_t>(client_->at, 1)) {
    fault_ = "it unpacks to more than 250 times its size";
    too_large_ = true;
    return 0;
  }
  return static_cast<std::size_t>(got);
}

bool looks_packed(std::string_view head) {
  if (head.starts_with("\x1F\x8B") || head.starts_with("\x28\xB5\x2F\xFD")) return true;
  if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06")) return true;
  if (head.size() >= 4 && static_cast<unsigned char>(head[0] & 0xF0) == 0x50 &&
      head.substr(1, 3) == "\x2A\x4D\x18")
    return true;
  return head.size() >= 265 && head.substr(257, 5) == "ustar";
}

}  // namespace isnad
