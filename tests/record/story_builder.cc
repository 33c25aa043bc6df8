// SPDX-License-Identifier: Apache-2.0
#include "record/story_builder.h"

#include <cstdio>

namespace isnad::testing {
namespace {

std::int32_t parse_day(const std::string& text) {
  int year = 0, month = 0, day = 0;
  if (std::sscanf(text.c_str(), "%d-%d-%d", &year, &month, &day) != 3) return kNoDay;
  return day_number(year, month, day);
}

Span put(std::string& text, const std::string& words) {
  const auto begin = static_cast<std::uint32_t>(text.size());
  text += words;
  return Span{begin, static_cast<std::uint32_t>(text.size())};
}

// Towns and countries of the tests; everything else is a site.
std::uint8_t grain_of(const std::string& place) {
  if (place == "Kazakhstan" || place == "Turkey" || place == "Iraq") return 4;
  if (place == "Almaty" || place == "Suruc" || place == "Astana") return 2;
  return 1;
}

std::string number_text(std::int64_t value) {
  return value == kOpen ? "open" : std::to_string(value);
}

}  // namespace

Days parse_days(const std::string& text) {
  const std::size_t slash = text.find('/');
  if (slash == text.npos) return {parse_day(text), parse_day(text)};
  return {parse_day(text.substr(0, slash)), parse_day(text.substr(slash + 1))};
}

StoryBuilder& StoryBuilder::report(const std::string& day, const std::string& origin) {
  Draft draft;
  draft.day = day;
  draft.origin = origin.empty() ? "o" + std::to_string(drafts_.size() + 1) : origin;
  draft.report.input = std::to_string(drafts_.size() + 1) + ".txt";
  draft.report.id = "sha256:" + std::to_string(drafts_.size() + 1);
  draft.report.language = "en";
  draft.report.published.basis = Basis::Metadata;
  draft.report.published.value = day;
  draft.report.published.days = parse_days(day.substr(0, 10));
  drafts_.push_back(std::move(draft));
  return *this;
}

std::int32_t StoryBuilder::entity(Draft& draft, EntityType type, const std::string& name,
                                  Span span) {
  Report& report = draft.report;
  std::int32_t index = kNone;
  for (std::size_t i = 0; i < report.entities.size(); ++i) {
    if (report.entities[i].name == name) index = static_cast<std::int32_t>(i);
  }
  if (index == kNone) {
    index = static_cast<std::int32_t>(report.entities.size());
    Entity made;
    made.type = type;
    made.name = made.name_latin = name;
    report.entities.push_back(made);
  }
  NameMention mention;
  mention.span = span;
  mention.type = type;
  mention.entity = index;
  if (type == EntityType::Place) mention.grain = grain_of(name);
  report.entities[static_cast<std::size_t>(index)].mentions.push_back(
      static_cast<std::int32_t>(report.names.size()));
  report.names.push_back(mention);
  return index;
}

StoryBuilder& StoryBuilder::say(const Say& said) {
  Draft& draft = drafts_.back();
  Figure figure;
  if (!said.holder.empty()) {
    Holder holder;
    holder.span = put(draft.text, said.holder);
    holder.entity = entity(draft, EntityType::Organisation, said.holder, holder.span);
    figure.holders.push_back(holder);
    draft.text += " said ";
  }
  const Span label = said.label.empty() ? Span{} : put(draft.text, said.label);
  if (!said.label.empty()) draft.text += " ";
  figure.label = label;
  figure.span = put(draft.text, std::to_string(said.low) + " " + said.group + " " +
                                    role_name(said.role));
  if (!said.place.empty()) {
    draft.text += " in ";
    figure.place = put(draft.text, said.place);
    figure.place_entity = entity(draft, EntityType::Place, said.place, figure.place);
  }
  draft.text += ".\n";
  figure.role = said.role;
  figure.low = said.low;
  figure.high = said.high < 0 ? said.low : said.high;
  figure.bound = said.bound;
  figure.group = said.group;
  figure.kind = said.kind;
  figure.stance = said.stance;
  figure.event = said.event;
  const std::string date = said.date.empty() ? "../" + draft.day.substr(0, 10) : said.date;
  figure.date = parse_days(date);
  figure.by_day = date.starts_with("..");
  for (std::size_t i = 0; figure.kind == CountKind::Part && i < draft.report.figures.size(); ++i) {
    if (draft.report.figures[i].role == said.role) figure.part_of = static_cast<std::int32_t>(i);
  }
  draft.report.figures.push_back(figure);
  return *this;
}

StoryBuilder& StoryBuilder::happen(const Happen& told) {
  Draft& draft = drafts_.back();
  Event event;
  if (!told.actor.empty()) {
    const Span span = put(draft.text, told.actor);
    event.actor = entity(draft, EntityType::Person, told.actor, span);
    draft.text += ": ";
  }
  event.span = put(draft.text, told.words);
  if (!told.place.empty()) {
    draft.text += " in ";
    event.place_span = put(draft.text, told.place);
    event.place = entity(draft, EntityType::Place, told.place, event.place_span);
  }
  draft.text += ".\n";
  event.type = told.type;
  event.mode = told.mode;
  event.topic = told.topic;
  event.date = parse_days(told.date);
  event.stance = told.stance;
  event.historical = told.historical;
  draft.report.events.push_back(event);
  return *this;
}

void StoryBuilder::finish() {
  if (finished_) return;
  finished_ = true;
  std::map<std::string, std::int32_t> known;
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    Draft& draft = drafts_[i];
    draft.report.text = make_text(draft.text);
    std::vector<std::int32_t> of;
    for (const Entity& entity : draft.report.entities) {
      const auto [at, fresh] =
          known.emplace(entity.name, static_cast<std::int32_t>(names_.names.size()));
      if (fresh) {
        NameInRecord name;
        name.id = "n" + std::to_string(names_.names.size() + 1);
        name.type = entity.type;
        name.name = name.name_latin = entity.name;
        names_.names.push_back(name);
      }
      of.push_back(at->second);
    }
    names_.of_entity.push_back(of);
    origins_.push_back(draft.origin);
    story_.reports.push_back(static_cast<std::int32_t>(i));
    reports_.push_back(std::move(draft.report));
  }
}

StoryView StoryBuilder::view(const std::string& language) {
  finish();
  return StoryView{reports_, story_, copies_, names_, origins_, RecordWords(language)};
}

Record StoryBuilder::record(Policy policy, const std::string& language) {
  return make_record(view(language), policy);
}

LaneSet StoryBuilder::lanes() { return make_lanes(view("en")); }

const std::vector<Report>& StoryBuilder::reports() {
  finish();
  return reports_;
}

std::string StoryBuilder::quote(Place1 place) {
  if (place.report == kNone) return "";
  return std::string(reports()[static_cast<std::size_t>(place.report)].text.slice(place.span));
}

std::string lanes_text(const Record& record) {
  std::string out;
  for (const FigureLane& lane : record.figures) {
    out += std::string(role_name(lane.role)) + " " + lane.group + " " +
           (lane.has_best ? number_text(lane.best) : "-") + " (" + number_text(lane.low) + "-" +
           number_text(lane.high) + ") " + verdict_name(lane.verdict) + ":";
    for (const Point& point : lane.series) {
      out += " " + number_text(point.low) + "x" + std::to_string(point.origins);
    }
    out += "\n";
  }
  return out;
}

std::string differences_text(const Record& record) {
  std::string out;
  for (const Difference& difference : record.differences) {
    out += std::string(relation_name(difference.relation)) + " " + about_name(difference.about) +
           ": " + difference.title + "\n";
  }
  return out;
}

}  // namespace isnad::testing
