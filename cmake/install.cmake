# What `cmake --install` lays below a prefix; the tree can be moved afterwards. See docs/install.md.
# Components: runtime (what a program in C needs to run), development (what building on ent needs), python.
include(CMakePackageConfigHelpers)

set(ent_cmake "${CMAKE_INSTALL_LIBDIR}/cmake/ent")
set(ent_pkgconfig "${CMAKE_INSTALL_LIBDIR}/pkgconfig")

install(TARGETS ent EXPORT ent_cpp ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT development)
install(TARGETS ent_c EXPORT ent_c LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}"
        COMPONENT runtime NAMELINK_COMPONENT development)
install(DIRECTORY include/ent bindings/c/include/ent DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT development
        FILES_MATCHING PATTERN "*.hpp" PATTERN "*.h")

# For find_package(ent). Two exports, since programs in C need nothing of what the C++ library is linked with.
install(EXPORT ent_cpp NAMESPACE ent:: FILE entCppTargets.cmake DESTINATION "${ent_cmake}" COMPONENT development)
install(EXPORT ent_c NAMESPACE ent:: FILE entCTargets.cmake DESTINATION "${ent_cmake}" COMPONENT development)
configure_package_config_file(cmake/entConfig.cmake.in "${PROJECT_BINARY_DIR}/entConfig.cmake"
  INSTALL_DESTINATION "${ent_cmake}" NO_SET_AND_CHECK_MACRO)
if(PROJECT_VERSION_MAJOR EQUAL 0)
  set(ent_compatible SameMinorVersion)
else()
  set(ent_compatible SameMajorVersion)
endif()
write_basic_package_version_file("${PROJECT_BINARY_DIR}/entConfigVersion.cmake" COMPATIBILITY ${ent_compatible})
install(FILES "${PROJECT_BINARY_DIR}/entConfig.cmake" "${PROJECT_BINARY_DIR}/entConfigVersion.cmake"
        DESTINATION "${ent_cmake}" COMPONENT development)

# For pkg-config. Their prefix is found from where they lie; one that is not below the prefix is left as it is.
if(IS_ABSOLUTE "${ent_pkgconfig}")
  set(ent_prefix "${CMAKE_INSTALL_PREFIX}")
else()
  file(RELATIVE_PATH ent_up "/${ent_pkgconfig}" "/")
  string(REGEX REPLACE "/$" "" ent_prefix "\${pcfiledir}/${ent_up}")
endif()
cmake_path(ABSOLUTE_PATH CMAKE_INSTALL_LIBDIR BASE_DIRECTORY "\${prefix}" OUTPUT_VARIABLE ent_libdir)
cmake_path(ABSOLUTE_PATH CMAKE_INSTALL_INCLUDEDIR BASE_DIRECTORY "\${prefix}" OUTPUT_VARIABLE ent_includedir)
set(ent_requires "sqlite3, fmt, libsodium, expat")
if(ENT_POSTGRES)
  string(APPEND ent_requires ", libpq")
endif()
foreach(name IN ITEMS ent ent-c)
  configure_file(cmake/${name}.pc.in "${PROJECT_BINARY_DIR}/${name}.pc" @ONLY)
  install(FILES "${PROJECT_BINARY_DIR}/${name}.pc" DESTINATION "${ent_pkgconfig}" COMPONENT development)
endforeach()

# The licence goes with the libraries; the pages lie as in the sources, so that their links lead on.
install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT runtime)
install(FILES LICENSE README.md CHANGELOG.md CONTRIBUTING.md SECURITY.md DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT development)
install(DIRECTORY docs examples DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT development
        FILES_MATCHING REGEX "[.](md|c|cpp|hpp|py|txt)$" PATTERN "CMakeLists.txt" EXCLUDE PATTERN "__pycache__" EXCLUDE)
install(FILES bindings/ent.json bindings/openapi.json DESTINATION "${CMAKE_INSTALL_DATADIR}/ent" COMPONENT development)
