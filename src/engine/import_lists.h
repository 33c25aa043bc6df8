// SPDX-License-Identifier: Apache-2.0
// engine/import_lists.h -- the user's own places and names -> a list that reading can map.
//
// Places: a GeoNames dump (19 columns, tab between, no header), or a TSV with a header of the columns
// id, name, and any of names (others, ';' between), latin, country, population, lat, lon.
// Names: a TSV with a header of id, type (person, organisation, place), any of from, to (a year, month or day;
// "+2019-03-20T00:00:00Z" too), office, latin, and columns label_XX or alias_XX ('|' between several).
//
// Memory     Rows go out as they come; of every name 16 bytes are sorted in pieces of kPiece and
//            merged from temporary files: bounded for any number of rows.
// Errors     BadInput for each bad row, by its number (to `refused`; the others are taken), NotFound,
//            WriteFailed.

#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "isnad/error.h"

namespace isnad {

struct ImportCounts {
  std::uint64_t rows = 0, taken = 0, refused = 0, passed_over = 0, keys = 0;
};

struct ImportOptions {
  std::int64_t least_population = 0;   // places with fewer are passed over
  std::string classes = "AP";          // of GeoNames: feature classes that are taken
};

using RowRefused = std::function<void(std::uint64_t row, const std::string& why)>;

Result<ImportCounts> import_places(const std::string& path, const std::string& out,
                                   const ImportOptions& options, const RowRefused& refused);
Result<ImportCounts> import_names(const std::string& path, const std::string& out,
                                  const RowRefused& refused);

}  // namespace isnad
