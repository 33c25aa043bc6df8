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

// An arrest, a visit, a battle may be of any year; an event with a topic stands for the story.
bool told_by_an_event(const Report& report, std::int32_t time) {
  return std::any_of(report.events.begin(), report.events.end(), [&](const Event& event) {
    return event.date_time == time && !event.topic.empty() && !event.future &&
           !event.hypothetical && !event.historical;
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
Days find_anchors(std::span<const Report> reports, const Story& story,
                  const std::vector<bool>& contested) {
  std::vector<std::int32_t> days;
  for (std::size_t i = 0; i < story.reports.size(); ++i) {
    const Report& report = reports[static_cast<std::size_t>(story.reports[i])];
    if (!is_dated(report) || contested[i]) continue;
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
  // Nothing is taken from the dates of `contested` reports, by position.
  Dating(std::span<Report> reports, const Story& story, Days anchors, std::string_view language,
         const std::vector<bool>& contested)
      : reports_(reports), story_(story), anchors_(anchors), contested_(contested),
        at_odds_(contested), words_(language),
        window_{anchors.first - 2 * kStoryDays}, solver_(window_, first_days(), read_words()) {}

  DatingSolver& run() {
    for_each_report([&](std::int32_t i) { add_sure_clues(i); });
    for_each_report([&](std::int32_t i) { add_assumed(i, "embed_near"); });
    add_links();
    for (const Order& order : find_orders(reports_, story_)) {
      if (is_dated(report(order.before)) && is_dated(report(order.after))) continue;
      if (!is_contested(order.before) && !is_contested(order.after)) solver_.add(order);
    }
    for_each_report([&](std::int32_t i) { add_assumed(i, "same_sentence"); });
    for_each_report([&](std::int32_t i) { add_assumed(i, "day_style"); });
    return solver_;
  }

  // The contested reports and those whose dates have now been found to clash with words.
  const std::vector<bool>& at_odds() const { return at_odds_; }

  // A note on each undated report that was dated by one of those at odds.
  void note_leaning() {
    for_each_report([&](std::int32_t i) {
      if (is_dated(report(i))) return;
      for (const Cut& cut : solver_.cuts(i)) {
        const std::int32_t other = other_end(cut, i);
        if (other == kNone || !at_odds_[static_cast<std::size_t>(other)]) continue;
        note(i, words_.say("contested", {{"other", report(other).input}}));
      }
    });
  }

 private:
  bool is_contested(std::int32_t position) const {
    return contested_[static_cast<std::size_t>(position)];
  }

  // The report that a link or an order ties this one to; kNone of a clue.
  std::int32_t other_end(const Cut& cut, std::int32_t position) const {
    if (cut.kind == Cut::Kind::Clue) return kNone;
    const auto i = static_cast<std::size_t>(cut.index);
    std::int32_t a = kNone, b = kNone;
    if (cut.kind == Cut::Kind::Order) {
      a = solver_.orders()[i].before;
      b = solver_.orders()[i].after;
    } else {
      a = solver_.words()[static_cast<std::size_t>(solver_.links()[i].a)].position;
      b = solver_.words()[static_cast<std::size_t>(solver_.links()[i].b)].position;
    }
    return a == position ? b : a;
  }

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
    at_odds_[static_cast<std::size_t>(position)] = true;
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
      const auto position = [&](std::int32_t w) {
        return solver_.words()[static_cast<std::size_t>(w)].position;
      };
      if (is_contested(position(link.a)) || is_contested(position(link.b))) continue;
      if (!solver_.add(link) && link.weight >= kTellingLink && !link.recurring) note_link_clash(link);
    }
  }

  void note_link_clash(const DayLink& link) {
    const DayWord& a = solver_.words()[static_cast<std::size_t>(link.a)];
    const DayWord& b = solver_.words()[static_cast<std::size_t>(link.b)];
    const auto say = [&](const DayWord& mine, Span told, const DayWord& theirs) {
      if (is_dated(report(mine.position))) at_odds_[static_cast<std::size_t>(mine.position)] = true;
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
  const std::vector<bool>& contested_;   // by position
  std::vector<bool> at_odds_;
  DatingWords words_;
  Window window_;
  std::vector<std::vector<DayWord>> by_report_;
  DatingSolver solver_;
};

}  // namespace

void date_reports(std::span<Report> reports, const Story& story, std::string_view language) {
  // A date found to clash with words is left out, and all is solved anew without it.
  std::vector<bool> contested(story.reports.size(), false);
  for (;;) {
    const Days anchors = find_anchors(reports, story, contested);
    if (!anchors.known()) return;
    Dating dating(reports, story, anchors, language, contested);
    const DatingSolver& solver = dating.run();
    if (dating.at_odds() == contested) return write_dates(reports, story, solver, anchors, language);
    dating.note_leaning();
    contested = dating.at_odds();
  }
}

}  // namespace isnad
