# What only a WebAssembly build has: the page's program (below), its reader and the headless module (module.cmake).
# Small and without exceptions; the tests' build keeps the usual options.
set(small_options -Oz -flto -fno-exceptions -fno-rtti -fno-threadsafe-statics)
include(${CMAKE_CURRENT_LIST_DIR}/module.cmake)

# Of ingest the page has how a count or a range is typed and how a Reading arrives; of report, the tables to keep. It has
# a table of schemes of its own, shorter.
file(GLOB page_sources CONFIGURE_DEPENDS
  src/core/schemes.cpp src/form/*.cpp src/form/imgui/*.cpp src/report/*csv*.cpp src/report/plan_results.cpp src/ui/*.cpp
  src/platform/*.cpp)

# Its functions are weak here: one that left_out.cpp defines takes the place of the library's own, which is dropped.
add_library(imgui_weak OBJECT ${MF_IMGUI_DIR}/imgui.cpp ${MF_IMGUI_DIR}/imgui_draw.cpp ${MF_IMGUI_DIR}/imgui_widgets.cpp)
target_compile_definitions(imgui_weak PRIVATE "IMGUI_API=__attribute__((weak))")
add_library(imgui_opengl OBJECT ${MF_IMGUI_DIR}/backends/imgui_impl_opengl3.cpp)
target_compile_options(imgui_opengl PRIVATE -fno-builtin-fprintf)  # left_out.cpp has one
target_compile_definitions(imgui_opengl PRIVATE glGetIntegerv=mf_drawing_state)  # platform/drawing_state.cpp
foreach(part imgui_weak imgui_opengl)
  target_link_libraries(${part} PRIVATE imgui_headers)
  target_compile_options(${part} PRIVATE ${small_options})
endforeach()

# The page's program: linked whole, then cut in two. What only these functions lead to is the later part, which the page
# fetches when it first calls one of them. Natively and in the tests the program is one piece.
set(later_doors mf::ui::draw_campaign mf::ui::draw_pick mf::ui::draw_numbers)

add_library(mf_page OBJECT ${page_sources})
target_link_libraries(mf_page PRIVATE mf_small imgui_headers)
target_compile_definitions(mf_page PRIVATE MF_PAGE MF_VERSION="${PROJECT_VERSION}")

function(mf_whole_page name suffix)
  add_executable(${name} $<TARGET_OBJECTS:mf_page>)
  target_link_libraries(${name} PRIVATE mf_small imgui_weak imgui_opengl)
  set_target_properties(${name} PROPERTIES
    OUTPUT_NAME tool SUFFIX ${suffix} LINKER_LANGUAGE CXX RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/page/${name})
  target_link_options(${name} PRIVATE
    ${small_options} ${ARGN}
    --profiling-funcs -Wl,--no-demangle  # names, for split.mjs
    --no-entry
    -sMODULARIZE=1 -sEXPORT_ES6=1 -sENVIRONMENT=web -sSTRICT=1 -sFILESYSTEM=0
    -sDYNAMIC_EXECUTION=0  # a strict CSP forbids eval
    -sMALLOC=emmalloc -sALLOW_MEMORY_GROWTH=1 -sMAXIMUM_MEMORY=1GB -sSTACK_SIZE=256KB -sABORTING_MALLOC=0
    -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sGL_ENABLE_GET_PROC_ADDRESS=0
    -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0 -sGL_TRACK_ERRORS=0
    -sINCOMING_MODULE_JS_API=locateFile,wasmBinary
    -sEXPORTED_RUNTIME_METHODS=HEAPU8,HEAPF32,wasmExports
    -lhtml5.js -lhtml5_webgl.js -lGL)
endfunction()
mf_whole_page(whole .mjs)
# The same once more as the linker leaves it, with a list of what refers to what.
mf_whole_page(linked .wasm --oformat=bare -Wno-experimental -Wl,--emit-relocs)

execute_process(COMMAND ${EMSCRIPTEN_ROOT_PATH}/em-config BINARYEN_ROOT
  OUTPUT_VARIABLE binaryen OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
set(page ${CMAKE_BINARY_DIR}/page)
add_custom_command(OUTPUT ${page}/tool.wasm ${page}/later.wasm
  COMMAND ${NODE} ${CMAKE_CURRENT_LIST_DIR}/split.mjs ${binaryen}/bin ${page}/linked/tool.wasm ${page}/whole/tool.wasm
    ${page}/tool.wasm ${page}/later.wasm ${later_doors}
  DEPENDS linked whole web/split.mjs web/linked.mjs
  VERBATIM)
add_custom_target(mf_app ALL DEPENDS ${page}/tool.wasm ${page}/later.wasm)
