# SPDX-License-Identifier: Apache-2.0
#
# cmake -DFILES=a.tsv,b.tsv -DFUNCTION=name -DOUTPUT=tables.cc -P embed_tables.cmake
# Writes C++ that holds the files' bytes: isnad::<FUNCTION>("a") is the whole of a.tsv, "" if none.
# Files of packs/<lang>/ have the language before their name: "ar_a".

set(arrays "")
set(cases "")
string(REPLACE "," ";" FILES "${FILES}")
foreach(file IN LISTS FILES)
  get_filename_component(name "${file}" NAME_WE)
  if(file MATCHES "/packs/([a-z]+)/[a-z]+/[a-z_]+\\.tsv$")
    string(PREPEND name "${CMAKE_MATCH_1}_")
  endif()
  file(READ "${file}" bytes HEX)
  string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${bytes}")
  # Broken after every line of the file: compilers do not promise endless lines.
  string(REPLACE "\\x0a" "\\x0a\"\n    \"" bytes "${bytes}")
  file(SIZE "${file}" size)
  string(APPEND arrays "constexpr char k_${name}[] =\n    \"${bytes}\";\n")
  string(APPEND cases "  if (name == \"${name}\") return {k_${name}, ${size}};\n")
endforeach()
file(WRITE "${OUTPUT}" "// Made by cmake/embed_tables.cmake. Do not edit.
#include <string_view>

namespace isnad {
namespace {
${arrays}}  // namespace

std::string_view ${FUNCTION}(std::string_view name);
std::string_view ${FUNCTION}(std::string_view name) {
${cases}  return {};
}

}  // namespace isnad
")
