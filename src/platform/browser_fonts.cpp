#include "platform/browser_fonts.h"

#include <emscripten/em_js.h>

#include <cmath>
#include <cstdint>
#include <cstring>

#include "imgui.h"
#include "imgui_internal.h"
#include "misc/freetype/imgui_freetype.h"

// clang-format off
// out: advance, left, right, ascent, descent of the glyph, then ascent and descent of the font; pixels.
EM_JS(void, mf_measure_glyph, (int weight, float size, int codepoint, float* out), {
  HEAPF32.set(Module.glyphs.measure(weight, size, codepoint), out >> 2);
});
// Writes coverage, a byte a pixel, `width` × `height`, with the pen at (`x`, `y`) in it; stretched `stretch` times
// sideways.
EM_JS(void, mf_draw_glyph, (int weight, float size, int codepoint, uint8_t* out, int width, int height, float x, float y, int stretch), {
  HEAPU8.set(Module.glyphs.draw(weight, size, codepoint, width, height, x, y, stretch), out);
});
// clang-format on

namespace mf::platform {
namespace {

bool letters_are_drawn = false;
constexpr ImU16 not_looked_up = 0xFFFF;  // as Dear ImGui marks it

struct GlyphMeasure {
  float advance, left, right, ascent, descent, font_ascent, font_descent;
};

GlyphMeasure measure(const ImFontConfig* source, float size, ImWchar codepoint) {
  GlyphMeasure out{};
  mf_measure_glyph(static_cast<int>(source->FontNo), size, static_cast<int>(codepoint), &out.advance);
  return out;
}

bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar) { return true; }

bool start_size(ImFontAtlas*, ImFontConfig* source, ImFontBaked* baked, void*) {
  const GlyphMeasure x = measure(source, baked->Size, 'x');
  baked->Ascent = std::ceil(x.font_ascent);
  baked->Descent = -std::ceil(x.font_descent);
  // Drawn when a text is laid out: scrolling to it must not wait for its letters.
  baked->LoadNoRenderOnLayout = !letters_are_drawn;
  return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar codepoint,
                ImFontGlyph* glyph, float* advance_only) {
  const GlyphMeasure size = measure(source, baked->Size, codepoint);
  if (advance_only) {
    *advance_only = size.advance;
    return true;
  }
  glyph->Codepoint = codepoint;
  glyph->AdvanceX = size.advance;

  // Coarse pixels show where a pen stands between two of them: small text is drawn twice as wide and squeezed.
  const int stretch = baked->Size < 24 ? 2 : 1;
  const int left = static_cast<int>(std::floor(-size.left)) - 1;
  const int top = static_cast<int>(std::floor(-size.ascent)) - 1;
  const int width = (static_cast<int>(std::ceil(size.right)) + 1 - left) * stretch;
  const int height = static_cast<int>(std::ceil(size.descent)) + 1 - top;
  if (size.left + size.right <= 0 || size.ascent + size.descent <= 0) return true;  // a space

  const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, width, height);
  if (id == ImFontAtlasRectId_Invalid) return false;
  ImVector<unsigned char>& pixels = atlas->Builder->TempBuffer;
  pixels.resize(width * height);
  mf_draw_glyph(static_cast<int>(source->FontNo), baked->Size, static_cast<int>(codepoint), pixels.Data, width, height,
                static_cast<float>(-left), static_cast<float>(-top), stretch);

  glyph->X0 = static_cast<float>(left);
  glyph->Y0 = static_cast<float>(top) + baked->Ascent;
  glyph->X1 = glyph->X0 + static_cast<float>(width) / static_cast<float>(stretch);
  glyph->Y1 = glyph->Y0 + static_cast<float>(height);
  glyph->Visible = true;
  glyph->PackId = id;
  ImTextureRect* rect = ImFontAtlasPackGetRect(atlas, id);
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, rect, pixels.Data, ImTextureFormat_Alpha8, width);
  return true;
}

}  // namespace

bool draw_letters(ImFontAtlas& atlas, int most) {
  auto& sizes = atlas.Builder->BakedPool;
  for (int i = 0; i < sizes.Size; ++i) {
    ImFontBaked& baked = sizes[i];
    for (int c = 0; c < baked.IndexAdvanceX.Size; ++c) {
      const bool is_measured = baked.IndexAdvanceX[c] >= 0, is_drawn = baked.IndexLookup[c] != not_looked_up;
      if (!is_measured || is_drawn) continue;
      if (most-- == 0) return true;
      baked.FindGlyph(static_cast<ImWchar>(c));
    }
  }
  letters_are_drawn = true;
  for (int i = 0; i < sizes.Size; ++i) sizes[i].LoadNoRenderOnLayout = false;
  return false;
}

ImFont* add_browser_font(ImFontAtlas& atlas, int css_weight) {
  ImFontConfig config;
  config.FontLoader = ImGuiFreeType::GetFontLoader();
  config.FontNo = static_cast<ImU32>(css_weight);  // the loader's own: which face of the family
  config.SizePixels = 16;
  config.OversampleH = 1;
  config.OversampleV = 1;
  return atlas.AddFont(&config);
}

}  // namespace mf::platform

const ImFontLoader* ImGuiFreeType::GetFontLoader() {
  static const ImFontLoader loader = [] {
    ImFontLoader made;
    made.Name = "browser";
    made.FontSrcContainsGlyph = mf::platform::contains_glyph;
    made.FontBakedInit = mf::platform::start_size;
    made.FontBakedLoadGlyph = mf::platform::load_glyph;
    return made;
  }();
  return &loader;
}
