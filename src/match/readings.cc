// SPDX-License-Identifier: Apache-2.0
#include "match/readings.h"

#include <algorithm>

namespace isnad {

namespace {

constexpr std::int32_t kNoKey = -1, kNotAsked = -2;
constexpr std::uint32_t kLetter = 2;               // bytes of an Arabic letter
constexpr std::uint32_t kLeastStem = 2 * kLetter;  // of a listed stem
constexpr std::uint32_t kLeastUnknown = 3 * kLetter;

constexpr std::string_view kAlef = "\xd8\xa7", kTa = "\xd8\xaa", kHa = "\xd9\x87",
                           kYa = "\xd9\x8a";
constexpr char32_t kPlainAlef = 0x627, kWaslaAlef = 0x671, kTaMarbuta = 0x629;

bool is_arabic(std::string_view form) {
  return !form.empty() && static_cast<unsigned char>(form[0]) >= 0xd8;
}

}  // namespace

Reader::Reader(const Text& text, const Packs::Inner& packs)
    : text_(text), packs_(packs), tokens_(text.tokens()) {
  for (const JoinedForm& p : packs.particles) {
    if (p.position == pack::kConjunction) conjunctions_.push_back(&p);
    if (p.position == pack::kPreposition) prepositions_.push_back(&p);
    if (p.position == pack::kArticle) article_ = p.form;
    if (p.position == pack::kContracted && p.form.size() > kLetter) contracted_.push_back(&p);
    if (p.position == pack::kSuffix)
      (is_arabic(p.form) ? suffixes_ : other_suffixes_).push_back(&p);
  }
  keys_.assign(tokens_.size() * packs.views.size(), kNotAsked);
}

const std::vector<Reading>& Reader::read(std::uint32_t token) {
  readings_.clear();
  token_ = token;
  const Token& t = tokens_[token];
  key_ = text_.key(t);
  prefixes_ = 0;
  if (t.kind == TokenKind::Newline) return readings_;
  read_whole();
  if (t.kind != TokenKind::Word) return readings_;
  if (t.script == Script::Arabic) {
    read_behind_prefix(0);
    read_contracted(0);
    read_prefixes();
    if (readings_.empty()) read_unknown();
  } else {
    read_suffixes(0, other_suffixes_);
  }
  return readings_;
}

void Reader::read_whole() {
  const std::int32_t* keys = keys_of(token_);
  const bool definite = article_at(0);
  for (std::size_t pack = 0; pack < packs_.views.size(); ++pack)
    add_key(pack, keys[pack], {0, size(), definite});
  for (const Forms* forms : {&conjunctions_, &prepositions_})
    for (const JoinedForm* form : *forms)
      if (form->form == key_) add({0, size(), 0, form->sense, 1, kParticle, false});
}

void Reader::read_prefixes() {
  auto fits = [&](const JoinedForm* form, std::uint32_t at) {
    return key_.substr(at).starts_with(form->form) && key_.size() - at > form->form.size();
  };
  auto with_preposition = [&](std::uint32_t at) {
    for (const JoinedForm* form : prepositions_) {
      if (!fits(form, at)) continue;
      push_prefix(*form, at + static_cast<std::uint32_t>(form->form.size()));
      read_behind_prefix(prefix_[prefixes_ - 1].end);
      pop_prefix();
    }
  };
  with_preposition(0);
  for (const JoinedForm* form : conjunctions_) {
    if (!fits(form, 0)) continue;
    push_prefix(*form, static_cast<std::uint32_t>(form->form.size()));
    const std::uint32_t at = prefix_[prefixes_ - 1].end;
    read_behind_prefix(at);
    read_contracted(at);
    with_preposition(at);
    pop_prefix();
  }
}

// A listed stem from `at` on: as it stands, without its article, without an ending.
void Reader::read_behind_prefix(std::uint32_t at) {
  if (size() - at < kLeastStem) return;
  const bool article = article_at(at);
  if (at > 0) look_up(key_.substr(at), {at, size(), article});
  if (article) look_up(key_.substr(at + article_.size()), {at, size(), true});
  else read_suffixes(at, suffixes_);
}

// A preposition that swallowed the alef of the article.
void Reader::read_contracted(std::uint32_t at) {
  for (const JoinedForm* form : contracted_) {
    const std::string_view rest = key_.substr(at);
    if (!rest.starts_with(form->form) || rest.size() < form->form.size() + kLeastStem) continue;
    const std::string_view stem = rest.substr(form->form.size());
    push_prefix(*form, at + kLetter);
    const Piece piece{at + kLetter, size(), true};
    look_up(stem, piece);
    buffer_.assign(article_).append(stem);
    look_up(buffer_, piece);
    pop_prefix();
  }
}

void Reader::read_suffixes(std::uint32_t at, const Forms& suffixes) {
  const std::string_view rest = key_.substr(at);
  for (const JoinedForm* form : suffixes) {
    const bool arabic = &suffixes == &suffixes_;
    if (rest.size() < form->form.size() + (arabic ? kLeastStem : 1)) continue;
    if (!rest.ends_with(form->form)) continue;
    const auto cut = static_cast<std::uint32_t>(key_.size() - form->form.size());
    // What is written as ta marbuta is folded to ha, but never a pronoun.
    if (form->form == kHa && written_at(cut) == kTaMarbuta) continue;
    const std::string_view stem = rest.substr(0, rest.size() - form->form.size());
    const Piece piece{at, cut, false};
    bool found = look_up(stem, piece);
    const std::string_view last = stem.substr(stem.size() - std::min<std::size_t>(2, stem.size()));
    if (last == kTa || last == kAlef) {  // opened ta marbuta, opened maqsura
      buffer_.assign(stem.substr(0, stem.size() - kLetter)).append(last == kTa ? kHa : kYa);
      found = look_up(buffer_, piece) || found;
    }
    if (found) add_once({cut, size(), 0, form->sense, 1, kParticle, false});
  }
}

// A word in no list, with a particle before its article: the particle is split off all the same.
void Reader::read_unknown() {
  auto try_one = [&](const JoinedForm& form, std::uint32_t at, std::uint32_t end) {
    if (!key_.substr(at).starts_with(form.form)) return false;
    push_prefix(form, end);
    const bool found = read_unknown_at(end);
    if (!found) pop_prefix();
    return found;
  };
  auto try_prepositions = [&](std::uint32_t at) {
    for (const JoinedForm* form : prepositions_)
      if (try_one(*form, at, at + static_cast<std::uint32_t>(form->form.size()))) return true;
    for (const JoinedForm* form : contracted_) {
      const std::string_view rest = key_.substr(at);
      if (!rest.starts_with(form->form) || rest.size() < form->form.size() + kLeastUnknown) continue;
      push_prefix(*form, at + kLetter);
      add({at + kLetter, size(), 0, 0, 0, kDefinite, true});
      return true;
    }
    return false;
  };
  if (article_.empty() || try_prepositions(0)) return;
  for (const JoinedForm* form : conjunctions_) {
    const auto end = static_cast<std::uint32_t>(form->form.size());
    if (try_one(*form, 0, end)) return;
    if (!key_.starts_with(form->form)) continue;
    push_prefix(*form, end);
    if (try_prepositions(end)) return;
    pop_prefix();
  }
  read_unknown_at(0);
}

bool Reader::read_unknown_at(std::uint32_t at) {
  if (!article_at(at) || size() - at < article_.size() + kLeastUnknown) return false;
  add({at, size(), 0, 0, 0, kDefinite, true});
  return true;
}

void Reader::push_prefix(const JoinedForm& form, std::uint32_t end) {
  const std::uint32_t begin = prefixes_ > 0 ? prefix_[prefixes_ - 1].end : 0;
  prefix_[prefixes_++] = {&form, begin, end};
}

bool Reader::look_up(std::string_view word, Piece piece) {
  const std::uint64_t hash = hash_key(word);
  bool found = false;
  for (std::size_t pack = 0; pack < packs_.views.size(); ++pack)
    found = add_key(pack, packs_.views[pack].find(word, hash), piece) || found;
  return found;
}

bool Reader::add_key(std::size_t pack, std::int32_t key, Piece piece) {
  if (key < 0) return false;
  const pack::Key& k = packs_.views[pack].keys[static_cast<std::size_t>(key)];
  const std::size_t before = readings_.size();
  const std::uint8_t flags = piece.definite ? kDefinite : 0;
  if (k.senses > 0)
    add({piece.from, piece.to, 0, packs_.sense_base[pack] + k.first_sense,
         static_cast<std::uint16_t>(k.senses), flags, false});
  if (k.state != 0 && piece.to == size()) add_longer(pack, k.state, piece);
  return readings_.size() > before;
}

// Follows an entry of several words from its first one on.
void Reader::add_longer(std::size_t pack, std::uint32_t state, Piece piece) {
  const PackView& view = packs_.views[pack];
  const auto end = std::min<std::size_t>(tokens_.size(), token_ + pack::kMaxEntryTokens);
  for (std::uint32_t t = token_ + 1; t < end && tokens_[t].kind != TokenKind::Newline; ++t) {
    const std::int32_t key = keys_of(t)[pack];
    if (key < 0) return;
    state = view.step(state, static_cast<std::uint32_t>(key));
    if (state == 0) return;
    const pack::State& s = view.states[state];
    if (s.senses == 0) continue;
    const std::uint8_t flags = piece.definite ? kDefinite : 0;
    add({piece.from, size(), t + 1, packs_.sense_base[pack] + s.first_sense,
         static_cast<std::uint16_t>(s.senses), flags, false});
  }
}

void Reader::add(const Reading& reading) {
  readings_.push_back(reading);
  if (!(reading.flags & kParticle)) add_prefixes();
}

void Reader::add_prefixes() {
  for (std::uint32_t i = 0; i < prefixes_; ++i) {
    const Prefix& p = prefix_[i];
    add_once({p.begin, p.end, 0, p.form->sense, 1, kParticle, false});
  }
}

void Reader::add_once(const Reading& particle) {
  auto same = [&](const Reading& r) {
    return r.from == particle.from && r.to == particle.to && r.first_sense == particle.first_sense;
  };
  if (std::none_of(readings_.begin(), readings_.end(), same)) readings_.push_back(particle);
}

bool Reader::article_at(std::uint32_t at) const {
  if (article_.empty() || !key_.substr(at).starts_with(article_)) return false;
  if (key_.size() - at < article_.size() + kLetter) return false;
  const char32_t alef = written_at(at);
  return alef == kPlainAlef || alef == kWaslaAlef;
}

char32_t Reader::written_at(std::uint32_t at) const {
  const std::uint32_t byte = text_.source_offset(tokens_[token_].key_begin + at);
  const std::string_view rest = text_.utf8().substr(byte, 4);
  if (rest.empty()) return 0;
  const auto c = static_cast<unsigned char>(rest[0]);
  if (c < 0x80 || rest.size() < 2) return c;
  if (c < 0xe0) return (c & 0x1fu) << 6 | (static_cast<unsigned char>(rest[1]) & 0x3fu);
  return 0xfffd;  // no letter that is asked for
}

const std::int32_t* Reader::keys_of(std::uint32_t token) {
  const std::size_t packs = packs_.views.size();
  std::int32_t* keys = keys_.data() + token * packs;
  if (packs == 0 || keys[0] != kNotAsked) return keys;
  const std::string_view key = text_.key(tokens_[token]);
  const std::uint64_t hash = hash_key(key);
  for (std::size_t pack = 0; pack < packs; ++pack) keys[pack] = packs_.views[pack].find(key, hash);
  return keys;
}

}  // namespace isnad
