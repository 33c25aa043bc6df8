// SPDX-License-Identifier: Apache-2.0
#include "packc/check.h"

#include <algorithm>
#include <filesystem>

#include "match/builtin.h"
#include "match/pack.h"

namespace isnad::packc {

namespace fs = std::filesystem;

namespace {

// Classes of the edges that the reader itself puts in.
constexpr std::string_view kMentionClasses[] = {
    "NUM",   "ORDINAL", "PERCENTAGE", "MONEY",     "MEASURE",   "FRACTION", "CARD",  "ORD",
    "DATE",  "TIME",    "DURATION",   "SETTIME",   "PERSON",    "ORG",      "PLACE", "GROUPNAME",
    "QUOTATION", "FIGURE", "HOLDER",  "EVENT"};

// The classes a rule of `pack` may use: built in, its own, those of "und"; "und" uses all.
std::set<std::string> known_classes(const std::vector<Unit>& units, const std::string& pack) {
  std::set<std::string> out;
  for (std::string_view name : builtin_class_names()) out.insert(std::string(name));
  for (std::string_view name : kMentionClasses) out.insert(std::string(name));
  for (const Unit& unit : units) {
    if (pack != "und" && unit.source.name != pack && unit.source.name != "und") continue;
    out.insert(unit.source.classes.begin(), unit.source.classes.end());
    out.insert(unit.source.mentions.begin(), unit.source.mentions.end());
  }
  return out;
}

bool check_classes(const Node& node, const std::set<std::string>& known, Faults& faults) {
  bool good = true;
  for (const TermSource& term : node.terms)
    for (const AtomSource& atom : term.atoms)
      if (known.count(atom.cls) == 0) {
        faults.add(atom.place, "no class " + atom.cls +
                                   " in a list of this pack or of und, in `class`, `words` or the reader itself");
        good = false;
      }
  for (const Node& kid : node.kids) good = check_classes(kid, known, faults) && good;
  return good;
}

// Two classes of one hash would be one class.
void check_collisions(const std::set<std::string>& known, Faults& faults) {
  std::map<ClassId, std::string> by_id;
  for (const std::string& name : known) {
    const auto [at, fresh] = by_id.try_emplace(class_named(name), name);
    if (!fresh || class_named(name) == 0)
      faults.add({"packs", 1, 1}, "classes " + at->second + " and " + name +
                                      " have the same hash: rename one");
  }
}

std::string shown(std::string_view text, Span span) {
  return "[" + std::string(text.substr(span.begin, span.size())) + "]";
}

class ExampleRun {
 public:
  ExampleRun(const Packs& packs, const PackHooks& hooks, Faults& faults)
      : packs_(packs), hooks_(hooks), faults_(faults) {}

  void run(const RuleSource& rule, std::uint32_t id) {
    for (const ExampleSource& e : rule.examples) {
      const auto made = hooks_.examples(e.text, packs_, rule.stratum, rule.reference_day);
      if (e.yes)
        check_yes(rule, e, id, made);
      else
        check_no(rule, e, id, made);
    }
  }

 private:
  void check_no(const RuleSource& rule, const ExampleSource& e, std::uint32_t id,
                const std::vector<ExampleMade>& made) {
    for (const ExampleMade& m : made)
      if (m.rule == id)
        return faults_.add(e.place, rule.name + " makes " + shown(e.text, m.span) + " = " +
                                        m.value + " where it should make nothing");
  }

  void check_yes(const RuleSource& rule, const ExampleSource& e, std::uint32_t id,
                 const std::vector<ExampleMade>& made) {
    const ExampleMade* nearest = nullptr;
    for (const ExampleMade& m : made) {
      if (m.rule != id || m.span != e.span) continue;
      if (e.value == "*" || m.value == e.value) return;
      nearest = &m;
    }
    if (nearest != nullptr)
      return faults_.add(e.place, rule.name + ": expected " + e.value + ", got " + nearest->value);
    std::string found;
    for (const ExampleMade& m : made) {
      if (m.rule != id && !m.span.overlaps(e.span)) continue;
      found += found.empty() ? "; found " : ", ";
      found += shown(e.text, m.span) + " = " + m.value;
      if (m.rule != id) {
        const std::string other = packs_.rule_name(m.rule);
        found += " by " + (other.empty() ? std::string("no rule") : other);
      }
    }
    faults_.add(e.place, rule.name + ": no mention with that extent" +
                             (found.empty() ? "; found nothing there" : found));
  }

  const Packs& packs_;
  const PackHooks& hooks_;
  Faults& faults_;
};

}  // namespace

std::vector<std::string> pack_folders(const std::string& folder) {
  std::error_code failed;
  if (fs::exists(fs::path(folder) / "pack.conf", failed)) return {folder};
  std::vector<std::string> out;
  for (const auto& entry : fs::directory_iterator(folder, failed))
    if (fs::exists(entry.path() / "pack.conf", failed)) out.push_back(entry.path().string());
  std::sort(out.begin(), out.end());
  return out;
}

void check_rules(std::vector<Unit>& units, const PackHooks& hooks, Faults& faults) {
  check_collisions(known_classes(units, "und"), faults);
  std::map<std::string, Place> names, retired;
  for (const Unit& unit : units) retired.insert(unit.source.retired.begin(), unit.source.retired.end());
  for (Unit& unit : units) {
    const std::set<std::string> known = known_classes(units, unit.source.name);
    std::vector<RuleSource> good;
    for (RuleSource& rule : unit.source.rules) {
      const auto [at, fresh] = names.try_emplace(rule.name, rule.place);
      if (!fresh) {
        faults.add(rule.place, "rule " + rule.name + " is there already, at " + at->second.file +
                                   ":" + std::to_string(at->second.line));
        continue;
      }
      if (const auto old = retired.find(rule.name); old != retired.end()) {
        faults.add(rule.place, "rule " + rule.name + " was another one once (" + old->second.file + ":" +
                                   std::to_string(old->second.line) + "): a name is not used again");
        continue;
      }
      if (hooks.is_maker && !hooks.is_maker(rule.stratum, rule.maker)) {
        faults.add(rule.place, "rule " + rule.name + ": no maker '" + rule.maker +
                                   "' in stratum " + rule.stratum);
        continue;
      }
      if (check_classes(rule.pattern, known, faults)) good.push_back(std::move(rule));
    }
    unit.source.rules = std::move(good);
  }
}

void run_examples(const std::vector<Unit>& units, const PackHooks& hooks, Faults& faults) {
  if (!hooks.examples) return;
  std::vector<std::string> images;
  for (const Unit& unit : units) images.push_back(unit.image);
  const Result<Packs> packs = make_packs(images);
  if (!packs) return faults.add({"packs", 1, 1}, packs.error().message());
  ExampleRun run(packs.value(), hooks, faults);
  for (std::uint32_t p = 0; p < units.size(); ++p)
    for (std::uint32_t r = 0; r < units[p].source.rules.size(); ++r)
      run.run(units[p].source.rules[r], p << 24 | r);
}

}  // namespace isnad::packc
