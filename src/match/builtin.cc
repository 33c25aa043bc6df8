// SPDX-License-Identifier: Apache-2.0
#include "match/builtin.h"

#include <array>
#include <vector>

namespace isnad {

namespace {

constexpr std::array<std::string_view, 32> kNames = {
    "WORD",  "ARABIC", "LATIN",  "CYRILLIC", "CAPITAL", "ALLCAPS", "OOV",     "NUMERAL",
    "CLOCK", "DOTTED", "COMMA",  "STOP",     "COLON",   "SEMICOLON", "DASH",  "SLASH",
    "OPEN",  "CLOSE",  "QOPEN",  "QCLOSE",   "QUOTE",   "PERCENT", "CURRENCY", "URL",
    "HANDLE", "HASHTAG", "NEWLINE", "OTHER", "PUNCT",   "ANY",     "IN",      "INCL"};

// Index of a set of a word: script * 6 + capitals * 2 + known; then stems; then other kinds.
constexpr std::uint32_t kScripts = 5, kCapitals = 3;
constexpr std::uint32_t kWordSets = kScripts * kCapitals * 2;
constexpr std::uint32_t kStemSets = kScripts * 2;
constexpr std::uint32_t kKinds = static_cast<std::uint32_t>(TokenKind::Other) + 1;

struct Tables {
  std::vector<Sense> senses;
  std::array<BuiltinRun, kWordSets + kStemSets + kKinds> runs;

  void add(std::string_view name) { senses.push_back({class_named(name), 0, {}, 0}); }

  void add_script(Script script) {
    add("WORD");
    if (script == Script::Arabic) add("ARABIC");
    if (script == Script::Latin) add("LATIN");
    if (script == Script::Cyrillic) add("CYRILLIC");
  }

  void add_gaps(bool in_sentence, bool in_clause) {
    add("ANY");
    if (in_sentence) add("IN");
    if (in_clause) add("INCL");
  }

  template <class Fill>
  void make(std::uint32_t at, Fill fill) {
    runs[at].first = static_cast<std::uint32_t>(senses.size());
    fill();
    runs[at].count = static_cast<std::uint16_t>(senses.size() - runs[at].first);
  }

  void add_mark(TokenKind kind) {
    switch (kind) {
      case TokenKind::Comma: add("COMMA"); break;
      case TokenKind::Stop: add("STOP"); break;
      case TokenKind::Colon: add("COLON"); break;
      case TokenKind::Semicolon: add("SEMICOLON"); break;
      case TokenKind::Dash: add("DASH"); break;
      case TokenKind::Slash: add("SLASH"); break;
      case TokenKind::Open: add("OPEN"); break;
      case TokenKind::Close: add("CLOSE"); break;
      case TokenKind::QuoteOpen: add("QOPEN"); add("QUOTE"); break;
      case TokenKind::QuoteClose: add("QCLOSE"); add("QUOTE"); break;
      case TokenKind::Percent: add("PERCENT"); break;
      case TokenKind::Currency: add("CURRENCY"); break;
      case TokenKind::Url: add("URL"); return;
      case TokenKind::Handle: add("HANDLE"); return;
      case TokenKind::Hashtag: add("HASHTAG"); return;
      case TokenKind::Newline: add("NEWLINE"); return;
      case TokenKind::Other: add("OTHER"); break;
      default: return;
    }
    add("PUNCT");
  }

  void add_words() {
    for (std::uint32_t i = 0; i < kWordSets; ++i)
      make(i, [&] {
        add_script(static_cast<Script>(i / (kCapitals * 2)));
        const std::uint32_t capitals = i / 2 % kCapitals;
        if (capitals > 0) add("CAPITAL");
        if (capitals > 1) add("ALLCAPS");
        if (i % 2 == 0) add("OOV");
        add_gaps(true, true);
      });
    for (std::uint32_t i = 0; i < kStemSets; ++i)
      make(kWordSets + i, [&] {
        add_script(static_cast<Script>(i / 2));
        if (i % 2 == 0) add("OOV");
      });
  }

  Tables() {
    add_words();
    for (std::uint32_t i = 0; i < kKinds; ++i)
      make(kWordSets + kStemSets + i, [&] {
        const auto kind = static_cast<TokenKind>(i);
        add_mark(kind);
        if (kind == TokenKind::Newline) return;
        const bool in = kind != TokenKind::Stop;
        add_gaps(in, in && kind != TokenKind::Comma && kind != TokenKind::Semicolon);
      });
  }
};

const Tables& tables() {
  static const Tables all;
  return all;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The runs of digits of a number and what stands between them.
struct Groups {
  std::vector<std::string_view> digits;
  std::vector<std::string_view> between;
};

Groups split_groups(std::string_view key) {
  Groups out;
  std::size_t at = 0;
  while (at < key.size()) {
    std::size_t end = at;
    while (end < key.size() && is_digit(key[end])) ++end;
    out.digits.push_back(key.substr(at, end - at));
    at = end;
    while (end < key.size() && !is_digit(key[end])) ++end;
    if (end > at) out.between.push_back(key.substr(at, end - at));
    at = end;
  }
  return out;
}

std::int64_t number_of(std::string_view digits, std::int64_t value = 0) {
  constexpr std::int64_t kMost = 1000000000000000000;
  for (char c : digits) {
    if (value >= kMost / 10) return kMost;
    value = value * 10 + (c - '0');
  }
  return value;
}

constexpr std::string_view kArabicDecimal = "\xd9\xab";    // U+066B
constexpr std::string_view kArabicThousands = "\xd9\xac";  // U+066C

bool is_comma(std::string_view s) {
  return s == "," || s == "\xd8\x8c" || s == "'" || s == "\xe2\x80\x99" || s == kArabicThousands;
}
bool is_dot(std::string_view s) { return s == "." || s == kArabicDecimal; }

// How many leading groups are one whole number with thousands apart; 1 when none are.
std::size_t thousands(const Groups& g) {
  if (g.digits[0].size() > 3 || g.digits[0].empty() || g.digits[0][0] == '0') return 1;
  std::size_t n = 1;
  while (n < g.digits.size() && g.digits[n].size() == 3 && g.between[n - 1] == g.between[0]) ++n;
  // "1.600" is read as a decimal, "1.600.000" cannot be one.
  if (is_comma(g.between[0])) return n;
  return is_dot(g.between[0]) && n > 2 ? n : 1;
}

Digits parse_plain(std::string_view digits) {
  Digits out{class_id("NUMERAL"), number_of(digits), ""};
  if (digits.size() > 1 && digits[0] == '0') out.attributes = "lead=0";
  return out;
}

Digits parse_clock(const Groups& g) {
  const std::int64_t h = number_of(g.digits[0]), m = number_of(g.digits[1]);
  Digits out{class_id("CLOCK"), h * 60 + m, ""};
  out.attributes = "h=" + std::to_string(h) + " m=" + std::to_string(m);
  if (g.digits.size() == 3) out.attributes += " s=" + std::to_string(number_of(g.digits[2]));
  return out;
}

bool is_clock(const Groups& g) {
  if (g.digits.size() < 2 || g.digits.size() > 3) return false;
  for (std::string_view between : g.between)
    if (between != ":") return false;
  for (std::size_t i = 1; i < g.digits.size(); ++i)
    if (g.digits[i].size() != 2 || number_of(g.digits[i]) > 59) return false;
  return g.digits[0].size() <= 2 && !g.digits[0].empty() && number_of(g.digits[0]) <= 24;
}

Digits parse_dotted(const Groups& g) {
  Digits out{class_id("DOTTED"), 0, ""};
  for (std::size_t i = 0; i < g.digits.size() && i < 6; ++i) {
    if (i > 0) out.attributes += ' ';
    out.attributes += "p" + std::to_string(i + 1) + "=";
    out.attributes += g.digits[i].empty() ? "0" : std::string(g.digits[i].substr(0, 18));
  }
  return out;
}

}  // namespace

std::span<const Sense> builtin_senses() { return tables().senses; }

std::span<const BuiltinRun> builtin_runs() { return tables().runs; }

BuiltinRun builtin_run(const Token& token, bool known) {
  if (token.kind != TokenKind::Word)
    return tables().runs[kWordSets + kStemSets + static_cast<std::uint32_t>(token.kind)];
  const std::uint32_t capitals = token.flags & kAllCapitals ? 2 : token.flags & kCapital ? 1 : 0;
  const auto script = static_cast<std::uint32_t>(token.script);
  return tables().runs[(script * kCapitals + capitals) * 2 + (known ? 1 : 0)];
}

BuiltinRun builtin_stem_run(Script script, bool known) {
  return tables().runs[kWordSets + static_cast<std::uint32_t>(script) * 2 + (known ? 1 : 0)];
}

Digits parse_digits(std::string_view key) {
  const Groups g = split_groups(key);
  if (g.digits.empty()) return {class_id("DOTTED"), 0, ""};
  if (g.between.empty()) return parse_plain(g.digits[0]);
  if (is_clock(g)) return parse_clock(g);
  if (g.between.size() != g.digits.size() - 1 || g.digits[0].empty()) return parse_dotted(g);
  const std::size_t whole = thousands(g);
  if (g.digits.size() > whole + 1) return parse_dotted(g);
  Digits out{class_id("NUMERAL"), 0, whole > 1 ? "sep=1" : ""};
  for (std::size_t i = 0; i < whole; ++i) out.value = number_of(g.digits[i], out.value);
  if (g.digits.size() == whole) return out;
  const std::string_view mark = g.between[whole - 1];
  if (!is_dot(mark) && !(is_comma(mark) && whole == 1)) return parse_dotted(g);
  if (!out.attributes.empty()) out.attributes += ' ';
  out.attributes += "dec=" + std::string(g.digits[whole]);
  return out;
}

std::span<const std::string_view> builtin_class_names() { return kNames; }

bool is_broad_class(ClassId cls) {
  for (std::string_view name :
       {"WORD", "ARABIC", "LATIN", "CYRILLIC", "CAPITAL", "OOV", "PUNCT", "ANY", "IN", "INCL"})
    if (cls == class_named(name)) return true;
  return false;
}

}  // namespace isnad
