// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "story/facts.h"
#include "story/group_few.h"
#include "story/order.h"
#include "story/story.h"
#include "story/story_index.h"
#include "story/words.h"

namespace isnad {
namespace {

constexpr std::size_t kFewReports = 12;
constexpr double kCopied = 0.3;           // so much shared text is one story whatever else
constexpr std::size_t kAboutWords = 6;

// The words that stand behind the heaviest terms, as the first report that has each writes it.
std::vector<std::string> about_of(const Story& story, const std::vector<std::uint64_t>& core,
                                  std::span<const Report> reports,
                                  const std::vector<std::vector<StoryWord>>& words) {
  std::vector<std::string> about(core.size());
  for (const std::int32_t report : story.reports) {
    for (const StoryWord& word : words[report]) {
      const auto at = std::find(core.begin(), core.end(), word.stem);
      if (at == core.end()) continue;
      std::string& text = about[static_cast<std::size_t>(at - core.begin())];
      if (text.empty()) text = std::string(reports[report].text.slice(word.span));
    }
  }
  std::erase_if(about, [](const std::string& text) { return text.empty(); });
  if (about.size() > kAboutWords) about.resize(kAboutWords);
  return about;
}

// Stories by their first report in the input, and what the index says of them by these numbers.
class Numbered {
 public:
  Numbered(const StoryIndex& index, const std::vector<std::int32_t>& order) : order_(order) {
    std::vector<std::int32_t> story_of(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) story_of[order[i]] = index.story_of()[i];
    for (std::size_t r = 0; r < story_of.size(); ++r) {
      const auto [at, fresh] = number_.try_emplace(story_of[r], static_cast<int>(stories.size()));
      if (fresh) {
        stories.emplace_back();
        inner.push_back(story_of[r]);
      }
      stories[at->second].reports.push_back(static_cast<std::int32_t>(r));
    }
  }

  std::int32_t number(std::int32_t story) const {
    const auto at = number_.find(story);
    return at == number_.end() ? kNone : at->second;
  }
  std::int32_t report(std::int32_t added) const { return order_[added]; }

  std::vector<Story> stories;
  std::vector<std::int32_t> inner;   // by number: the index's own

 private:
  const std::vector<std::int32_t>& order_;
  std::unordered_map<std::int32_t, std::int32_t> number_;
};

std::vector<StoryNote> make_notes(const StoryIndex& index, const Numbered& numbered,
                                  std::span<const Report> reports,
                                  const std::vector<std::vector<StoryWord>>& words) {
  std::vector<StoryNote> notes;
  for (StoryNote note : index.notes()) {
    note.story = numbered.number(note.story);
    if (note.other != kNone) note.other = numbered.number(note.other);
    if (note.story == kNone || note.story == note.other) continue;
    note.words = about_of(numbered.stories[note.story], note.terms, reports, words);
    notes.push_back(std::move(note));
  }
  return notes;
}

Stories group_stream(std::span<const Report> reports, const CopyGraph& copies) {
  const std::vector<std::int32_t> order = canonical_order(reports);
  const std::vector<std::vector<StoryWord>> words = make_story_words(reports);
  std::vector<std::int32_t> added(order.size());
  StoryIndex index;
  for (std::size_t i = 0; i < order.size(); ++i) {
    added[order[i]] = static_cast<std::int32_t>(i);
    index.add(make_story_facts(reports[order[i]], words[order[i]]));
  }
  std::vector<std::tuple<std::int32_t, std::int32_t, double>> bonds;
  for (const SharedText& shared : copies.shared) {
    if (shared.share < kCopied) continue;
    const auto [first, second] = std::minmax(added[shared.copy], added[shared.of]);
    bonds.emplace_back(first, second, shared.share);
  }
  std::sort(bonds.begin(), bonds.end());
  for (const auto& [a, b, share] : bonds) index.bind(a, b, share);
  index.settle();

  Numbered numbered(index, order);
  const std::vector<std::vector<std::int32_t>> also = index.also_of();
  for (std::size_t i = 0; i < also.size(); ++i) {
    for (const std::int32_t story : also[i]) {
      numbered.stories[numbered.number(story)].also.push_back(order[i]);
    }
  }
  Stories out;
  out.notes = make_notes(index, numbered, reports, words);
  out.stories = std::move(numbered.stories);
  for (std::size_t s = 0; s < out.stories.size(); ++s) {
    Story& story = out.stories[s];
    std::sort(story.also.begin(), story.also.end());
    story.about = about_of(story, index.core_of(numbered.inner[s]), reports, words);
  }
  return out;
}

}  // namespace

const char* story_note_name(StoryNote::Kind kind) {
  switch (kind) {
    case StoryNote::Kind::Joined: return "joined";
    case StoryNote::Kind::Alike: return "alike";
    case StoryNote::Kind::Split: return "split";
    case StoryNote::Kind::OtherDay: return "other_day";
    case StoryNote::Kind::OtherPlace: return "other_place";
    case StoryNote::Kind::OtherVictims: return "other_victims";
  }
  return "";
}

Stories explain_stories(std::span<const Report> reports, const CopyGraph& copies) {
  if (reports.size() > kFewReports) return group_stream(reports, copies);
  return {group_few(reports, copies), {}};
}

std::vector<Story> group_stories(std::span<const Report> reports, const CopyGraph& copies) {
  return explain_stories(reports, copies).stories;
}

}  // namespace isnad
