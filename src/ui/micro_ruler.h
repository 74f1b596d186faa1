// The verdict's picture: over follower counts on a log axis, the share of publishers that call an account micro.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/tiers.h"
#include "form/form.h"

namespace mf::ui {

inline constexpr float micro_ruler_height = 168;

// `followers` places the dot, `label` stands beside it; no dot without followers.
void draw_micro_ruler(form::Drawing& drawing, const form::Theme& theme, std::span<const core::SharePoint> curve,
                      std::optional<double> followers, std::string_view label);

// The same in words, for those who do not see the picture.
std::string micro_ruler_summary(std::span<const core::SharePoint> curve, std::string_view label);

}  // namespace mf::ui
