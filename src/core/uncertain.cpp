#include "core/uncertain.h"

#include <array>
#include <cmath>

#include "core/portable_math.h"

namespace mf::core {
namespace {

struct Moments {
  double mean = 0;
  double variance = 0;
};

// Of `of` of a normal value, by the trapezoidal rule, which is exact to rounding for what is as smooth as this.
template <class Function>
Moments moments(const Normal& normal, Function of) {
  constexpr double step = 0.125;
  constexpr int steps = 64;  // on either side: to eight standard deviations
  double weights = 0;
  double sum = 0;
  double squares = 0;
  for (int i = -steps; i <= steps; ++i) {
    const double z = step * i;
    const double weight = portable::exp(-z * z / 2);
    const double value = of(normal.mean + normal.sd * z);
    weights += weight;
    sum += weight * value;
    squares += weight * value * value;
  }
  const double mean = sum / weights;
  return {mean, squares / weights - mean * mean};
}

double log_of_rate(double logit) {
  return logit > 0 ? -portable::log(1 + portable::exp(-logit)) : logit - portable::log(1 + portable::exp(logit));
}

// a[0] + a[1] x + ... by Horner's rule.
template <std::size_t size>
double polynomial(const std::array<double, size>& a, double x) {
  double sum = 0;
  for (std::size_t i = size; i-- > 0;) sum = sum * x + a[i];
  return sum;
}

}  // namespace

bool is_drawn_as_rate(Input input, const Uncertain& value) {
  return info_of(input).kind == InputKind::rate && value.high < 1;
}

double to_normal(double value, bool as_rate) {
  return as_rate ? portable::log(value / (1 - value)) : portable::log(value);
}

double from_normal(double normal, bool as_rate) {
  return as_rate ? 1 / (1 + portable::exp(-normal)) : portable::exp(normal);
}

Normal normal_of(Input input, const Uncertain& value) {
  const bool as_rate = is_drawn_as_rate(input, value);
  const double low = to_normal(value.low, as_rate);
  const double high = to_normal(value.high, as_rate);
  return {(low + high) / 2, (high - low) / (2 * normal_p95)};
}

Uncertain range_of(const Normal& normal, bool as_rate) {
  const double reach = normal_p95 * normal.sd;
  return {from_normal(normal.mean - reach, as_rate), from_normal(normal.mean + reach, as_rate)};
}

Uncertain range_about(double median, double log_sd) {
  const double factor = portable::exp(normal_p95 * log_sd);
  if (median * factor >= 1) return {median / factor, median * factor};
  return range_of({to_normal(median, true), log_sd / (1 - median)}, true);
}

double normal_below(double z) {
  constexpr double sqrt_2_pi = 2.5066282746310002;
  const double x = z < 0 ? -z : z;
  double above = 0;  // the chance of more than x
  if (x < 7.07106781186547) {
    constexpr std::array<double, 7> top = {220.206867912376, 221.213596169931,  112.079291497871,  33.912866078383,
                                           6.37396220353165, 0.700383064443688, 0.0352624965998911};
    constexpr std::array<double, 8> bottom = {440.413735824752, 793.826512519948, 637.333633378831, 296.564248779674,
                                              86.7807322029461, 16.064177579207,  1.75566716318264, 0.0883883476483184};
    above = portable::exp(-x * x / 2) * polynomial(top, x) / polynomial(bottom, x);
  } else if (x < 37) {
    above = portable::exp(-x * x / 2) / (x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))))) / sqrt_2_pi;
  }
  return z > 0 ? 1 - above : above;
}

double middle_of(Input input, const Uncertain& value) {
  if (value.is_exact()) return value.low;
  return from_normal(normal_of(input, value).mean, is_drawn_as_rate(input, value));
}

double mean_of(Input input, const Uncertain& value) {
  if (value.is_exact()) return value.low;
  const Normal normal = normal_of(input, value);
  if (!is_drawn_as_rate(input, value)) return portable::exp(normal.mean + normal.sd * normal.sd / 2);
  return moments(normal, [](double logit) { return from_normal(logit, true); }).mean;
}

double squared_variation_of(Input input, const Uncertain& value) {
  if (value.is_exact()) return 0;
  const Normal normal = normal_of(input, value);
  if (!is_drawn_as_rate(input, value)) return portable::exp(normal.sd * normal.sd) - 1;
  const Moments of_rate = moments(normal, [](double logit) { return from_normal(logit, true); });
  return of_rate.variance / (of_rate.mean * of_rate.mean);
}

double log_variance_of(Input input, const Uncertain& value) {
  if (value.is_exact()) return 0;
  const Normal normal = normal_of(input, value);
  if (!is_drawn_as_rate(input, value)) return normal.sd * normal.sd;
  return moments(normal, log_of_rate).variance;
}

double log_variance_of_rest(Input input, const Uncertain& value) {
  if (value.is_exact() || !is_drawn_as_rate(input, value)) return 0;
  return moments(normal_of(input, value), [](double logit) { return log_of_rate(-logit); }).variance;
}

}  // namespace mf::core
