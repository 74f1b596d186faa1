#include "core/drawn.h"

#include <array>
#include <cmath>
#include <cstddef>

#include "core/portable_math.h"
#include "core/uncertain.h"

namespace mf::core {
namespace {

// SplitMix64 (Steele, Lea and Flood 2014).
std::uint64_t mixed(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15u;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
  return x ^ (x >> 31);
}

// Between -1 and 1.
double either_side(std::uint64_t word) { return static_cast<double>(word >> 11) * 0x1p-52 - 1; }

}  // namespace

Drawn drawn(Input input, const Uncertain& value) {
  if (value.is_exact()) return {value.low, 0, false};
  const bool as_rate = is_drawn_as_rate(input, value);
  const double low = as_rate ? portable::logit(value.low) : portable::log(value.low);
  const double high = as_rate ? portable::logit(value.high) : portable::log(value.high);
  return {(low + high) / 2, (high - low) / (2 * normal_p95), as_rate};
}

double value_at(const Drawn& input, double z) {
  if (input.sd == 0) return input.centre;
  const double normal = input.centre + input.sd * z;
  return input.as_rate ? 1 / (1 + portable::exp(-normal)) : portable::exp(normal);
}

double mean_of(const Drawn& input) {
  if (input.sd == 0) return input.centre;
  if (!input.as_rate) return portable::exp(input.centre + input.sd * input.sd / 2);
  // The trapezoidal rule, which is exact to eight digits for what is as smooth as this: exp(-z^2 / 2) to six
  // deviations.
  constexpr double step = 0.75;
  constexpr std::array weights = {1.0,
                                  0.7548396019890073,
                                  0.32465246735834974,
                                  0.07955950871822769,
                                  0.011108996538242306,
                                  0.00088382630693505,
                                  4.006529739295107e-05,
                                  1.0348542111093753e-06,
                                  1.522997974471263e-08};
  double total = 0;
  double sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const double z = step * static_cast<double>(i);
    const double values = i == 0 ? value_at(input, 0) : value_at(input, z) + value_at(input, -z);
    sum += weights[i] * values;
    total += weights[i] * (i == 0 ? 1 : 2);
  }
  return sum / total;
}

// Marsaglia's polar method.
double normal_of_key(std::uint64_t key) {
  while (true) {
    key = mixed(key);
    const double x = either_side(key);
    key = mixed(key);
    const double y = either_side(key);
    const double s = x * x + y * y;
    if (s > 0 && s < 1) return x * std::sqrt(-2 * portable::log(s) / s);
  }
}

std::uint64_t key_of(std::uint64_t seed, std::uint64_t draw, std::uint64_t stream) {
  return mixed(mixed(mixed(seed) + draw) + stream);
}

}  // namespace mf::core
