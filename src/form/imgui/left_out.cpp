// The parts of Dear ImGui that no tool reaches, left out of the module by standing in for them: its tables and columns
// (form/ lays out its own), its settings file (nothing is stored), and C's formatted text (ui/words writes figures).
// `./dev bench size` shows what that is worth.
#include <cstdarg>
#include <cstddef>

#include "imgui.h"
#include "imgui_internal.h"

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

#ifdef __EMSCRIPTEN__  // the native tests link the whole library

namespace ImGui {

void EndColumns() {}
void EndTable() {}
void TablePushColumnChannel(int) {}
void TablePopColumnChannel() {}
void TableGcCompactSettings() {}
void TableGcCompactTransientBuffers(ImGuiTable*) {}
void TableGcCompactTransientBuffers(ImGuiTableTempData*) {}
void TableSettingsAddSettingsHandler() {}

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
#endif
