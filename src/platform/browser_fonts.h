// Fonts from the browser: every glyph is measured and drawn by a 2D canvas, so the page and the canvas share one web
// font, any script has a glyph (the system's fonts step in), and no font file or rasteriser is part of the module.
#pragma once

struct ImFont;
struct ImFontAtlas;

namespace mf::platform {

// Adds a font of the page's family; `css_weight` as in CSS (400, 600).
ImFont* add_browser_font(ImFontAtlas& atlas, int css_weight);

// Letters are only measured at first, which is all that a page without a canvas needs. Draws those that were, as many
// as asked for; false once none is left, and from then on a letter is drawn as soon as it is laid out.
bool draw_letters(ImFontAtlas& atlas, int most);

}  // namespace mf::platform
