// SPDX-License-Identifier: Apache-2.0
#include "story/facts.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace isnad {

std::string_view story_table(std::string_view name);

namespace {

constexpr std::uint32_t kLeadWords = 45;   // of the body
constexpr double kSmallNumber = 10;
constexpr std::uint16_t kMinLetters = 3, kMinDigits = 2;

struct Seen {
  std::uint32_t times = 0;
  bool title = false, lead = false, name = false, number = false;
};
using Terms = std::unordered_map<std::uint64_t, Seen>;

std::uint8_t place_of(const Seen& seen) {
  if (seen.title) return kTermTitle;
  if (seen.lead) return kTermLead;
  return seen.times >= 3 ? kTermOften : seen.times == 2 ? kTermTwice : kTermOnce;
}

// Byte at which the lead ends.
std::uint32_t lead_end(std::span<const StoryWord> words) {
  std::uint32_t body = 0, end = 0;
  for (const StoryWord& word : words) {
    if (!word.title && ++body <= kLeadWords) end = word.span.end;
  }
  return end;
}

void add_words(std::span<const StoryWord> words, std::uint32_t end, Terms& terms) {
  for (const StoryWord& word : words) {
    if (word.furniture || word.letters < (word.number ? kMinDigits : kMinLetters)) continue;
    Seen& seen = terms[word.stem];
    ++seen.times;
    seen.number = word.number;
    seen.title = seen.title || word.title;
    seen.lead = seen.lead || (!word.title && word.span.end <= end);
  }
}

void add_names(const Report& report, std::uint32_t end, Terms& terms, StoryFacts& facts) {
  for (const Entity& entity : report.entities) {
    Seen seen;
    std::uint8_t grain = 0;
    bool agency = false;
    for (const std::int32_t m : entity.mentions) {
      const NameMention& name = report.names[m];
      ++seen.times;
      seen.title = seen.title || report.title.contains(name.span);
      seen.lead = seen.lead || name.span.begin < end;
      grain = std::max(grain, name.grain);
      agency = agency || name.agency;
    }
    if (agency) continue;
    seen.name = true;
    const std::uint64_t key = name_key(entity);
    terms.try_emplace(key, seen);
    if (entity.type == EntityType::Place && grain >= 1 && grain <= 3 && (seen.title || seen.lead)) {
      facts.places.push_back(key);
    }
  }
}

bool counts_casualties(Role role) {
  return role == Role::Killed || role == Role::Injured || role == Role::Casualties;
}

void add_incident(const Report& report, std::uint32_t end, StoryFacts& facts) {
  for (const Figure& figure : report.figures) {
    if (figure.event != "main" || figure.span.begin >= end) continue;
    if (figure.role == Role::Killed && figure.low > 1) facts.victims.push_back(figure.low);
    if (facts.event_day == kNoDay && counts_casualties(figure.role) && figure.date.one_day()) {
      facts.event_day = figure.date.first;
    }
  }
}

// A role and a value; a number of the text that is no day, no ordinal and above ten.
void add_numbers(const Report& report, StoryFacts& facts) {
  for (const Figure& figure : report.figures) {
    if (figure.bound == Bound::Vague || figure.low < 2) continue;
    facts.counts.push_back(static_cast<std::uint64_t>(figure.role) << 48 ^
                           static_cast<std::uint64_t>(figure.low));
  }
  for (const NumberMention& number : report.numbers) {
    if (number.kind == NumberKind::Ordinal || number.value <= kSmallNumber) continue;
    facts.numbers.push_back(static_cast<std::uint64_t>(number.value * 100));
  }
}

template <class T>
void sort_unique(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

std::unordered_set<std::uint64_t> read_common_words() {
  std::unordered_set<std::uint64_t> stems;
  std::string_view table = story_table("common");
  std::string key;
  while (!table.empty()) {
    std::string_view line = table.substr(0, table.find('\n'));
    table.remove_prefix(std::min(table.size(), line.size() + 1));
    if (line.starts_with("#")) continue;
    while (!line.empty()) {
      const std::string_view word = line.substr(0, line.find(' '));
      line.remove_prefix(std::min(line.size(), word.size() + 1));
      if (word.empty()) continue;
      fold_key(word, key);
      stems.insert(hash_word(strip_article(key)));
    }
  }
  return stems;
}

}  // namespace

std::uint64_t name_key(const Entity& entity) {
  std::string key = entity.id;
  if (key.empty()) {
    fold_key(entity.name_latin.empty() ? std::string_view(entity.name)
                                       : std::string_view(entity.name_latin),
             key);
  }
  return hash_word(key) ^ (static_cast<std::uint64_t>(entity.type) + 1) * 0x9E3779B97F4A7C15ull;
}

bool is_common_word(std::uint64_t stem) {
  static const std::unordered_set<std::uint64_t> stems = read_common_words();
  return stems.contains(stem);
}

StoryFacts make_story_facts(const Report& report, std::span<const StoryWord> words) {
  StoryFacts facts;
  const std::uint32_t end = lead_end(words);
  Terms terms;
  terms.reserve(words.size());
  add_words(words, end, terms);
  add_names(report, end, terms, facts);
  for (const auto& [hash, seen] : terms) {
    facts.terms.push_back(
        {hash, place_of(seen), seen.name, !seen.name && is_common_word(hash), seen.number});
  }
  std::sort(facts.terms.begin(), facts.terms.end(),
            [](const StoryTerm& a, const StoryTerm& b) { return a.hash < b.hash; });
  if (report.published.days.one_day()) facts.day = report.published.days.first;
  if (!report.outlet.empty()) facts.outlet = hash_word(report.outlet);
  if (!report.language.empty()) facts.language = hash_word(report.language);
  add_incident(report, end, facts);
  add_numbers(report, facts);
  sort_unique(facts.counts);
  sort_unique(facts.numbers);
  sort_unique(facts.places);
  sort_unique(facts.victims);
  return facts;
}

}  // namespace isnad
