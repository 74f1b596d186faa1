# The core without a face: microfluence.wasm, run by the hand-written web/microfluence.mjs in browsers, workers and Node.
# No JavaScript glue is generated; src/report/module.cpp lists what crosses the boundary.

file(GLOB module_sources CONFIGURE_DEPENDS src/core/*.cpp src/ingest/*.cpp src/report/*.cpp)
add_executable(mf_module ${module_sources})
add_dependencies(mf_module mf_tables)
target_link_libraries(mf_module PRIVATE mf_options mf_headers)
target_compile_definitions(mf_module PRIVATE MF_VERSION="${PROJECT_VERSION}")
# Small, whatever the build type: the last -O wins.
target_compile_options(mf_module PRIVATE -Oz -flto -fno-exceptions -fno-rtti -fno-threadsafe-statics)
target_link_options(mf_module PRIVATE
  -Oz -flto -fno-exceptions -fno-rtti --no-entry
  -sSTANDALONE_WASM=1 -sFILESYSTEM=0
  # dlmalloc is 2 KB more than emmalloc and reads a list of half a million creators in about half the time.
  -sMALLOC=dlmalloc -sALLOW_MEMORY_GROWTH=1 -sMAXIMUM_MEMORY=1GB -sSTACK_SIZE=256KB)
set_target_properties(mf_module PROPERTIES
  OUTPUT_NAME microfluence SUFFIX .wasm
  RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/module)

# The same doctest suite as WebAssembly, under Node. Nothing in the program throws, so the tests do without exceptions too.
target_compile_definitions(mf_tests PRIVATE DOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS)
target_compile_options(mf_tests PRIVATE -fno-exceptions)
target_link_options(mf_tests PRIVATE
  -sNODERAWFS=1 -sSTACK_SIZE=1MB -sALLOW_MEMORY_GROWTH=1 -sMAXIMUM_MEMORY=2GB -sENVIRONMENT=node -sEXIT_RUNTIME=1)
