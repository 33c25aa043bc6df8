// SPDX-License-Identifier: Apache-2.0
#include "read/numbers_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "match/lattice_inner.h"

namespace isnad {
namespace {

constexpr std::uint32_t kSlots = 8;
constexpr ClassId kNumw = class_id("NUMW");
constexpr ClassId kJoin = class_id("NUMJOIN");
constexpr ClassId kAnd = class_id("W");
constexpr ClassId kOne = class_id("NUMONE");
constexpr ClassId kNumeral = class_id("NUMERAL");
constexpr ClassId kFraction = class_id("FRACW");
constexpr ClassId kPoint = class_id("POINTWORD");
constexpr ClassId kDash = class_id("DASH");
constexpr ClassId kOrdinal = class_id("ORDW");
constexpr ClassId kSuffix = class_id("ORDSUFFIX");
constexpr ClassId kWeekday = class_id("WEEKDAY");
constexpr ClassId kPercent = class_id("PCTWORD");

enum class Part {
  None, Zero, Unit, HalfTeen, Ten, Teen, Tens, Hundred, Scale, Dozen, Digits, Half
};

Part part_of(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, Part>, 9> kNames{{
      {"unit", Part::Unit}, {"half_teen", Part::HalfTeen}, {"ten", Part::Ten},
      {"teen", Part::Teen}, {"tens", Part::Tens}, {"hundred", Part::Hundred},
      {"scale", Part::Scale}, {"dozen", Part::Dozen}, {"zero", Part::Zero}}};
  for (const auto& [known, part] : kNames) {
    if (known == name) return part;
  }
  return Part::None;
}

struct Atom {
  Part part = Part::None;
  double value = 0;
  std::int64_t alone = 1;   // what a scale is multiplied by when nothing stands before it
  bool plural = false;      // "thousands": counts only behind a number
  bool definite = false;
  std::uint32_t to = 0;
  Span span;
  bool latin = false;       // English needs no "and" behind a scale
  bool construct = false;   // also "a thousand" in the accusative: two thousand only before a noun
};

class Reader {
 public:
  explicit Reader(const Lattice& lattice) : lattice_(lattice) {}

  // The longest cardinal that starts at `node`.
  bool cardinal(std::uint32_t node, NumberWords& out, std::uint32_t& end);
  bool ordinal(std::uint32_t node, NumberWords& out, std::uint32_t& end);

 private:
  const Edge* edge(std::uint32_t node, ClassId cls) const;
  bool atom(std::uint32_t node, Atom& out) const;
  bool digits(std::uint32_t node, Atom& out) const;
  void leading_point(const Token& token, Atom& out) const;
  std::uint32_t joined(std::uint32_t node) const;
  bool accept(const Atom& atom, bool join);
  bool accept_below_hundred(const Atom& atom, bool join);
  bool accept_scale(const Atom& atom, bool join);
  bool half_of_scale(std::uint32_t node, std::uint32_t& end);
  bool point(std::uint32_t node, NumberWords& out, std::uint32_t& end) const;
  bool start(std::uint32_t node, Atom& first);
  bool tens_follow(std::uint32_t node) const;
  bool ordinal_tens(std::uint32_t node, bool definite, double& value, std::uint32_t& end,
                    Span& span) const;
  void take(const Atom& atom, NumberWords& out, std::uint32_t& end) const;

  const Lattice& lattice_;
  double total_ = 0, group_ = 0, last_scale_ = 0;
  Part last_ = Part::None;
};

const Edge* Reader::edge(std::uint32_t node, ClassId cls) const {
  for (const Edge& e : lattice_.inner().edges_from(node)) {
    if (lattice_.sense(e, cls)) return &e;
  }
  return nullptr;
}

bool Reader::digits(std::uint32_t node, Atom& out) const {
  const Edge* e = edge(node, kNumeral);
  if (!e) return false;
  const Text& text = lattice_.text();
  const Token& token = text.tokens()[node / kSlots];
  double value = 0;
  if (e->span != token.span || !parse_digits(text.key(token), value)) return false;
  out = {Part::Digits, value, 1, false, false, e->to, e->span, false};
  leading_point(token, out);
  return true;
}

// ".77": a point that touches the digits and stands free on its left.
void Reader::leading_point(const Token& token, Atom& out) const {
  const std::string_view before = lattice_.text().utf8().substr(0, out.span.begin);
  const std::size_t size = before.ends_with('.') ? 1 : before.ends_with("\xd9\xab") ? 2 : 0;
  if (size == 0) return;
  const std::string_view left = before.substr(0, before.size() - size);
  if (!left.empty() && left.back() != ' ' && left.back() != '\n') return;
  const std::size_t places = lattice_.text().key(token).size();
  out.value /= std::pow(10.0, static_cast<double>(places));
  out.span.begin -= static_cast<std::uint32_t>(size);
}

bool Reader::atom(std::uint32_t node, Atom& out) const {
  if (node / kSlots >= lattice_.text().tokens().size()) return false;
  for (const Edge& e : lattice_.inner().edges_from(node)) {
    const Sense* s = lattice_.sense(e, kNumw);
    if (!s || e.to % kSlots != 0) continue;   // not before a joined pronoun
    out = {part_of(s->attribute("part")), static_cast<double>(s->value), 1, false,
           (e.flags & kDefinite) != 0, e.to, e.span, false};
    if (s->attribute("alone") == "2") out.alone = 2;
    out.construct = !s->attribute("construct").empty();
    out.latin = lattice_.text().tokens()[node / kSlots].script == Script::Latin;
    out.plural = !s->attribute("pl").empty();
    return out.part != Part::None;
  }
  return digits(node, out);
}

// The node behind an "and", written apart or joined, or a dash inside "twenty-five"; 0 where none.
std::uint32_t Reader::joined(std::uint32_t node) const {
  if (node / kSlots >= lattice_.text().tokens().size()) return 0;
  for (const Edge& e : lattice_.inner().edges_from(node)) {
    if (lattice_.sense(e, kAnd) || lattice_.sense(e, kJoin)) return e.to;
    const Token& token = lattice_.text().tokens()[node / kSlots];
    const bool dash = lattice_.sense(e, kDash) != nullptr;
    if (dash && last_ == Part::Tens && !(token.flags & kSpaceBefore)) return e.to;
  }
  return 0;
}

bool Reader::tens_follow(std::uint32_t node) const {
  const std::uint32_t next = joined(node);
  Atom tens;
  return next && atom(next, tens) && tens.part == Part::Tens;
}

bool Reader::accept_below_hundred(const Atom& a, bool join) {
  const bool room = group_ == 0 || (last_ == Part::Hundred && group_ >= 100);
  switch (a.part) {
    case Part::Unit:
    case Part::HalfTeen:
    case Part::Teen:
      if (last_ == Part::Tens && a.part == Part::Unit) {   // twenty five
        group_ += a.value;
        return true;
      }
      if (!room || (last_ != Part::None && !join && a.part != Part::Teen && !tens_follow(a.to) &&
                    last_ != Part::Hundred)) {
        return false;
      }
      break;
    case Part::Ten:
      if (!join && (last_ == Part::Unit || last_ == Part::HalfTeen)) break;   // three-ten: 13
      if (!room || (last_ != Part::None && !join)) return false;
      break;
    default:   // Tens
      if (join && (last_ == Part::Unit || last_ == Part::HalfTeen)) break;    // three and twenty
      if (!room || (last_ != Part::None && !join && last_ != Part::Hundred)) return false;
  }
  group_ += a.value;
  return true;
}

bool Reader::accept_scale(const Atom& a, bool join) {
  if (!join && group_ > 0) {
    if (total_ > 0 && a.value >= last_scale_) return false;
    total_ += group_ * a.value;
  } else if (!a.plural && (last_ == Part::None || (join && a.value < last_scale_))) {
    if (group_ > 0) return false;
    total_ += static_cast<double>(a.alone) * a.value;
  } else if (!join && last_ == Part::Scale && a.value > last_scale_ && total_ <= 1e6) {
    total_ *= a.value;   // a thousand billion
  } else {
    return false;
  }
  group_ = 0;
  last_scale_ = a.value;
  return true;
}

bool Reader::accept(const Atom& a, bool join) {
  bool ok = false;
  join = join || (a.latin && last_ == Part::Scale && a.part != Part::Scale);
  switch (a.part) {
    case Part::Zero:
      ok = last_ == Part::None;
      break;
    case Part::Digits:
      ok = last_ == Part::None || (join && last_ == Part::Scale && a.value < last_scale_);
      if (ok) group_ = a.value;
      break;
    case Part::Hundred:
      if (!join && (last_ == Part::Unit || last_ == Part::Teen) && group_ < 20 && a.value == 100) {
        group_ *= 100;
        ok = true;
      } else if (group_ == 0 && (last_ == Part::None || join)) {
        group_ = a.value;
        ok = true;
      }
      break;
    case Part::Dozen:
      ok = !join && (last_ == Part::None || last_ == Part::Unit || last_ == Part::Digits);
      if (ok) group_ = (group_ > 0 ? group_ : 1) * 12;
      break;
    case Part::Scale:
      ok = accept_scale(a, join);
      break;
    default:
      ok = accept_below_hundred(a, join);
  }
  if (ok) last_ = a.part;
  return ok;
}

// "and a half (of the million)" behind a scale.
bool Reader::half_of_scale(std::uint32_t node, std::uint32_t& end) {
  const std::uint32_t next = joined(node);
  const Edge* half = next && last_ == Part::Scale ? edge(next, kFraction) : nullptr;
  if (!half) return false;
  const Sense* s = lattice_.sense(*half, kFraction);
  const double d = s->attribute("d").empty() ? 1 : std::stod(std::string(s->attribute("d")));
  total_ += last_scale_ * static_cast<double>(s->value) / d;
  end = half->to;
  Atom scale;
  if (atom(end, scale) && scale.part == Part::Scale && scale.value == last_scale_) end = scale.to;
  last_ = Part::Half;
  return true;
}

// "3 point 5": the second number behind the point.
bool Reader::point(std::uint32_t node, NumberWords& out, std::uint32_t& end) const {
  const Edge* p = node / kSlots < lattice_.text().tokens().size() ? edge(node, kPoint) : nullptr;
  if (!p) return false;
  Reader behind(lattice_);
  NumberWords rest;
  std::uint32_t stop = 0;
  if (p->to / kSlots >= lattice_.text().tokens().size() || !behind.cardinal(p->to, rest, stop)) {
    return false;
  }
  double part = rest.value;
  while (part >= 1) part /= 10;
  out.value += part;
  out.span.end = rest.span.end;
  end = stop;
  return true;
}

// The first part: a word, or "a"/half before a hundred or a scale.
bool Reader::start(std::uint32_t node, Atom& first) {
  Atom next;
  if (atom(node, first)) {
    const std::uint32_t behind = first.construct ? joined(first.to) : 0;
    if (behind && atom(behind, next)) first.alone = 1;   // a thousand and two hundred
    return !first.plural && accept(first, false);
  }
  const Edge* half = edge(node, kFraction);
  const Edge* one = edge(node, kOne);
  const Edge* a_scale = half ? edge(half->to, kOne) : nullptr;   // "half a million"
  if (half && atom(a_scale ? a_scale->to : half->to, next) && next.part == Part::Scale &&
      !next.plural) {
    const Sense* s = lattice_.sense(*half, kFraction);
    group_ = static_cast<double>(s->value) / std::stod(std::string(s->attribute("d")));
    first = {Part::Half, 0, 1, false, false, a_scale ? a_scale->to : half->to, half->span, false};
    last_ = Part::Half;
    return true;
  }
  if (one && atom(one->to, next) && next.value > 10 && next.part != Part::Digits) {
    first = {Part::None, 0, 1, false, false, one->to, one->span, false};
    return next.part == Part::Hundred || next.part == Part::Scale || next.part == Part::Dozen;
  }
  return false;
}

void Reader::take(const Atom& a, NumberWords& out, std::uint32_t& end) const {
  if (a.part == Part::HalfTeen) return;   // nothing by itself
  out.value = total_ + group_;
  out.span.end = a.span.end;
  if (a.part == Part::Scale) out.scale = static_cast<std::int64_t>(a.value);
  out.digits = out.digits && a.part == Part::Digits;
  const bool dot = lattice_.text().slice(a.span).find('.') != std::string_view::npos;
  out.dotted = out.digits && dot && a.value >= 1000 && std::floor(a.value) == a.value;
  end = a.to;
}

bool Reader::cardinal(std::uint32_t node, NumberWords& out, std::uint32_t& end) {
  Atom a;
  if (!start(node, a)) return false;
  out = {a.span, 0, 1, false, true, a.definite, false};
  end = 0;
  if (a.part != Part::None && a.part != Part::Half) take(a, out, end);
  std::uint32_t at = a.to;
  for (int parts = 0; parts < 24; ++parts) {
    const std::uint32_t behind = joined(at);
    if (atom(at, a) && accept(a, false)) {
      take(a, out, end);
    } else if (behind && atom(behind, a) && accept(a, true)) {
      take(a, out, end);
    } else {
      break;
    }
    at = a.to;
  }
  if (end == 0) return false;
  std::uint32_t more = 0;
  if (half_of_scale(end, more)) {
    out.value = total_ + group_;
    end = more;
    out.span.end = 0;   // set by the caller from the node
  }
  point(end, out, end);
  return true;
}

// The tens of "the third and twentieth".
bool Reader::ordinal_tens(std::uint32_t node, bool definite, double& value, std::uint32_t& end,
                          Span& span) const {
  Atom a;
  if (atom(node, a) && a.part == Part::Ten) {
    value += 10;
  } else {
    const std::uint32_t behind = joined(node);
    if (!behind || !atom(behind, a) || a.part != Part::Tens) return false;
    if (definite && !a.definite) return false;   // "at four and forty minutes"
    value += a.value;
  }
  end = a.to;
  span.end = a.span.end;
  return true;
}

bool Reader::ordinal(std::uint32_t node, NumberWords& out, std::uint32_t& end) {
  Atom a;
  if (const Edge* e = edge(node, kOrdinal)) {
    const Sense* s = lattice_.sense(*e, kOrdinal);
    out = {e->span, static_cast<double>(s->value), 1, true, false,
           (e->flags & kDefinite) != 0, false};
    end = e->to;
    const bool tens = ordinal_tens(e->to, out.definite, out.value, end, out.span);
    if (!s->attribute("of").empty() && !out.definite) return false;   // "one and twenty": a number
    return tens || s->attribute("part").empty();
  }
  if (!atom(node, a)) return false;
  if (a.part == Part::Digits) {   // 21st
    const std::uint32_t next = a.to;
    const auto tokens = lattice_.text().tokens();
    const std::uint32_t token = next / kSlots;
    const bool glued = token < tokens.size() && !(tokens[token].flags & kSpaceBefore);
    const Edge* suffix = glued ? edge(next, kSuffix) : nullptr;
    if (!suffix) return false;
    out = {{a.span.begin, suffix->span.end}, a.value, 1, true, true, false, false};
    end = suffix->to;
    return true;
  }
  if (a.part == Part::Tens && a.definite) {   // the twentieth
    out = {a.span, a.value, 1, true, false, true, false};
    end = a.to;
    return true;
  }
  if (a.part != Part::Tens) return false;
  last_ = Part::Tens;                          // twenty-first
  const std::uint32_t dash = joined(a.to);
  const Edge* unit = edge(dash ? dash : a.to, kOrdinal);
  const Sense* s = unit ? lattice_.sense(*unit, kOrdinal) : nullptr;
  if (!s || s->value > 9 || lattice_.sense(*unit, kAnd)) return false;
  out = {{a.span.begin, unit->span.end}, a.value + static_cast<double>(s->value), 1, true,
         false, false, false};
  end = unit->to;
  return true;
}

// Whether the word at that node is something else first: Monday ("the two"), "per hundred".
bool is_other_word(const Lattice& lattice, std::uint32_t node, const NumberWords& number) {
  for (const Edge& e : lattice.inner().edges_from(node)) {
    if (lattice.sense(e, kWeekday) && e.span.end >= number.span.end) return true;
  }
  return false;
}

// The nodes a number may start at in a token: its begin, and behind each particle.
void add_starts(const Lattice& lattice, std::uint32_t node, std::vector<std::uint32_t>& out) {
  out.push_back(node);
  for (const Edge& e : lattice.inner().edges_from(node)) {
    const bool inside = (e.flags & kParticle) && e.to / kSlots == node / kSlots;
    if (inside && std::find(out.begin(), out.end(), e.to) == out.end()) {
      add_starts(lattice, e.to, out);
    }
  }
}

// Where edges that reach `node` end, in bytes.
std::uint32_t byte_before(const Lattice& lattice, std::uint32_t node) {
  const auto tokens = lattice.text().tokens();
  const std::uint32_t token = node / kSlots;
  if (node % kSlots == 0 && token > 0) return tokens[token - 1].span.end;
  return tokens[token].span.begin;
}

// Whether a number may begin in a token or a "per cent" stands there. Built-in senses of words are
// none of these, so their edges are passed over; digits bring senses of their own.
bool may_begin(const Lattice::Inner& lattice, std::uint32_t token) {
  constexpr std::uint64_t kAsked = class_bit(kNumw) | class_bit(kNumeral) | class_bit(kOne) |
                                   class_bit(kFraction) | class_bit(kOrdinal) | class_bit(kPercent);
  if ((lattice.facts[token].run.classes & kAsked) == 0) return false;
  for (const Edge& e : lattice.token_edges(token)) {
    if (e.first_sense >= lattice.pack_senses && e.first_sense < lattice.own_base) continue;
    for (const Sense& s : lattice.senses(e)) {
      switch (s.cls) {
        case kNumw:
        case kNumeral:
        case kOne:
        case kFraction:
        case kOrdinal:
        case kPercent: return true;
        default: break;
      }
    }
  }
  return false;
}

}  // namespace

std::vector<std::uint32_t> number_tokens(const Lattice& lattice) {
  std::vector<std::uint32_t> out;
  const auto tokens = static_cast<std::uint32_t>(lattice.text().tokens().size());
  for (std::uint32_t token = 0; token < tokens; ++token) {
    if (may_begin(lattice.inner(), token)) out.push_back(token);
  }
  return out;
}

std::vector<NumberWords> find_number_words(const Lattice& lattice, bool ordinals) {
  return find_number_words(lattice, ordinals, number_tokens(lattice));
}

std::vector<NumberWords> find_number_words(const Lattice& lattice, bool ordinals,
                                           const std::vector<std::uint32_t>& tokens) {
  std::vector<NumberWords> found;
  std::vector<std::uint32_t> starts;
  std::uint32_t done = 0, percent_end = 0;
  for (std::uint32_t token : tokens) {
    starts.clear();
    add_starts(lattice, token * kSlots, starts);
    for (std::uint32_t node : starts) {
      for (const Edge& e : lattice.inner().edges_from(node)) {
        if (lattice.sense(e, kPercent)) percent_end = std::max(percent_end, e.to);
      }
    }
    if (token * kSlots + 7 < done || token * kSlots < percent_end) continue;
    for (std::uint32_t node : starts) {
      Reader reader(lattice);
      NumberWords number;
      std::uint32_t end = 0;
      if (node < done || node < percent_end) continue;
      if (!(ordinals ? reader.ordinal(node, number, end) : reader.cardinal(node, number, end))) {
        continue;
      }
      if (number.span.end == 0) number.span.end = byte_before(lattice, end);
      if (is_other_word(lattice, node, number)) continue;
      found.push_back(number);
      done = end;
      break;
    }
  }
  return found;
}

}  // namespace isnad
