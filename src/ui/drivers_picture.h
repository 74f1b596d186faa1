// The tornado: how far each uncertain input moves the median return on investment.
#pragma once

#include <span>
#include <string>

#include "core/simulate.h"
#include "form/form.h"

namespace mf::ui {

float drivers_picture_height(std::size_t drivers);
void draw_drivers(form::Drawing& drawing, const form::Theme& theme, std::span<const core::Driver> drivers,
                  double median_roi, std::string_view currency);
std::string drivers_summary(std::span<const core::Driver> drivers);

}  // namespace mf::ui
