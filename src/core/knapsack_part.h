// A part of a knapsack: some of its items, the others settled, as a linear relaxation with the tree over it. Used by
// knapsack.cpp alone.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "core/knapsack.h"
#include "core/relaxation.h"

namespace mf::core {

// What a set of items adds up to, against the problem's budget.
struct Tally {
  std::int64_t left = 0;  // of the budget
  std::size_t in_all = 0;
  std::array<std::vector<std::size_t>, 2> counts;
  double value = 0;  // scaled
};

// How the relaxation counts: values and costs are divided by powers of two, which changes no bit but the exponent.
struct Scales {
  double value = 1;
  double cost = 1;
  std::int64_t unit = 1;  // all costs are multiples of it
};

struct CountLimits {
  std::array<std::vector<GroupLimits>, 2> groups;
  GroupLimits total;
};

// A decision of the tree: new bounds for a variable of the relaxation, an item or a row. What else is decided is found
// along its parents.
struct Node {
  int parent = -1;
  std::size_t variable = 0;
  double least = 0;
  double most = 0;
  double bound = 0;  // scaled, of the whole set
};

struct Part {
  const Knapsack* problem = nullptr;
  Scales scales;
  CountLimits limits;                 // the problem's, or narrower by what was decided above
  std::vector<std::size_t> items;     // of the problem, ascending
  std::vector<std::uint8_t> outside;  // by item of the problem: taken, of those that are not in `items`
  Tally outside_tally;
  std::vector<std::size_t> order;  // of `items`, the best value per cost first

  std::optional<Relaxation> relaxation;  // nothing if what is outside breaks a bound already
  std::vector<RelaxedRow> rows;          // its rows at the top of the tree
  struct RowOf {
    std::size_t family = 0;  // 2: all
    std::size_t group = 0;
  };
  std::vector<RowOf> row_of;  // but for the budget, row 0

  std::vector<Node> nodes;
  std::vector<int> open;  // a heap, the highest bound first
  int current = -1;       // -1: none
  std::size_t nodes_done = 0;
  std::size_t most_nodes = std::numeric_limits<std::size_t>::max();
  bool is_exact = true;  // what is outside is settled for good, not only while a set to compare with is looked for

  double bound() const { return relaxation->bound() + outside_tally.value; }
  double highest_open() const;  // minus infinity if there is none
};

Part part_of(const Knapsack& problem, const Scales& scales, CountLimits limits, std::vector<std::size_t> items,
             std::vector<std::uint8_t> outside, double bound);

// The next node, if any is worth more than the cutoff: the current one, or the open one with the highest bound.
bool find_node(Part& part, double cutoff);
// Brings the relaxation's bounds to what the current node's decisions leave open.
void settle(Part& part);
// The bounds on counts as the current node has them.
CountLimits limits_here(const Part& part);

// The relaxation's answer with its fractions left out, and then whatever still fits, the best value per cost first: by
// item of the problem. Nothing if it is not within the budget or not worth more than `best`.
std::optional<std::vector<std::uint8_t>> rounded(const Part& part, double best);

// Divides the current node in two, by the item or the count whose two ways lower the bound most. Goes on with the
// better one and leaves the other for later, if they are worth more than the cutoff. Returns the looks at an item that
// it took.
std::size_t divide(Part& part, double cutoff);

}  // namespace mf::core
