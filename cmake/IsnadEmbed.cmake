# SPDX-License-Identifier: Apache-2.0
#
# Tables of words that are compiled into a library: program text is ASCII, words are data.
# isnad_embed_tables(floor name...): src/<floor>/<name>.tsv -> embedded_table("<name>").
#
# The same file is the script that writes the .cc: cmake -DOUT=... -DTABLES=a.tsv;b.tsv -P this.

function(isnad_embed_tables floor)
  if(NOT TARGET isnad_${floor})
    return()
  endif()
  get_target_property(kind isnad_${floor} TYPE)
  if(kind STREQUAL "INTERFACE_LIBRARY")
    return()
  endif()
  set(tables)
  foreach(name IN LISTS ARGN)
    list(APPEND tables "${PROJECT_SOURCE_DIR}/src/${floor}/${name}.tsv")
  endforeach()
  set(out "${PROJECT_BINARY_DIR}/generated/${floor}_tables.cc")
  add_custom_command(OUTPUT "${out}"
    COMMAND ${CMAKE_COMMAND} "-DOUT=${out}" "-DTABLES=${tables}"
            -P "${PROJECT_SOURCE_DIR}/cmake/IsnadEmbed.cmake"
    DEPENDS ${tables} "${PROJECT_SOURCE_DIR}/cmake/IsnadEmbed.cmake"
    COMMENT "Embedding the words of ${floor}"
    VERBATIM)
  target_sources(isnad_${floor} PRIVATE "${out}")
endfunction()

if(CMAKE_SCRIPT_MODE_FILE AND DEFINED OUT)
  set(arrays)
  set(rows)
  foreach(table IN LISTS TABLES)
    get_filename_component(name "${table}" NAME_WE)
    file(READ "${table}" hex HEX)
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
    string(REGEX REPLACE "(0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,)"
           "\\1\n" bytes "${bytes}")
    string(APPEND arrays "const unsigned char k_${name}[] = {\n${bytes}0};\n")
    string(APPEND rows "  if (name == \"${name}\") {\n    return {reinterpret_cast<const char*>"
                       "(k_${name}), sizeof k_${name} - 1};\n  }\n")
  endforeach()
  file(WRITE "${OUT}"
    "// Written by cmake/IsnadEmbed.cmake.\n#include <string_view>\n\n"
    "#include \"record/words.h\"\n\nnamespace isnad {\nnamespace {\n${arrays}}  // namespace\n\n"
    "std::string_view embedded_table(std::string_view name) {\n${rows}  return {};\n}\n\n"
    "}  // namespace isnad\n")
endif()
