// SPDX-License-Identifier: Apache-2.0
#include "read/cues.h"

#include <algorithm>
#include <string_view>

namespace isnad {
namespace {

constexpr std::uint32_t kReachCourt = 24;    // tokens between a court and what it decides
constexpr std::uint32_t kWeakReach = 9;      // tokens between a verb of many meanings and its number
constexpr std::uint32_t kWeakReachTwo = 3;   // and its two
constexpr std::int64_t kCrowd = 10;          // fewer do not come out as a crowd
constexpr std::uint32_t kReachAfter = 8;     // tokens between a noun and a verb behind it
constexpr std::uint32_t kNearBehind = 3;     // and one with a pronoun for them

// A squad is no crowd.
bool is_player(const Count& count) {
  return count.noun_sense != nullptr && count.noun_sense->attribute("play") == "1";
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
      if (thing || g == "militants" || is_player(count)) return std::nullopt;
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

class CueFinder {
 public:
  explicit CueFinder(const FigureWords& words) : words_(words) {}

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

  // "did not arrest the five"; but for some: it did.
  bool is_undone(std::uint32_t cue, const Count& count) const {
    if (cue == 0 || !at(cue - 1).negation || at(cue - 1).negation.end != cue) return false;
    if (at(cue - 1).negation.sense->attribute("undone") != "1") return false;
    for (std::uint32_t i = at(cue).cue.end; i < count.begin; ++i) {
      if (at(i).except) return false;
    }
    return true;
  }

  // The first of the word's senses that can be true of those counted and reaches them; else the first
  // that can be true of them.
  std::optional<Cue> make_cue(std::uint32_t i, const Count& count, std::uint32_t distance, bool first_only = false) const {
    const FigureWord& word = at(i).cue;
    if (is_other_matter(i)) return std::nullopt;
    std::optional<Cue> first;
    for (const Sense* sense : at(i).cue_senses) {
      if (sense == nullptr) break;
      if (sense->attribute("split") == "1" && !fate_ahead(i, *sense, count)) continue;   // "met five men": a welcome
      const std::optional<Role> role = fit_role(word_role(*sense), *sense, count);
      if (!role || !holds_here(*sense, *role, i, count)) continue;
      const bool weak = *role == Role::Participants || *role == Role::Deployed || *role == Role::DeployedEquipment ||
                        *role == Role::Attackers || *role == Role::Affected;
      const Cue cue{*role, i, word.end, word.span, distance, weak, sense};
      if (!first) first = cue;
      if (first_only || i >= count.begin || reaches(cue, count)) return cue;
    }
    return first;
  }

  // Words of many meanings: "to include" players, "to reach" a number of cars.
  bool holds_here(const Sense& sense, Role role, std::uint32_t i, const Count& count) const {
    const bool one = count.form == Count::Form::Single;
    if (one && sense.attribute("counted") == "1") return false;   // "families of", else "the capture of 9"
    const bool named_act = sense.attribute("pos") == "masdar" && at(i).cue.definite && at(i).cue.end == i + 1;
    if (one && named_act) return false;   // "the prison": of no one
    if (sense.attribute("crowd") == "1" && !crowd_before(i)) return false;
    if (role == Role::Killed && i < count.begin && sinks(at(i).cue.end)) return false;
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

  // "the boat sank with dozens aboard": those aboard may live.
  bool sinks(std::uint32_t next) const {
    return next < words_.size() && at(next).thing && at(next).thing.sense->attribute("group") == "ships";
  }

  bool crowd_before(std::uint32_t i) const {
    for (std::uint32_t k = i; k-- > (i > kReachBefore ? i - kReachBefore : 0) && words_.same_sentence(k, i);) {
      if (at(k).crowd) return true;
    }
    return false;
  }

  // Soldiers, police or armed men are named in the sentence, or a search for people.
  bool in_arms(std::uint32_t i) const {
    auto armed = [&](std::uint32_t k) {
      if (at(k).force || at(k).unit || at(k).search) return true;
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
    const bool pair = count.form == Count::Form::Dual && cue.distance > 4 && !strictly_listed(count);   // "the death of X, besides the two players"
    if (pair && words_.clause(cue.begin) != words_.clause(count.begin)) return false;
    const bool two_alone = count.form == Count::Form::Dual && cue.role == Role::Participants;
    if (pos == "verb" && cue.weak && cue.distance > (two_alone ? kWeakReachTwo : kWeakReach)) return false;
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
      if (words_.hard_stop(i) || is_another_matter(i, count, distance)) break;
      const FigureToken& token = at(i);
      if (token.cue && token.cue.end <= count.begin) {
        if (is_undone(i, count)) return std::nullopt;
        bool toll_far = token.cue.sense->attribute("pos") == "toll" && !toll_linked(token.cue.end, count.begin) &&
                        !toll_verb_before(i);
        bool behind = (over_count && is_after_cue(token.cue, i)) || token.cue.sense->attribute("behind") == "1";
        const std::uint32_t apart = distance - std::min(distance, token.cue.end - i - 1);   // its own words do not count
        std::optional<Cue> cue = toll_far || behind ? std::nullopt : make_cue(i, count, apart, over_count);
        if (!cue && apart == 0 && acts_right_here(i) && !inside_longer(i)) return std::nullopt;
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

  // "and confessed to ...", "besides the surrender of ten": what stands farther back does not govern them.
  bool is_another_matter(std::uint32_t i, const Count& count, std::uint32_t distance) const {
    const FigureToken& token = at(i);
    if (token.cue || token.victim || count.part) return false;
    return token.new_verb || token.turn || (token.other_act && distance == 0);
  }

  // Over nouns of action that stand between: "the dead of the sinking of the boat rose to 94".
  std::optional<Cue> toll_before(const Count& count) const {
    if (!toll_linked(count.begin > 0 ? count.begin - 1 : 0, count.begin)) return std::nullopt;
    for (std::uint32_t i = count.begin; i-- > (count.begin > kReachBefore ? count.begin - kReachBefore : 0) && !words_.hard_stop(i);) {
      const FigureToken& token = at(i);
      if ((token.number >= 0 && !token.masked) || words_.clause(i) != words_.clause(count.begin)) break;
      const bool toll = token.cue && token.cue.sense->attribute("pos") == "toll";
      if (toll) return make_cue(i, count, count.begin - i);
      if (!token.victim || !token.plural_reading) continue;
      std::optional<Role> role = fit_role(word_role(*token.victim.sense), *token.victim.sense, count);
      if (role) return Cue{*role, i, token.victim.end, token.victim.span, count.begin - i, false, token.victim.sense};
    }
    return std::nullopt;
  }

  // "the court jailed ten", "sent out four thousand": the number is this verb's, whatever stands before.
  bool acts_right_here(std::uint32_t i) const {
    if (is_other_matter(i)) return true;
    const Sense& sense = *at(i).cue.sense;
    return sense.attribute("pos") == "verb" && sense.attribute("split").empty() && at(i).cue.end == i + 1 && !at(i).list_join;
  }

  // A word of a longer entry: "the prosecution ordered the jailing of".
  bool inside_longer(std::uint32_t i) const {
    for (std::uint32_t k = i; k-- > (i > 3 ? i - 3 : 0);) {
      if (at(k).cue && at(k).cue.end > i) return true;
    }
    return false;
  }

  // "the dead rose to 12", "the bodies of nine men".
  bool tells_of(const FigureToken& token, std::uint32_t i, const Count& count) const {
    if (count.form == Count::Form::Number && words_.clause(i) == words_.clause(count.begin) && toll_linked(token.victim.end, count.begin)) return true;
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
    return at(to).number_linked || at(to).toll_link;   // "climbed past 1,000": in the number's own words
  }

  // A verb that already had its subject before it: "18 persons were killed and ...".
  bool is_after_cue(const FigureWord& cue, std::uint32_t i) const {
    return cue.sense->attribute("agr") == "pl" && !cue.conjoined && i > 0;
  }

  // "and" stands before the number itself, or a word that joins lists.
  bool strictly_listed(const Count& count) const {
    const FigureToken& token = at(count.begin);
    if (token.number_conjoined || token.joined_and || lists(count.begin)) return true;
    return count.begin > 0 && (lists(count.begin - 1) || at(count.begin - 1).part);
  }

  // "with", "besides"; not "with you".
  bool lists(std::uint32_t i) const { return at(i).list_join && !at(i).list_join.suffixed; }

  bool joined_list(const Count& count) const {
    if (count.part) return true;
    for (std::uint32_t i = count.begin + 1; i-- > (count.begin > 3 ? count.begin - 3 : 0);) {
      std::string_view word = words_.text->slice(words_.text->tokens()[i].span);
      bool verb = at(i).cue && at(i).cue.sense->attribute("pos") == "verb";
      if (words_.shape.has_conjunction(word) && !verb) return true;
      bool comma = i + 1 >= count.begin && words_.text->tokens()[i].kind == TokenKind::Comma;
      if (at(i).part || lists(i) || comma) return true;
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
      if (token.turn && token.turn.sense->attribute("rel").empty()) break;
      if (token.cue && is_undone(i, count)) break;
      in_part = in_part || static_cast<bool>(token.part);
      if (token.number >= 0 && !token.masked && !in_part) break;
      if (token.cue && !token.cue.conjoined && agrees(i, count, distance) && !governs_next(token.cue)) {
        return make_cue(i, count, distance);
      }
      if (i == count.end && ends_toll(i, count)) return make_cue(i, count, 0);
      if (token.of_them && !token.of_them.conjoined && distance <= kNearBehind) return acted_on(i, count, distance);
      if ((token.cue && token.cue.conjoined) || (token.func && token.joined_and)) break;
      if (token.fate && open_fate(count)) {
        return Cue{word_role(*token.fate.sense), i, token.fate.end, token.fate.span, distance, false, token.fate.sense};
      }
      if (!token.masked) ++distance;
    }
    return std::nullopt;
  }

  // "rose to 14 the number of the dead"
  bool ends_toll(std::uint32_t i, const Count& count) const {
    if (!at(i).cue || at(i).cue.sense->attribute("pos") != "toll" || count.noun != Count::Noun::None) return false;
    return at(count.begin).number_linked || (count.begin > 0 && at(count.begin - 1).toll_link);
  }

  // "21 workers whom the band killed": whoever did it, it befell those counted.
  std::optional<Cue> acted_on(std::uint32_t i, const Count& count, std::uint32_t distance) const {
    const FigureWord& verb = at(i).of_them;
    if (count.form == Count::Form::Single) return std::nullopt;
    const std::optional<Role> role = fit_role(word_role(*verb.sense), *verb.sense, count);
    if (!role) return std::nullopt;
    return Cue{*role, i, verb.end, verb.span, distance, false, verb.sense};
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
    if (sense.attribute("active") == "1") return false;   // "40 men kill ...": they did it
    if (count.form == Count::Form::Single) return agr == "sg" && distance <= 1 && same_gender(sense, count);
    if (count.noun == Count::Noun::Thing) return agr == "sg" && distance <= 3;
    if (count.form == Count::Form::Dual) return agr == "du" || (agr == "pl" && distance <= 6);
    return agr == "pl";
  }

  // A verb that names a gender other than that of the one before it is about someone else.
  bool same_gender(const Sense& sense, const Count& count) const {
    const std::string_view gender = sense.attribute("g");
    if (gender != "m" && gender != "f") return true;
    const std::string_view noun = words_.text->slice(count.noun_span);
    const bool feminine = words_.shape.is_feminine(noun.substr(0, noun.find(' ')));
    return feminine == (gender == "f");
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

 private:
  const FigureToken& at(std::uint32_t i) const { return words_.at(i); }

  const FigureWords& words_;
};

}  // namespace

Role word_role(const Sense& sense) {
  Role role = Role::Other;
  parse_role(sense.attribute("role"), role);
  return role;
}

bool is_force_group(std::string_view g) {
  return g == "soldiers" || g == "police" || g == "security_forces";
}

// Those who are sent though they bear no arms: firemen.
bool is_sent(const Count& count) {
  return count.noun_sense != nullptr && count.noun_sense->attribute("force") == "1";
}

std::optional<Cue> cue_before(const FigureWords& words, const Count& count, bool near_only) {
  return CueFinder(words).cue_before(count, near_only);
}

std::optional<Cue> toll_before(const FigureWords& words, const Count& count) {
  return CueFinder(words).toll_before(count);
}

std::optional<Cue> cue_after(const FigureWords& words, const Count& count) {
  return CueFinder(words).cue_after(count);
}

bool toll_linked(const FigureWords& words, std::uint32_t from, std::uint32_t to) {
  return CueFinder(words).toll_linked(from, to);
}

bool passes(const FigureWords& words, std::uint32_t i) { return CueFinder(words).passes(i); }

}  // namespace isnad
