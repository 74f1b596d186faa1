// Which items to take for the highest sum of values, under a budget and with bounds on how many of each group and in
// all. Every item is in one group of each of two families (tiers and platforms, say). Exact: branch and bound over the
// linear relaxation, on the few items that can still go either way once the relaxation's prices have settled the rest.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

namespace mf::core {

inline constexpr std::size_t any_count = std::numeric_limits<std::size_t>::max();

struct KnapsackItem {
  double value = 0;       // may be negative
  std::int64_t cost = 0;  // not negative; cents
  std::array<std::size_t, 2> group = {0, 0};
  bool must = false;  // taken in any case
};

struct GroupLimits {
  std::size_t least = 0;
  std::size_t most = any_count;
};

struct Knapsack {
  std::vector<KnapsackItem> items;
  std::int64_t budget = 0;
  std::array<std::vector<GroupLimits>, 2> groups;  // of both families; every item's group is in them
  GroupLimits total;
  std::vector<std::size_t> known;  // a set to start from, ascending; of no matter if it is not within the bounds
};

struct KnapsackAnswer {
  bool feasible = false;           // some set within all bounds was found
  std::vector<std::size_t> taken;  // ascending
  double value = 0;
  std::int64_t cost = 0;
  double bound = 0;     // no set is worth more; minus infinity if there is none
  bool proven = false;  // there is none, or value is the highest to one part in 10^9
  std::size_t nodes = 0;
};

// The search in slices. The same problem takes the same way, whatever the slices.
class KnapsackSearch {
 public:
  // After about `effort` looks at an item (some ten nanoseconds each) it stops with the best set found and the bound
  // that holds.
  KnapsackSearch(Knapsack problem, std::size_t effort);
  ~KnapsackSearch();
  KnapsackSearch(KnapsackSearch&&) noexcept;
  KnapsackSearch& operator=(KnapsackSearch&&) noexcept;

  // Works for about that many looks at an item and returns what is left, 0 if it was all spent.
  std::size_t advance(std::size_t work);
  bool done() const;
  const KnapsackAnswer& answer() const;  // the best so far

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

inline constexpr std::size_t default_effort = 60'000'000;  // under a second

KnapsackAnswer solve(Knapsack problem, std::size_t effort = default_effort);

}  // namespace mf::core
