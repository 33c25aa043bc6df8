// SPDX-License-Identifier: Apache-2.0
#include "record/dating_links.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "record/dating_words.h"
#include "story/words.h"

namespace isnad {
namespace {

constexpr std::size_t kRun = 3;             // words in a row that tie two days together
constexpr std::size_t kReach = 6;           // words between the day word and the run, at most
constexpr std::uint32_t kMaxSentences = 3;  // of one report a telling word stands in
constexpr std::size_t kMaxReports = 12;     // that share a run: more is a set phrase

// A run of words near a day word.
struct RunPlace {
  std::int32_t word = kNone;    // index into the day words
  Span span;
  std::size_t distance = 0;
};

struct Context {
  const Report* report = nullptr;
  std::vector<StoryWord> words;
  std::vector<bool> telling;    // a word of its own, not a name, not in every report
  std::vector<bool> in_time;
};

bool inside_any(Span span, const auto& mentions) {
  return std::any_of(mentions.begin(), mentions.end(),
                     [&](const auto& m) { return m.span.overlaps(span); });
}

Context make_context(const Report& report) {
  Context context{&report, make_story_words(report), {}, {}};
  std::map<std::uint64_t, std::set<std::uint32_t>> sentences;
  for (const StoryWord& word : context.words) sentences[word.stem].insert(word.sentence);
  for (const StoryWord& word : context.words) {
    const bool time = inside_any(word.span, report.times);
    context.in_time.push_back(time);
    context.telling.push_back(!time && word.letters >= 4 && !word.number &&
                              sentences[word.stem].size() <= kMaxSentences &&
                              !generic_words().contains(word.stem) &&
                              !inside_any(word.span, report.names));
  }
  return context;
}

// Index of the first story word at or after the day word.
std::size_t place_of(const Context& context, Span span) {
  const auto at = std::lower_bound(
      context.words.begin(), context.words.end(), span.begin,
      [](const StoryWord& word, std::uint32_t byte) { return word.span.begin < byte; });
  return static_cast<std::size_t>(at - context.words.begin());
}

std::size_t gap(std::size_t a, std::size_t b) { return a > b ? a - b : b - a; }

// The day word of the same sentence nearest to story word `i`; kNone where none is near.
RunPlace nearest_day(const Context& context, const std::vector<DayWord>& words,
                     std::span<const std::int32_t> own, std::size_t i) {
  RunPlace best;
  for (const std::int32_t w : own) {
    const DayWord& day = words[static_cast<std::size_t>(w)];
    if (day.sentence != context.words[i].sentence) continue;
    const std::size_t distance = gap(place_of(context, day.span), i);
    if (distance > kReach || (best.word != kNone && distance >= best.distance)) continue;
    best.word = w;
    best.distance = distance;
  }
  return best;
}

using Runs = std::map<std::uint64_t, std::vector<RunPlace>>;
using Topics = std::map<std::string, std::vector<RunPlace>>;

void add_runs(const Context& context, const std::vector<DayWord>& words,
              std::span<const std::int32_t> own, Runs& runs) {
  for (std::size_t i = 0; i + kRun <= context.words.size(); ++i) {
    std::uint64_t key = 0;
    int telling = 0;
    bool whole = true;
    for (std::size_t k = i; k < i + kRun; ++k) {
      key = (key + context.words[k].stem) * 0x9E3779B97F4A7C15ull;
      key ^= key >> 30;
      telling += context.telling[k];
      whole = whole && !context.in_time[k] && !context.words[k].quoted &&
              context.words[k].sentence == context.words[i].sentence;
    }
    if (!whole || telling < 2) continue;
    RunPlace place = nearest_day(context, words, own, i);
    if (place.word == kNone) continue;
    place.span = {context.words[i].span.begin, context.words[i + kRun - 1].span.end};
    runs[key].push_back(place);
  }
}

using Links = std::map<std::pair<std::int32_t, std::int32_t>, DayLink>;

void add_link(const std::vector<DayWord>& words, const RunPlace& x, const RunPlace& y,
              Links& links) {
  const auto& a = words[static_cast<std::size_t>(x.word)];
  const auto& b = words[static_cast<std::size_t>(y.word)];
  if (a.position == b.position) return;
  DayLink& link = links[{x.word, y.word}];
  if (link.weight == 0) {
    link = {x.word, y.word, x.span, y.span, 1};
    return;
  }
  ++link.weight;   // a part of a longer run, or a second one
  if (!link.a_words.overlaps(x.span) || !link.b_words.overlaps(y.span)) return;
  link.a_words = {std::min(link.a_words.begin, x.span.begin),
                  std::max(link.a_words.end, x.span.end)};
  link.b_words = {std::min(link.b_words.begin, y.span.begin),
                  std::max(link.b_words.end, y.span.end)};
}

// Words alone tie two days together only where one of the two says more than "today": a weekday or
// a date can contradict, and a link that cannot be contradicted proves nothing.
bool can_be_contradicted(const DayWord& a, const DayWord& b) {
  return a.weekday != kUnset || b.weekday != kUnset || a.dated || b.dated;
}

// A run told of two days of one report ties nothing.
bool told_once(const std::vector<RunPlace>& places, const std::vector<DayWord>& words) {
  std::map<std::int32_t, std::int32_t> seen;
  for (const RunPlace& place : places) {
    const std::int32_t position = words[static_cast<std::size_t>(place.word)].position;
    if (seen.contains(position)) return false;
    seen[position] = place.word;
  }
  return seen.size() >= 2 && seen.size() <= kMaxReports;
}

// What happens again and again in one story: two days of it are no contradiction.
bool recurs(std::string_view topic) {
  constexpr std::array<std::string_view, 6> kRecurring{"deploy.", "withdraw.", "storm.",
                                                      "claim.",  "accuse.",   "deny."};
  return std::any_of(kRecurring.begin(), kRecurring.end(),
                     [&](std::string_view one) { return topic.starts_with(one); });
}

// Events of one topic, each told of one day in its report.
void add_topics(const Report& report, std::span<const std::int32_t> own,
                const std::vector<DayWord>& words,
                Topics& topics) {
  Topics mine;
  for (const Event& event : report.events) {
    if (event.topic.empty() || event.date_time == kNone || event.hypothetical ||
        event.historical || event.stance == Stance::Denied || event.stance == Stance::Negated) {
      continue;
    }
    for (const std::int32_t w : own) {
      if (words[static_cast<std::size_t>(w)].time != event.date_time) continue;
      auto& places = mine[event.topic];
      const auto same = [&](const RunPlace& p) { return p.word == w; };
      if (std::none_of(places.begin(), places.end(), same)) places.push_back({w, event.span, 0});
    }
  }
  for (const auto& [topic, places] : mine) {
    if (places.size() == 1) topics[topic].push_back(places.front());
  }
}

// "Since the start of the unrest last Sunday": the event's beginning. One a report, else none.
void add_beginning(std::span<const std::int32_t> own, const std::vector<DayWord>& words,
                   std::vector<RunPlace>& beginnings) {
  RunPlace place;
  for (const std::int32_t w : own) {
    const DayWord& word = words[static_cast<std::size_t>(w)];
    if (!word.beginning) continue;
    if (place.word != kNone) return;
    place = {w, word.with_before, 0};
  }
  if (place.word != kNone) beginnings.push_back(place);
}

// Words of both events' sentences that are the same, joined particles apart.
std::int32_t shared_stems(const Context& a, std::uint32_t a_sentence, const Context& b,
                          std::uint32_t b_sentence) {
  std::set<std::uint64_t> left, both;
  for (std::size_t i = 0; i < a.words.size(); ++i) {
    if (a.words[i].sentence == a_sentence && !a.in_time[i] && a.words[i].letters >= 4) {
      left.insert(a.words[i].stem);
    }
  }
  for (std::size_t i = 0; i < b.words.size(); ++i) {
    if (b.words[i].sentence == b_sentence && left.contains(b.words[i].stem)) {
      both.insert(b.words[i].stem);
    }
  }
  return static_cast<std::int32_t>(both.size());
}

void link_runs(const Runs& runs, const std::vector<DayWord>& words, Links& links) {
  for (const auto& [key, places] : runs) {
    if (!told_once(places, words)) continue;
    for (std::size_t i = 1; i < places.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (can_be_contradicted(words[static_cast<std::size_t>(places[j].word)],
                                words[static_cast<std::size_t>(places[i].word)])) {
          add_link(words, places[j], places[i], links);
        }
      }
    }
  }
}

void link_topics(const Topics& topics, const std::vector<Context>& contexts,
                 const std::vector<DayWord>& words, Links& links) {
  for (const auto& [topic, places] : topics) {
    for (std::size_t i = 1; i < std::min(places.size(), kMaxReports); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        const DayWord &a = words[static_cast<std::size_t>(places[j].word)],
                      &b = words[static_cast<std::size_t>(places[i].word)];
        const std::int32_t stems = shared_stems(contexts[static_cast<std::size_t>(a.position)],
                                                a.sentence,
                                                contexts[static_cast<std::size_t>(b.position)],
                                                b.sentence);
        if (stems < 1) continue;
        add_link(words, places[j], places[i], links);
        DayLink& link = links[{places[j].word, places[i].word}];
        link.weight += stems;
        link.recurring = recurs(topic);
      }
    }
  }
}

// Those of what recurs last.
std::vector<DayLink> strongest_first(const Links& links) {
  std::vector<DayLink> out;
  for (const auto& entry : links) {
    if (entry.second.weight > 0) out.push_back(entry.second);
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const DayLink& x, const DayLink& y) {
                     return std::tuple(!x.recurring, x.weight) > std::tuple(!y.recurring, y.weight);
                   });
  return out;
}

}  // namespace

std::vector<DayLink> find_day_links(std::span<const Report> reports, const Story& story,
                                    const std::vector<DayWord>& words) {
  std::vector<std::vector<std::int32_t>> own(story.reports.size());
  for (std::size_t w = 0; w < words.size(); ++w) {
    own[static_cast<std::size_t>(words[w].position)].push_back(static_cast<std::int32_t>(w));
  }
  Runs runs;
  Topics topics;
  std::vector<RunPlace> beginnings;
  std::vector<Context> contexts;
  for (std::size_t i = 0; i < story.reports.size(); ++i) {
    contexts.push_back(make_context(reports[static_cast<std::size_t>(story.reports[i])]));
    add_runs(contexts.back(), words, own[i], runs);
    add_topics(*contexts.back().report, own[i], words, topics);
    add_beginning(own[i], words, beginnings);
  }
  Links links;
  link_runs(runs, words, links);
  link_topics(topics, contexts, words, links);
  for (std::size_t i = 1; i < std::min(beginnings.size(), kMaxReports); ++i) {
    for (std::size_t j = 0; j < i; ++j) add_link(words, beginnings[j], beginnings[i], links);
  }
  return strongest_first(links);
}

}  // namespace isnad
