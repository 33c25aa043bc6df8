// SPDX-License-Identifier: Apache-2.0
// isnad/show.h -- reports and records as people and programs read them.
//
// Sees only the public types. Output is UTF-8, deterministic; everything that came from a page is
// escaped. Offsets printed are code points.
// Errors     None.

#pragma once

#include <span>
#include <string>
#include <vector>

#include "isnad/packs.h"
#include "isnad/record.h"
#include "isnad/report.h"

namespace isnad {

// One line of JSON (docs/output.md section 1) with a line break at its end.
std::string render_report_jsonl(const Report& report, const Packs& packs);

// One line of `isnad find --lines` (docs/output.md section 3).
std::string render_find_line(const Report& report, const Packs& packs);

// The record document (docs/output.md section 2). jsonl: one record a line.
std::string render_records_json(std::span<const Record> records, std::span<const Report> reports,
                                const Packs& packs, Policy policy);
std::string render_records_jsonl(std::span<const Record> records, std::span<const Report> reports,
                                 const Packs& packs, Policy policy);

struct TextStyle {
  bool colour = false;
  int width = 100;   // columns
};
std::string render_records_text(std::span<const Record> records, std::span<const Report> reports,
                                const TextStyle& style);
std::string render_records_markdown(std::span<const Record> records,
                                    std::span<const Report> reports);
// One self-contained page, no script; every value links to its words in the report.
std::string render_records_html(std::span<const Record> records, std::span<const Report> reports);

// One report for people: its parts, figures, times, names, quotations.
std::string render_report_text(const Report& report, const Packs& packs, const TextStyle& style);

}  // namespace isnad
