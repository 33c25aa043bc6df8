// SPDX-License-Identifier: Apache-2.0
// Figures: counts under cues become claims, with holder, stance, kind, place and date.
#include <algorithm>
#include <string>

#include "read/claim_context.h"
#include "read/counts.h"
#include "read/figure_words.h"
#include "read/read.h"
#include "read/roles.h"

namespace isnad {
namespace {

constexpr std::uint32_t kNameBehind = 6;   // bytes: a space, a mark, a space

// Parts of a page that can hold claims.
bool is_report_part(PartKind kind) {
  return kind == PartKind::Title || kind == PartKind::Body || kind == PartKind::Embed ||
         kind == PartKind::Caption;
}

bool in_report(const Report& report, Span span) {
  for (const Part& part : report.parts) {
    if (part.span.contains(span)) return is_report_part(part.kind);
  }
  return false;
}

ClaimContext::Motion motion_of(Role role) {
  switch (role) {
    case Role::Displaced:
      return ClaimContext::Motion::Away;
    case Role::Deployed: case Role::DeployedEquipment: case Role::Participants: case Role::Attackers:
      return ClaimContext::Motion::Toward;
    case Role::Arrested: case Role::Released:
      return ClaimContext::Motion::Held;
    default:
      return ClaimContext::Motion::None;
  }
}

class FigureMaker {
 public:
  FigureMaker(Report& report, const FigureWords& words, const ClaimContext& context)
      : report_(report), words_(words), context_(context), lead_speech_(context.lead_speech_time()) {}

  void add(const Count& count, const RoledCount& roled) {
    Figure figure;
    figure.span = span_of(std::min(roled.begin, count.begin), std::max(roled.end, count.end));
    if (!in_report(report_, figure.span) || is_named(count)) return;
    figure.role = roled.role;
    figure.low = count.low;
    figure.high = count.high;
    figure.bound = count.bound;
    figure.group = count.group.empty() ? "people" : count.group;
    if (count.noun != Count::Noun::Victim || count.label != count.noun_span) figure.label = count.label;
    figure.number = count.number_end > count.number_begin ? span_of(count.number_begin, count.number_end) : count.noun_span;
    figure.noun = count.noun_span;
    figure.cue = roled.cue;
    figure.kind = kind_of(count, figure);
    if (roled.feared) figure.stance = Stance::Feared;
    finish(figure, follows(count, figure), is_known(count, roled));
  }

  void add_negated(const NegatedCount& negated) {
    Figure figure;
    figure.span = span_of(negated.begin, negated.end);
    if (!in_report(report_, figure.span)) return;
    figure.role = negated.role;
    figure.group = "people";
    figure.stance = Stance::Negated;
    figure.noun = negated.noun;
    figure.number = negated.noun;
    finish(figure, false, false);
  }

 private:
  Span span_of(std::uint32_t begin, std::uint32_t end) const {
    auto tokens = words_.text->tokens();
    Span span{stem_begin(begin), tokens[end - 1].span.end};
    return span;
  }

  // Joined particles before the first word are no part of a figure.
  std::uint32_t stem_begin(std::uint32_t token) const {
    const FigureToken& t = words_.at(token);
    if (t.number >= 0) return report_.numbers[static_cast<std::size_t>(t.number)].span.begin;
    for (const FigureWord* word : {&t.cue, &t.carrier, &t.victim, &t.people, &t.thing, &t.part, &t.negation}) {
      if (*word) return word->span.begin;
    }
    return words_.text->tokens()[token].span.begin;
  }

  // "the two martyrs", "the 32 victims": those of what the report is about, whatever else the clause tells.
  bool is_known(const Count& count, const RoledCount& roled) const {
    if (count.noun != Count::Noun::Victim || !roled.cue.empty()) return false;
    bool harm = count.definite || count.noun_sense->attribute("known") == "1";
    bool noun_first = count.form == Count::Form::Dual || words_.text->token_at(count.noun_span.begin) < count.number_begin;
    return harm && noun_first && context_.main_day_told();
  }

  // "and hurt three others": of what the figure before it tells, where and when.
  bool follows(const Count& count, const Figure& figure) const {
    if (report_.figures.empty() || !(count.others || count.part)) return false;
    const Figure& last = report_.figures.back();
    if (last.span.begin > figure.span.begin) return false;
    return words_.same_sentence(count.begin, words_.text->token_at(last.span.begin));
  }

  // "the death of minister Salim": one given by name is a name.
  bool is_named(const Count& count) const {
    if (count.form != Count::Form::Single || count.noun_span.empty()) return false;
    return std::any_of(report_.names.begin(), report_.names.end(), [&](const NameMention& name) {
      if (name.type != EntityType::Person) return false;
      if (name.title.overlaps(count.noun_span) || name.span.overlaps(count.noun_span)) return true;
      const std::uint32_t end = words_.text->tokens()[count.end - 1].span.end;   // "the suspect: Salim"
      return count.definite && name.span.begin >= end && name.span.begin - end <= kNameBehind;
    });
  }

  CountKind kind_of(const Count& count, Figure& figure) const {
    if (count.part) {
      figure.part_of = whole_of(figure);
      return CountKind::Part;
    }
    if (joins_part(count, figure)) {
      figure.part_of = report_.figures.back().part_of;
      return CountKind::Part;
    }
    if (count.fresh || in_one_night(count)) return CountKind::New;
    if (count.others && !report_.figures.empty()) {
      const Figure& last = report_.figures.back();
      if (last.role == figure.role && last.span.end <= figure.span.begin) return CountKind::New;
    }
    return CountKind::Total;
  }

  // "among them 17 children and 14 women": the second as well.
  bool joins_part(const Count& count, const Figure& figure) const {
    if (report_.figures.empty() || count.begin == 0) return false;
    const bool apart = words_.at(count.begin - 1).joined_and && words_.text->tokens()[count.begin].kind == TokenKind::Number;
    if (!apart && !words_.at(count.begin).joined_and && !words_.at(count.begin).number_conjoined) return false;
    const Figure& last = report_.figures.back();
    if (last.kind != CountKind::Part || last.role != figure.role || last.part_of == kNone || count.noun == Count::Noun::None) return false;
    const Figure& whole = report_.figures[static_cast<std::size_t>(last.part_of)];
    return count.others == false && count.low + last.low <= whole.low && words_.text->token_at(last.span.end - 1) + (apart ? 2 : 1) == count.begin;
  }

  // "a night in which 200 were held": of that night, not so far.
  bool in_one_night(const Count& count) const {
    std::uint32_t from = count.begin > 8 ? count.begin - 8 : 0;
    std::uint32_t to = std::min(words_.size(), count.end + 4);
    for (std::uint32_t i = from; i < to; ++i) {
      const FigureToken& token = words_.at(i);
      if (token.night && words_.clause(i) == words_.clause(count.begin)) return true;
    }
    return false;
  }

  std::int32_t whole_of(const Figure& part) const {
    for (std::size_t i = report_.figures.size(); i-- > 0;) {
      const Figure& figure = report_.figures[i];
      if (figure.role == part.role && figure.kind != CountKind::Part && figure.low >= part.low) {
        return static_cast<std::int32_t>(i);
      }
    }
    return kNone;
  }

  void finish(Figure& figure, bool follows, bool known) {
    const Attribution* said = context_.attribution(figure.span);
    if (said != nullptr) {
      figure.holders = said->chain;
      if (figure.stance == Stance::Asserted) figure.stance = said->stance;
    }
    std::int32_t place = follows ? context_.place_right_behind(figure.number) : kNone;
    follows = follows && place == kNone;
    if (follows) {
      const Figure& last = report_.figures.back();
      figure.place = last.place;
      figure.place_entity = last.place_entity;
      figure.date_time = last.date_time;
      figure.since = last.since;
      figure.said_then = last.said_then;
      report_.figures.push_back(figure);
      return;
    }
    place = context_.place_near(figure.span, figure.number.empty() ? figure.span : figure.number, motion_of(figure.role));
    if (place == kNone) place = context_.report_place(motion_of(figure.role));
    if (place != kNone) {
      const ClaimPlace& where = context_.places()[static_cast<std::size_t>(place)];
      figure.place = where.span;
      if (where.name != kNone) figure.place_entity = report_.names[static_cast<std::size_t>(where.name)].entity;
    }
    if (!known) find_time(figure, said);
    report_.figures.push_back(figure);
  }

  // When it happened, or, with no such word, when it was said.
  void find_time(Figure& figure, const Attribution* said) const {
    figure.date_time = context_.time_near(figure.span, said, motion_of(figure.role));
    if (figure.date_time == kNone) {
      figure.date_time = said != nullptr ? lead_speech_ : kNone;
      figure.said_then = figure.date_time != kNone;
      return;
    }
    bool of_saying = context_.dates_the_saying(figure.date_time, said);
    bool of_incident = context_.since_an_incident(figure.date_time);
    bool since = context_.time_follows(figure.date_time, class_id("SINCE_WORD"));
    if (since && of_saying && said != nullptr) figure.date_time = kNone;   // "in X, held since 1974: ..."
    figure.since = since && !of_saying && !of_incident;
    figure.said_then = !figure.since && (of_saying || of_incident);
  }

  Report& report_;
  const FigureWords& words_;
  const ClaimContext& context_;
  std::int32_t lead_speech_;
};

bool is_country(const Report& report, Span place) {
  return std::any_of(report.names.begin(), report.names.end(), [&](const NameMention& n) { return n.span == place && n.grain >= 4; });
}

// A title with no place of its own, or with a country only: that of the same figure in the body.
void place_titles(Report& report) {
  for (Figure& title : report.figures) {
    if (report.title.empty() || !report.title.contains(title.span)) continue;
    for (const Figure& body : report.figures) {
      if (report.title.contains(body.span) || body.role != title.role || body.low != title.low) continue;
      if (report.title.contains(title.place) && !is_country(report, title.place)) break;
      if (report.title.contains(title.place) && is_country(report, body.place)) break;
      title.place = body.place;
      title.place_entity = body.place_entity;
      break;
    }
  }
}

// The figures behind a whole that sum up to it, but for the one at `skip`; empty where they do not.
std::vector<std::size_t> parts_of(const std::vector<Figure>& figures, std::size_t whole, std::size_t skip) {
  const Figure& w = figures[whole];
  std::int64_t sum = 0;
  std::vector<std::size_t> parts;
  for (std::size_t i = whole + 1; i < figures.size() && i < whole + 20 && sum < w.low; ++i) {
    if (i == skip || figures[i].role != w.role || figures[i].kind != CountKind::Total || figures[i].low >= w.low) continue;
    sum += figures[i].low;
    parts.push_back(i);
  }
  if (sum != w.low || parts.size() < (skip == 0 ? 2u : 3u)) parts.clear();
  return parts;
}

// A whole told in its parts: numbers of one role, in the sentences behind it, that sum up to it. One
// number among them may be an earlier count of a part.
void find_parts_by_sum(Report& report) {
  std::vector<Figure>& figures = report.figures;
  for (std::size_t whole = 0; whole < figures.size(); ++whole) {
    const Figure& w = figures[whole];
    if (w.kind != CountKind::Total || w.low < 3 || (report.title.contains(w.span) && !report.title.empty())) continue;
    std::vector<std::size_t> parts = parts_of(figures, whole, 0);
    for (std::size_t skip = whole + 1; parts.empty() && skip < std::min(figures.size(), whole + 10); ++skip) {
      parts = parts_of(figures, whole, skip);
    }
    for (std::size_t part : parts) {
      figures[part].kind = CountKind::Part;
      figures[part].part_of = static_cast<std::int32_t>(whole);
    }
  }
}

// In reading order, with part_of following its whole.
void sort_figures(std::vector<Figure>& figures) {
  std::vector<std::int32_t> order(figures.size()), now_at(figures.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::int32_t>(i);
  std::stable_sort(order.begin(), order.end(), [&](std::int32_t a, std::int32_t b) {
    return figures[static_cast<std::size_t>(a)].span < figures[static_cast<std::size_t>(b)].span;
  });
  std::vector<Figure> sorted;
  for (std::size_t i = 0; i < order.size(); ++i) {
    now_at[static_cast<std::size_t>(order[i])] = static_cast<std::int32_t>(i);
    sorted.push_back(std::move(figures[static_cast<std::size_t>(order[i])]));
  }
  for (Figure& figure : sorted) {
    if (figure.part_of != kNone) figure.part_of = now_at[static_cast<std::size_t>(figure.part_of)];
  }
  figures = std::move(sorted);
}

}  // namespace

void find_figures(Lattice& lattice, Report& report, const std::vector<Attribution>& attributions) {
  report.figures.clear();
  FigureWords words = look_up_figure_words(lattice, report);
  std::vector<Count> counts = find_counts(words, report);
  std::vector<RoledCount> roled = find_roles(words, counts);
  ClaimContext context(lattice, report, attributions);
  FigureMaker maker(report, words, context);
  report.main_time = context.main_time();
  for (const RoledCount& r : roled) maker.add(counts[r.count], r);
  for (const NegatedCount& n : find_negated(words, counts)) maker.add_negated(n);
  sort_figures(report.figures);
  place_titles(report);
  find_parts_by_sum(report);
}

}  // namespace isnad
