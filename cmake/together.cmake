# With CMAKE_UNITY_BUILD the files of a folder that open the same namespaces are compiled together, ten at a time: most of
# the time goes into what all of them include and instantiate. Files of an outer and of an inner namespace stay apart, since
# a name of one file would hide the other's there without a word; tests/hygiene/together.py holds what is left to be held.
# A build without it, and without the precompiled header, is the preset dev: it shows an include that is missing.
function(ent_compile_together target)
  get_target_property(sources ${target} SOURCES)
  foreach(source IN LISTS sources)
    cmake_path(GET source PARENT_PATH folder)
    file(STRINGS "${source}" namespaces REGEX "^(inline )?namespace [a-z][a-z_:]*")
    if(NOT namespaces)
      continue()
    endif()
    string(REGEX REPLACE "[^a-z]+" "_" group "${namespaces}")
    cmake_path(RELATIVE_PATH folder BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}")
    string(MAKE_C_IDENTIFIER "${folder}${group}" group)
    math(EXPR count_${group} "${count_${group}} + 1")
    math(EXPR part "(${count_${group}} + 9) / 10")
    set_source_files_properties("${source}" PROPERTIES UNITY_GROUP "${group}_${part}")
  endforeach()
  set_target_properties(${target} PROPERTIES UNITY_BUILD_MODE GROUP)
endfunction()
