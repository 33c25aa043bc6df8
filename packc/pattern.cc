// SPDX-License-Identifier: Apache-2.0
#include "packc/pattern.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace isnad::packc {

namespace {

// Thrown inside this file alone, at the first fault of a pattern.
struct Stop {};

class Parser {
 public:
  Parser(const PatternText& text, const Names& names, PackSource& pack, Faults& faults)
      : text_(text), names_(names), pack_(pack), faults_(faults) {}

  Node pattern() {
    Node all = choice(0);
    if (at_ < text_.text.size()) fail(std::string("'") + text_.text[at_] + "' was not expected");
    const auto [least, most] = extents(all);
    if (least != most || most > 1)
      fail_at(0, "[ ] must stand in every way through the pattern, or in none, and once");
    if (least_edges(all) == 0) fail_at(0, "the pattern may match nothing");
    return all;
  }

  std::vector<AtomSource> alternatives() {
    std::vector<AtomSource> out;
    do {
      for (AtomSource& atom : atoms()) out.push_back(std::move(atom));
    } while (take('|'));
    if (at_ < text_.text.size()) fail("a macro is CLASS | CLASS | ...");
    return out;
  }

 private:
  [[noreturn]] void fail_at(std::size_t byte, std::string message) {
    faults_.add(text_.at(byte), std::move(message));
    throw Stop{};
  }
  [[noreturn]] void fail(std::string message) { fail_at(at_, std::move(message)); }

  void skip() {
    while (at_ < text_.text.size() && (text_.text[at_] == ' ' || text_.text[at_] == '\t' ||
                                       text_.text[at_] == '\n'))
      ++at_;
  }
  char peek() {
    skip();
    return at_ < text_.text.size() ? text_.text[at_] : '\0';
  }
  bool take(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }
  void need(char c, const char* why) {
    if (!take(c)) fail(std::string("'") + c + "' expected " + why);
  }

  Node choice(int depth) {
    if (depth > 40) fail("too many ( inside one another");
    Node first = sequence(depth);
    if (peek() != '|') return first;
    Node out;
    out.kind = Node::Kind::Choice;
    out.kids.push_back(std::move(first));
    while (take('|')) out.kids.push_back(sequence(depth));
    return out;
  }

  Node sequence(int depth) {
    Node out;
    for (char c = peek(); c != '\0' && c != ')' && c != ']' && c != '|'; c = peek())
      out.kids.push_back(item(depth));
    if (out.kids.empty()) fail("something to match expected here");
    if (out.kids.size() > 1) return out;
    Node only = std::move(out.kids[0]);
    return only;
  }

  Node item(int depth) {
    Node out;
    const std::size_t begin = at_;
    const std::string name = capture_name();
    const char c = peek();
    if (c == '[') {
      if (!name.empty()) fail("[ ] takes no name");
      ++at_;
      out.kind = Node::Kind::Extent;
      out.kids.push_back(choice(depth + 1));
      need(']', "to close [");
    } else if (c == '(') {
      ++at_;
      out = choice(depth + 1);
      need(')', "to close (");
      const std::vector<Node*> tests = tests_of(out);
      if (take('&')) {
        if (tests.empty()) fail_at(begin, "only ( ) around tests of one word goes with &");
        const std::vector<TermSource> more = test();
        for (Node* one : tests) one->terms.insert(one->terms.end(), more.begin(), more.end());
      }
      if (!name.empty()) name_group(out, tests, name);
    } else {
      out.kind = Node::Kind::Test;
      out.name = name;
      out.terms = test();
    }
    return repeated(std::move(out), begin);
  }

  // The tests of a group that is one test or a choice of tests; else none.
  static std::vector<Node*> tests_of(Node& node) {
    if (node.kind == Node::Kind::Test) return {&node};
    std::vector<Node*> out;
    if (node.kind != Node::Kind::Choice) return out;
    for (Node& kid : node.kids) {
      if (kid.kind != Node::Kind::Test) return {};
      out.push_back(&kid);
    }
    return out;
  }

  // A group of one edge is captured as that edge, a longer one as a stretch.
  static void name_group(Node& node, const std::vector<Node*>& tests, const std::string& name) {
    const bool free = std::all_of(tests.begin(), tests.end(),
                                  [](const Node* n) { return n->name.empty(); });
    if (!tests.empty() && free) {
      for (Node* one : tests) one->name = name;
      return;
    }
    Node stretch;
    stretch.kind = Node::Kind::Capture;
    stretch.name = name;
    stretch.kids.push_back(std::move(node));
    node = std::move(stretch);
  }

  // `name:` when it stands here; a lower-case word.
  std::string capture_name() {
    skip();
    std::size_t end = at_;
    const std::string& t = text_.text;
    while (end < t.size() && ((t[end] >= 'a' && t[end] <= 'z') || t[end] == '_' ||
                              (end > at_ && t[end] >= '0' && t[end] <= '9')))
      ++end;
    if (end == at_) return "";
    if (end >= t.size() || t[end] != ':')
      fail("'" + t.substr(at_, end - at_) + "' is no class; a capture is name:CLASS");
    const std::string name = t.substr(at_, end - at_);
    at_ = end + 1;
    return name;
  }

  Node repeated(Node inner, std::size_t begin) {
    const char c = at_ < text_.text.size() ? text_.text[at_] : '\0';
    if (c == '*' || c == '+') fail("no unbounded repetition: use ? or {m,n} with n <= 16");
    if (c != '?' && c != '{') return inner;
    Node out;
    out.kind = Node::Kind::Repeat;
    out.lo = 0;
    out.hi = 1;
    ++at_;
    if (c == '{') {
      out.lo = out.hi = count();
      if (take(',')) out.hi = count();
      need('}', "to close {");
    }
    if (out.hi > pack::kMaxRepeat || out.hi == 0 || out.lo > out.hi)
      fail_at(begin, "{m,n} needs m <= n and 1 <= n <= 16");
    out.kids.push_back(std::move(inner));
    return out;
  }

  std::uint32_t count() {
    std::int64_t n = 0;
    skip();
    if (!number(n) || n < 0) fail("a number expected");
    return static_cast<std::uint32_t>(std::min<std::int64_t>(n, 1000));
  }

  bool number(std::int64_t& out) {
    const char* begin = text_.text.data() + at_;
    const auto [stop, fault] = std::from_chars(begin, text_.text.data() + text_.text.size(), out);
    if (fault != std::errc()) return false;
    at_ += static_cast<std::size_t>(stop - begin);
    return true;
  }

  std::vector<TermSource> test() {
    std::vector<TermSource> terms;
    do {
      TermSource term;
      term.negated = take('!');
      term.atoms = atoms();
      terms.push_back(std::move(term));
    } while (take('&'));
    return terms;
  }

  // One class or literal with its conditions: as many atoms as the name stands for.
  std::vector<AtomSource> atoms() {
    const char c = peek();
    const std::size_t begin = at_;
    std::vector<AtomSource> out;
    if (c == '\'') {
      out.push_back(literal());
    } else {
      std::size_t end = at_;
      const std::string& t = text_.text;
      while (end < t.size() && ((t[end] >= 'A' && t[end] <= 'Z') || t[end] == '_' ||
                                (t[end] >= '0' && t[end] <= '9')))
        ++end;
      const std::string name = t.substr(at_, end - at_);
      if (!is_class_name(name)) fail("a CLASS, 'word', ( or [ expected");
      at_ = end;
      const auto macro = names_.macros.find(name);
      if (macro != names_.macros.end())
        out = macro->second;
      else
        out.push_back({name, text_.at(begin), {}});
    }
    while (at_ < text_.text.size() && text_.text[at_] == '[') {
      const std::vector<ConditionSource> more = conditions();
      for (AtomSource& atom : out)
        atom.conditions.insert(atom.conditions.end(), more.begin(), more.end());
    }
    return out;
  }

  AtomSource literal() {
    const std::size_t begin = at_++;
    const std::size_t end = text_.text.find('\'', at_);
    if (end == std::string::npos) fail_at(begin, "no ' to close this one");
    WordRow row;
    row.place = text_.at(begin);
    row.word = text_.text.substr(at_, end - at_);
    row.keys = fold_words(row.word);
    if (row.keys.empty() || row.keys.size() > pack::kMaxEntryTokens)
      fail_at(begin, "there is no word between '' here");
    row.cls = "'";
    for (const std::string& key : row.keys) row.cls += key + "'";
    at_ = end + 1;
    const std::string cls = row.cls;
    if (pack_.classes.insert(cls).second) pack_.words.push_back(std::move(row));
    return {cls, text_.at(begin), {}};
  }

  std::vector<ConditionSource> conditions() {
    std::vector<ConditionSource> out;
    const std::size_t begin = at_++;
    for (;;) {
      const char c = peek();
      if (c == ']') break;
      if (c == '\0') fail_at(begin, "no ] to close this one");
      if (c == ',') {
        ++at_;
        continue;
      }
      out.push_back(condition());
    }
    ++at_;
    if (out.empty()) fail_at(begin, "nothing is asked for between [ ]");
    return out;
  }

  ConditionSource condition() {
    ConditionSource out;
    const std::string& t = text_.text;
    if (t[at_] == '.' || t[at_] == '-' || (t[at_] >= '0' && t[at_] <= '9')) {
      out.kind = pack::kRange;
      out.lo = std::numeric_limits<std::int64_t>::min();
      out.hi = std::numeric_limits<std::int64_t>::max();
      const bool from = number(out.lo);
      if (t.compare(at_, 2, "..") == 0) {
        at_ += 2;
        number(out.hi);
      } else if (from) {
        out.hi = out.lo;
      } else {
        fail("a range is lo..hi");
      }
      if (out.lo > out.hi) fail("an empty range: lo is above hi");
      return out;
    }
    std::size_t end = at_;
    while (end < t.size() && t[end] != ' ' && t[end] != ',' && t[end] != ']' && t[end] != '\n') ++end;
    const std::string one = t.substr(at_, end - at_);
    const std::size_t is = one.find('=');
    if (one == "def" || one == "indef") {
      out.kind = one == "def" ? pack::kIsDefinite : pack::kIsIndefinite;
    } else if (is == std::string::npos) {
      out.kind = pack::kHasAttribute;
      out.key = one;
    } else {
      const bool differs = is > 0 && one[is - 1] == '!';
      out.kind = differs ? pack::kAttributeNot : pack::kAttributeIs;
      out.key = one.substr(0, differs ? is - 1 : is);
      out.value = one.substr(is + 1);
      if (out.key.empty() || out.value.empty()) fail("an attribute test is key=value");
    }
    at_ = end;
    return out;
  }

  // ---- what holds of a whole pattern -----------------------------------------------------------

  struct Count { std::uint32_t least = 0, most = 0; };

  static Count extents(const Node& node) {
    Count out;
    bool first = true;
    for (const Node& kid : node.kids) {
      const Count c = extents(kid);
      if (node.kind == Node::Kind::Choice) {
        out.least = first ? c.least : std::min(out.least, c.least);
        out.most = first ? c.most : std::max(out.most, c.most);
      } else {
        out.least += c.least;
        out.most += c.most;
      }
      first = false;
    }
    if (node.kind == Node::Kind::Repeat) out = {out.least * node.lo, out.most * node.hi};
    if (node.kind == Node::Kind::Extent) out = {out.least + 1, out.most + 1};
    return out;
  }

  static std::uint32_t least_edges(const Node& node) {
    if (node.kind == Node::Kind::Test) return 1;
    std::uint32_t sum = 0, least = 0xffffffffu;
    for (const Node& kid : node.kids) {
      sum += least_edges(kid);
      least = std::min(least, least_edges(kid));
    }
    if (node.kind == Node::Kind::Choice) return least;
    return node.kind == Node::Kind::Repeat ? sum * node.lo : sum;
  }

  const PatternText& text_;
  const Names& names_;
  PackSource& pack_;
  Faults& faults_;
  std::size_t at_ = 0;
};

}  // namespace

Place PatternText::at(std::size_t byte) const {
  Place out = place;
  std::size_t line_begin = 0;
  for (std::size_t i = 0; i < byte && i < text.size(); ++i)
    if (text[i] == '\n') {
      ++out.line;
      out.column = 1;
      line_begin = i + 1;
    }
  out.column += column_of(std::string_view(text).substr(line_begin), byte - line_begin) - 1;
  return out;
}

bool parse_pattern(const PatternText& text, const Names& names, PackSource& pack, Faults& faults,
                   Node& out) {
  try {
    out = Parser(text, names, pack, faults).pattern();
    return true;
  } catch (const Stop&) {
    return false;
  }
}

bool parse_alternatives(const PatternText& text, const Names& names, PackSource& pack,
                        Faults& faults, std::vector<AtomSource>& out) {
  try {
    out = Parser(text, names, pack, faults).alternatives();
    return true;
  } catch (const Stop&) {
    return false;
  }
}

void find_captures(const Node& node, std::set<std::string>& out) {
  if (!node.name.empty()) out.insert(node.name);
  for (const Node& kid : node.kids) find_captures(kid, out);
}

}  // namespace isnad::packc
