// SPDX-License-Identifier: Apache-2.0
#include "story/words.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <unordered_map>

namespace isnad {
namespace {

// Folded Arabic letters as UTF-8: the article behind waw, ba, fa, kaf, lam, and alone.
constexpr std::array<std::string_view, 6> kHeads = {
    "\xD9\x88\xD8\xA7\xD9\x84", "\xD8\xA8\xD8\xA7\xD9\x84", "\xD9\x81\xD8\xA7\xD9\x84",
    "\xD9\x83\xD8\xA7\xD9\x84", "\xD9\x84\xD9\x84",         "\xD8\xA7\xD9\x84"};

constexpr std::size_t kFurnitureWords = 4;      // shorter sentences come about by chance
constexpr std::uint32_t kFurnitureReports = 4;  // with other titles, of one outlet

constexpr std::uint8_t kFormulaDays = 7;

bool is_body(PartKind kind) { return kind == PartKind::Title || kind == PartKind::Body; }

// What is not the desk's own words: direct quotations, and names with their offices. Sorted.
std::vector<Span> given_spans(const Report& report) {
  std::vector<Span> spans;
  for (const Quotation& quotation : report.quotations) {
    if (quotation.direct) spans.push_back(quotation.span);
  }
  for (const NameMention& name : report.names) {
    spans.push_back(name.span);
    if (!name.title.empty()) spans.push_back(name.title);
  }
  std::sort(spans.begin(), spans.end());
  return spans;
}

// Whether one of `spans` holds `span`; `from` moves on with the text.
bool is_given(const std::vector<Span>& spans, Span span, std::size_t& from) {
  while (from < spans.size() && spans[from].end <= span.begin) ++from;
  for (std::size_t i = from; i < spans.size() && spans[i].begin <= span.begin; ++i) {
    if (spans[i].contains(span)) return true;
  }
  return false;
}

// Written with its vowels, as verses are and news is not: two marks or more (U+064B to U+0652).
bool is_vowelled(std::string_view utf8) {
  int marks = 0;
  for (std::size_t i = 0; i + 1 < utf8.size(); ++i) {
    const auto low = static_cast<unsigned char>(utf8[i + 1]);
    marks += utf8[i] == '\xD9' && low >= 0x8B && low <= 0x92;
  }
  return marks >= 2;
}

void add_words(const Report& report, Span part, std::uint32_t index, bool title,
               const std::vector<Span>& given, std::size_t& from, std::vector<StoryWord>& out) {
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
    word.quoted = is_given(given, token.span, from) || is_vowelled(report.text.slice(token.span));
    out.push_back(word);
  }
}

// On how many days each run of four stems was printed, by its hash; two hashes that fall together count
// as one, which 4 million places make rare.
class DaysOfRuns {
 public:
  static constexpr std::size_t kRun = 4;
  static std::uint32_t place(std::span<const StoryWord> words, std::size_t i) {
    std::uint64_t h = 0;
    for (std::size_t k = 0; k < kRun; ++k) h = (h ^ words[i + k].stem) * 0x9E3779B97F4A7C15ull;
    return static_cast<std::uint32_t>(h >> 42);
  }
  void count(std::uint32_t at, std::int32_t day) {
    Seen& seen = seen_[at];
    const auto low = static_cast<std::uint8_t>(day);
    if (seen.days != 0 && seen.last == low) return;
    seen.last = low;
    if (seen.days < 255) ++seen.days;
  }
  std::uint8_t days(std::uint32_t at) const { return seen_[at].days; }

 private:
  struct Seen { std::uint8_t days = 0, last = 0; };
  std::vector<Seen> seen_ = std::vector<Seen>(std::size_t{1} << 22);
};

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

void mark_formulas(std::span<const Report> reports, std::span<std::vector<StoryWord>> words) {
  std::vector<std::int32_t> order(reports.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::int32_t a, std::int32_t b) {
    return reports[a].published.days.first < reports[b].published.days.first;
  });
  DaysOfRuns runs;
  for (const std::int32_t r : order) {
    const Days& days = reports[r].published.days;
    if (!days.one_day()) continue;
    for (std::size_t i = 0; i + DaysOfRuns::kRun <= words[r].size(); ++i) {
      runs.count(DaysOfRuns::place(words[r], i), days.first);
    }
  }
  for (std::vector<StoryWord>& row : words) {
    std::vector<bool> formula(row.size());
    for (std::size_t i = 0; i + DaysOfRuns::kRun <= row.size(); ++i) {
      if (runs.days(DaysOfRuns::place(row, i)) < kFormulaDays) continue;
      for (std::size_t k = 0; k < DaysOfRuns::kRun; ++k) formula[i + k] = true;
    }
    for (std::size_t i = 0; i < row.size(); ++i) row[i].quoted = row[i].quoted || formula[i];
  }
}

std::vector<StoryWord> make_story_words(const Report& report) {
  std::vector<StoryWord> words;
  const std::vector<Span> given = given_spans(report);
  std::size_t from = 0;
  if (report.parts.empty()) {
    const auto size = static_cast<std::uint32_t>(report.text.utf8().size());
    add_words(report, {0, size}, 0, false, given, from, words);
    return words;
  }
  for (std::uint32_t i = 0; i < report.parts.size(); ++i) {
    const Part& part = report.parts[i];
    if (is_body(part.kind)) {
      add_words(report, part.span, i, part.kind == PartKind::Title, given, from, words);
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
