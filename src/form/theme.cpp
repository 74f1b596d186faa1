#include "form/theme.h"

#include <array>

namespace mf::form {
namespace {

// 0xRRGGBB, as designers write it.
constexpr Colour rgb(std::uint32_t hex) {
  return 0xFF000000u | (hex & 0xFFu) << 16 | (hex & 0xFF00u) | (hex >> 16 & 0xFFu);
}

constexpr Theme light{
    .page = rgb(0xF6F7F9),
    .card = rgb(0xFFFFFF),
    .line = rgb(0xE1E5EB),
    .grid = rgb(0xEDF0F4),
    .ink = rgb(0x12161F),
    .quiet_ink = rgb(0x566072),
    .accent = rgb(0x2B59E0),
    .accent_soft = rgb(0xE8EEFD),
    .on_accent = rgb(0xFFFFFF),
    .band = rgb(0xD5E0FB),
    .good = rgb(0x0F7453),
    .good_soft = rgb(0xE3F4EC),
    .warn = rgb(0x965100),
    .warn_soft = rgb(0xFCF1E0),
    .bad = rgb(0xC0304A),
    .bad_soft = rgb(0xFBE9EC),
    .field_border = rgb(0x8A94A6),
};

constexpr Theme dark{
    .page = rgb(0x0F1218),
    .card = rgb(0x171B23),
    .line = rgb(0x2A313D),
    .grid = rgb(0x222833),
    .ink = rgb(0xEEF1F6),
    .quiet_ink = rgb(0xA3ADBD),
    .accent = rgb(0x8FABFF),
    .accent_soft = rgb(0x1E2A4A),
    .on_accent = rgb(0x0F1218),
    .band = rgb(0x23355F),
    .good = rgb(0x5BD0A4),
    .good_soft = rgb(0x12332A),
    .warn = rgb(0xF0B462),
    .warn_soft = rgb(0x39290F),
    .bad = rgb(0xFF8FA1),
    .bad_soft = rgb(0x3A1820),
    .field_border = rgb(0x6F7B8F),
};

constexpr std::array<TextMetrics, text_style_count> styles{{
    {30, 36, Weight::semibold},  // answer
    {26, 32, Weight::semibold},  // figure
    {15, 22, Weight::regular},   // body
    {15, 22, Weight::semibold},  // strong
    {16, 22, Weight::regular},   // field: phones zoom into anything smaller
    {13, 19, Weight::regular},   // small
    {13, 19, Weight::semibold},  // label
    {12, 17, Weight::regular},   // fine
}};

}  // namespace

const Theme& light_theme() { return light; }
const Theme& dark_theme() { return dark; }
const TextMetrics& metrics(TextStyle style) { return styles[static_cast<std::size_t>(style)]; }

}  // namespace mf::form
