// SPDX-License-Identifier: Apache-2.0
#include "record/given_names.h"

#include <algorithm>
#include <unordered_map>

#include "record/words.h"

namespace isnad {
namespace {

constexpr int kLatinOfOne = 30;   // hundredths: Dmitri, Dmitry

struct GivenName {
  NameWord latin;
  bool own = false;   // of the language: the lists tell its gender
  int renders = 0;    // one number for the renderings of one name; 0 for none
};

using GivenNames = std::unordered_map<NameWord, GivenName>;

// The value of key=value among the attributes of a row.
std::string_view attribute(std::string_view attributes, std::string_view key) {
  for (std::size_t at = 0; at < attributes.size();) {
    const std::size_t end = std::min(attributes.find(' ', at), attributes.size());
    const std::string_view one = attributes.substr(at, end - at);
    if (one.size() > key.size() && one.starts_with(key) && one[key.size()] == '=') {
      return one.substr(key.size() + 1);
    }
    at = end + 1;
  }
  return {};
}

void add_renderings(std::string_view table, int& number, GivenNames& names) {
  for (const auto& row : split_table(embedded_table(table))) {
    ++number;
    if (row.size() < 2) continue;
    for (std::size_t at = 0; at <= row[1].size();) {
      const std::size_t end = std::min(row[1].find('|', at), row[1].size());
      names[glue(split_name(row[1].substr(at, end - at)))].renders = number;
      at = end + 1;
    }
  }
}

GivenNames read_names() {
  GivenNames names;
  for (const auto& row : split_table(embedded_table("ar_names_first"))) {
    if (row.size() < 3 || !row[0].starts_with("FIRST_NAME")) continue;
    const std::vector<NameWord> words = split_name(row[2]);
    const std::vector<NameWord> latin = split_name(attribute(row[1], "latin"));
    if (words.size() != 1 || latin.size() != 1) continue;
    names[words[0]] = {latin[0], !attribute(row[1], "gender").empty(), 0};
  }
  int number = 0;
  add_renderings("ar_given_names", number, names);
  add_renderings("en_given_names", number, names);
  return names;
}

const GivenName* find_name(const NameWord& word) {
  static const GivenNames names = read_names();
  const auto found = names.find(word);
  return found == names.end() ? nullptr : &found->second;
}

}  // namespace

const NameWord* latin_of_given_name(const NameWord& arabic) {
  const GivenName* name = find_name(arabic);
  return name == nullptr || name->latin.empty() ? nullptr : &name->latin;
}

bool is_own_given_name(const NameWord& word) {
  const GivenName* name = find_name(word);
  return name != nullptr && name->own;
}

bool are_one_given_name(const NameWord& a, const NameWord& b) {
  const GivenName *x = find_name(a), *y = find_name(b);
  if (x == nullptr || y == nullptr) return false;
  if (x->renders != 0 && x->renders == y->renders) return true;
  return !x->own && !y->own && !x->latin.empty() && x->latin == y->latin;
}

bool are_two_given_names(const NameWord& a, const NameWord& b) {
  const GivenName *x = find_name(a), *y = find_name(b);
  if (x == nullptr || y == nullptr || x->latin.empty() || y->latin.empty()) return false;
  if (x->own && y->own) return x->latin != y->latin;
  return latin_cost(x->latin, y->latin) > kLatinOfOne;
}

}  // namespace isnad
