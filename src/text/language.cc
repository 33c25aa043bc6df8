// SPDX-License-Identifier: Apache-2.0
// Which language a stretch is in: the script most of its words are in, then what tells the
// languages of that script apart (languages.tsv).
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "isnad/text.h"
#include "text/chars.h"
#include "text/language_table.h"

namespace isnad {
namespace {

constexpr std::size_t kMaxLanguages = 32;
constexpr std::uint32_t kWordPoints = 4, kLetterPoints = 1;
using Points = std::array<std::uint32_t, kMaxLanguages>;

struct Language {
  std::string name;
  Script script = Script::None;
  bool usual = false;
};

std::string_view next_field(std::string_view& rest, char mark) {
  const std::size_t end = std::min(rest.find(mark), rest.size());
  const std::string_view field = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return field;
}

Script script_named(std::string_view name) {
  if (name == "Arabic") return Script::Arabic;
  if (name == "Latin") return Script::Latin;
  return name == "Cyrillic" ? Script::Cyrillic : Script::Other;
}

// languages.tsv, read once.
class Languages {
 public:
  Languages() {
    std::string_view rest = text_table("languages");
    while (!rest.empty()) add_row(next_field(rest, '\n'));
  }

  const std::vector<Language>& all() const { return all_; }
  // Arabic script: the word as written; else its key.
  std::uint32_t of_word(std::string_view word) const {
    if (word.size() >= by_size_.size() || !by_size_[word.size()]) return 0;
    const auto found = words_.find(word);
    return found == words_.end() ? 0 : found->second;
  }
  std::uint32_t of_letter(std::uint32_t code) const {
    return code < letters_.size() ? letters_[code] : 0;
  }

 private:
  void add_row(std::string_view row) {
    if (row.empty() || row[0] == '#') return;
    const std::string_view name = next_field(row, '\t');
    const Script script = script_named(next_field(row, '\t'));
    const std::string_view what = next_field(row, '\t');
    if (all_.empty() || all_.back().name != name) all_.push_back({std::string(name), script, false});
    if (what == "usual") all_.back().usual = true;
    const std::uint32_t bit = 1u << (all_.size() - 1);
    std::string key;
    while (!row.empty()) {
      const std::string_view word = next_field(row, ' ');
      if (what == "letters") {
        const std::uint32_t code = char_at(char_table(), word, 0).code;
        if (letters_.size() <= code) letters_.resize(code + 1, 0);
        letters_[code] |= bit;
      } else {
        if (script == Script::Arabic) key = word;  // as written: folded, many are words of another
        else fold_key(word, key);
        words_[key] |= bit;
        if (by_size_.size() <= key.size()) by_size_.resize(key.size() + 1, false);
        by_size_[key.size()] = true;
      }
    }
  }

  std::vector<Language> all_;
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return XXH3_64bits(word.data(), word.size()); }
  };
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> words_;
  std::vector<bool> by_size_;             // whether some word has so many bytes
  std::vector<std::uint32_t> letters_;    // by code point, up to the last that tells something
};

const Languages& languages() {
  static const Languages made;
  return made;
}

void add_points(std::uint32_t bits, std::uint32_t points, Points& out) {
  for (std::size_t i = 0; bits != 0; ++i, bits >>= 1)
    if (bits & 1) out[i] += points;
}

void add_word(const Text& text, const Token& token, Points& out) {
  const bool arabic = token.script == Script::Arabic;
  add_points(languages().of_word(arabic ? text.slice(token.span) : text.key(token)), kWordPoints, out);
  const CharInfo* table = char_table();
  for (std::uint32_t at = token.span.begin; at < token.span.end;) {
    const Char c = char_at(table, text.utf8(), at);
    if (c.code >= 0x80) add_points(languages().of_letter(c.code), kLetterPoints, out);
    at += c.size;
  }
}

}  // namespace

std::string_view language_of(const Text& text, Span span) {
  Points points{};
  std::array<std::uint32_t, 5> bytes{};
  const auto tokens = text.tokens();
  for (std::uint32_t i = text.token_at(span.begin); i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.span.begin >= span.end) break;
    if (token.kind != TokenKind::Word) continue;
    bytes[static_cast<std::size_t>(token.script)] += token.span.size();
    add_word(text, token, points);
  }
  const auto most = std::max_element(bytes.begin() + 1, bytes.end());
  if (*most == 0) return {};
  const auto script = static_cast<Script>(most - bytes.begin());
  const auto& all = languages().all();
  std::size_t best = all.size();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].script != script) continue;
    const bool better = best == all.size() ? all[i].usual || points[i] > 0 : points[i] > points[best];
    if (better) best = i;
  }
  return best == all.size() ? std::string_view() : std::string_view(all[best].name);
}

}  // namespace isnad
