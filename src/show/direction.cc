// SPDX-License-Identifier: Apache-2.0
#include "show/direction.h"

#include <algorithm>
#include <vector>

namespace isnad::show {
namespace {

bool is_right(char32_t c) {
  bool letter = (c >= 0x590 && c <= 0x8ff) || (c >= 0xfb1d && c <= 0xfdff) ||
                (c >= 0xfe70 && c <= 0xfefc);
  bool digit = (c >= 0x660 && c <= 0x66c) || (c >= 0x6f0 && c <= 0x6f9);
  bool mark = (c >= 0x64b && c <= 0x65f) || c == 0x60c || c == 0x61b || c == 0x61f;
  return letter && !digit && !mark;
}

bool is_left(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == 0xaa || c == 0xb5 || c == 0xba ||
         (c >= 0xc0 && c < 0x590 && c != 0xd7 && c != 0xf7) || (c >= 0x900 && c < 0x2000) ||
         (c >= 0x3040 && c < 0xd800);
}

int direction_of_char(char32_t c) { return is_right(c) ? -1 : is_left(c) ? 1 : 0; }

// What may stand at the edge of a run but is not a part of it.
bool is_edge(char32_t c) {
  switch (c) {
    case '.': case ',': case ';': case ':': case '!': case '?': case '(': case ')': case '[':
    case ']': case '"': case '\'': case 0xab: case 0xbb: case 0x60c: case 0x61b: case 0x61f:
    case 0x201c: case 0x201d:
      return true;
    default:
      return c < 0x80 && c > 0x20 && direction_of_char(c) == 0 && !(c >= '0' && c <= '9');
  }
}

struct Word {
  std::size_t begin, end;            // with its marks
  std::size_t inner_begin, inner_end;  // without
  int direction;                     // of its first letter that has one
};

Word word_at(std::string_view text, std::size_t begin) {
  Word word{begin, std::min(text.find(' ', begin), text.size()), 0, 0, 0};
  word.direction = direction_of(text.substr(begin, word.end - begin));
  word.inner_begin = word.inner_end = word.end;
  for (std::size_t at = begin; at < word.end;) {
    Char next = next_char(text, at);
    if (!is_edge(next.c)) {
      if (word.inner_begin == word.end) word.inner_begin = at;
      word.inner_end = at + next.size;
    }
    at += next.size;
  }
  return word;
}

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size(); at = words.back().end + 1) {
    words.push_back(word_at(text, at));
  }
  return words;
}

// A mark that ends an item of a list: what follows is another run.
bool ends_item(std::string_view text, const Word& word) {
  std::string_view tail = text.substr(word.inner_end, word.end - word.inner_end);
  return tail.find_first_of(",;:)]") != tail.npos || tail.find("\xd8\x8c") != tail.npos ||
         tail.find("\xc2\xbb") != tail.npos;
}

// The last word of the run that starts at `first`.
std::size_t last_of_run(std::string_view text, const std::vector<Word>& words, std::size_t first) {
  std::size_t last = first;
  for (std::size_t i = first; i + 1 < words.size() && !ends_item(text, words[i]); ++i) {
    const Word& next = words[i + 1];
    if (next.direction == -words[first].direction || next.inner_begin > next.begin) break;
    if (next.direction != 0) last = i + 1;
  }
  return last;
}

std::string isolated(std::string_view text) {
  return std::string(kIsolateBytes) + std::string(text) + std::string(kPopBytes);
}

std::string isolate_words(std::string_view text, int direction) {
  std::string out;
  std::vector<Word> words = words_of(text);
  std::size_t done = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].direction != -direction) continue;
    std::size_t last = last_of_run(text, words, i);
    std::size_t begin = words[i].inner_begin, end = words[last].inner_end;
    out += text.substr(done, begin - done);
    out += isolated(text.substr(begin, end - begin));
    done = end;
    i = last;
  }
  return out += text.substr(done);
}

}  // namespace

Char next_char(std::string_view text, std::size_t at) {
  auto lead = static_cast<unsigned char>(text[at]);
  std::size_t size = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
  if (at + size > text.size()) return {lead, 1};
  char32_t c = size == 1 ? lead : lead & (0xffu >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    c = (c << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3fu);
  }
  return {c, size};
}

bool is_unsafe(char32_t c) {
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x61c || c == 0x200e || c == 0x200f ||
         (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

int direction_of(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    Char next = next_char(text, at);
    if (int direction = direction_of_char(next.c)) return direction;
    at += next.size;
  }
  return 0;
}

bool has_right(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    Char next = next_char(text, at);
    if (is_right(next.c)) return true;
    at += next.size;
  }
  return false;
}

std::string safe_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    Char next = next_char(text, at);
    bool blank = next.c == ' ' || (next.c >= 9 && next.c <= 13) || next.c == 0xa0;
    if (blank && !out.empty() && out.back() != ' ') out += ' ';
    if (!blank && !is_unsafe(next.c)) out += text.substr(at, next.size);
    at += next.size;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string isolate_runs(std::string_view raw, int direction) {
  constexpr std::string_view kOpen = "\xc2\xab", kClose = "\xc2\xbb";  // angle quotes
  std::string text = safe_text(raw), out;
  std::string_view rest = text;
  while (!rest.empty()) {
    std::size_t open = rest.find(kOpen);
    std::size_t close = open == rest.npos ? rest.npos : rest.find(kClose, open);
    if (close == rest.npos) break;
    std::string_view inner = rest.substr(open + kOpen.size(), close - open - kOpen.size());
    std::string_view whole = rest.substr(open, close + kClose.size() - open);
    out += isolate_words(rest.substr(0, open), direction);
    out += direction_of(inner) == -direction ? isolated(whole) : isolate_words(whole, direction);
    rest.remove_prefix(close + kClose.size());
  }
  return out + isolate_words(rest, direction);
}

}  // namespace isnad::show
