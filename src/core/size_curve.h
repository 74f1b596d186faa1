// A positive quantity that changes smoothly with the size of accounts, drawn through a few published figures of it.
#pragma once

#include <array>
#include <optional>
#include <span>

namespace mf::core {

// On logarithmic axes, F followers:
//   level     ln value = a
//   straight  ln value = a + b ln(F / bend)
//   bent      ln value = a + b ln(F / bend) + c w ln(1 + (F / bend)^(1 / w)),  w = ln 2
// A bent curve is straight far from the bend, with slope b below it and b + c above it; it turns over about a factor of
// two on either side.
struct CurveShape {
  enum class Form { level, straight, bent };
  Form form = Form::level;
  double bend = 10'000;  // followers, above 0; where the form has no bend, the size that `a` is the value of
  bool operator==(const CurveShape&) const = default;
};

// A size at which the quantity is known. Both above 0 and finite.
struct SizePoint {
  double followers = 0;
  double value = 0;
};

struct SizeCurve {
  CurveShape shape;
  std::array<double, 3> coefficients = {0, 0, 0};  // a, b, c
  double at(double followers) const;               // followers above 0
};

// The curve of that shape nearest to the points on logarithmic axes, by Huber's loss: a point within a factor of 1.25
// of the curve counts by its distance squared, one farther off by its distance, so that no single odd figure takes the
// curve along. Where all points are that near, this is the ordinary least squares. The order of the points is of no
// matter but for rounding. Nothing if there are fewer points than coefficients, or too many of one size.
std::optional<SizeCurve> fit_size_curve(std::span<const SizePoint> points, const CurveShape& shape);

}  // namespace mf::core
