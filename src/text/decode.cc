// SPDX-License-Identifier: Apache-2.0
#include "text/decode.h"

#include <algorithm>
#include <cstring>

#include "text/chars.h"
#include "text/encodings.h"
#include "text/guess.h"
#include "text/mojibake.h"

namespace isnad {
namespace {

constexpr std::uint32_t kReplacement = 0xFFFD;
constexpr std::string_view kUtf8 = "UTF-8";

unsigned byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

// A block of ASCII and sequences of two bytes, which is nearly all that Arabic is written with, is
// valid where every continuation stands behind a lead and every lead before a continuation. The loop
// has no branch, so that it becomes vector code. Returns how many bytes are good: the block, but for
// a lead at its end; 0 where anything else stands in it.
constexpr std::size_t kBlock = 64;

std::size_t simple_bytes(const char* bytes) {
  std::uint8_t odd = 0;
  unsigned char b[kBlock + 1];
  b[0] = ' ';
  std::memcpy(b + 1, bytes, kBlock);
  for (std::size_t i = 1; i <= kBlock; ++i) {
    const std::uint8_t lead = static_cast<std::uint8_t>(b[i - 1] >= 0xC2) &
                              static_cast<std::uint8_t>(b[i - 1] < 0xE0);
    const std::uint8_t next = (b[i] & 0xC0) == 0x80;
    const std::uint8_t none = static_cast<std::uint8_t>(b[i] >= 0xE0) |
                              static_cast<std::uint8_t>((b[i] & 0xFE) == 0xC0);
    odd = static_cast<std::uint8_t>(odd | (lead ^ next) | none);
  }
  return odd ? 0 : b[kBlock] >= 0xC2 ? kBlock - 1 : kBlock;
}

// Bytes over 0x7F inside and outside valid sequences, but for a character cut off at either end.
struct HighBytes {
  std::size_t in_sequences = 0, outside = 0;
};

// A sequence begins at `at` that the end of the bytes cuts off.
bool cut_off(std::string_view bytes, std::size_t at) {
  const unsigned b = byte_at(bytes, at);
  const std::size_t wanted = b < 0xC2 ? 0 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : b < 0xF5 ? 4 : 0;
  if (bytes.size() - at >= wanted) return false;
  return std::all_of(bytes.begin() + static_cast<std::ptrdiff_t>(at) + 1, bytes.end(),
                     is_continuation);
}

HighBytes count_high(std::string_view bytes) {
  HighBytes n;
  std::size_t at = 0;
  while (at < bytes.size() && at < 3 && is_continuation(bytes[at])) ++at;
  while (at < bytes.size()) {
    const std::uint32_t size = utf8_sequence(bytes, at);
    if (size > 1) n.in_sequences += size;
    if (size == 0 && cut_off(bytes, at)) break;
    n.outside += size == 0;
    at += std::max(size, 1u);
  }
  return n;
}

std::string mend_utf8(std::string_view bytes, std::uint32_t& replaced) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  while (!bytes.empty()) {
    const std::size_t good = first_invalid(bytes);
    out.append(bytes.substr(0, good));
    bytes.remove_prefix(good);
    if (bytes.empty()) break;
    append_utf8(kReplacement, out);
    ++replaced;
    bytes.remove_prefix(1);
  }
  return out;
}

// A declared encoding of several bytes a character is believed where it leaves little unread.
bool reads_well(std::string_view bytes, const EncodingRow& row) {
  constexpr std::size_t kSample = 8192;
  std::uint32_t replaced = 0;
  const std::string_view sample = bytes.substr(0, kSample);
  const std::string text = decode_bytes(sample, row, replaced);
  return !text.empty() && replaced * 50 <= sample.size();
}

// The encoding of bytes that are not valid UTF-8.
std::string_view odd_encoding(std::string_view bytes, const EncodingRow* declared) {
  const std::string_view name = declared ? declared->name : kUtf8;
  if (name.starts_with("UTF-16") && bytes.size() % 2 == 0) return name;
  const HighBytes high = count_high(bytes);
  const bool said = name != kUtf8 && !name.starts_with("UTF-16");
  if (high.in_sequences >= high.outside && (high.in_sequences > 0 || !said)) return kUtf8;
  const Guess guess = guess_encoding(bytes, name);
  // An encoding that cannot be guessed is believed, where it leaves little unread.
  const bool doubted = can_guess(name) && guess.sure();
  if (said && guess.name != name && !doubted && reads_well(bytes, *declared)) return name;
  return guess.name.empty() ? kUtf8 : guess.name;
}

const EncodingRow* declared_row(std::string_view bytes, std::string_view declared) {
  if (const EncodingRow* row = find_label(declared)) return row;
  const EncodingRow* row = find_label(label_in_markup(bytes));
  // Markup that could be read as ASCII is not in UTF-16, whatever it says.
  return row && std::string_view(row->name).starts_with("UTF-16") ? nullptr : row;
}

// `valid`: the bytes are UTF-8 without a fault.
std::string_view encoding_of(std::string_view bytes, const EncodingRow* declared, bool& valid) {
  valid = false;
  if (bytes.starts_with("\xEF\xBB\xBF")) return kUtf8;
  if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
  if (const char end = guess_utf16(bytes)) return end == 'l' ? "UTF-16LE" : "UTF-16BE";
  const bool escapes = declared && std::string_view(declared->name) == "ISO-2022-JP";
  if (escapes && bytes.find('\x1B') != std::string_view::npos) return declared->name;
  valid = first_invalid(bytes) == bytes.size();
  return valid ? kUtf8 : odd_encoding(bytes, declared);
}

std::size_t mark_size(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return 3;
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ? 2 : 0;
}

bool plain_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return byte_at({&c, 1}, 0) < 0x80; });
}

void set_note(std::string_view bytes, const EncodingRow* declared, Decoded& out) {
  if (declared && out.encoding != declared->name && !plain_ascii(bytes)) {
    out.note = "declared as " + std::string(declared->name) + ", read as " +
               std::string(out.encoding);
  } else if (out.encoding != kUtf8) {
    out.note = "read as " + std::string(out.encoding);
  }
}

void decode_text(std::string_view bytes, bool valid, Decoded& out) {
  if (out.encoding == kUtf8) {
    if (valid) out.utf8.assign(bytes);
    else out.utf8 = mend_utf8(bytes, out.replaced);
  } else if (out.encoding.starts_with("UTF-16")) {
    out.utf8 = decode_utf16(bytes, out.encoding == "UTF-16BE", out.replaced);
  } else {
    out.utf8 = decode_bytes(bytes, encoding_named(out.encoding), out.replaced);
  }
}

}  // namespace

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
    if (bytes.size() - at > kBlock) {
      const std::size_t good = simple_bytes(bytes.data() + at);
      at += good;
      if (good > 0) continue;
    }
    const std::uint32_t size = utf8_sequence(bytes, at);
    if (size == 0) return at;
    at += size;
  }
  return at;
}

std::string_view find_encoding(std::string_view bytes, std::string_view declared) {
  bool valid = false;
  return encoding_of(bytes, declared_row(bytes, declared), valid);
}

Decoded decode(std::string_view bytes, std::string_view declared) {
  const EncodingRow* row = declared_row(bytes, declared);
  Decoded out;
  bool valid = false;
  out.encoding = encoding_of(bytes, row, valid);
  const std::string_view body = bytes.substr(mark_size(bytes));
  decode_text(body, valid, out);
  if (out.utf8.empty() && !body.empty() && out.encoding != kUtf8) {  // a converter that is not there
    out.encoding = kUtf8;
    decode_text(body, valid, out);
  }
  set_note(bytes, row, out);
  const std::string_view once = mend_mojibake(out.utf8, out.replaced);
  if (!once.empty()) {
    if (!out.note.empty()) out.note += "; ";
    out.note += "Arabic that had been read as " + std::string(once) + " mended";
  }
  return out;
}

}  // namespace isnad
