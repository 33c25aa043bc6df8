// SPDX-License-Identifier: Apache-2.0
// A sentence held against reports, as JSON: docs/output.md section 2b.
#include "isnad/check.h"
#include "show/json_writer.h"

namespace isnad {
namespace {

void write_tally(Json& json, const char* key, const Tally& tally) {
  json.open(key);
  json.number("articles", tally.articles);
  json.number("outlets", tally.outlets);
  json.number("origins", tally.origins);
  json.close();
}

void write_saying(Json& json, std::span<const Report> reports, std::span<const Record> records,
                  const Saying& saying) {
  const Report& report = reports[static_cast<std::size_t>(saying.place.report)];
  json.open();
  json.text("stand", stand_name(saying.stand));
  json.text("way", way_name(saying.way));
  json.text("why", saying.why);
  json.text("report", report.id);
  json.text("input", report.input);
  json.text_or_null("outlet", report.outlet);
  json.text_or_null("published", report.published.value);
  json.text("record", records[static_cast<std::size_t>(saying.record)].id);
  json.text("origin", saying.origin);
  json.text_or_null("holder", saying.holder);
  json.quoted_span(report.text, saying.place.span);
  json.close();
}

void write_claim(Json& json, const Check& check, std::span<const Report> reports,
                 std::span<const Record> records, const CheckedClaim& claim) {
  json.open();
  json.quoted_span(check.sentence.text, claim.span);
  json.text("what", claim.what);
  json.text("stand", stand_name(claim.stand));
  write_tally(json, "supported", claim.supported);
  write_tally(json, "contradicted", claim.contradicted);
  write_tally(json, "said_differently", claim.differently);
  json.open_list("sayings");
  for (const Saying& saying : claim.sayings) write_saying(json, reports, records, saying);
  json.close_list();
  json.close();
}

}  // namespace

std::string render_check_json(const Check& check, std::span<const Report> reports,
                              std::span<const Record> records, const Packs& packs) {
  JsonBuffer buffer;
  JsonWriter writer(buffer);
  Json json(writer);
  json.open();
  json.text("schema", "isnad.check/1");
  write_packs(json, packs);
  json.text("sentence", check.sentence.text.utf8());
  json.text("language", check.language);
  json.number("reports", static_cast<std::int64_t>(reports.size()));
  json.open_list("claims");
  for (const CheckedClaim& claim : check.claims) write_claim(json, check, reports, records, claim);
  json.close_list();
  json.close();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

}  // namespace isnad
