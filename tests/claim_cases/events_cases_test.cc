// SPDX-License-Identifier: Apache-2.0
// tests/cases/events/*.txt: a sentence of news and the events it tells, with how far it tells them as
// facts. Prints right/total of each file; fails where a file falls under its floor.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "engine/read_report.h"
#include "isnad/packs.h"

namespace isnad {
namespace {

struct Wanted {
  std::string type, status, actor, target, place, date;
};

std::string spaced(std::string text) {
  for (char& c : text) {
    if (c == '_') c = ' ';
  }
  return text;
}

std::vector<Wanted> wanted_of(const std::string& text) {
  std::vector<Wanted> all;
  std::istringstream parts(text);
  for (std::string part; std::getline(parts, part, ';');) {
    std::istringstream words(part);
    Wanted one;
    for (std::string word; words >> word;) {
      const std::size_t is = word.find('=');
      const std::string key = is == std::string::npos ? "" : word.substr(0, is), value = is == std::string::npos ? "" : spaced(word.substr(is + 1));
      if (key == "actor") one.actor = value;
      else if (key == "target") one.target = value;
      else if (key == "place") one.place = value;
      else if (key == "date") one.date = value;
      else if (one.type.empty()) one.type = word;
      else one.status = word;
    }
    if (one.type != "-") all.push_back(one);
  }
  return all;
}

std::string status_of(const Event& event) {
  if (event.stance != Stance::Asserted) return stance_name(event.stance);
  if (event.historical) return "historical";
  if (event.future) return "future";
  return event.hypothetical ? "hypothetical" : "";
}

std::string type_of(const Event& event) { return event.mode.empty() ? event.type : event.type + "/" + event.mode; }

std::string words_of(const Report& report, Span span) { return span.empty() ? "" : std::string(report.text.slice(span)); }

bool fits(const Report& report, const Event& event, const Wanted& wanted) {
  if (type_of(event) != wanted.type) return false;
  // An event of another time is no fact of today, whether it is called recalled, planned or supposed.
  if (status_of(event) != wanted.status) return false;
  if (!wanted.actor.empty() && words_of(report, event.actor_span) != wanted.actor) return false;
  if (!wanted.target.empty() && words_of(report, event.recipient_span) != wanted.target) return false;
  if (!wanted.place.empty() && words_of(report, event.place_span) != wanted.place) return false;
  return wanted.date.empty() || days_text(event.date) == wanted.date;
}

std::string shown(const Report& report) {
  std::string out;
  for (const Event& e : report.events) {
    out += " {" + type_of(e) + " " + status_of(e) + " [" + words_of(report, e.span) + "] actor=" + words_of(report, e.actor_span) +
           " target=" + words_of(report, e.recipient_span) + " place=" + words_of(report, e.place_span) + " date=" + days_text(e.date) + "}";
  }
  return out;
}

// "" where the events found are those wanted and no others.
std::string fault(const std::string& wanted, const std::string& text, const Packs& packs) {
  Page page;
  page.input = "case";
  page.bytes = text;
  page.flat = false;
  page.published = "2022-01-07";
  const Report report = read_report(page, packs);
  std::vector<bool> used(report.events.size(), false);
  bool right = true;
  for (const Wanted& one : wanted_of(wanted)) {
    std::size_t i = 0;
    while (i < used.size() && (used[i] || !fits(report, report.events[i], one))) ++i;
    right = right && i < used.size();
    if (i < used.size()) used[i] = true;
  }
  for (const bool is_used : used) right = right && is_used;
  return right ? "" : wanted + " | " + text + "\n      got" + shown(report);
}

// Of each file: how many of a hundred cases must be right.
void run_file(const std::string& name, int floor) {
  Result<Packs> packs = load_packs(ISNAD_PACKS_DIR);
  if (!packs.ok()) FAIL() << "no compiled packs: " << packs.error().message();
  std::ifstream in(std::filesystem::path(ISNAD_SOURCE_DIR) / "tests/cases/events" / name);
  int right = 0, total = 0;
  for (std::string line; std::getline(in, line);) {
    const std::size_t bar = line.find(" | ");
    if (line.empty() || line[0] == '#' || bar == std::string::npos) continue;
    const std::string wrong = fault(line.substr(0, bar), line.substr(bar + 3), packs.value());
    ++total;
    if (wrong.empty()) ++right;
    else std::cout << "  wrong: " << wrong << "\n";
  }
  std::cout << name << ": " << right << "/" << total << " right\n";
  ASSERT_GT(total, 0);
  EXPECT_GE(right * 100, floor * total);
}

TEST(EventCases, Arabic) { run_file("arabic.txt", 95); }
TEST(EventCases, English) { run_file("english.txt", 95); }
TEST(EventCases, HeldOutArabic) { run_file("held_out_arabic.txt", 92); }
TEST(EventCases, HeldOutEnglish) { run_file("held_out_english.txt", 92); }

}  // namespace
}  // namespace isnad
