// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>

#include "match/run.h"

namespace isnad {

namespace {

const Sense* first_sense(const Lattice& lattice, const Edge& edge) {
  const auto senses = lattice.senses(edge);
  return senses.empty() ? nullptr : &senses.front();
}

// A stretch `name:( )`: its sense is that of its first edge.
Capture make_stretch(const Mark& begin, std::uint32_t end) {
  Capture out;
  out.name = begin.name;
  out.span = {begin.edge->span.begin, end};
  out.sense = begin.sense;
  out.flags = begin.edge->flags;
  if (begin.edge->span.end == end) out.mention = begin.edge->mention;
  return out;
}

}  // namespace

// Marks of kEdge without a name are the plain edges of the way: they say where stretches end.
void Candidates::add(const Lattice& lattice, std::uint32_t rule, Span whole,
                     const std::vector<Mark>& marks) {
  Candidate out{rule, whole, whole, static_cast<std::uint32_t>(captures.size()), 0};
  std::vector<Mark> open;          // stretches begun; edge is set when their first edge comes
  std::uint32_t last_end = whole.begin, extent_begin = whole.begin;
  bool extent_open = false, extent_empty = false;
  for (const Mark& mark : marks) {
    switch (mark.op) {
      case pack::kEdge: {
        for (Mark& o : open)
          if (o.edge == nullptr) {
            o.edge = mark.edge;
            o.sense = mark.sense != nullptr ? mark.sense : first_sense(lattice, *mark.edge);
          }
        if (extent_open) extent_begin = mark.edge->span.begin, extent_open = false;
        last_end = mark.edge->span.end;
        if (!mark.name.empty())
          captures.push_back({mark.name, mark.edge->span, mark.sense, mark.edge->mention,
                              mark.edge->flags});
        break;
      }
      case pack::kCaptureBegin: open.push_back({mark.op, mark.name, 0, nullptr, nullptr}); break;
      case pack::kCaptureEnd:
        if (open.empty()) break;
        if (open.back().edge != nullptr) captures.push_back(make_stretch(open.back(), last_end));
        open.pop_back();
        break;
      case pack::kExtentBegin: extent_open = true; break;
      case pack::kExtentEnd:
        extent_empty = extent_open;
        out.span = {extent_begin, last_end};
        break;
      default: break;
    }
  }
  out.captures = static_cast<std::uint32_t>(captures.size()) - out.first_capture;
  auto by_place = [](const Capture& a, const Capture& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  };
  std::stable_sort(captures.begin() + out.first_capture, captures.end(), by_place);
  if (extent_empty || extent_open || out.span.begin >= out.span.end)
    captures.resize(out.first_capture);
  else
    all.push_back(out);
}

bool offered_before(const Packs::Inner& packs, const Candidate& a, const Candidate& b) {
  if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
  if (a.span.end != b.span.end) return a.span.end > b.span.end;
  if (a.rule != b.rule) {
    const std::int32_t pa = packs.rule(a.rule).prio, pb = packs.rule(b.rule).prio;
    return pa != pb ? pa > pb : a.rule < b.rule;
  }
  if (a.whole.begin != b.whole.begin) return a.whole.begin < b.whole.begin;
  return a.whole.end > b.whole.end;
}

bool says_no_more(const Candidates& list, const Candidate& b, const Candidate& a) {
  if (!a.span.contains(b.span)) return false;
  const auto captures = std::span(list.captures);
  const auto of_a = captures.subspan(a.first_capture, a.captures);
  for (const Capture& c : captures.subspan(b.first_capture, b.captures)) {
    auto holds = [&](const Capture& d) { return d.name == c.name && d.span.contains(c.span); };
    if (std::none_of(of_a.begin(), of_a.end(), holds)) return false;
  }
  return true;
}

bool offer_one(const Lattice& lattice, const Candidates& list, const Candidate& candidate,
               const Maker& maker) {
  const Packs::Inner& packs = lattice.packs().inner();
  const PackView& view = packs.view_of(candidate.rule);
  const pack::Rule& rule = packs.rule(candidate.rule);
  std::vector<RuleMatch::Argument> arguments;
  for (const pack::Argument& a : view.arguments.subspan(rule.first_argument, rule.arguments))
    arguments.push_back({view.string(a.name), view.string(a.value), a.is_capture != 0});
  RuleMatch match;
  match.rule = candidate.rule;
  match.maker = view.string(rule.maker);
  match.span = candidate.span;
  match.whole = candidate.whole;
  match.captures = std::span(list.captures).subspan(candidate.first_capture, candidate.captures);
  match.arguments = arguments;
  return maker(match);
}

const Capture* RuleMatch::capture(std::string_view name) const {
  for (const Capture& c : captures)
    if (c.name == name) return &c;
  return nullptr;
}

const Capture* RuleMatch::argument_capture(std::string_view name) const {
  for (const Argument& a : arguments)
    if (a.name == name) return a.is_capture ? capture(a.value) : nullptr;
  return nullptr;
}

std::string_view RuleMatch::argument(std::string_view name) const {
  for (const Argument& a : arguments)
    if (a.name == name) return a.is_capture ? std::string_view{} : a.value;
  return {};
}

std::int64_t RuleMatch::number(std::string_view name, std::int64_t none) const {
  for (const Argument& a : arguments) {
    if (a.name != name) continue;
    if (a.is_capture) {
      const Capture* found = capture(a.value);
      return found != nullptr ? found->sense->value : none;
    }
    std::int64_t value = 0;
    const char* end = a.value.data() + a.value.size();
    const auto [stop, fault] = std::from_chars(a.value.data(), end, value);
    return fault == std::errc() && stop == end ? value : none;
  }
  return none;
}

}  // namespace isnad
