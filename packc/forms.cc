// SPDX-License-Identifier: Apache-2.0
//
// `pack forms` and `pack words`: what the packs know of a word, and how words of a text are cut.
#include <algorithm>
#include <map>

#include "match/best_reading.h"
#include "match/builtin.h"
#include "match/match.h"
#include "match/pack.h"
#include "packc/check.h"
#include "packc/packc.h"
#include "packc/write_pack.h"

namespace isnad {

using namespace packc;

namespace {

std::string sense_text(const Packs::Inner& inner, const Sense& sense,
                       const std::set<std::string>& classes) {
  std::string name;
  for (const std::string& c : classes)
    if (class_named(c) == sense.cls) name = c;
  std::string out = name.empty() ? "?" : name;
  if (!sense.attributes.empty()) out += " " + std::string(sense.attributes);
  const std::string row = inner.row_name(sense.row);
  return row.empty() ? out : out + "  (" + row + ")";
}

std::string place_of(const WordRow& row) {
  return row.place.file + ":" + std::to_string(row.place.line);
}

// What is odd about a derived form: it is short, or another word too. The same word listed again in
// another class is not another one.
class Oddness {
 public:
  explicit Oddness(const std::vector<Unit>& units) {
    for (const Unit& unit : units)
      for (const WordRow& row : unit.source.words)
        if (row.cls != kCommon && row.cls != kNoNames && !row.no_word) rows_[row.keys].push_back(&row);
  }

  std::string of(const WordRow& form, const WordRow& lemma) const {
    std::vector<std::string> told;
    if (form.keys[0].size() < 3 * kLetter) told.push_back("short");
    if (form.keys == lemma.keys) told.push_back("written like the listed word");
    for (const WordRow* row : rows_.at(form.keys)) {
      if ((row->derived ? row->lemma : row->word) == form.lemma) continue;
      const std::string one = "also " + row->cls + " of " + place_of(*row);
      if (told.size() < kMostTold && std::find(told.begin(), told.end(), one) == told.end())
        told.push_back(one);
    }
    std::string out;
    for (const std::string& one : told) out += (out.empty() ? "  ? " : ", ") + one;
    return out;
  }

 private:
  static constexpr std::size_t kLetter = 2, kMostTold = 3;
  static constexpr std::string_view kCommon = "COMMON", kNoNames = "NOT_NAME";   // frequent words
  std::map<std::vector<std::string>, std::vector<const WordRow*>> rows_;
};

void tell_forms(const PackSource& source, const WordRow& row, const Oddness& oddness,
                std::string& out) {
  std::size_t forms = 0, odd = 0;
  for (const WordRow& form : source.words) {
    if (!form.derived || form.place.file != row.place.file || form.place.line != row.place.line)
      continue;
    const std::string what = oddness.of(form, row);
    ++forms;
    odd += what.empty() ? 0 : 1;
    out += "    " + form.word + "  " + form.attributes + "  (" + form.made_by + ")" + what + "\n";
  }
  if (forms > 0)
    out += "    " + std::to_string(forms) + " forms, " + std::to_string(odd) + " odd (marked ?)\n";
}

void tell_rows(const std::vector<Unit>& units, const std::string& word, std::string& out) {
  const std::vector<std::string> keys = fold_words(word);
  const Oddness oddness(units);
  for (const Unit& unit : units)
    for (const WordRow& row : unit.source.words) {
      if (row.keys != keys) continue;
      out += place_of(row) + "  " + row.cls + " " +
             (row.attributes.empty() ? "-" : row.attributes) + "  " + row.word +
             (row.derived ? "  (a form, by " + row.made_by + ")" : "") +
             (row.no_word ? "  (listed for its forms alone)" : "") + "\n";
      if (!row.derived) tell_forms(unit.source, row, oddness, out);
    }
}

// "  12 = NUMERAL v=12 ANY IN INCL"
void tell_built_in(const Text& text, const Edge& edge, std::span<const Sense> senses,
                   const std::set<std::string>& classes, std::string& out) {
  out += "  " + std::string(text.slice(edge.span)) + " =";
  for (const Sense& sense : senses) {
    for (const std::string& c : classes)
      if (class_named(c) == sense.cls) out += " " + c;
    if (sense.value != 0) out += " v=" + std::to_string(sense.value);
    if (!sense.attributes.empty()) out += " " + std::string(sense.attributes);
  }
  out += "\n";
}

void tell_readings(const std::vector<Unit>& units, const std::string& word, std::string& out) {
  std::vector<std::string> images;
  std::set<std::string> classes;
  for (std::string_view name : builtin_class_names()) classes.insert(std::string(name));
  for (const Unit& unit : units) {
    images.push_back(unit.image);
    classes.insert(unit.source.classes.begin(), unit.source.classes.end());
  }
  const Result<Packs> packs = make_packs(images);
  if (!packs) {
    out += packs.error().message() + "\n";
    return;
  }
  const Text text = make_text(word);
  const Lattice lattice(text, packs.value());
  for (std::uint32_t node = 0; node < text.tokens().size() * 8; ++node)
    for (const Edge& edge : lattice.edges_from(node)) {
      const auto senses = lattice.senses(edge);
      if (senses.front().row == 0) tell_built_in(text, edge, senses, classes, out);
      for (const Sense& sense : senses) {
        if (sense.row == 0) continue;
        out += "  " + std::string(text.slice(edge.span)) +
               (edge.flags & kDefinite ? " (with article)" : "") + "  " +
               sense_text(packs.value().inner(), sense, classes) + "\n";
      }
    }
}

std::vector<Unit> compile_units(const std::string& folder) {
  Faults faults;
  std::vector<Unit> units;
  for (const std::string& one : pack_folders(folder))
    units.push_back({read_pack_source(one, faults), ""});
  for (Unit& unit : units) unit.image = write_pack(unit.source, faults);
  return units;
}

struct FormCounts {
  std::size_t words = 0, forms = 0, odd = 0;
};

}  // namespace

std::string pack_forms(const std::string& folder, const std::string& word) {
  const std::vector<Unit> units = compile_units(folder);
  std::string out;
  tell_rows(units, word, out);
  out += out.empty() ? "In no list as it stands.\n" : "";
  out += "Readings:\n";
  tell_readings(units, word, out);
  return out;
}

std::string pack_form_counts(const std::string& folder) {
  const std::vector<Unit> units = compile_units(folder);
  const Oddness oddness(units);
  std::string out;
  for (const Unit& unit : units) {
    std::map<std::string, FormCounts> counts;
    std::map<std::string, std::string> last;   // the row a paradigm was counted for
    const WordRow* lemma = nullptr;
    for (const WordRow& row : unit.source.words) {
      if (!row.derived) lemma = &row;
      if (!row.derived || lemma == nullptr) continue;
      FormCounts& count = counts[row.made_by];
      if (last[row.made_by] != place_of(row)) ++count.words;
      last[row.made_by] = place_of(row);
      ++count.forms;
      count.odd += oddness.of(row, *lemma).empty() ? 0 : 1;
    }
    for (const auto& [name, count] : counts)
      out += unit.source.name + "  " + name + ": " + std::to_string(count.words) + " words, " +
             std::to_string(count.forms) + " forms, " + std::to_string(count.odd) + " odd\n";
  }
  return out;
}

std::string pack_words(const std::string& folder, const std::string& text_bytes) {
  std::vector<std::string> images;
  for (Unit& unit : compile_units(folder)) images.push_back(std::move(unit.image));
  const Result<Packs> packs = make_packs(images);
  if (!packs) return packs.error().message() + "\n";
  const Text text = make_text(text_bytes);
  const Lattice lattice(text, packs.value());
  std::string out;
  for (std::uint32_t i = 0; i < text.tokens().size(); ++i) {
    const Token& token = text.tokens()[i];
    if (token.kind != TokenKind::Word) continue;
    const BestReading best = best_reading(lattice, i);
    std::uint32_t from = token.span.begin;
    for (const std::uint32_t cut : best.cuts()) {
      out += std::string(text.slice({from, cut})) + "+";
      from = cut;
    }
    out += std::string(text.slice({from, token.span.end})) + "  " +
           (*best.why == '\0' ? "as it stands" : best.why) + "\n";
  }
  return out;
}

}  // namespace isnad
