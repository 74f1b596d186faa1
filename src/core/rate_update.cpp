#include "core/rate_update.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "core/portable_math.h"

namespace mf::core {
namespace {

// Natural logarithm of the rate of that logit, also where the rate itself is too small for a number.
double log_rate(double logit) {
  return logit < 0 ? logit - portable::log(1 + portable::exp(logit)) : -portable::log(1 + portable::exp(-logit));
}

// The density of the rate's logit, but for a factor. It has one top, as the logarithms of both factors are concave.
struct Density {
  double hits = 0;
  double misses = 0;
  std::optional<Normal> prior;

  double log_at(double logit) const {
    double sum = hits * log_rate(logit) + misses * log_rate(-logit);
    if (prior) sum -= (logit - prior->mean) * (logit - prior->mean) / (2 * prior->sd * prior->sd);
    return sum;
  }
  double curvature_at(double logit) const {
    const double p = from_normal(logit, true);
    return (hits + misses) * p * (1 - p) + (prior ? 1 / (prior->sd * prior->sd) : 0);
  }
  // Newton's steps, held to 1.
  double top(double from) const {
    double logit = from;
    for (int step = 0; step < 200; ++step) {
      double slope = hits - (hits + misses) * from_normal(logit, true);
      if (prior) slope -= (logit - prior->mean) / (prior->sd * prior->sd);
      const double move = std::clamp(slope / curvature_at(logit), -1.0, 1.0);
      logit += move;
      if (std::abs(move) < 1e-12) break;
    }
    return logit;
  }
  // How far from the top the density is next to nothing, on the side that `step` goes to.
  double end(double top, double step) const {
    constexpr double next_to_nothing = 30;  // of the logarithm
    double away = step;
    for (int i = 0; i < 100 && log_at(top) - log_at(top + away) < next_to_nothing; ++i) away *= 1.25;
    return top + away;
  }
};

}  // namespace

double Trials::logit() const { return to_normal((some + 0.5) / (trials + 1), true); }
double Trials::logit_variance() const { return 1 / (some + 0.5) + 1 / (trials - some + 0.5); }

Uncertain updated_rate(const std::optional<Normal>& prior, const Trials& trials) {
  const double more = prior ? 0 : 0.5;
  const Density density = {trials.some + more, trials.trials - trials.some + more, prior};
  const double top = density.top(prior ? prior->mean : trials.logit());
  const double step = 1 / std::sqrt(density.curvature_at(top));
  const double first = density.end(top, -step);
  const double last = density.end(top, step);
  // By the trapezoidal rule.
  constexpr std::size_t points = 1601;
  const auto logit_at = [&](double point) { return first + (last - first) * (point / (points - 1)); };
  const double height = density.log_at(top);
  std::array<double, points> below{};  // the integral up to each point
  double before = 0;
  for (std::size_t i = 0; i < points; ++i) {
    const double here = portable::exp(density.log_at(logit_at(static_cast<double>(i))) - height);
    below[i] = i == 0 ? 0 : below[i - 1] + (before + here) / 2;
    before = here;
  }
  const auto quantile = [&](double level) {
    const double target = level * below.back();
    const auto after = std::lower_bound(below.begin() + 1, below.end(), target);
    const double from = *(after - 1);
    const double part = *after > from ? (target - from) / (*after - from) : 0;
    return from_normal(logit_at(static_cast<double>(after - 1 - below.begin()) + part), true);
  };
  return {quantile(0.05), quantile(0.95)};
}

}  // namespace mf::core
