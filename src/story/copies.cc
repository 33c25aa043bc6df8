// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
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
constexpr double kTakenWhole = 0.25;        // but so much of the other is a part of a round-up
constexpr std::size_t kMostPartners = 16;   // that a report is given by the pairs of its partners
constexpr std::uint32_t kSameStretch = 80;  // bytes of a third report that both share

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

// Nothing where it is too little of both.
std::optional<SharedText> make_shared_text(std::span<const Report> reports, const Words& words,
                                           Pair pair, std::span<const Passage> passages) {
  const auto [a, b] = pair;
  const double share_a = share_of_body(words[a], passages, true);
  const double share_b = share_of_body(words[b], passages, false);
  const bool a_copies = first_is_copy(reports[a], reports[b], share_a, share_b);
  SharedText shared;
  shared.copy = a_copies ? a : b;
  shared.of = a_copies ? b : a;
  shared.share = a_copies ? share_a : share_b;
  if (shared.share < kMinShare && (a_copies ? share_b : share_a) < kTakenWhole) return std::nullopt;
  shared.spans = make_spans(words[shared.copy], passages, a_copies);
  shared.source_spans = make_spans(words[shared.of], passages, !a_copies);
  return shared;
}

// Of two reports that share one stretch of a third: that they share it with each other. The index leads
// a wire printed thirty times to a few of its prints alone.
class Partners {
 public:
  Partners(const std::vector<SharedText>& shared, const std::vector<std::int32_t>& order)
      : order_(order), rank_(order.size()), of_(order.size()) {
    for (std::size_t i = 0; i < order.size(); ++i) rank_[order[i]] = static_cast<std::int32_t>(i);
    for (const SharedText& text : shared) {
      of_[rank_[text.copy]].push_back({rank_[text.of], &text.spans});
      of_[rank_[text.of]].push_back({rank_[text.copy], &text.source_spans});
    }
  }

  // Pairs not in `tried`, which is sorted and of ranks; the earlier first.
  std::vector<Pair> pairs(const std::vector<Pair>& tried) {
    std::vector<Pair> out;
    std::vector<std::size_t> given(order_.size(), 0);
    for (auto& list : of_) {
      std::sort(list.begin(), list.end(), [](const Partner& x, const Partner& y) { return x.rank < y.rank; });
      for (std::size_t j = 1; j < std::min(list.size(), 2 * kMostPartners); ++j) {
        for (std::size_t i = 0; i < j; ++i) {
          const Pair pair{list[i].rank, list[j].rank};
          if (given[pair.second] >= kMostPartners || !overlap(*list[i].spans, *list[j].spans) ||
              std::binary_search(tried.begin(), tried.end(), pair)) {
            continue;
          }
          ++given[pair.second];
          out.push_back(pair);
        }
      }
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    for (Pair& pair : out) pair = {order_[pair.first], order_[pair.second]};
    return out;
  }

  Pair ranks(Pair pair) const { return {rank_[pair.first], rank_[pair.second]}; }

 private:
  struct Partner {
    std::int32_t rank;
    const std::vector<Span>* spans;   // what it shares with the third, in the third
  };
  static bool overlap(const std::vector<Span>& a, const std::vector<Span>& b) {
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
      const std::uint32_t from = std::max(a[i].begin, b[j].begin), to = std::min(a[i].end, b[j].end);
      if (to > from && to - from >= kSameStretch) return true;
      a[i].end < b[j].end ? ++i : ++j;
    }
    return false;
  }

  const std::vector<std::int32_t>& order_;
  std::vector<std::int32_t> rank_;
  std::vector<std::vector<Partner>> of_;   // by rank
};

void confirm(std::span<const Report> reports, const Words& words, const std::vector<Pair>& pairs,
             std::vector<SharedText>& out) {
  for (const Pair& pair : pairs) {
    const std::vector<Passage> passages = find_passages(words[pair.first], words[pair.second]);
    if (passages.empty()) continue;
    if (std::optional<SharedText> shared = make_shared_text(reports, words, pair, passages)) {
      out.push_back(std::move(*shared));
    }
  }
}

}  // namespace

CopyGraph find_copies(std::span<const Report> reports) {
  Words words = without_furniture(make_story_words(reports));
  if (reports.size() > kAllPairs) mark_formulas(reports, words);
  CopyGraph graph;
  const std::vector<std::int32_t> order = canonical_order(reports);
  const std::vector<Pair> pairs = propose_pairs(words, order);
  confirm(reports, words, pairs, graph.shared);
  if (reports.size() > kAllPairs) {
    Partners partners(graph.shared, order);
    std::vector<Pair> tried;
    for (const Pair& pair : pairs) tried.push_back(partners.ranks(pair));
    std::sort(tried.begin(), tried.end());
    std::vector<SharedText> more;
    confirm(reports, words, partners.pairs(tried), more);
    std::move(more.begin(), more.end(), std::back_inserter(graph.shared));
  }
  std::stable_sort(graph.shared.begin(), graph.shared.end(),
                   [](const SharedText& x, const SharedText& y) {
                     return std::pair(x.copy, x.of) < std::pair(y.copy, y.of);
                   });
  return graph;
}

}  // namespace isnad
