# SPDX-License-Identifier: Apache-2.0
#
# Toolchain file: the clang that Debian 12 has, whichever is installed.

find_program(ISNAD_CLANGXX NAMES clang++-16 clang++-15 clang++-14 clang++)
if(NOT ISNAD_CLANGXX)
  message(FATAL_ERROR "no clang++ found: install clang-16 and libclang-rt-16-dev")
endif()
set(CMAKE_CXX_COMPILER "${ISNAD_CLANGXX}")
