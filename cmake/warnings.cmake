# One set of flags for every target of the project; nothing of it reaches a consumer.
add_library(ent_flags INTERFACE)
target_compile_features(ent_flags INTERFACE cxx_std_20)
target_compile_options(ent_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
if(ENT_WARNINGS_ARE_ERRORS)
  target_compile_options(ent_flags INTERFACE -Werror)
endif()
# When it optimises, GCC 12 sees overlaps and bounds in the standard library's own strings that are not there
# (its bugs 105329 and 105651); GCC 13 no longer does.
target_compile_options(ent_flags INTERFACE
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict;-Wno-array-bounds;-Wno-stringop-overflow>)
if(ENT_SANITIZE)
  target_compile_options(ent_flags INTERFACE -fsanitize=${ENT_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(ent_flags INTERFACE -fsanitize=${ENT_SANITIZE})
  if(ENT_SANITIZE MATCHES "undefined")
    target_compile_options(ent_flags INTERFACE -fno-sanitize-recover=all)
  endif()
  # With a sanitizer, GCC no longer sees that an optional is looked into only where it holds something, and says so in its manual.
  target_compile_options(ent_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
endif()
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_C_STANDARD 99)
set(CMAKE_C_EXTENSIONS OFF)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_C_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
