// SPDX-License-Identifier: Apache-2.0
#include "record/words_holders.h"

#include <algorithm>

namespace isnad {
namespace {

constexpr std::size_t kMostWords = 4;   // of a holder that nothing is known of

struct OfficeRow {
  OfficeMatch match;
  std::vector<std::string> words;
};

struct HolderTable {
  std::vector<std::string> prefixes;
  std::vector<OfficeRow> rows;   // more words first
};

const HolderTable& holder_table() {
  static const HolderTable table = [] {
    HolderTable made;
    for (const auto& row : split_table(embedded_table("holders"))) {
      if (row.size() < 3) continue;
      std::vector<std::string> words = fold_words(row[2]);
      if (words.empty()) continue;
      if (row[0] == "prefix") {
        made.prefixes.push_back(words.front());
        continue;
      }
      const auto marked = [&](char mark) { return row[1].find(mark) != row[1].npos; };
      made.rows.push_back({{std::string(row[0]), marked('o'), marked('u'), marked('g')}, words});
    }
    std::stable_sort(made.rows.begin(), made.rows.end(),
                     [](const OfficeRow& a, const OfficeRow& b) {
                       return a.words.size() > b.words.size();
                     });
    return made;
  }();
  return table;
}

bool is_word(const std::string& word, const std::string& key) {
  if (word == key) return true;
  if (word.size() <= key.size() || !word.ends_with(key)) return false;
  const std::string head = word.substr(0, word.size() - key.size());
  const auto& prefixes = holder_table().prefixes;
  return std::find(prefixes.begin(), prefixes.end(), head) != prefixes.end();
}

bool is_at(const std::vector<std::string>& words, std::size_t at,
           const std::vector<std::string>& row) {
  if (at + row.size() > words.size()) return false;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (!is_word(words[at + i], row[i])) return false;
  }
  return true;
}

// Every word of `few` is among `many`, joined particles apart.
bool is_within(const std::vector<std::string>& few, const std::vector<std::string>& many) {
  return std::all_of(few.begin(), few.end(), [&](const std::string& word) {
    return std::any_of(many.begin(), many.end(), [&](const std::string& other) {
      return is_word(word, other) || is_word(other, word);
    });
  });
}

// The country a name inside the holder's words points to ("the Russian defence ministry").
std::string holder_country(const Report& report, const Holder& holder) {
  for (const NameMention& name : report.names) {
    if (!name.country.empty() && holder.span.contains(name.span)) return name.country;
  }
  if (holder.entity == kNone) return {};
  return report.entities[static_cast<std::size_t>(holder.entity)].country;
}

void take_office(HolderId& id, const OfficeMatch& match) {
  if (match.office.empty() || !id.office.empty()) return;
  id.office = match.office;
  id.official = match.official;
  id.one_body = match.one_body;
  id.general = match.general;
}

std::string shown_holder(const StoryView& view, std::int32_t report, const Holder& holder,
                         const HolderId& id) {
  const bool is_name = holder.entity != kNone && id.person;
  if (is_name) return view.shown_name(report, holder.entity);
  const std::string as_written = view.slice(report, holder.span);
  if (view.words.arabic() || view.report(report).language == view.words.language()) {
    return as_written;
  }
  const NameInRecord* name =
      id.name == kNone ? nullptr : &view.names.names[static_cast<std::size_t>(id.name)];
  const bool known = name && !name->name_latin.empty();
  if (known && !name->latin_is_romanised) return name->name_latin;
  const std::string key = "office." + id.office;
  if (view.words.has(key)) return std::string(view.words.get(key));
  return known ? name->name_latin : as_written;
}

}  // namespace

bool is_word_of(const std::string& word, const std::string& key) { return is_word(word, key); }

OfficeMatch find_office(const std::vector<std::string>& words) {
  OfficeMatch match;
  std::vector<bool> taken(words.size(), false);
  for (const OfficeRow& row : holder_table().rows) {
    for (std::size_t at = 0; at < words.size(); ++at) {
      if (taken[at] || !is_at(words, at, row.words)) continue;
      std::fill_n(taken.begin() + static_cast<std::ptrdiff_t>(at), row.words.size(), true);
      if (match.office.empty()) match = row.match;
      match.official = match.official || row.match.official;
    }
  }
  return match;
}

HolderId make_holder(const StoryView& view, std::int32_t report,
                     const std::vector<Holder>& holders) {
  HolderId id;
  if (holders.empty() || holders.back().span.empty()) return id;
  const Holder& holder = holders.back();
  const Report& of = view.report(report);
  id.named = true;
  id.words = fold_words(of.text.slice(holder.span));
  id.name = view.name_of(report, holder.entity);
  id.country = holder_country(of, holder);
  take_office(id, find_office(id.words));
  if (holder.entity != kNone) {
    const Entity& entity = of.entities[static_cast<std::size_t>(holder.entity)];
    id.person = entity.type == EntityType::Person;
    take_office(id, find_office(fold_words(entity.name)));
    if (id.person) take_office(id, find_office(fold_words(entity.role)));
  }
  if (id.name != kNone && id.person) {
    for (const std::string& role : view.names.names[static_cast<std::size_t>(id.name)].roles) {
      take_office(id, find_office(fold_words(role)));
    }
  }
  // Many words that name no known body and no name are most often misread: not shown.
  const bool known = id.name != kNone || !id.office.empty() || holder.entity != kNone;
  if (known || id.words.size() <= kMostWords) id.shown = shown_holder(view, report, holder, id);
  return id;
}

bool same_holder(const HolderId& a, const HolderId& b) {
  if (!a.named || !b.named) return false;
  if (a.name != kNone && a.name == b.name) return true;
  if (a.person && b.person && a.name != kNone && b.name != kNone) return false;
  if (!a.country.empty() && !b.country.empty() && a.country != b.country) return false;
  if (a.one_body && b.one_body) return a.office == b.office;
  if (a.words.empty() || b.words.empty()) return false;
  return is_within(a.words, b.words) || is_within(b.words, a.words);
}

}  // namespace isnad
