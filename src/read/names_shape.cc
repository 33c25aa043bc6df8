// SPDX-License-Identifier: Apache-2.0
#include "read/names_shape.h"

#include <algorithm>
#include <vector>

#include "match/pack.h"

namespace isnad {
namespace {

constexpr std::string_view kRow = "nameshape";
constexpr std::uint32_t kLongestName = 5;    // words
constexpr std::size_t kFewestLetters = 4;
constexpr std::size_t kFewestVowels = 2;

bool in_list(std::string_view list, const auto& test) {
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    if (test(list.substr(0, comma))) return true;
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return false;
}

}  // namespace

NameShape::NameShape(const Packs& packs) {
  const Sense* sense = find_sense(packs, kRow, class_id("NAME_SHAPE"));
  if (sense == nullptr) return;
  native_ = LetterSet(sense->attribute("native"));
  vowels_ = LetterSet(sense->attribute("vowels"));
  begins_ = sense->attribute("begins");
  ends_ = sense->attribute("ends");
  but_ = sense->attribute("but");
  joined_ = sense->attribute("joined");
  kept_and_ = sense->attribute("keepand");
  alef_ = sense->attribute("alef");
  fem_ = sense->attribute("fem");
  verb_ = sense->attribute("verb");
  never_ = sense->attribute("never");
  my_ = sense->attribute("my");
  with_and_ = sense->attribute("and");
}

bool NameShape::has_ending(std::string_view word) const {
  const auto ends = [&](std::string_view end) { return word.ends_with(end); };
  return in_list(ends_, ends) && !in_list(but_, ends);
}

bool NameShape::behind_and(std::string_view word) const {
  if (with_and_.empty() || !word.starts_with(with_and_) || word.size() < with_and_.size() + 6)
    return false;
  const std::string_view next = word.substr(with_and_.size(), 2);
  return vowels_.count_in(next) == 0 && !in_list(kept_and_, [&](std::string_view letter) {
    return next == letter;
  });
}

bool NameShape::feminine(std::string_view key) const {
  return in_list(fem_, [&](std::string_view end) { return key.ends_with(end); });
}

bool NameShape::never_part(std::string_view key) const {
  return in_list(never_, [&](std::string_view row) {   // begin~end/letters
    const std::size_t middle = row.find('~'), slash = row.find('/');
    if (middle == row.npos || slash == row.npos || slash + 1 >= row.size()) return false;
    const auto letters = static_cast<std::size_t>(row[slash + 1] - '0');
    return key.size() >= 2 * letters && key.starts_with(row.substr(0, middle)) &&
           key.ends_with(row.substr(middle + 1, slash - middle - 1));
  });
}

std::size_t NameShape::joined_size(std::string_view key) const {
  std::size_t size = 0;
  in_list(joined_, [&](std::string_view particle) {
    if (!key.starts_with(particle)) return false;
    size = particle.size();
    return true;
  });
  return size;
}

bool NameShape::could_be_name(std::string_view word) const {
  return known() && word.size() >= 4 && native_.count_in(word) == 0 && !has_ending(word) &&
         !in_list(begins_, [&](std::string_view begin) { return word.starts_with(begin); });
}

bool NameShape::foreign(std::string_view word) const {
  const std::size_t letters = word.size() / 2, vowels = vowels_.count_in(word);
  return could_be_name(word) && letters >= kFewestLetters && vowels >= kFewestVowels &&
         letters - vowels >= 2 && vowels * 3 >= letters;
}

namespace {

class ShapeFinder {
 public:
  ShapeFinder(const Lattice& lattice, Report& report)
      : lattice_(lattice), report_(report), text_(report.text), shape_(lattice.packs()) {}

  void run() {
    if (!shape_.known()) return;
    mark_taken();
    const auto tokens = text_.tokens();
    parts_.resize(tokens.size());
    for (std::uint32_t t = 0; t < tokens.size(); ++t) parts_[t] = find_part(t);
    for (std::uint32_t t = 0; t < tokens.size(); ++t) {
      if (part_of(t) == Part::None || part_of(t) == Part::Link) continue;
      const std::uint32_t end = run_end(t);
      read_run(t, end);
      t = end - 1;
    }
  }

 private:
  enum class Part { None, Given, Link, Unknown, Foreign };

  bool has(std::uint32_t token, ClassId cls) const {
    return lattice_.find(token, cls, false) != nullptr;
  }

  // An edge of the class over the whole token, without article.
  bool whole(std::uint32_t token, ClassId cls) const {
    const Edge* edge = lattice_.find(token, cls, false);
    return edge != nullptr && (edge->flags & kDefinite) == 0 &&
           edge->span == text_.tokens()[token].span;
  }

  void mark_taken() {
    taken_.assign(text_.tokens().size(), kNone);
    for (std::size_t n = 0; n < report_.names.size(); ++n) {
      const Span span = report_.names[n].span;
      for (std::uint32_t t = text_.token_at(span.begin);
           t < taken_.size() && text_.tokens()[t].span.begin < span.end; ++t)
        taken_[t] = static_cast<std::int32_t>(n);
    }
  }

  Part part_of(std::uint32_t t) const { return parts_[t]; }

  Part find_part(std::uint32_t t) const {
    const Token& token = text_.tokens()[t];
    if (taken_[t] != kNone || token.kind != TokenKind::Word || token.script != Script::Arabic)
      return Part::None;
    if (whole(t, class_id("FIRST_NAME"))) return Part::Given;
    if (whole(t, class_id("COMPANY_TAIL"))) return Part::Foreign;
    if (!whole(t, class_id("OOV"))) return whole(t, class_id("NAME_LINK")) ? Part::Link : Part::None;
    const std::string_view word = text_.slice(token.span);
    if (shape_.foreign(word)) return Part::Foreign;
    return shape_.could_be_name(word) ? Part::Unknown : Part::None;
  }

  std::uint32_t run_end(std::uint32_t first) const {
    const auto tokens = text_.tokens();
    std::uint32_t end = first + 1;
    while (end < tokens.size() && end - first < kLongestName &&
           tokens[end].sentence == tokens[first].sentence && part_of(end) != Part::None &&
           !(part_of(end) != Part::Given && shape_.behind_and(text_.slice(tokens[end].span))))
      ++end;
    while (part_of(end - 1) == Part::Link) --end;
    return end;
  }

  void read_run(std::uint32_t first, std::uint32_t end) {
    std::uint32_t foreign = 0;
    for (std::uint32_t t = first; t < end; ++t) foreign += part_of(t) == Part::Foreign ? 1 : 0;
    if (foreign == 0) return;
    const bool alone = end - first == 1;
    if (at_place(first)) return add(first, end, EntityType::Place);
    if (is_company(first, end)) return add(first, end, EntityType::Organisation);
    if (alone && extend_person(first)) return;
    if (alone && !shown_as_person(first)) return;
    add(first, end, EntityType::Person);
  }

  bool at_place(std::uint32_t t) const {
    return t > 0 && (whole(t - 1, class_id("PLACE_HEAD")) || has(t - 1, class_id("IN_PLACE")));
  }

  // Ended by what companies' foreign names end with.
  bool is_company(std::uint32_t first, std::uint32_t end) const {
    return end - first > 1 && whole(end - 1, class_id("COMPANY_TAIL"));
  }

  // The word goes on with the name of a person right before it.
  bool extend_person(std::uint32_t t) {
    if (t == 0 || taken_[t - 1] == kNone) return false;
    NameMention& name = report_.names[static_cast<std::size_t>(taken_[t - 1])];
    if (name.type != EntityType::Person || name.span.end != text_.tokens()[t - 1].span.end)
      return false;
    name.span.end = text_.tokens()[t].span.end;
    taken_[t] = taken_[t - 1];
    return true;
  }

  bool shown_as_person(std::uint32_t t) const {
    return t > 0 && (has(t - 1, class_id("SAY_VERB")) || has(t - 1, class_id("TEAM_MAN")) ||
                     has(t - 1, class_id("OFFICE")) || has(t - 1, class_id("HONORIFIC")));
  }

  void add(std::uint32_t first, std::uint32_t end, EntityType type) {
    NameMention name;
    name.span = {text_.tokens()[first].span.begin, text_.tokens()[end - 1].span.end};
    if (part_of(first) != Part::Given && shape_.behind_and(text_.slice(name.span)))
      name.span.begin += static_cast<std::uint32_t>(shape_.with_and().size());
    name.type = type;
    report_.names.push_back(std::move(name));
    for (std::uint32_t t = first; t < end; ++t)
      taken_[t] = static_cast<std::int32_t>(report_.names.size()) - 1;
  }

  const Lattice& lattice_;
  Report& report_;
  const Text& text_;
  NameShape shape_;
  std::vector<std::int32_t> taken_;   // by token: index into Report::names
  std::vector<Part> parts_;           // by token, as they were before any was taken here
};

}  // namespace

void find_shaped_names(const Lattice& lattice, Report& report) {
  ShapeFinder(lattice, report).run();
}

}  // namespace isnad
