# What the three programs share, built once and small, whatever the build type: the last -O wins. The linker drops what
# a program does not use.
file(GLOB small_sources CONFIGURE_DEPENDS src/core/*.cpp src/ingest/*.cpp)
list(FILTER small_sources EXCLUDE REGEX "/ingest/(read|readers)\\.cpp$")
add_library(mf_small STATIC ${small_sources})
add_dependencies(mf_small mf_tables)
target_link_libraries(mf_small PUBLIC mf_options mf_headers)
target_compile_options(mf_small PUBLIC ${small_options})

# The readers' one door: a program without it that calls it does not link.
set(reading_sources src/ingest/read.cpp src/ingest/readers.cpp)

# The two programs without a face. No JavaScript glue is generated for them: a hand-written script runs each, and one
# file lists what crosses its boundary.
function(mf_standalone name file folder)
  add_executable(${name} ${reading_sources} ${ARGN})
  target_link_libraries(${name} PRIVATE mf_small)
  target_link_options(${name} PRIVATE
    ${small_options} --no-entry
    -sSTANDALONE_WASM=1 -sFILESYSTEM=0
    # dlmalloc is 2 KB more than emmalloc and reads a list of half a million creators in about half the time.
    -sMALLOC=dlmalloc -sALLOW_MEMORY_GROWTH=1 -sMAXIMUM_MEMORY=2GB -sSTACK_SIZE=256KB)
  set_target_properties(${name} PROPERTIES
    OUTPUT_NAME ${file} SUFFIX .wasm
    RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/${folder})
endfunction()

# The core for other people's programs: web/microfluence.mjs runs it in browsers, workers and Node; src/report/module.cpp.
file(GLOB module_sources CONFIGURE_DEPENDS src/report/*.cpp)
mf_standalone(mf_module microfluence module ${module_sources})
target_compile_definitions(mf_module PRIVATE MF_VERSION="${PROJECT_VERSION}")

# What reads for the page, fetched when somebody first gives it something: web/reader.mjs runs it; src/reader/program.cpp.
file(GLOB reader_sources CONFIGURE_DEPENDS src/reader/*.cpp)
mf_standalone(mf_reader reader page ${reader_sources})

# The same doctest suite as WebAssembly, under Node. Nothing in the program throws, so the tests do without exceptions too.
target_compile_definitions(mf_tests PRIVATE DOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS)
target_compile_options(mf_tests PRIVATE -fno-exceptions -O0)  # built quicker than they would run
target_link_options(mf_tests PRIVATE
  -sNODERAWFS=1 -sSTACK_SIZE=1MB -sALLOW_MEMORY_GROWTH=1 -sMAXIMUM_MEMORY=2GB -sENVIRONMENT=node -sEXIT_RUNTIME=1)
