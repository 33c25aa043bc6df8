// SPDX-License-Identifier: Apache-2.0
#include "record/dating.h"

#include <algorithm>

#include "record/dating_words.h"
#include "record/record_steps.h"

namespace isnad {
namespace {

constexpr std::size_t kMaxLinks = 200;
constexpr std::int32_t kMaxSpread = 300;   // of the days a story is hung on
constexpr std::int32_t kTellingLink = 4;   // shared words that make a clash worth a note

bool is_dated(const Report& report) {
  return report.published.basis != Basis::Unknown && report.published.days.known();
}

bool told_by_an_event(const Report& report, std::int32_t time) {
  return std::any_of(report.events.begin(), report.events.end(), [&](const Event& event) {
    return event.date_time == time && !event.future && !event.hypothetical && !event.historical;
  });
}

// Full dates that stand for the story's own time: those of embedded posts, or, in the second
// round, those on which a report's events rest.
std::vector<std::int32_t> find_full_dates(const Report& report, bool embeds) {
  std::vector<std::int32_t> days;
  for (std::size_t i = 0; i < report.times.size(); ++i) {
    const TimeMention& time = report.times[i];
    if (!is_full_date(time) || full_date_day(time) == kNoDay) continue;
    const PartKind kind = part_at(report, time.span);
    const bool wanted = embeds ? kind == PartKind::Embed
                               : kind != PartKind::Embed && kind != PartKind::Chrome &&
                                     told_by_an_event(report, static_cast<std::int32_t>(i));
    if (wanted) days.push_back(full_date_day(time));
  }
  return days;
}

// The days the story hangs on: reports with a date of their own, else embedded posts' dates, else
// full dates of events. The latest of them counts; what lies far before it is history.
Days find_anchors(std::span<const Report> reports, const Story& story) {
  std::vector<std::int32_t> days;
  for (const std::int32_t r : story.reports) {
    const Report& report = reports[static_cast<std::size_t>(r)];
    if (!is_dated(report)) continue;
    for (const std::int32_t day : {report.published.days.first, report.published.days.last}) {
      if (day != kNoDay) days.push_back(day);
    }
  }
  for (const bool embeds : {true, false}) {
    if (!days.empty()) break;
    for (const std::int32_t r : story.reports) {
      const auto found = find_full_dates(reports[static_cast<std::size_t>(r)], embeds);
      days.insert(days.end(), found.begin(), found.end());
    }
  }
  if (days.empty()) return {};
  Days anchors;
  anchors.last = *std::max_element(days.begin(), days.end());
  anchors.first = anchors.last;
  for (const std::int32_t day : days) {
    if (anchors.last - day <= kMaxSpread) anchors.first = std::min(anchors.first, day);
  }
  return anchors;
}

class Dating {
 public:
  Dating(std::span<Report> reports, const Story& story, Days anchors, std::string_view language)
      : reports_(reports), story_(story), anchors_(anchors), words_(language),
        window_{anchors.first - 2 * kStoryDays}, solver_(window_, first_days(), read_words()) {}

  DatingSolver& run() {
    for_each_report([&](std::int32_t i) { add_sure_clues(i); });
    for_each_report([&](std::int32_t i) { add_assumed(i, "embed_near"); });
    add_links();
    for (const Order& order : find_orders(reports_, story_)) {
      if (is_dated(report(order.before)) && is_dated(report(order.after))) continue;
      solver_.add(order);
    }
    for_each_report([&](std::int32_t i) { add_assumed(i, "same_sentence"); });
    for_each_report([&](std::int32_t i) { add_assumed(i, "day_style"); });
    return solver_;
  }

 private:
  Report& report(std::int32_t position) {
    return reports_[static_cast<std::size_t>(story_.reports[static_cast<std::size_t>(position)])];
  }

  template <class Function>
  void for_each_report(Function function) {
    for (std::size_t i = 0; i < story_.reports.size(); ++i) {
      function(static_cast<std::int32_t>(i));
    }
  }

  std::vector<DaySet> first_days() {
    std::vector<DaySet> days;
    for_each_report([&](std::int32_t i) {
      const Days own = report(i).published.days;
      const Days near{anchors_.first - kStoryDays, anchors_.last + kStoryDays};
      const Days days_of = is_dated(report(i)) ? own : near;
      days.push_back(window_.stretch(days_of.first, days_of.last));
    });
    return days;
  }

  std::vector<DayWord> read_words() {
    std::vector<DayWord> all;
    for_each_report([&](std::int32_t i) {
      by_report_.push_back(find_day_words(report(i), i, window_));
      all.insert(all.end(), by_report_.back().begin(), by_report_.back().end());
    });
    return all;
  }

  void note(std::int32_t position, std::string text) {
    auto& notes = report(position).notes;
    const bool said = std::find(notes.begin(), notes.end(), text) != notes.end();
    if (!said) notes.push_back(std::move(text));
  }

  std::string quote(std::int32_t position, Span span) {
    return std::string(report(position).text.slice(span));
  }

  void add_sure_clues(std::int32_t position) {
    const auto& own = by_report_[static_cast<std::size_t>(position)];
    for (const Clue& clue : find_sure_clues(report(position), own, window_)) {
      if (is_dated(report(position))) {
        note_page_clash(position, clue);
      } else if (!solver_.add(position, clue) && clue.own_words) {
        note(position, words_.say("clash", {{"quote", quote(position, clue.span)}}));
      }
    }
  }

  void note_page_clash(std::int32_t position, const Clue& clue) {
    const Days days = report(position).published.days;
    if (!clue.own_words || (solver_.days(position) & clue.keep).any() || !days.one_day()) return;
    note(position, words_.say("clash_page", {{"quote", quote(position, clue.span)},
                                             {"day", words_.day(days.first)},
                                             {"weekday", words_.weekday(weekday_of(days.first))}}));
  }

  void add_assumed(std::int32_t position, std::string_view key) {
    if (is_dated(report(position)) || solver_.days(position).count() <= 1) return;
    const auto& own = by_report_[static_cast<std::size_t>(position)];
    for (const Clue& clue : find_assumed_clues(report(position), own, window_)) {
      if (clue.key == key) solver_.add(position, clue);
    }
  }

  void add_links() {
    std::vector<DayLink> links = find_day_links(reports_, story_, solver_.words());
    if (links.size() > kMaxLinks) links.resize(kMaxLinks);
    for (const DayLink& link : links) {
      if (!solver_.add(link) && link.weight >= kTellingLink) note_link_clash(link);
    }
  }

  void note_link_clash(const DayLink& link) {
    const DayWord& a = solver_.words()[static_cast<std::size_t>(link.a)];
    const DayWord& b = solver_.words()[static_cast<std::size_t>(link.b)];
    const auto say = [&](const DayWord& mine, Span told, const DayWord& theirs) {
      note(mine.position,
           words_.say("clash_link", {{"words", quote(mine.position, told)},
                                     {"quote", quote(mine.position, mine.span)},
                                     {"other_quote", quote(theirs.position, theirs.span)},
                                     {"other", report(theirs.position).input}}));
    };
    say(a, link.a_words, b);
    say(b, link.b_words, a);
  }

  std::span<Report> reports_;
  const Story& story_;
  Days anchors_;
  DatingWords words_;
  Window window_;
  std::vector<std::vector<DayWord>> by_report_;
  DatingSolver solver_;
};

}  // namespace

void date_reports(std::span<Report> reports, const Story& story, std::string_view language) {
  const Days anchors = find_anchors(reports, story);
  if (!anchors.known()) return;
  Dating dating(reports, story, anchors, language);
  write_dates(reports, story, dating.run(), anchors, language);
}

}  // namespace isnad
