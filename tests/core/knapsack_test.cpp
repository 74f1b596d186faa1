#include "core/knapsack.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
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

TEST_CASE("hundreds of items are solved as well as by dynamic programming over cost and count") {
  for (unsigned seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    Random random{std::mt19937(seed)};
    Knapsack problem;
    problem.groups = {std::vector<GroupLimits>(2), std::vector<GroupLimits>(1)};
    const std::size_t n = 100 + random.below(400);
    const auto budget = static_cast<std::size_t>(200 + random.below(400));
    const std::size_t least = random.below(5);
    const std::size_t most = least + random.below(8);
    problem.groups[0][1] = {least, most};
    problem.budget = static_cast<std::int64_t>(budget);
    for (std::size_t i = 0; i < n; ++i) {
      const std::size_t cost = 1 + random.below(90);
      const double spread = seed % 3 == 0 ? 1 : seed % 3 == 1 ? 0.1 : 0.001;
      const double value = static_cast<double>(cost) * (1 + spread * random.part()) + (seed % 2 == 0 ? 10 : 0);
      problem.items.push_back({value, static_cast<std::int64_t>(cost), {random.below(2), 0}});
    }
    // By cost and by how many of the second group.
    const double never = -1e300;
    std::vector<double> best((budget + 1) * (most + 1), never);
    best[0] = 0;
    for (const KnapsackItem& item : problem.items) {
      const auto cost = static_cast<std::size_t>(item.cost);
      for (std::size_t spent = budget + 1; spent-- > cost;) {
        for (std::size_t count = most + 1; count-- > item.group[0];) {
          double& here = best[spent * (most + 1) + count];
          here = std::max(here, best[(spent - cost) * (most + 1) + count - item.group[0]] + item.value);
        }
      }
    }
    double highest = never;
    for (std::size_t at = 0; at < best.size(); ++at) {
      if (at % (most + 1) >= least) highest = std::max(highest, best[at]);
    }
    const KnapsackAnswer answer = solve(problem);
    REQUIRE(answer.feasible == (highest > never / 2));
    if (answer.proven) REQUIRE(answer.value == doctest::Approx(highest).epsilon(1e-8));
    REQUIRE(answer.bound >= highest * (1 - 1e-8));
    REQUIRE(answer.bound <= answer.value * (1 + 1e-4));
  }
}

TEST_CASE("little effort gives a set and a bound that holds, and slices change nothing") {
  Random random{std::mt19937(5)};
  Knapsack problem = plain({}, 400'000);
  for (int i = 0; i < 150; ++i) {
    const auto cost = static_cast<std::int64_t>(1'000 + random.below(60'000));
    problem.items.push_back({static_cast<double>(cost) * (1 + 0.01 * random.part()), cost});
  }
  const KnapsackAnswer full = solve(problem);
  REQUIRE(full.proven);
  const KnapsackAnswer hasty = solve(problem, 20'000);
  CHECK(hasty.feasible);
  CHECK_FALSE(hasty.proven);
  CHECK(hasty.value <= full.value);
  CHECK(hasty.bound >= full.value);

  KnapsackSearch search(problem, default_effort);
  double value = 0;
  while (!search.done()) {
    search.advance(777);
    CHECK(search.answer().value >= value);
    value = search.answer().value;
  }
  CHECK(search.answer().taken == full.taken);
  CHECK(search.answer().nodes == full.nodes);

  problem.known = full.taken;
  CHECK(solve(problem, 0).value == full.value);
}
