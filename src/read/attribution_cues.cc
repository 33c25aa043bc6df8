// SPDX-License-Identifier: Apache-2.0
#include "read/attribution_cues.h"

#include <algorithm>
#include <array>
#include <utility>

#include "read/attribution.h"

namespace isnad {
namespace {

constexpr std::array<std::pair<std::string_view, CueKind>, 11> kMakers = {{
    {"said", CueKind::Verb},
    {"adding", CueKind::Participle},
    {"according", CueKind::According},
    {"citing", CueKind::Citing},
    {"carried", CueKind::Carried},
    {"issued", CueKind::Issued},
    {"as_said", CueKind::AsSaid},
    {"colon", CueKind::Colon},
    {"post", CueKind::Post},
    {"said_by", CueKind::Said},
    {"according_to", CueKind::AccordingTo},
}};

const std::pair<std::string_view, CueKind>* find_maker(std::string_view name) {
  for (const auto& maker : kMakers)
    if (maker.first == name) return &maker;
  return nullptr;
}

// The tokens of a match, and what is joined to its verb.
Cue make_cue(const RuleMatch& match, CueKind kind, const Words& words) {
  Cue cue;
  cue.kind = kind;
  cue.span = match.span;
  cue.rule = match.rule;
  const auto& text = words.report().text;
  cue.first = text.token_at(match.span.begin);
  cue.last = text.token_at(match.span.end - 1) + 1;
  const Capture* said = match.capture("cue");
  if (said != nullptr) cue.sense = said->sense;
  const std::uint32_t at = said != nullptr ? text.token_at(said->span.begin) : cue.first;
  cue.verb_after = said != nullptr && at > cue.first && kind == CueKind::According;
  for (const WordClass cls : {WordClass::Say, WordClass::QuoteVerb})
    if (const ClassHit* hit = words.hit(at, cls)) {
      cue.pronoun = hit->pronoun;
      cue.conjoined = (hit->lead & kLeadAnd) != 0;
    }
  if (cue.first < words.size() && (words[cue.first].lead & kLeadAnd) != 0) cue.conjoined = true;
  return cue;
}

// A verb or participle with a preposition joined to it is a noun; so is a feminine or weak
// participle right behind another word ("a follow-up committee").
bool reads_as_cue(const Cue& cue, const Words& words) {
  if (cue.kind == CueKind::Participle) {
    const ClassHit* hit = words.hit(cue.first, WordClass::SayPart);
    if (hit == nullptr || (hit->lead & (kLeadWith | kLeadFor)) != 0) return false;
    const bool loose = cue.attribute("g") == "f" || cue.attribute("need") == "that";
    return !loose || hit->lead != 0 || cue.first == 0 || !words.is_word(cue.first - 1) ||
           words.is(cue.first - 1, WordClass::Say);
  }
  if (cue.kind != CueKind::Verb && cue.kind != CueKind::AsSaid) return true;
  const ClassHit* hit = words.hit(cue.first, WordClass::Say);
  return hit != nullptr && (hit->lead & (kLeadWith | kLeadFor)) == 0;
}

}  // namespace

bool is_attribution_maker(std::string_view maker) { return find_maker(maker) != nullptr; }

Stance Cue::stance() const {
  const std::string_view stance = attribute("stance");
  if (stance == "claimed") return Stance::Claimed;
  if (stance == "denied") return Stance::Denied;
  if (stance == "feared") return Stance::Feared;
  return Stance::Asserted;
}

std::vector<Cue> find_cues(const Lattice& lattice, const Words& words) {
  std::vector<Cue> cues;
  run_stratum(lattice, "attribution", [&](const RuleMatch& match) {
    const auto* maker = find_maker(match.maker);
    if (maker == nullptr || match.span.empty()) return false;
    const Capture* said = match.capture("cue");
    if (said != nullptr && (said->flags & kDefinite) != 0) return false;  // a noun, not a verb
    const Cue cue = make_cue(match, maker->second, words);
    if (!reads_as_cue(cue, words)) return false;
    cues.push_back(cue);
    return true;
  });
  std::stable_sort(cues.begin(), cues.end(),
                   [](const Cue& a, const Cue& b) { return a.span.begin < b.span.begin; });
  return cues;
}

}  // namespace isnad
