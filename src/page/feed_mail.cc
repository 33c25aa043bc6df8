// SPDX-License-Identifier: Apache-2.0
// MHTML: a page and what belongs to it as the parts of one mail (RFC 2557).
#include <algorithm>

#include "page/archive_warc.h"
#include "page/feed.h"
#include "page/html_chars.h"

namespace isnad {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool same_start(std::string_view text, std::string_view lowered) {
  return text.size() >= lowered.size() && std::equal(lowered.begin(), lowered.end(), text.begin(),
                                                     [](char a, char b) { return a == lower(b); });
}

// A header's value with its folded lines; "" where it is not there.
std::string header(std::string_view head, std::string_view name) {
  for (std::size_t at = 0; at < head.size();) {
    std::size_t end = std::min(head.find('\n', at), head.size());
    if (same_start(head.substr(at), name)) {
      while (end + 1 < head.size() && (head[end + 1] == ' ' || head[end + 1] == '\t'))
        end = std::min(head.find('\n', end + 1), head.size());
      std::string value;
      for (const char c : head.substr(at + name.size(), end - at - name.size()))
        if (c != '\r' && c != '\n') value += c == '\t' ? ' ' : c;
      value.erase(0, value.find_first_not_of(' '));
      return value;
    }
    at = end + 1;
  }
  return "";
}

std::string parameter(const std::string& value, const std::string& name) {
  const std::size_t at = value.find(name + "=");
  if (at == std::string::npos) return "";
  const std::size_t begin = at + name.size() + 1;
  if (begin < value.size() && value[begin] == '"')
    return value.substr(begin + 1, value.find('"', begin + 1) - begin - 1);
  return value.substr(begin, value.find_first_of("; ", begin) - begin);
}

std::string from_quoted(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '=') {
      out += text[i];
    } else if (i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0) {
      out += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
      i += 2;
    } else {  // a soft line break
      while (i + 1 < text.size() && text[i + 1] == '\r') ++i;
      if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
    }
  }
  return out;
}

std::string from_base64(std::string_view text) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    const std::size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) continue;
    bits = bits << 6 | static_cast<std::uint32_t>(digit);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>(bits >> count & 0xFF);
  }
  return out;
}

std::size_t head_end(std::string_view mail) {
  return std::min({mail.find("\r\n\r\n"), mail.find("\n\n"), mail.size()});
}

// One part of the mail, where it is HTML.
bool take_part(std::string_view part, MailPage& page) {
  const std::string_view head = part.substr(0, head_end(part));
  std::string media;
  take_media(header(head, "content-type:"), media, page.charset);
  if (media != "text/html" && media != "application/xhtml+xml") return false;
  const std::string_view body = part.substr(std::min(part.size(), head.size()));
  std::string encoding = header(head, "content-transfer-encoding:");
  std::transform(encoding.begin(), encoding.end(), encoding.begin(), lower);
  page.html = encoding.starts_with("quoted")   ? from_quoted(body)
              : encoding.starts_with("base64") ? from_base64(body)
                                               : std::string(body);
  page.url = header(head, "content-location:");
  return true;
}

}  // namespace

bool looks_like_mail(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, std::min(head_end(bytes), std::size_t{16384}));
  if (head.size() < 20 || header(head, "mime-version:").empty()) return false;
  const std::string type = header(head, "content-type:");
  return same_start(type, "multipart/related") || same_start(type, "multipart/alternative") ||
         same_start(type, "text/html");
}

MailPage read_mail(std::string_view bytes) {
  MailPage page;
  const std::string_view head = bytes.substr(0, head_end(bytes));
  const std::string boundary = "--" + parameter(header(head, "content-type:"), "boundary");
  if (boundary.size() == 2) {
    take_part(bytes, page);
    return page;
  }
  for (std::size_t at = bytes.find(boundary); at != std::string_view::npos;) {
    const std::size_t begin = bytes.find('\n', at);
    if (begin == std::string_view::npos) break;
    const std::size_t end = bytes.find(boundary, begin);
    if (take_part(bytes.substr(begin + 1, end == std::string_view::npos ? end : end - begin - 1),
                  page))
      break;
    at = end;
  }
  return page;
}

}  // namespace isnad
