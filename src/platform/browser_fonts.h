// Fonts from the browser: every glyph is measured and drawn by a 2D canvas, so the page and the canvas share one web
// font, any script has a glyph (the system's fonts step in), and no font file or rasteriser is part of the module.
#pragma once

struct ImFont;
struct ImFontAtlas;

namespace mf::platform {

// Adds a font of the page's family; `css_weight` as in CSS (400, 600).
ImFont* add_browser_font(ImFontAtlas& atlas, int css_weight);

// False: letters are only measured from now on, for a page that draws none.
void draw_letters(bool drawn);

}  // namespace mf::platform
