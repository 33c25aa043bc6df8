// SPDX-License-Identifier: Apache-2.0
// Keys that bring names together which may be spelled alike, so that not all are compared with all.
#include <algorithm>

#include "record/names.h"

namespace isnad {
namespace {

constexpr std::size_t kLongEnough = 3;   // classes of consonants: of fewer all must agree

// Each class once where it stands twice in a row.
std::string single(std::string key) {
  key.erase(std::unique(key.begin(), key.end()), key.end());
  return key;
}

// L is left out: it is also the article's.
std::string skeleton(const NameWord& word) {
  std::string key = consonants(word);
  std::erase(key, 'L');
  return single(key);
}

// The skeleton, and what is left of it without each of its classes: two that differ in one class, or
// in the order of two, share a key.
void add_keys(const std::string& head, const std::string& skeleton, std::vector<std::string>& keys) {
  keys.push_back(head + skeleton);
  if (skeleton.size() < kLongEnough) return;
  for (std::size_t i = 0; i < skeleton.size(); ++i) {
    keys.push_back(head + single(skeleton.substr(0, i) + skeleton.substr(i + 1)));
  }
}

void add_organisation_keys(const NameNode& node, std::vector<std::string>& keys) {
  const OrganisationMeaning& meaning = node.meaning;
  std::string all = "means";
  for (const std::string& one : meaning.meanings) all += " " + one;
  if (!meaning.meanings.empty()) keys.push_back(all);
  NameWord initials = meaning.initials;
  if (node.words.size() == 1 && meaning.latin) initials = node.words[0];
  if (initials.size() >= 3) keys.push_back("initials " + std::string(initials.begin(), initials.end()));
}

}  // namespace

std::vector<std::string> word_keys(const NameWord& word) {
  std::vector<std::string> keys;
  add_keys("", skeleton(word), keys);
  return keys;
}

std::vector<std::string> spelling_keys(const NameNode& node) {
  std::vector<std::string> keys;
  if (node.words.empty()) return keys;
  const std::string type = std::to_string(static_cast<int>(node.type));
  std::string all;
  for (const NameWord& word : node.words) all += skeleton(word);
  all = single(all);
  if (node.type == EntityType::Person) {
    const std::string head = type + (node.words.size() > 1 ? "full " : "lone ");
    add_keys(head, skeleton(node.words.back()), keys);
    if (node.words.size() > 1) add_keys(type + "glued ", all, keys);
  } else {
    add_keys(type, all, keys);
    if (is_organisation(node)) add_organisation_keys(node, keys);
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace isnad
