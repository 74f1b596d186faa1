// How Dear ImGui is built here: what the tools use, and nothing else.
#pragma once

#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS  // left_out.cpp
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_USE_WCHAR32

// Dear ImGui picks its font loader at compile time: stb_truetype, or with this switch whatever
// ImGuiFreeType::GetFontLoader returns. Ours asks the browser (platform/browser_fonts.cpp), and stb_truetype and
// every font file stay out of the module.
#define IMGUI_ENABLE_FREETYPE
