// SPDX-License-Identifier: Apache-2.0
// What a name's reports and the lists say of it besides its forms: offices with days, the place it is.
#include <algorithm>
#include <map>

#include "record/names.h"

namespace isnad {
namespace {

// Two that differ in the article or in folded letters alone are one office.
std::u32string office_key(const std::string& text) {
  std::u32string key;
  for (const NameWord& word : split_name(text)) key += without_article(word) + U' ';
  return key;
}

std::int32_t day_of(const Report& report) {
  return report.published.days.one_day() ? report.published.days.first : kNoDay;
}

class Offices {
 public:
  explicit Offices(std::span<const Report> reports) : reports_(reports) {}

  void add(const std::string& text, std::int32_t report) {
    if (text.empty()) return;
    const auto [entry, fresh] = index_.try_emplace(office_key(text), offices_.size());
    if (fresh) offices_.emplace_back().text = text;
    NameOffice& office = offices_[entry->second];
    if (std::find(office.reports.begin(), office.reports.end(), report) != office.reports.end()) return;
    office.reports.push_back(report);
    ++office.count;
  }

  void add_listed(const Entity& entity) {
    const std::string& text = entity.listed.text.empty() ? entity.role : entity.listed.text;
    if (text.empty() || (entity.listed.text.empty() && entity.listed.from.empty() && entity.listed.to.empty())) return;
    NameOffice office;
    office.text = single_blanks(text);
    office.from = entity.listed.from;
    office.to = entity.listed.to;
    office.listed = true;
    const bool there = std::any_of(listed_.begin(), listed_.end(), [&](const NameOffice& other) {
      return other.text == office.text && other.from == office.from && other.to == office.to;
    });
    if (!there) listed_.push_back(std::move(office));
  }

  // "(to) the president" is "the president" where that is said too.
  void restore_articles() {
    for (NameOffice& office : offices_) {
      const std::string whole = whole_of(office.text);
      const auto into = std::find_if(offices_.begin(), offices_.end(), [&](const NameOffice& one) {
        return !whole.empty() && one.text == whole;
      });
      if (into == offices_.end()) continue;
      for (const std::int32_t report : office.reports) {
        if (std::find(into->reports.begin(), into->reports.end(), report) == into->reports.end()) {
          into->reports.push_back(report);
          ++into->count;
        }
      }
      office.reports.clear();
    }
    std::erase_if(offices_, [](const NameOffice& office) { return office.reports.empty(); });
    index_.clear();
  }

  std::vector<NameOffice> take() {
    for (NameOffice& office : offices_) {
      order_sources(reports_, office.reports);
      for (const std::int32_t report : office.reports) {
        const std::int32_t day = day_of(reports_[static_cast<std::size_t>(report)]);
        if (day == kNoDay) continue;
        office.seen.first = office.seen.first == kNoDay ? day : std::min(office.seen.first, day);
        office.seen.last = office.seen.last == kNoDay ? day : std::max(office.seen.last, day);
      }
    }
    std::stable_sort(offices_.begin(), offices_.end(), [](const NameOffice& a, const NameOffice& b) {
      return (a.seen.first == kNoDay) != (b.seen.first == kNoDay) ? b.seen.first == kNoDay : a.seen.first < b.seen.first;
    });
    offices_.insert(offices_.end(), listed_.begin(), listed_.end());
    return std::move(offices_);
  }

 private:
  std::span<const Report> reports_;
  std::map<std::u32string, std::size_t> index_;
  std::vector<NameOffice> offices_, listed_;
};

void tell_where(const Entity& entity, NameInRecord& name) {
  if (name.gazetteer.empty()) name.gazetteer = entity.id;
  if (name.country.empty()) name.country = entity.country;
  if (name.claimed.empty()) name.claimed = entity.claimed;
  if (name.grain == 0) name.grain = entity.grain;
}

}  // namespace

void order_sources(std::span<const Report> reports, std::vector<std::int32_t>& indices) {
  std::stable_sort(indices.begin(), indices.end(), [&](std::int32_t a, std::int32_t b) {
    const std::int32_t x = day_of(reports[static_cast<std::size_t>(a)]), y = day_of(reports[static_cast<std::size_t>(b)]);
    return (x == kNoDay) != (y == kNoDay) ? y == kNoDay : x < y;
  });
}

void tell_offices(std::span<const Report> reports, NameInRecord& name) {
  Offices offices(reports);
  for (const auto& [index, number] : name.entities) {
    const Report& report = reports[static_cast<std::size_t>(index)];
    const Entity& entity = report.entities[static_cast<std::size_t>(number)];
    for (const std::int32_t m : entity.mentions) {
      const Span title = report.names[static_cast<std::size_t>(m)].title;
      if (!title.empty()) offices.add(single_blanks(report.text.slice(title)), index);
    }
    if (!entity.role.empty()) offices.add(single_blanks(entity.role), index);
    offices.add_listed(entity);
    tell_where(entity, name);
  }
  offices.restore_articles();
  name.offices = offices.take();
}

}  // namespace isnad
