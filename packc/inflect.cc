// SPDX-License-Identifier: Apache-2.0
//
// Forms of listed words: by endings (paradigms.tsv) and by root and pattern (patterns.tsv).
#include <algorithm>
#include <array>

#include "packc/table.h"

namespace isnad::packc {

namespace {

constexpr std::string_view kAlef = "\xd8\xa7", kMaqsura = "\xd9\x89", kTaMarbuta = "\xd8\xa9",
                           kTa = "\xd8\xaa", kYa = "\xd9\x8a";

// ---- features ---------------------------------------------------------------------------------

bool has_key(const std::string& attributes, const std::string& key) {
  Sense named;
  named.attributes = attributes;
  return !named.attribute(key).empty();
}

// The row's attributes, but those the features name again.
std::string join_features(const std::string& attributes, const std::string& features) {
  if (features.empty()) return attributes;
  std::string out;
  if (!attributes.empty())
    for (const std::string& one : split(attributes, ' '))
      if (!has_key(features, one.substr(0, one.find('=')))) out += one + " ";
  return out + features;
}

// ---- endings ----------------------------------------------------------------------------------

bool take_off(std::string& word, const std::string& begin, const std::string& end) {
  if (!word.starts_with(begin) || !word.ends_with(end)) return false;
  if (word.size() <= begin.size() + end.size()) return false;
  word = word.substr(begin.size(), word.size() - begin.size() - end.size());
  return true;
}

// Ta marbuta and maqsura before an ending are opened.
void open_end(std::string& stem) {
  if (stem.ends_with(kTaMarbuta)) stem.replace(stem.size() - 2, 2, kTa);
  if (stem.ends_with(kMaqsura)) stem.replace(stem.size() - 2, 2, kYa);
}

// ---- root and pattern -------------------------------------------------------------------------

constexpr std::size_t kRootLetters = 4;
using Root = std::array<std::string_view, kRootLetters>;

std::size_t character_size(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) ++end;
  return end - at;
}

bool is_digit(char c) { return c >= '1' && c < static_cast<char>('1' + kRootLetters); }

// Reads the letters that stand where the pattern has digits. Alef, maqsura and ta marbuta are never
// letters of a root: patterns name them.
bool find_root(std::string_view word, std::string_view pattern, Root& root) {
  std::size_t at = 0;
  for (const char c : pattern) {
    if (at >= word.size()) return false;
    if (!is_digit(c)) {
      if (word[at++] != c) return false;
      continue;
    }
    const std::string_view letter = word.substr(at, character_size(word, at));
    std::string_view& known = root[static_cast<std::size_t>(c - '1')];
    if (letter == kAlef || letter == kMaqsura || letter == kTaMarbuta) return false;
    if (!known.empty() && known != letter) return false;
    known = letter;
    at += letter.size();
  }
  return at == word.size();
}

// "~x": x is written once where the letter before it is the same.
std::string fill_pattern(std::string_view pattern, const Root& root) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const char c = pattern[at];
    if (is_digit(c)) {
      out += root[static_cast<std::size_t>(c - '1')];
    } else if (c != '~') {
      out += c;
    } else if (at + 1 < pattern.size()) {
      const std::size_t size = character_size(pattern, at + 1);
      if (out.ends_with(pattern.substr(at + 1, size))) at += size;
    }
  }
  return out;
}

// How many letters of a root the pattern leaves open.
std::size_t digits_in(std::string_view pattern) {
  std::size_t count = 0;
  for (char c = '1'; is_digit(c); ++c)
    if (pattern.find(c) != std::string_view::npos) ++count;
  return count;
}

// Which groups of a paradigm a row takes: "" all, "past+pres" those, "-first-part" all but those.
class Groups {
 public:
  explicit Groups(const std::string& text) : leave_out_(text.starts_with('-')) {
    if (!text.empty()) named_ = split(leave_out_ ? text.substr(1) : text, leave_out_ ? '-' : '+');
  }
  bool take(const std::string& group) const {
    const bool named = std::find(named_.begin(), named_.end(), group) != named_.end();
    return named_.empty() || named != leave_out_;
  }

 private:
  bool leave_out_ = false;
  std::vector<std::string> named_;
};

// ---- one word ---------------------------------------------------------------------------------

class Deriver {
 public:
  Deriver(PackSource& pack, const Inflection& inflection)
      : pack_(pack), lemma_(pack.words.size() - 1), row_(pack.words.back()),
        conditional_(inflection.conditional), held_(conditional_.size(), false) {
    row_.attributes = without_keys(row_.attributes, inflection.own);
    const std::size_t blank = std::min(row_.word.find(' '), row_.word.size());
    first_ = row_.word.substr(0, blank);
    rest_ = row_.word.substr(blank);
    first_keys_ = fold_words(first_);
  }

  bool by_endings(const std::vector<ParadigmRow>& paradigm, const std::string& name) {
    bool any = false;
    for (const ParadigmRow& p : paradigm) {
      std::string stem = first_;
      if (!take_off(stem, p.strip_begin, p.strip_end)) continue;
      any = true;
      if (!p.suffix.empty()) open_end(stem);
      add(p.prefix + stem + p.suffix, {name, "", p.features});
    }
    return any;
  }

  // Of the lemma patterns that fit, the most exact one counts.
  bool by_patterns(const std::vector<PatternRow>& patterns, const std::string& name,
                   const Groups& groups) {
    const std::string* best = nullptr;
    for (const PatternRow& p : patterns) {
      Root root;
      if (find_root(first_, p.lemma, root) &&
          (best == nullptr || digits_in(p.lemma) < digits_in(*best)))
        best = &p.lemma;
    }
    bool any = false;
    for (const PatternRow& p : patterns) {
      if (best == nullptr || p.lemma != *best) continue;
      if (!groups.take(p.group)) continue;
      Root root;
      find_root(first_, p.lemma, root);
      add(fill_pattern(p.form, root), {name, p.group, p.features});
      any = true;
    }
    return any;
  }

  // A word that none of the groups taken makes is listed for its forms alone.
  void leave_out_lemma() {
    if (!named_) pack_.words[lemma_].no_word = true;
  }

  // The first condition that was true of no form; conditional_.size() when all were.
  std::size_t never_held() const {
    return static_cast<std::size_t>(std::find(held_.begin(), held_.end(), false) - held_.begin());
  }

 private:
  // What the file of forms says of one.
  struct Said {
    const std::string &name, &group, &features;
  };

  void add(const std::string& word, const Said& said) {
    if (!named_ && (word == first_ || fold_words(word) == first_keys_)) {
      named_ = true;   // what is said of the listed word itself, once
      pack_.words[lemma_].no_word = !say(said, pack_.words[lemma_]);
      return;
    }
    WordRow form = row_;
    form.derived = true;
    form.made_by = said.name;
    form.lemma = row_.word;
    form.features = said.features;
    form.word = word + rest_;
    form.keys = fold_words(form.word);
    if (say(said, form) && form.keys.size() == row_.keys.size())
      pack_.words.push_back(std::move(form));
  }

  // False: the row leaves this form out.
  bool say(const Said& said, WordRow& row) {
    bool left_out = false;
    row.attributes = join_features(row.attributes, said.features);
    for (std::size_t i = 0; i < conditional_.size(); ++i) {
      const ConditionalAttribute& one = conditional_[i];
      if (!holds(one, said.group, said.features)) continue;
      held_[i] = true;
      if (one.key != kClassKey)
        row.attributes = join_features(row.attributes, one.key + "=" + one.value);
      else if (one.value != kNoClass)
        row.cls = one.value;
      left_out = left_out || (one.key == kClassKey && one.value == kNoClass);
    }
    pack_.classes.insert(row.cls);
    return !left_out;
  }

  PackSource& pack_;
  std::size_t lemma_;       // index into pack.words
  WordRow row_;
  std::string first_, rest_;   // of an entry of several words the first is inflected
  std::vector<std::string> first_keys_;
  const std::vector<ConditionalAttribute>& conditional_;
  std::vector<bool> held_;     // of each of them: of some form
  bool named_ = false;
};

// At least one feature is among the attributes, and none is there with another value.
bool agrees(const std::string& features, const std::string& attributes) {
  Sense has;
  has.attributes = attributes;
  bool any = false;
  for (const std::string& one : split(features, ' ')) {
    const std::size_t is = one.find('=');
    const std::string_view value = has.attribute(std::string_view(one).substr(0, is));
    if (!value.empty() && value != std::string_view(one).substr(is + 1)) return false;
    any = any || !value.empty();
  }
  return any;
}

std::string cell(const std::string& text) { return text == "-" ? std::string() : text; }

}  // namespace

void derive_forms(const Inflection& inflection, PackSource& pack, const Place& at,
                  Faults& faults) {
  if (inflection.names.empty()) {
    if (!inflection.own.empty()) faults.add(at, "own= says nothing without infl=");
    for (const ConditionalAttribute& one : inflection.conditional)
      faults.add(at, "'" + one.text + "' says nothing without infl=");
    return;
  }
  Deriver deriver(pack, inflection);
  bool chosen = false;   // some groups, not all
  for (const std::string& one : inflection.names) {
    const std::string name = one.substr(0, one.find('/'));
    const Groups groups(one.substr(std::min(one.size(), name.size() + 1)));
    const auto endings = pack.paradigms.find(name);
    const auto patterns = pack.patterns.find(name);
    if (endings == pack.paradigms.end() && patterns == pack.patterns.end()) {
      faults.add(at, "no paradigm '" + name + "' in paradigms.tsv or patterns.tsv");
      continue;
    }
    const bool any = (endings != pack.paradigms.end() && deriver.by_endings(endings->second, name)) ||
                     (patterns != pack.patterns.end() &&
                      deriver.by_patterns(patterns->second, name, groups));
    if (!any) faults.add(at, "paradigm '" + one + "' makes no form of this word");
    chosen = chosen || name.size() < one.size();
  }
  if (chosen) deriver.leave_out_lemma();
  if (const std::size_t i = deriver.never_held(); i < inflection.conditional.size())
    faults.add(at, "'" + inflection.conditional[i].text + "' is true of no form of this word");
}

void drop_forms_listed_by_hand(PackSource& pack) {
  std::map<std::pair<std::string, std::vector<std::string>>, std::vector<const WordRow*>> by_hand;
  for (const WordRow& row : pack.words)
    if (!row.derived && !row.no_word) by_hand[{row.cls, row.keys}].push_back(&row);
  const auto listed = [&](const WordRow& row) {
    if (!row.derived || row.features.empty()) return false;
    const auto found = by_hand.find({row.cls, row.keys});
    return found != by_hand.end() &&
           std::any_of(found->second.begin(), found->second.end(),
                       [&](const WordRow* hand) {
                         const bool own = hand->place.file == row.place.file &&
                                          hand->place.line == row.place.line;
                         return !own && agrees(row.features, hand->attributes);
                       });
  };
  std::vector<WordRow> kept;
  for (const WordRow& row : pack.words)
    if (!listed(row)) kept.push_back(row);
  pack.words = std::move(kept);
}

void parse_paradigms(const std::string& bytes, const std::string& shown, PackSource& pack,
                     Faults& faults) {
  for (const Line& line :
       parse_table(bytes, shown, 5, "PARADIGM, features, prefix, strip, suffix", faults)) {
    ParadigmRow row{line.place, cell(line.columns[1]), cell(line.columns[2]), "", "",
                    cell(line.columns[4])};
    for (const std::string& strip : split(cell(line.columns[3]), ','))
      (strip.starts_with('^') ? row.strip_begin : row.strip_end) =
          strip.starts_with('^') ? strip.substr(1) : strip;
    const std::string wrong = check_attributes(row.features);
    if (!wrong.empty())
      faults.add(line.at(1), wrong);
    else
      pack.paradigms[line.columns[0]].push_back(row);
  }
}

void parse_patterns(const std::string& bytes, const std::string& shown, PackSource& pack,
                    Faults& faults) {
  for (const Line& line :
       parse_table(bytes, shown, 5, "PARADIGM, group, features, lemma, form", faults)) {
    PatternRow row{line.place, line.columns[1], cell(line.columns[2]), line.columns[3],
                   line.columns[4]};
    const std::string wrong = check_attributes(row.features);
    const auto unknown = std::find_if(row.form.begin(), row.form.end(), [&](char c) {
      return is_digit(c) && row.lemma.find(c) == std::string::npos;
    });
    if (!wrong.empty())
      faults.add(line.at(2), wrong);
    else if (row.lemma.empty() || row.form.empty())
      faults.add(line.at(3), "there is no pattern here");
    else if (unknown != row.form.end())
      faults.add(line.at(4), std::string("root letter ") + *unknown + " is not in the lemma");
    else
      pack.patterns[line.columns[0]].push_back(std::move(row));
  }
}

}  // namespace isnad::packc
