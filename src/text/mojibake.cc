// SPDX-License-Identifier: Apache-2.0
#include "text/mojibake.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "text/chars.h"
#include "text/decode.h"
#include "text/encodings.h"
#include "text/guess.h"

namespace isnad {
namespace {

constexpr std::uint32_t kReplacement = 0xFFFD;
constexpr std::size_t kSureLetters = 4;

// Characters back to the bytes they were read from.
class Back {
 public:
  explicit Back(const EncodingRow& row) {
    const ByteTable& table = byte_table(row);
    for (unsigned b = 0x80; b < 0x100; ++b) {
      const char16_t code = table[b] == kReplacement ? static_cast<char16_t>(b) : table[b];
      bytes_.emplace_back(code, static_cast<char>(b));
      // Taken for ISO-8859-1 they are controls.
      if (code != b && b < 0xA0) bytes_.emplace_back(static_cast<char16_t>(b), static_cast<char>(b));
    }
    std::sort(bytes_.begin(), bytes_.end());
  }
  bool find(std::uint32_t code, char& byte) const {
    const auto at = std::lower_bound(bytes_.begin(), bytes_.end(), code, [](const auto& row, auto c) {
      return row.first < c;
    });
    if (at == bytes_.end() || at->first != code) return false;
    byte = at->second;
    return true;
  }

 private:
  std::vector<std::pair<std::uint32_t, char>> bytes_;
};

struct Line {
  std::string bytes;                // what it was read from
  std::size_t letters = 0;          // Arabic ones that come of it
  std::size_t sequences = 0, bad = 0, lost = 0, foreign = 0;
  bool faultless() const { return sequences > 0 && bad + lost + foreign == 0; }
  bool sure() const {
    return letters >= kSureLetters && foreign * 20 <= sequences &&
           std::max(bad, lost) * 4 <= sequences;
  }
};

Line read_back(std::string_view line, const Back& back) {
  Line out;
  const CharInfo* table = char_table();
  for (std::size_t at = 0; at < line.size();) {
    const Char c = char_at(table, line, at);
    char byte = 0;
    if (c.code >= 0x80 && back.find(c.code, byte)) {
      out.bytes.push_back(byte);
    } else {
      out.bytes.append(line.substr(at, c.size));
      if (c.code >= 0x80) ++(c.code == kReplacement ? out.lost : out.foreign);
    }
    at += c.size;
  }
  for (std::size_t at = 0; at < out.bytes.size();) {
    const std::uint32_t size = utf8_sequence(out.bytes, at);
    if (size > 1) {
      ++out.sequences;
      out.letters += char_at(table, out.bytes, at).info->script == Script::Arabic;
    }
    out.bad += size == 0;
    at += std::max(size, 1u);
  }
  return out;
}

// The bytes as UTF-8; what is none becomes U+FFFD, once for a letter of which a byte was lost.
void append_mended(const Line& line, std::string& out, std::uint32_t& replaced) {
  const std::string_view bytes = line.bytes;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::uint32_t size = utf8_sequence(bytes, at);
    if (size > 0) {
      out.append(bytes.substr(at, size));
    } else if (!bytes.substr(at + 1).starts_with("\xEF\xBF\xBD")) {
      append_utf8(kReplacement, out);
      ++replaced;
    }
    at += std::max(size, 1u);
  }
}

// Whether the commonest letter of such text stands anywhere: almost always no, so it must be quick.
bool sign_1252(std::string_view utf8) {
  for (std::size_t at = 0; (at = utf8.find('\xC3', at)) != std::string_view::npos; ++at) {
    const char next = at + 1 < utf8.size() ? utf8[at + 1] : '\0';
    if (next == '\x98' || next == '\x99') return true;
  }
  return false;
}

bool sign_1256(std::string_view utf8) {
  constexpr std::string_view kAlef = "\xD8\xB7\xC2\xA7";
  for (std::size_t at = 2; (at = utf8.find('\xC2', at)) != std::string_view::npos; ++at)
    if (utf8.substr(at - 2, kAlef.size()) == kAlef) return true;
  return false;
}

// Whether four letters from U+00C0 on stand side by side: in no language that is written with them.
bool sign_of_bytes(std::string_view utf8) {
  for (std::size_t at = 0; (at = utf8.find('\xC3', at)) != std::string_view::npos; at += 2) {
    std::size_t run = 1;
    while (at + 2 * run < utf8.size() && utf8[at + 2 * run] == '\xC3') ++run;
    if (run >= kSureLetters) return true;
    at += 2 * (run - 1);
  }
  return false;
}

template <typename Take>
void for_each_line(std::string_view utf8, Take take) {
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t end = std::min(utf8.find('\n', at), utf8.size() - 1) + 1;
    take(utf8.substr(at, end - at));
    at = end;
  }
}

bool mend_from(std::string& utf8, std::string_view name, std::uint32_t& replaced) {
  const Back back(encoding_named(name));
  bool sure = false;
  for_each_line(utf8, [&](std::string_view line) {
    sure = sure || read_back(line, back).sure();
  });
  if (!sure) return false;
  std::string out;
  out.reserve(utf8.size());
  for_each_line(utf8, [&](std::string_view line) {
    const Line read = read_back(line, back);
    if (read.sure() || read.faultless()) append_mended(read, out, replaced);
    else out.append(line);
  });
  utf8 = std::move(out);
  return true;
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// A line of one-byte Arabic goes back to bytes whole, has two high ones side by side and none beside
// an ASCII letter, as "deja vu" with its accents has.
bool is_bytes(const Line& line) {
  if (line.foreign + line.lost > 0) return false;
  bool pair = false;
  for (std::size_t at = 1; at < line.bytes.size(); ++at) {
    const char last = line.bytes[at - 1], here = line.bytes[at];
    const bool high = static_cast<unsigned char>(here) >= 0xC0, was_high = static_cast<unsigned char>(last) >= 0xC0;
    if ((high && is_ascii_letter(last)) || (was_high && is_ascii_letter(here))) return false;
    pair = pair || (high && was_high);
  }
  return pair;
}

// Arabic in one byte a letter that was taken for windows-1252: its letter pairs tell.
bool mend_bytes(std::string& utf8) {
  const Back back(encoding_named("windows-1252"));
  std::string bytes;
  for_each_line(utf8, [&](std::string_view line) {
    const Line read = read_back(line, back);
    if (is_bytes(read)) bytes += read.bytes;
  });
  const Guess guess = guess_encoding(bytes, "windows-1252");
  const bool arabic = guess.name == "windows-1256" || guess.name == "ISO-8859-6";
  if (!arabic || !guess.sure()) return false;
  const ByteTable& table = byte_table(encoding_named(guess.name));
  std::string out;
  for_each_line(utf8, [&](std::string_view line) {
    const Line read = read_back(line, back);
    if (!is_bytes(read)) return void(out.append(line));
    for (const char c : read.bytes) append_utf8(table[static_cast<unsigned char>(c)], out);
  });
  utf8 = std::move(out);
  return true;
}

}  // namespace

std::string_view mend_mojibake(std::string& utf8, std::uint32_t& replaced) {
  if (sign_1252(utf8) && mend_from(utf8, "windows-1252", replaced)) return "windows-1252";
  if (sign_1256(utf8) && mend_from(utf8, "windows-1256", replaced)) return "windows-1256";
  if (sign_of_bytes(utf8) && mend_bytes(utf8)) return "windows-1252";
  return {};
}

}  // namespace isnad
