// SPDX-License-Identifier: Apache-2.0
// show/json_writer.h -- the pieces all JSON outputs are made of.
//
// Units      Spans come in bytes and go out in code points.
// Threads    A writer belongs to one thread.

#pragma once

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "isnad/packs.h"
#include "isnad/report.h"

namespace isnad {

using JsonBuffer = rapidjson::StringBuffer;
using JsonWriter = rapidjson::Writer<JsonBuffer>;

class Json {
 public:
  explicit Json(JsonWriter& writer) : writer_(writer) {}

  void open() { writer_.StartObject(); }
  void close() { writer_.EndObject(); }
  void open(const char* key) { writer_.Key(key); writer_.StartObject(); }
  void open_list(const char* key) { writer_.Key(key); writer_.StartArray(); }
  void close_list() { writer_.EndArray(); }
  void text(const char* key, std::string_view value) { writer_.Key(key); value_text(value); }
  // "" becomes null: a value that is not known says so.
  void text_or_null(const char* key, std::string_view value);
  void number(const char* key, std::int64_t value) { writer_.Key(key); writer_.Int64(value); }
  void number_or_null(const char* key, std::int64_t value, std::int64_t unknown);
  void fraction(const char* key, double value) { writer_.Key(key); writer_.Double(value); }
  void flag(const char* key, bool value) { writer_.Key(key); writer_.Bool(value); }
  void null(const char* key) { writer_.Key(key); writer_.Null(); }
  void value_text(std::string_view value) {
    writer_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  }

  // "start": n, "end": n
  void span(const Text& text, Span span);
  // "start", "end", "quote"
  void quoted_span(const Text& text, Span span);
  // {"text": ..., "start": n, "end": n
  void open_words(const char* key, const Text& text, Span span);

 private:
  JsonWriter& writer_;
};

void write_packs(Json& json, const Packs& packs);
void write_published(Json& json, const Published& published, const Text& text);
// What a time says in any output: words, type, value, how it was anchored and by which rule.
void write_time_fields(Json& json, const Report& report, const TimeMention& time,
                       const Packs& packs);
// "country", "claimed_by" (a list, where others claim the place) and "precision".
void write_where(Json& json, std::string_view country, std::string_view claimed, std::uint8_t grain);
// "n1" for entity 0; null for kNone.
void write_entity_ref(Json& json, const char* key, std::int32_t entity);
std::string numbered(const char* prefix, std::int32_t index);

}  // namespace isnad
