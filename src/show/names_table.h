// SPDX-License-Identifier: Apache-2.0
// show/names_table.h -- a table of names as people and programs read it: one row a name, or for CSV
// one row a form.
//
// Threads    Pure functions.
// Errors     None.

#pragma once

#include <span>
#include <string>

#include "isnad/record.h"
#include "isnad/report.h"

namespace isnad {

std::string render_names_text(std::span<const NameInRecord> names, std::span<const Report> reports);
std::string render_names_json(std::span<const NameInRecord> names, std::span<const Report> reports);
std::string render_names_jsonl(std::span<const NameInRecord> names,
                               std::span<const Report> reports);
// RFC 4180, with a header: id,type,name,name_latin,latin_is_romanised,form,count,reports,roles,reasons,
// gazetteer,country,precision,offices
std::string render_names_csv(std::span<const NameInRecord> names, std::span<const Report> reports);

}  // namespace isnad
