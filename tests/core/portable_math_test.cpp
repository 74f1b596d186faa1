#include "core/portable_math.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <boost/math/special_functions/erf.hpp>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>

#include "core/lane_math.h"
#include "core/math_policy.h"

using namespace mf::core;

namespace {

double units_off(double found, double true_value) {
  const double unit =
      std::nextafter(std::abs(true_value), std::numeric_limits<double>::infinity()) - std::abs(true_value);
  return std::abs(found - true_value) / unit;
}

double true_normal(std::uint32_t word) {
  const double p = (2.0 * (word >> 8) + 1) * 0x1p-25;
  return -std::sqrt(2.0) * boost::math::erfc_inv(2 * p, MathPolicy());
}

}  // namespace

TEST_CASE("the logarithm is within a unit in the last place, from the smallest number to the largest") {
  CHECK(portable::log(1) == 0);
  CHECK(portable::log(0) == -std::numeric_limits<double>::infinity());
  CHECK(std::isnan(portable::log(-1)));
  CHECK(portable::log(std::numeric_limits<double>::infinity()) == std::numeric_limits<double>::infinity());
  std::mt19937_64 random(1);
  double worst = 0;
  for (int i = 0; i < 200'000; ++i) {
    const double x =
        i % 2 == 0 ? std::bit_cast<double>(random() >> 1) : 0.5 + static_cast<double>(random() >> 11) * 0x1p-52;
    if (!(x < std::numeric_limits<double>::infinity()) || x == 1 || x == 0) continue;
    worst = std::max(worst, units_off(portable::log(x), std::log(x)));
  }
  CHECK(worst <= 1);
}

TEST_CASE("the exponential is within a unit in the last place, down to where numbers end") {
  CHECK(portable::exp(0) == 1);
  CHECK(portable::exp(-746) == 0);
  CHECK(portable::exp(710) == std::numeric_limits<double>::infinity());
  CHECK(portable::exp(-745) == std::numeric_limits<double>::denorm_min());
  std::mt19937_64 random(2);
  double worst = 0;
  for (int i = 0; i < 200'000; ++i) {
    const double range = i % 2 == 0 ? 708 : 2;
    const double x = (static_cast<double>(random() >> 11) * 0x1p-52 - 1) * range;
    worst = std::max(worst, units_off(portable::exp(x), std::exp(x)));
  }
  CHECK(worst <= 1);
}

TEST_CASE("the log-odds of one in three are minus ln 2, of one half nothing") {
  CHECK(portable::logit(0.5) == 0);
  CHECK(portable::logit(1.0 / 3) == doctest::Approx(-0.6931471805599453).epsilon(1e-15));
}

TEST_CASE("four exponentials at once are right to 1.5e-7") {
  double worst = 0;
  for (float x = -87; x <= 88; x += 0.00173F) {
    const Floats found = portable::exp(Floats{x, x + 1e-4F, x + 2e-4F, x / 3});
    worst = std::max(worst, std::abs(static_cast<double>(found[0]) / std::exp(static_cast<double>(x)) - 1));
    worst = std::max(worst, std::abs(static_cast<double>(found[3]) / std::exp(static_cast<double>(x / 3)) - 1));
  }
  CHECK(worst < 1.5e-7);
  const Floats beyond = portable::exp(Floats{-1000, -87, 88, 1000});
  CHECK(beyond[0] == beyond[1]);
  CHECK(beyond[2] == beyond[3]);
}

TEST_CASE("four logarithms at once are right to 2e-7") {
  double worst = 0;
  for (std::uint32_t bits = 0x0080'0000; bits < 0x7F7F'0000; bits += 9'973) {
    const float x = std::bit_cast<float>(bits);
    if (x == 1) continue;
    const double true_value = std::log(static_cast<double>(x));
    worst = std::max(worst, std::abs(static_cast<double>(portable::log(all(x))[2]) / true_value - 1));
  }
  CHECK(worst < 2e-7);
}

TEST_CASE("a word becomes the normal quantile of its upper bits, right to 6e-7 and symmetrical") {
  double worst = 0;
  const auto check = [&](std::uint32_t word) {
    const Floats found = portable::normal_of(Words{word, ~word, word, 0x8000'0000});
    const double true_value = true_normal(word);
    worst = std::max(worst, std::abs(found[0] / true_value - 1));
    CHECK_MESSAGE(found[1] == -found[0], word);
  };
  for (std::uint64_t word = 0; word < 0x1'0000'0000; word += 65'521 * 8) check(static_cast<std::uint32_t>(word));
  for (std::uint32_t edge = 0; edge < 5'000; ++edge) check(edge << 8);                 // the far tail
  for (std::uint32_t edge = 1; edge < 1'000; ++edge) check((1U << 31) - edge * 4099);  // around the middle
  CHECK(worst < 6e-7);
  CHECK(portable::normal_of(all(std::uint32_t{0}))[0] == doctest::Approx(-5.42).epsilon(0.001));
}

TEST_CASE("a word becomes the share of the way from 0 to 1 that it is, never either end") {
  const Floats found = portable::uniform_of(Words{0, 0x8000'0000, 0xFFFF'FFFF, 0x4000'0000});
  CHECK(found[0] == 0x1p-24F);
  CHECK(found[1] == 0.5F + 0x1p-24F);
  CHECK(found[2] == 1 - 0x1p-24F);
  CHECK(found[3] == 0.25F + 0x1p-24F);
}
