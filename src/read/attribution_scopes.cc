// SPDX-License-Identifier: Apache-2.0
//
// Holders and scopes: short forms led back to full ones, and how far what is said goes.
#include <algorithm>

#include "read/attribution_reader.h"

namespace isnad {
namespace {

using W = WordClass;

constexpr int kNearbyQuotes = 64;
constexpr int kLedBack = 500;             // names and holders a short form is looked for among
constexpr std::size_t kNearby = 64;       // attributions looked back on
constexpr std::size_t kLongestChain = 5;  // holders

bool same_holder(const Holder& a, const Holder& b) {
  return a.span == b.span || (a.entity != kNone && a.entity == b.entity);
}

}  // namespace

// ---- holders ----------------------------------------------------------------------------------

Holder AttributionReader::make_holder(const Phrase& phrase, Span cue) const {
  return {words_.span(phrase.first, phrase.last), cue, phrase.entity};
}

// The last name that begins before a byte, or -1.
std::int32_t AttributionReader::name_before(std::uint32_t byte) const {
  const auto& names = words_.report().names;
  const auto at = std::lower_bound(
      names.begin(), names.end(), byte,
      [](const NameMention& n, std::uint32_t b) { return n.span.begin < b; });
  return static_cast<std::int32_t>(at - names.begin()) - 1;
}

// Whether a person's title begins with that noun, with the article or without.
bool AttributionReader::has_office(const NameMention& name, std::string_view head) const {
  if (name.type != EntityType::Person || name.title.empty()) return false;
  std::string_view key = words_.key(words_.report().text.token_at(name.title.begin));
  if (key.starts_with("\xD8\xA7\xD9\x84")) key.remove_prefix(4);
  return key == head;
}

// A short form goes back to the nearest full one that begins with the same noun.
Holder AttributionReader::led_back(const Phrase& phrase, Span cue) const {
  Holder holder = make_holder(phrase, cue);
  if (!phrase.alone && !phrase.same) return holder;
  const auto stem = [&](std::uint32_t t) {
    std::string_view key = words_.key(t);
    if (key.starts_with("\xD8\xA7\xD9\x84")) key.remove_prefix(4);
    return key;
  };
  const bool latin = words_.token(phrase.first).script == Script::Latin;
  std::string_view head = stem(latin ? phrase.last - 1 : phrase.first);
  const auto has_head = [&](const Phrase& past) {   // in English it stands behind what describes it
    std::uint32_t t = past.first;
    while (latin && t + 1 < past.last && stem(t) != head) ++t;
    return stem(t) == head;
  };
  if (phrase.same && words_.is(phrase.first, W::Same) && phrase.first + 1 < phrase.last)
    head = stem(phrase.first + 1);
  int left = kLedBack;
  if (words_.is(phrase.first, W::Office))
    for (std::int32_t i = name_before(holder.span.begin); i >= 0 && left > 0; --i, --left)
      if (has_office(words_.report().names[i], head)) {
        const NameMention& name = words_.report().names[i];
        holder.span = {std::min(name.title.begin, name.span.begin), name.span.end};
        holder.entity = name.entity;
        return holder;
      }
  left = kLedBack;
  for (auto past = past_.rbegin(); past != past_.rend() && left > 0; ++past, --left) {
    if (past->weak || past->phrase.alone || past->phrase.same) continue;
    if (!has_head(past->phrase) && !phrase.same) continue;
    holder.span = past->holder.span;
    holder.entity = past->holder.entity;
    break;
  }
  return holder;
}

void AttributionReader::remember(const Phrase& phrase, const Holder& holder, bool weak) {
  past_.push_back({phrase, holder, sentence_, weak});
}

// ---- scopes -----------------------------------------------------------------------------------

const QuotePair* AttributionReader::quote_around(std::uint32_t token) const {
  auto q = std::lower_bound(quotes_.begin(), quotes_.end(), token,
                            [](const QuotePair& p, std::uint32_t t) { return p.open < t; });
  for (int left = kNearbyQuotes; q != quotes_.begin() && left > 0; --left)
    if ((--q)->close > token) return &*q;
  return nullptr;
}

// From a token to the end of the sentence, or of the sentence in which a quotation that was begun
// here ends.
Span AttributionReader::scope_to_end(std::uint32_t from) const {
  std::uint32_t end = last_;
  auto q = std::lower_bound(quotes_.begin(), quotes_.end(), end,
                            [](const QuotePair& p, std::uint32_t t) { return p.open < t; });
  for (int left = kNearbyQuotes; q != quotes_.begin() && left > 0; --left) {
    if ((--q)->open < from) break;
    if (q->close <= last_ || !q->closed) continue;
    end = std::max(end, q->close);
    if (q->close < words_.size()) {
      const std::uint32_t s = words_.token(q->close).sentence;
      if (s < words_.sentences()) end = std::max(end, words_.sentence_last(s));
    }
  }
  while (end > from && words_.kind(end - 1) == TokenKind::Newline) --end;
  if (from >= end) return {};
  return {words_.token(from).span.begin, words_.token(end - 1).span.end};
}

void AttributionReader::emit(const Cue& cue, std::vector<Holder> chain, std::uint32_t from,
                             bool carried, bool nested) {
  const Span scope = scope_to_end(from);
  if (scope.empty() || chain.empty()) return;
  if (nested) {
    const Attribution* outer = nullptr;
    for (std::size_t i = out_.size(); i-- > 0 && out_.size() - i < kNearby && outer == nullptr;)
      if (out_[i].scope.contains(cue.span)) outer = &out_[i];
    if (outer != nullptr && outer->chain.size() + chain.size() <= kLongestChain &&
        !same_holder(outer->chain.back(), chain.front())) {
      std::vector<Holder> whole = outer->chain;
      whole.insert(whole.end(), chain.begin(), chain.end());
      chain = std::move(whole);
    }
  }
  made_.push_back({out_.size(), cue.first});
  out_.push_back({std::move(chain), scope, cue.span, cue.stance(), carried, cue.rule});
}

// A source behind what it says: it takes what no verb of the sentence governs, and stands outside
// the chains of those that do.
void AttributionReader::emit_trailing(const Cue& cue, std::vector<Holder> chain,
                                      std::uint32_t resume) {
  std::uint32_t end = cue.first;
  for (std::size_t i = made_.size() - std::min(made_.size(), kNearby); i < made_.size(); ++i) {
    const Made& made = made_[i];
    Attribution& a = out_[made.index];
    if (a.scope.begin >= cue.span.begin) continue;
    end = std::min(end, made.cue_first);
    if (made.cue_first < covered_) continue;
    if (!same_holder(a.chain.back(), chain.back()) &&
        a.chain.size() + chain.size() <= kLongestChain)
      a.chain.insert(a.chain.begin(), chain.begin(), chain.end());
  }
  std::uint32_t begin = covered_;
  std::uint32_t before = cue.first;
  while (before > first_ && words_.kind(before - 1) == TokenKind::Comma) --before;
  if (before > 1 && words_.quote_mark(before - 1))
    if (const QuotePair* q = quote_around(before - 2); q != nullptr && q->close == before - 1)
      begin = std::min(begin, q->open);
  if (end > begin + 1) {
    const Span scope{words_.token(begin).span.begin, words_.token(end - 1).span.end};
    out_.push_back({std::move(chain), scope, cue.span, cue.stance(), false, cue.rule});
  }
  covered_ = std::max(covered_, resume);
}

// Scopes that cross are cut, so that they nest or stand apart.
void AttributionReader::make_laminar() {
  std::stable_sort(out_.begin(), out_.end(), [](const Attribution& a, const Attribution& b) {
    return a.scope.begin != b.scope.begin ? a.scope.begin < b.scope.begin
                                          : a.scope.end > b.scope.end;
  });
  std::vector<std::size_t> open;  // scopes around the place reached, widest first
  for (std::size_t i = 0; i < out_.size(); ++i) {
    while (!open.empty() && out_[open.back()].scope.end < out_[i].scope.end) {
      Span& before = out_[open.back()].scope;
      before.end = std::min(before.end, std::max(before.begin, out_[i].scope.begin));
      open.pop_back();
    }
    open.push_back(i);
  }
  std::erase_if(out_, [](const Attribution& a) { return a.scope.empty(); });
}

}  // namespace isnad
