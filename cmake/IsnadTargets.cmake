# SPDX-License-Identifier: Apache-2.0
#
# How each kind of target is made. Sources are found by folder, so a new file needs no edit here.

set(ISNAD_FLOORS "" CACHE INTERNAL "")          # every floor's target, lowest first
set(ISNAD_COMPILED_FLOORS "" CACHE INTERNAL "") # those that have a source file

# isnad_add_floor(name [BELOW floor] [TABLES function] [PACK_TABLES table...] [USES library...])
# The library isnad_<name> of src/<name>/*.cc. While a folder holds no source the target exists all
# the same, with nothing to compile. TABLES: the folder's *.tsv are compiled in, and are what
# std::string_view isnad::<function>(name) gives back. PACK_TABLES: tables of packs/ that are compiled in
# too, without .tsv; packs/ar/lists/words.tsv is "ar_words".
function(isnad_add_floor name)
  cmake_parse_arguments(PARSE_ARGV 1 floor "" "BELOW;TABLES" "PACK_TABLES;USES")
  set(target isnad_${name})
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/${name}/*.cc")
  if(sources AND floor_TABLES)
    isnad_embed_tables(${name} ${floor_TABLES} tables ${floor_PACK_TABLES})
    list(APPEND sources "${tables}")
  endif()
  if(sources)
    add_library(${target} STATIC ${sources})
    set(reach PUBLIC)
    set(ISNAD_COMPILED_FLOORS ${ISNAD_COMPILED_FLOORS} ${target} CACHE INTERNAL "")
    target_compile_definitions(${target} PRIVATE ISNAD_VERSION="${PROJECT_VERSION}")
  else()
    add_library(${target} INTERFACE)
    set(reach INTERFACE)
  endif()
  target_include_directories(${target} ${reach}
    "${PROJECT_SOURCE_DIR}/include" "${PROJECT_SOURCE_DIR}/src")
  if(floor_BELOW)
    target_link_libraries(${target} ${reach} isnad_${floor_BELOW})
  endif()
  target_link_libraries(${target} ${reach} ${floor_USES})
  set(ISNAD_FLOORS ${ISNAD_FLOORS} ${target} CACHE INTERNAL "")
endfunction()

# Sets `result` to a source file, made when building, that holds the *.tsv of src/<name> and the tables
# of packs/ named behind it.
function(isnad_embed_tables name function result)
  set(output "${PROJECT_BINARY_DIR}/generated/${name}/tables.cc")
  set(script "${PROJECT_SOURCE_DIR}/cmake/embed_tables.cmake")
  file(GLOB tables CONFIGURE_DEPENDS
    "${PROJECT_SOURCE_DIR}/src/${name}/*.tsv" "${PROJECT_SOURCE_DIR}/src/${name}/*.css")
  foreach(table IN LISTS ARGN)
    list(APPEND tables "${PROJECT_SOURCE_DIR}/packs/${table}.tsv")
  endforeach()
  list(JOIN tables "," files)
  add_custom_command(OUTPUT "${output}"
    COMMAND ${CMAKE_COMMAND} "-DFILES=${files}" -DFUNCTION=${function} "-DOUTPUT=${output}"
            -P "${script}"
    DEPENDS ${tables} "${script}"
    COMMENT "Compiling in the tables of src/${name}"
    VERBATIM)
  set(${result} "${output}" PARENT_SCOPE)
endfunction()

# libisnad.a: all floors in one archive, for those who build on the library.
function(isnad_add_umbrella)
  if(NOT ISNAD_COMPILED_FLOORS)
    return()
  endif()
  set(objects)
  foreach(floor IN LISTS ISNAD_COMPILED_FLOORS)
    list(APPEND objects $<TARGET_OBJECTS:${floor}>)
  endforeach()
  add_library(isnad_library STATIC ${objects})
  add_library(isnad::isnad ALIAS isnad_library)
  set_target_properties(isnad_library PROPERTIES OUTPUT_NAME isnad LINKER_LANGUAGE CXX)
  target_include_directories(isnad_library PUBLIC "${PROJECT_SOURCE_DIR}/include")
  target_link_libraries(isnad_library PUBLIC
    isnad_nettle isnad_xxhash isnad_archive ICU::uc ICU::i18n Threads::Threads)
endfunction()

# isnad_packc: the compiler of packs as a library; packc: the same as a program of its own.
function(isnad_add_packc)
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/packc/*.cc")
  list(REMOVE_ITEM sources "${PROJECT_SOURCE_DIR}/packc/main.cc")
  if(sources)
    add_library(isnad_packc STATIC ${sources})
    set(reach PUBLIC)
  else()
    add_library(isnad_packc INTERFACE)
    set(reach INTERFACE)
  endif()
  target_include_directories(isnad_packc ${reach} "${PROJECT_SOURCE_DIR}")
  target_link_libraries(isnad_packc ${reach} isnad_match)
  if(EXISTS "${PROJECT_SOURCE_DIR}/packc/main.cc")
    add_executable(packc "${PROJECT_SOURCE_DIR}/packc/main.cc")
    target_link_libraries(packc PRIVATE isnad_packc)
  endif()
endfunction()

# isnad: the command.
function(isnad_add_command)
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/apps/*.cc")
  if(NOT sources)
    return()
  endif()
  add_executable(isnad ${sources})
  target_compile_definitions(isnad PRIVATE ISNAD_VERSION="${PROJECT_VERSION}")
  target_link_libraries(isnad PRIVATE isnad_engine isnad_show isnad_packc)
endfunction()

# packs/<lang>/ -> <build>/packs/<lang>.pack. Not written unless every example in them holds.
function(isnad_add_packs)
  if(NOT TARGET isnad)
    return()
  endif()
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/packs/*")
  file(GLOB folders LIST_DIRECTORIES true CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/packs/*")
  set(outputs)
  foreach(folder IN LISTS folders)
    if(IS_DIRECTORY "${folder}")
      get_filename_component(language "${folder}" NAME)
      list(APPEND outputs "${PROJECT_BINARY_DIR}/packs/${language}.pack")
    endif()
  endforeach()
  if(NOT outputs)
    return()
  endif()
  add_custom_command(OUTPUT ${outputs}
    COMMAND ${CMAKE_COMMAND} -E make_directory "${PROJECT_BINARY_DIR}/packs"
    COMMAND isnad pack build packs -o "${PROJECT_BINARY_DIR}/packs"
    DEPENDS isnad ${sources}
    WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
    COMMENT "Compiling the language packs and running their examples"
    VERBATIM)
  add_custom_target(packs ALL DEPENDS ${outputs})
endfunction()

# What a test, a benchmark or a fuzz target is told about where things lie.
function(isnad_tell_places target)
  target_compile_definitions(${target} PRIVATE
    ISNAD_VERSION="${PROJECT_VERSION}"
    ISNAD_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
    ISNAD_BINARY_DIR="${PROJECT_BINARY_DIR}"
    ISNAD_PACKS_DIR="${PROJECT_BINARY_DIR}/packs"
    ISNAD_COMMAND="${PROJECT_BINARY_DIR}/isnad")
endfunction()

# tests/<floor>/*_test.cc -> test_<floor>, linked with that floor and what lies below it alone.
# A folder named after no floor may use everything. Helpers (*.cc that are no tests) belong to
# their folder; those of tests/support belong to all.
function(isnad_add_tests)
  find_package(GTest REQUIRED)
  find_package(rapidcheck REQUIRED)
  # Debian's own python3 first: that is the one which has Debian's python3-jsonschema.
  find_program(ISNAD_PYTHON python3 HINTS /usr/bin REQUIRED)
  mark_as_advanced(ISNAD_PYTHON)
  include(GoogleTest)
  file(GLOB support CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/support/*.cc")
  file(GLOB folders LIST_DIRECTORIES true CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/*")
  foreach(folder IN LISTS folders)
    file(GLOB tests CONFIGURE_DEPENDS "${folder}/*_test.cc")
    if(tests)
      isnad_add_test_folder("${folder}" "${support}")
    endif()
    if(EXISTS "${folder}/CMakeLists.txt")   # tests of its own kind
      get_filename_component(name "${folder}" NAME)
      add_subdirectory("${folder}" "tests/${name}")
    endif()
  endforeach()
endfunction()

function(isnad_add_test_folder folder support)
  get_filename_component(name "${folder}" NAME)
  set(target test_${name})
  file(GLOB sources CONFIGURE_DEPENDS "${folder}/*.cc")
  add_executable(${target} ${sources} ${support})
  target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
  if(TARGET isnad_${name} AND NOT name STREQUAL "show")
    target_link_libraries(${target} PRIVATE isnad_${name})
    if(name STREQUAL "match")  # is tested with packs that the test compiles
      target_link_libraries(${target} PRIVATE isnad_packc)
    endif()
  else()
    target_link_libraries(${target} PRIVATE isnad_engine isnad_show isnad_packc)
  endif()
  target_link_libraries(${target} PRIVATE GTest::gtest_main rapidcheck)
  isnad_tell_places(${target})
  # Discovered when ctest starts: a test program that breaks is a failed test, not a failed build.
  gtest_discover_tests(${target} TEST_PREFIX "${name}." DISCOVERY_MODE PRE_TEST
    WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}" DISCOVERY_TIMEOUT 60 PROPERTIES TIMEOUT 300)
endfunction()

# bench/*_bench.cc -> one program each.
function(isnad_add_benchmarks)
  find_package(benchmark REQUIRED)
  isnad_find_library(isnad_stemmer libstemmer.h stemmer libstemmer-dev)  # the peer, measured beside
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/bench/*_bench.cc")
  foreach(source IN LISTS sources)
    get_filename_component(name "${source}" NAME_WE)
    add_executable(${name} "${source}")
    target_link_libraries(${name} PRIVATE
      isnad_engine isnad_show isnad_packc isnad_stemmer benchmark::benchmark_main)
    target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/bench")
    isnad_tell_places(${name})
  endforeach()
endfunction()

# fuzz/*_fuzz.cc -> one program each, in <build>/fuzz.
function(isnad_add_fuzzers)
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/fuzz/*_fuzz.cc")
  foreach(source IN LISTS sources)
    get_filename_component(name "${source}" NAME_WE)
    add_executable(${name} "${source}")
    set_target_properties(${name} PROPERTIES
      RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/fuzz")
    target_link_libraries(${name} PRIVATE isnad_engine isnad_show isnad_packc)
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
    isnad_tell_places(${name})
    if(name STREQUAL "read_fuzz" AND TARGET packs)
      add_dependencies(${name} packs)  # it reads with the real ones
    endif()
  endforeach()
endfunction()
