// SPDX-License-Identifier: Apache-2.0
#include "record/statements.h"

#include <algorithm>

#include "record/cues.h"
#include "record/words_holders.h"

namespace isnad {
namespace {

struct Said { std::int32_t report; const Event* event; };

bool holds(const Event& event) {
  return event.stance != Stance::Denied && event.stance != Stance::Negated &&
         !event.hypothetical;
}

std::vector<Said> find_said(const StoryView& view, std::string_view topic, bool denied) {
  std::vector<Said> all;
  for (std::int32_t report : view.story.reports) {
    for (const Event& event : view.report(report).events) {
      if (event.topic != topic || event.span.empty() || event.historical) continue;
      const bool is_denied = event.stance == Stance::Denied;
      if (denied ? is_denied : holds(event)) all.push_back({report, &event});
    }
  }
  return all;
}

std::string shown_actor(const StoryView& view, const Said& said) {
  if (said.event->actor != kNone) {
    const Report& report = view.report(said.report);
    const Entity& actor = report.entities[static_cast<std::size_t>(said.event->actor)];
    if (actor.type == EntityType::Group && !actor.mentions.empty()) {   // "the opposition": in the record's words
      Holder holder;
      holder.span = report.names[static_cast<std::size_t>(actor.mentions.front())].span;
      holder.entity = said.event->actor;
      const std::string shown = make_holder(view, said.report, {holder}).shown;
      if (!shown.empty()) return shown;
    }
  }
  if (said.event->actor != kNone) return view.shown_name(said.report, said.event->actor);
  return said.event->actor_span.empty() ? "" : view.slice(said.report, said.event->actor_span);
}

// Whose statement it is: who is said to have said it, else who did it.
std::string speaker(const StoryView& view, const Said& said) {
  const HolderId holder = make_holder(view, said.report, said.event->holders);
  return holder.named ? holder.shown : shown_actor(view, said);
}

// Whom both statements are about.
std::string subject(const StoryView& view, const Said& a, const Said& b) {
  for (const Said& said : {a, b}) {
    if (said.event->recipient != kNone) return view.shown_name(said.report, said.event->recipient);
    if (said.event->actor != kNone && !said.event->actor_span.empty()) {   // "the opposition", in the record's words
    Holder holder;
    holder.span = said.event->actor_span;
    holder.entity = said.event->actor;
    const std::string shown = make_holder(view, said.report, {holder}).shown;
    if (!shown.empty()) return shown;
  }
  if (said.event->actor != kNone) return view.shown_name(said.report, said.event->actor);
  }
  return {};
}

// Statements about two different persons or places do not oppose each other.
bool may_meet(const StoryView& view, const Said& a, const Said& b) {
  const std::int32_t x = view.name_of(a.report, a.event->recipient);
  const std::int32_t y = view.name_of(b.report, b.event->recipient);
  return x == kNone || y == kNone || x == y;
}

// Both name who acts: one of the story's names, or words.
bool differ(const StoryView& view, const Said& a, const Said& b) {
  const std::int32_t x = view.name_of(a.report, a.event->actor);
  const std::int32_t y = view.name_of(b.report, b.event->actor);
  if (x != kNone && y != kNone) return x != y;
  if (a.event->actor_span.empty() || b.event->actor_span.empty()) return false;
  if (x != kNone || y != kNone) return false;   // a name and words may be one
  return fold_words(view.slice(a.report, a.event->actor_span)) !=
         fold_words(view.slice(b.report, b.event->actor_span));
}

// Two acts of one day that both name, and of one place as far as they say.
bool one_act(const StoryView& view, const Said& a, const Said& b) {
  const std::int32_t x = view.name_of(a.report, a.event->place);
  const std::int32_t y = view.name_of(b.report, b.event->place);
  if (x != kNone && y != kNone && x != y) return false;
  const Days p = a.event->date, q = b.event->date;
  return p.one_day() && q.one_day() && p.first == q.first;
}

// A ministry claims no attack: it was read for the group it speaks of.
bool may_claim(const StoryView& view, const Said& said) {
  if (said.event->actor == kNone) return !said.event->actor_span.empty();
  const Entity& actor =
      view.report(said.report).entities[static_cast<std::size_t>(said.event->actor)];
  return !find_office(fold_words(actor.name)).official;
}

// Both are names of the story: words for a claimant ("the terrorist group") may be anybody's.
bool are_named(const StoryView& view, const Said& a, const Said& b) {
  const auto is_name = [&](const Said& said) {
    if (view.name_of(said.report, said.event->actor) == kNone) return false;
    const Entity& actor = view.report(said.report).entities[static_cast<std::size_t>(said.event->actor)];
    return !has_cue(actor.name, "nameless");
  };
  return is_name(a) && is_name(b);
}

// What a row of opposed.tsv asks of those who act.
bool may_oppose(const StoryView& view, std::string_view who, const Said& a, const Said& b) {
  if (who == "same") return !differ(view, a, b);
  if (who == "rivals") {
    return a.report != b.report && are_named(view, a, b) && differ(view, a, b) && one_act(view, a, b) &&
           may_claim(view, a) && may_claim(view, b);
  }
  return true;
}

// Somebody's own words.
bool is_quoted(const StoryView& view, const Said& said) {
  const auto& quotations = view.report(said.report).quotations;
  return std::any_of(quotations.begin(), quotations.end(), [&](const Quotation& quotation) {
    return quotation.direct && quotation.span.contains(said.event->span);
  });
}

// The pair to show: of two reports, in somebody's own words, with its holders named, earliest in
// the story.
bool best_pair(const StoryView& view, const std::vector<Said>& as, const std::vector<Said>& bs,
               std::string_view who, Said& a, Said& b) {
  int best = -1;
  for (const Said& x : as) {
    for (const Said& y : bs) {
      if (x.event == y.event || !may_meet(view, x, y) || !may_oppose(view, who, x, y)) continue;
      const bool named_x = x.event->actor != kNone || !x.event->holders.empty();
      const bool named_y = y.event->actor != kNone || !y.event->holders.empty();
      const int rank = (x.report != y.report ? 8 : 0) + (named_x ? 1 : 0) + (named_y ? 2 : 0) +
                       (is_quoted(view, x) ? 2 : 0) + (is_quoted(view, y) ? 2 : 0);
      if (rank <= best) continue;
      best = rank;
      a = x;
      b = y;
    }
  }
  return best >= 0;
}

Found make_opposed(const StoryView& view, const std::string& name, Relation relation,
                   const Said& a, const Said& b) {
  Found found;
  Difference& d = found.difference;
  d.relation = relation;
  d.about = About::Claim;
  d.a = {a.report, a.event->span};
  d.b = {b.report, b.event->span};
  std::string who = subject(view, a, b);
  if (who.empty()) who = view.words.get("opposed.someone");
  const bool claimed = name == "claimants";   // by whom, not as told by whom
  const std::vector<Fill> fills = {{"who_a", claimed ? shown_actor(view, a) : speaker(view, a)},
                                   {"who_b", claimed ? shown_actor(view, b) : speaker(view, b)},
                                   {"who", who}};
  const bool known = view.words.has("opposed." + name + ".why");
  const std::string key = "opposed." + (known ? name : std::string("denied"));
  d.title = view.words.fill(key + ".title", fills);
  d.why = view.words.fill(key + ".why", fills);
  found.weight = relation == Relation::Denial ? 75 : 74;
  return found;
}

void find_row(const StoryView& view, const std::vector<std::string_view>& row,
              std::vector<Found>& all) {
  const std::vector<Said> as = find_said(view, row[2], false);
  const std::vector<Said> bs = find_said(view, row[3], false);
  Said a{kNone, nullptr}, b{kNone, nullptr};
  const std::string_view who = row.size() > 4 ? row[4] : std::string_view("-");
  if (!best_pair(view, as, bs, who, a, b)) return;
  const Relation relation = row[1] == "denial" ? Relation::Denial : Relation::Contradiction;
  all.push_back(make_opposed(view, std::string(row[0]), relation, a, b));
}

// A topic that one report holds and another reports as denied.
void find_denials(const StoryView& view, std::vector<Found>& all) {
  std::vector<std::string> topics;
  for (std::int32_t report : view.story.reports) {
    for (const Event& event : view.report(report).events) {
      const bool denied = event.stance == Stance::Denied && !event.topic.empty();
      if (denied && std::find(topics.begin(), topics.end(), event.topic) == topics.end()) {
        topics.push_back(event.topic);
      }
    }
  }
  std::sort(topics.begin(), topics.end());
  for (const std::string& topic : topics) {
    Said a{kNone, nullptr}, b{kNone, nullptr};
    if (best_pair(view, find_said(view, topic, true), find_said(view, topic, false), "-", a, b)) {
      all.push_back(make_opposed(view, "denied", Relation::Denial, a, b));
    }
  }
}

}  // namespace

std::vector<Found> find_opposed_statements(const StoryView& view) {
  std::vector<Found> all;
  std::vector<std::string_view> done;
  for (const auto& row : split_table(embedded_table("opposed"))) {
    if (row.size() < 4) continue;
    if (std::find(done.begin(), done.end(), row[2]) != done.end()) continue;
    const std::size_t before = all.size();
    find_row(view, row, all);
    if (all.size() > before) done.push_back(row[2]);
  }
  find_denials(view, all);
  return all;
}

}  // namespace isnad
