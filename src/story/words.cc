// SPDX-License-Identifier: Apache-2.0
#include "story/words.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace isnad {
namespace {

// Folded Arabic letters as UTF-8: the article behind waw, ba, fa, kaf, lam, and alone.
constexpr std::array<std::string_view, 6> kHeads = {
    "\xD9\x88\xD8\xA7\xD9\x84", "\xD8\xA8\xD8\xA7\xD9\x84", "\xD9\x81\xD8\xA7\xD9\x84",
    "\xD9\x83\xD8\xA7\xD9\x84", "\xD9\x84\xD9\x84",         "\xD8\xA7\xD9\x84"};

constexpr std::size_t kFurnitureWords = 4;      // shorter sentences come about by chance
constexpr std::uint32_t kFurnitureReports = 4;  // with other titles, of one outlet

bool is_body(PartKind kind) { return kind == PartKind::Title || kind == PartKind::Body; }

bool in_direct_quotation(const Report& report, Span span, std::size_t& from) {
  while (from < report.quotations.size() && report.quotations[from].span.end <= span.begin) ++from;
  for (std::size_t i = from; i < report.quotations.size(); ++i) {
    const Quotation& quotation = report.quotations[i];
    if (quotation.span.begin > span.begin) break;
    if (quotation.direct && quotation.span.contains(span)) return true;
  }
  return false;
}

void add_words(const Report& report, Span part, std::uint32_t index, bool title,
               std::size_t& quotation, std::vector<StoryWord>& out) {
  const auto tokens = report.text.tokens();
  for (std::uint32_t i = report.text.token_at(part.begin); i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.span.begin >= part.end) break;
    if (token.kind != TokenKind::Word && token.kind != TokenKind::Number) continue;
    const std::string_view key = report.text.key(token);
    const std::string_view stem = strip_article(key);
    StoryWord word;
    word.hash = hash_word(key);
    word.stem = hash_word(stem);
    word.span = token.span;
    word.sentence = token.sentence;
    word.part = index;
    word.letters = static_cast<std::uint16_t>(std::min<std::uint32_t>(count_letters(stem), 999));
    word.title = title;
    word.number = token.kind == TokenKind::Number;
    word.quoted = in_direct_quotation(report, token.span, quotation);
    out.push_back(word);
  }
}

}  // namespace

void mark_furniture(std::span<const Report> reports, std::span<std::vector<StoryWord>> words) {
  struct Printed { std::uint32_t times = 0; std::uint64_t title = 0; };
  std::unordered_map<std::uint64_t, Printed> printed;
  const auto for_each_sentence = [&](std::size_t report, auto&& act) {
    std::vector<StoryWord>& row = words[report];
    for (std::size_t i = 0; i < row.size();) {
      std::uint64_t hash = hash_word(reports[report].outlet);
      std::size_t j = i;
      for (; j < row.size() && row[j].sentence == row[i].sentence; ++j) {
        hash = (hash ^ row[j].hash) * 0x9E3779B97F4A7C15ull;
      }
      if (!row[i].title && j - i >= kFurnitureWords) act(hash, i, j);
      i = j;
    }
  };
  for (std::size_t r = 0; r < reports.size(); ++r) {
    if (reports[r].outlet.empty()) continue;
    const std::uint64_t title = hash_word(reports[r].text.slice(reports[r].title));
    for_each_sentence(r, [&](std::uint64_t hash, std::size_t, std::size_t) {
      Printed& seen = printed[hash];
      if (seen.times == 0 || seen.title != title) ++seen.times;
      seen.title = title;
    });
  }
  for (std::size_t r = 0; r < reports.size(); ++r) {
    if (reports[r].outlet.empty()) continue;
    for_each_sentence(r, [&](std::uint64_t hash, std::size_t begin, std::size_t end) {
      if (printed[hash].times < kFurnitureReports) return;
      for (std::size_t i = begin; i < end; ++i) words[r][i].furniture = true;
    });
  }
}

std::uint64_t hash_word(std::string_view bytes) {
  std::uint64_t h = 1469598103934665603ull;
  for (const char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  return h ^ (h >> 29);
}

std::uint32_t count_letters(std::string_view utf8) {
  std::uint32_t count = 0;
  for (const char c : utf8) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

std::string_view strip_article(std::string_view key) {
  for (const std::string_view head : kHeads) {
    if (key.starts_with(head) && count_letters(key.substr(head.size())) >= 3) {
      return key.substr(head.size());
    }
  }
  return key;
}

std::vector<StoryWord> make_story_words(const Report& report) {
  std::vector<StoryWord> words;
  std::size_t quotation = 0;
  if (report.parts.empty()) {
    const auto size = static_cast<std::uint32_t>(report.text.utf8().size());
    add_words(report, {0, size}, 0, false, quotation, words);
    return words;
  }
  for (std::uint32_t i = 0; i < report.parts.size(); ++i) {
    const Part& part = report.parts[i];
    if (is_body(part.kind)) {
      add_words(report, part.span, i, part.kind == PartKind::Title, quotation, words);
    }
  }
  return words;
}

std::vector<std::vector<StoryWord>> make_story_words(std::span<const Report> reports) {
  std::vector<std::vector<StoryWord>> words;
  words.reserve(reports.size());
  for (const Report& report : reports) words.push_back(make_story_words(report));
  mark_furniture(reports, words);
  return words;
}

}  // namespace isnad
