// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "story/copy_index.h"
#include "story/order.h"
#include "story/passages.h"
#include "story/story.h"
#include "story/words.h"

namespace isnad {
namespace {

constexpr std::size_t kAllPairs = 24;       // so few reports are laid beside each other all
constexpr double kMinShare = 0.08;          // of the copy's body, less is a coincidence

using Pair = std::pair<std::int32_t, std::int32_t>;
using Words = std::vector<std::vector<StoryWord>>;

// What may be a copy at all: furniture is printed under everything.
Words without_furniture(Words all) {
  for (std::vector<StoryWord>& words : all) {
    std::erase_if(words, [](const StoryWord& word) { return word.furniture; });
  }
  return all;
}

// Pairs worth laying beside each other, the earlier in `order` first.
std::vector<Pair> propose_pairs(const Words& words, const std::vector<std::int32_t>& order) {
  std::vector<Pair> pairs;
  CopyIndex index(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (order.size() <= kAllPairs) {
      for (std::size_t j = 0; j < i; ++j) pairs.emplace_back(order[j], order[i]);
      continue;
    }
    for (const std::int32_t earlier : index.add(words[order[i]])) {
      pairs.emplace_back(order[earlier], order[i]);
    }
  }
  return pairs;
}

std::string folded(std::string_view text) {
  std::string key;
  fold_key(text, key);
  return key;
}

// Whether `report` says that it carries text of the outlet `other` comes from.
bool credits(const Report& report, const Report& other) {
  if (other.outlet.empty()) return false;
  const std::string outlet = folded(other.outlet);
  for (const Agency& agency : report.agencies) {
    if (!agency.id.empty() && agency.id == other.outlet) return true;
    const std::string name = folded(report.text.slice(agency.span));
    if (!name.empty() && (name == outlet || outlet.find(name) != std::string::npos)) return true;
  }
  return false;
}


double share_of_body(std::span<const StoryWord> words, std::span<const Passage> passages, bool a) {
  std::size_t body = 0, same = 0;
  for (const StoryWord& word : words) body += !word.title;
  for (const Passage& p : passages) {
    const std::uint32_t begin = a ? p.a_begin : p.b_begin, end = a ? p.a_end : p.b_end;
    std::size_t inside = 0;
    for (std::uint32_t i = begin; i < end; ++i) inside += !words[i].title;
    same += std::min<std::size_t>(inside, p.same);
  }
  return body == 0 ? 0 : std::min(1.0, static_cast<double>(same) / static_cast<double>(body));
}

// Whether the first of the two is the copy. By credit, then by the time of publication, then by
// containment, then by an agency's credit on one side alone, then the later in the canonical order.
bool first_is_copy(const Report& a, const Report& b, double share_a, double share_b) {
  const bool a_credits = credits(a, b), b_credits = credits(b, a);
  if (a_credits != b_credits) return a_credits;
  const Published &x = a.published, &y = b.published;
  if (x.days.one_day() && y.days.one_day()) {
    if (x.days.first != y.days.first) return x.days.first > y.days.first;
    if (x.value.size() > 10 && y.value.size() > 10 && x.value != y.value) return x.value > y.value;
  }
  if (std::abs(share_a - share_b) > 0.15) return share_a > share_b;
  if (a.agencies.empty() != b.agencies.empty()) return !a.agencies.empty();
  return false;
}

// Spans of the passages on one side. A part of the page that is not theirs cuts them; parts of body
// that follow each other give one span each.
std::vector<Span> make_spans(std::span<const StoryWord> words, std::span<const Passage> passages,
                             bool a) {
  std::vector<Span> spans;
  for (const Passage& p : passages) {
    const std::uint32_t begin = a ? p.a_begin : p.b_begin, end = a ? p.a_end : p.b_end;
    std::uint32_t from = begin;
    for (std::uint32_t i = begin + 1; i <= end; ++i) {
      if (i < end && words[i].part == words[i - 1].part) continue;
      spans.push_back({words[from].span.begin, words[i - 1].span.end});
      from = i;
    }
  }
  std::sort(spans.begin(), spans.end());
  return spans;
}

SharedText make_shared_text(std::span<const Report> reports,
                            const Words& words, Pair pair,
                            std::span<const Passage> passages) {
  const auto [a, b] = pair;
  const double share_a = share_of_body(words[a], passages, true);
  const double share_b = share_of_body(words[b], passages, false);
  const bool a_copies = first_is_copy(reports[a], reports[b], share_a, share_b);
  SharedText shared;
  shared.copy = a_copies ? a : b;
  shared.of = a_copies ? b : a;
  shared.share = a_copies ? share_a : share_b;
  shared.spans = make_spans(words[shared.copy], passages, a_copies);
  shared.source_spans = make_spans(words[shared.of], passages, !a_copies);
  return shared;
}

}  // namespace

CopyGraph find_copies(std::span<const Report> reports) {
  Words words = without_furniture(make_story_words(reports));
  if (reports.size() > kAllPairs) mark_formulas(reports, words);
  CopyGraph graph;
  for (const Pair& pair : propose_pairs(words, canonical_order(reports))) {
    const std::vector<Passage> passages = find_passages(words[pair.first], words[pair.second]);
    if (passages.empty()) continue;
    SharedText shared = make_shared_text(reports, words, pair, passages);
    if (shared.share >= kMinShare) graph.shared.push_back(std::move(shared));
  }
  std::stable_sort(graph.shared.begin(), graph.shared.end(),
                   [](const SharedText& x, const SharedText& y) {
                     return std::pair(x.copy, x.of) < std::pair(y.copy, y.of);
                   });
  return graph;
}

}  // namespace isnad
