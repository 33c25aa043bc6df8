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

// Goes along the marks of one way and makes captures and extent of them.
class MarkReader {
 public:
  MarkReader(const Lattice& lattice, Candidates& out, Span whole)
      : lattice_(lattice), out_(out), extent_(whole), last_end_(whole.begin) {}

  void read(const Mark& mark) {
    switch (mark.op) {
      case pack::kEdge: read_edge(mark); break;
      case pack::kCaptureBegin:
        open_.push_back({mark.op, mark.name, 0, nullptr, nullptr});
        break;
      case pack::kCaptureEnd: end_stretch(); break;
      case pack::kExtentBegin: extent_waits_ = true; break;
      case pack::kExtentEnd: extent_.end = last_end_; break;
      default: break;
    }
  }

  // Empty where the brackets enclosed nothing.
  Span extent() const { return extent_waits_ ? Span{} : extent_; }

 private:
  void read_edge(const Mark& mark) {
    for (Mark& stretch : open_)
      if (stretch.edge == nullptr) {
        stretch.edge = mark.edge;
        stretch.sense = mark.sense != nullptr ? mark.sense : first_sense(lattice_, *mark.edge);
      }
    if (extent_waits_) extent_.begin = mark.edge->span.begin;
    extent_waits_ = false;
    last_end_ = mark.edge->span.end;
    if (!mark.name.empty())
      out_.captures.push_back({mark.name, mark.edge->span, mark.sense, mark.edge->mention,
                               mark.edge->flags});
  }

  void end_stretch() {
    if (open_.empty()) return;
    if (open_.back().edge != nullptr)
      out_.captures.push_back(make_stretch(open_.back(), last_end_));
    open_.pop_back();
  }

  const Lattice& lattice_;
  Candidates& out_;
  Span extent_;
  std::uint32_t last_end_;
  bool extent_waits_ = false;      // begun, its first edge not there yet
  std::vector<Mark> open_;         // stretches begun; `edge` is set when their first edge comes
};

}  // namespace

// Marks of kEdge without a name are the plain edges of the way: they say where stretches end.
void Candidates::add(const Lattice& lattice, std::uint32_t rule, Span whole,
                     const std::vector<Mark>& marks) {
  const std::size_t first = captures.size();
  MarkReader reader(lattice, *this, whole);
  for (const Mark& mark : marks) reader.read(mark);
  const Span extent = reader.extent();
  if (extent.begin >= extent.end) {
    captures.resize(first);
    return;
  }
  const auto before = [](const Capture& a, const Capture& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  };
  for (std::size_t i = first + 1; i < captures.size(); ++i)   // few: nothing is allocated for them
    for (std::size_t k = i; k > first && before(captures[k], captures[k - 1]); --k)
      std::swap(captures[k], captures[k - 1]);
  all.push_back({rule, extent, whole, static_cast<std::uint32_t>(first),
                 static_cast<std::uint32_t>(captures.size() - first)});
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
