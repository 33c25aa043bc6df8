// SPDX-License-Identifier: Apache-2.0
#include "read/roles.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace isnad {
namespace {

constexpr std::uint32_t kReachBefore = 14;   // tokens between a cue and its number
constexpr std::uint32_t kReachCourt = 24;    // tokens between a court and what it decides
constexpr std::uint32_t kWeakReach = 9;      // tokens between a verb of many meanings and its number
constexpr std::int64_t kCrowd = 10;          // fewer do not come out as a crowd
constexpr std::uint32_t kReachAfter = 8;     // tokens between a noun and a verb behind it

struct Cue {
  Role role = Role::Other;
  std::uint32_t begin = 0, end = 0;
  Span span;
  std::uint32_t distance = 0;
  bool weak = false;   // a verb of many meanings: only for those it can be true of
  const Sense* sense = nullptr;
};

Role word_role(const Sense& sense) {
  Role role = Role::Other;
  parse_role(sense.attribute("role"), role);
  return role;
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

bool is_force_group(std::string_view g) {
  return g == "soldiers" || g == "police" || g == "security_forces";
}

// Those who are sent though they bear no arms: firemen.
bool is_sent(const Count& count) {
  return count.noun_sense != nullptr && count.noun_sense->attribute("force") == "1";
}

// What a cue means for these people or things; nullopt where it can mean nothing for them.
std::optional<Role> fit_role(Role role, const Sense& cue, const Count& count) {
  bool thing = count.noun == Count::Noun::Thing;
  std::string_view g = count.group;
  const std::string_view only = cue.attribute("only");   // true of this group alone
  if (!only.empty() && g != only) return std::nullopt;
  switch (role) {
    case Role::Destroyed:
      if (!thing || cue.attribute("not") == g) return std::nullopt;
      return Role::Destroyed;
    case Role::Seized:
      if (!thing || cue.attribute("not") == g) return std::nullopt;
      return Role::Seized;
    case Role::Deployed:
      if (thing) {
        if (g == "vehicles" || g == "aircraft" || g == "ships") return Role::DeployedEquipment;
        return std::nullopt;
      }
      if ((is_force_group(g) || is_sent(count)) && !count.hurt) return Role::Deployed;
      return std::nullopt;
    case Role::Participants:
      if (thing || g == "militants") return std::nullopt;
      // Without a noun: "hundreds gathered", "the number of those who took part: 300".
      if (g.empty() && count.bound != Bound::Vague && cue.attribute("pos") != "toll") return std::nullopt;
      if (is_force_group(g) || is_sent(count)) {
        if (cue.attribute("sent") == "1") return Role::Deployed;
        return std::nullopt;
      }
      return Role::Participants;
    case Role::Attackers:
      if (g != "militants") return std::nullopt;
      return Role::Attackers;
    case Role::Arrested:
      if (thing) {
        if (cue.attribute("things") == "seized" && g != "buildings") return Role::Seized;
        return std::nullopt;
      }
      return Role::Arrested;
    default:
      if (thing && role != Role::Affected) return std::nullopt;
      return role;
  }
}

class RoleFinder {
 public:
  RoleFinder(const FigureWords& words, std::vector<Count>& counts) : words_(words), counts_(counts) {}

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
    std::optional<Cue> cue = cue_before(count, true);
    std::uint32_t carrier = carrier_before(count);
    if (!numbered && carrier == count.begin && !count.part && !count.one_of && !count.harmed) return;
    if (carrier < count.begin) {
      out.begin = carrier;
      out.cue = at(carrier).carrier.span;
    }
    if (!numbered && (count.definite || count.noun_sense->attribute("idiom") == "1")) return;   // "fell victim to"
    if (count.one_of && !told_of(count, cue)) return;
    if (count.one_of && cue && cue->role == Role::Killed && cue->distance == 0) out.role = cue->role;
    if (cue && cue->role == Role::Arrested && cue->distance == 0) out.role = Role::Arrested;
    if (count.group.empty()) count.group = "people";
    finish(out, count);
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
    std::optional<Cue> before = cue_before(count, false);
    std::optional<Cue> after = cue_after(count);
    if (count.form == Count::Form::Single) return read_single(c, before, after);
    if (before && is_bare(count) && before->distance > 3 && !is_toll(*before)) before.reset();
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
    if (read_number_of_them(c) || read_apposed(c) || read_other_ones(c) || read_of_victims(c)) return;
    if (count.part && last_ < c && !roled_.empty() && !part_of_things(count) && words_.same_sentence(counts_[last_].begin, count.begin) &&
        count.noun != Count::Noun::Thing) {
      RoledCount out{c, roled_.back().role, count.begin, count.end, {}, roled_.back().negated, roled_.back().feared};
      if (count.group.empty()) count.group = counts_[last_].group;
      finish(out, count);
    } else if (count.group == "protesters" && count.form == Count::Form::Number) {
      RoledCount out{c, Role::Participants, count.begin, count.end, {}, false, false};
      finish(out, count);
    }
  }

  // "their number reached 70 thousand": those counted last.
  bool read_number_of_them(std::uint32_t c) {
    Count& count = counts_[c];
    if (roled_.empty() || !near(counts_[last_], count) || count.noun == Count::Noun::Thing) return false;
    for (std::uint32_t i = count.begin; i-- > (count.begin > 6 ? count.begin - 6 : 0);) {
      if (words_.hard_stop(i) || at(i).number >= 0) return false;
      if (!at(i).their_number || !toll_linked(at(i).their_number.end, count.begin)) continue;
      if (count.group.empty()) count.group = counts_[last_].group;
      RoledCount out{c, roled_.back().role, i, count.end, at(i).their_number.span, false, false};
      finish(out, count);
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
    finish(out, count);
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
    finish(out, count);
    return true;
  }

  // "the wounded are well, and seven of them ...": those the sentence named before.
  bool read_of_victims(std::uint32_t c) {
    Count& count = counts_[c];
    if (!count.part || count.form != Count::Form::Number || count.noun != Count::Noun::None) return false;
    if (!roled_.empty() && words_.same_sentence(counts_[last_].begin, count.begin)) return false;
    std::uint32_t limit = count.begin > 25 ? count.begin - 25 : 0;
    for (std::uint32_t i = count.begin; i-- > limit && words_.same_sentence(i, count.begin);) {
      const FigureWord& victim = at(i).victim;
      if (!victim || !at(i).plural_reading) continue;
      RoledCount out{c, word_role(*victim.sense), count.begin, count.end, {}, false, false};
      if (count.group.empty()) count.group = "people";
      finish(out, count);
      return true;
    }
    return false;
  }

  // One person, with no number: only right under a cue that stands close.
  void read_single(std::uint32_t c, const std::optional<Cue>& before, const std::optional<Cue>& after) {
    const Count& count = counts_[c];
    if (count.definite && !count.part) return;
    if (before && before->distance == 0 && counts_singles(before->role) && !before->weak) {
      emit(c, *before);
    } else if (after && counts_singles(after->role) && !after->weak && only_adjectives(count.end, after->begin)) {
      emit(c, *after);
      used_behind_ = after->begin;
    } else if (before && before->distance <= 6 && counts_singles(before->role) && is_object(count, *before)) {
      emit(c, *before);
    } else if (!before && !after) {
      read_single_part(c);
    }
  }

  // "eight were released, among them one who ...": a part of those just counted.
  void read_single_part(std::uint32_t c) {
    Count& count = counts_[c];
    bool fits = count.part && !count.definite && count.noun == Count::Noun::People && count.group != "officials" && !roled_.empty();
    if (!fits || !words_.same_sentence(counts_[last_].begin, count.begin) || !counts_singles(roled_.back().role)) return;
    if (counts_[last_].low <= 1) return;
    finish({c, roled_.back().role, count.begin, count.end, {}, roled_.back().negated, roled_.back().feared}, count);
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
    bool accusative = word.size() > 4 && words_.shape.is_object(word);
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
    bool demo = cue.role == Role::Participants && cue.sense != nullptr && cue.sense->attribute("demo") == "1";
    if (demo && count.group == "people") count.group = "protesters";
    RoledCount out{c, cue.role, std::min(cue.begin, count.begin), std::max(cue.end, count.end), cue.span, false, false};
    if (const std::uint32_t both = both_fates_end(cue); both != 0) {
      out.role = Role::Casualties;
      out.end = std::max(out.end, both);
    }
    const bool toll = cue.sense != nullptr && cue.sense->attribute("pos") == "toll";
    if (toll && cue.begin > 0 && cue.begin < count.begin && passes(cue.begin - 1) && count.bound == Bound::Exact) {
      count.bound = Bound::MoreThan;
      count.low += 1;
      count.high = kOpen;
      out.begin = cue.begin - 1;
    }
    finish(out, count);
  }

  // "killed or wounded": one number over both; the end of the second word, 0 where there is none.
  std::uint32_t both_fates_end(const Cue& cue) const {
    if (cue.end + 1 >= words_.size() || !at(cue.end).or_word || !at(cue.end + 1).cue) return 0;
    const Role other = word_role(*at(cue.end + 1).cue.sense);
    const bool both = (cue.role == Role::Killed && other == Role::Injured) || (cue.role == Role::Injured && other == Role::Killed);
    return both ? at(cue.end + 1).cue.end : 0;
  }

  // "three cases of fever": hurt by no event.
  bool of_disease(const RoledCount& out) const {
    if (out.role != Role::Injured && out.role != Role::Casualties) return false;
    for (std::uint32_t i = out.begin; i < std::min(words_.size(), out.end + 4); ++i) {
      if (at(i).disease) return true;
      if (i >= out.end && (words_.hard_stop(i) || at(i).number >= 0)) return false;
    }
    return false;
  }

  // "the inhabitants, numbering 21 million": of no event; of the dead and hurt it is.
  bool numbers_others(const Count& count) const {
    for (std::uint32_t i = count.begin; i-- > (count.begin > 3 ? count.begin - 3 : 0);) {
      if (at(i).total_of) return i == 0 || (!at(i - 1).victim && !at(i - 1).cue);
    }
    return false;
  }

  void finish(RoledCount out, const Count& count) {
    if (out.role == Role::Other || of_disease(out)) return;
    std::uint32_t from = out.begin > 5 ? out.begin - 5 : 0;
    for (std::uint32_t i = out.begin; i-- > from;) {
      if (words_.hard_stop(i)) break;
      if (at(i).fear) out.feared = true;
    }
    (void)count;
    roled_.push_back(out);
  }

  // "sentenced ten to death" killed no one yet; "rescue teams" rescued no one by their name.
  bool is_other_matter(std::uint32_t i) const {
    if (i > 0 && at(i - 1).team && !at(i - 1).team.definite) return true;
    if (at(i).cue.sense->attribute("sentence") != "1") return false;
    bool court = false, carried_out = false;
    const std::uint32_t end = std::min(words_.size(), i + 4);
    for (std::uint32_t k = i > kReachCourt ? i - kReachCourt : 0; k < end; ++k) {
      if (k < i && words_.hard_stop(k)) court = carried_out = false;
      if (k > i && words_.hard_stop(k)) break;
      if (k == i || !at(k).court) continue;
      court = true;
      carried_out = carried_out || at(k).court.sense->attribute("done") == "1";
    }
    return court && !carried_out;
  }

  // The first of the word's senses that can be true of those counted.
  std::optional<Cue> make_cue(std::uint32_t i, const Count& count, std::uint32_t distance) const {
    const FigureWord& word = at(i).cue;
    if (is_other_matter(i)) return std::nullopt;
    std::optional<Role> role;
    const Sense* fitting = nullptr;
    for (const Sense* sense : at(i).cue_senses) {
      if (sense == nullptr || role) break;
      if (sense->attribute("split") == "1" && !fate_ahead(i, *sense, count)) continue;   // "met five men": a welcome
      role = fit_role(word_role(*sense), *sense, count);
      fitting = sense;
    }
    if (!role || !holds_here(*fitting, *role, i, count)) return std::nullopt;
    bool weak = *role == Role::Participants || *role == Role::Deployed || *role == Role::DeployedEquipment ||
                *role == Role::Attackers || *role == Role::Affected;
    return Cue{*role, i, word.end, word.span, distance, weak, fitting};
  }

  // Words of many meanings: "to include" players, "to reach" a number of cars.
  bool holds_here(const Sense& sense, Role role, std::uint32_t i, const Count& count) const {
    const bool one = count.form == Count::Form::Single;
    if (one && sense.attribute("counted") == "1") return false;   // "families of", else "the capture of 9"
    const bool named_act = sense.attribute("pos") == "masdar" && at(i).cue.definite && at(i).cue.end == i + 1;
    if (one && named_act) return false;   // "the prison": of no one
    if (sense.attribute("crowd") == "1" && !crowd_before(i)) return false;
    if (sense.attribute("direct") == "1" && !counts_next(at(i).cue.end)) return false;
    bool equipment = role == Role::DeployedEquipment && sense.attribute("loose") == "1" &&
                     (count.noun_sense == nullptr || count.noun_sense->attribute("armed") != "1");
    return !equipment || in_arms(i);
  }

  // "lost five men", "lost a boat with five men"; not "so it spent", "lost its presence".
  bool counts_next(std::uint32_t i) const {
    while (i < words_.size() && at(i).masked) ++i;
    if (i >= words_.size()) return false;
    const FigureToken& next = at(i);
    if (next.joined_prep && next.number < 0) return false;
    return next.number >= 0 || next.one_of || ((next.people || next.thing || next.victim) && !next.people.suffixed && !next.cue);
  }

  bool crowd_before(std::uint32_t i) const {
    for (std::uint32_t k = i; k-- > (i > kReachBefore ? i - kReachBefore : 0) && words_.same_sentence(k, i);) {
      if (at(k).crowd) return true;
    }
    return false;
  }

  // Soldiers, police or armed men are named in the sentence.
  bool in_arms(std::uint32_t i) const {
    auto armed = [&](std::uint32_t k) {
      if (at(k).force || at(k).unit) return true;
      if (!at(k).people) return false;
      std::string_view group = at(k).people.sense->attribute("group");
      return is_force_group(group) || group == "militants";
    };
    for (std::uint32_t k = i; k < words_.size() && words_.same_sentence(k, i); ++k) {
      if (armed(k)) return true;
    }
    for (std::uint32_t k = i; k-- > 0 && words_.same_sentence(k, i);) {
      if (armed(k)) return true;
    }
    return false;
  }

  // How far words that can mean much else reach: a noun of action to what it is joined with, a verb
  // within its clause.
  bool reaches(const Cue& cue, const Count& count) const {
    if (cue.sense == nullptr) return true;
    std::string_view pos = cue.sense->attribute("pos");
    if (cue.sense->attribute("near") == "1" && cue.distance > 0) return false;
    if (cue.sense->attribute("noun") == "1" && count.noun == Count::Noun::None && !count.part) return false;
    if (cue.sense->attribute("many") == "1" && count.low < kCrowd && count.group != "protesters") return false;
    bool alone = pos == "masdar" && at(cue.begin).cue.definite && cue.end == cue.begin + 1;   // "the killing", of no one
    if (alone && cue.distance > 0 && !toll_linked(cue.end, count.begin)) return false;
    bool loose = cue.weak || cue.role == Role::Displaced || cue.role == Role::Missing || cue.role == Role::Seized ||
                 cue.role == Role::Rescued || cue.role == Role::Released || cue.role == Role::Abducted;
    bool far = cue.distance > 8 && words_.clause(cue.begin) != words_.clause(count.begin);
    if (pos == "masdar" && far && !joined_list(count) && !count.part) return false;
    if (pos == "verb" && cue.weak && cue.distance > kWeakReach) return false;
    if (!loose || count.part || strictly_listed(count)) return true;
    if (pos == "masdar") return cue.distance <= 2;
    return pos != "verb" || words_.clause(cue.begin) == words_.clause(count.begin);
  }

  // The nearest cue before the number that can be true of those counted, not over another count
  // that it already governs unless the two are joined in a list.
  std::optional<Cue> cue_before(const Count& count, bool near_only) const {
    std::uint32_t reach = near_only ? 2 : kReachBefore;
    std::uint32_t limit = count.begin > reach ? count.begin - reach : 0;
    std::uint32_t distance = 0;
    bool over_count = false;
    for (std::uint32_t i = count.begin; i-- > limit;) {
      if (words_.hard_stop(i)) break;
      const FigureToken& token = at(i);
      if (token.cue && token.cue.end <= count.begin) {
        bool toll_far = token.cue.sense->attribute("pos") == "toll" && !toll_linked(token.cue.end, count.begin) &&
                        !toll_verb_before(i);
        bool behind = (over_count && is_after_cue(token.cue, i)) || token.cue.sense->attribute("behind") == "1";
        std::optional<Cue> cue = toll_far || behind ? std::nullopt : make_cue(i, count, distance);
        if (cue && cue->sense->attribute("made") == "1") {
          if (!unit_before(i)) cue.reset();
          if (std::optional<Cue> fate = strong_before(i, limit, count)) return fate;
          if (!cue) return std::nullopt;
        }
        if (cue && !reaches(*cue, count)) return std::nullopt;
        if (cue && (!over_count || joined_list(count))) return cue;
        if (cue) return std::nullopt;
      } else if (token.victim && token.victim.end <= count.begin && !over_count && tells_of(token, i, count)) {
        std::optional<Role> role = fit_role(word_role(*token.victim.sense), *token.victim.sense, count);
        if (role) return Cue{*role, i, token.victim.end, token.victim.span, distance, false, token.victim.sense};
      }
      if (token.number >= 0 && !token.masked) over_count = true;
      bool mark = words_.text->tokens()[i].kind == TokenKind::QuoteOpen || words_.text->tokens()[i].kind == TokenKind::Open;
      if (!token.masked && !mark) ++distance;
    }
    return std::nullopt;
  }

  // "the dead rose to 12", "the bodies of nine men".
  bool tells_of(const FigureToken& token, std::uint32_t i, const Count& count) const {
    if (toll_linked(token.victim.end, count.begin)) return true;
    const bool people = count.noun == Count::Noun::People && !count.definite;
    return people && token.victim.end == count.begin && !token.victim.definite && at(i).plural_reading;
  }

  // "met ... their death": what the verb leaves open is said in the same sentence.
  bool fate_ahead(std::uint32_t cue, const Sense& sense, const Count& count) const {
    const std::uint32_t limit = std::min(words_.size(), count.end + kReachBefore);
    for (std::uint32_t i = cue; i < limit && !words_.hard_stop(i); ++i) {
      if (at(i).fate && word_role(*at(i).fate.sense) == word_role(sense)) return true;
    }
    return false;
  }

  // "the force made up of": a fleet or a committee is sent nowhere.
  bool unit_before(std::uint32_t cue) const {
    for (std::uint32_t i = cue + 1; i-- > (cue > 5 ? cue - 5 : 0);) {
      if (at(i).unit || at(i).force) return true;
    }
    return false;
  }

  // "the arrest of the unit made up of 11 men": what befell the whole, in the same clause.
  std::optional<Cue> strong_before(std::uint32_t from, std::uint32_t limit, const Count& count) const {
    for (std::uint32_t i = from; i-- > limit;) {
      if (words_.clause(i) != words_.clause(from) || at(i).number >= 0) break;
      if (!at(i).cue) continue;
      std::optional<Cue> cue = make_cue(i, count, from - i);
      if (cue && !cue->weak) return cue;
    }
    return std::nullopt;
  }

  // "the dead reached 12" with the verb first, "passed 100".
  bool toll_verb_before(std::uint32_t i) const {
    return i > 0 && (at(i - 1).toll_link || passes(i - 1));
  }

  bool passes(std::uint32_t i) const {
    return at(i).bound && at(i).bound.end == i + 1 && at(i).bound.sense->attribute("bound") == "more_than";
  }

  // Whether "to", "reached" stands between a toll's name and its number.
  bool toll_linked(std::uint32_t from, std::uint32_t to) const {
    for (std::uint32_t i = from; i < to; ++i) {
      if (at(i).toll_link) return true;
    }
    return at(to).number_linked;
  }

  // A verb that already had its subject before it: "18 persons were killed and ...".
  bool is_after_cue(const FigureWord& cue, std::uint32_t i) const {
    return cue.sense->attribute("agr") == "pl" && !cue.conjoined && i > 0;
  }

  // "and" stands before the number itself, or a word that joins lists.
  bool strictly_listed(const Count& count) const {
    const FigureToken& token = at(count.begin);
    if (token.number_conjoined || token.joined_and || token.list_join) return true;
    return count.begin > 0 && (at(count.begin - 1).list_join || at(count.begin - 1).part);
  }

  bool joined_list(const Count& count) const {
    if (count.part) return true;
    for (std::uint32_t i = count.begin + 1; i-- > (count.begin > 3 ? count.begin - 3 : 0);) {
      std::string_view word = words_.text->slice(words_.text->tokens()[i].span);
      bool verb = at(i).cue && at(i).cue.sense->attribute("pos") == "verb";
      if (words_.shape.has_conjunction(word) && !verb) return true;
      bool comma = i + 1 >= count.begin && words_.text->tokens()[i].kind == TokenKind::Comma;
      if (at(i).part || at(i).list_join || comma) return true;
    }
    return false;
  }

  // "18 policemen were killed": a verb behind those counted that agrees with them.
  std::optional<Cue> cue_after(const Count& count) const {
    std::uint32_t distance = 0;
    bool in_part = false;
    std::uint32_t limit = std::min(words_.size(), count.end + kReachAfter);
    for (std::uint32_t i = count.end; i < limit; ++i) {
      if (words_.hard_stop(i)) break;
      const FigureToken& token = at(i);
      in_part = in_part || static_cast<bool>(token.part);
      if (token.number >= 0 && !token.masked && !in_part) break;
      if (token.cue && !token.cue.conjoined && agrees(i, count, distance) && !governs_next(token.cue)) {
        return make_cue(i, count, distance);
      }
      if ((token.cue && token.cue.conjoined) || (token.func && token.joined_and)) break;
      if (token.fate && open_fate(count)) {
        return Cue{word_role(*token.fate.sense), i, token.fate.end, token.fate.span, distance, false, token.fate.sense};
      }
      if (!token.masked) ++distance;
    }
    return std::nullopt;
  }

  // Any sense of the word: one form can be a verb and a noun of action.
  bool agrees(std::uint32_t i, const Count& count, std::uint32_t distance) const {
    for (const Sense* sense : at(i).cue_senses) {
      if (sense != nullptr && agrees(*sense, count, distance)) return true;
    }
    return false;
  }

  bool agrees(const Sense& sense, const Count& count, std::uint32_t distance) const {
    std::string_view pos = sense.attribute("pos"), agr = sense.attribute("agr");
    if (pos == "part") return distance <= 2;
    if (pos != "verb") return false;
    if (agr == "any") return true;
    if (count.form == Count::Form::Single) return agr == "sg" && distance <= 1 && sense.attribute("active") != "1";
    if (count.noun == Count::Noun::Thing) return agr == "sg" && distance <= 3;
    if (count.form == Count::Form::Dual) return agr == "du" || (agr == "pl" && distance <= 6);
    return agr == "pl";
  }

  // "18 men killed 5 soldiers": the verb is about the five.
  bool governs_next(const FigureWord& cue) const {
    for (std::uint32_t i = cue.end; i < std::min(words_.size(), cue.end + 2); ++i) {
      if (words_.text->tokens()[i].kind != TokenKind::Word && at(i).number < 0) return false;
      if (at(i).joined_and || at(i).and_word) return false;
      if (at(i).number >= 0 && !at(i).masked && !at(i).number_conjoined) return true;
      if (at(i).cue && at(i).cue.conjoined) return false;
    }
    return false;
  }

  // "met ... their death": the verb stands before the number, its object far behind.
  bool open_fate(const Count& count) const {
    std::uint32_t limit = count.begin > 3 ? count.begin - 3 : 0;
    for (std::uint32_t i = count.begin; i-- > limit;) {
      if (at(i).cue && at(i).cue.sense->attribute("split") == "1") return true;
    }
    return false;
  }

  const FigureWords& words_;
  std::vector<Count>& counts_;
  std::vector<RoledCount> roled_;
  std::uint32_t last_ = 0;   // the last count that got a role
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
      found.push_back({k, noun.end, role, noun.span});
      break;
    }
  }
  return found;
}

}  // namespace isnad
