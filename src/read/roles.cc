// SPDX-License-Identifier: Apache-2.0
#include "read/roles.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "read/cues.h"

namespace isnad {
namespace {

constexpr std::uint32_t kLongSentence = 200;   // words: farther no word of a match or an epidemic is sought
constexpr std::uint32_t kNearRate = 6;       // words between a number and "each year"
constexpr std::uint32_t kSupposeReach = 8;   // words from "if" to what is supposed

// "if", "hopes that" in the same sentence before it.
bool supposed_before(const FigureWords& words, std::uint32_t begin) {
  for (std::uint32_t i = begin; i-- > (begin > kSupposeReach ? begin - kSupposeReach : 0) && words.same_sentence(i, begin);) {
    if (words.hard_stop(i)) return false;
    const FigureWord& word = words.at(i).suppose;
    if (word && (word.end == begin || word.sense->attribute("near") != "1")) return true;
  }
  return false;
}

// Words of a match, a film, a book in the sentence.
bool play_in_sentence(const FigureWords& words, std::uint32_t at) {
  std::uint32_t begin = at, end = at;
  while (begin > 0 && at - begin < kLongSentence && words.same_sentence(begin - 1, at)) --begin;
  while (end < words.size() && end - at < kLongSentence && words.same_sentence(end, at)) ++end;
  for (std::uint32_t i = begin; i < end; ++i) {
    if (words.at(i).play) return true;
  }
  return false;
}

constexpr std::uint32_t kPlayLeast = 3, kPlayShare = 60;   // words of play in a report, and one in so many

bool is_about_play(const FigureWords& words) {
  std::uint32_t play = 0;
  for (std::uint32_t i = 0; i < words.size(); ++i) play += words.at(i).play ? 1 : 0;
  return play >= kPlayLeast && play * kPlayShare >= words.size();
}

bool counts_singles(Role role) {
  switch (role) {
    case Role::Killed: case Role::Injured: case Role::Casualties: case Role::Arrested:
    case Role::Abducted: case Role::Missing: case Role::Released: case Role::Rescued:
      return true;
    default:
      return false;
  }
}

class RoleFinder {
 public:
  RoleFinder(const FigureWords& words, std::vector<Count>& counts)
      : words_(words), counts_(counts), all_play_(is_about_play(words)) {}

  std::vector<RoledCount> run() {
    for (std::uint32_t c = 0; c < counts_.size(); ++c) read(c);
    return std::move(roled_);
  }

 private:
  const FigureToken& at(std::uint32_t i) const { return words_.at(i); }

  void read(std::uint32_t c) {
    Count& count = counts_[c];
    const bool any = count.begin > 0 && at(count.begin - 1).any;
    if (count.form == Count::Form::Single && any) return;   // "any dead": none
    inherit_group(c);
    std::size_t before = roled_.size();
    std::int64_t left = apposed_left_;
    if (count.noun == Count::Noun::Victim) {
      read_victim(c);
    } else {
      read_cued(c);
    }
    if (apposed_left_ == left) apposed_left_ = 0;
    if (roled_.size() > before) last_ = c;
  }

  // "and 748 others", "of them 17", "and wounded 40": those counted just before; of a whole and its
  // parts, the whole. A noun of harm says by itself whom it does not name.
  void inherit_group(std::uint32_t c) {
    Count& count = counts_[c];
    if (!count.group.empty() || (count.noun == Count::Noun::Victim && !count.others)) return;
    if (words_.toll_near(count.begin)) return;   // "the number of those who took part": others
    for (std::size_t i = roled_.size(); i-- > 0;) {
      const Count& previous = counts_[roled_[i].count];
      if (!near(previous, count)) return;
      if (previous.part && !count.part) continue;
      if (is_thing_group(previous.group)) return;
      count.group = previous.group;
      return;
    }
  }

  bool near(const Count& a, const Count& b) const {
    std::uint32_t sa = words_.text->tokens()[a.begin].sentence, sb = words_.text->tokens()[b.begin].sentence;
    return sb - sa <= 1;
  }

  // The noun says what befell them; a word that carries a toll before it belongs to the quote.
  void read_victim(std::uint32_t c) {
    Count& count = counts_[c];
    bool numbered = count.form != Count::Form::Single;
    RoledCount out{c, count.casualties ? Role::Casualties : word_role(*count.noun_sense), count.begin, count.end, {}, false, false};
    std::optional<Cue> cue = cue_before(words_, count, true);
    std::uint32_t carrier = carrier_before(count);
    if (!numbered && carrier == count.begin && !count.part && !count.one_of && !count.harmed) return;
    if (carrier < count.begin) {
      out.begin = carrier;
      out.cue = at(carrier).carrier.span;
    }
    if (!numbered && (count.definite || count.noun_sense->attribute("idiom") == "1")) return;   // "fell victim to"
    if (count.one_of && (!told_of(count, cue) || (count.noun_sense->attribute("weak") == "1" && carrier == count.begin))) return;
    if (count.one_of && cue && cue->role == Role::Killed && cue->distance == 0) out.role = cue->role;
    if (cue && cue->role == Role::Arrested && cue->distance == 0 && out.role != Role::Killed) out.role = Role::Arrested;
    if (count.group.empty()) count.group = "people";
    finish(out);
    share_ranks(c);
  }

  // "X, one of the wounded, says ...": who he is, not what befell him.
  bool told_of(const Count& count, const std::optional<Cue>& cue) const {
    if (cue || carrier_before(count) < count.begin || count.part) return true;
    return count.begin > 0 && at(count.begin - 1).func;
  }

  // "16 killed and more than 1600 wounded in the ranks of the police": of both.
  void share_ranks(std::uint32_t c) {
    const Count& count = counts_[c];
    if (!count.shared_ranks || roled_.size() < 2) return;
    Count& previous = counts_[roled_[roled_.size() - 2].count];
    bool joined = previous.noun == Count::Noun::Victim && previous.group == "people" && count.begin - previous.end <= 3 &&
                  words_.same_sentence(previous.begin, count.begin);
    if (joined) previous.group = count.group;
  }

  std::uint32_t carrier_before(const Count& count) const {
    std::uint32_t limit = count.begin > 3 ? count.begin - 3 : 0;
    for (std::uint32_t i = count.begin; i-- > limit;) {
      if (at(i).carrier && at(i).carrier.end <= count.begin) return i;
      if (words_.hard_stop(i) || at(i).number >= 0) break;
    }
    return count.begin;
  }

  bool by_weapon(std::uint32_t i) const { return at(i).injured_by && !at(i).cue && !at(i).victim; }

  void read_cued(std::uint32_t c) {
    Count& count = counts_[c];
    if (numbers_others(count) || (count.begin > 0 && by_weapon(count.begin - 1))) return;   // "by bullets of two men"
    std::optional<Cue> before = cue_before(words_, count, false);
    std::optional<Cue> after = cue_after(words_, count);
    if (count.form == Count::Form::Single) return read_single(c, before, after);
    if (before && count.part && !roled_.empty() && counts_[last_].begin > before->begin && counts_[last_].end <= count.begin &&
        words_.same_sentence(counts_[last_].begin, count.begin)) {
      before.reset();   // "... left 12 dead, among them five": part of those
    }
    if (before && is_bare(count) && before->distance > 3 && !is_toll(*before) && !numbered_so(count)) before = toll_before(words_, count);
    if (after && before && before->distance <= 2 && after->distance > 2) after.reset();
    if (after && before && before->begin == used_behind_) before.reset();   // it had its own subject
    if (after && (!before || before->distance > 2 || before->role != after->role)) {
      bool both = before && before->distance <= 2 && !before->weak && before->role != after->role;
      emit(c, *after);
      used_behind_ = after->begin;
      if (!both) return;
    }
    if (before) {
      emit(c, *before);
    } else if (!after) {
      read_uncued(c);
    }
  }

  bool numbered_so(const Count& count) const {
    for (std::uint32_t i = count.begin; i-- > (count.begin > 2 ? count.begin - 2 : 0);) {
      if (at(i).total_of) return true;
    }
    return false;
  }

  // A number with no noun, far from a word of harm, may count anything: "harm to devices by System 10".
  static bool is_bare(const Count& count) {
    return count.noun == Count::Noun::None && count.form == Count::Form::Number && !count.part && !count.others;
  }

  bool is_toll(const Cue& cue) const {
    return cue.sense != nullptr && cue.sense->attribute("pos") != "verb" && cue.sense->attribute("pos") != "masdar";
  }

  // "the toll of those killed ... to 12", "of them 17", "hundreds of protesters".
  void read_uncued(std::uint32_t c) {
    Count& count = counts_[c];
    if (count.begin > 0 && at(count.begin - 1).other_act) return;   // "the fight of thousands of them against"
    if (read_number_of_them(c) || read_apposed(c) || read_other_ones(c) || read_of_victims(c)) return;
    if (count.part && last_ < c && !roled_.empty() && !part_of_things(count) && words_.same_sentence(counts_[last_].begin, count.begin) &&
        count.noun != Count::Noun::Thing) {
      RoledCount out{c, roled_.back().role, count.begin, count.end, {}, roled_.back().negated, roled_.back().feared};
      if (count.group.empty()) count.group = counts_[last_].group;
      finish(out);
    } else if (count.group == "protesters" && count.form == Count::Form::Number) {
      RoledCount out{c, Role::Participants, count.begin, count.end, {}, false, false};
      finish(out);
    }
  }

  // "their number reached 70 thousand": those counted last.
  bool read_number_of_them(std::uint32_t c) {
    Count& count = counts_[c];
    if (roled_.empty() || !near(counts_[last_], count) || count.noun == Count::Noun::Thing) return false;
    for (std::uint32_t i = count.begin; i-- > (count.begin > 6 ? count.begin - 6 : 0);) {
      if (words_.hard_stop(i) || at(i).number >= 0) return false;
      if (!at(i).their_number || !toll_linked(words_, at(i).their_number.end, count.begin)) continue;
      if (count.group.empty()) count.group = counts_[last_].group;
      RoledCount out{c, roled_.back().role, i, count.end, at(i).their_number.span, false, false};
      finish(out);
      return true;
    }
    return false;
  }

  // "three of which": "which" is said of attacks, not of people.
  bool part_of_things(const Count& count) const {
    return count.noun == Count::Noun::None && count.end > 0 && at(count.end - 1).part &&
           at(count.end - 1).part.sense->attribute("things") == "1";
  }

  // "17 persons were killed, 12 soldiers and the five of the crew": told in its parts.
  bool read_apposed(std::uint32_t c) {
    Count& count = counts_[c];
    if (roled_.empty() || count.noun != Count::Noun::People || number_between(last_, c) || count.form == Count::Form::Single) return false;
    const RoledCount& whole = roled_.back();
    const Count& before = counts_[last_];
    if (!is_harm(whole.role) || !words_.same_sentence(before.begin, count.begin) || before.one_of) return false;
    std::int64_t room = apposed_left_ > 0 ? apposed_left_ : before.low;
    if (count.low > room || (apposed_left_ == 0 && count.low >= room)) return false;
    std::uint32_t from = std::max(before.end, whole.end);
    bool joined = apposed_left_ > 0 && count.begin == from && at(from).joined_and;
    bool mark = count.begin == from + 1 && is_apposing_mark(from) && !at(count.begin).joined_and;
    if (!joined && !mark) return false;
    RoledCount out{c, whole.role, count.begin, count.end, {}, whole.negated, whole.feared};
    count.part = true;
    if (count.group.empty()) count.group = before.group;
    finish(out);
    apposed_left_ = room - count.low;
    return true;
  }

  bool number_between(std::uint32_t a, std::uint32_t b) const {
    for (std::uint32_t i = a + 1; i < b; ++i) {
      if (counts_[i].form == Count::Form::Number) return true;
    }
    return false;
  }

  bool is_apposing_mark(std::uint32_t i) const {
    TokenKind kind = words_.text->tokens()[i].kind;
    if (kind == TokenKind::Comma) return true;
    std::string_view mark = words_.text->slice(words_.text->tokens()[i].span);
    return mark == ":" || mark == "-" || mark == "\xe2\x80\x93";
  }

  static bool is_harm(Role role) {
    return role == Role::Killed || role == Role::Injured || role == Role::Casualties || role == Role::Missing;
  }

  // "17 of them by the fall of a helicopter, and six others in an attack": the same fate.
  bool read_other_ones(std::uint32_t c) {
    Count& count = counts_[c];
    if (!count.others || roled_.empty() || number_between(last_, c) || !at(count.begin).joined_and) return false;
    const Count& before = counts_[last_];
    if (!words_.same_sentence(before.begin, count.begin) || count.begin - before.end > kReachBefore) return false;
    const RoledCount& same = roled_.back();
    RoledCount out{c, same.role, count.begin, count.end, {}, same.negated, same.feared};
    count.part = count.part || before.part;
    if (count.group.empty()) count.group = before.group;
    finish(out);
    return true;
  }

  // "the wounded are well, and seven of them ...": those the sentence named before.
  bool read_of_victims(std::uint32_t c) {
    Count& count = counts_[c];
    if (!count.part || count.form != Count::Form::Number || count.noun != Count::Noun::None || part_of_things(count)) return false;
    if (!roled_.empty() && words_.same_sentence(counts_[last_].begin, count.begin)) return false;
    std::uint32_t limit = count.begin > 25 ? count.begin - 25 : 0;
    for (std::uint32_t i = count.begin; i-- > limit && words_.same_sentence(i, count.begin);) {
      const FigureWord& victim = at(i).victim;
      if (!victim || !at(i).plural_reading) continue;
      RoledCount out{c, word_role(*victim.sense), count.begin, count.end, {}, false, false};
      if (count.group.empty()) count.group = "people";
      finish(out);
      return true;
    }
    return false;
  }

  // One person, with no number: only right under a cue that stands close.
  void read_single(std::uint32_t c, const std::optional<Cue>& before, const std::optional<Cue>& after) {
    const Count& count = counts_[c];
    if ((count.definite && !count.part && !is_suspect(count, before)) || is_second_kind(count) || acted(count, before)) return;
    if (before && before->distance == 0 && counts_singles(before->role) && !before->weak) {
      emit(c, *before);
    } else if (follows_single(c)) {
      finish({c, roled_.back().role, count.begin, count.end, {}, roled_.back().negated, roled_.back().feared});
    } else if (after && counts_singles(after->role) && !after->weak && only_adjectives(count.end, after->begin)) {
      emit(c, *after);
      used_behind_ = after->begin;
    } else if (before && before->distance <= 6 && counts_singles(before->role) && is_object(count, *before)) {
      emit(c, *before);
    } else if (!before && !after) {
      read_single_part(c);
    }
  }

  // "a policeman killed the student": who did it.
  bool acted(const Count& count, const std::optional<Cue>& before) const {
    if (!before || before->sense == nullptr || before->distance > 0 || count.one_of) return false;
    const auto& senses = at(before->begin).cue_senses;
    const bool verb = std::any_of(senses.begin(), senses.end(), [](const Sense* s) { return s != nullptr && s->attribute("pos") == "verb"; });
    if (!verb || count.noun != Count::Noun::People || count.definite) return false;
    for (std::uint32_t i = count.begin + 1; i < std::min(words_.size(), count.begin + 3); ++i) {
      if (words_.hard_stop(i) || at(i).number >= 0 || at(i).joined_and) return false;
      const FigureWord& object = at(i).people;
      const bool indefinite = object && !object.definite && i > count.begin + 1 && !object.conjoined &&
                              words_.shape.is_object(words_.text->slice(object.span));   // "a white policeman killed a young man"
      if (object && (object.definite || indefinite) && !object.conjoined && !at(i).joined_prep && !at(i).plural_reading && !words_.hard_stop(i)) return true;
    }
    return false;
  }

  // "56 Taliban and Daeshis" in the singular that large numbers ask for: no one besides.
  bool is_second_kind(const Count& count) const {
    if (!at(count.begin).joined_and || !words_.shape.is_object(words_.text->slice(count.noun_span))) return false;
    for (std::uint32_t i = count.begin; i-- > (count.begin > 3 ? count.begin - 3 : 0);) {
      if (at(i).number >= 0) return at(i).number_end + 1 >= count.begin && !at(i).masked;
    }
    return false;
  }

  // "the death of an officer and a soldier": one more of the same fate.
  bool follows_single(std::uint32_t c) const {
    const Count& count = counts_[c];
    if (c == 0 || roled_.empty() || roled_.back().count != c - 1 || !at(count.begin).joined_and || count.definite) return false;
    const Count& before = counts_[c - 1];
    return before.form != Count::Form::Number && before.end == count.begin && before.noun == Count::Noun::People &&
           count.noun == Count::Noun::People && counts_singles(roled_.back().role) && roled_.back().begin < before.begin;
  }

  // "the suspect was arrested": one, though the report knows which.
  bool is_suspect(const Count& count, const std::optional<Cue>& before) const {
    if (at(count.begin).people.suffixed || (count.end < words_.size() && at(count.end).joined_prep)) return false;   // "those suspected of"
    return before && before->role == Role::Arrested && before->distance == 0 && count.noun == Count::Noun::People &&
           count.noun_sense->attribute("suspect") == "1";
  }

  // "eight were released, among them one who ...": a part of those just counted.
  void read_single_part(std::uint32_t c) {
    Count& count = counts_[c];
    bool fits = count.part && !count.definite && count.noun == Count::Noun::People && count.group != "officials" && !roled_.empty();
    if (!fits || !words_.same_sentence(counts_[last_].begin, count.begin) || !counts_singles(roled_.back().role)) return;
    if (counts_[last_].low <= 1) return;
    finish({c, roled_.back().role, count.begin, count.end, {}, roled_.back().negated, roled_.back().feared});
  }

  // English "killed himself", "killed five": a verb with an object right behind it, of those who did it.
  bool acts(std::uint32_t cue) const {
    const std::uint32_t next = at(cue).cue.end;
    if (next >= words_.size() || words_.text->tokens()[cue].script != Script::Latin) return false;
    if (words_.text->tokens()[next].kind == TokenKind::Number) return true;
    return words_.text->tokens()[next].kind == TokenKind::Word && !at(next).func && !at(next).list_join;
  }

  // At most one word between, an adjective of origin; or what makes an English verb passive.
  bool only_adjectives(std::uint32_t from, std::uint32_t to) const {
    if (from == to) return !acts(to);
    std::uint32_t aux = from;
    while (aux < to && at(aux).aux) ++aux;
    if (aux == to && to - from <= 3) return true;
    if (from + 1 != to || words_.text->tokens()[from].kind != TokenKind::Word || at(from).func || at(from).cue) return false;
    std::string_view word = words_.text->slice(words_.text->tokens()[from].span);
    return words_.shape.is_of_origin(word);
  }

  // "the police of the town arrested yesterday a pilot": the ending says that he is the object.
  bool is_object(const Count& count, const Cue& cue) const {
    if (cue.sense == nullptr || cue.sense->attribute("pos") != "verb" || count.noun != Count::Noun::People) return false;
    std::string_view word = words_.text->slice(count.noun_span);
    bool accusative = count.one_of || (word.size() > 4 && words_.shape.is_object(word));
    if (!accusative || words_.clause(cue.begin) != words_.clause(count.begin)) return false;
    for (std::uint32_t i = cue.end; i < count.begin; ++i) {
      bool stops = at(i).func && !at(i).masked;   // a time does not part a verb from its object
      if (stops || (at(i).people && !at(i).people.definite) || at(i).victim) return false;
    }
    return true;
  }

  void emit(std::uint32_t c, const Cue& cue) {
    Count& count = counts_[c];
    bool prevented = cue.begin > 0 && at(cue.begin - 1).prevent && at(cue.begin - 1).prevent.end >= cue.begin;
    bool too_many = count.part && !roled_.empty() && counts_[last_].form == Count::Form::Single && count.low > 1;
    if (too_many) return;
    if (prevented || (cue.begin > 1 && at(cue.begin - 2).prevent && at(cue.begin - 2).prevent.end >= cue.begin)) return;
    if (count.group.empty()) count.group = "people";
    drop_agent(c, cue);
    bool demo = cue.role == Role::Participants && cue.sense != nullptr && cue.sense->attribute("demo") == "1";
    if (demo && count.group == "people") count.group = "protesters";
    RoledCount out{c, cue.role, std::min(cue.begin, count.begin), std::max(cue.end, count.end), cue.span, false, false};
    if (const std::uint32_t first = both_fates_begin(cue, count); first < cue.begin) {
      out.role = Role::Casualties;
      out.begin = std::min(out.begin, first);
    } else if (const std::uint32_t both = both_fates_end(cue); both != 0) {
      out.role = Role::Casualties;
      out.end = std::max(out.end, both);
    }
    const bool toll = cue.sense != nullptr && cue.sense->attribute("pos") == "toll";
    if (toll && cue.begin > 0 && cue.begin < count.begin && passes(words_, cue.begin - 1) && count.bound == Bound::Exact) {
      count.bound = Bound::MoreThan;
      count.low += 1;
      count.high = kOpen;
      out.begin = cue.begin - 1;
    }
    finish(out);
  }

  // "killed and wounded fifty": one number over both; the first word of the two, else the cue's own.
  std::uint32_t both_fates_begin(const Cue& cue, const Count& count) const {
    if (cue.begin == 0 || cue.begin > count.begin || count.others || !at(cue.begin).cue || !at(cue.begin).cue.conjoined) return cue.begin;
    const FigureWord& first = at(cue.begin - 1).cue;
    if (!first || first.end != cue.begin || first.sense->attribute("agr") == "pl" || first.sense->attribute("agr") == "du") return cue.begin;
    const bool told = cue.begin > 1 && (at(cue.begin - 2).people || at(cue.begin - 2).others || at(cue.begin - 2).thing || at(cue.begin - 2).number >= 0);
    const Role role = word_role(*first.sense);
    const bool both = (cue.role == Role::Killed && role == Role::Injured) || (cue.role == Role::Injured && role == Role::Killed);
    return both && !told ? cue.begin - 1 : cue.begin;
  }

  // "killed or wounded": one number over both; the end of the second word, 0 where there is none.
  std::uint32_t both_fates_end(const Cue& cue) const {
    if (cue.end + 1 >= words_.size() || !at(cue.end).or_word || !at(cue.end + 1).cue) return 0;
    const Role other = word_role(*at(cue.end + 1).cue.sense);
    const bool both = (cue.role == Role::Killed && other == Role::Injured) || (cue.role == Role::Injured && other == Role::Killed);
    return both ? at(cue.end + 1).cue.end : 0;
  }

  // "if three were hurt", "hoped to end without injuries": no fact.
  bool is_supposed(const RoledCount& out) const { return supposed_before(words_, out.begin); }

  // "the club snatched a baker": what players and actors do to each other.
  bool of_play(const RoledCount& out) const {
    const Count& count = counts_[out.count];
    switch (out.role) {
      case Role::Killed: case Role::Casualties: case Role::Arrested: case Role::Participants: case Role::Deployed:
      case Role::DeployedEquipment: case Role::Displaced: case Role::Affected:
        return false;
      default:
        return count.form == Count::Form::Single && (all_play_ || play_in_sentence(words_, out.begin));
    }
  }

  // "two million die each year"
  bool is_yearly(const RoledCount& out) const {
    for (std::uint32_t i = out.begin > kNearRate ? out.begin - kNearRate : 0; i < std::min(words_.size(), out.end + kNearRate); ++i) {
      if (at(i).rate && words_.clause(i) == words_.clause(out.begin)) return true;
    }
    return false;
  }

  // "three cases of fever": hurt by no event; of an epidemic, struck by it.
  const FigureWord* disease_of(const RoledCount& out) const {
    if (out.role != Role::Injured && out.role != Role::Casualties) return nullptr;
    for (std::uint32_t i = out.begin; i < std::min(words_.size(), out.end + 4); ++i) {
      if (at(i).disease) return &at(i).disease;
      if (i >= out.end && (words_.hard_stop(i) || at(i).number >= 0)) break;
    }
    return counts_cases(out) ? epidemic_in_sentence(out.begin) : nullptr;
  }

  // "6557 cases": the word says of what only with the disease.
  bool counts_cases(const RoledCount& out) const {
    const Count& count = counts_[out.count];
    if (count.noun == Count::Noun::Victim && count.noun_sense->attribute("case") == "1") return true;
    for (std::uint32_t i = out.begin; i < out.end; ++i) {
      if (at(i).cue && at(i).cue.span == out.cue) return at(i).cue.sense->attribute("case") == "1";
    }
    return false;
  }

  const FigureWord* epidemic_in_sentence(std::uint32_t at_token) const {
    std::uint32_t i = at_token;
    const std::uint32_t sentence = words_.text->tokens()[at_token].sentence;
    auto near_by = [&](std::uint32_t k) { return words_.text->tokens()[k].sentence + 2 >= sentence; };   // or in the two before
    while (i > 0 && at_token - i < kLongSentence && near_by(i - 1)) --i;
    for (; i < std::min(words_.size(), at_token + kLongSentence) && words_.text->tokens()[i].sentence <= sentence; ++i) {
      if (at(i).disease && at(i).disease.sense->attribute("spreads") == "1") return &at(i).disease;
    }
    return nullptr;
  }

  // "a bomber, thought to belong to the group, killed 32": the one right behind the verb did it.
  void drop_agent(std::uint32_t c, const Cue& cue) {
    if (roled_.empty() || counts_[c].form != Count::Form::Number || roled_.back().count + 1 != c || cue.begin > counts_[c].begin) return;
    const Count& agent = counts_[roled_.back().count];
    const bool same = agent.form == Count::Form::Single && roled_.back().cue == cue.span && !cue.span.empty();
    const bool joined = at(counts_[c].begin).joined_and || (counts_[c].begin > 0 && at(counts_[c].begin - 1).joined_and) || at(counts_[c].begin).number_conjoined || counts_[c].others || counts_[c].part;
    if (same && !joined && cue.sense != nullptr && cue.sense->attribute("pos") == "verb") roled_.pop_back();
  }

  // "took the life of its passengers and crew, numbering 298"
  bool cue_close(std::uint32_t total) const {
    for (std::uint32_t i = total; i-- > (total > 3 ? total - 3 : 0) && words_.clause(i) == words_.clause(total);) {
      if (at(i).cue) return true;
    }
    return false;
  }

  // "the inhabitants, numbering 21 million": of no event; of the dead and hurt it is.
  bool numbers_others(const Count& count) const {
    for (std::uint32_t i = count.begin; i-- > (count.begin > 3 ? count.begin - 3 : 0);) {
      if (at(i).total_of) return i == 0 || (!at(i - 1).victim && !cue_close(i));
    }
    return false;
  }

  void finish(RoledCount out) {
    if (out.role == Role::Other || is_supposed(out) || of_play(out) || is_yearly(out)) return;
    if (const FigureWord* disease = disease_of(out)) {
      if (disease->sense->attribute("spreads") != "1") return;
      out.role = Role::Affected;
    }
    std::uint32_t from = out.begin > 5 ? out.begin - 5 : 0;
    for (std::uint32_t i = out.begin; i-- > from;) {
      if (words_.hard_stop(i)) break;
      if (at(i).fear) out.feared = true;
    }
    roled_.push_back(out);
  }

  const FigureWords& words_;
  std::vector<Count>& counts_;
  std::vector<RoledCount> roled_;
  std::uint32_t last_ = 0;   // the last count that got a role
  bool all_play_ = false;    // the report is about a match or a film
  std::int64_t apposed_left_ = 0;   // of a whole told in its parts: how many are still to come
  std::uint32_t used_behind_ = 0xffffffffu;   // the cue that stood behind the last count
};

bool covered(const std::vector<Count>& counts, std::uint32_t token) {
  return std::any_of(counts.begin(), counts.end(), [&](const Count& c) {
    return c.form != Count::Form::Single && c.begin <= token && token < c.end;
  });
}

}  // namespace

std::vector<RoledCount> find_roles(const FigureWords& words, std::vector<Count>& counts) {
  return RoleFinder(words, counts).run();
}

// "nobody was killed"
void find_nobody(const FigureWords& words, std::vector<NegatedCount>& found) {
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    const FigureWord& nobody = words.at(i).nobody;
    if (!nobody) continue;
    for (std::uint32_t k = nobody.end; k < std::min(words.size(), nobody.end + 4); ++k) {
      const FigureToken& token = words.at(k);
      if (words.hard_stop(k) || token.number >= 0 || words.text->tokens()[k].kind == TokenKind::Comma) break;
      if (!token.cue) continue;
      if (counts_singles(word_role(*token.cue.sense))) found.push_back({i, token.cue.end, word_role(*token.cue.sense), nobody.span});
      break;
    }
  }
}

// "no revolution without victims"
bool denied_twice(const FigureWords& words, std::uint32_t negation) {
  for (std::uint32_t k = negation; k-- > (negation > 2 ? negation - 2 : 0);) {
    if (words.at(k).negation) return true;
  }
  return false;
}

std::vector<NegatedCount> find_negated(const FigureWords& words, const std::vector<Count>& counts) {
  std::vector<NegatedCount> found;
  find_nobody(words, found);
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    const FigureWord& noun = words.at(i).victim;
    const bool any = i > 0 && words.at(i - 1).any;   // "any dead"
    if (!noun || noun.definite || noun.suffixed || covered(counts, i)) continue;
    if (!any && noun.sense->attribute("num") != "pl") continue;
    std::uint32_t limit = i > 7 ? i - 7 : 0;
    for (std::uint32_t k = i + 1; k-- > limit;) {
      const FigureToken& token = words.at(k);
      if (words.hard_stop(k) || token.no_news || token.part || (k < i && words.text->tokens()[k].kind == TokenKind::Comma)) break;
      if (!token.negation || token.negation.end > i) continue;
      if (token.negation.sense->attribute("near") == "1" && token.negation.end < i) continue;
      Role role = word_role(*noun.sense);
      if (noun.sense->attribute("weak") == "1") role = Role::Casualties;
      if (!supposed_before(words, k) && !denied_twice(words, k)) found.push_back({k, noun.end, role, noun.span});
      break;
    }
  }
  return found;
}

}  // namespace isnad
