# SPDX-License-Identifier: Apache-2.0
#
# The libraries of others, all from Debian 12. What each is for: docs/dependencies.md.
# RapidJSON and CLI11 are headers alone: they are looked for, not linked.

set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)

# A library that brings no CMake package of its own: one header, one archive or shared object.
function(isnad_find_library target header library package)
  find_path(${target}_INCLUDE_DIR ${header})
  find_library(${target}_LIBRARY ${library})
  mark_as_advanced(${target}_INCLUDE_DIR ${target}_LIBRARY)
  if(NOT ${target}_INCLUDE_DIR OR NOT ${target}_LIBRARY)
    message(FATAL_ERROR "${header} or lib${library} not found: install ${package}")
  endif()
  add_library(${target} INTERFACE IMPORTED)
  set_target_properties(${target} PROPERTIES
    INTERFACE_INCLUDE_DIRECTORIES "${${target}_INCLUDE_DIR}"
    INTERFACE_LINK_LIBRARIES "${${target}_LIBRARY}")
endfunction()

function(isnad_find_header variable header package)
  find_path(${variable} ${header})
  mark_as_advanced(${variable})
  if(NOT ${variable})
    message(FATAL_ERROR "${header} not found: install ${package}")
  endif()
endfunction()

isnad_find_library(isnad_nettle nettle/sha2.h nettle nettle-dev)
isnad_find_library(isnad_xxhash xxhash.h xxhash libxxhash-dev)
isnad_find_library(isnad_archive archive.h archive libarchive-dev)
isnad_find_header(ISNAD_RAPIDJSON_DIR rapidjson/document.h rapidjson-dev)
isnad_find_header(ISNAD_CLI11_DIR CLI/CLI.hpp libcli11-dev)
