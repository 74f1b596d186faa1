// Colours and type: the tokens that everything drawn is made of.
#pragma once

#include <cstdint>

namespace mf::form {

using Colour = std::uint32_t;  // 0xAABBGGRR, as Dear ImGui takes it

struct Theme {
  Colour page, card, line, grid;
  Colour ink, quiet_ink;
  Colour accent, accent_soft, on_accent, band;
  Colour good, good_soft, warn, warn_soft, bad, bad_soft;
  Colour field_border;
};

const Theme& light_theme();
const Theme& dark_theme();

// web/style.css holds the same sizes by the same index (.t0, .t1, ...): a node and its drawing must break lines alike.
enum class TextStyle { answer, figure, body, strong, field, small, label, fine };
inline constexpr int text_style_count = 8;

enum class Weight { regular, semibold };
inline constexpr int weight_count = 2;

struct TextMetrics {
  float size;         // CSS pixels
  float line_height;  // CSS pixels
  Weight weight;
};

const TextMetrics& metrics(TextStyle style);

inline constexpr float card_radius = 12, field_radius = 8;
inline constexpr float card_padding = 20, card_gap = 16;
inline constexpr float field_height = 44;  // also the least height of anything to be touched
inline constexpr float one_column_below = 700;

}  // namespace mf::form
