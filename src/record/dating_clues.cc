// SPDX-License-Identifier: Apache-2.0
#include "record/dating_clues.h"

#include <algorithm>
#include <array>

#include "record/dating_words.h"

namespace isnad {
namespace {

constexpr std::int32_t kHalfYear = 182;
constexpr std::int32_t kEmbedDays = 6;   // a report embeds posts of its own week

bool in_direct_quotation(const Report& report, Span span) {
  return std::any_of(report.quotations.begin(), report.quotations.end(), [&](const Quotation& q) {
    return q.direct && q.span.contains(span);
  });
}

bool own_voice(const Report& report, Span span) {
  const PartKind kind = part_at(report, span);
  return kind != PartKind::Embed && kind != PartKind::Chrome && kind != PartKind::Credit &&
         !in_direct_quotation(report, span);
}

bool has_month_day(const TimeForm& form) {
  return form.year == kUnset && form.month != kUnset && form.day != kUnset;
}

// X - D of a form; false when it names no day.
bool find_distance(const TimeMention& time, DayWord& word) {
  const TimeForm& form = time.form;
  switch (form.base) {
    case TimeForm::Base::Offset:
      if (form.unit == 'W' && form.count == 0 && !form.from_earlier) {   // "this week"
        word.low = -6;
        word.high = 0;
        return word.bare = true;
      }
      if (form.unit != 'D' || form.count == kUnset || form.from_earlier) return false;
      word.low = word.high = form.count;
      return true;
    case TimeForm::Base::Weekday:
      word.bare = form.side == 0;
      word.low = form.side > 0 ? 1 : form.side < 0 ? -13 : -6;
      word.high = form.side > 0 ? 13 : form.side < 0 ? -1 : 0;
      return form.weekday != kUnset && !form.from_earlier;
    case TimeForm::Base::DayMonth:
    case TimeForm::Base::Written:
      word.low = -kHalfYear;
      word.high = kHalfYear;
      return has_month_day(form) || is_full_date(time);
    default: return false;
  }
}

DaySet find_days(const TimeMention& time, const Window& window) {
  if (is_full_date(time)) {
    const std::int32_t day = full_date_day(time);
    return day == kNoDay ? DaySet() : window.stretch(day, day);
  }
  DaySet days = window.stretch(kNoDay, kNoDay);
  if (time.form.weekday != kUnset) days &= window.weekday(time.form.weekday);
  if (has_month_day(time.form)) days &= window.month_day(time.form.month, time.form.day);
  return days;
}

// Whether something the report tells as done rests on this time.
bool told_as_past(const Report& report, std::int32_t time) {
  const auto event = [&](const Event& e) {
    return e.date_time == time && !e.future && !e.hypothetical && !e.historical;
  };
  const auto figure = [&](const Figure& f) {
    return f.date_time == time && f.stance == Stance::Asserted && f.role != Role::Other;
  };
  return std::any_of(report.events.begin(), report.events.end(), event) ||
         std::any_of(report.figures.begin(), report.figures.end(), figure);
}

bool starts_with_word(const std::vector<std::string>& cues, const std::string& text) {
  return std::any_of(cues.begin(), cues.end(), [&](const std::string& cue) {
    return text.starts_with(cue) && (text.size() == cue.size() || text[cue.size()] == ' ');
  });
}

// Where the up to `before` words before the span begin, with no mark between.
std::uint32_t words_begin(const Report& report, Span span, std::uint32_t before) {
  const auto tokens = report.text.tokens();
  const std::uint32_t at = report.text.token_at(span.begin);
  std::uint32_t first = at;
  while (first > 0 && at - first < before && tokens[first - 1].kind == TokenKind::Word) --first;
  return first < tokens.size() ? tokens[first].span.begin : span.begin;
}

// Folded keys of up to `before` words before the span and of those inside it.
std::string words_with(const Report& report, Span span, std::uint32_t before, bool inside) {
  const auto tokens = report.text.tokens();
  const std::uint32_t at = report.text.token_at(span.begin);
  std::string out;
  for (std::uint32_t i = report.text.token_at(words_begin(report, span, before));
       i < tokens.size(); ++i) {
    if (tokens[i].span.begin >= span.end || (!inside && i >= at)) break;
    if (!out.empty()) out += ' ';
    out += report.text.key(tokens[i]);
  }
  return out;
}

bool is_until(const Report& report, Span span) {
  static const std::vector<std::string> cues = dating_cues("cue.until");
  return starts_with_word(cues, words_with(report, span, 1, false)) ||
         starts_with_word(cues, words_with(report, span, 0, true));
}

// Whether one of the cues stands in the six words before the span, or in it.
bool stands_before(const Report& report, Span span, const std::vector<std::string>& cues) {
  const std::string around = " " + words_with(report, span, 6, true) + " ";
  return std::any_of(cues.begin(), cues.end(), [&](const std::string& cue) {
    return around.find(" " + cue + " ") != around.npos;
  });
}

bool is_beginning(const Report& report, Span span) {
  static const std::vector<std::string> cues = dating_cues("cue.beginning");
  return stands_before(report, span, cues);
}

bool is_earlier_today(const Report& report, Span span) {
  static const std::vector<std::string> cues = dating_cues("cue.earlier");
  return stands_before(report, span, cues);
}

void add_date_clue(const Report& report, const DayWord& word, const Window& window,
                   std::vector<Clue>& clues) {
  const Days days = window.hull(word.days);
  if (days.first == kNoDay) return;
  Clue clue{.key = {}, .keep = {}, .span = word.span, .other = {}};
  if (part_at(report, word.span) == PartKind::Dateline) {
    clue.key = "dateline_date";
    clue.keep = move_days(word.days, 0, 1);
  } else if (is_until(report, word.span)) {
    clue.key = "until_date";
    clue.keep = move_days(word.days, -kHalfYear, 0);
  } else if (told_as_past(report, word.time)) {
    clue.key = "past_date";
    clue.keep = move_days(word.days, 0, kHalfYear);
  } else {
    return;
  }
  clue.day = days.first;
  clues.push_back(clue);
}

void add_word_clue(const Report& report, const DayWord& word, const Window& window,
                   std::vector<Clue>& clues) {
  const TimeForm& form = report.times[static_cast<std::size_t>(word.time)].form;
  if (form.base == TimeForm::Base::Offset) {
    if (form.unit != 'D' || (form.weekday == kUnset && !has_month_day(form))) return;
    Clue clue{.key = "named", .keep = {}, .span = word.span, .other = {}};
    clue.keep = move_days(word.days, -word.high, -word.low);
    clue.weekday = form.weekday == kUnset ? kUnset : ((form.weekday - form.count) % 7 + 7) % 7;
    if (clue.weekday == kUnset) clue.key = "offset_date";
    clue.day = window.hull(clue.keep).first;
    clues.push_back(clue);
  } else if (form.base == TimeForm::Base::Weekday) {
    if (form.side != 0 || !is_earlier_today(report, word.span)) return;
    Clue clue{.key = "earlier", .keep = {}, .span = word.span, .other = {}};
    clue.keep = window.weekday(form.weekday);
    clue.weekday = form.weekday;
    clue.own_words = false;
    clues.push_back(clue);
  } else {
    add_date_clue(report, word, window, clues);
  }
}

// Dates printed in embeds and in the page's furniture bound the report from both sides.
void add_page_clues(const Report& report, const Window& window, std::vector<Clue>& clues) {
  const TimeMention *floor = nullptr, *ceiling = nullptr;
  for (const TimeMention& time : report.times) {
    if (!is_full_date(time) || full_date_day(time) == kNoDay) continue;
    const PartKind kind = part_at(report, time.span);
    const std::int32_t day = full_date_day(time);
    if (kind == PartKind::Embed && (!floor || day > full_date_day(*floor))) floor = &time;
    if (kind == PartKind::Chrome && (!ceiling || day > full_date_day(*ceiling))) ceiling = &time;
  }
  if (floor && window.holds(full_date_day(*floor))) {
    Clue clue{.key = "embed_floor", .keep = {}, .span = floor->span, .other = {}};
    clue.day = full_date_day(*floor);
    clue.keep = window.stretch(clue.day, kNoDay);
    clues.push_back(clue);
  }
  if (ceiling) {
    Clue clue{.key = "chrome_ceiling", .keep = {}, .span = ceiling->span, .other = {}};
    clue.day = full_date_day(*ceiling);
    clue.keep = window.stretch(kNoDay, clue.day);
    clue.own_words = false;
    clues.push_back(clue);
  }
}

// The weekday most often named alone, when it stands out: twice at least, more than others.
std::int32_t leading_weekday(const std::vector<DayWord>& words, Span& span) {
  std::array<int, 7> times{};
  for (const DayWord& word : words) {
    if (word.bare && word.weekday != kUnset) ++times[static_cast<std::size_t>(word.weekday)];
  }
  const auto best = std::max_element(times.begin(), times.end());
  if (*best < 2 || std::count(times.begin(), times.end(), *best) > 1) return kUnset;
  const auto weekday = static_cast<std::int32_t>(best - times.begin());
  for (const DayWord& word : words) {
    if (word.bare && word.weekday == weekday) {
      span = word.span;
      break;
    }
  }
  return weekday;
}

void add_same_sentence(const Report& report, const std::vector<DayWord>& words,
                       const Window& window, std::int32_t leading, std::vector<Clue>& clues) {
  for (const DayWord& offset : words) {
    const TimeForm& form = report.times[static_cast<std::size_t>(offset.time)].form;
    if (form.base != TimeForm::Base::Offset || form.unit != 'D') continue;
    if (form.weekday != kUnset || form.count > 0) continue;
    for (const DayWord& named : words) {
      if (!named.bare || named.sentence != offset.sentence || named.weekday != leading) continue;
      Clue clue{.key = "same_sentence", .keep = {}, .span = offset.span, .other = named.span};
      clue.weekday = ((named.weekday - form.count) % 7 + 7) % 7;
      clue.keep = window.weekday(clue.weekday);
      clue.own_words = false;
      clues.push_back(clue);
      return;
    }
  }
}

}  // namespace

PartKind part_at(const Report& report, Span span) {
  for (const Part& part : report.parts) {
    if (part.span.begin <= span.begin && span.begin < part.span.end) return part.kind;
  }
  return report.parts.empty() ? PartKind::Body : PartKind::Chrome;
}

bool is_full_date(const TimeMention& time) {
  const TimeForm& form = time.form;
  return form.base == TimeForm::Base::Written && form.year != kUnset && form.month != kUnset &&
         form.day != kUnset;
}

std::int32_t full_date_day(const TimeMention& time) {
  const TimeForm& form = time.form;
  const std::int32_t day = day_number(form.year, form.month, form.day);
  const CivilDay back = civil_day(day);
  return back.month == form.month && back.day == form.day ? day : kNoDay;
}

std::vector<DayWord> find_day_words(const Report& report, std::int32_t position,
                                    const Window& window) {
  std::vector<DayWord> words;
  for (std::size_t i = 0; i < report.times.size(); ++i) {
    const TimeMention& time = report.times[i];
    if (time.kind != TimeKind::Date && time.kind != TimeKind::Time) continue;
    DayWord word;
    word.position = position;
    word.time = static_cast<std::int32_t>(i);
    word.span = time.span;
    if (!own_voice(report, time.span) || !find_distance(time, word)) continue;
    word.weekday = time.form.weekday;
    word.dated = has_month_day(time.form) || is_full_date(time);
    word.beginning = is_beginning(report, time.span);
    word.with_before = {words_begin(report, time.span, 6), time.span.end};
    word.days = find_days(time, window);
    if (word.days.none()) continue;
    const auto tokens = report.text.tokens();
    const std::uint32_t token = report.text.token_at(time.span.begin);
    word.sentence = token < tokens.size() ? tokens[token].sentence : 0;
    words.push_back(word);
  }
  return words;
}

std::vector<Clue> find_sure_clues(const Report& report, const std::vector<DayWord>& words,
                                  const Window& window) {
  std::vector<Clue> clues;
  add_page_clues(report, window, clues);
  for (const DayWord& word : words) add_word_clue(report, word, window, clues);
  return clues;
}

std::vector<Clue> find_assumed_clues(const Report& report, const std::vector<DayWord>& words,
                                     const Window& window) {
  std::vector<Clue> sure, clues;
  add_page_clues(report, window, sure);
  for (const Clue& floor : sure) {
    if (floor.key != "embed_floor") continue;
    Clue clue = floor;
    clue.key = "embed_near";
    clue.keep = window.stretch(floor.day, floor.day + kEmbedDays);
    clues.push_back(clue);
  }
  Span span;
  const std::int32_t leading = leading_weekday(words, span);
  if (leading == kUnset) return clues;
  add_same_sentence(report, words, window, leading, clues);
  Clue clue{.key = "day_style", .keep = {}, .span = span, .other = {}};
  clue.weekday = leading;
  clue.keep = window.weekday(leading) | window.weekday((leading + 1) % 7);
  clues.push_back(clue);
  return clues;
}

}  // namespace isnad
