// SPDX-License-Identifier: Apache-2.0
#include "story/features.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>

#include "story/facts.h"
#include "story/words.h"

namespace isnad {
namespace {

constexpr std::size_t kFewReports = 12;   // up to here reports are taken to be gathered on purpose
constexpr double kFewReportsRarity = 0.3; // there a word in most sentences may be the event itself
constexpr float kTitle = 1.0f, kLead = 0.8f, kOften = 0.8f, kTwice = 0.6f, kOnce = 0.3f;

struct Seen {
  std::uint32_t times = 0;
  float place = 0;   // kTitle, kLead or 0
};
using Counts = std::unordered_map<std::uint64_t, Seen>;

struct Rarity {
  std::unordered_map<std::uint64_t, std::uint32_t> sentences, reports;
  std::size_t all_sentences = 0, all_reports = 0;

  double weight(std::uint64_t stem) const {
    const double s = sentences.at(stem), r = reports.at(stem);
    const double all = std::log(static_cast<double>(all_sentences));
    const double rare = all - std::log(s) - std::min(1.0, all / 5);   // common words fall below 0
    if (all_reports <= kFewReports) return std::max(rare, kFewReportsRarity);
    if (rare <= 0) return 0;
    return rare * std::log(static_cast<double>(all_reports) / r) /
           std::log(static_cast<double>(all_reports));
  }
};

bool is_topical(const StoryWord& word) { return word.letters >= 4 && !word.number; }

Counts count_words(const std::vector<StoryWord>& words, Rarity& rarity) {
  Counts counts;
  std::unordered_map<std::uint64_t, std::uint32_t> last_sentence;
  std::uint32_t lead = 0xffffffffu, sentence = 0xffffffffu;
  for (const StoryWord& word : words) {
    if (word.sentence != sentence) ++rarity.all_sentences;
    sentence = word.sentence;
    if (!word.title && lead == 0xffffffffu) lead = word.sentence;
    if (!is_topical(word)) continue;
    Seen& seen = counts[word.stem];
    seen.times += word.title ? 2 : 1;
    seen.place = std::max(seen.place, word.title               ? kTitle
                                      : word.sentence == lead ? kLead
                                                              : 0.0f);
    const auto [it, fresh] = last_sentence.try_emplace(word.stem, word.sentence);
    if (fresh || it->second != word.sentence) ++rarity.sentences[word.stem];
    it->second = word.sentence;
  }
  for (const auto& entry : counts) ++rarity.reports[entry.first];
  return counts;
}

float strength(const Seen& seen) {
  return std::max(seen.place, seen.times >= 3 ? kOften : seen.times == 2 ? kTwice : kOnce);
}

Weights weigh(const Counts& counts, const Rarity& rarity) {
  Weights weights;
  for (const auto& [stem, seen] : counts) {
    const double rare = rarity.weight(stem);
    if (rare > 0) weights.emplace_back(stem, static_cast<float>(strength(seen) * rare));
  }
  std::sort(weights.begin(), weights.end());
  return weights;
}

std::uint32_t lead_end(const Report& report) {
  for (const Part& part : report.parts) {
    if (part.kind == PartKind::Body) {
      return std::min(part.span.end, part.span.begin + 400);
    }
  }
  return 400;
}

bool is_agency(const Report& report, const Entity& entity) {
  return std::any_of(entity.mentions.begin(), entity.mentions.end(),
                     [&](std::int32_t m) { return report.names[m].agency; });
}

// Countries are in half the news of a day: they weigh less than a town or a person.
void add_names(const Report& report, Features& features) {
  const std::uint32_t end = lead_end(report);
  for (const Entity& entity : report.entities) {
    if (is_agency(report, entity)) continue;
    Seen seen;
    bool country = false;
    for (const std::int32_t m : entity.mentions) {
      const NameMention& name = report.names[m];
      ++seen.times;
      country = country || name.grain == 4;
      if (name.span.begin < end) seen.place = std::max(seen.place, kLead);
      if (!report.title.empty() && report.title.contains(name.span)) seen.place = kTitle;
    }
    if (entity.type == EntityType::Place && !entity.country.empty()) {
      features.countries.push_back(hash_word(entity.country));
    }
    const float kind = country ? 0.5f : entity.type == EntityType::Organisation || entity.type == EntityType::Group ? 0.7f : 1.0f;
    features.names.emplace_back(name_key(entity), kind * strength(seen));
  }
  std::sort(features.names.begin(), features.names.end(), [](const auto& x, const auto& y) {
    return x.first != y.first ? x.first < y.first : x.second > y.second;
  });
  const auto same = [](const auto& x, const auto& y) { return x.first == y.first; };
  features.names.erase(std::unique(features.names.begin(), features.names.end(), same),
                       features.names.end());
}

template <class T>
void sort_unique(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

void add_claims(const Report& report, Features& features) {
  for (const Figure& figure : report.figures) {
    if (figure.low < 5 || figure.bound == Bound::Vague) continue;
    features.figures.push_back(static_cast<std::uint64_t>(figure.role) << 48 ^
                               static_cast<std::uint64_t>(figure.low));
  }
  for (const TimeMention& time : report.times) {
    if (time.days.one_day()) features.days.push_back(time.days.first);
  }
  if (report.published.days.one_day()) features.published = report.published.days.first;
  sort_unique(features.figures);
  sort_unique(features.days);
  sort_unique(features.countries);
}

// Names known to all reports of a large set weigh nothing, like words.
void weigh_names(std::vector<Features>& all) {
  if (all.size() <= kFewReports) return;
  std::unordered_map<std::uint64_t, std::uint32_t> reports;
  for (const Features& f : all) {
    for (const auto& entry : f.names) ++reports[entry.first];
  }
  const double n = static_cast<double>(all.size());
  for (Features& f : all) {
    for (auto& [key, weight] : f.names) {
      weight = static_cast<float>(weight * std::log(n / reports[key]) / std::log(n));
    }
  }
}

double shared_weight(const Weights& a, const Weights& b) {
  double sum = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i].first == b[j].first) {
      sum += std::min(a[i++].second, b[j++].second);
    } else if (a[i].first < b[j].first) {
      ++i;
    } else {
      ++j;
    }
  }
  return sum;
}

template <class T>
std::size_t shared_count(const std::vector<T>& a, const std::vector<T>& b) {
  std::vector<T> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both.size();
}

}  // namespace

std::vector<Features> make_features(std::span<const Report> reports) {
  Rarity rarity;
  rarity.all_reports = reports.size();
  std::vector<Counts> counts;
  for (const Report& report : reports) {
    counts.push_back(count_words(make_story_words(report), rarity));
  }
  std::vector<Features> all(reports.size());
  for (std::size_t i = 0; i < reports.size(); ++i) {
    all[i].words = weigh(counts[i], rarity);
    all[i].arabic = reports[i].language == "ar";
    all[i].in_stream = reports.size() > kFewReports;
    add_names(reports[i], all[i]);
    add_claims(reports[i], all[i]);
  }
  weigh_names(all);
  return all;
}

double compare_features(const Features& a, const Features& b) {
  const double size = static_cast<double>(std::min(a.words.size(), b.words.size()));
  const double words = shared_weight(a.words, b.words) / std::sqrt(size + 20);
  const double names = std::min(shared_weight(a.names, b.names), 3.0);
  const auto figures = static_cast<double>(std::min<std::size_t>(
      shared_count(a.figures, b.figures), 2));
  // Two languages have no words in common; in a stream half of the reports share some names.
  const double weight = a.arabic != b.arabic ? 0.6 : a.in_stream ? 0.05 : 0.2;
  return words + weight * names + (a.in_stream ? 0.1 : 0.25) * figures;
}

bool places_and_days_clash(const Features& a, const Features& b) {
  if (a.countries.empty() || b.countries.empty() || shared_count(a.countries, b.countries) > 0) {
    return false;
  }
  const bool far = a.published != kNoDay && b.published != kNoDay &&
                   std::abs(a.published - b.published) > 1;
  const bool other_days = !a.days.empty() && !b.days.empty() && shared_count(a.days, b.days) == 0;
  return far || other_days;
}

}  // namespace isnad
