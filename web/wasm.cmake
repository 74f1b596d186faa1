# What only a WebAssembly build has: the page's program (below), its reader and the headless module (module.cmake).
include(${CMAKE_CURRENT_LIST_DIR}/module.cmake OPTIONAL)

# Small and without exceptions. The rooms are built a second time for it: the tests' build keeps the usual options.
set(page_options -Oz -flto -fno-exceptions -fno-rtti -fno-threadsafe-statics)
file(GLOB page_sources CONFIGURE_DEPENDS
  src/core/*.cpp src/ingest/*.cpp src/form/*.cpp src/ui/*.cpp src/platform/*.cpp)
# Of ingest it has how a count is typed and how a Reading arrives. The readers' one door stays out, so that a call of it
# does not link; without it the linker drops all that is behind.
list(FILTER page_sources EXCLUDE REGEX "/ingest/(read|readers)\\.cpp$")
add_library(imgui_opengl STATIC ${MF_IMGUI_DIR}/backends/imgui_impl_opengl3.cpp)
target_link_libraries(imgui_opengl PUBLIC imgui)
target_compile_options(imgui_opengl PRIVATE ${page_options})
add_executable(mf_app ${page_sources})
add_dependencies(mf_app mf_tables)
target_link_libraries(mf_app PRIVATE mf_options mf_headers imgui imgui_opengl)
target_compile_options(mf_app PRIVATE ${page_options})
target_compile_options(imgui PRIVATE ${page_options})
set_target_properties(mf_app PROPERTIES
  OUTPUT_NAME tool SUFFIX .mjs RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/page)
target_link_options(mf_app PRIVATE
  ${page_options}
  --no-entry
  -sMODULARIZE=1 -sEXPORT_ES6=1 -sENVIRONMENT=web -sSTRICT=1 -sFILESYSTEM=0
  -sDYNAMIC_EXECUTION=0  # a strict CSP forbids eval
  -sALLOW_MEMORY_GROWTH=1 -sMAXIMUM_MEMORY=1GB -sSTACK_SIZE=256KB -sABORTING_MALLOC=0
  -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sGL_ENABLE_GET_PROC_ADDRESS=0
  -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0 -sGL_TRACK_ERRORS=0
  -sINCOMING_MODULE_JS_API=locateFile,wasmBinary
  -sEXPORTED_RUNTIME_METHODS=HEAPU8,HEAPF32
  -lhtml5.js -lhtml5_webgl.js -lGL)
