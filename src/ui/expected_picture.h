// The expected engagement rate over follower counts, both on log axes: the curve, the band that holds most accounts,
// and the account's dot with its interval.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "core/expected.h"
#include "form/form.h"

namespace mf::ui {

inline constexpr float expected_picture_height = 200;

struct ExpectedDot {
  double followers = 0;
  double rate = 0;  // a fraction, above 0
  std::optional<double> low, high;
  std::string label;
};

// `curve` ascends in followers and has at least two points.
void draw_expected_picture(form::Drawing& drawing, const form::Theme& theme, std::span<const core::CurvePoint> curve,
                           const std::optional<ExpectedDot>& dot);
// The same in words.
std::string expected_picture_summary(std::span<const core::CurvePoint> curve, const std::optional<ExpectedDot>& dot);

}  // namespace mf::ui
