// SPDX-License-Identifier: Apache-2.0
#include "match/readings.h"

#include <algorithm>
#include <cstring>

namespace isnad {

namespace {

constexpr std::int32_t kNoKey = -1, kNotAsked = -2;
constexpr std::uint32_t kLetter = 2;               // bytes of an Arabic letter
constexpr std::uint32_t kLeastStem = 2 * kLetter;  // of a listed stem
constexpr std::uint32_t kLeastUnknown = 3 * kLetter;

constexpr std::string_view kAlef = "\xd8\xa7", kTa = "\xd8\xaa", kHa = "\xd9\x87",
                           kYa = "\xd9\x8a", kWaw = "\xd9\x88", kHamza = "\xd8\xa1";
constexpr char32_t kPlainAlef = 0x627, kWaslaAlef = 0x671, kTaMarbuta = 0x629;
constexpr char32_t kHamzaOnWaw = 0x624, kHamzaOnYa = 0x626;

std::uint16_t two_bytes(const char* at) {
  std::uint16_t out = 0;
  std::memcpy(&out, at, 2);
  return out;
}

bool is_arabic(std::string_view form) {
  return !form.empty() && static_cast<unsigned char>(form[0]) >= 0xd8;
}

}  // namespace

Reader::Reader(const Text& text, const Packs::Inner& packs)
    : text_(text), packs_(packs), tokens_(text.tokens()) {
  for (const JoinedForm& p : packs.particles) {
    if (p.form.size() < 2) continue;
    const Form form = make_form(p);
    if (p.position == pack::kConjunction) conjunctions_.push_back(form);
    if (p.position == pack::kPreposition) prepositions_.push_back(form);
    if (p.position == pack::kArticle) article_ = p.form;
    if (p.position == pack::kContracted && p.form.size() > kLetter) contracted_.push_back(form);
    if (p.position == pack::kSuffix)
      (is_arabic(p.form) ? suffixes_ : other_suffixes_).push_back(form);
  }
  keys_.assign(tokens_.size() * packs.views.size(), kNotAsked);
}

Reader::Form Reader::make_form(const JoinedForm& form) {
  const bool ending = form.position == pack::kSuffix;
  const char* from = form.form.data() + (ending ? form.form.size() - 2 : 0);
  return {&form, two_bytes(from), static_cast<std::uint32_t>(form.form.size())};
}

// Whether the form stands at `at` of the key, with something behind it.
bool Reader::begins(const Form& form, std::uint32_t at) const {
  if (at + form.size >= key_.size() || two_bytes(key_.data() + at) != form.bytes) return false;
  return form.size == 2 || std::memcmp(key_.data() + at, form.of->form.data(), form.size) == 0;
}

bool Reader::ends(const Form& form) const {
  if (form.size >= key_.size()) return false;
  const char* end = key_.data() + key_.size();
  if (two_bytes(end - 2) != form.bytes) return false;
  return form.size == 2 || std::memcmp(end - form.size, form.of->form.data(), form.size) == 0;
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
    if (readings_.empty()) read_glued();
    if (readings_.empty()) read_torn();
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
  if (size() > 2 * kLetter) return;
  for (const Forms* forms : {&conjunctions_, &prepositions_})
    for (const Form& form : *forms)
      if (form.of->form == key_) add({0, size(), 0, form.of->sense, 1, kParticle, false});
}

void Reader::read_prefixes() {
  read_prepositions(0);
  for (const Form& form : conjunctions_) {
    if (!begins(form, 0)) continue;
    push_prefix(*form.of, form.size);
    read_behind_prefix(form.size);
    read_contracted(form.size);
    read_prepositions(form.size);
    pop_prefix();
  }
}

void Reader::read_prepositions(std::uint32_t at) {
  for (const Form& form : prepositions_) {
    if (!begins(form, at)) continue;
    push_prefix(*form.of, at + form.size);
    read_behind_prefix(at + form.size);
    read_pronoun(form, at + form.size);
    pop_prefix();
  }
}

// "To them", "by it": a preposition with nothing but a pronoun behind it. The other particles of
// that place ("like", "shall") take none.
void Reader::read_pronoun(const Form& preposition, std::uint32_t at) {
  const ClassId cls = packs_.senses[preposition.of->sense].cls;
  if (cls != class_id("L") && cls != class_id("B")) return;
  for (const Form& ending : suffixes_) {
    if (key_.substr(at) != ending.of->form) continue;
    add_prefixes();
    add_once({at, size(), 0, ending.of->sense, 1, kParticle, false});
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
  for (const Form& form : contracted_) {
    if (!begins(form, at) || key_.size() - at < form.size + kLeastStem) continue;
    const std::string_view stem = key_.substr(at + form.size);
    push_prefix(*form.of, at + kLetter);
    const Piece piece{at + kLetter, size(), true};
    look_up(stem, piece);
    buffer_.assign(article_).append(stem);
    look_up(buffer_, piece);
    pop_prefix();
  }
}

void Reader::read_suffixes(std::uint32_t at, const Forms& suffixes) {
  const std::uint32_t least = &suffixes == &suffixes_ ? kLeastStem : 1;
  for (const Form& one : suffixes) {
    if (size() - at < one.size + least || !ends(one)) continue;
    const JoinedForm* form = one.of;
    const std::uint32_t cut = size() - one.size;
    // What is written as ta marbuta is folded to ha, but never a pronoun.
    if (form->form == kHa && written_at(cut) == kTaMarbuta) continue;
    const std::string_view stem = key_.substr(at, cut - at);
    const Piece piece{at, cut, false};
    bool found = look_up(stem, piece);
    const std::string_view last = stem.substr(stem.size() - std::min<std::size_t>(2, stem.size()));
    if (last == kTa || last == kAlef) {  // opened ta marbuta, opened maqsura
      buffer_.assign(stem.substr(0, stem.size() - kLetter)).append(last == kTa ? kHa : kYa);
      found = look_up(buffer_, piece) || found;
    }
    const char32_t seat = last == kWaw || last == kYa ? written_at(cut - kLetter) : 0;
    if (seat == kHamzaOnWaw || seat == kHamzaOnYa) {  // a hamza that stood alone at the end
      buffer_.assign(stem.substr(0, stem.size() - kLetter)).append(kHamza);
      found = look_up(buffer_, piece) || found;
    }
    if (found) add_once({cut, size(), 0, form->sense, 1, kParticle, false});
  }
}

// A word in no list, with a particle before its article: the particle is split off all the same.
void Reader::read_unknown() {
  if (article_.empty() || read_unknown_prepositions(0)) return;
  for (const Form& form : conjunctions_) {
    if (!begins(form, 0)) continue;
    push_prefix(*form.of, form.size);
    if (read_unknown_at(form.size) || read_unknown_prepositions(form.size)) return;
    pop_prefix();
  }
  read_unknown_at(0);
}

bool Reader::read_unknown_prepositions(std::uint32_t at) {
  for (const Form& form : prepositions_) {
    if (!begins(form, at)) continue;
    push_prefix(*form.of, at + form.size);
    if (read_unknown_at(at + form.size)) return true;
    pop_prefix();
  }
  for (const Form& form : contracted_) {
    if (!begins(form, at) || key_.size() - at < form.size + kLeastUnknown) continue;
    push_prefix(*form.of, at + kLetter);
    add({at + kLetter, size(), 0, 0, 0, kDefinite, true});
    return true;
  }
  return false;
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
  const std::uint8_t with = packs_.packs_with(hash);
  if (with == 0) return false;
  bool found = false;
  for (std::size_t pack = 0; pack < packs_.views.size(); ++pack)
    if (with >> (pack % 8) & 1) found = add_key(pack, packs_.views[pack].find(word, hash), piece) || found;
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
  if (find_keys(key, keys) || key.size() < 4 || key.back() != '.') return keys;
  find_keys(key.substr(0, key.size() - 1), keys);   // "p.m." in lists is "p.m" and a stop
  return keys;
}

bool Reader::find_keys(std::string_view key, std::int32_t* keys) const {
  const std::uint64_t hash = hash_key(key);
  const std::uint8_t with = packs_.packs_with(hash);
  bool found = false;
  for (std::size_t pack = 0; pack < packs_.views.size(); ++pack) {
    keys[pack] = (with >> (pack % 8) & 1) != 0 ? packs_.views[pack].find(key, hash) : kNoKey;
    found = found || keys[pack] >= 0;
  }
  return found;
}

}  // namespace isnad
