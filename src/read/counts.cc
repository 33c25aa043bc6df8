// SPDX-License-Identifier: Apache-2.0
#include "read/counts.h"

#include <array>
#include <cmath>

namespace isnad {
namespace {

constexpr std::int64_t kMillion = 1'000'000;
constexpr double kMostCounted = 1e9;   // more people or things are struck by nothing that happens

bool is_security(std::string_view g) {
  return g == "police" || g == "soldiers" || g == "security_forces";
}

// Police and soldiers in one number are security forces.
std::string both_groups(std::string_view a, std::string_view b) {
  if (a.empty() || a == b) return std::string(b);
  if (b.empty()) return std::string(a);
  if (is_security(a) && is_security(b)) return "security_forces";
  bool weak = a == "people" || a == "other_people";
  return std::string(weak ? b : a);
}

class CountFinder {
 public:
  CountFinder(const FigureWords& words, const Report& report) : words_(words), report_(report) {}

  std::vector<Count> run() {
    for (std::uint32_t i = 0; i < words_.size();) {
      Count count;
      if (read_number(i, count) || read_noun(i, count)) {
        counts_.push_back(count);
        i = std::max(count.end, i + 1);
      } else {
        ++i;
      }
    }
    return std::move(counts_);
  }

 private:
  const FigureToken& at(std::uint32_t i) const {
    return i < words_.size() ? words_.at(i) : nothing_;
  }
  TokenKind kind(std::uint32_t i) const {
    return i < words_.size() ? words_.text->tokens()[i].kind : TokenKind::Newline;
  }
  Span span(std::uint32_t i) const { return words_.text->tokens()[i].span; }

  // Quotation marks and brackets between a number and its noun do not part them.
  std::uint32_t skip_marks(std::uint32_t i) const {
    while (kind(i) == TokenKind::QuoteOpen || kind(i) == TokenKind::QuoteClose ||
           kind(i) == TokenKind::Open || kind(i) == TokenKind::Close) {
      ++i;
    }
    return i;
  }

  bool read_number(std::uint32_t i, Count& count) {
    const FigureToken& token = at(i);
    if (token.number < 0 || token.masked) return false;
    const NumberMention& number = report_.numbers[static_cast<std::size_t>(token.number)];
    const bool whole = number.low >= 0 && number.value < kMostCounted && std::floor(number.value) == number.value;
    if (!whole || is_rate(i) || names_something(i, token.number_end)) return false;
    if (token.one_of && number.value == 1 && token.number_end == i + 1) return false;   // "one of": read with its noun
    count.begin = count.number_begin = i;
    count.end = count.number_end = token.number_end;
    count.low = number.low;
    count.high = number.high;
    count.bound = number.bound;
    bound_outside(count);
    read_noun_after(count);
    const bool another = i > 0 && words_.text->tokens()[i].script == Script::Latin && at(i - 1).others && at(i - 1).others.end == i;
    if (another && at(i - 1).others.sense->attribute("num") == "1") count.fresh = true;   // "another seven people"
    if (count.noun == Count::Noun::None) read_noun_before(count);
    if (count.noun == Count::Noun::None && !count.others && counts_other_things(count)) return false;
    if (is_share(count) || counts_wounds(count)) return false;
    read_after_noun(count);
    read_part(count);
    return true;
  }

  // "more than (30)": the bound stands before the bracket.
  void bound_outside(Count& count) const {
    if (count.begin < 2 || kind(count.begin - 1) != TokenKind::Open || count.bound != Bound::Exact) return;
    for (std::uint32_t i = count.begin - 1; i-- > (count.begin > 4 ? count.begin - 4 : 0);) {
      const FigureWord& word = at(i).bound;
      if (!word || word.end != count.begin - 1) continue;
      apply_bound(word.sense->attribute("bound"), count);
      return;
    }
  }

  static void apply_bound(std::string_view bound, Count& count) {
    if (bound == "more_than") {
      count.bound = Bound::MoreThan;
      count.low += 1;
      count.high = kOpen;
    } else if (bound == "at_least") {
      count.bound = Bound::AtLeast;
      count.high = kOpen;
    } else if (bound == "about") {
      count.bound = Bound::About;
    }
  }

  // "the death of a fifth of the inhabitants": the word for five without its ending, before those who are a whole.
  bool is_share(const Count& count) const {
    if (count.noun != Count::Noun::People || count.noun_sense->attribute("whole") != "1") return false;
    const std::uint32_t last = count.number_end - 1;
    if (kind(last) != TokenKind::Word || last > count.begin + 1 || count.low < 5 || count.high > 10) return false;
    return !words_.shape.is_feminine(words_.text->slice(span(last)));
  }

  // "suffered three injuries": wounds of one man, not wounded men.
  bool counts_wounds(const Count& count) const {
    if (count.noun != Count::Noun::Victim || count.noun_sense->attribute("wounds") != "1" || !at(count.begin).joined_prep) return false;
    for (std::uint32_t i = count.begin; i-- > (count.begin > 3 ? count.begin - 3 : 0);) {
      if (at(i).cue && at(i).cue.sense->attribute("split") == "1") return true;
    }
    return false;
  }

  // "for each 100 women"
  bool is_rate(std::uint32_t i) const { return at(i).per || (i > 0 && at(i - 1).per); }

  // "F16", "street 40", "from 15 to 60 years of age": a name, or part of a time.
  bool names_something(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin; i < end; ++i) {
      if (at(i).masked) return true;
    }
    if (kind(begin) != TokenKind::Number) return false;
    if (words_.text->tokens()[begin].key_size > 1 && words_.text->key(words_.text->tokens()[begin]).starts_with('0')) return true;   // "0300"
    if (begin == 0 || glued_by_dash(begin)) return begin != 0;   // "covid-19"
    const Token& before = words_.text->tokens()[begin - 1];
    bool glued = (words_.text->tokens()[begin].flags & kSpaceBefore) == 0 && before.script == Script::Latin;
    return glued || (at(begin - 1).numbered && !at(begin - 1).cue);
  }

  bool glued_by_dash(std::uint32_t i) const {
    if (i < 2 || kind(i - 2) != TokenKind::Word || kind(i - 1) == TokenKind::Word || kind(i - 1) == TokenKind::Comma) return false;
    const auto tokens = words_.text->tokens();
    const bool joined = (tokens[i].flags & kSpaceBefore) == 0 && (tokens[i - 1].flags & kSpaceBefore) == 0;
    return joined && words_.text->slice(span(i - 1)) == "-";
  }

  // "for six", "I am not": a preposition before a number that counts no noun.
  bool joined_bare(const Count& count) const {
    const FigureToken& token = at(count.begin);
    const NumberMention& number = report_.numbers[static_cast<std::size_t>(token.number)];
    return kind(count.begin) == TokenKind::Word && number.span.begin != span(count.begin).begin && !token.number_conjoined && !token.number_linked;
  }

  // A number before a noun that is no people, no thing and no harm counts something else; "one" of
  // something, with no noun, counts nobody.
  bool counts_other_things(const Count& count) const {
    std::uint32_t i = skip_marks(count.end);
    if (i >= words_.size()) return false;
    bool one = count.low == 1 && count.high == 1 && kind(count.begin) == TokenKind::Word;
    if (one || bare_other(count) || labelled(count) || bracketed(count) || joined_bare(count)) return true;
    if (count.low >= (count.bound == Bound::Vague ? 1000 * kMillion : kMillion)) return true;   // so many are said with a noun
    if ((at(i).uncounted && !at(i).uncounted.conjoined) || (at(i).of && at(skip_marks(at(i).of.end)).uncounted)) return true;
    if (kind(i) != TokenKind::Word) return kind(i) == TokenKind::Number || kind(i) == TokenKind::Percent;
    const FigureToken& token = at(i);
    if (token.instance) return !words_.toll_near(count.begin) && !(count.begin > 0 && at(count.begin - 1).cue);   // "the dead reached 791 cases"
    if (token.func || token.cue || token.part || token.others || token.fate || token.carrier || token.of) return false;
    return !token.masked && !starts_with_particle(i);
  }

  // "and", "in", "by" joined to the word: the number stood alone before it. An unknown word that only
  // begins with the letter waw may be either.
  bool starts_with_particle(std::uint32_t i) const {
    const FigureToken& token = at(i);
    std::string_view key = words_.text->key(words_.text->tokens()[i]);
    return token.joined_and || token.joined_prep || (key.size() > 4 && words_.shape.has_conjunction(key));
  }

  // "in 2011", "the fiftieth": a bare year, a number as a definite word, with nobody behind it.
  bool bare_other(const Count& count) const {
    if (is_year(count)) return true;
    std::string_view word = words_.text->slice(span(count.begin));
    return count.bound == Bound::Exact && kind(count.begin) == TokenKind::Word && has_article(word);
  }

  bool is_year(const Count& count) const {
    const bool digits = kind(count.begin) == TokenKind::Number && count.number_end == count.begin + 1;
    return digits && count.bound == Bound::Exact && count.low >= 1900 && count.low <= 2035;
  }

  // "the goalkeeper (65)": beside what was told, unless a word for a count stands before it.
  bool bracketed(const Count& count) const {
    if (count.begin < 2 || kind(count.begin - 1) != TokenKind::Open || kind(count.end) != TokenKind::Close) return false;
    const FigureToken& before = at(count.begin - 2);
    return !before.victim && !before.people && !before.cue && !before.toll_link && !before.carrier && !before.func;
  }

  // "the minute 75", "the road 60", "for each 100": the number names something, or measures a rate.
  bool labelled(const Count& count) const {
    if (count.begin == 0) return false;
    const FigureToken& before = at(count.begin - 1);
    if (kind(count.begin) != TokenKind::Number || kind(count.begin - 1) != TokenKind::Word || words_.toll_near(count.begin)) return false;
    bool known = before.people || before.victim || before.cue || before.carrier || before.thing || before.toll_link || before.force;
    return !known && !before.masked && count.bound == Bound::Exact && has_article(words_.text->slice(span(count.begin - 1))) &&
           words_.text->slice(span(count.begin - 1)).size() > 4;
  }

  void set_noun(Count& count, Count::Noun noun, const FigureWord& word) {
    count.noun = noun;
    count.noun_sense = word.sense;
    count.noun_span = word.span;
    count.label = word.span;
    count.group = std::string(word.sense->attribute("group"));
    count.definite = word.definite || word.suffixed;
    count.end = std::max(count.end, word.end);
  }

  // Which noun begins at a token. A fate-noun counts first: "18 dead".
  bool noun_at(std::uint32_t i, Count& count) {
    const FigureToken& token = at(i);
    bool counted_only = token.victim && token.victim.sense->attribute("counted") == "1";
    bool numbered = count.number_end > count.number_begin;
    counted_only = counted_only && (!numbered || token.victim.conjoined);
    if (token.victim && !counted_only && !(token.people && token.people.end > token.victim.end)) {
      set_noun(count, Count::Noun::Victim, token.victim);
    } else if (token.people) {
      set_noun(count, Count::Noun::People, token.people);
    } else if (token.thing) {
      set_noun(count, Count::Noun::Thing, token.thing);
    } else if (token.force) {
      set_noun(count, Count::Noun::People, token.force);
    } else if (token.from_there && count.low > 10 && count.low % 100 > 10 && count.high == count.low && count.number_end == i) {
      set_noun(count, Count::Noun::People, token.from_there);
    } else if (token.nisba && count.number_end > count.number_begin) {
      set_noun(count, Count::Noun::People, token.nisba);
      count.group = "people";
    } else {
      return false;
    }
    return true;
  }

  void read_noun_after(Count& count) {
    std::uint32_t i = skip_marks(count.end);
    if (at(i).least_after) i = at(i).least_after.end;
    if (at(i).of && !at(i).others) {
      std::uint32_t after = skip_marks(at(i).of.end);
      if (noun_at(after, count)) return;
      if (at(after).number >= 0) return;
    }
    Count counted = count;
    if (noun_at(i, counted)) {   // "1994 and led them", "the fiftieth for the death of": joined, it is no noun of the number
      const bool of_year = is_year(count) && counted.definite;   // "in 2013 the fighters"
      if (counted.noun_span.begin == span(i).begin && !of_year) count = counted;
      return;
    }
    if (words_.text->tokens()[std::min(i, words_.size() - 1)].script == Script::Latin && noun_after_adjectives(i, count)) return;
    if (at(i).others) {
      count.others = true;
      count.end = at(i).others.end;
      read_least(count.end, count);
    }
  }

  // "18 elite riot policemen": English adjectives stand between.
  bool noun_after_adjectives(std::uint32_t i, Count& count) {
    for (std::uint32_t k = i; k < i + 3 && kind(k) == TokenKind::Word; ++k) {
      const FigureToken& token = at(k);
      if (token.func || token.cue || token.number >= 0) return false;
      if (k == i && token.fresh) count.fresh = true;   // "two more bodies"
      if (k > i && noun_at(k, count)) return true;
    }
    return false;
  }

  // "the four persons": the noun first, definite, and the number after it.
  void read_noun_before(Count& count) {
    std::uint32_t i = count.begin;
    if (i == 0) return;
    if (i >= 2 && kind(i) == TokenKind::Number && !words_.text->tokens()[i].key_size) return;
    std::uint32_t noun = i - 1;
    bool article = words_.text->slice(span(noun)).size() == 4 && i >= 2 && kind(i) == TokenKind::Number &&
                   !(words_.text->tokens()[i].flags & kSpaceBefore);
    if (article) noun = i - 2;
    if (!counts_.empty() && counts_.back().end > noun) return;
    Count found = count;
    for (std::uint32_t start : {noun > 0 ? noun - 1 : noun, noun}) {
      found = count;
      bool action = at(start).cue && at(start).victim && at(start).victim.sense->attribute("counted") == "1";
      if (action) continue;   // "the wounding of the millions"
      if (noun_at(start, found) && (start == noun || found.noun_span.end == span(noun).end)) {
        std::string_view first = words_.text->slice(span(i));
        bool number_definite = article || (first.size() > 4 && kind(i) == TokenKind::Word && has_article(first));
        const bool two_of = count.low == 2 && count.high == 2 && kind(i) == TokenKind::Word && count.number_end == i + 1 &&
                            at(start).dual_reading && !found.definite && start + 1 == i;   // "two civilians", with the number behind
        if (!number_definite && !two_of) return;
        found.begin = start;
        found.end = count.end;
        count = found;
        return;
      }
    }
  }

  bool has_article(std::string_view word) const { return words_.shape.has_article(word); }

  // What belongs to the noun: "of the ranks of the police", adjectives that name a group, "others".
  void read_after_noun(Count& count) {
    if (count.noun == Count::Noun::None) return;
    bool again = true;
    for (int round = 0; again && round < 5; ++round) {
      std::uint32_t i = skip_marks(count.end);
      again = read_others(i, count) || read_least(i, count) || read_complement(i, count) ||
              read_and_force(i, count) || read_women_and_children(i, count) || read_dead_and_hurt(i, count) || read_both_fates(i, count) || read_adjective(i, count);
    }
    least_ahead(count);
    count.hurt = count.noun == Count::Noun::People && at(count.end).victim && !at(count.end).victim.conjoined;
  }

  bool read_others(std::uint32_t i, Count& count) {
    const FigureToken& token = at(i);
    if (token.fresh) {
      count.fresh = true;
      count.end = token.fresh.end;
      return true;
    }
    if (!token.others) return false;
    count.others = true;
    count.end = token.others.end;
    return true;
  }

  bool read_least(std::uint32_t i, Count& count) {
    const FigureToken& token = at(i);
    if (token.least_after) {
      count.high = kOpen;
      count.bound = Bound::AtLeast;
      count.end = token.least_after.end;
      return true;
    }
    if (!token.most_after) return false;
    count.low = 0;
    count.bound = Bound::AtMost;
    count.end = token.most_after.end;
    return true;
  }

  // Adjectives of a country or of a kind of people that add nothing: "Afghan", "armed".
  bool read_adjective(std::uint32_t i, Count& count) {
    const FigureToken& token = at(i);
    bool people = token.people && !token.cue && count.noun == Count::Noun::People;
    const FigureWord& word = token.nisba ? token.nisba : token.people;
    if (!token.nisba && !people) return false;
    if (word.conjoined || token.number >= 0) return false;
    count.label.end = std::max(count.label.end, word.span.end);
    count.end = word.end;
    return true;
  }

  // "20 officer cadets at least": over one or two words that are no part of the lists.
  void least_ahead(Count& count) {
    for (std::uint32_t i = count.end; i < count.end + 3 && i < words_.size(); ++i) {
      if (kind(i) != TokenKind::Word || at(i).number >= 0 || at(i).cue) return;
      if (read_least(i, count)) return;
    }
  }

  bool extend(Count& count, const FigureWord& word, bool replace) {
    std::string_view group = word.sense->attribute("group");
    bool weak = count.group.empty() || count.group == "people" || replace;
    if (weak) count.group = std::string(group);
    if (count.label.empty() || count.noun == Count::Noun::Victim) count.label = word.span;
    else count.label.end = word.span.end;
    count.end = word.end;
    return true;
  }

  // "of the police", "in the ranks of the police", "members the police", "armed man" after "man".
  bool read_complement(std::uint32_t i, Count& count) {
    if (kind(i) == TokenKind::Newline || i >= words_.size()) return false;
    const FigureToken& token = at(i);
    bool body = count.group == "security_forces" || count.group == "people" || count.group.empty() ||
                count.group == "other_people" || count.group == "men";
    if (token.ranks && token.ranks.end < words_.size() && at(token.ranks.end).force) {
      count.shared_ranks = true;
      return extend(count, at(token.ranks.end).force, true);
    }
    if (token.func && at(i + 1).ranks && at(at(i + 1).ranks.end).force) {
      count.shared_ranks = true;
      return extend(count, at(at(i + 1).ranks.end).force, true);
    }
    if (token.of && !token.part && body && count.noun != Count::Noun::Thing) {
      std::uint32_t next = skip_marks(token.of.end);
      if (at(next).number >= 0 || at(next).part) return false;
      if (at(next).force) return extend(count, at(next).force, true);
      if (at(next).people && !at(next).cue) return extend(count, at(next).people, true);
      return false;
    }
    if (token.force && body && count.noun != Count::Noun::Thing && !token.force.conjoined) return extend(count, token.force, true);
    bool adjective = token.people && !token.people.conjoined && !token.cue && count.noun != Count::Noun::Thing &&
                     token.people.sense->attribute("group") != "people" && !(count.noun == Count::Noun::Victim && at(count.begin).cue);
    if (adjective && body && count.noun == Count::Noun::Victim) count.harmed = true;
    return adjective && body && extend(count, token.people, true);
  }

  // "... and the National Guard", "officers and soldiers": one number over two bodies.
  bool read_and_force(std::uint32_t i, Count& count) {
    if (!is_security(count.group) || count.form != Count::Form::Number) return false;   // "an officer and a soldier" are two
    const FigureToken& token = at(i);
    const FigureWord& word = token.force ? token.force : token.people;
    if (!word || !word.conjoined || !is_security(word.sense->attribute("group"))) return false;
    if (word.end < words_.size() && at(word.end).number >= 0) return false;
    count.group = both_groups(count.group, word.sense->attribute("group"));
    count.label.end = word.span.end;
    count.end = word.end;
    return true;
  }

  // "36 women and children": civilians.
  bool read_women_and_children(std::uint32_t i, Count& count) {
    const FigureWord& word = at(i).people;
    if (count.form != Count::Form::Number || !word || !word.conjoined || at(i).number >= 0 || at(i).cue) return false;
    const std::string_view other = word.sense->attribute("group");
    const bool both = (count.group == "women" && other == "children") || (count.group == "children" && other == "women");
    if (!both || word.sense->attribute("g") == "f") return false;   // "70 boys and girls" stay children
    count.group = "civilians";
    count.label.end = word.span.end;
    count.end = word.end;
    return true;
  }

  // "dozens of dead and wounded"
  bool read_dead_and_hurt(std::uint32_t i, Count& count) {
    const FigureWord& word = at(i).victim;
    if (count.noun != Count::Noun::Victim || !word || !word.conjoined || at(i).cue || at(word.end).number >= 0) return false;
    std::string_view first = count.noun_sense->attribute("role"), second = word.sense->attribute("role");
    if (first == second || word.sense->attribute("num") != count.noun_sense->attribute("num")) return false;
    if (word.end > i + 1) return false;   // "seven injuries and a case of death"
    count.casualties = true;
    count.end = word.end;
    return true;
  }

  // "30 victims between dead and hurt"
  bool read_both_fates(std::uint32_t i, Count& count) {
    const FigureWord& word = at(i).victim;
    if (count.noun != Count::Noun::Victim || !word || word.sense->attribute("role") != "casualties") return false;
    count.casualties = true;
    count.end = word.end;
    return true;
  }

  // "17 of them", "among them four leaders"
  void read_part(Count& count) {
    std::uint32_t i = skip_marks(count.end);
    if (at(i).part && words_.same_sentence(count.begin, i) && count.noun == Count::Noun::None) {
      count.part = true;
      count.end = at(i).part.end;
    }
    std::uint32_t b = count.begin;
    for (int back = 0; back < 3 && b > 0; ++back) {
      --b;
      const FigureToken& token = at(b);
      if (token.part && token.part.end <= count.begin) {
        count.part = true;
        return;
      }
      if (words_.hard_stop(b) || token.number >= 0) return;
    }
  }

  // A dual counts two; a singular one, if a cue asks for it (the role reader decides).
  bool read_noun(std::uint32_t i, Count& count) {
    const FigureToken& token = at(i);
    if (token.masked) return false;
    if (token.others && !token.people && !token.victim) return read_other_one(i, count);
    if (token.one_of) return read_one_of(i, count);
    if (!noun_at(i, count)) return false;
    if (token.force && token.force.end >= token.people.end) return false;   // a name, not two of them
    if (token.plural_reading && !(token.dual_reading && two_ahead(i))) return false;
    bool dual = count.noun_sense->attribute("num") == "2" || token.plural_reading;
    if (!dual) read_harmed(i, count);
    count.form = dual ? Count::Form::Dual : Count::Form::Single;
    count.begin = count.number_begin = count.number_end = i;
    count.low = count.high = dual ? 2 : 1;
    if (dual) skip_two(count);
    read_after_noun(count);
    read_part(count);
    return true;
  }

  // "two soldiers" with the number behind the dual.
  void skip_two(Count& count) const {
    const FigureToken& token = at(count.end);
    if (token.number < 0 || kind(count.end) != TokenKind::Word || token.number_end != count.end + 1 || token.joined_and) return;
    const NumberMention& number = report_.numbers[static_cast<std::size_t>(token.number)];
    if (number.low == 2 && number.high == 2) count.end = token.number_end;
  }

  // A word that may be dual or plural is dual where a pronoun of two follows soon.
  bool two_ahead(std::uint32_t i) const {
    for (std::uint32_t k = i + 1; k < std::min(i + 5, words_.size()) && !words_.hard_stop(k); ++k) {
      std::string_view word = words_.text->key(words_.text->tokens()[k]);
      if (words_.shape.is_pair(word)) return true;
    }
    return false;
  }

  // "a wounded soldier": the adjective is what befell him.
  void read_harmed(std::uint32_t i, Count& count) {
    std::uint32_t next = at(i).people.end;
    if (count.noun != Count::Noun::People || !at(i).people || next >= words_.size()) return;
    const FigureWord& harm = at(next).victim;
    if (!harm || harm.conjoined || harm.definite != count.definite || at(next).plural_reading) return;
    if (harm.suffixed || words_.at(next).cue) return;
    if (at(harm.end).joined_prep && !at(harm.end).injured_by) return;   // "a child afflicted with autism"
    count.noun = Count::Noun::Victim;
    count.noun_sense = harm.sense;
    count.harmed = true;
    count.end = harm.end;
  }

  // "one of the firemen", "one of the wounded"
  bool read_one_of(std::uint32_t i, Count& count) {
    if (!noun_at(at(i).one_of.end, count)) return false;
    count.form = Count::Form::Single;
    count.begin = count.number_begin = count.number_end = i;
    count.low = count.high = 1;
    count.one_of = true;
    count.definite = false;
    read_after_noun(count);
    return true;
  }

  // "and another one was hurt"
  bool read_other_one(std::uint32_t i, Count& count) {
    std::string_view num = at(i).others.sense->attribute("num");
    if ((num != "1" && num != "2") || at(i).others.definite) return false;
    const FigureToken& next = at(at(i).others.end);   // "the last hero of": no other one
    if (num == "1" && ((next.people && !next.people.conjoined) || (next.victim && !next.victim.conjoined))) return false;
    count.form = num == "2" ? Count::Form::Dual : Count::Form::Single;
    count.begin = count.number_begin = count.number_end = i;
    count.end = at(i).others.end;
    count.low = count.high = num == "2" ? 2 : 1;
    count.others = true;
    return true;
  }

  const FigureWords& words_;
  const Report& report_;
  std::vector<Count> counts_;
  const FigureToken nothing_;
};

}  // namespace

bool is_thing_group(std::string_view group) {
  constexpr std::array<std::string_view, 6> kThings = {"vehicles", "aircraft", "ships",
                                                       "buildings", "weapons", "other_things"};
  for (std::string_view thing : kThings) {
    if (group == thing) return true;
  }
  return false;
}

std::vector<Count> find_counts(const FigureWords& words, const Report& report) {
  return CountFinder(words, report).run();
}

}  // namespace isnad
