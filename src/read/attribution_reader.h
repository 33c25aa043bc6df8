// SPDX-License-Identifier: Apache-2.0
// read/attribution_reader.h -- from cues to attributions, sentence by sentence.

#pragma once

#include <vector>

#include "read/attribution_cues.h"
#include "read/attribution_phrase.h"
#include "read/quotations.h"

namespace isnad {

class AttributionReader {
 public:
  AttributionReader(const Words& words, std::vector<Cue> cues, std::vector<QuotePair> quotes);
  std::vector<Attribution> run();

 private:
  // Someone named before, to whom a later "and added" may lead back.
  struct Past {
    Phrase phrase;
    Holder holder;
    std::uint32_t sentence = 0;
    bool weak = false;  // the subject of a sentence in which nothing was reported
  };
  // An attribution of the sentence being read, and where its own words stand.
  struct Made {
    std::size_t index;
    std::uint32_t cue_first;
  };

  // What stands around a verb of saying.
  struct VerbFacts {
    Phrase subject;                  // none where it is understood
    Phrase told_first;               // "said to Reuters" before the subject
    std::uint32_t after = 0;         // behind verb and subject
    std::uint32_t complement = 0;    // its "that", colon or quotation; 0 where none
    bool follows = false;            // the subject stands behind the verb
    bool quoted = false;             // the verb stands in a quotation
    bool weak = false;               // nothing is reported
  };

  void read_sentence(std::uint32_t sentence, std::size_t& next_cue);
  void read_cue(const Cue& cue);
  void read_verb(const Cue& cue);
  VerbFacts verb_facts(const Cue& cue) const;
  void read_verb_of(const Cue& cue, const VerbFacts& verb);
  void read_subjectless(const Cue& cue, const VerbFacts& verb);
  const Past* find_understood(const Cue& cue);
  void read_relative_verb(const Cue& cue);
  void read_participle(const Cue& cue);
  void read_according(const Cue& cue);
  void read_citing(const Cue& cue);
  void read_carried(const Cue& cue);
  void read_issued(const Cue& cue);
  void read_colon(const Cue& cue);
  void read_post(const Cue& cue);
  // English: attribution_english.cc
  void read_said(const Cue& cue);
  std::uint32_t end_of_said(std::uint32_t after) const;
  void read_according_to(const Cue& cue);
  Phrase english_phrase(std::uint32_t from, std::uint32_t limit) const;
  std::uint32_t english_clause(const Cue& cue) const;
  Phrase english_subject(const Cue& cue) const;

  Phrase subject_before(const Cue& cue) const;
  Phrase subject_behind_agency(const Cue& cue, Phrase& agency) const;
  bool leads_on(std::uint32_t token) const;
  Phrase sentence_subject() const;
  bool other_subject(const Cue& cue) const;
  std::uint32_t clause_start(std::uint32_t before) const;
  std::uint32_t complement_after(std::uint32_t from) const;
  Phrase told_agency(std::uint32_t from, std::uint32_t limit) const;
  bool ends_here(std::uint32_t token) const;
  bool claims_of(std::uint32_t from) const;
  const Past* understood(char gender, bool in_sentence) const;

  Holder make_holder(const Phrase& phrase, Span cue) const;
  Holder led_back(const Phrase& phrase, Span cue) const;
  std::int32_t name_before(std::uint32_t byte) const;
  bool has_office(const NameMention& name, std::string_view head) const;
  void remember(const Phrase& phrase, const Holder& holder, bool weak);
  void emit(const Cue& cue, std::vector<Holder> chain, std::uint32_t from, bool carried,
            bool nested);
  void emit_trailing(const Cue& cue, std::vector<Holder> chain, std::uint32_t resume);
  Span scope_to_end(std::uint32_t from) const;
  const QuotePair* quote_around(std::uint32_t token) const;
  void make_laminar();

  const Words& words_;
  std::vector<Cue> cues_;
  std::vector<QuotePair> quotes_;
  std::vector<Attribution> out_;
  std::vector<Past> past_;
  std::vector<Made> made_;             // in this sentence
  std::uint32_t sentence_ = 0, first_ = 0, last_ = 0;
  std::uint32_t covered_ = 0;          // where the next trailing scope may begin
};

}  // namespace isnad
