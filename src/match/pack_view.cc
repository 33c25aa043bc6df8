// SPDX-License-Identifier: Apache-2.0
#include "match/pack.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <cstddef>
#include <cstring>

#include "match/builtin.h"

namespace isnad {

using namespace pack;

std::uint64_t hash_key(std::string_view key) { return XXH3_64bits(key.data(), key.size()); }

std::uint32_t arc_slot(std::uint32_t state, std::uint32_t key) {
  std::uint64_t h = (std::uint64_t{state} << 32 | key) * 0x9e3779b97f4a7c15u;
  return static_cast<std::uint32_t>(h >> 32);
}

std::int32_t PackView::find(std::string_view key, std::uint64_t hash) const {
  if (slots.empty()) return -1;
  const std::size_t mask = slots.size() - 1;
  const auto tag = static_cast<std::uint32_t>(hash >> 32);
  for (std::size_t i = hash & mask, n = 0; n < slots.size(); i = (i + 1) & mask, ++n) {
    if (slots[i].key == 0) return -1;
    if (slots[i].tag == tag && string(keys[slots[i].key - 1].text) == key)
      return static_cast<std::int32_t>(slots[i].key - 1);
  }
  return -1;
}

std::uint32_t PackView::step(std::uint32_t state, std::uint32_t key) const {
  if (arcs.empty() || states[state].arcs == 0) return 0;
  const std::size_t mask = arcs.size() - 1;
  for (std::size_t i = arc_slot(state, key) & mask, n = 0; n < arcs.size();
       i = (i + 1) & mask, ++n) {
    if (arcs[i].from == 0) return 0;
    if (arcs[i].from == state && arcs[i].key == key) return arcs[i].to;
  }
  return 0;
}

// Looks at every index of a pack once. `ok` turns false and stays so.
class PackChecker {
 public:
  PackChecker(std::string_view bytes, PackView& view) : bytes_(bytes), view_(view) {}

  // "" or what is wrong.
  const char* check() {
    if (const char* fault = check_header()) return fault;
    const Header& h = *view_.header;
    std::span<const char> strings;
    bool ok = section(h, kStrings, strings) && section(h, kSlots, view_.slots) &&
              section(h, kKeys, view_.keys) && section(h, kSenses, view_.senses) &&
              section(h, kRows, view_.rows) && section(h, kStates, view_.states) &&
              section(h, kArcs, view_.arcs) && section(h, kParticles, view_.particles) &&
              section(h, kRules, view_.rules) && section(h, kArguments, view_.arguments) &&
              section(h, kInstructions, view_.instructions) && section(h, kTests, view_.tests) &&
              section(h, kTerms, view_.terms) && section(h, kAtoms, view_.atoms) &&
              section(h, kConditions, view_.conditions) && section(h, kClasses, view_.classes);
    if (!ok) return "a section lies outside the file";
    view_.strings_ = {strings.data(), strings.size()};
    if (!good(h.name) || !good(h.version) || view_.string(h.name).empty()) return "it has no name";
    if (!check_words()) return "its word tables are damaged";
    if (!check_rules()) return "its rules are damaged";
    return nullptr;
  }

 private:
  const char* check_header() {
    if (bytes_.size() < sizeof(Header)) return "it is too short";
    view_.header = reinterpret_cast<const Header*>(bytes_.data());
    const Header& h = *view_.header;
    if (std::memcmp(h.magic, kMagic, sizeof kMagic) != 0) return "it is no compiled pack";
    if (h.format != kFormat) return "it was made by another version of isnad; build it again";
    if (h.bytes != bytes_.size()) return "it breaks off or was added to";
    constexpr std::size_t kFrom = offsetof(Header, hash) + sizeof h.hash;
    if (XXH64(bytes_.data() + kFrom, bytes_.size() - kFrom, 0) != h.hash)
      return "its content does not fit its hash";
    return nullptr;
  }

  template <class T>
  bool section(const Header& h, SectionId id, std::span<const T>& out) {
    const Section s = h.sections[id];
    if (s.count == 0) return true;
    if (s.offset % 8 != 0 || s.offset > bytes_.size() ||
        s.count > (bytes_.size() - s.offset) / sizeof(T))
      return false;
    out = {reinterpret_cast<const T*>(bytes_.data() + s.offset), s.count};
    return true;
  }

  bool good(Ref r) const {
    return r.offset <= view_.strings_.size() && r.size <= view_.strings_.size() - r.offset;
  }
  template <class T>
  static bool inside(std::uint32_t first, std::uint32_t count, std::span<const T> all) {
    return first <= all.size() && count <= all.size() - first;
  }
  static bool power_of_two(std::size_t n) { return (n & (n - 1)) == 0; }

  bool check_words() const {
    const PackView& v = view_;
    if (!power_of_two(v.slots.size()) || !power_of_two(v.arcs.size())) return false;
    if (v.keys.size() > 0x7fffffff || v.rows.size() >= 1u << 24) return false;
    for (const Slot& s : v.slots)
      if (s.key > v.keys.size()) return false;
    for (const Key& k : v.keys)
      if (!good(k.text) || !inside(k.first_sense, k.senses, v.senses) || !state(k.state) ||
          k.senses > 0xffff)
        return false;
    for (const PackSense& s : v.senses)
      if (!good(s.attributes) || s.row >= v.rows.size()) return false;
    for (const Row& r : v.rows)
      if (!good(r.file)) return false;
    for (const State& s : v.states)
      if (!inside(s.first_sense, s.senses, v.senses) || s.senses > 0xffff) return false;
    for (const Arc& a : v.arcs)
      if (a.from != 0 && (!state(a.from) || !state(a.to) || a.to == 0 || a.key >= v.keys.size()))
        return false;
    for (const Particle& p : v.particles)
      if (!good(p.form) || p.form.size == 0 || p.row >= v.rows.size() ||
          p.position < kConjunction || p.position > kContracted)
        return false;
    return true;
  }

  bool state(std::uint32_t s) const { return s == 0 || s < view_.states.size(); }

  bool check_rules() const {
    const PackView& v = view_;
    if (v.rules.size() >= 1u << 24) return false;
    for (const Rule& r : v.rules)
      if (!good(r.file) || !good(r.name) || !good(r.maker) ||
          !inside(r.first_argument, r.arguments, v.arguments) ||
          !inside(r.first_trigger, r.triggers, v.classes) ||
          !check_program(r))
        return false;
    for (const Argument& a : v.arguments)
      if (!good(a.name) || !good(a.value)) return false;
    for (const Test& t : v.tests)
      if (t.terms == 0 || !inside(t.first_term, t.terms, v.terms)) return false;
    for (const Term& t : v.terms)
      if (t.atoms == 0 || !inside(t.first_atom, t.atoms, v.atoms)) return false;
    for (const Atom& a : v.atoms)
      if (!inside(a.first_condition, a.conditions, v.conditions)) return false;
    for (const Condition& c : v.conditions)
      if (c.kind >= kConditionKinds || !good(c.key) || !good(c.value)) return false;
    return true;
  }

  // Every way through it goes forward, begins and ends inside, and pairs its marks by counting.
  bool check_program(const Rule& r) const {
    if (r.instructions == 0 || r.instructions > kMaxInstructions ||
        !inside(r.first_instruction, r.instructions, view_.instructions))
      return false;
    auto program = view_.instructions.subspan(r.first_instruction, r.instructions);
    if (program.back().op != kMatch) return false;
    for (std::uint32_t pc = 0; pc < program.size(); ++pc) {
      const Instruction& i = program[pc];
      auto forward = [&](std::uint32_t to) { return to > pc && to < program.size(); };
      if (i.op > kMatch || !good(i.name)) return false;
      if (i.op == kEdge && i.a >= view_.tests.size()) return false;
      if ((i.op == kSplit || i.op == kJump) && !forward(i.a)) return false;
      if (i.op == kSplit && !forward(i.b)) return false;
    }
    return true;
  }

  std::string_view bytes_;
  PackView& view_;
};

Result<PackView> PackView::make(std::string_view bytes, const std::string& where) {
  PackView view;
  if (const char* fault = PackChecker(bytes, view).check())
    return Error{ErrorCode::BadPack, where, fault};
  view.of_lists.assign(view.terms.size(), 1);
  for (std::size_t i = 0; i < view.terms.size(); ++i)
    for (const Atom& a : view.atoms.subspan(view.terms[i].first_atom, view.terms[i].atoms))
      for (std::string_view name : builtin_class_names())
        if (a.cls == class_named(name)) view.of_lists[i] = 0;
  return view;
}

const Sense* find_sense(const Packs& packs, std::string_view key, ClassId cls) {
  const Packs::Inner& inner = packs.inner();
  const std::uint64_t hash = hash_key(key);
  for (std::size_t pack = 0; pack < inner.views.size(); ++pack) {
    const std::int32_t at = inner.views[pack].find(key, hash);
    if (at < 0) continue;
    const pack::Key& found = inner.views[pack].keys[static_cast<std::size_t>(at)];
    const std::size_t first = inner.sense_base[pack] + found.first_sense;
    for (std::size_t i = first; i < first + found.senses; ++i) {
      if (inner.senses[i].cls == cls) return &inner.senses[i];
    }
  }
  return nullptr;
}

}  // namespace isnad
