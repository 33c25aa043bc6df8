// SPDX-License-Identifier: Apache-2.0
#include "show/json_writer.h"

namespace isnad {

void Json::text_or_null(const char* key, std::string_view value) {
  writer_.Key(key);
  if (value.empty()) {
    writer_.Null();
  } else {
    value_text(value);
  }
}

void Json::number_or_null(const char* key, std::int64_t value, std::int64_t unknown) {
  writer_.Key(key);
  if (value == unknown) {
    writer_.Null();
  } else {
    writer_.Int64(value);
  }
}

void Json::span(const Text& text, Span span) {
  number("start", text.code_point(span.begin));
  number("end", text.code_point(span.end));
}

void Json::quoted_span(const Text& text, Span where) {
  span(text, where);
  this->text("quote", text.slice(where));
}

void Json::open_words(const char* key, const Text& text, Span where) {
  open(key);
  this->text("text", text.slice(where));
  span(text, where);
}

void write_packs(Json& json, const Packs& packs) {
  json.open_list("packs");
  for (const PackInfo& pack : packs.info()) json.value_text(pack.label());
  json.close_list();
}

void write_published(Json& json, const Published& published, const Text& text) {
  json.open("published");
  json.text_or_null("value", published.value);
  json.text_or_null("low", days_text({published.days.first, published.days.first}));
  json.text_or_null("high", days_text({published.days.last, published.days.last}));
  json.text("basis", basis_name(published.basis));
  json.open_list("why");
  for (const Evidence& why : published.why) {
    json.open();
    bool words_here = why.report == kNone && !why.span.empty();
    if (words_here) {   // `text` is the words; what they say is the reason
      json.text("text", text.slice(why.span));
      json.span(text, why.span);
    } else {
      json.text("text", why.text);
      json.null("start");
      json.null("end");
    }
    json.text("reason", why.text);
    json.close();
  }
  json.close_list();
  json.close();
}

void write_time_fields(Json& json, const Report& report, const TimeMention& time,
                       const Packs& packs) {
  json.quoted_span(report.text, time.span);
  json.text("type", time_kind_name(time.kind));
  json.text_or_null("value", time.value);
  json.text_or_null("mod", time.mod);
  json.text("anchor", anchor_name(time.anchor));
  if (!time.zone.empty()) json.text("zone", time.zone);
  json.text_or_null("note", time.note);
  json.text_or_null("rule", packs.rule_name(time.rule));
}

std::string numbered(const char* prefix, std::int32_t index) {
  return prefix + std::to_string(index + 1);
}

void write_where(Json& json, std::string_view country, std::string_view claimed, std::uint8_t grain) {
  json.text_or_null("country", country);
  json.open_list("claimed_by");
  for (std::size_t at = 0; at + 2 <= claimed.size(); at += 3) json.value_text(claimed.substr(at, 2));
  json.close_list();
  json.text_or_null("precision", precision_name(grain));
}

void write_entity_ref(Json& json, const char* key, std::int32_t entity) {
  json.text_or_null(key, entity == kNone ? "" : numbered("n", entity));
}

}  // namespace isnad
