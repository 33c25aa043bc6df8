// SPDX-License-Identifier: Apache-2.0
// story/story_limits.h -- the numbers of the grouping of a stream. docs/methods/stories.md says what
// each stands for and how it was chosen.
#pragma once

#include <cstddef>
#include <cstdint>

namespace isnad {

// What a report is looked up and compared by.
inline constexpr std::size_t kHeavyTerms = 40;      // of a report that have a weight at all
inline constexpr std::size_t kTopTerms = 24;        // of these, by which it is found
inline constexpr std::size_t kPostings = 64;        // stories a term leads to, the youngest
inline constexpr std::size_t kCandidates = 24;      // stories compared with, for each of two ways
inline constexpr double kNameWeight = 0.7;          // a name says what its words say already
inline constexpr double kFewestStories = 20;        // rarity is not told from fewer

// When it is like enough.
inline constexpr double kLikeEnough = 0.2;          // cosine, for a story of few reports
inline constexpr double kCoveredEnough = 0.33;      // of the core, for a story of many
inline constexpr double kCoveredSmall = 0.5;        // and so much more, for one of three
inline constexpr double kJoined = 0.55;             // of the core, mean over a story's reports
inline constexpr double kBelowLead = 0.75;          // a core word below title and lead
inline constexpr double kNoIncident = 0.75;

// The core: what most of its reports hold and few others.
inline constexpr std::size_t kCoreReports = 3;
inline constexpr std::size_t kCoreFewest = 4, kCoreTerms = 12;
inline constexpr double kCoreShare = 0.25;
inline constexpr double kCoreLift = 6, kLiftPower = 1.5;
inline constexpr double kUnseenReports = 20;        // so many reports of other news are always assumed
inline constexpr double kUnseenRate = 0.02, kCommonRate = 0.6;

// Days.
inline constexpr std::int32_t kMaxGap = 6;          // without a report: the story is over
inline constexpr double kFadeDays = 15;
inline constexpr std::int32_t kSameIncidentDays = 1;
inline constexpr std::int32_t kFewAgree = 5;        // fewer than one in so many is no agreement

// A story tells one incident where so many reports count casualties, of one day.
inline constexpr std::int32_t kAnchors = 3, kFewAnchors = 2;   // few: of a small story
inline constexpr double kSmallStory = 12;
inline constexpr double kToldEnough = 0.35;         // of its core in title (twice) and lead
inline constexpr std::size_t kFewestOff = 3;        // fewer that name it further down stay
inline constexpr double kAnchorShare = 0.05, kAnchorAgree = 0.75;

// The odds that two reports tell one incident: fitted to tools/story_pairs.tsv.
inline constexpr double kOddsNone = -1.35, kOddsCosine = 2.45, kOddsTitles = 1.2, kOddsTitle = 0.95;
inline constexpr double kOddsDay = 0.38, kOddsMost = 3;
// An outlet tells an incident once a day; the next day it tells the next of a series.
inline constexpr double kOddsOutlet = 1, kSameText = 0.7;
inline constexpr double kOddsNumbers = 0.84, kMostNumbers = 2;   // numbers that only one of them has
inline constexpr double kOddsPlace = 0.2, kOddsOtherPlace = 1;   // towns of title and lead
inline constexpr double kOddsIncident = 1.5;        // casualties of one day, or of two
inline constexpr double kOddsBond = 0;              // of two that share their text
inline constexpr double kWhole = 0.7;               // so much of the copy: it is the other report
// Of two languages: what the names of the one with fewer have in common with the other's, counts with
// their roles, other numbers.
inline constexpr double kCrossNone = -2.0, kCrossNames = 2.5, kCrossCounts = 0.8, kCrossNumbers = 0.4;
inline constexpr double kCrossFew = 40;             // so that one name in common is not all of them
inline constexpr std::size_t kMostSplit = 1000;     // reports of a story that is taken apart

// Settling.
inline constexpr int kRounds = 3, kJoinRounds = 4, kSplitRounds = 2;
inline constexpr std::size_t kSample = 16;          // reports of a story asked when it may be joined

}  // namespace isnad
