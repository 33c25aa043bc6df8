// SPDX-License-Identifier: Apache-2.0
//
// One rule file: header lines, then rules.
#include <algorithm>
#include <charconv>
#include <chrono>
#include <filesystem>

#include "isnad/report.h"
#include "packc/pattern.h"
#include "packc/source.h"

namespace isnad::packc {

namespace {

constexpr std::string_view kStrata[] = {"numbers", "times", "names", "page", "attribution",
                                        "events"};
constexpr std::string_view kWords[] = {"stratum", "reference", "overlap", "class", "words",
                                       "mentions", "rule",     "match",   "make",  "prio",
                                       "yes",      "no",       "retired"};

// One line with those that go on with it.
struct Entry {
  std::string word;          // "match"
  PatternText rest;
};

bool parse_number(std::string_view text, std::int64_t& out) {
  const auto [stop, fault] = std::from_chars(text.data(), text.data() + text.size(), out);
  return fault == std::errc() && stop == text.data() + text.size();
}

bool parse_day(std::string_view text, std::int32_t& out) {
  std::int64_t y = 0, m = 0, d = 0;
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  if (!parse_number(text.substr(0, 4), y) || !parse_number(text.substr(5, 2), m) ||
      !parse_number(text.substr(8, 2), d))
    return false;
  const std::chrono::year_month_day day{std::chrono::year(static_cast<int>(y)),
                                        std::chrono::month(static_cast<unsigned>(m)),
                                        std::chrono::day(static_cast<unsigned>(d))};
  if (!day.ok()) return false;
  out = static_cast<std::int32_t>(std::chrono::sys_days(day).time_since_epoch().count());
  return true;
}

class RuleFile {
 public:
  RuleFile(std::string shown, PackSource& pack, Faults& faults)
      : shown_(std::move(shown)), pack_(pack), faults_(faults) {}

  void read(const std::string& bytes) {
    for (Entry& entry : entries(bytes)) {
      const bool in_rule = entry.word == "match" || entry.word == "make" ||
                           entry.word == "prio" || entry.word == "yes" || entry.word == "no";
      if (entry.word == "rule")
        begin_rule(entry);
      else if (in_rule)
        rule_line(entry);
      else
        header_line(entry);
    }
    end_rule();
  }

 private:
  // ---- lines ----------------------------------------------------------------------------------

  std::vector<Entry> entries(const std::string& bytes) {
    std::vector<Entry> out;
    std::uint32_t number = 0;
    for (std::string& raw : split(bytes, '\n')) {
      ++number;
      if (!raw.empty() && raw.back() == '\r') raw.pop_back();
      const std::size_t begin = raw.find_first_not_of(" \t");
      if (begin == std::string::npos || raw[begin] == '#') continue;
      const std::size_t end = std::min(raw.find_first_of(" \t", begin), raw.size());
      const std::string word = raw.substr(begin, end - begin);
      const bool example = word == "yes" || word == "no";
      std::string line = example ? raw : without_comment(raw);
      if (std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords)) {
        const std::size_t from = std::min(line.find_first_not_of(" \t", end), line.size());
        Entry entry{word, {line.substr(from), {shown_, number, column_of(line, from)}}};
        out.push_back(std::move(entry));
      } else if (!out.empty() && begin > 0 && goes_on(out.back().word) &&
                 out.back().rest.place.line + lines_in(out.back()) == number) {
        // Blanks keep the columns right: the first line's own begin is taken off again.
        out.back().rest.text += "\n" + line;
      } else {
        faults_.add({shown_, number, column_of(raw, begin)},
                    "'" + word + "' is no word of this language");
      }
    }
    return out;
  }

  static bool goes_on(const std::string& word) {
    return word == "retired" || word == "match" || word == "class" || word == "words" || word == "make";
  }
  static std::uint32_t lines_in(const Entry& entry) {
    return 1 + static_cast<std::uint32_t>(
                   std::count(entry.rest.text.begin(), entry.rest.text.end(), '\n'));
  }
  static std::string without_comment(const std::string& line) {
    for (std::size_t i = 1; i < line.size(); ++i)
      if (line[i] == '#' && (line[i - 1] == ' ' || line[i - 1] == '\t')) return line.substr(0, i);
    return line;
  }

  // ---- header ---------------------------------------------------------------------------------

  void header_line(Entry& entry) {
    std::string text(trim(entry.rest.text));
    std::replace(text.begin(), text.end(), '\n', ' ');
    const Place& place = entry.rest.place;
    if (open_ && entry.word == "stratum")
      return faults_.add(place, "`stratum` stands before the first rule");
    if (entry.word == "stratum") {
      stratum_ = text;
      if (std::find(std::begin(kStrata), std::end(kStrata), text) == std::end(kStrata))
        faults_.add(place, "no stratum '" + text +
                               "': numbers, times, names, page, attribution or events");
    } else if (entry.word == "reference") {
      if (!parse_day(text, reference_)) faults_.add(place, "`reference` needs a day: 2022-01-07");
    } else if (entry.word == "overlap") {
      overlap_ = true;
    } else if (entry.word == "mentions") {
      for (const std::string& name : split(text, ' '))
        if (is_class_name(name))
          pack_.mentions.insert(name);
        else if (!name.empty())
          faults_.add(place, "'" + name + "' is no class");
    } else if (entry.word == "retired") {
      for (const std::string& name : split(text, ' '))
        if (!name.empty()) pack_.retired.try_emplace(name, place);
    } else {
      add_name(entry);
    }
  }

  // `class NAME = A | B` and `words NAME w1 "w2 w3"`.
  void add_name(Entry& entry) {
    std::string& text = entry.rest.text;
    const std::size_t end = std::min(text.find_first_of(" \t\n="), text.size());
    const std::string name = text.substr(0, end);
    const Place place = entry.rest.place;
    if (!is_class_name(name)) return faults_.add(place, "a CLASS name expected");
    if (names_.macros.count(name) != 0)
      return faults_.add(place, name + " is defined twice in this file");
    std::fill_n(text.begin(), end, ' ');
    std::vector<AtomSource> atoms;
    if (entry.word == "class") {
      const std::size_t is = text.find('=');
      if (is == std::string::npos || !trim(text.substr(0, is)).empty())
        return faults_.add(place, "`class` needs: class NAME = CLASS | CLASS");
      text[is] = ' ';
      if (!parse_alternatives(entry.rest, names_, pack_, faults_, atoms)) return;
    } else if (!add_words(name, entry, atoms)) {
      return;
    }
    names_.macros[name] = std::move(atoms);
    defined_.push_back({name, place});
  }

  bool add_words(const std::string& name, const Entry& entry, std::vector<AtomSource>& atoms) {
    const std::string cls = name + "@" + shown_;
    const std::string& text = entry.rest.text;
    bool any = false;
    for (std::size_t at = 0; at < text.size();) {
      if (text[at] == ' ' || text[at] == '\t' || text[at] == '\n') {
        ++at;
        continue;
      }
      const bool quoted = text[at] == '"';
      const std::size_t begin = at + (quoted ? 1 : 0);
      const std::size_t end = std::min(text.find_first_of(quoted ? "\"" : " \t\n", begin),
                                       text.size());
      WordRow row;
      row.place = entry.rest.at(at);
      row.cls = cls;
      row.word = text.substr(begin, end - begin);
      row.keys = fold_words(row.word);
      at = end + (quoted ? 1 : 0);
      if (row.keys.empty() || row.keys.size() > pack::kMaxEntryTokens) {
        faults_.add(row.place, "there is no word here");
        continue;
      }
      any = true;
      pack_.words.push_back(std::move(row));
    }
    if (!any) return faults_.add(entry.rest.place, "`words` needs words after its name"), false;
    pack_.classes.insert(cls);
    atoms.push_back({cls, entry.rest.place, {}});
    return true;
  }

  // ---- rules ----------------------------------------------------------------------------------

  void begin_rule(const Entry& entry) {
    end_rule();
    open_ = true;
    good_ = true;
    has_match_ = has_make_ = false;
    rule_ = {};
    rule_.place = entry.rest.place;
    rule_.name = trim(entry.rest.text);
    rule_.stratum = stratum_;
    rule_.overlap = overlap_;
    rule_.reference_day = reference_;
    const bool plain = std::all_of(rule_.name.begin(), rule_.name.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    });
    if (rule_.name.empty() || !plain)
      fail(rule_.place, "a rule's name is made of a-z, 0-9, _ and dots");
    if (stratum_.empty()) fail(rule_.place, "no `stratum` line before this rule");
  }

  void fail(const Place& place, std::string message) {
    faults_.add(place, std::move(message));
    good_ = false;
  }

  void rule_line(const Entry& entry) {
    if (!open_) return faults_.add(entry.rest.place, "`" + entry.word + "` outside a rule");
    const std::string_view text = trim(entry.rest.text);
    if (entry.word == "match") {
      if (has_match_) fail(entry.rest.place, "a second `match`");
      has_match_ = true;
      if (!parse_pattern(entry.rest, names_, pack_, faults_, rule_.pattern)) good_ = false;
    } else if (entry.word == "make") {
      if (has_make_) fail(entry.rest.place, "a second `make`");
      has_make_ = true;
      parse_make(entry.rest);
    } else if (entry.word == "prio") {
      std::int64_t prio = 0;
      if (!parse_number(text, prio) || prio < -1000 || prio > 1000)
        fail(entry.rest.place, "`prio` needs a whole number from -1000 to 1000");
      rule_.prio = static_cast<std::int32_t>(prio);
    } else {
      parse_example(entry);
    }
  }

  void parse_make(const PatternText& rest) {
    const std::string& text = rest.text;
    std::size_t at = 0;
    bool first = true;
    while (at < text.size()) {
      if (text[at] == ' ' || text[at] == '\t' || text[at] == '\n') {
        ++at;
        continue;
      }
      const std::size_t begin = at;
      std::string one;
      bool quoted = false;
      for (; at < text.size() && (quoted || (text[at] != ' ' && text[at] != '\t' &&
                                             text[at] != '\n'));
           ++at) {
        if (text[at] == '"')
          quoted = !quoted;
        else
          one += text[at];
      }
      const std::size_t is = one.find('=');
      if (first && is == std::string::npos)
        rule_.maker = one;
      else if (first || is == std::string::npos || is == 0)
        fail(rest.at(begin), "`make` needs: make MAKER name=value ...");
      else
        rule_.arguments.push_back({one.substr(0, is), one.substr(is + 1), false});
      first = false;
    }
    make_place_ = rest.place;
    if (rule_.maker.empty()) fail(rest.place, "`make` names no maker");
  }

  void parse_example(const Entry& entry) {
    ExampleSource out;
    out.place = entry.rest.place;
    out.yes = entry.word == "yes";
    std::string_view text = entry.rest.text;
    const std::size_t bar = text.find('|');
    if (out.yes && bar == std::string_view::npos)
      return fail(out.place, "`yes` needs: yes VALUE | text with [the mention]");
    if (out.yes) {
      out.value = trim(text.substr(0, bar));
      text = text.substr(bar + 1);
    } else if (!text.empty() && text[0] == '|') {
      text.remove_prefix(1);
    }
    int brackets = 0;
    text = trim(text);
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\\' && i + 1 < text.size()) {
        ++i;
        out.text += text[i] == 'n' ? '\n' : text[i];
      } else if (out.yes && text[i] == '[' && brackets == 0) {
        ++brackets;
        out.span.begin = static_cast<std::uint32_t>(out.text.size());
      } else if (out.yes && text[i] == ']' && brackets == 1) {
        ++brackets;
        out.span.end = static_cast<std::uint32_t>(out.text.size());
      } else {
        out.text += text[i];
      }
    }
    if (out.text.empty()) return fail(out.place, "an example without text");
    if (out.yes && (brackets != 2 || out.span.empty()))
      return fail(out.place, "the mention must stand in [ ], once");
    rule_.examples.push_back(std::move(out));
  }

  void end_rule() {
    if (!open_) return;
    open_ = false;
    if (!has_match_) fail(rule_.place, "rule " + rule_.name + " has no `match`");
    if (!has_make_) fail(rule_.place, "rule " + rule_.name + " has no `make`");
    const auto yes = std::count_if(rule_.examples.begin(), rule_.examples.end(),
                                   [](const ExampleSource& e) { return e.yes; });
    const auto no = static_cast<std::ptrdiff_t>(rule_.examples.size()) - yes;
    if (yes < 2 || no < 1)
      faults_.add(rule_.place, "rule " + rule_.name + " needs at least two `yes` and one `no`, has " +
                                   std::to_string(yes) + " and " + std::to_string(no));
    std::set<std::string> captures;
    find_captures(rule_.pattern, captures);
    for (ArgumentSource& a : rule_.arguments) a.is_capture = captures.count(a.value) != 0;
    if (good_) pack_.rules.push_back(std::move(rule_));
  }

  std::string shown_;
  PackSource& pack_;
  Faults& faults_;
  Names names_;
  std::vector<std::pair<std::string, Place>> defined_;
  std::string stratum_;
  std::int32_t reference_ = kNoDay;
  bool overlap_ = false, open_ = false, good_ = false, has_match_ = false, has_make_ = false;
  RuleSource rule_;
  Place make_place_;
};

}  // namespace

void parse_rule_file(const std::string& bytes, const std::string& shown, PackSource& pack,
                     Faults& faults) {
  RuleFile(shown, pack, faults).read(bytes);
}

}  // namespace isnad::packc
