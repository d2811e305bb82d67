# cmake -DNM= -DREADELF= -DLIBRARY= -DSONAME= -DEXPECTED= -DHEADERS=
#       -P exports_test.cmake
#
# LIBRARY is SONAME to whoever loads it. It exports exactly the symbols that
# EXPECTED lists, which are those that the headers in HEADERS declare; and it
# needs no library under the GPL.

cmake_minimum_required(VERSION 3.22)

execute_process(COMMAND ${NM} -D --defined-only --format=posix ${LIBRARY}
                OUTPUT_VARIABLE table COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "[^\n]+ [TWVBDRiu] " exported "${table}")
list(TRANSFORM exported REPLACE "[@ ].*" "")
list(SORT exported)

file(STRINGS ${EXPECTED} expected)

file(GLOB paths ${HEADERS}/*.h)
set(header "")
foreach(path IN LISTS paths)
  file(READ ${path} text)
  string(APPEND header "${text}")
endforeach()
string(REGEX MATCHALL "SARING_API[^(]+\\(" declared "${header}")
list(FILTER declared EXCLUDE REGEX "__attribute__")
list(TRANSFORM declared REPLACE ".*[ *\n](saring_[a-z_]+)\\($" "\\1")
list(SORT declared)

set(faults "")
function(compare what actual)
  foreach(name IN LISTS ${actual})
    if(NOT name IN_LIST expected)
      string(APPEND faults "\n${what} but not listed: ${name}")
    endif()
  endforeach()
  foreach(name IN LISTS expected)
    if(NOT name IN_LIST ${actual})
      string(APPEND faults "\nlisted but not ${what}: ${name}")
    endif()
  endforeach()
  set(faults "${faults}" PARENT_SCOPE)
endfunction()
compare(exported exported)
compare(declared declared)

list(SORT expected COMPARE STRING)
file(STRINGS ${EXPECTED} as_written)
if(NOT expected STREQUAL as_written)
  string(APPEND faults "\nthe list is not sorted")
endif()

execute_process(COMMAND ${READELF} --dynamic ${LIBRARY}
                OUTPUT_VARIABLE dynamic COMMAND_ERROR_IS_FATAL ANY)
if(dynamic MATCHES "NEEDED[^\n]*xapian")
  string(APPEND faults "\nneeds Xapian")
endif()
string(REGEX MATCH "SONAME[^\n]*\\[([^]]*)\\]" soname "${dynamic}")
if(NOT CMAKE_MATCH_1 STREQUAL SONAME)
  string(APPEND faults "\nits SONAME is ${CMAKE_MATCH_1}, not ${SONAME}")
endif()

if(faults)
  message(FATAL_ERROR "${LIBRARY} against ${EXPECTED}:${faults}")
endif()
