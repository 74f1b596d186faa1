#include "core/knapsack.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <optional>
#include <random>
#include <vector>

using namespace mf::core;

namespace {

// All of 2^n sets. Nothing if none is within the bounds.
std::optional<double> best_of_all_sets(const Knapsack& problem) {
  const std::size_t n = problem.items.size();
  std::optional<double> best;
  for (std::uint32_t set = 0; set < (1u << n); ++set) {
    std::int64_t cost = 0;
    double value = 0;
    std::size_t count = 0;
    std::array<std::vector<std::size_t>, 2> counts = {std::vector<std::size_t>(problem.groups[0].size()),
                                                      std::vector<std::size_t>(problem.groups[1].size())};
    bool fits = true;
    for (std::size_t i = 0; i < n; ++i) {
      const KnapsackItem& item = problem.items[i];
      const bool taken = (set >> i & 1u) != 0;
      fits = fits && (taken || !item.must);
      if (!taken) continue;
      cost += item.cost;
      value += item.value;
      ++count;
      for (std::size_t f = 0; f < 2; ++f) ++counts[f][item.group[f]];
    }
    fits = fits && cost <= problem.budget && count >= problem.total.least && count <= problem.total.most;
    for (std::size_t f = 0; f < 2; ++f) {
      for (std::size_t g = 0; g < counts[f].size(); ++g) {
        const GroupLimits& limits = problem.groups[f][g];
        fits = fits && counts[f][g] >= limits.least && counts[f][g] <= limits.most;
      }
    }
    if (fits && (!best || value > *best)) best = value;
  }
  return best;
}

struct Random {
  std::mt19937 engine;
  std::size_t below(std::size_t n) { return engine() % n; }
  double part() { return static_cast<double>(engine()) / 4294967296.0; }
};

// Small, and with every sort of bound: about a third has no answer.
Knapsack random_problem(unsigned seed) {
  Random random{std::mt19937(seed)};
  Knapsack problem;
  const std::size_t n = 1 + random.below(13);
  problem.groups[0].resize(1 + random.below(4));
  problem.groups[1].resize(1 + random.below(3));
  std::int64_t all = 0;
  const std::size_t sort_of_costs = random.below(5);
  for (std::size_t i = 0; i < n; ++i) {
    KnapsackItem item;
    item.cost = static_cast<std::int64_t>(1 + random.below(100'000));
    if (sort_of_costs == 1) item.cost = 10'000;                                                  // all alike
    if (sort_of_costs == 2) item.cost = 5'000 * static_cast<std::int64_t>(1 + random.below(6));  // round sums
    if (sort_of_costs == 3) item.cost = random.below(3) == 0 ? 0 : item.cost;                    // some for free
    item.value = 100 * random.part();
    if (random.below(4) == 0) item.value = static_cast<double>(item.cost) / 100;  // as much as it costs
    if (random.below(5) == 0) item.value = -item.value;
    if (random.below(10) == 0) item.value = 0;
    item.group = {random.below(problem.groups[0].size()), random.below(problem.groups[1].size())};
    item.must = random.below(12) == 0;
    all += item.cost;
    problem.items.push_back(item);
  }
  problem.budget = static_cast<std::int64_t>(random.part() * 1.2 * static_cast<double>(all));
  if (random.below(20) == 0) problem.budget = 0;
  for (std::vector<GroupLimits>& family : problem.groups) {
    for (GroupLimits& limits : family) {
      if (random.below(3) == 0) limits.least = random.below(4);
      if (random.below(3) == 0) limits.most = limits.least + random.below(4);
    }
  }
  if (random.below(4) == 0) problem.total.least = random.below(6);
  if (random.below(4) == 0) problem.total.most = problem.total.least + random.below(6);
  return problem;
}

Knapsack plain(std::vector<KnapsackItem> items, std::int64_t budget) {
  Knapsack problem;
  problem.items = std::move(items);
  problem.budget = budget;
  problem.groups = {std::vector<GroupLimits>(1), std::vector<GroupLimits>(1)};
  return problem;
}

}  // namespace

TEST_CASE("the set of highest value within the budget, not the one of best value per cost") {
  // 60 for 10 is the best bargain; 100 + 120 for 50 is worth more than 60 + 100 for 30
  const KnapsackAnswer answer = solve(plain({{60, 10}, {100, 20}, {120, 30}}, 50));
  CHECK(answer.taken == std::vector<std::size_t>{1, 2});
  CHECK(answer.value == 220);
  CHECK(answer.bound == 220);
  CHECK(answer.cost == 50);
  CHECK(answer.proven);
}

TEST_CASE("nothing is taken that costs value, unless it must be") {
  CHECK(solve(plain({{-5, 1}, {3, 1}}, 10)).taken == std::vector<std::size_t>{1});
  CHECK(solve(plain({{-5, 1}, {3, 1}}, 10)).value == 3);
  CHECK(solve(plain({{-5, 1, {0, 0}, true}, {3, 1}}, 10)).value == -2);
  CHECK(solve(plain({}, 10)).feasible);
}

TEST_CASE("no budget buys what is free") {
  const KnapsackAnswer answer = solve(plain({{7, 0}, {100, 1}}, 0));
  CHECK(answer.taken == std::vector<std::size_t>{0});
  CHECK(answer.proven);
}

TEST_CASE("every answer is that of all sets tried one by one") {
  int infeasible = 0;
  for (unsigned seed = 0; seed < 3'000; ++seed) {
    CAPTURE(seed);
    const Knapsack problem = random_problem(seed);
    const std::optional<double> best = best_of_all_sets(problem);
    const KnapsackAnswer answer = solve(problem);
    REQUIRE(answer.proven);
    REQUIRE(answer.feasible == best.has_value());
    if (best) REQUIRE(answer.value == doctest::Approx(*best).epsilon(1e-9));
    infeasible += !best;
  }
  CHECK(infeasible > 300);
  CHECK(infeasible < 2'000);
}
