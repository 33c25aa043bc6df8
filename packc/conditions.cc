// SPDX-License-Identifier: Apache-2.0
//
// What the attributes of a row say of its forms: infl=, own=, and KEY[CONDITION]=VALUE.
#include <algorithm>

#include "packc/table.h"

namespace isnad::packc {

namespace {

// "active[g=f|pres]=1": key, alternatives, value. Without brackets nothing is read.
bool read_conditional(const std::string& text, ConditionalAttribute& out) {
  const std::size_t open = text.find('['), close = text.find("]=");
  if (open == std::string::npos || open > text.find('=')) return false;
  out.text = text;
  if (close == std::string::npos || close < open) return true;   // told as a fault: no key
  out.key = text.substr(0, open);
  for (const std::string& one : split(text.substr(open + 1, close - open - 1), '|'))
    out.when.push_back(split(one, '&'));
  out.value = text.substr(close + 2);
  return true;
}

std::string check_conditional(const ConditionalAttribute& one) {
  bool empty = one.key.empty() || one.value.empty();
  for (const std::vector<std::string>& all : one.when)
    empty = empty || std::any_of(all.begin(), all.end(), [](const std::string& test) {
              return test.empty() || test == "!";
            });
  if (empty)
    return "'" + one.text + "' is no condition: write key[group]=value or key[feature=value]=value";
  if (one.key == kClassKey) return one.value == kNoClass ? "" : check_class(one.value);
  return check_attributes(one.key + "=" + one.value);
}

}  // namespace

std::string without_keys(const std::string& attributes, const std::vector<std::string>& keys) {
  std::string out;
  if (attributes.empty()) return out;
  for (const std::string& one : split(attributes, ' '))
    if (std::find(keys.begin(), keys.end(), one.substr(0, one.find('='))) == keys.end())
      out += (out.empty() ? "" : " ") + one;
  return out;
}

Inflection take_inflection(std::string& attributes, const Place& at, Faults& faults) {
  Inflection out;
  if (attributes.empty()) return out;
  std::string kept;
  std::uint32_t column = at.column;
  for (const std::string& one : split(attributes, ' ')) {
    ConditionalAttribute conditional;
    if (!read_conditional(one, conditional)) {
      kept += (kept.empty() ? "" : " ") + one;
    } else if (const std::string wrong = check_conditional(conditional); !wrong.empty()) {
      faults.add({at.file, at.line, column}, wrong);
    } else {
      out.conditional.push_back(std::move(conditional));
    }
    if (one.starts_with("infl=")) out.names = split(one.substr(5), ',');
    if (one.starts_with("own=")) out.own = split(one.substr(4), ',');
    column += column_of(one, one.size());
  }
  attributes = without_keys(kept, {"infl", "own"});
  return out;
}

bool holds(const ConditionalAttribute& one, const std::string& group, const std::string& features) {
  const std::vector<std::string> said =
      features.empty() ? std::vector<std::string>() : split(features, ' ');
  const auto has = [&](const std::string& test) {
    const bool is_not = test.starts_with('!');
    const std::string what = test.substr(is_not ? 1 : 0);
    return (what == group || std::find(said.begin(), said.end(), what) != said.end()) != is_not;
  };
  return std::any_of(one.when.begin(), one.when.end(), [&](const std::vector<std::string>& all) {
    return std::all_of(all.begin(), all.end(), has);
  });
}

}  // namespace isnad::packc
