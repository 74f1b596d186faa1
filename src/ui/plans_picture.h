// What several plans return, under each other on one axis.
#pragma once

#include <span>
#include <string>

#include "form/form.h"

namespace mf::ui {

// Of one plan: shares of its costs, and the chance that it pays.
struct PlanReturn {
  std::string name;
  double low = 0, middle = 0, high = 0;  // P5, median, P95 of the return on investment
  double pays = 0;
};

float plans_picture_height(std::size_t plans);
// At least one plan.
void draw_plans(form::Drawing& drawing, const form::Theme& theme, std::span<const PlanReturn> plans);
std::string plans_summary(std::span<const PlanReturn> plans);

}  // namespace mf::ui
