// SPDX-License-Identifier: Apache-2.0
//
// `pack forms`: what the packs know of a word.
#include <filesystem>

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
    if (class_id(c) == sense.cls) name = c;
  std::string out = name.empty() ? "?" : name;
  if (!sense.attributes.empty()) out += " " + std::string(sense.attributes);
  const std::string row = inner.row_name(sense.row);
  return row.empty() ? out : out + "  (" + row + ")";
}

void tell_rows(const std::vector<Unit>& units, const std::string& word, std::string& out) {
  const std::vector<std::string> keys = fold_words(word);
  for (const Unit& unit : units)
    for (const WordRow& row : unit.source.words) {
      if (row.derived || row.keys != keys) continue;
      out += row.place.file + ":" + std::to_string(row.place.line) + "  " + row.cls + " " +
             (row.attributes.empty() ? "-" : row.attributes) + "  " + row.word + "\n";
      for (const WordRow& form : unit.source.words)
        if (form.derived && form.place.file == row.place.file && form.place.line == row.place.line)
          out += "    " + form.word + "  " + form.attributes + "\n";
    }
}

// "  12 = NUMERAL v=12 ANY IN INCL"
void tell_built_in(const Text& text, const Edge& edge, std::span<const Sense> senses,
                   const std::set<std::string>& classes, std::string& out) {
  out += "  " + std::string(text.slice(edge.span)) + " =";
  for (const Sense& sense : senses) {
    for (const std::string& c : classes)
      if (class_id(c) == sense.cls) out += " " + c;
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

}  // namespace

std::string pack_forms(const std::string& folder, const std::string& word) {
  Faults faults;
  std::vector<Unit> units;
  for (const std::string& one : pack_folders(folder))
    units.push_back({read_pack_source(one, faults), ""});
  for (Unit& unit : units) unit.image = write_pack(unit.source, faults);
  std::string out;
  tell_rows(units, word, out);
  out += out.empty() ? "In no list as it stands.\n" : "";
  out += "Readings:\n";
  tell_readings(units, word, out);
  return out;
}

}  // namespace isnad
