// SPDX-License-Identifier: Apache-2.0
#include "page/archive_warc.h"

#include <algorithm>
#include <charconv>

namespace isnad {
namespace {

constexpr std::size_t kLongestField = 8192;
constexpr int kMostFields = 200;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
    text.remove_suffix(1);
  return text;
}

// "Name: value" -> both; false where there is no colon.
bool split_field(std::string_view line, std::string& name, std::string_view& value) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return false;
  name = lowered(trimmed(line.substr(0, colon)));
  value = trimmed(line.substr(colon + 1));
  return true;
}

// HTTP's chunks put together; as it is where it is not in chunks after all.
std::string join_chunks(std::string_view body) {
  std::string out;
  for (std::string_view rest = body; !rest.empty();) {
    std::size_t size = 0;
    const auto [end, fault] = std::from_chars(rest.data(), rest.data() + rest.size(), size, 16);
    if (fault != std::errc()) return out.empty() ? std::string(body) : out;
    const std::size_t line = rest.find('\n');
    if (size == 0 || line == std::string_view::npos) return out;
    rest.remove_prefix(line + 1);
    out += rest.substr(0, size);
    rest.remove_prefix(std::min(rest.size(), size));
    while (!rest.empty() && (rest.front() == '\r' || rest.front() == '\n')) rest.remove_prefix(1);
  }
  return out;
}

}  // namespace

bool looks_like_warc(std::string_view head) {
  return head.starts_with("WARC/0.") || head.starts_with("WARC/1.");
}

void take_media(std::string_view value, std::string& media, std::string& charset) {
  const std::string all = lowered(value);
  media = std::string(trimmed(std::string_view(all).substr(0, all.find(';'))));
  const std::size_t at = all.find("charset=");
  if (at == std::string::npos) return;
  const std::size_t begin = all.find_first_not_of("\"' ", at + 8);
  if (begin == std::string::npos) return;
  charset = all.substr(begin, all.find_first_of("\"'; \r\n", begin) - begin);
}

std::string unpack_all(std::string_view packed, std::size_t limit, std::string& fault) {
  MemorySource memory(packed);
  Unpacker unpacker(memory);
  ByteReader reader(unpacker);
  std::string name, out;
  if (unpacker.next(name) && !reader.rest(out, limit)) fault = "its body is too large unpacked";
  if (!unpacker.fault().empty()) fault = unpacker.fault();
  return out;
}

void take_http(std::string_view message, WarcRecord& record) {
  std::size_t end = message.find("\r\n\r\n"), skip = 4;
  if (const std::size_t bare = message.find("\n\n"); bare < end) end = bare, skip = 2;
  if (!message.starts_with("HTTP/") || end == std::string_view::npos) {
    record.body = message;
    return;
  }
  std::string_view fields = message.substr(0, end);
  message.remove_prefix(end + skip);
  if (const std::size_t at = fields.find(' '); at != std::string_view::npos)
    std::from_chars(fields.data() + at + 1, fields.data() + fields.size(), record.status);
  bool chunked = false, packed = false;
  while (!fields.empty()) {
    const std::size_t line = std::min(fields.find('\n'), fields.size());
    std::string name;
    std::string_view value;
    if (split_field(fields.substr(0, line), name, value)) {
      if (name == "content-type") take_media(value, record.media, record.charset);
      if (name == "transfer-encoding")
        chunked = lowered(value).find("chunked") != std::string::npos;
      if (name == "content-encoding") packed = !value.empty() && value != "identity";
    }
    fields.remove_prefix(std::min(fields.size(), line + 1));
  }
  record.body = chunked ? join_chunks(message) : std::string(message);
  if (packed && looks_packed(record.body)) {
    const std::string inside = std::move(record.body);
    record.body = unpack_all(inside, std::size_t{64} << 20, record.fault);
  }
}

// To the next line that begins a record.
bool WarcReader::find_record() {
  std::string line;
  bool cut;
  for (;;) {
    if (looks_like_warc(bytes_.peek(8))) return true;
    if (!bytes_.line(line, kLongestField, cut)) return false;
  }
}

bool WarcReader::read_fields(WarcRecord& record, std::uint64_t& length) {
  std::string line, name;
  bool cut, known = false;
  bytes_.line(line, kLongestField, cut);
  for (int i = 0; i < kMostFields; ++i) {
    if (!bytes_.line(line, kLongestField, cut) || cut) return false;
    if (line.empty()) return known;
    std::string_view value;
    if (!split_field(line, name, value)) continue;
    if (name == "warc-type") record.type = lowered(value);
    if (name == "warc-target-uri")
      record.url = value.starts_with("<") ? std::string(value.substr(1, value.size() - 2))
                                          : std::string(value);
    if (name == "warc-date") record.date = value;
    if (name == "content-type") take_media(value, record.media, record.charset);
    if (name == "content-length")
      known = std::from_chars(value.data(), value.data() + value.size(), length).ec == std::errc();
  }
  return false;
}

// The length was wrong and took in the next record: that one is given back.
bool WarcReader::read_on(std::string_view body) {
  if (const std::string_view after = bytes_.peek(4);
      after.empty() || after[0] == '\r' || after[0] == '\n') {
    if (!after.empty()) return false;
  }
  for (std::size_t at = 0; (at = body.find("\nWARC/", at)) != std::string_view::npos; ++at) {
    if (!looks_like_warc(body.substr(at + 1, 8))) continue;
    bytes_.put_back(body.substr(at + 1));
    return true;
  }
  return false;
}

// What stands behind the fields of a record that is wanted.
void WarcReader::read_body(WarcRecord& record, std::uint64_t length) {
  std::string body(static_cast<std::size_t>(length), '\0');
  std::size_t got = 0;
  for (std::size_t part = 1; got < body.size() && part > 0; got += part)
    part = bytes_.read(body.data() + got, body.size() - got);
  body.resize(got);
  const bool wrong = read_on(body);
  const std::string_view after = bytes_.peek(1);
  if (wrong || (!after.empty() && after[0] != '\r' && after[0] != '\n'))
    record.fault = "a record whose length is wrong";
  else if (got < length)
    record.fault = "a record that breaks off after " + std::to_string(got) + " of " +
                   std::to_string(length) + " bytes";
  else if (record.type == "response")
    take_http(body, record);
  else
    record.body = std::move(body);
}

bool WarcReader::next(WarcRecord& record) {
  while (find_record()) {
    record = WarcRecord{};
    record.offset = bytes_.offset();
    std::uint64_t length = 0;
    if (!read_fields(record, length)) {
      record.fault = "a record without its length";
      return true;
    }
    if (record.type != "response" && record.type != "resource" && record.type != "conversion") {
      bytes_.skip(length);
      continue;
    }
    if (length > limit_) {
      bytes_.skip(length);
      record.too_large = true;
      record.fault = "a record of " + std::to_string(length >> 20) + " MiB";
    } else {
      read_body(record, length);
    }
    return true;
  }
  return false;
}

}  // namespace isnad
