#include "core/relaxation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace mf::core {
namespace {

constexpr double feasible_enough = 1e-9;  // of a basic value; values and costs are at most about 1
constexpr double smallest_pivot = 1e-9;
constexpr double zero_price = 1e-13;  // a reduced value that near 0 leaves an item where it stands
constexpr std::size_t pivots_between_inversions = 50;

constexpr int most_looks = 6;
constexpr int breakpoints_of_a_fall = 4;

constexpr auto comes_later = [](const auto& a, const auto& b) {
  return a.step != b.step ? a.step > b.step : a.variable > b.variable;
};

}  // namespace

Relaxation::Relaxation(std::vector<Item> items, std::vector<Kind> kinds, std::vector<RelaxedRow> rows)
    : items_(std::move(items)), kinds_(std::move(kinds)), rows_(std::move(rows)) {
  const std::size_t m = rows_.size();
  low_.assign(items_.size(), 0);
  high_.assign(items_.size(), 1);
  at_high_.assign(total(), 0);
  reduced_.assign(total(), 0);
  basic_values_.assign(m, 0);
  load_.assign(m, 0);
  multipliers_.assign(m, 0);
  by_kind_.assign(kinds_.size(), 0);
  pivot_by_kind_.assign(kinds_.size(), 0);
  column_.assign(m, 0);
  direction_.assign(m, 0);
  start_basis();
}

// The rows themselves: row i's variable stands for what the row adds up to, with the column -e_i.
void Relaxation::start_basis() {
  const std::size_t m = rows_.size();
  place_.assign(total(), -1);
  basis_.resize(m);
  inverse_.assign(m * m, 0);
  for (std::size_t i = 0; i < m; ++i) {
    basis_[i] = items_.size() + i;
    place_[basis_[i]] = static_cast<int>(i);
    inverse_[i * m + i] = -1;
  }
  since_inversion_ = 0;
}

void Relaxation::free_all() {
  std::fill(low_.begin(), low_.end(), std::uint8_t{0});
  std::fill(high_.begin(), high_.end(), std::uint8_t{1});
}

void Relaxation::settle(std::size_t item, bool taken) { low_[item] = high_[item] = taken ? 1 : 0; }

double Relaxation::lowest(std::size_t variable) const {
  return variable < items_.size() ? low_[variable] : rows_[variable - items_.size()].least;
}

double Relaxation::highest(std::size_t variable) const {
  return variable < items_.size() ? high_[variable] : rows_[variable - items_.size()].most;
}

double Relaxation::part(std::size_t item) const {
  if (place_[item] >= 0) return basic_values_[static_cast<std::size_t>(place_[item])];
  return at_high_[item] ? high_[item] : low_[item];
}

void Relaxation::spread_over_kinds(const double* multipliers, std::vector<double>& by_kind) const {
  for (std::size_t k = 0; k < kinds_.size(); ++k) {
    double sum = 0;
    for (const int row : kinds_[k]) {
      if (row != no_row) sum += multipliers[row];
    }
    by_kind[k] = sum;
  }
}

void Relaxation::column_of(std::size_t variable, std::vector<double>& column) const {
  std::fill(column.begin(), column.end(), 0.0);
  if (variable >= items_.size()) {
    column[variable - items_.size()] = -1;
    return;
  }
  column[0] = items_[variable].cost;
  for (const int row : kinds_[items_[variable].kind]) {
    if (row != no_row) column[static_cast<std::size_t>(row)] = 1;
  }
}

void Relaxation::add_to_load(std::size_t variable, double by) {
  if (variable >= items_.size()) {
    load_[variable - items_.size()] -= by;
    return;
  }
  load_[0] += items_[variable].cost * by;
  for (const int row : kinds_[items_[variable].kind]) {
    if (row != no_row) load_[static_cast<std::size_t>(row)] += by;
  }
}

// The multipliers of the rows, the reduced values, and the bound that they give.
void Relaxation::price() {
  const std::size_t m = rows_.size();
  const std::size_t n = items_.size();
  std::fill(multipliers_.begin(), multipliers_.end(), 0.0);
  for (std::size_t i = 0; i < m; ++i) {
    if (basis_[i] >= n) continue;
    const double value = items_[basis_[i]].value;
    for (std::size_t k = 0; k < m; ++k) multipliers_[k] += value * inverse_[i * m + k];
  }
  spread_over_kinds(multipliers_.data(), by_kind_);
  bound_ = 0;
  const double price_of_cost = multipliers_[0];
  for (std::size_t j = 0; j < n; ++j) {
    const Item& item = items_[j];
    const double reduced = item.value - price_of_cost * item.cost - by_kind_[item.kind];
    reduced_[j] = reduced;
    bound_ += reduced > 0 ? reduced * high_[j] : reduced * low_[j];
  }
  for (std::size_t i = 0; i < m; ++i) {
    const double reduced = multipliers_[i];
    reduced_[n + i] = reduced;
    bound_ += reduced > 0 ? reduced * rows_[i].most : reduced * rows_[i].least;
  }
}

// Puts what is not basic at the bound that its reduced value asks for, and adds up what that loads on the rows.
void Relaxation::place_others() {
  std::fill(load_.begin(), load_.end(), 0.0);
  for (std::size_t j = 0; j < total(); ++j) {
    if (place_[j] >= 0) continue;
    if (reduced_[j] > zero_price) at_high_[j] = 1;
    if (reduced_[j] < -zero_price) at_high_[j] = 0;
    const double at = at_high_[j] ? highest(j) : lowest(j);
    if (at != 0) add_to_load(j, at);
  }
}

void Relaxation::update_basic_values() {
  const std::size_t m = rows_.size();
  for (std::size_t i = 0; i < m; ++i) {
    double sum = 0;
    for (std::size_t k = 0; k < m; ++k) sum -= inverse_[i * m + k] * load_[k];
    basic_values_[i] = sum;
  }
}

// Gauss and Jordan, with the largest pivot of each column. False if the basis is singular.
bool Relaxation::invert() {
  const std::size_t m = rows_.size();
  std::vector<double> matrix(m * m);
  std::vector<double> result(m * m, 0);
  for (std::size_t i = 0; i < m; ++i) {
    column_of(basis_[i], column_);
    for (std::size_t k = 0; k < m; ++k) matrix[k * m + i] = column_[k];
    result[i * m + i] = 1;
  }
  for (std::size_t c = 0; c < m; ++c) {
    std::size_t best = c;
    for (std::size_t r = c + 1; r < m; ++r) {
      if (std::fabs(matrix[r * m + c]) > std::fabs(matrix[best * m + c])) best = r;
    }
    if (std::fabs(matrix[best * m + c]) < smallest_pivot / 10) return false;
    for (std::size_t k = 0; k < m; ++k) {
      std::swap(matrix[c * m + k], matrix[best * m + k]);
      std::swap(result[c * m + k], result[best * m + k]);
    }
    const double pivot = matrix[c * m + c];
    for (std::size_t k = 0; k < m; ++k) {
      matrix[c * m + k] /= pivot;
      result[c * m + k] /= pivot;
    }
    for (std::size_t r = 0; r < m; ++r) {
      const double factor = matrix[r * m + c];
      if (r == c || factor == 0) continue;
      for (std::size_t k = 0; k < m; ++k) {
        matrix[r * m + k] -= factor * matrix[c * m + k];
        result[r * m + k] -= factor * result[c * m + k];
      }
    }
  }
  inverse_ = std::move(result);
  since_inversion_ = 0;
  return true;
}

// `direction_` is the entering variable's column times the inverse.
void Relaxation::pivot(std::size_t row, std::size_t entering) {
  const std::size_t m = rows_.size();
  const double divisor = direction_[row];
  for (std::size_t k = 0; k < m; ++k) inverse_[row * m + k] /= divisor;
  for (std::size_t i = 0; i < m; ++i) {
    const double factor = direction_[i];
    if (i == row || factor == 0) continue;
    for (std::size_t k = 0; k < m; ++k) inverse_[i * m + k] -= factor * inverse_[row * m + k];
  }
  place_[basis_[row]] = -1;
  place_[entering] = static_cast<int>(row);
  basis_[row] = entering;
  ++since_inversion_;
}

// How far the row's multiplier can go before each variable's reduced value turns, were its basic variable moved up or
// down: a heap, the nearest first.
void Relaxation::find_breakpoints(std::size_t row, bool upward) {
  const std::size_t n = items_.size();
  const double* ray = &inverse_[row * rows_.size()];
  spread_over_kinds(ray, pivot_by_kind_);
  const double sign = upward ? 1 : -1;
  const double ray_of_cost = ray[0];
  breakpoints_.clear();
  const auto add = [&](std::size_t j, double slope) {
    if (at_high_[j] ? slope > smallest_pivot : slope < -smallest_pivot) {
      breakpoints_.push_back({std::max(reduced_[j] / slope, 0.0), std::fabs(slope), j});
    }
  };
  for (std::size_t j = 0; j < n; ++j) {
    if (low_[j] == high_[j] || place_[j] >= 0) continue;
    add(j, sign * (ray_of_cost * items_[j].cost + pivot_by_kind_[items_[j].kind]));
  }
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    if (place_[n + i] < 0 && rows_[i].least != rows_[i].most) add(n + i, -sign * ray[i]);
  }
  ahead_ = breakpoints_.size();
  looks_ = 0;
}

// The nearest that was not taken yet, if there is one. Mostly the first few are all that is asked for, and to look for
// them is quicker than to put all in order.
const Relaxation::Breakpoint* Relaxation::take_nearest() {
  if (ahead_ == 0) return nullptr;
  const auto begin = breakpoints_.begin();
  const auto end = begin + static_cast<std::ptrdiff_t>(ahead_);
  if (looks_ < most_looks) {
    ++looks_;
    std::iter_swap(std::max_element(begin, end, comes_later), end - 1);
  } else {
    if (looks_ == most_looks) std::make_heap(begin, end, comes_later);
    looks_ = most_looks + 1;
    std::pop_heap(begin, end, comes_later);
  }
  return &breakpoints_[--ahead_];
}

// What the bound loses at least on the way to where nothing is missing: the loss up to the first few breakpoints.
double Relaxation::fall_along(double missing) {
  double fall = 0;
  double step = 0;
  for (int taken = 0; taken < breakpoints_of_a_fall && missing > feasible_enough; ++taken) {
    const Breakpoint* const next = take_nearest();
    if (next == nullptr) return std::numeric_limits<double>::infinity();
    fall += missing * (next->step - step);
    step = next->step;
    missing -= next->slope * (highest(next->variable) - lowest(next->variable));
  }
  return fall;
}

Relaxation::Falls Relaxation::falls(std::size_t place, double floor, double ceiling) {
  Falls falls;
  find_breakpoints(place, false);
  falls.down = fall_along(basic_values_[place] - floor);
  find_breakpoints(place, true);
  falls.up = fall_along(ceiling - basic_values_[place]);
  return falls;
}

Relaxation::Outcome Relaxation::solve(double cutoff, std::size_t& work) {
  pivots_ = 0;
  price();
  place_others();
  update_basic_values();
  return go_on(cutoff, work);
}

Relaxation::Outcome Relaxation::go_on(double cutoff, std::size_t& work) {
  const std::size_t m = rows_.size();
  const std::size_t n = items_.size();
  const std::size_t most_pivots = 50 + 20 * m;
  const std::size_t work_of_pivot = 2 * n + m * m;
  while (true) {
    if (bound_ <= cutoff) return Outcome::cut_off;

    // The basic variable that is farthest outside its bounds leaves.
    std::size_t row = m;
    double farthest = feasible_enough;
    bool below = false;
    for (std::size_t i = 0; i < m; ++i) {
      const double under = lowest(basis_[i]) - basic_values_[i];
      const double over = basic_values_[i] - highest(basis_[i]);
      if (under > farthest) {
        farthest = under;
        row = i;
        below = true;
      }
      if (over > farthest) {
        farthest = over;
        row = i;
        below = false;
      }
    }
    if (row == m) return Outcome::optimal;
    if (pivots_ >= most_pivots) return Outcome::stalled;
    if (work == 0) return Outcome::unfinished;
    work -= std::min(work, work_of_pivot);
    ++pivots_;

    find_breakpoints(row, below);
    double missing = farthest;
    std::size_t entering = total();
    while (const Breakpoint* const next = take_nearest()) {
      const std::size_t passed = next->variable;
      const double range = highest(passed) - lowest(passed);
      missing -= next->slope * range;
      if (missing <= feasible_enough) {
        entering = passed;
        break;
      }
      add_to_load(passed, at_high_[passed] ? -range : range);
      at_high_[passed] = !at_high_[passed];
    }
    if (entering == total()) {
      bound_ = -std::numeric_limits<double>::infinity();
      return Outcome::infeasible;
    }

    column_of(entering, column_);
    for (std::size_t i = 0; i < m; ++i) {
      double sum = 0;
      for (std::size_t k = 0; k < m; ++k) sum += inverse_[i * m + k] * column_[k];
      direction_[i] = sum;
    }
    const std::size_t leaving = basis_[row];
    add_to_load(entering, -(at_high_[entering] ? highest(entering) : lowest(entering)));
    at_high_[leaving] = !below;
    add_to_load(leaving, below ? lowest(leaving) : highest(leaving));
    pivot(row, entering);
    if (since_inversion_ >= pivots_between_inversions && !invert()) {
      start_basis();
      price();
      place_others();
      update_basic_values();
      continue;
    }
    price();
    update_basic_values();
  }
}

}  // namespace mf::core
