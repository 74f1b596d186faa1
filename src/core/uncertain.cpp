#include "core/uncertain.h"

#include <cmath>

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
    const double weight = std::exp(-z * z / 2);
    const double value = of(normal.mean + normal.sd * z);
    weights += weight;
    sum += weight * value;
    squares += weight * value * value;
  }
  const double mean = sum / weights;
  return {mean, squares / weights - mean * mean};
}

double log_of_rate(double logit) {
  return logit > 0 ? -std::log1p(std::exp(-logit)) : logit - std::log1p(std::exp(logit));
}

}  // namespace

bool is_drawn_as_rate(Input input, const Uncertain& value) {
  return info_of(input).kind == InputKind::rate && value.high < 1;
}

double to_normal(double value, bool as_rate) { return as_rate ? std::log(value / (1 - value)) : std::log(value); }

double from_normal(double normal, bool as_rate) { return as_rate ? 1 / (1 + std::exp(-normal)) : std::exp(normal); }

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

double middle_of(Input input, const Uncertain& value) {
  if (value.is_exact()) return value.low;
  return from_normal(normal_of(input, value).mean, is_drawn_as_rate(input, value));
}

double mean_of(Input input, const Uncertain& value) {
  if (value.is_exact()) return value.low;
  const Normal normal = normal_of(input, value);
  if (!is_drawn_as_rate(input, value)) return std::exp(normal.mean + normal.sd * normal.sd / 2);
  return moments(normal, [](double logit) { return from_normal(logit, true); }).mean;
}

double squared_variation_of(Input input, const Uncertain& value) {
  if (value.is_exact()) return 0;
  const Normal normal = normal_of(input, value);
  if (!is_drawn_as_rate(input, value)) return std::expm1(normal.sd * normal.sd);
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
