// SPDX-License-Identifier: Apache-2.0
// What machine translation leaves behind, as notes: blanks before marks, sentences of an Arabic
// report that were left in Latin letters, words that do not agree in gender. Hurried writers do all
// of it too, so this is never a verdict.
#include "match/pack.h"
#include "page/parts.h"

namespace isnad {
namespace {

constexpr std::uint32_t kLeastStray = 4;      // marks behind a blank
constexpr std::uint32_t kLeastForeign = 5;    // words in a row
constexpr std::uint32_t kLeastSentences = 2;  // of them
constexpr std::uint32_t kLeastDisagreeing = 3;
constexpr std::uint32_t kLeastArabic = 30;    // words: the report is written in it

bool is_mark(TokenKind kind) {
  return kind == TokenKind::Comma || kind == TokenKind::Stop || kind == TokenKind::Semicolon;
}

struct Traces {
  std::uint32_t marks = 0, stray = 0, foreign = 0, disagreeing = 0;
};

// "this (masculine) the city", "the city who (masculine)".
class Agreement {
 public:
  explicit Agreement(const Lattice& lattice)
      : lattice_(lattice), shape_(find_sense(lattice.packs(), "pageshape", class_id("PAGE_SHAPE"))) {}

  bool broken_at(std::uint32_t i, std::uint32_t last) const {
    if (shape_ == nullptr || i + 1 >= last) return false;
    if (lattice_.find(i, class_id("MASC_BEFORE")) && is_feminine(i + 1)) return true;
    return lattice_.find(i + 1, class_id("MASC_BEHIND")) != nullptr && is_feminine(i);
  }

 private:
  bool is_feminine(std::uint32_t i) const {
    const Token& token = lattice_.text().tokens()[i];
    const std::string_view word = lattice_.text().slice(token.span);
    return token.kind == TokenKind::Word && word.starts_with(shape_->attribute("article")) &&
           word.ends_with(shape_->attribute("feminine")) && !lattice_.find(i, class_id("MASC_SURE"));
  }

  const Lattice& lattice_;
  const Sense* shape_;
};

void count(const PageLines& page, const Line& line, const Agreement& agreement, Traces& traces) {
  const auto tokens = page.lattice.text().tokens();
  std::uint32_t run = 0;
  bool quoted = false;
  for (std::uint32_t i = line.first; i < line.last; ++i) {
    const Token& token = tokens[i];
    if (is_mark(token.kind) && i > line.first) {
      ++traces.marks;
      traces.stray += tokens[i - 1].kind == TokenKind::Word &&
                      tokens[i - 1].span.end < token.span.begin;
    }
    quoted = token.kind == TokenKind::QuoteOpen || (quoted && token.kind != TokenKind::QuoteClose);
    if (token.kind != TokenKind::Word) continue;
    traces.disagreeing += agreement.broken_at(i, line.last);
    run = page.arabic && !quoted && token.script == Script::Latin ? run + 1 : 0;
    traces.foreign += run == kLeastForeign;
  }
}

}  // namespace

void note_traces(const PageLines& page, Report& report) {
  Traces traces;
  std::uint32_t arabic = 0;
  const Agreement agreement(page.lattice);
  for (const Line& line : page.lines)
    if (line.kind == PartKind::Body) count(page, line, agreement, traces), arabic += line.arabic;
  if (traces.stray >= kLeastStray && traces.stray * 2 >= traces.marks)
    report.notes.push_back("a trace of machine translation or of haste: " +
                           std::to_string(traces.stray) + " of " + std::to_string(traces.marks) +
                           " marks stand behind a blank");
  if (traces.foreign >= kLeastSentences && arabic >= kLeastArabic)
    report.notes.push_back("a trace of machine translation or of haste: " +
                           std::to_string(traces.foreign) +
                           " stretches of five words or more were left in Latin letters");
  if (traces.disagreeing >= kLeastDisagreeing)
    report.notes.push_back("a trace of machine translation or of haste: " +
                           std::to_string(traces.disagreeing) + " words do not agree in gender");
}

}  // namespace isnad
