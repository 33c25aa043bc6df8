// SPDX-License-Identifier: Apache-2.0
// Lines of `isnad stories`: one a story, then one of reasons. docs/methods/stories.md
#include <cmath>

#include "isnad/stories.h"
#include "show/json_writer.h"

namespace isnad {
namespace {

double rounded(double value) { return std::round(value * 1000) / 1000; }

void write_inputs(Json& json, JsonWriter& writer, const char* key,
                  const std::vector<std::int32_t>& list, std::span<const Report> reports) {
  json.open_list(key);
  for (const std::int32_t report : list) {
    const std::string& input = reports[report].input;
    writer.String(input.data(), static_cast<rapidjson::SizeType>(input.size()));
  }
  json.close_list();
}

void write_copies(Json& json, const StoryGroup& story, std::span<const Report> reports) {
  json.open_list("copies");
  for (std::size_t i = 0; i < story.reports.size(); ++i) {
    const Report& report = reports[story.reports[i]];
    for (const CopyOf& copy : story.copies[i]) {
      json.open();
      json.text("report", report.input);
      json.text("of", reports[copy.of].input);
      json.fraction("share", rounded(copy.share));
      json.open_list("spans");
      for (const Span span : copy.spans) {
        json.open();
        json.span(report.text, span);
        json.close();
      }
      json.close_list();
      json.close();
    }
  }
  json.close_list();
}

std::string story_line(const StoryGroup& story, std::int32_t number,
                       std::span<const Report> reports) {
  JsonBuffer buffer;
  JsonWriter writer(buffer);
  Json json(writer);
  json.open();
  json.text("schema", "isnad.story/1");
  json.number("story", number);
  json.open_list("about");
  for (const std::string& word : story.about) json.value_text(word);
  json.close_list();
  json.number("articles", static_cast<std::int64_t>(story.reports.size()));
  json.number("outlets", story.outlets);
  json.number("origins", static_cast<std::int64_t>(story.origins.size()));
  write_inputs(json, writer, "reports", story.reports, reports);
  write_inputs(json, writer, "also", story.also, reports);
  json.open_list("voices");
  for (const OriginGroup& origin : story.origins) {
    json.open();
    json.text("id", origin.id);
    json.text_or_null("agency", origin.agency);
    json.fraction("shared", rounded(origin.shared));
    write_inputs(json, writer, "reports", origin.reports, reports);
    json.close();
  }
  json.close_list();
  write_copies(json, story, reports);
  json.close();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

}  // namespace

std::string render_stories_jsonl(const Grouping& grouping, std::span<const Report> reports) {
  std::string out;
  for (std::size_t i = 0; i < grouping.stories.size(); ++i) {
    out += story_line(grouping.stories[i], static_cast<std::int32_t>(i + 1), reports);
  }
  JsonBuffer buffer;
  JsonWriter writer(buffer);
  Json json(writer);
  json.open();
  json.text("schema", "isnad.story/1");
  json.open_list("reasons");
  for (const GroupingReason& reason : grouping.reasons) {
    json.open();
    json.text("kind", reason.kind);
    json.number("story", reason.story + 1);
    json.number_or_null("other", reason.other == kNone ? kNone : reason.other + 1, kNone);
    json.number("reports", reason.reports);
    json.fraction("share", rounded(reason.share));
    json.open_list("words");
    for (const std::string& word : reason.words) json.value_text(word);
    json.close_list();
    json.text_or_null("day", days_text({reason.day, reason.day}));
    json.text_or_null("other_day", days_text({reason.other_day, reason.other_day}));
    json.number_or_null("victims", reason.victims, 0);
    json.number_or_null("other_victims", reason.other_victims, 0);
    json.close();
  }
  json.close_list();
  json.close();
  return out + std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

}  // namespace isnad
