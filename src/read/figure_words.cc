// SPDX-License-Identifier: Apache-2.0
#include "read/figure_words.h"

#include <array>
#include <utility>

#include "match/class_index.h"

namespace isnad {
namespace {

using Field = FigureWord FigureToken::*;

// Which class of the packs goes where.
constexpr std::array<std::pair<ClassId, Field>, 50> kFields = {{
    {class_id("CUE"), &FigureToken::cue},
    {class_id("VICTIM"), &FigureToken::victim},
    {class_id("PEOPLE"), &FigureToken::people},
    {class_id("THING"), &FigureToken::thing},
    {class_id("FORCE"), &FigureToken::force},
    {class_id("CARRIER"), &FigureToken::carrier},
    {class_id("PART_CUE"), &FigureToken::part},
    {class_id("OTHERS"), &FigureToken::others},
    {class_id("NEW_CUE"), &FigureToken::fresh},
    {class_id("LEAST_AFTER"), &FigureToken::least_after},
    {class_id("MOST_AFTER"), &FigureToken::most_after},
    {class_id("NEGATION"), &FigureToken::negation},
    {class_id("OF"), &FigureToken::of},
    {class_id("RANKS"), &FigureToken::ranks},
    {class_id("ONE_OF"), &FigureToken::one_of},
    {class_id("TOLL_LINK"), &FigureToken::toll_link},
    {class_id("FEAR_CUE"), &FigureToken::fear},
    {class_id("NO_NEWS"), &FigureToken::no_news},
    {class_id("FATE"), &FigureToken::fate},
    {class_id("NIGHT_WORD"), &FigureToken::night},
    {class_id("FOR_EACH"), &FigureToken::per},
    {class_id("FORCE_UNIT"), &FigureToken::unit},
    {class_id("NISBA"), &FigureToken::nisba},
    {class_id("FUNC"), &FigureToken::func},
    {class_id("LIST_JOIN"), &FigureToken::list_join},
    {class_id("COURT"), &FigureToken::court},
    {class_id("TEAM"), &FigureToken::team},
    {class_id("ANY_WORD"), &FigureToken::any},
    {class_id("THEIR_NUMBER"), &FigureToken::their_number},
    {class_id("BOUND"), &FigureToken::bound},
    {class_id("AND_WORD"), &FigureToken::and_word},
    {class_id("OR_WORD"), &FigureToken::or_word},
    {class_id("AUX"), &FigureToken::aux},
    {class_id("NOBODY"), &FigureToken::nobody},
    {class_id("CROWD_NOUN"), &FigureToken::crowd},
    {class_id("UNCOUNTED"), &FigureToken::uncounted},
    {class_id("PREVENT"), &FigureToken::prevent},
    {class_id("NUMBERED"), &FigureToken::numbered},
    {class_id("INJURED_BY"), &FigureToken::injured_by},
    {class_id("DISEASE"), &FigureToken::disease},
    {class_id("TOTAL_OF"), &FigureToken::total_of},
    {class_id("PLAY_WORD"), &FigureToken::play},
    {class_id("SUPPOSE"), &FigureToken::suppose},
    {class_id("SEARCH_WORD"), &FigureToken::search},
    {class_id("FROM_THERE"), &FigureToken::from_there},
    {class_id("RATE_WORD"), &FigureToken::rate},
    {class_id("OTHER_ACT"), &FigureToken::other_act},
    {class_id("CLAUSE_TURN"), &FigureToken::turn},
    {class_id("CASE_WORD"), &FigureToken::instance},
    {class_id("EXCEPT"), &FigureToken::except},
}};
constexpr auto field_classes() {
  std::array<ClassId, kFields.size()> out{};
  for (std::size_t i = 0; i < kFields.size(); ++i) out[i] = kFields[i].first;
  return out;
}
constexpr ClassIndex<kFields.size()> kIndex(field_classes());

// Tokens of no figure class, by what is joined to them.
constexpr std::uint32_t kJoinedAnd = 1, kJoinedPrep = 2, kShared = 4;

constexpr ClassId kConjunction = class_id("W");
constexpr ClassId kBy = class_id("B");
constexpr ClassId kFor = class_id("L");
constexpr ClassId kCardinal = class_id("NUM");
constexpr ClassId kLike = class_id("K");
constexpr ClassId kSayVerb = class_id("SAY_VERB"), kEventVerb = class_id("EVENT_VERB");

std::uint32_t token_after(std::uint32_t node) { return (node + 7) / 8; }

bool counts_nouns(Field field) {
  return field == &FigureToken::people || field == &FigureToken::victim || field == &FigureToken::thing;
}

void note_number(FigureToken& token, const Sense& sense) {
  std::string_view num = sense.attribute("num");
  token.dual_reading = token.dual_reading || num == "2";
  token.plural_reading = token.plural_reading || num == "pl";
}

void add_cue_sense(FigureToken& token, const Sense& sense, bool longer) {
  if (longer) token.cue_senses = {};
  for (const Sense*& slot : token.cue_senses) {
    if (slot == nullptr) {
      slot = &sense;
      return;
    }
  }
}

// The longer reading wins; of equally long ones the first.
void take(FigureToken& token, const Edge& edge, const Sense& sense, Field field, bool conjoined) {
  // "their killing": what befell is said of the pronoun; "killed them", of those named before.
  if (field == &FigureToken::cue && edge.to % 8 != 0) return;
  bool one = (edge.flags & kWholeToken) != 0 || edge.to - edge.from < 8;
  bool named = one && (edge.flags & kDefinite) != 0 && sense.attribute("pos") == "verb" &&
               sense.attribute("al") != "1";   // no verb has an article; al=1: its own letters
  if (field == &FigureToken::cue && named) return;
  FigureWord word{&sense, token_after(edge.to), edge.span, (edge.flags & kDefinite) != 0, conjoined, edge.to % 8 != 0};
  FigureWord& slot = token.*field;
  bool longer = !slot || word.end > slot.end;
  if (counts_nouns(field)) note_number(token, sense);
  if (field == &FigureToken::cue && word.end >= slot.end) add_cue_sense(token, sense, longer);
  if (longer) slot = word;
}

class LookUp {
 public:
  LookUp(const Lattice& lattice, FigureWords& words) : lattice_(lattice), words_(words) {}

  void read(std::uint32_t index) {
    bool conjoined = false, linked = false;
    std::array<ClassId, 5> led = {};   // the particle right before each slot
    for (std::uint32_t slot = 0; slot < 4; ++slot) {
      for (const Edge& edge : lattice_.edges_from(index * 8 + slot)) {
        for (const Sense& sense : lattice_.senses(edge)) {
          if ((edge.flags & kParticle) != 0) {
            if (edge.to / 8 == index && edge.to % 8 < led.size()) led[edge.to % 8] = sense.cls;
            conjoined = conjoined || sense.cls == kConjunction;
            linked = linked || sense.cls == kBy;
            if (sense.cls == kConjunction) note_joined(index, kJoinedAnd);
            if (sense.cls == kBy || sense.cls == kFor) note_joined(index, kJoinedPrep);
          } else if ((edge.flags & kMentionEdge) != 0) {
            if (sense.cls == kCardinal && edge.mention >= 0) read_cardinal(index, edge, slot != 0, linked, conjoined);
          } else if (int field = kIndex.find(sense.cls); field >= 0) {
            const Field where = kFields[static_cast<std::size_t>(field)].second;
            if (where == &FigureToken::cue && no_verb_behind(led[slot], sense)) continue;
            const bool them = where == &FigureToken::cue && acts_on_them(index, edge, sense);
            take(token(index), edge, sense, them ? &FigureToken::of_them : where, slot != 0 && conjoined);
          } else if ((sense.cls == kSayVerb || sense.cls == kEventVerb) && led[slot] == kConjunction) {
            token(index).new_verb = true;
          }
        }
      }
    }
  }

  FigureToken& token(std::uint32_t index) {
    std::uint32_t& at = words_.index[index];
    if (at < kShared) {
      words_.words.push_back(words_.words[at]);
      at = static_cast<std::uint32_t>(words_.words.size() - 1);
    }
    return words_.words[at];
  }

 private:
  // A verb has no "by" and no "like" joined before it, a past one no "for" either; a noun of action no "like".
  static bool no_verb_behind(ClassId particle, const Sense& sense) {
    if (particle == kLike) return true;
    if (sense.attribute("pos") != "verb") return false;
    return particle == kBy || (particle == kFor && sense.attribute("tense") != "present");
  }

  // "killed them": a verb with a pronoun of several people for its object.
  bool acts_on_them(std::uint32_t index, const Edge& edge, const Sense& sense) const {
    if (edge.to % 8 == 0 || sense.attribute("pos") != "verb" || sense.attribute("agr") != "sg") return false;
    if (!sense.attribute("split").empty() || sense.attribute("role") == "participants") return false;
    return words_.shape.is_them(words_.text->slice({edge.span.end, words_.text->tokens()[index].span.end}));
  }

  // `flag`: a bit of the number of a shared token.
  void note_joined(std::uint32_t index, std::uint32_t flag) {
    std::uint32_t& at = words_.index[index];
    if (at < kShared) at |= flag;
    else if (flag == kJoinedAnd) words_.words[at].joined_and = true;
    else words_.words[at].joined_prep = true;
  }

  void read_cardinal(std::uint32_t index, const Edge& edge, bool joined, bool linked, bool conjoined) {
    if (token_after(edge.to) <= words_.at(index).number_end) return;
    FigureToken& word = token(index);
    word.number = edge.mention;
    word.number_end = token_after(edge.to);
    word.number_linked = joined && linked;
    word.number_conjoined = joined && conjoined;
  }

  const Lattice& lattice_;
  FigureWords& words_;
};

// Numbers inside times, money, percentages and measures count nobody.
void mask_spans(FigureWords& words, LookUp& look_up, const Report& report) {
  auto mask = [&](Span span) {
    for (std::uint32_t i = words.text->token_at(span.begin);
         i < words.size() && words.text->tokens()[i].span.begin < span.end; ++i) {
      look_up.token(i).masked = true;
    }
  };
  for (const TimeMention& time : report.times) mask(time.span);
  for (const NumberMention& number : report.numbers) {
    if (number.kind != NumberKind::Cardinal) mask(number.span);
  }
}

}  // namespace

bool FigureWords::same_sentence(std::uint32_t a, std::uint32_t b) const {
  return text->tokens()[a].sentence == text->tokens()[b].sentence;
}

bool FigureWords::toll_near(std::uint32_t i) const {
  constexpr std::uint32_t kNear = 5;
  for (std::uint32_t k = i; k-- > (i > kNear ? i - kNear : 0) && clauses[k] == clauses[i];) {
    if (at(k).cue && at(k).cue.sense->attribute("pos") == "toll") return true;
    if (at(k).number >= 0) return false;
  }
  return false;
}

bool FigureWords::hard_stop(std::uint32_t i) const {
  TokenKind kind = text->tokens()[i].kind;
  return kind == TokenKind::Stop || kind == TokenKind::Newline || kind == TokenKind::Semicolon;
}

FigureWords look_up_figure_words(const Lattice& lattice, const Report& report) {
  FigureWords words;
  words.text = &report.text;
  words.shape = WordShape(lattice.packs());
  auto tokens = report.text.tokens();
  words.index.assign(tokens.size(), 0);
  words.clauses.resize(tokens.size());
  words.words.reserve(tokens.size() / 4 + kShared);
  words.words.resize(kShared);
  for (std::uint32_t i = 0; i < kShared; ++i) {
    words.words[i].joined_and = (i & kJoinedAnd) != 0;
    words.words[i].joined_prep = (i & kJoinedPrep) != 0;
  }
  LookUp look_up(lattice, words);
  std::uint32_t clause = 0;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    look_up.read(i);
    words.clauses[i] = clause;
    if (tokens[i].kind == TokenKind::Comma || words.hard_stop(i)) ++clause;
  }
  mask_spans(words, look_up, report);
  return words;
}

}  // namespace isnad
