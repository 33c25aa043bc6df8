// SPDX-License-Identifier: Apache-2.0
#include "text/decode.h"

#include <unicode/ucnv.h>

#include <cstring>

#include "text/chars.h"

namespace isnad {
namespace {

constexpr std::uint32_t kReplacement = 0xFFFD;

unsigned byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

// What the bytes over 0x7F are, when the whole is not valid UTF-8.
struct HighBytes {
  std::size_t all = 0, in_sequences = 0;
  std::size_t letters_1256 = 0, letters_8859 = 0;
  std::size_t only_1256 = 0, only_8859 = 0;  // letters where the other has none
};

bool letter_1256(unsigned b) {
  return (b >= 0xC1 && b <= 0xDF && b != 0xD7) || b == 0xE1 || (b >= 0xE3 && b <= 0xE6) ||
         b == 0xEC || b == 0xED || b == 0x81 || b == 0x8D || b == 0x8E || b == 0x90;
}

bool letter_8859(unsigned b) { return (b >= 0xC1 && b <= 0xDA) || (b >= 0xE0 && b <= 0xEA); }

HighBytes count_high(std::string_view bytes) {
  HighBytes n;
  for (std::size_t at = 0; at < bytes.size();) {
    if (byte_at(bytes, at) < 0x80) {
      ++at;
      continue;
    }
    const std::uint32_t size = utf8_sequence(bytes, at);
    const std::size_t end = at + (size ? size : 1);
    if (size) n.in_sequences += size;
    for (; at < end; ++at) {
      const unsigned b = byte_at(bytes, at);
      ++n.all;
      n.letters_1256 += letter_1256(b);
      n.letters_8859 += letter_8859(b);
      n.only_1256 += b >= 0xEC || (b >= 0xDB && b <= 0xDF);
      n.only_8859 += b >= 0xE7 && b <= 0xEA;
    }
  }
  return n;
}

std::string convert(std::string_view bytes, const char* name, std::uint32_t& replaced) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* from = ucnv_open(name, &status);
  UConverter* to = ucnv_open("UTF-8", &status);
  std::string out(bytes.size() * 3 + 16, '\0');
  const char* source = bytes.data();
  char* target = out.data();
  if (U_SUCCESS(status))
    ucnv_convertEx(to, from, &target, out.data() + out.size(), &source,
                   bytes.data() + bytes.size(), nullptr, nullptr, nullptr, nullptr, true, true,
                   &status);
  out.resize(U_SUCCESS(status) ? static_cast<std::size_t>(target - out.data()) : 0);
  if (from) ucnv_close(from);
  if (to) ucnv_close(to);
  for (std::size_t at = 0; (at = out.find("\xEF\xBF\xBD", at)) != std::string::npos; at += 3)
    ++replaced;
  return out;
}

std::string from_utf16(std::string_view bytes, bool big, std::uint32_t& replaced) {
  std::string out;
  out.reserve(bytes.size() * 3 / 2);
  const auto unit = [&](std::size_t at) {
    const unsigned a = byte_at(bytes, at), b = byte_at(bytes, at + 1);
    return static_cast<std::uint32_t>(big ? a << 8 | b : b << 8 | a);
  };
  std::size_t at = 2;
  for (; at + 1 < bytes.size(); at += 2) {
    std::uint32_t code = unit(at);
    if (code >= 0xD800 && code < 0xE000) {
      const std::uint32_t low = at + 3 < bytes.size() ? unit(at + 2) : 0;
      if (code < 0xDC00 && low >= 0xDC00 && low < 0xE000) {
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        at += 2;
      } else {
        code = kReplacement;
        ++replaced;
      }
    }
    append_utf8(code, out);
  }
  if (at < bytes.size()) {
    append_utf8(kReplacement, out);
    ++replaced;
  }
  return out;
}

std::string mend(std::string_view bytes, std::uint32_t& replaced) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t good = first_invalid(bytes.substr(at));
    out.append(bytes.substr(at, good));
    at += good;
    if (at < bytes.size()) {
      append_utf8(kReplacement, out);
      ++replaced;
      ++at;
    }
  }
  return out;
}

}  // namespace

const char* encoding_name(Encoding encoding) {
  switch (encoding) {
    case Encoding::Utf8: return "UTF-8";
    case Encoding::Utf16Le: return "UTF-16LE";
    case Encoding::Utf16Be: return "UTF-16BE";
    case Encoding::Windows1256: return "windows-1256";
    case Encoding::Iso8859_6: return "ISO-8859-6";
  }
  return "";
}

std::uint32_t utf8_sequence(std::string_view bytes, std::size_t at) {
  const unsigned b = byte_at(bytes, at);
  if (b < 0x80) return 1;
  const std::uint32_t size = b < 0xC2 ? 0 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : b < 0xF5 ? 4 : 0;
  if (size == 0 || bytes.size() - at < size) return 0;
  const unsigned second = byte_at(bytes, at + 1);
  const unsigned low = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
  const unsigned high = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
  if (second < low || second > high) return 0;
  for (std::uint32_t i = 2; i < size; ++i)
    if (!is_continuation(bytes[at + i])) return 0;
  return size;
}

std::size_t first_invalid(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    if (bytes.size() - at >= 8) {
      std::uint64_t word;
      std::memcpy(&word, bytes.data() + at, 8);
      if ((word & 0x8080808080808080ull) == 0) {
        at += 8;
        continue;
      }
    }
    const std::uint32_t size = utf8_sequence(bytes, at);
    if (size == 0) return at;
    at += size;
  }
  return at;
}

Encoding find_encoding(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return Encoding::Utf16Le;
  if (bytes.starts_with("\xFE\xFF")) return Encoding::Utf16Be;
  if (bytes.starts_with("\xEF\xBB\xBF") || first_invalid(bytes) == bytes.size())
    return Encoding::Utf8;
  const HighBytes n = count_high(bytes);
  if (n.in_sequences * 2 > n.all || n.all < 4) return Encoding::Utf8;
  const bool older = n.only_8859 > n.only_1256;
  if ((older ? n.letters_8859 : n.letters_1256) * 10 < n.all * 8) return Encoding::Utf8;
  return older ? Encoding::Iso8859_6 : Encoding::Windows1256;
}

Decoded decode(std::string_view bytes) {
  Decoded out;
  out.encoding = find_encoding(bytes);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  switch (out.encoding) {
    case Encoding::Utf16Le:
    case Encoding::Utf16Be:
      out.utf8 = from_utf16(bytes, out.encoding == Encoding::Utf16Be, out.replaced);
      return out;
    case Encoding::Windows1256:
    case Encoding::Iso8859_6:
      out.utf8 = convert(bytes, encoding_name(out.encoding), out.replaced);
      if (!out.utf8.empty()) return out;
      out.encoding = Encoding::Utf8;
      break;
    case Encoding::Utf8: break;
  }
  out.utf8 = first_invalid(bytes) == bytes.size() ? std::string(bytes) : mend(bytes, out.replaced);
  return out;
}

}  // namespace isnad
