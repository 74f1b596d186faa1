// The parts of Dear ImGui that no tool reaches, left out of the page's program by standing in for them: what belongs to
// more than one plain window, its tables and columns (form/ lays out its own), its settings file (nothing is stored),
// and C's formatted text (ui/words writes figures). web/wasm.cmake builds the library such that what is defined here
// counts. `./dev bench size` shows what that is worth.
#include <cstdarg>
#include <cstddef>

#include "imgui.h"
#include "imgui_internal.h"

#ifdef MF_PAGE
#include <emscripten/console.h>
#include <emscripten/em_math.h>

#include <cstdio>
#endif

// Dear ImGui formats names of its own windows and log lines only; the format itself is name enough here.
int ImFormatStringV(char* out, std::size_t size, const char* format, va_list) {
  if (!out || size == 0) return 0;
  std::size_t length = 0;
  for (; format[length] && length + 1 < size; ++length) out[length] = format[length];
  out[length] = 0;
  return static_cast<int>(length);
}

int ImFormatString(char* out, std::size_t size, const char* format, ...) {
  va_list nothing;
  va_start(nothing, format);
  const int length = ImFormatStringV(out, size, format, nothing);
  va_end(nothing);
  return length;
}

#ifdef MF_PAGE  // tests link the whole library

namespace ImGui {

void EndColumns() {}
void EndTable() {}
void TablePushColumnChannel(int) {}
void TablePopColumnChannel() {}
void TableGcCompactSettings() {}
void TableGcCompactTransientBuffers(ImGuiTable*) {}
void TableGcCompactTransientBuffers(ImGuiTableTempData*) {}
void TableSettingsAddSettingsHandler() {}

// There is one window: without title, scroll bars, keyboard navigation, tooltips, popups and log; each Begin has its
// End.
void ErrorRecoveryTryToRecoverState(const ImGuiErrorRecoveryState*) {}
void ErrorRecoveryTryToRecoverWindowState(const ImGuiErrorRecoveryState*) {}
bool CloseButton(ImGuiID, const ImVec2&) { return false; }
bool CollapseButton(ImGuiID, const ImVec2&) { return false; }
void Scrollbar(ImGuiAxis) {}
ImVec2 ScrollToRectEx(ImGuiWindow*, const ImRect&, ImGuiScrollFlags) { return {}; }
bool Shortcut(ImGuiKeyChord, ImGuiInputFlags, ImGuiID) { return false; }
bool Selectable(const char*, bool, ImGuiSelectableFlags, const ImVec2&) { return false; }
void NavInitRequestApplyResult() {}
void NavMoveRequestApplyResult() {}
bool NavMoveRequestButNoResultYet() { return false; }
void RenderNavCursor(const ImRect&, ImGuiID, ImGuiNavRenderCursorFlags) {}
bool BeginTooltipEx(ImGuiTooltipFlags, ImGuiWindowFlags) { return false; }
void SetTooltip(const char*, ...) {}
ImVec2 FindBestWindowPosForPopup(ImGuiWindow* window) { return window->Pos; }
void LogRenderedText(const ImVec2*, const char*, const char*) {}

}  // namespace ImGui

// Called for settings lines, and there are none, and for "#version %d" of the shaders: literal text, then one number.
extern "C" int sscanf(const char* text, const char* format, ...) {
  while (*format && *format != '%') {
    if (*text++ != *format++) return 0;
  }
  if (format[0] != '%' || format[1] != 'd' || *text < '0' || *text > '9') return 0;
  int number = 0;
  for (; *text >= '0' && *text <= '9'; ++text) number = number * 10 + (*text - '0');
  va_list out;
  va_start(out, format);
  *va_arg(out, int*) = number;
  va_end(out);
  return 1;
}

// Called when a shader does not compile, which only somebody who changes one will see: the format says enough.
extern "C" int fprintf(FILE*, const char* format, ...) {
  emscripten_console_error(format);
  return 0;
}

// For the circles of Dear ImGui; the browser has them already. core/ has no use for them: they may differ in a last
// bit.
extern "C" float sinf(float angle) { return static_cast<float>(emscripten_math_sin(static_cast<double>(angle))); }
extern "C" float cosf(float angle) { return static_cast<float>(emscripten_math_cos(static_cast<double>(angle))); }
#endif
