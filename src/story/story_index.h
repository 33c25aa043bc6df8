// SPDX-License-Identifier: Apache-2.0
// story/story_index.h -- a stream of reports grouped by event, one report after another.
//
// add() puts a report to the story it is most like, or begins one; its cost does not grow with the
// number of reports: a term leads to at most kPostings stories, the likest kCandidates are compared,
// and a story is closed, and its memory given back, when its days are over. settle() then looks at
// everything again with what is known by then: it joins stories that are one, and moves reports.
//
// The result is a function of the sequence of add() calls. group_stories() makes that sequence the
// same for any order of input.
//
// Units      Days as in report.h. A report is named by the number add() calls before it.
// Threads    One at a time.
// Errors     None.
// Method     docs/methods/stories.md

#pragma once

#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "story/facts.h"
#include "story/story.h"
#include "story/term_ids.h"
#include "story/term_sums.h"

namespace isnad {

class StoryIndex {
 public:
  // `close_old`: for endless streams. Stories whose days are over are closed: nothing joins them
  // any more, and settle() leaves them as they are.
  explicit StoryIndex(bool close_old = false) : close_old_(close_old) {}

  // Gives the number of the story joined or begun.
  std::int32_t add(const StoryFacts& facts);

  // Says that two reports share their text, and how much of the copy's it is.
  void bind(std::int32_t a, std::int32_t b, double share) { bonds_.push_back({a, b, share}); }

  void settle();

  // By report: the number of its story.
  const std::vector<std::int32_t>& story_of() const { return story_of_; }
  // By report: other stories it tells of as well (round-ups). Work for each report; ask once.
  std::vector<std::vector<std::int32_t>> also_of();
  // What settle() joined and kept apart; numbers of stories.
  const std::vector<StoryNote>& notes() const { return notes_; }
  // The telling terms of a story, heaviest first: hashes as in StoryTerm.
  std::vector<std::uint64_t> core_of(std::int32_t story) const;

  std::size_t open_stories() const { return open_; }
  std::size_t bytes() const;   // of all it holds, about

 private:
  struct Term {
    std::uint32_t id;
    float weight;          // of unit length over the report; 0 below the heaviest
    std::uint8_t place;    // TermPlace
  };
  struct Entry {
    std::vector<Term> terms;             // sorted by id
    std::vector<std::uint32_t> top;      // the terms it is looked up by
    std::int32_t day = kNoDay, event_day = kNoDay;
    std::uint64_t outlet = 0, language = 0;
    std::vector<std::uint64_t> places;
    std::vector<std::int64_t> victims;
    std::vector<std::uint64_t> counts, numbers_said;   // as in StoryFacts
    std::uint8_t head = 0;               // TermPlace: title, or lead where there is none
    float head_sum = 0;                  // how telling its words are
    float numbers = 0;                   // and its numbers, wherever they stand
  };
  template <class T>
  using Tally = std::vector<std::pair<T, std::int32_t>>;
  struct Group {
    std::vector<std::int32_t> reports;
    TermSums sums;
    double norm = 0;                     // of the sums, squared
    Tally<std::int32_t> days, event_days;
    Tally<std::uint64_t> places;
    Tally<std::int64_t> victims;
    std::int32_t incidents = 0;          // reports that tell one
    std::int32_t core_at = 0;            // how many reports it had when the core was made
    std::vector<std::pair<std::uint32_t, float>> core;   // sorted by term
    float core_sum = 0;
    bool closed = false;
  };
  struct Bond { std::int32_t a, b; double share; };   // a < b
  struct Candidate { float score; std::int32_t story; };
  enum class Clash : std::uint8_t { None, Day, Place, Victims };

  Entry make_entry(const StoryFacts& facts);
  void weigh(Entry& entry) const;
  void put(std::int32_t report, std::int32_t story);
  void take(std::int32_t report);
  void lead_to(std::vector<std::vector<std::int32_t>>& postings, std::uint32_t term,
               std::int32_t story);
  void make_core(std::int32_t story);
  void close_before(std::int32_t day);

  double likeness(const Entry& entry, const Group& group) const;
  double core_weight(const Entry& entry, const Group& group, double in_title, double in_lead,
                     double below) const;
  double coverage(const Entry& entry, const Group& group) const;
  Clash clash(const Entry& entry, const Group& group) const;
  double score(const Entry& entry, const Group& group) const;
  void collect(const std::vector<std::vector<std::int32_t>>& postings, bool by_core,
               const Entry& entry, std::vector<Candidate>& out);
  std::vector<Candidate> candidates(const Entry& entry);
  Candidate best_story(const Entry& entry);

  void count_again();
  void rebuild();
  void keep_bonds();
  std::size_t join_stories();
  std::int32_t find_partner(std::int32_t story, double& mean);
  void move_reports();
  void weigh_titles();
  double pair_odds(const Entry& a, const Entry& b) const;
  double fact_odds(const Entry& a, const Entry& b) const;
  double cross_odds(const Entry& a, const Entry& b) const;
  std::int32_t incident_day(const Group& group) const;
  bool tells_of(const Entry& entry, const Group& group, std::int32_t day) const;
  void split_off(std::int32_t story, const std::vector<std::int32_t>& reports, std::size_t fewest);
  void split_stories();
  double story_odds(const Group& a, const Group& b) const;
  bool is_settled(const Group& group) const;
  void index_facts();
  void collect_facts(const Entry& entry, std::vector<Candidate>& out) const;
  Candidate best_partner(std::int32_t story);
  void join_alike();
  void note_apart(std::int32_t story);
  void note_splits(const std::vector<StoryNote>& splits);
  void describe(StoryNote& note) const;
  std::vector<std::uint64_t> common_terms(const Group& a, const Group& b) const;
  void finish_notes();

  bool close_old_;
  TermIds ids_;
  std::vector<std::uint64_t> hashes_;              // by term
  std::vector<std::uint8_t> kinds_;                // by term: 1 name, 2 common
  std::vector<std::uint32_t> in_stories_, in_reports_;   // by term: how many hold it
  double stories_seen_ = 0, reports_seen_ = 0;
  std::vector<std::vector<std::int32_t>> by_top_, by_core_;   // by term: stories
  std::vector<Entry> entries_;
  std::vector<std::int32_t> story_of_;
  std::vector<Group> groups_;
  std::vector<Bond> bonds_;
  std::vector<StoryNote> notes_;
  std::vector<float> rare_, rare_number_;          // by term, while settling: of words, of numbers
  std::unordered_map<std::uint64_t, std::vector<std::int32_t>> by_fact_;   // reports, while joining
  std::vector<float> heat_;                        // by story; all 0 between calls
  std::vector<std::int32_t> touched_;
  std::vector<std::int32_t> open_list_;            // stories by the day they began, for closing
  std::size_t open_ = 0, closed_upto_ = 0;
  std::int32_t now_ = kNoDay;
};

}  // namespace isnad
