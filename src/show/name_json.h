// SPDX-License-Identifier: Apache-2.0
// show/name_json.h -- one name with all its forms and offices as JSON: in a record and in the table of names.
//
// Threads    Pure functions.
// Errors     None.

#pragma once

#include <functional>
#include <string>

#include "isnad/record.h"
#include "show/json_writer.h"

namespace isnad {

// How a report is called in the output: its id, or the input it came from.
using ReportLabel = std::function<const std::string&(std::int32_t)>;

void write_name_json(Json& json, const NameInRecord& name, const ReportLabel& label);

}  // namespace isnad
