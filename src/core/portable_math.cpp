#include "core/portable_math.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace mf::core::portable {
namespace {

// ln 2 in two parts: the first has so few bits that its product with an exponent is exact.
constexpr double ln2_high = 0x1.62e42fee00000p-1;
constexpr double ln2_low = 0x1.a39ef35793c76p-33;
constexpr double log2_e = 0x1.71547652b82fep+0;

// Adding and taking away again rounds to the nearest whole number.
constexpr double rounds = 0x1.8p52;

constexpr double sqrt_half = 0.70710678118654752;

double power_of_two(int exponent) {  // -1022 to 1023
  return std::bit_cast<double>(static_cast<std::uint64_t>(exponent + 1023) << 52);
}

}  // namespace

double log(double x) {
  if (!(x > 0)) return x == 0 ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::quiet_NaN();
  if (x == std::numeric_limits<double>::infinity()) return x;
  int exponent = 0;
  if (x < 0x1p-1022) {
    x *= 0x1p54;
    exponent = -54;
  }
  auto bits = std::bit_cast<std::uint64_t>(x);
  exponent += static_cast<int>(bits >> 52) - 1022;
  double m = std::bit_cast<double>((bits & 0x000F'FFFF'FFFF'FFFF) | 0x3FE0'0000'0000'0000);  // [1/2, 1)
  if (m < sqrt_half) {
    m *= 2;
    exponent -= 1;
  }
  // log (1 + f) = 2 s + 2 s^3 / 3 + 2 s^5 / 5 + ..., with s = f / (2 + f) and 2 s = f - s f, where s f is in turn
  // f^2 / 2 - s f^2 / 2: the largest part, f, is then free of rounding.
  const double f = m - 1;
  const double s = f / (2 + f);
  const double z = s * s;
  double series = 2.0 / 23;
  for (int odd = 21; odd >= 3; odd -= 2) series = series * z + 2.0 / odd;
  series *= z;
  const double half_square = 0.5 * f * f;
  const auto k = static_cast<double>(exponent);
  return k * ln2_high - ((half_square - (s * (half_square + series) + k * ln2_low)) - f);
}

double exp(double x) {
  if (x != x) return x;
  if (x > 709.782712893384) return std::numeric_limits<double>::infinity();
  if (x < -745.2) return 0;
  const double k = (x * log2_e + rounds) - rounds;
  const double r_high = x - k * ln2_high;
  const double r_low = k * ln2_low;
  const double r = r_high - r_low;
  constexpr double factorials[] = {2,      6,       24,        120,        720,         5'040,
                                   40'320, 362'880, 3'628'800, 39'916'800, 479'001'600, 6'227'020'800};
  double series = 1 / factorials[11];
  for (int i = 10; i >= 0; --i) series = series * r + 1 / factorials[i];
  const double low = (r_high - r) - r_low;  // what rounding took from r
  const double value = 1 + (r + (r * r * series + low));
  const auto exponent = static_cast<int>(k);
  if (exponent > 1023) return value * 0x1p1023 * 2;
  if (exponent < -1022) return value * power_of_two(exponent + 54) * 0x1p-54;
  return value * power_of_two(exponent);
}

double logit(double p) { return log(p / (1 - p)); }

}  // namespace mf::core::portable
