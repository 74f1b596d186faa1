// The histogram of ROI: what loses on one side of break-even, what pays on the other.
#pragma once

#include <string>

#include "core/simulate.h"
#include "form/form.h"

namespace mf::ui {

inline constexpr float odds_picture_height = 168;

// One bar in words.
struct OddsBar {
  std::string roi;    // "−60 % to −50 %"
  std::string share;  // of outcomes: "3.2 %"
};
OddsBar odds_bar(const core::RoiBar& bar);

void draw_odds(form::Drawing& drawing, const form::Theme& theme, const core::Simulation& simulation);
std::string odds_summary(const core::Simulation& simulation);

}  // namespace mf::ui
