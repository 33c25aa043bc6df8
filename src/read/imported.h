// SPDX-License-Identifier: Apache-2.0
// read/imported.h -- lists of places and names of the user's own: a mapped file, and its edges.
//
// The file is made by `isnad places import` and `isnad names import` (engine/import_lists.h): a
// header, records of variable size, and an index of (hash of a folded name, record) sorted by hash.
//
// Ownership  An ImportedList owns its mapping; packs keep the lists they are given.
// Threads    Read-only once opened; use_imported() before anything is read.
// Errors     open: NotFound, Unreadable, BadPack (no such file, or damaged).
// Method     Binary search in the index; the name itself is compared, not its hash alone.

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "isnad/error.h"
#include "isnad/packs.h"
#include "match/match.h"
#include "read/read.h"

namespace isnad {

struct ImportedHeader {
  char magic[8];          // kImportedMagic
  std::uint32_t version = 1, kind = 0;   // kind: 0 places, 1 names
  std::uint64_t rows = 0, keys = 0;
  std::uint64_t index = 0;               // byte where the index begins, a multiple of 16
};
inline constexpr char kImportedMagic[8] = {'I', 'S', 'N', 'A', 'D', 'I', 'M', 'P'};
struct ImportedKey {
  std::uint64_t hash = 0, record = 0;    // record: byte of the file
};

class ImportedList {
 public:
  static Result<std::shared_ptr<const ImportedList>> open(const std::string& path);
  ~ImportedList();
  ImportedList(const ImportedList&) = delete;
  ImportedList& operator=(const ImportedList&) = delete;

  // Calls `take` with the attributes ("cls=CITY id=.. cc=..") of every row of that folded name.
  void find(std::string_view key, const std::function<void(std::string_view)>& take) const;
  const ImportedHeader& header() const { return *header_; }

 private:
  ImportedList() = default;
  std::string_view bytes_;
  const ImportedHeader* header_ = nullptr;
  std::span<const ImportedKey> index_;
};

// The words of a name, folded, with one blank between: what names are looked up by.
std::string imported_key(std::string_view name);
// One attribute of a record.
std::string_view imported_attribute(std::string_view attributes, std::string_view key);

// From here on reports read with these packs are looked up in that list too.
void use_imported(const Packs& packs, std::shared_ptr<const ImportedList> list);

// Puts an edge (CITY, ORG, KNOWN_PERSON; CITY_WEAK for common words) over every name of the lists.
// All places of one name: which is meant is told by resolve_places (read/places.h).
void find_imported(Lattice& lattice, const Report& report);

}  // namespace isnad
