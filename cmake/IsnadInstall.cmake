# SPDX-License-Identifier: Apache-2.0
#
# bin/isnad, lib/libisnad.a, include/isnad/, share/isnad/packs/*.pack. The command looks for its
# packs in ../share/isnad/packs beside itself, so the whole may be moved.

if(TARGET isnad)
  install(TARGETS isnad RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
if(TARGET isnad_library)
  install(TARGETS isnad_library ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
endif()
if(IS_DIRECTORY "${PROJECT_SOURCE_DIR}/include/isnad")
  install(DIRECTORY include/isnad DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
          FILES_MATCHING PATTERN "*.h")
endif()
if(TARGET packs)
  install(DIRECTORY "${PROJECT_BINARY_DIR}/packs" DESTINATION ${CMAKE_INSTALL_DATADIR}/isnad
          FILES_MATCHING PATTERN "*.pack")
endif()
install(FILES LICENSE NOTICE DESTINATION ${CMAKE_INSTALL_DOCDIR})
