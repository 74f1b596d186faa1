#include "core/size_curve.h"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

using namespace mf::core;
using doctest::Approx;

namespace {

using Form = CurveShape::Form;

double fitted(const std::vector<SizePoint>& points, const CurveShape& shape, double followers) {
  const std::optional<SizeCurve> curve = fit_size_curve(points, shape);
  REQUIRE(curve);
  return curve->at(followers);
}

// (1 + r^(1 / w))^w / r with w = ln 2 and r = followers / 10,000: falls like 1 / r, then stays level at 1.
double falls_then_level(double followers) {
  const double r = followers / 10'000;
  const double w = std::log(2);
  return std::pow(1 + std::pow(r, 1 / w), w) / r;
}

}  // namespace

TEST_CASE("a level curve is the geometric mean") {
  CHECK(fitted({{100, 0.02}, {100'000, 0.022}}, {Form::level}, 5) == Approx(std::sqrt(0.02 * 0.022)));
}

TEST_CASE("a straight curve is a power of the size") {
  // Four times the size, half the rate: an exponent of -1/2.
  const std::vector<SizePoint> points = {{2'000, 0.04}, {8'000, 0.02}, {32'000, 0.01}};
  CHECK(fitted(points, {Form::straight}, 2'000) == Approx(0.04));
  CHECK(fitted(points, {Form::straight}, 4'000) == Approx(0.04 / std::sqrt(2)));
  CHECK(fitted(points, {Form::straight}, 3'200'000) == Approx(0.001));
}

TEST_CASE("a bent curve turns from one slope into another about its bend") {
  std::vector<SizePoint> points;
  for (const double followers : {1e3, 5e3, 3e4, 1e6}) points.push_back({followers, falls_then_level(followers)});
  const std::optional<SizeCurve> curve = fit_size_curve(points, {Form::bent, 10'000});
  REQUIRE(curve);
  CHECK(curve->coefficients[0] == Approx(0));
  CHECK(curve->coefficients[1] == Approx(-1));
  CHECK(curve->coefficients[2] == Approx(1));
  CHECK(curve->at(10'000) == Approx(std::exp(std::log(2) * std::log(2))));
  CHECK(curve->at(10) == Approx(1'000).epsilon(1e-3));
  CHECK(curve->at(1e9) == Approx(1).epsilon(1e-6));
}

TEST_CASE("points within a factor of 1.25 count in full: least squares") {
  // Equally spaced on the logarithmic axis, the middle one 1.125 times too high: the line rises by a third of that.
  const std::vector<SizePoint> points = {{2'000, 0.04}, {8'000, 0.0225}, {32'000, 0.01}};
  const double rise = std::cbrt(1.125);
  CHECK(fitted(points, {Form::straight}, 2'000) == Approx(0.04 * rise));
  CHECK(fitted(points, {Form::straight}, 32'000) == Approx(0.01 * rise));
}

TEST_CASE("however odd one point is, it pulls no harder than a factor of 1.25") {
  // Four points at 1 and one far above: 4 a = ln 1.25.
  for (const double odd : {10.0, 1e6}) {
    const std::vector<SizePoint> points = {{1e3, 1}, {1e4, 1}, {1e5, 1}, {1e6, 1}, {1e7, odd}};
    CHECK(fitted(points, {Form::level}, 1e3) == Approx(std::pow(1.25, 0.25)).epsilon(1e-10));
  }
}

TEST_CASE("a curve needs as many sizes as it has coefficients") {
  CHECK_FALSE(fit_size_curve(std::vector<SizePoint>{}, {Form::level}));
  CHECK_FALSE(fit_size_curve(std::vector<SizePoint>{{1'000, 0.1}}, {Form::straight}));
  CHECK_FALSE(fit_size_curve(std::vector<SizePoint>{{1'000, 0.1}, {1'000, 0.2}}, {Form::straight}));
  CHECK_FALSE(fit_size_curve(std::vector<SizePoint>{{1'000, 0.1}, {2'000, 0.2}}, {Form::bent, 10'000}));
  CHECK(fit_size_curve(std::vector<SizePoint>{{1'000, 0.1}, {2'000, 0.2}}, {Form::straight}));
}

TEST_CASE("sizes far from the bend neither overflow nor vanish") {
  const std::vector<SizePoint> points = {{1, 1}, {1e4, 1}, {1e9, 1}, {1e10, 1}};
  CHECK(fitted(points, {Form::bent, 10'000}, 1) == Approx(1));
  CHECK(fitted(points, {Form::bent, 10'000}, 1e10) == Approx(1));
}
