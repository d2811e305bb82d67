# Configures the preset that is shipped and fails where a compiler is told to
# make code for some processors only: what runs here must run elsewhere.
# cmake -DSOURCE=... -DBUILD=... [-DFLAGS=...] -P portable_test.cmake
foreach(name CFLAGS CXXFLAGS CPPFLAGS)
  unset(ENV{${name}})
endforeach()
file(REMOVE_RECURSE ${BUILD})
execute_process(
  COMMAND ${CMAKE_COMMAND} --preset release -B ${BUILD}
          -DCMAKE_EXPORT_COMPILE_COMMANDS=ON "-DCMAKE_CXX_FLAGS=${FLAGS}"
  WORKING_DIRECTORY ${SOURCE}
  OUTPUT_QUIET
  COMMAND_ERROR_IS_FATAL ANY)
file(READ ${BUILD}/compile_commands.json commands)
string(REGEX MATCHALL "-m(arch|tune|cpu)=[^ \"]*" flags "${commands}")
list(REMOVE_DUPLICATES flags)
file(REMOVE_RECURSE ${BUILD})
if(NOT commands MATCHES "-O[23]")
  message(FATAL_ERROR "the release preset does not optimize")
endif()
if(flags)
  message(FATAL_ERROR "not for every processor: ${flags}")
endif()
