// SPDX-License-Identifier: Apache-2.0
// base/file.h -- files and folders as bytes and names.
//
// Errors     read_file: NotFound, Unreadable, TooLarge (nothing beyond the limit is read).
//            write_file: WriteFailed. list_folder: NotFound, Unreadable.

#pragma once

#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "isnad/error.h"

namespace isnad {

// The whole file, when it has at most `limit` bytes.
Result<std::string> read_file(const std::string& path, std::size_t limit);
// The rest of an open stream. `name` is what an error calls it.
Result<std::string> read_stream(std::FILE* stream, const std::string& name, std::size_t limit);

// Writes beside the file and renames, so that a reader sees the old one or the new one.
Result<bool> write_file(const std::string& path, std::string_view bytes);

bool is_folder(const std::string& path);
// Paths of the plain files in a folder (not of those in folders inside), sorted by their bytes.
Result<std::vector<std::string>> list_folder(const std::string& path);
// What stands after the last slash.
std::string base_name(const std::string& path);

// True where the bytes are no text: a NUL byte (unless a UTF-16 mark stands first), or the first
// bytes of an archive, a PDF or an image.
bool is_binary(std::string_view bytes);

}  // namespace isnad
