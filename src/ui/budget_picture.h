// What the best set brings, over the budget.
#pragma once

#include <string>

#include "core/pick.h"
#include "form/form.h"

namespace mf::ui {

inline constexpr float budget_picture_height = 168;

void draw_budget(form::Drawing& drawing, const form::Theme& theme, const core::PickAnswer& answer);
std::string budget_summary(const core::PickAnswer& answer);

}  // namespace mf::ui
