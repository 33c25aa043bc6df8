// SPDX-License-Identifier: Apache-2.0
#include "read/numbers.h"

#include <array>
#include <charconv>
#include <cmath>

#include "read/numbers_words.h"
#include "read/read.h"
#include "read/times_context.h"

namespace isnad {
namespace {

constexpr ClassId kCard = class_id("CARD");
constexpr ClassId kOrd = class_id("ORD");

// In the order of Bound.
constexpr std::array<std::string_view, 8> kBoundAttributes{
    "bound=exact",     "bound=at_least", "bound=more_than", "bound=at_most",
    "bound=less_than", "bound=about",    "bound=range",     "bound=vague"};

double number_of(std::string_view digits, double none) {
  double value = none;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

double attribute_number(const Capture& capture, std::string_view key, double none) {
  return number_of(capture.sense->attribute(key), none);
}

std::int64_t whole(double value) {
  constexpr double kLimit = 9e18;
  return static_cast<std::int64_t>(std::floor(std::min(std::max(value, -kLimit), kLimit)));
}

Bound bound_named(std::string_view name) {
  for (std::size_t i = 0; i < kBoundAttributes.size(); ++i) {
    if (kBoundAttributes[i].substr(6) == name) return static_cast<Bound>(i);
  }
  return Bound::Exact;
}

void set_bound(NumberMention& number, Bound bound) {
  const std::int64_t v = whole(number.value);
  const bool integer = static_cast<double>(v) == number.value;
  number.bound = bound;
  number.low = number.high = v;
  switch (bound) {
    case Bound::MoreThan:
      number.low = v + 1;
      number.high = kOpen;
      break;
    case Bound::AtLeast:
      number.high = kOpen;
      break;
    case Bound::LessThan:
      number.low = 0;
      number.high = integer ? v - 1 : v;
      break;
    case Bound::AtMost:
      number.low = 0;
      break;
    default:
      break;
  }
}

std::string currency_of_sign(std::string_view sign) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kSigns{{
      {"$", "USD"}, {"\xe2\x82\xac", "EUR"}, {"\xc2\xa3", "GBP"}, {"\xc2\xa5", "JPY"},
      {"\xc2\xa2", "cent"}, {"\xe2\x82\xbd", "RUB"}, {"\xe2\x82\xaa", "ILS"},
      {"\xe2\x82\xba", "TRY"}}};
  for (const auto& [known, code] : kSigns) {
    if (known == sign) return std::string(code);
  }
  return "";
}

// What one match of a rule says, gathered by the captures' names: value, low, high, bound, unit.
class OneNumber {
 public:
  OneNumber(const Lattice& lattice, const std::vector<NumberWords>& cards,
         const std::vector<NumberWords>& ords, const RuleMatch& match)
      : lattice_(lattice), cards_(cards), ords_(ords), match_(match) {
    number_.span = match.span;
    number_.rule = match.rule;
  }

  bool make();
  NumberMention take() { return std::move(number_); }

 private:
  const NumberWords* words(std::string_view argument) const;
  bool value();
  bool range();
  bool vague();
  bool few();
  bool minus();
  bool fraction();
  bool unit();
  bool ordinal();
  bool part_of_longer(std::uint32_t byte_before, std::uint32_t byte_after) const;
  Bound bound() const;

  const Lattice& lattice_;
  const std::vector<NumberWords>& cards_;
  const std::vector<NumberWords>& ords_;
  const RuleMatch& match_;
  NumberMention number_;
};

const NumberWords* OneNumber::words(std::string_view argument) const {
  const Capture* c = match_.argument_capture(argument);
  if (!c || c->mention < 0) return nullptr;
  const auto& list = match_.maker == "ordinal" ? ords_ : cards_;
  return static_cast<std::size_t>(c->mention) < list.size() ? &list[c->mention] : nullptr;
}

Bound OneNumber::bound() const {
  if (const Capture* c = match_.argument_capture("bound")) {
    return bound_named(c->sense->attribute("bound"));
  }
  return bound_named(match_.argument("bound"));
}

bool OneNumber::value() {
  if (const NumberWords* n = words("value")) {
    const bool percent = match_.argument("unit") == "percent";
    number_.value = percent && n->dotted ? n->value / 1000 : n->value;   // 14.920 %
  } else {
    number_.value = static_cast<double>(match_.number("value", 1));
  }
  if (const NumberWords* cents = words("cents")) number_.value += cents->value / 100;
  set_bound(number_, bound());
  return true;
}

// A dash, slash or digit joined to the stretch: then it is part of a date or a telephone number.
bool OneNumber::part_of_longer(std::uint32_t byte_before, std::uint32_t byte_after) const {
  const std::string_view text = lattice_.text().utf8();
  const auto joins = [](char c) { return c == '-' || c == '/' || (c >= '0' && c <= '9'); };
  if (byte_before > 0 && joins(text[byte_before - 1])) return true;
  return byte_after < text.size() && joins(text[byte_after]);
}

bool OneNumber::range() {
  const NumberWords* low = words("low");
  const NumberWords* high = words("high");
  if (!low || !high || class_before(lattice_, low->span, class_id("YEARWORD"))) return false;
  double from = low->value;
  const double scale = static_cast<double>(high->scale);
  if (low->scale == 1 && high->scale > 1 && from < high->value / scale) from *= scale;
  if (from >= high->value || part_of_longer(low->span.begin, high->span.end)) return false;
  number_.value = from;
  number_.bound = Bound::Range;
  number_.low = whole(from);
  number_.high = whole(high->value);
  return true;
}

bool OneNumber::vague() {
  const Capture* v = match_.argument_capture("value");
  if (!v || class_before(lattice_, v->span, class_id("K"))) return false;
  const Capture* s = match_.argument_capture("scale");
  const double scale = s ? static_cast<double>(s->sense->value) : 1;
  number_.bound = Bound::Vague;
  number_.low = whole(attribute_number(*v, "low", 0) * scale);
  number_.high = whole((attribute_number(*v, "high", 0) + 1) * scale) - 1;
  number_.value = static_cast<double>(number_.low);
  return number_.low > 0;
}

// "a few": three to nine; of hundreds, or above tens.
bool OneNumber::few() {
  const Capture* f = match_.argument_capture("value");
  if (!f) return false;
  double low = attribute_number(*f, "low", 3), high = attribute_number(*f, "high", 9);
  if (const Capture* s = match_.argument_capture("scale")) {
    const double unit = attribute_number(*s, "low", 0) / 2;
    if (unit < 1) return false;
    low *= unit;
    high = high * unit + unit - 1;
  }
  if (const NumberWords* tens = words("tens")) {
    if (tens->value < 10 || tens->value > 90 || std::fmod(tens->value, 10) != 0) return false;
    low += tens->value;
    high += tens->value;
  }
  number_.bound = Bound::Vague;
  number_.value = low;
  number_.low = whole(low);
  number_.high = whole(high);
  return true;
}

// "-2": the dash touches the number, stands free on its left, and no word follows.
bool OneNumber::minus() {
  const NumberWords* n = words("value");
  if (!n && match_.number("value", 0) == 0) return false;
  if (const Capture* dash = match_.argument_capture("dash")) {
    const std::string_view text = lattice_.text().utf8();
    const bool glued = (n && dash->span.end == n->span.begin) || match_.argument("apart") == "yes";
    const bool free_left = dash->span.begin == 0 || text[dash->span.begin - 1] == ' ' ||
                           text[dash->span.begin - 1] == '\n';
    const std::uint32_t next = lattice_.text().token_at(match_.whole.end);
    const auto tokens = lattice_.text().tokens();
    const bool word = next < tokens.size() && tokens[next].kind == TokenKind::Word;
    if (!glued || !free_left || (word && match_.argument("unit").empty())) return false;
  }
  number_.value = -(n ? n->value : static_cast<double>(match_.number("value", 0)));
  set_bound(number_, Bound::Exact);
  return true;
}

bool OneNumber::fraction() {
  const NumberWords* over = words("over");
  const NumberWords* under = words("under");
  number_.kind = NumberKind::Fraction;
  if (over && under) {
    const std::uint32_t next = lattice_.text().token_at(match_.whole.end);
    const auto tokens = lattice_.text().tokens();
    const bool alone = next >= tokens.size() || tokens[next].kind == TokenKind::Newline;
    if (under->value == 0 || under->value > 1000 ||
        part_of_longer(match_.span.begin, under->span.end)) {
      return false;
    }
    if (!alone && !match_.argument_capture("unit") && under->value <= 31) return false;
    number_.value = over->value / under->value;
    if (match_.capture("d")) number_.value = -number_.value;
    number_.kind = NumberKind::Cardinal;
  } else if (const Capture* c = match_.argument_capture("value")) {
    const double under_word = attribute_number(*c, "d", 1);
    number_.value = static_cast<double>(c->sense->value) / under_word;
    const NumberWords* n = words("whole");
    if (n) number_.value += n->value;
    else if (match_.argument("above") == "one") number_.value += 1;
  }
  set_bound(number_, Bound::Exact);
  return true;
}

bool OneNumber::ordinal() {
  const NumberWords* n = words("value");
  if (!n) return false;
  number_.value = n->value;
  set_bound(number_, Bound::Exact);
  number_.kind = NumberKind::Ordinal;
  return true;
}

// Code or unit, and the factor to the unit's own name.
bool OneNumber::unit() {
  const Capture* c = match_.argument_capture("unit");
  if (!c && match_.argument("unit").empty()) return true;
  if (!c) {
    number_.kind = match_.argument("unit") == "percent" ? NumberKind::Percent : NumberKind::Measure;
    number_.unit = match_.argument("unit");
    return true;
  }
  const std::string_view code = c->sense->attribute("code");
  if (c->sense->cls == class_id("CURRENCY") || !code.empty()) {
    number_.kind = NumberKind::Money;
    number_.unit = code.empty() ? currency_of_sign(lattice_.text().slice(c->span)) : code;
    return !number_.unit.empty();
  }
  number_.kind = NumberKind::Measure;
  number_.unit = c->sense->attribute("unit");
  for (char& ch : number_.unit) ch = ch == '_' ? ' ' : ch;
  const double k = attribute_number(*c, "k", 1);
  if (k != 1) {
    number_.value *= k;
    if (number_.bound == Bound::Exact || number_.bound == Bound::About) {
      set_bound(number_, number_.bound);
    }
  }
  return true;
}

bool OneNumber::make() {
  if (match_.argument("alone") == "yes" &&
      match_.whole.size() != lattice_.text().utf8().size()) {
    return false;
  }
  const std::string_view m = match_.maker;
  const bool made = m == "number"     ? value()
                    : m == "range"    ? range()
                    : m == "vague"    ? vague()
                    : m == "few"      ? few()
                    : m == "minus"    ? minus()
                    : m == "fraction" ? fraction()
                    : m == "ordinal"  ? ordinal()
                                      : false;
  return made && unit();
}

ClassId edge_class(NumberKind kind) {
  switch (kind) {
    case NumberKind::Ordinal: return class_id("ORDINAL");
    case NumberKind::Percent: return class_id("PERCENTAGE");
    case NumberKind::Money: return class_id("MONEY");
    case NumberKind::Measure: return class_id("MEASURE");
    case NumberKind::Fraction: return class_id("FRACTION");
    default: return class_id("NUM");
  }
}

// "the twentieth" alone is an ordinal, before a noun ("the twenty men") and behind another part of
// a number ("the four and twenty") a number.
void choose_between(const Lattice& lattice, std::vector<NumberWords>& cards,
                    std::vector<NumberWords>& ords) {
  const auto tokens = lattice.text().tokens();
  const auto word_follows = [&](const NumberWords& n) {
    const std::uint32_t next = lattice.text().token_at(n.span.end);
    return next < tokens.size() && tokens[next].kind == TokenKind::Word;
  };
  std::size_t at = 0;
  std::erase_if(ords, [&](const NumberWords& ord) {
    while (at < cards.size() && cards[at].span.end <= ord.span.begin) ++at;
    if (at >= cards.size()) return false;
    const bool longer = cards[at].span.begin < ord.span.begin && cards[at].span.end == ord.span.end;
    return longer || (cards[at].span == ord.span && word_follows(ord));   // "the four and twenty"
  });
  at = 0;
  std::erase_if(cards, [&](const NumberWords& card) {
    while (at < ords.size() && ords[at].span.end <= card.span.begin) ++at;
    return at < ords.size() && ords[at].span.overlaps(card.span);
  });
}

void add_words(Lattice& lattice, const std::vector<NumberWords>& words, ClassId cls) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    lattice.add_mention(cls, words[i].span, static_cast<std::int32_t>(i), whole(words[i].value));
  }
}

}  // namespace

bool is_number_maker(std::string_view name) {
  constexpr std::array<std::string_view, 7> kMakers{"number", "range",    "vague",  "few",
                                                    "minus",  "fraction", "ordinal"};
  for (std::string_view maker : kMakers) {
    if (maker == name) return true;
  }
  return false;
}

std::string number_value(const NumberMention& number) {
  const auto text = [](double v) {
    char buffer[40];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, v).ptr;
    return std::string(buffer, end);
  };
  const auto integer = [](std::int64_t v) { return std::to_string(v); };
  std::string out;
  switch (number.bound) {
    case Bound::Exact:
    case Bound::About:
      out = (number.bound == Bound::About ? "~" : "") +
            (static_cast<double>(number.low) == number.value ? integer(number.low)
                                                             : text(number.value));
      break;
    default:
      out = integer(number.low) + ".." + (number.high == kOpen ? "" : integer(number.high));
  }
  if (number.kind == NumberKind::Ordinal) out = "ordinal " + out;
  if (!number.unit.empty()) out += " " + number.unit;
  return out;
}

void find_numbers(Lattice& lattice, Report& report) {
  const std::vector<std::uint32_t> tokens = number_tokens(lattice);
  std::vector<NumberWords> cards = find_number_words(lattice, false, tokens);
  std::vector<NumberWords> ords = find_number_words(lattice, true, tokens);
  choose_between(lattice, cards, ords);
  add_words(lattice, cards, kCard);
  add_words(lattice, ords, kOrd);
  run_stratum(lattice, "numbers", [&](const RuleMatch& match) {
    OneNumber maker(lattice, cards, ords, match);
    if (!maker.make()) return false;
    report.numbers.push_back(maker.take());
    return true;
  });
  for (std::size_t i = 0; i < report.numbers.size(); ++i) {
    const NumberMention& n = report.numbers[i];
    lattice.add_mention(edge_class(n.kind), n.span, static_cast<std::int32_t>(i), n.low,
                        kBoundAttributes[static_cast<std::size_t>(n.bound)]);
  }
}

}  // namespace isnad
