// SPDX-License-Identifier: Apache-2.0
// text/tables.h -- what a Text owns.

#pragma once

#include <string>
#include <vector>

#include "isnad/text.h"

namespace isnad {

// From folded byte `folded` on, until the next piece, folded and source run in step.
struct FoldPiece {
  std::uint32_t folded = 0;
  std::uint32_t source = 0;
};

inline constexpr std::uint32_t kCheckpointBytes = 64;

struct Text::Tables {
  std::string utf8;
  std::string folded;
  std::vector<FoldPiece> pieces;           // rising in both
  std::vector<std::uint32_t> piece_blocks; // pieces that begin at or before folded byte 64 * i
  std::vector<Token> tokens;
  std::vector<std::uint32_t> token_blocks; // first token that ends behind byte 64 * i
  std::vector<Span> sentences;
  std::vector<std::uint32_t> checkpoints;  // code points before byte 64 * i
  std::uint32_t replaced = 0;
  std::string_view encoding = "UTF-8";
  std::string note;
};

}  // namespace isnad
