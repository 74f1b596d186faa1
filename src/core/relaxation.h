// The linear relaxation of choosing items under a budget with bounds on counts: items may be taken in parts. Solved by
// the dual simplex method with bounded variables, in which whatever basis the last solution left is a start for the
// next bounds. All variables have two bounds, so every basis is dual feasible once the others stand at the right one of
// them, and the long-step ratio test does in one pivot what filling a knapsack by value per cost does.
//
// An item has a cost, and is counted in up to three rows: those of its kind. A pivot costs some operations an item.
// Whatever rounding does to the pivots, `bound` is computed afresh from the items and holds for any multipliers
// (Lagrange): it is never too low by more than the rounding of one sum.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace mf::core {

// A row of the relaxation: row 0 is the budget, the others count items.
struct RelaxedRow {
  double least = 0;
  double most = 0;
};

class Relaxation {
 public:
  static constexpr int no_row = -1;
  using Kind = std::array<int, 3>;  // the rows from 1 on that count an item of this kind; no_row for none

  struct Item {
    double value = 0;
    double cost = 0;
    std::size_t kind = 0;
  };
  enum class Outcome {
    optimal,
    infeasible,
    cut_off,     // the bound fell to the cutoff or below
    stalled,     // so many pivots without an end; the bound holds
    unfinished,  // out of work
  };

  Relaxation(std::vector<Item> items, std::vector<Kind> kinds, std::vector<RelaxedRow> rows);

  std::size_t size() const { return items_.size(); }
  std::size_t row_count() const { return rows_.size(); }
  const Item& item(std::size_t i) const { return items_[i]; }

  // Every item may be taken or not ...
  void free_all();
  // ... but for those that are settled.
  void settle(std::size_t item, bool taken);
  bool is_settled(std::size_t item) const { return low_[item] == high_[item]; }
  // A row's bounds may change too.
  const RelaxedRow& row(std::size_t i) const { return rows_[i]; }
  void bound_row(std::size_t i, const RelaxedRow& bounds) { rows_[i] = bounds; }

  // The bounds of an item (0 or 1), or of a row's sum: rows come behind the items.
  double lowest(std::size_t variable) const;
  double highest(std::size_t variable) const;

  // From the basis of the last call; the bounds may have changed. `work` is what may be spent, in looks at an item, and
  // is lowered by what was; after `unfinished` go_on continues.
  Outcome solve(double cutoff, std::size_t& work);
  Outcome go_on(double cutoff, std::size_t& work);

  double bound() const { return bound_; }
  // After `optimal`. The part of an item that is taken, 0 to 1.
  double part(std::size_t item) const;
  bool is_basic(std::size_t item) const { return place_[item] >= 0; }
  // The value of a basic variable, and how far the bound would fall at least were it brought down
  // to `floor` or up to `ceiling`; infinite if it cannot be.
  double basic_value(std::size_t place) const { return basic_values_[place]; }
  struct Falls {
    double down = 0;
    double up = 0;
  };
  Falls falls(std::size_t place, double floor, double ceiling);
  // What taking one more of the item would be worth beyond the price of the rows it uses.
  double reduced_value(std::size_t item) const { return reduced_[item]; }
  const std::vector<std::size_t>& basis() const { return basis_; }  // items, and beyond size() rows

 private:
  struct Breakpoint {
    double step;
    double slope;
    std::size_t variable;
  };

  std::size_t total() const { return items_.size() + rows_.size(); }
  void start_basis();
  void place_others();
  void price();
  void update_basic_values();
  bool invert();
  void pivot(std::size_t row, std::size_t entering);
  void find_breakpoints(std::size_t row, bool upward);
  double fall_along(double missing);
  const Breakpoint* take_nearest();
  void column_of(std::size_t variable, std::vector<double>& column) const;
  void spread_over_kinds(const double* multipliers, std::vector<double>& by_kind) const;
  void add_to_load(std::size_t variable, double by);

  std::vector<Item> items_;
  std::vector<Kind> kinds_;
  std::vector<RelaxedRow> rows_;
  std::vector<std::uint8_t> low_, high_;  // of items
  std::vector<std::uint8_t> at_high_;     // of variables that are not basic: items, then rows
  std::vector<int> place_;                // in the basis, -1 if not in it
  std::vector<std::size_t> basis_;
  std::vector<double> basic_values_;
  std::vector<double> inverse_;      // of the basis matrix, row by row
  std::vector<double> load_;         // of each row by the variables that are not basic
  std::vector<double> multipliers_;  // of the rows
  std::vector<double> by_kind_, pivot_by_kind_;
  std::vector<double> reduced_;
  std::vector<double> column_, direction_;
  std::vector<Breakpoint> breakpoints_;
  std::size_t ahead_ = 0;  // of them, not taken yet: the first ones
  int looks_ = 0;
  double bound_ = 0;
  std::size_t pivots_ = 0;  // of this solve
  std::size_t since_inversion_ = 0;
};

}  // namespace mf::core
