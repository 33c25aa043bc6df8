// SPDX-License-Identifier: Apache-2.0
#include "record/gold_reports.h"

#include <rapidjson/document.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "record/story_builder.h"

namespace isnad::testing {
namespace {

using Json = rapidjson::Value;

std::string read_all(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream all;
  all << in.rdbuf();
  return all.str();
}

std::string text_of(const Json& object, const char* key) {
  if (!object.HasMember(key) || !object[key].IsString()) return {};
  return object[key].GetString();
}

Role role_of(const std::string& name) {
  Role role = Role::Other;
  parse_role(name, role);
  return role;
}

template <class Enum>
Enum named(const std::string& name, const char* (*name_of)(Enum), int count) {
  for (int i = 0; i < count; ++i) {
    if (name == name_of(static_cast<Enum>(i))) return static_cast<Enum>(i);
  }
  return static_cast<Enum>(0);
}

Span find_words(const Report& report, const std::string& words, std::uint32_t near) {
  const std::string_view text = report.text.utf8();
  std::size_t best = text.npos;
  for (std::size_t at = text.find(words); at != text.npos; at = text.find(words, at + 1)) {
    const auto far = [&](std::size_t x) { return x > near ? x - near : near - x; };
    if (best == text.npos || far(at) < far(best)) best = at;
  }
  if (best == text.npos || words.empty()) return {};
  return {static_cast<std::uint32_t>(best), static_cast<std::uint32_t>(best + words.size())};
}

struct Maker {
  GoldStory& gold;
  std::map<std::string, std::int32_t> names{};

  void add_entities(const Json& json, Report& report) {
    std::vector<std::int32_t> of;
    for (const Json& one : json["entities"].GetArray()) {
      const std::string id = text_of(one, "id");
      Entity entity;
      entity.type = named<EntityType>(text_of(one, "type"), entity_type_name, 4);
      entity.name = one["forms"][0].GetString();
      entity.name_latin = text_of(one, "name");
      for (const Json& form : one["forms"].GetArray()) {
        NameMention mention;
        mention.span = find_words(report, form.GetString(), 0);
        mention.type = entity.type;
        mention.entity = static_cast<std::int32_t>(report.entities.size());
        mention.grain = id == "kazakhstan" ? 4 : 2;
        entity.mentions.push_back(static_cast<std::int32_t>(report.names.size()));
        report.names.push_back(mention);
      }
      const auto [at, fresh] =
          names.emplace(id, static_cast<std::int32_t>(gold.names.names.size()));
      if (fresh) {
        NameInRecord name;
        name.type = entity.type;
        name.name = entity.name;
        name.name_latin = entity.name_latin;
        if (id == "tokayev") name.roles = {"President"};
        gold.names.names.push_back(name);
      }
      of.push_back(at->second);
      report.entities.push_back(entity);
    }
    gold.names.of_entity.push_back(of);
  }

  static std::int32_t entity_named(const Json& json, const std::string& words) {
    std::int32_t index = 0;
    for (const Json& one : json["entities"].GetArray()) {
      for (const Json& form : one["forms"].GetArray()) {
        if (words == form.GetString()) return index;
      }
      ++index;
    }
    return kNone;
  }

  static void add_figures(const Json& json, Report& report) {
    for (const Json& one : json["figures"].GetArray()) {
      Figure figure;
      figure.span = {report.text.byte_offset(one["start"].GetUint()),
                     report.text.byte_offset(one["end"].GetUint())};
      figure.role = role_of(text_of(one, "role"));
      figure.low = one["low"].GetInt64();
      figure.high = one["high"].IsNull() ? kOpen : one["high"].GetInt64();
      figure.bound = named<Bound>(text_of(one, "bound"), bound_name, 8);
      figure.kind = named<CountKind>(text_of(one, "kind"), count_kind_name, 4);
      figure.stance = named<Stance>(text_of(one, "stance"), stance_name, 5);
      figure.group = text_of(one, "group");
      figure.event = text_of(one, "event");
      figure.date = parse_days(text_of(one, "date"));
      figure.by_day = text_of(one, "date").starts_with("..");
      figure.label = find_words(report, text_of(one, "label"), figure.span.begin);
      figure.place = find_words(report, text_of(one, "place"), figure.span.begin);
      figure.place_entity = entity_named(json, text_of(one, "place"));
      for (const Json& words : one["holders"].GetArray()) {
        Holder holder;
        holder.span = find_words(report, words.GetString(), figure.span.begin);
        holder.entity = entity_named(json, words.GetString());
        figure.holders.push_back(holder);
      }
      report.figures.push_back(figure);
    }
  }

  void add_report(const std::string& folder, const Json& json) {
    Report report;
    report.input = text_of(json, "input");
    report.id = report.input;
    report.language = "ar";
    report.text = make_text(read_all(folder + "/seeds/" + report.input));
    report.published.value = text_of(json["published"], "value");
    report.published.days = parse_days(report.published.value);
    report.published.basis = Basis::Inferred;
    add_entities(json, report);
    add_figures(json, report);
    gold.origins.push_back("o" + std::to_string(gold.reports.size() + 1));
    gold.story.reports.push_back(static_cast<std::int32_t>(gold.reports.size()));
    gold.reports.push_back(std::move(report));
  }

  // The statements of the gold's differences, as events with the topics they stand for.
  void add_statements() {
    static const std::map<std::string, std::pair<const char*, const char*>> kTopics = {
        {"D4", {"deny.terrorism", "accuse.terrorism"}}, {"D6", {"power.kept", "power.lost"}},
        {"D7", {"resign.government", "dismiss.government"}}, {"D8", {"deny.force", "order_fire"}}};
    rapidjson::Document json;
    json.Parse(gold.record_json.c_str());
    for (const Json& one : json["differences"].GetArray()) {
      const auto topics = kTopics.find(text_of(one, "id"));
      if (topics == kTopics.end()) continue;
      add_ends(one["a"], topics->second.first);
      add_ends(one["b"], topics->second.second);
    }
  }

  void add_ends(const Json& ends, const std::string& topic) {
    for (const Json& end : ends.GetArray()) {
      for (Report& report : gold.reports) {
        if (report.input != text_of(end, "input")) continue;
        Event event;
        event.type = "ACCUSE";
        event.topic = topic;
        event.span = find_words(report, text_of(end, "quote"), 0);
        report.events.push_back(event);
      }
    }
  }
};

}  // namespace

std::string shared_folder() {
  const char* given = std::getenv("ISNAD_SHARED");
  const std::string folder = given ? given : std::string(ISNAD_SOURCE_DIR) + "/../shared";
  return std::filesystem::exists(folder + "/gold/seeds.jsonl") ? folder : "";
}

bool load_gold(const std::string& folder, GoldStory& gold) {
  gold.record_json = read_all(folder + "/gold/seeds.record.json");
  Maker maker{gold};
  std::ifstream lines(folder + "/gold/seeds.jsonl");
  for (std::string line; std::getline(lines, line);) {
    rapidjson::Document json;
    json.Parse(line.c_str());
    if (json.HasParseError()) return false;
    maker.add_report(folder, json);
  }
  maker.add_statements();
  return !gold.reports.empty();
}

}  // namespace isnad::testing
