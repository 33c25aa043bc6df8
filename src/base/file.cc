// SPDX-License-Identifier: Apache-2.0
#include "base/file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>

namespace isnad {
namespace {

namespace fs = std::filesystem;

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Closer>;

Error too_large(const std::string& name, std::size_t limit) {
  return {ErrorCode::TooLarge, name,
          "it is larger than " + std::to_string(limit >> 20) + " MiB; split it and try again"};
}

Error system_error(ErrorCode code, const std::string& name) {
  return {code, name, std::generic_category().message(errno)};
}

}  // namespace

Result<std::string> read_stream(std::FILE* stream, const std::string& name, std::size_t limit) {
  std::string bytes;
  char buffer[65536];
  while (const std::size_t got = std::fread(buffer, 1, sizeof buffer, stream)) {
    if (bytes.size() + got > limit) return too_large(name, limit);
    bytes.append(buffer, got);
  }
  if (std::ferror(stream)) return system_error(ErrorCode::Unreadable, name);
  return bytes;
}

Result<std::string> read_file(const std::string& path, std::size_t limit) {
  std::error_code fault;
  const fs::file_status status = fs::status(path, fault);
  if (!fs::exists(status))
    return Error{ErrorCode::NotFound, path, "there is no such file or folder"};
  if (fs::is_directory(status)) return Error{ErrorCode::Unreadable, path, "it is a folder"};
  if (fs::is_regular_file(status)) {
    const auto size = fs::file_size(path, fault);
    if (!fault && size > limit) return too_large(path, limit);
  }
  const File file(std::fopen(path.c_str(), "rb"));
  if (!file) return system_error(ErrorCode::Unreadable, path);
  return read_stream(file.get(), path, limit);
}

Result<bool> write_file(const std::string& path, std::string_view bytes) {
  const std::string beside = path + ".part";
  File file(std::fopen(beside.c_str(), "wb"));
  if (!file) return system_error(ErrorCode::WriteFailed, path);
  bool good = std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size();
  good = std::fclose(file.release()) == 0 && good;
  if (good && std::rename(beside.c_str(), path.c_str()) == 0) return true;
  const Error error = system_error(ErrorCode::WriteFailed, path);
  std::remove(beside.c_str());
  return error;
}

bool is_folder(const std::string& path) {
  std::error_code fault;
  return fs::is_directory(path, fault);
}

Result<std::vector<std::string>> list_folder(const std::string& path) {
  std::error_code fault;
  if (!fs::exists(path, fault))
    return Error{ErrorCode::NotFound, path, "there is no such file or folder"};
  std::vector<std::string> files;
  fs::directory_iterator entry(path, fault), end;
  for (; !fault && entry != end; entry.increment(fault)) {
    std::error_code ignored;
    if (entry->is_regular_file(ignored)) files.push_back(entry->path().string());
  }
  if (fault) return Error{ErrorCode::Unreadable, path, fault.message()};
  std::sort(files.begin(), files.end());
  return files;
}

std::string base_name(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }

bool is_binary(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return false;
  constexpr std::string_view kMagics[] = {"\x1F\x8B",     "PK\x03\x04",   "%PDF-", "\x89PNG",
                                          "\xFF\xD8\xFF", "\x28\xB5\x2F\xFD", "GIF8"};
  for (const std::string_view magic : kMagics)
    if (bytes.starts_with(magic)) return true;
  return bytes.find('\0') != std::string_view::npos;
}

}  // namespace isnad
