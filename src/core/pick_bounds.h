// The bounds of a request as the problem that the search solves, and why nothing fits within them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/knapsack.h"
#include "core/pick.h"
#include "core/pick_value.h"

namespace mf::core {

struct PickProblem {
  Knapsack knapsack;
  std::vector<std::size_t> rows;  // of the list, by item

  // Why nothing fits, a sentence; empty if that takes a search to tell.
  std::string infeasible;
  std::vector<std::string> warnings;  // sentences
};

// Rows that cannot be picked, or must not, are no items.
PickProblem pick_problem(const PickRequest& request, const Roster& roster, const PickValues& values);

// The same problem without a row, even if it must be picked.
Knapsack without(const PickProblem& problem, std::size_t row);

// What the cheapest set within all bounds but the budget is worth: its cost is -value, in cents.
Knapsack cheapest(const PickProblem& problem);
// The sentence that its answer makes, for a budget that it exceeds or bounds that nothing meets.
std::string too_dear(const PickRequest& request, const std::string& currency, double fixed_cost,
                     const KnapsackAnswer& cheapest);

// What is left of a budget for creators, in cents.
std::int64_t cents_for_creators(double budget, double fixed_cost);

}  // namespace mf::core
