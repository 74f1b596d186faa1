// The verdict's picture: over follower counts on a log axis, the share of publishers that call an account micro.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/tiers.h"
#include "form/form.h"

namespace mf::ui {

inline constexpr float micro_ruler_height = 168;

// `followers` places the dot, `label` stands beside it; no dot without followers.
void draw_micro_ruler(form::Drawing& drawing, const form::Theme& theme, std::span<const core::SharePoint> curve,
                      std::optional<double> followers, std::string_view label);

// Its steps, the first from no followers on: how many followers, and how many say micro.
struct RulerStep {
  std::string followers;  // "10,000 to 15,000"
  std::string say_micro;  // "33 of 40"
};
std::vector<RulerStep> micro_ruler_steps(std::span<const core::SharePoint> curve);

// The same in words, for those who do not see the picture.
std::string micro_ruler_summary(std::span<const core::SharePoint> curve, std::string_view label);

}  // namespace mf::ui
