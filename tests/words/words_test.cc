// SPDX-License-Identifier: Apache-2.0
// Joined particles, article and endings on words in context: splits.txt, with the packs as built.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <span>
#include <string>
#include <vector>

#include "isnad/packs.h"
#include "isnad/text.h"
#include "match/best_reading.h"

namespace isnad {
namespace {

struct Marked {
  std::string text;
  std::vector<std::uint32_t> cuts;      // bytes of `text`
};

// The article is marked too; where it begins a word it is no cut of the lattice but a flag of the
// edge, so what is compared are the cuts before it. "l+l+": the second is the article's.
Marked read_marked(const std::string& line) {
  static const std::string kArticle = "\xD8\xA7\xD9\x84", kLam = "\xD9\x84";
  Marked out;
  std::string piece;
  const auto end_piece = [&](bool cut) {
    const bool article = piece == kArticle || (piece == kLam && out.text.ends_with(kLam));
    out.text += piece;
    if (cut && !article) out.cuts.push_back(static_cast<std::uint32_t>(out.text.size()));
    piece.clear();
  };
  for (const char c : line) {
    if (c == '+') {
      end_piece(true);
    } else if (c == ' ' || c == '.') {
      end_piece(false);
      out.text += c;
    } else {
      piece += c;
    }
  }
  end_piece(false);
  return out;
}

std::string shown(const Text& text, Span span, std::span<const std::uint32_t> cuts) {
  std::string out;
  for (std::uint32_t at = span.begin; at < span.end; ++at) {
    if (at > span.begin && std::find(cuts.begin(), cuts.end(), at) != cuts.end()) out += '+';
    out += text.utf8()[at];
  }
  return out;
}

TEST(Words, Splits) {
  const Result<Packs> packs = load_packs(ISNAD_PACKS_DIR);
  if (!packs.ok()) FAIL() << "no compiled packs: " << packs.error().message();
  std::ifstream file(std::string(ISNAD_SOURCE_DIR) + "/tests/words/splits.txt");
  std::size_t words = 0, right = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    const Marked marked = read_marked(line);
    const Text text = make_text(marked.text);
    const Lattice lattice(text, packs.value());
    for (std::uint32_t i = 0; i < text.tokens().size(); ++i) {
      const Token& token = text.tokens()[i];
      if (token.kind != TokenKind::Word) continue;
      std::vector<std::uint32_t> wanted;
      for (const std::uint32_t cut : marked.cuts)
        if (cut > token.span.begin && cut < token.span.end) wanted.push_back(cut);
      const BestReading got = best_reading(lattice, i);
      ++words;
      const bool same = std::ranges::equal(got.cuts(), wanted);
      right += same;
      if (!same)
        std::printf("%s, got %s (%s, %d)\n", shown(text, token.span, wanted).c_str(),
                    shown(text, token.span, got.cuts()).c_str(), got.why, got.cost);
    }
  }
  std::printf("%zu of %zu words\n", right, words);
  EXPECT_GE(words, 1000u);
  EXPECT_GE(static_cast<double>(right), 0.99 * static_cast<double>(words));
}

}  // namespace
}  // namespace isnad
