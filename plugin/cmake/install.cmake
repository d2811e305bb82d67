# What is installed, and how an installed tree is found: CMake packages and
# pkg-config files. Every path is relative, so the tree may be moved as a whole.

include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/saring)
cmake_path(RELATIVE_PATH CMAKE_INSTALL_FULL_LIBDIR
           BASE_DIRECTORY ${CMAKE_INSTALL_FULL_BINDIR}
           OUTPUT_VARIABLE bin_to_lib)
# For the templates; pkg-config files lie in <libdir>/pkgconfig.
cmake_path(RELATIVE_PATH CMAKE_INSTALL_PREFIX
           BASE_DIRECTORY ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig
           OUTPUT_VARIABLE pkgconfig_to_prefix)

# Two exports: whoever wants only the C library needs no Xapian. The adapter's
# own folder puts it in the export saringTargets.
install(TARGETS saring EXPORT saringLibrary
        LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
        PUBLIC_HEADER DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/saring)
install(EXPORT saringLibrary FILE saringTargets.cmake NAMESPACE saring::
        DESTINATION ${package_dir})
install(EXPORT saringTargets FILE saringXapianTargets.cmake NAMESPACE saring::
        DESTINATION ${package_dir})
set_target_properties(saring_xapian PROPERTIES INSTALL_RPATH "$ORIGIN")

set_target_properties(saring_cli PROPERTIES
  INSTALL_RPATH "$ORIGIN/${bin_to_lib}")
install(TARGETS saring_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})

install(DIRECTORY ${PROJECT_SOURCE_DIR}/config/policies/
        DESTINATION ${CMAKE_INSTALL_DATADIR}/saring/policies
        FILES_MATCHING PATTERN "*.yaml" PATTERN "*.txt" PATTERN "*.json")
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE
        DESTINATION ${CMAKE_INSTALL_DOCDIR})

configure_package_config_file(
  cmake/saringConfig.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/saringConfig.cmake
  INSTALL_DESTINATION ${package_dir}
  NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(
  ${CMAKE_CURRENT_BINARY_DIR}/saringConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/saringConfig.cmake
              ${CMAKE_CURRENT_BINARY_DIR}/saringConfigVersion.cmake
        DESTINATION ${package_dir})

foreach(name saring saring-opensearch saring-xapian)
  configure_file(cmake/${name}.pc.in ${CMAKE_CURRENT_BINARY_DIR}/${name}.pc
                 @ONLY)
  install(FILES ${CMAKE_CURRENT_BINARY_DIR}/${name}.pc
          DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
endforeach()
