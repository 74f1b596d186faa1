#include "core/size_curve.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace mf::core {
namespace {

constexpr double bend_width = 0.6931471805599453;   // ln 2
constexpr double near_enough = 0.2231435513142098;  // ln 1.25
constexpr std::size_t most_terms = 3;

using Terms = std::array<double, most_terms>;

std::size_t term_count(const CurveShape& shape) {
  switch (shape.form) {
    case CurveShape::Form::level:
      return 1;
    case CurveShape::Form::straight:
      return 2;
    case CurveShape::Form::bent:
      return 3;
  }
  return 1;
}

Terms terms_at(const CurveShape& shape, double followers) {
  const double along = std::log(followers / shape.bend);
  // ln(1 + e^t) without e^t running over, however large the account.
  const double t = along / bend_width;
  const double past = std::max(t, 0.0) + std::log(1 + std::exp(-std::fabs(t)));
  return {1, along, bend_width * past};
}

double sum(const Terms& coefficients, const Terms& terms, std::size_t count) {
  double total = 0;
  for (std::size_t i = 0; i < count; ++i) total += coefficients[i] * terms[i];
  return total;
}

struct LogPoint {
  Terms terms;
  double log_value;
  double weight = 1;
};

// The normal equations, by elimination with pivoting. Nothing if the points do not settle the coefficients.
std::optional<Terms> weighted_least_squares(std::span<const LogPoint> points, std::size_t count) {
  std::array<std::array<double, most_terms + 1>, most_terms> rows{};  // the last column is the right-hand side
  for (const LogPoint& point : points) {
    for (std::size_t r = 0; r < count; ++r) {
      for (std::size_t c = 0; c < count; ++c) rows[r][c] += point.weight * point.terms[r] * point.terms[c];
      rows[r][count] += point.weight * point.terms[r] * point.log_value;
    }
  }
  for (std::size_t c = 0; c < count; ++c) {
    std::size_t pivot = c;
    for (std::size_t r = c + 1; r < count; ++r) {
      if (std::fabs(rows[r][c]) > std::fabs(rows[pivot][c])) pivot = r;
    }
    if (!(std::fabs(rows[pivot][c]) > 1e-9)) return std::nullopt;
    std::swap(rows[c], rows[pivot]);
    for (std::size_t r = 0; r < count; ++r) {
      if (r == c) continue;
      const double factor = rows[r][c] / rows[c][c];
      for (std::size_t k = c; k <= count; ++k) rows[r][k] -= factor * rows[c][k];
    }
  }
  Terms solution{};
  for (std::size_t r = 0; r < count; ++r) solution[r] = rows[r][count] / rows[r][r];
  return solution;
}

}  // namespace

double SizeCurve::at(double followers) const {
  return std::exp(sum(coefficients, terms_at(shape, followers), term_count(shape)));
}

std::optional<SizeCurve> fit_size_curve(std::span<const SizePoint> points, const CurveShape& shape) {
  const std::size_t count = term_count(shape);
  if (points.size() < count) return std::nullopt;
  std::vector<LogPoint> logs;
  logs.reserve(points.size());
  for (const SizePoint& point : points) logs.push_back({terms_at(shape, point.followers), std::log(point.value)});

  SizeCurve curve{shape, {}};
  // Huber's loss by reweighting (Holland and Welsch, 1977): the loss is convex and falls with every step. The published
  // tables need one step where no point is far off and some twenty where one is.
  constexpr int most_steps = 500;
  for (int step = 0; step < most_steps; ++step) {
    const std::optional<Terms> solution = weighted_least_squares(logs, count);
    if (!solution) return std::nullopt;
    double moved = 0;
    for (std::size_t i = 0; i < count; ++i) {
      moved = std::max(moved, std::fabs((*solution)[i] - curve.coefficients[i]));
    }
    curve.coefficients = *solution;
    bool all_near = true;
    for (LogPoint& point : logs) {
      const double distance = std::fabs(point.log_value - sum(curve.coefficients, point.terms, count));
      const double weight = distance <= near_enough ? 1 : near_enough / distance;
      all_near = all_near && weight == 1;
      point.weight = weight;
    }
    if ((step == 0 && all_near) || (step > 0 && moved < 1e-13)) break;
  }
  return curve;
}

}  // namespace mf::core
