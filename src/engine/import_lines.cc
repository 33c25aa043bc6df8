// SPDX-License-Identifier: Apache-2.0
#include "engine/import_lines.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr std::size_t kHeld = std::size_t{1} << 16;

}  // namespace

ImportLines::ImportLines(const std::string& path)
    : file_(path == "-" ? fdopen(0, "rb") : std::fopen(path.c_str(), "rb")), held_(kHeld) {}

bool ImportLines::fill() {
  const std::size_t size = std::fread(held_.data(), 1, held_.size(), file_.get());
  failed_ = failed_ || std::ferror(file_.get()) != 0;
  rest_ = {held_.data(), size};
  return size > 0;
}

void ImportLines::keep(std::string_view part) {
  const std::size_t room = kLongest - line_.size();
  too_long_ = too_long_ || part.size() > room;
  line_.append(part.substr(0, std::min(room, part.size())));
}

bool ImportLines::next() {
  if (!good() || (rest_.empty() && !fill())) return false;
  ++number_;
  line_.clear();
  too_long_ = false;
  do {
    const std::size_t end = rest_.find('\n');
    keep(rest_.substr(0, end));
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    if (end != std::string_view::npos) break;
  } while (fill());
  if (!too_long_ && line_.ends_with('\r')) line_.pop_back();
  if (number_ == 1 && line_.starts_with("\xEF\xBB\xBF")) line_.erase(0, 3);
  return !failed_;
}

}  // namespace isnad
