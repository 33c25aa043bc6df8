// SPDX-License-Identifier: Apache-2.0
// One report as a line of JSON: docs/output.md section 1.
#include "base/figure_name.h"
#include "isnad/show.h"
#include "show/json_writer.h"

namespace isnad {
namespace {

void write_outlet(Json& json, const Report& report) {
  json.open("outlet");
  json.text_or_null("name", report.outlet);
  if (report.outlet_span.empty()) {
    json.null("start");
    json.null("end");
  } else {
    json.span(report.text, report.outlet_span);
  }
  json.text("basis", basis_name(report.outlet_basis));
  json.close();
}

void write_author(Json& json, const Report& report) {
  json.open("author");
  json.text_or_null("name", report.author);
  if (report.author_span.empty()) {
    json.null("start");
    json.null("end");
  } else {
    json.span(report.text, report.author_span);
  }
  json.text("basis", basis_name(report.author_basis));
  json.close();
}

void write_metadata(Json& json, const Report& report) {
  json.open_list("metadata");
  for (const Given& row : report.metadata) {
    json.open();
    json.text("field", row.field);
    json.text("value", row.value);
    json.text("from", row.from);
    json.close();
  }
  json.close_list();
}

void write_page(Json& json, const Report& report) {
  write_outlet(json, report);
  write_author(json, report);
  json.open_list("agencies");
  for (const Agency& agency : report.agencies) {
    json.open();
    json.text("text", agency.span.empty() ? std::string_view(agency.id)   // of the byline
                                          : report.text.slice(agency.span));
    json.span(report.text, agency.span);
    json.text_or_null("id", agency.id);
    json.close();
  }
  json.close_list();
  if (report.title.empty()) {
    json.null("title");
  } else {
    json.open("title");
    json.span(report.text, report.title);
    json.close();
  }
  write_published(json, report.published, report.text);
  json.text_or_null("updated", report.updated);
  write_metadata(json, report);
  json.open("machine_translated");
  json.flag("value", report.machine_translated);
  if (report.machine_translated_span.empty()) {
    json.null("start");
    json.null("end");
  } else {
    json.span(report.text, report.machine_translated_span);
  }
  json.close();
}

void write_parts(Json& json, const Report& report) {
  json.open_list("body");
  for (const Part& part : report.parts) {
    if (part.kind != PartKind::Body) continue;
    json.open();
    json.span(report.text, part.span);
    json.close();
  }
  json.close_list();
  json.open_list("parts");
  for (const Part& part : report.parts) {
    json.open();
    json.text("kind", part_name(part.kind));
    json.span(report.text, part.span);
    json.close();
  }
  json.close_list();
  json.open_list("notes");
  for (const std::string& note : report.notes) json.value_text(note);
  json.close_list();
}

void write_holders(Json& json, const Report& report, const std::vector<Holder>& holders) {
  json.open_list("holders");
  for (const Holder& holder : holders) {
    json.open();
    json.text("text", report.text.slice(holder.span));
    json.span(report.text, holder.span);
    write_entity_ref(json, "entity", holder.entity);
    json.text_or_null("cue", report.text.slice(holder.cue));
    json.close();
  }
  json.close_list();
}

void write_place(Json& json, const Report& report, Span place, std::int32_t entity) {
  if (place.empty()) {
    json.null("place");
    return;
  }
  json.open_words("place", report.text, place);
  write_entity_ref(json, "entity", entity);
  json.close();
}

void write_figure(Json& json, const Report& report, const Figure& figure, std::int32_t index) {
  json.open();
  json.text("id", numbered("f", index));
  json.quoted_span(report.text, figure.span);
  json.text("role", role_name(figure.role));
  json.number("low", figure.low);
  json.number_or_null("high", figure.high, kOpen);
  json.text("bound", bound_name(figure.bound));
  json.text_or_null("group", figure.group);
  json.text_or_null("label", report.text.slice(figure.label));
  json.text("kind", count_kind_name(figure.kind));
  json.text_or_null("part_of", figure.part_of == kNone ? "" : numbered("f", figure.part_of));
  write_holders(json, report, figure.holders);
  json.text("stance", stance_name(figure.stance));
  write_place(json, report, figure.place, figure.place_entity);
  json.text_or_null("date", days_text(figure.date));
  json.text("event", figure.event);
  json.text("rule", figure_rule_name(figure));
  json.close();
}

void write_time(Json& json, const Report& report, const TimeMention& time, std::int32_t index,
                const Packs& packs) {
  json.open();
  json.text("id", numbered("t", index));
  write_time_fields(json, report, time, packs);
  json.close();
}

void write_quotation(Json& json, const Report& report, const Quotation& quotation,
                     std::int32_t index) {
  json.open();
  json.text("id", numbered("q", index));
  json.span(report.text, quotation.span);
  json.text("quote", report.text.slice(quotation.span));
  json.flag("direct", quotation.direct);
  if (quotation.speaker.span.empty()) {
    json.null("speaker");
  } else {
    json.open_words("speaker", report.text, quotation.speaker.span);
    write_entity_ref(json, "entity", quotation.speaker.entity);
    json.close();
  }
  if (quotation.speaker.cue.empty()) {
    json.null("cue");
  } else {
    json.open_words("cue", report.text, quotation.speaker.cue);
    json.close();
  }
  json.close();
}

void write_entity(Json& json, const Report& report, const Entity& entity, std::int32_t index) {
  json.open();
  json.text("id", numbered("n", index));
  json.text("type", entity_type_name(entity.type));
  json.text("name", entity.name);
  json.text_or_null("name_latin", entity.name_latin);
  json.text_or_null("role", entity.role);
  json.text_or_null("gazetteer", entity.id);
  write_where(json, entity.country, entity.claimed, entity.grain);
  json.open_list("mentions");
  for (std::int32_t m : entity.mentions) {
    json.open();
    json.quoted_span(report.text, report.names[static_cast<std::size_t>(m)].span);
    json.close();
  }
  json.close_list();
  json.close();
}

void write_event(Json& json, const Report& report, const Event& event, std::int32_t index,
                 const Packs& packs) {
  json.open();
  json.text("id", numbered("e", index));
  json.text("type", event.type);
  json.text_or_null("mode", event.mode);
  json.text_or_null("topic", event.topic);
  json.quoted_span(report.text, event.span);
  write_entity_ref(json, "actor", event.actor);
  write_entity_ref(json, "recipient", event.recipient);
  write_entity_ref(json, "place", event.place);
  json.text_or_null("date", days_text(event.date));
  json.text("stance", stance_name(event.stance));
  json.flag("historical", event.historical);
  json.flag("future", event.future);
  json.flag("hypothetical", event.hypothetical);
  write_holders(json, report, event.holders);
  json.text_or_null("rule", packs.rule_name(event.rule));
  json.close();
}

// Writes a list with an index for each item.
template <class List, class Write>
void write_list(Json& json, const char* key, const List& list, Write write) {
  json.open_list(key);
  std::int32_t index = 0;
  for (const auto& item : list) write(item, index++);
  json.close_list();
}

void write_mentions(Json& json, const Report& r, const Packs& packs) {
  write_list(json, "figures", r.figures, [&](const Figure& f, std::int32_t i) { write_figure(json, r, f, i); });
  write_list(json, "times", r.times, [&](const TimeMention& t, std::int32_t i) { write_time(json, r, t, i, packs); });
  write_list(json, "quotations", r.quotations, [&](const Quotation& q, std::int32_t i) { write_quotation(json, r, q, i); });
  write_list(json, "entities", r.entities, [&](const Entity& e, std::int32_t i) { write_entity(json, r, e, i); });
  write_list(json, "events", r.events, [&](const Event& e, std::int32_t i) { write_event(json, r, e, i, packs); });
}

}  // namespace

std::string render_report_jsonl(const Report& report, const Packs& packs) {
  JsonBuffer buffer;
  JsonWriter writer(buffer);
  Json json(writer);
  json.open();
  json.text("schema", "isnad.report/1");
  json.text("input", report.input);
  json.text("id", report.id);
  write_packs(json, packs);
  json.text("text", report.text.utf8());
  json.text_or_null("language", report.language);
  json.text_or_null("url", report.url);
  write_page(json, report);
  write_parts(json, report);
  write_mentions(json, report, packs);
  json.close();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

}  // namespace isnad
