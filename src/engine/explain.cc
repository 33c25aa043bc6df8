// SPDX-License-Identifier: Apache-2.0
#include "engine/explain.h"

#include <charconv>
#include <set>

#include "base/figure_name.h"
#include "match/match.h"
#include "match/pack.h"

namespace isnad {
namespace {

class Explainer {
 public:
  Explainer(const Report& report, const Packs& packs)
      : report_(report), packs_(packs), lattice_(report.text, packs) {}

  std::string take() { return std::move(out_); }

  void head(std::string_view id, std::string_view what, Span span) {
    out_ += std::string(id) + "  " + std::string(what) + "\n";
    words("words", span, false);
  }

  void line(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    out_ += "  " + std::string(name) + std::string(name.size() < 10 ? 10 - name.size() : 1, ' ') + std::string(value) + "\n";
  }

  // A stretch of the text, where it stands, and the pack rows its words are in.
  void words(std::string_view name, Span span, bool with_rows = true) {
    if (span.empty()) return;
    line(name, quoted(span));
    if (with_rows) rows(span);
  }

  void rule(std::uint32_t rule) {
    if (rule == kNoRule) return;
    line("rule", packs_.rule_name(rule) + "  (" + packs_.inner().rule_place(rule) + ")");
  }

  const Report& report() const { return report_; }

 private:
  std::string quoted(Span span) const {
    return "\"" + std::string(report_.text.slice(span)) + "\"  [" + std::to_string(report_.text.code_point(span.begin)) +
           ", " + std::to_string(report_.text.code_point(span.end)) + ")";
  }

  // Every list row that an edge inside `span` comes from, once.
  void rows(Span span) {
    std::set<std::string> seen;
    std::uint32_t token = report_.text.token_at(span.begin);
    auto tokens = report_.text.tokens();
    for (; token < tokens.size() && tokens[token].span.begin < span.end; ++token) {
      for (std::uint32_t slot = 0; slot < 8; ++slot) {
        for (const Edge& edge : lattice_.edges_from(token * 8 + slot)) {
          if (!span.contains(edge.span)) continue;
          for (const Sense& sense : lattice_.senses(edge)) row(edge, sense, seen);
        }
      }
    }
  }

  void row(const Edge& edge, const Sense& sense, std::set<std::string>& seen) {
    std::string name = packs_.inner().row_name(sense.row);
    if (name.empty() || !seen.insert(name).second) return;
    out_ += "              " + std::string(report_.text.slice(edge.span)) + "  " + std::string(sense.attributes) + "  (" + name + ")\n";
  }

  const Report& report_;
  const Packs& packs_;
  Lattice lattice_;
  std::string out_;
};

std::string range_text(std::int64_t low, std::int64_t high, Bound bound) {
  std::string out = std::to_string(low) + " to " + (high == kOpen ? "open" : std::to_string(high));
  return out + " (" + bound_name(bound) + ")";
}

void explain_holders(Explainer& e, const std::vector<Holder>& holders) {
  for (const Holder& holder : holders) {
    e.words("holder", holder.span);
    e.words("  said by", holder.cue);
  }
  if (holders.empty()) e.line("holder", "none named: the outlet speaks for itself");
}

void explain_time_ref(Explainer& e, std::int32_t time, const Days& days) {
  if (time != kNone) e.words("date from", e.report().times[static_cast<std::size_t>(time)].span);
  e.line("date", days.known() ? days_text(days) : "not known");
}

void explain_figure(Explainer& e, std::string_view id, const Figure& f) {
  e.head(id, std::string("figure, ") + role_name(f.role), f.span);
  e.words("number", f.number);
  e.line("value", range_text(f.low, f.high, f.bound));
  e.words("cue", f.cue);
  e.words("counted", f.noun);
  e.words("label", f.label);
  e.line("group", f.group);
  e.line("kind", count_kind_name(f.kind));
  e.line("stance", stance_name(f.stance));
  explain_holders(e, f.holders);
  e.words("place", f.place);
  explain_time_ref(e, f.date_time, f.date);
  e.line("event", f.event);
  e.line("rule", figure_rule_name(f) + "  (docs/methods/figures.md)");
}

void explain_time(Explainer& e, std::string_view id, const TimeMention& t) {
  e.head(id, std::string("time, ") + time_kind_name(t.kind), t.span);
  e.words("read from", t.span);
  e.line("value", t.value.empty() ? "open: the report's own date is not known" : t.value);
  e.line("anchor", anchor_name(t.anchor));
  e.line("note", t.note);
  e.rule(t.rule);
}

void explain_entity(Explainer& e, std::string_view id, const Entity& n) {
  Span first = n.mentions.empty() ? Span{} : e.report().names[static_cast<std::size_t>(n.mentions[0])].span;
  e.head(id, std::string("name, ") + entity_type_name(n.type), first);
  e.line("name", n.name);
  e.line("latin", n.name_latin);
  e.line("role", n.role);
  e.line("gazetteer", n.id);
  e.line("country", n.country);
  e.line("claimed by", n.claimed);
  e.line("precision", precision_name(n.grain));
  for (std::int32_t m : n.mentions) {
    const NameMention& mention = e.report().names[static_cast<std::size_t>(m)];
    e.words("mention", mention.span);
    e.rule(mention.rule);
  }
}

void explain_quotation(Explainer& e, std::string_view id, const Quotation& q) {
  e.head(id, q.direct ? "quotation, direct" : "quotation, reported", q.span);
  e.words("speaker", q.speaker.span);
  e.words("said by", q.speaker.cue);
  e.rule(q.rule);
}

void explain_event(Explainer& e, std::string_view id, const Event& event) {
  e.head(id, "event, " + event.type + (event.mode.empty() ? "" : "/" + event.mode), event.span);
  e.words("read from", event.span);
  e.line("topic", event.topic);
  e.line("stance", stance_name(event.stance));
  explain_holders(e, event.holders);
  explain_time_ref(e, event.date_time, event.date);
  e.rule(event.rule);
}

void explain_published(Explainer& e, const Published& p) {
  e.line("published", p.days.known() ? days_text(p.days) : "not known");
  e.line("basis", basis_name(p.basis));
  for (const Evidence& why : p.why) e.line("because", why.text);
}

// "f12" -> 11; -1 where it is no such id.
int index_of(std::string_view id, std::size_t size) {
  int number = 0;
  auto [end, bad] = std::from_chars(id.data() + 1, id.data() + id.size(), number);
  if (bad != std::errc() || end != id.data() + id.size()) return -1;
  return number >= 1 && static_cast<std::size_t>(number) <= size ? number - 1 : -1;
}

template <class List, class Explain>
bool explain_one(Explainer& e, std::string_view id, const List& list, Explain explain) {
  int index = index_of(id, list.size());
  if (index < 0) return false;
  explain(e, id, list[static_cast<std::size_t>(index)]);
  return true;
}

bool explain_id(Explainer& e, const Report& r, std::string_view id) {
  switch (id.empty() ? ' ' : id[0]) {
    case 'f': return explain_one(e, id, r.figures, explain_figure);
    case 't': return explain_one(e, id, r.times, explain_time);
    case 'n': return explain_one(e, id, r.entities, explain_entity);
    case 'q': return explain_one(e, id, r.quotations, explain_quotation);
    case 'e': return explain_one(e, id, r.events, explain_event);
    case 'p': explain_published(e, r.published); return true;
    default: return false;
  }
}

std::string count_text(char prefix, std::size_t size) {
  if (size == 0) return "";
  return std::string(" ") + prefix + "1.." + prefix + std::to_string(size);
}

}  // namespace

Result<std::string> explain(const Report& report, const Packs& packs, std::string_view id) {
  Explainer explainer(report, packs);
  if (explain_id(explainer, report, id)) return explainer.take();
  std::string have = "no '" + std::string(id) + "' in this report; it has p" + count_text('f', report.figures.size()) +
                     count_text('t', report.times.size()) + count_text('n', report.entities.size()) +
                     count_text('q', report.quotations.size()) + count_text('e', report.events.size());
  return Error{ErrorCode::NoSuchMention, report.input, have};
}

}  // namespace isnad
