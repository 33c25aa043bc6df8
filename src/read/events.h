// SPDX-License-Identifier: Apache-2.0
// read/events.h -- the makers of the events stratum and how an event prints in an example.

#pragma once

#include <string>
#include <string_view>

#include "isnad/report.h"

namespace isnad {

bool is_event_maker(std::string_view maker);

// "PROTEST/riot storm.building"
std::string event_value(const Event& event);

}  // namespace isnad
