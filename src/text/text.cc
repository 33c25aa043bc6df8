// SPDX-License-Identifier: Apache-2.0
#include "isnad/text.h"

#include <algorithm>
#include <cstring>

#include "text/decode.h"
#include "text/scan.h"
#include "text/tables.h"

namespace isnad {
namespace {

std::uint32_t count_points(std::string_view utf8) {
  return static_cast<std::uint32_t>(
      std::count_if(utf8.begin(), utf8.end(), [](char c) { return !is_continuation(c); }));
}

}  // namespace

Text::Text() : tables_(std::make_unique<const Tables>()) {}
Text::Text(Text&&) noexcept = default;
Text& Text::operator=(Text&&) noexcept = default;
Text::~Text() = default;

std::string_view Text::utf8() const { return tables_->utf8; }
std::uint32_t Text::replaced() const { return tables_->replaced; }
std::string_view Text::encoding() const { return tables_->encoding; }
std::string_view Text::note() const { return tables_->note; }
std::span<const Token> Text::tokens() const { return tables_->tokens; }
std::string_view Text::folded() const { return tables_->folded; }
std::span<const Span> Text::sentences() const { return tables_->sentences; }

std::string_view Text::key(const Token& token) const {
  return folded().substr(token.key_begin, token.key_size);
}

std::uint32_t Text::source_offset(std::uint32_t folded_offset) const {
  const auto& pieces = tables_->pieces;
  const auto& blocks = tables_->piece_blocks;
  const std::size_t block = folded_offset / kCheckpointBytes;
  std::size_t after = block < blocks.size() ? blocks[block] : pieces.size();
  while (after < pieces.size() && pieces[after].folded <= folded_offset) ++after;
  std::uint32_t source = folded_offset;
  if (after > 0) source = pieces[after - 1].source + (folded_offset - pieces[after - 1].folded);
  source = std::min(source, static_cast<std::uint32_t>(utf8().size()));
  while (source > 0 && source < utf8().size() && is_continuation(utf8()[source])) --source;
  return source;
}

std::uint32_t Text::token_at(std::uint32_t byte) const {
  const auto& tokens = tables_->tokens;
  const auto& blocks = tables_->token_blocks;
  const std::size_t block = byte / kCheckpointBytes;
  std::size_t at = block < blocks.size() ? blocks[block] : tokens.size();
  while (at < tokens.size() && tokens[at].span.end <= byte) ++at;
  return static_cast<std::uint32_t>(at);
}

std::uint32_t Text::code_point(std::uint32_t byte) const {
  const auto size = static_cast<std::uint32_t>(utf8().size());
  byte = std::min(byte, size);
  const std::uint32_t block = byte / kCheckpointBytes;
  if (block >= tables_->checkpoints.size()) return 0;
  const std::uint32_t begin = block * kCheckpointBytes;
  return tables_->checkpoints[block] + count_points(utf8().substr(begin, byte - begin));
}

std::uint32_t Text::byte_offset(std::uint32_t code_point) const {
  const auto& points = tables_->checkpoints;
  const auto after = std::upper_bound(points.begin(), points.end(), code_point);
  if (after == points.begin()) return 0;
  const auto block = static_cast<std::uint32_t>(std::prev(after) - points.begin());
  const auto size = static_cast<std::uint32_t>(utf8().size());
  std::uint32_t at = block * kCheckpointBytes, left = code_point - points[block];
  while (at < size && is_continuation(utf8()[at])) ++at;
  for (; left > 0 && at < size; --left) {
    ++at;
    while (at < size && is_continuation(utf8()[at])) ++at;
  }
  return at;
}

namespace {

void set_checkpoints(Text::Tables& tables) {
  const std::string_view utf8 = tables.utf8;
  tables.checkpoints.reserve(utf8.size() / kCheckpointBytes + 1);
  std::uint32_t count = 0;
  for (std::size_t at = 0; at <= utf8.size(); at += kCheckpointBytes) {
    tables.checkpoints.push_back(count);
    count += count_points(utf8.substr(at, kCheckpointBytes));
  }
}

void set_token_blocks(Text::Tables& tables) {
  const std::size_t blocks = tables.utf8.size() / kCheckpointBytes + 1;
  tables.token_blocks.reserve(blocks);
  std::uint32_t token = 0;
  for (std::size_t i = 0; i < blocks; ++i) {
    while (token < tables.tokens.size() && tables.tokens[token].span.end <= i * kCheckpointBytes) ++token;
    tables.token_blocks.push_back(token);
  }
}

void set_piece_blocks(Text::Tables& tables) {
  const std::size_t blocks = tables.folded.size() / kCheckpointBytes + 1;
  tables.piece_blocks.reserve(blocks);
  std::uint32_t piece = 0;
  for (std::size_t i = 0; i < blocks; ++i) {
    while (piece < tables.pieces.size() && tables.pieces[piece].folded <= i * kCheckpointBytes) ++piece;
    tables.piece_blocks.push_back(piece);
  }
}

}  // namespace

Text make_text(std::string_view bytes, std::string_view declared) {
  auto tables = std::make_unique<Text::Tables>();
  Decoded decoded = decode(bytes, declared);
  tables->utf8 = std::move(decoded.utf8);
  tables->replaced = decoded.replaced;
  tables->encoding = decoded.encoding;
  tables->note = std::move(decoded.note);
  Scanner(*tables).run();
  split_sentences(*tables);
  set_checkpoints(*tables);
  set_piece_blocks(*tables);
  set_token_blocks(*tables);
  Text text;
  text.tables_ = std::move(tables);
  return text;
}

}  // namespace isnad
