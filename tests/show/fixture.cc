// SPDX-License-Identifier: Apache-2.0
#include "show/fixture.h"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string>

namespace isnad {
namespace {

using Row = std::vector<std::string>;

std::string read_whole(const std::string& name) {
  std::ifstream file(std::string(ISNAD_SOURCE_DIR) + "/tests/show/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Row split(const std::string& line, char mark) {
  Row cells(1);
  for (char c : line) {
    if (c == mark) cells.emplace_back();
    else cells.back() += c;
  }
  return cells;
}

Days days_of(const std::string& text) {
  auto one = [](const std::string& day) {
    int y = 0, m = 0, d = 0;
    return std::sscanf(day.c_str(), "%d-%d-%d", &y, &m, &d) == 3 ? day_number(y, m, d) : kNoDay;
  };
  std::size_t slash = text.find('/');
  if (slash == std::string::npos) return {one(text), one(text)};
  return {one(text.substr(0, slash)), one(text.substr(slash + 1))};
}

std::int64_t number_of(const std::string& text) { return text == "open" ? kOpen : std::stoll(text); }

template <class Enum>
Enum named(const std::string& name, const char* (*name_of)(Enum)) {
  for (int i = 0; i < 20; ++i) {
    if (name == name_of(static_cast<Enum>(i))) return static_cast<Enum>(i);
  }
  throw std::runtime_error("no such name: " + name);
}

// The first place of `words` in the report; "a..b" is from the one to the end of the other.
Span span_of(const Report& report, const std::string& words, std::size_t from = 0) {
  std::string_view text = report.text.utf8();
  if (words.empty()) return {};
  std::size_t dots = words.find("..");
  std::string first = words.substr(0, dots);
  std::size_t begin = text.find(first, from), end = begin + first.size();
  if (begin != text.npos && dots != std::string::npos) {
    std::string last = words.substr(dots + 2);
    end = text.find(last, end);
    if (end != text.npos) end += last.size();
  }
  if (begin == text.npos || end == text.npos) throw std::runtime_error("not in text: " + words);
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

class Loader {
 public:
  Fixture load() {
    std::istringstream table(read_whole("story.tsv"));
    for (std::string line; std::getline(table, line);) {
      if (!line.empty() && line[0] != '#') read(split(line, '\t'));
    }
    return std::move(made_);
  }

 private:
  Report& report(const std::string& number) {
    return made_.reports.at(static_cast<std::size_t>(std::stoi(number) - 1));
  }
  static std::int32_t index(const std::string& number) { return std::stoi(number) - 1; }
  Place1 place(const std::string& number, const std::string& words) {
    if (number.empty()) return {};
    return {index(number), span_of(report(number), words)};
  }

  void read(Row row) {
    row.resize(12);
    const std::string& kind = row[0];
    if (kind == "report") read_report(row);
    else if (kind == "why") read_why(row);
    else if (kind == "part") read_part(row);
    else if (kind == "figure") read_figure(row);
    else if (kind == "quotation") read_quotation(row);
    else if (kind == "copy") read_copy(row);
    else if (kind == "record") read_record(row);
    else if (kind == "lane") read_lane(row);
    else if (kind == "point") read_point(row);
    else if (kind == "difference") read_difference(row);
    else if (kind == "entry") read_entry(row);
    else if (kind == "name") read_name(row);
    else throw std::runtime_error("no such row: " + kind);
  }

  void read_report(const Row& row) {
    Report report;
    report.input = "story/" + row[1] + ".txt";
    report.id = "sha256:" + std::string(63, '0') + row[1];
    report.text = make_text(read_whole(report.input));
    report.outlet = row[6];
    report.language = row[8];
    report.published.basis = named(row[2], basis_name);
    report.published.days = {days_of(row[3]).first, days_of(row[4]).first};
    report.published.value = row[5];
    made_.record.reports.push_back({index(row[1]), report.published, {}, row[7]});
    made_.reports.push_back(std::move(report));
  }

  void read_why(const Row& row) {
    Evidence why{row[2], {}, kNone};
    if (row[3] == "quote") why.span = span_of(report(row[1]), row[2]);
    report(row[1]).published.why.push_back(why);
    made_.record.reports[static_cast<std::size_t>(index(row[1]))].published.why.push_back(why);
  }

  void read_part(const Row& row) {
    Report& here = report(row[1]);
    std::size_t from = here.parts.empty() ? 0 : here.parts.back().span.end;
    here.parts.push_back({named(row[2], part_name), span_of(here, row[3], from)});
    if (here.parts.back().kind == PartKind::Title) here.title = here.parts.back().span;
  }

  void read_figure(const Row& row) {
    Figure figure;
    figure.role = named(row[2], role_name);
    figure.low = number_of(row[3]);
    figure.high = number_of(row[4]);
    figure.bound = named(row[5], bound_name);
    figure.group = row[6];
    figure.label = span_of(report(row[1]), row[7]);
    figure.span = span_of(report(row[1]), row[8]);
    report(row[1]).figures.push_back(figure);
  }

  void read_quotation(const Row& row) {
    Quotation quotation;
    quotation.span = span_of(report(row[1]), row[2]);
    quotation.speaker.span = span_of(report(row[1]), row[3]);
    quotation.direct = row[4] == "direct";
    report(row[1]).quotations.push_back(quotation);
  }

  void read_copy(const Row& row) {
    auto& copies = made_.record.reports[static_cast<std::size_t>(index(row[1]))].copies;
    Span span = row[1] == "2" ? Span{0, 0} : span_of(report(row[1]), row[4]);
    copies.push_back({index(row[2]), std::stod(row[3]), {span}});
  }

  void read_record(const Row& row) {
    Record& record = made_.record;
    record.id = "s1";
    record.title = row[1];
    record.places = {row[2]};
    record.language = "en";
    record.days = {days_of(row[3]).first, days_of(row[4]).first};
    record.outlets = std::stoi(row[5]);
    record.independent_origins = std::stoi(row[6]);
  }

  void read_lane(const Row& row) {
    FigureLane lane;
    lane.role = named(row[1], role_name);
    lane.group = row[2];
    lane.place = row[3];
    lane.low = number_of(row[4]);
    lane.best = number_of(row[5]);
    lane.high = number_of(row[6]);
    lane.has_best = true;
    lane.best_bound = named(row[7], bound_name);
    lane.as_of = days_of(row[8]);
    lane.verdict = named(row[9], verdict_name);
    lane.background = row[10] == "background";
    made_.record.figures.push_back(lane);
  }

  void read_point(const Row& row) {
    Point point;
    point.as_of = days_of(row[1]);
    point.low = number_of(row[2]);
    point.high = number_of(row[3]);
    point.bound = named(row[4], bound_name);
    point.official = row[5] == "official";
    if (!row[6].empty()) point.holders = split(row[6], ';');
    for (const std::string& support : split(row[7], ';')) {
      Row pair = split(support, ':');
      point.support.push_back({index(pair[0]), index(pair[1])});
    }
    point.origins = std::stoi(row[8]);
    point.kind = named(row[9], count_kind_name);
    point.stance = named(row[10], stance_name);
    made_.record.figures.back().series.push_back(point);
  }

  void read_difference(const Row& row) {
    made_.record.differences.push_back({named(row[1], relation_name), named(row[2], about_name),
                                        place(row[3], row[4]), place(row[5], row[6]), row[7],
                                        row[8]});
  }

  void read_entry(const Row& row) {
    made_.record.timeline.push_back({days_of(row[1]).first, row[4], {index(row[2])},
                                     {place(row[2], row[3])}, row[5] == "background"});
  }

  void read_name(const Row& row) {
    NameInRecord name;
    name.id = "n" + std::to_string(made_.record.names.size() + 1);
    name.type = named(row[1], entity_type_name);
    name.name = row[2];
    name.name_latin = row[3];
    name.latin_is_romanised = row[4] == "romanised";
    if (!row[5].empty()) name.roles = {row[5]};
    for (const std::string& form : split(row[6], ';')) {
      std::size_t equals = form.find('='), at = form.find('@');
      NameForm made{form.substr(0, equals), std::stoi(form.substr(equals + 1)), {}};
      for (const std::string& number : split(form.substr(at + 1), ',')) {
        made.reports.push_back(index(number));
      }
      name.forms.push_back(made);
    }
    if (!row[7].empty()) name.reasons = {row[7]};
    made_.record.names.push_back(name);
  }

  Fixture made_;
};

}  // namespace

Fixture load_fixture() { return Loader().load(); }

}  // namespace isnad
