// SPDX-License-Identifier: Apache-2.0
#include "engine/page_text.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "match/match.h"
#include "page/page.h"
#include "read/read.h"

namespace isnad {
namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void put_text(Writer& json, std::string_view text) {
  json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void put(Writer& json, const char* key, std::string_view value) {
  json.Key(key);
  if (value.empty())
    json.Null();
  else
    put_text(json, value);
}

std::string body_of(const Report& report) {
  std::string out;
  for (const Part& part : report.parts) {
    if (part.kind != PartKind::Body) continue;
    if (!out.empty()) out += '\n';
    out += report.text.slice(part.span);
  }
  return out;
}

void put_list(Writer& json, const Report& report, const char* key, PartKind kind) {
  json.Key(key);
  json.StartArray();
  for (const Part& part : report.parts)
    if (part.kind == kind) put_text(json, report.text.slice(part.span));
  json.EndArray();
}

}  // namespace

Report read_page_parts(const Page& page, const Packs& packs) {
  Report report = read_page(page);
  Lattice lattice(report.text, packs);
  find_numbers(lattice, report);
  find_times(lattice, report);
  find_parts(lattice, report, page);
  find_published(report, lattice);
  return report;
}

std::string render_page_jsonl(const Report& report) {
  rapidjson::StringBuffer buffer;
  Writer json(buffer);
  json.StartObject();
  put(json, "schema", "isnad.page/1");
  put(json, "input", report.input);
  put(json, "id", report.id);
  put(json, "url", report.url);
  put(json, "language", report.language);
  put(json, "outlet", report.outlet);
  put(json, "author", report.author);
  put(json, "published", report.published.value);
  put(json, "updated", report.updated);
  json.Key("agencies");
  json.StartArray();
  for (const Agency& agency : report.agencies) put_text(json, agency.id);
  json.EndArray();
  put(json, "title", report.text.slice(report.title));
  json.Key("text");
  put_text(json, body_of(report));
  put_list(json, report, "captions", PartKind::Caption);
  put_list(json, report, "embeds", PartKind::Embed);
  json.Key("notes");
  json.StartArray();
  for (const std::string& note : report.notes) put_text(json, note);
  json.EndArray();
  json.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

}  // namespace isnad
