// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "record/dating.h"
#include "record/dating_words.h"

namespace isnad {
namespace {

using Fills = std::vector<std::pair<std::string, std::string>>;

class Writer {
 public:
  Writer(std::span<Report> reports, const Story& story, const DatingSolver& solver,
         std::string_view language)
      : reports_(reports), story_(story), solver_(solver), words_(language) {}

  const Report& report(std::int32_t position) const {
    return reports_[static_cast<std::size_t>(story_.reports[static_cast<std::size_t>(position)])];
  }
  const DatingWords& words() const { return words_; }

  // The words of a span, white space made single.
  std::string quote(std::int32_t position, Span span) const {
    std::string out;
    for (const char c : report(position).text.slice(span)) {
      const bool blank = c == '\n' || c == '\r' || c == '\t' || c == ' ';
      if (!blank) out += c;
      if (blank && !out.empty() && out.back() != ' ') out += ' ';
    }
    return out;
  }

  void add_reason(std::int32_t position, const Cut& cut, std::vector<Evidence>& why) const {
    if (cut.kind == Cut::Kind::Clue) add_clue(position, cut.index, why);
    if (cut.kind == Cut::Kind::Link) add_link(position, cut.index, why);
    if (cut.kind == Cut::Kind::Order) add_order(position, cut.index, why);
  }

 private:
  void add_clue(std::int32_t position, std::int32_t index, std::vector<Evidence>& why) const {
    const Clue& clue = solver_.clues()[static_cast<std::size_t>(index)];
    const Fills fills{{"quote", quote(position, clue.span)},
                      {"other_quote", quote(position, clue.other)},
                      {"weekday", clue.weekday == kUnset ? "" : words_.weekday(clue.weekday)},
                      {"day", words_.day(clue.day)}};
    add({words_.say(clue.key, fills), clue.span, kNone}, why);
  }

  void add_link(std::int32_t position, std::int32_t index, std::vector<Evidence>& why) const {
    const DayLink& link = solver_.links()[static_cast<std::size_t>(index)];
    const bool first = solver_.words()[static_cast<std::size_t>(link.a)].position == position;
    const DayWord& mine = solver_.words()[static_cast<std::size_t>(first ? link.a : link.b)];
    const DayWord& theirs = solver_.words()[static_cast<std::size_t>(first ? link.b : link.a)];
    const Days day = solver_.window().hull(solver_.link_days(link));
    const Fills fills{{"words", quote(position, first ? link.a_words : link.b_words)},
                      {"quote", quote(position, mine.span)},
                      {"other", report(theirs.position).input},
                      {"other_quote", quote(theirs.position, theirs.span)},
                      {"day", words_.day(day.first)}};
    add({words_.say(day.one_day() ? "link" : "link_open", fills), mine.span, kNone}, why);
    why.push_back({quote(theirs.position, theirs.span), theirs.span,
                   story_.reports[static_cast<std::size_t>(theirs.position)]});
  }

  void add_order(std::int32_t position, std::int32_t index, std::vector<Evidence>& why) const {
    const Order& order = solver_.orders()[static_cast<std::size_t>(index)];
    const bool after = order.after == position;
    const std::int32_t other = after ? order.before : order.after;
    const Figure& low =
        report(order.before).figures[static_cast<std::size_t>(order.low_figure)];
    const Figure& high =
        report(order.after).figures[static_cast<std::size_t>(order.high_figure)];
    const Fills fills{{"role", words_.say(std::string("role.") + role_name(low.role), {})},
                      {"low", std::to_string(low.low)},
                      {"high", std::to_string(high.low)},
                      {"other", report(other).input}};
    add({words_.say(after ? "order_after" : "order_before", fills), after ? high.span : low.span,
         kNone},
        why);
  }

  // A reason that reads like one already given is left out.
  static void add(Evidence reason, std::vector<Evidence>& why) {
    const bool said = std::any_of(why.begin(), why.end(),
                                  [&](const Evidence& e) { return e.text == reason.text; });
    if (!said) why.push_back(std::move(reason));
  }

  std::span<Report> reports_;
  const Story& story_;
  const DatingSolver& solver_;
  DatingWords words_;
};

bool rests_on_bare_weekday(const DatingSolver& solver, std::int32_t position) {
  const auto& cuts = solver.cuts(position);
  return std::any_of(cuts.begin(), cuts.end(), [&](const Cut& cut) {
    if (cut.kind != Cut::Kind::Link) return false;
    const DayLink& link = solver.links()[static_cast<std::size_t>(cut.index)];
    return solver.words()[static_cast<std::size_t>(link.a)].bare ||
           solver.words()[static_cast<std::size_t>(link.b)].bare;
  });
}

Published make_published(const DatingSolver& solver, std::int32_t position, const Writer& writer,
                         Days anchors) {
  Published published;
  published.days = solver.window().hull(solver.days(position));
  published.basis = Basis::Inferred;
  if (published.days.one_day()) published.value = days_text(published.days);
  for (const Cut& cut : solver.cuts(position)) writer.add_reason(position, cut, published.why);
  if (rests_on_bare_weekday(solver, position)) {
    published.why.push_back({writer.words().say("bare", {}), {}, kNone});
  }
  const Fills fills{{"days", std::to_string(kStoryDays)},
                    {"day", writer.words().day(anchors.first)},
                    {"last", writer.words().day(anchors.last)}};
  published.why.push_back(
      {writer.words().say(anchors.one_day() ? "near" : "near_two", fills), {}, kNone});
  return published;
}

}  // namespace

void write_dates(std::span<Report> reports, const Story& story, const DatingSolver& solver,
                 Days anchors, std::string_view language) {
  const Writer writer(reports, story, solver, language);
  for (std::size_t i = 0; i < story.reports.size(); ++i) {
    const auto position = static_cast<std::int32_t>(i);
    Report& report = reports[static_cast<std::size_t>(story.reports[i])];
    if (report.published.basis != Basis::Unknown || solver.cuts(position).empty()) continue;
    report.published = make_published(solver, position, writer, anchors);
  }
}

}  // namespace isnad
