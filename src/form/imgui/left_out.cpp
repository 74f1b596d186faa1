// The parts of Dear ImGui that no tool reaches, left out of the page's program by standing in for them: its windows,
// tables and columns (form/ lays out on the whole canvas), its settings file (nothing is stored), and C's formatted
// text (ui/words writes figures). web/wasm.cmake builds the library such that what is defined here counts. `./dev bench
// size` shows what that is worth.
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

void TableGcCompactSettings() {}
void TableGcCompactTransientBuffers(ImGuiTable*) {}
void TableGcCompactTransientBuffers(ImGuiTableTempData*) {}
void TableSettingsAddSettingsHandler() {}

// There is no window: everything is drawn into the background of the canvas, and keys, presses and scrolling are the
// native elements' and the page's. Not even the one in which a frame otherwise begins.
bool Begin(const char*, bool*, ImGuiWindowFlags) { return false; }
void End() {}
void SetNextWindowSize(const ImVec2&, ImGuiCond) {}
void UpdateHoveredWindowAndCaptureFlags(const ImVec2&) {}
void UpdateMouseMovingWindowNewFrame() {}
void UpdateMouseMovingWindowEndFrame() {}
void FocusWindow(ImGuiWindow*, ImGuiFocusRequestFlags) {}
void FocusTopMostWindowUnderOne(ImGuiWindow*, ImGuiWindow*, ImGuiViewport*, ImGuiFocusRequestFlags) {}
void SetActiveID(ImGuiID, ImGuiWindow*) {}
ImGuiWindow* GetTopMostPopupModal() { return nullptr; }
ImGuiWindow* GetTopMostAndVisiblePopupModal() { return nullptr; }
void ClosePopupsOverWindow(ImGuiWindow*, bool) {}
void ClosePopupToLevel(int, bool) {}
void SetScrollX(ImGuiWindow*, float) {}
void SetScrollY(ImGuiWindow*, float) {}
void RenderMouseCursor(ImVec2, float, ImGuiMouseCursor, ImU32, ImU32, ImU32) {}
void AddSettingsHandler(const ImGuiSettingsHandler*) {}
void ErrorRecoveryStoreState(ImGuiErrorRecoveryState*) {}
void ErrorRecoveryTryToRecoverState(const ImGuiErrorRecoveryState*) {}
bool IsKeyPressed(ImGuiKey, ImGuiInputFlags, ImGuiID) { return false; }
bool Shortcut(ImGuiKeyChord, ImGuiInputFlags, ImGuiID) { return false; }
void NavInitWindow(ImGuiWindow*, bool) {}
void NavInitRequestApplyResult() {}
void NavMoveRequestSubmit(ImGuiDir, ImGuiDir, ImGuiNavMoveFlags, ImGuiScrollFlags) {}
void NavMoveRequestForward(ImGuiDir, ImGuiDir, ImGuiNavMoveFlags, ImGuiScrollFlags) {}
void NavMoveRequestCancel() {}
void NavMoveRequestApplyResult() {}
bool NavMoveRequestButNoResultYet() { return false; }
bool Selectable(const char*, bool, ImGuiSelectableFlags, const ImVec2&) { return false; }
bool BeginTooltipEx(ImGuiTooltipFlags, ImGuiWindowFlags) { return false; }
void SetTooltip(const char*, ...) {}

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
