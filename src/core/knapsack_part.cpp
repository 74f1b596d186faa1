#include "core/knapsack_part.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace mf::core {
namespace {

constexpr double whole_enough = 1e-7;  // a fraction that near 0 or 1 is taken for it, and the set is checked
constexpr std::size_t no_variable = std::numeric_limits<std::size_t>::max();

struct LowerBound {
  const std::vector<Node>& nodes;
  bool operator()(int a, int b) const {
    const double of_a = nodes[static_cast<std::size_t>(a)].bound;
    const double of_b = nodes[static_cast<std::size_t>(b)].bound;
    return of_a != of_b ? of_a < of_b : a < b;
  }
};

void add(Tally& tally, const KnapsackItem& item, double value_scale) {
  tally.left -= item.cost;
  ++tally.in_all;
  for (std::size_t f = 0; f < 2; ++f) ++tally.counts[f][item.group[f]];
  tally.value += item.value / value_scale;
}

// A row for each bound that could matter, and one for the count of all: where every cost has a fixed part, the tree
// must branch on that. False if what is outside breaks a bound already.
bool add_rows(Part& part, std::vector<Relaxation::Kind>& kinds) {
  const Tally& outside = part.outside_tally;
  std::array<std::vector<std::size_t>, 2> within;
  for (std::size_t f = 0; f < 2; ++f) within[f].assign(part.limits.groups[f].size(), 0);
  std::int64_t cost_within = 0;
  for (const std::size_t i : part.items) {
    const KnapsackItem& item = part.problem->items[i];
    for (std::size_t f = 0; f < 2; ++f) ++within[f][item.group[f]];
    cost_within += item.cost / part.scales.unit;
  }
  const std::int64_t room = std::min(outside.left / part.scales.unit, cost_within);
  part.rows.push_back({0, static_cast<double>(room) / part.scales.cost});

  bool possible = outside.left >= 0;
  const auto add_row = [&](const GroupLimits& limits, std::size_t already, std::size_t more, Part::RowOf row_of) {
    possible = possible && already <= limits.most && already + more >= limits.least && limits.least <= limits.most;
    if (!possible) return Relaxation::no_row;
    const bool matters = limits.least > already || limits.most - already < more;
    if (!matters && row_of.family < 2) return Relaxation::no_row;
    const std::size_t least = limits.least > already ? limits.least - already : 0;
    part.rows.push_back({static_cast<double>(least), static_cast<double>(std::min(limits.most - already, more))});
    part.row_of.push_back(row_of);
    return static_cast<int>(part.rows.size()) - 1;
  };
  std::array<std::vector<int>, 2> rows;
  for (std::size_t f = 0; f < 2; ++f) {
    for (std::size_t g = 0; g < part.limits.groups[f].size(); ++g) {
      rows[f].push_back(add_row(part.limits.groups[f][g], outside.counts[f][g], within[f][g], {f, g}));
    }
  }
  const int in_all = add_row(part.limits.total, outside.in_all, part.items.size(), {2, 0});
  for (const int first : rows[0]) {
    for (const int second : rows[1]) kinds.push_back({first, second, in_all});
  }
  return possible;
}

}  // namespace

double Part::highest_open() const {
  double highest = -std::numeric_limits<double>::infinity();
  for (const int node : open) highest = std::max(highest, nodes[static_cast<std::size_t>(node)].bound);
  return current < 0 ? highest : std::max(highest, nodes[static_cast<std::size_t>(current)].bound);
}

Part part_of(const Knapsack& problem, const Scales& scales, CountLimits limits, std::vector<std::size_t> items,
             std::vector<std::uint8_t> outside, double bound) {
  Part part;
  part.problem = &problem;
  part.scales = scales;
  part.limits = std::move(limits);
  part.items = std::move(items);
  part.outside = std::move(outside);
  part.outside_tally.left = problem.budget;
  for (std::size_t f = 0; f < 2; ++f) part.outside_tally.counts[f].assign(problem.groups[f].size(), 0);
  for (std::size_t i = 0; i < problem.items.size(); ++i) {
    if (part.outside[i]) add(part.outside_tally, problem.items[i], scales.value);
  }
  std::vector<Relaxation::Kind> kinds;
  if (!add_rows(part, kinds)) return part;

  std::vector<Relaxation::Item> relaxed;
  std::vector<double> worth;  // per cost
  relaxed.reserve(part.items.size());
  worth.reserve(part.items.size());
  for (const std::size_t i : part.items) {
    const KnapsackItem& item = problem.items[i];
    const std::int64_t units = item.cost / scales.unit;
    relaxed.push_back({item.value / scales.value, static_cast<double>(units) / scales.cost,
                       item.group[0] * problem.groups[1].size() + item.group[1]});
    worth.push_back(item.value / static_cast<double>(std::max(item.cost, std::int64_t{1})));
  }
  part.relaxation.emplace(std::move(relaxed), std::move(kinds), part.rows);
  part.order.resize(part.items.size());
  std::iota(part.order.begin(), part.order.end(), std::size_t{0});
  std::sort(part.order.begin(), part.order.end(),
            [&](std::size_t a, std::size_t b) { return worth[a] != worth[b] ? worth[a] > worth[b] : a < b; });
  part.nodes.push_back({-1, 0, 0, 0, bound});
  part.current = 0;
  return part;
}

bool find_node(Part& part, double cutoff) {
  if (part.current >= 0) return true;
  if (part.open.empty()) return false;
  std::pop_heap(part.open.begin(), part.open.end(), LowerBound{part.nodes});
  part.current = part.open.back();
  part.open.pop_back();
  if (part.nodes[static_cast<std::size_t>(part.current)].bound > cutoff) return true;
  part.open.clear();  // the others are worth no more
  part.current = -1;
  return false;
}

void settle(Part& part) {
  Relaxation& relaxation = *part.relaxation;
  relaxation.free_all();
  for (std::size_t i = 0; i < part.rows.size(); ++i) relaxation.bound_row(i, part.rows[i]);
  for (int at = part.current; at != 0; at = part.nodes[static_cast<std::size_t>(at)].parent) {
    const Node& decision = part.nodes[static_cast<std::size_t>(at)];
    if (decision.variable < relaxation.size()) {
      relaxation.settle(decision.variable, decision.least > 0);
      continue;
    }
    const std::size_t i = decision.variable - relaxation.size();
    const RelaxedRow& row = relaxation.row(i);
    relaxation.bound_row(i, {std::max(row.least, decision.least), std::min(row.most, decision.most)});
  }
}

CountLimits limits_here(const Part& part) {
  CountLimits limits = part.limits;
  for (std::size_t i = 0; i < part.row_of.size(); ++i) {
    const Part::RowOf& of = part.row_of[i];
    const RelaxedRow& row = part.relaxation->row(i + 1);
    const Tally& outside = part.outside_tally;
    const std::size_t already = of.family < 2 ? outside.counts[of.family][of.group] : outside.in_all;
    GroupLimits& here = of.family < 2 ? limits.groups[of.family][of.group] : limits.total;
    here.least = std::max(here.least, already + static_cast<std::size_t>(row.least));
    here.most = std::min(here.most, already + static_cast<std::size_t>(row.most));
  }
  return limits;
}

std::optional<std::vector<std::uint8_t>> rounded(const Part& part, double best) {
  Tally tally = part.outside_tally;
  std::vector<std::uint8_t> taken(part.items.size(), 0);
  const auto take = [&](std::size_t j) {
    taken[j] = 1;
    add(tally, part.problem->items[part.items[j]], part.scales.value);
  };
  for (std::size_t j = 0; j < part.items.size(); ++j) {
    if (part.relaxation->part(j) > 1 - whole_enough) take(j);
  }
  if (tally.left < 0) return std::nullopt;
  for (const std::size_t j : part.order) {
    const KnapsackItem& item = part.problem->items[part.items[j]];
    if (taken[j] || item.cost > tally.left || tally.in_all >= part.problem->total.most) continue;
    bool full = false;
    bool wanted = tally.in_all < part.problem->total.least;
    for (std::size_t f = 0; f < 2; ++f) {
      const GroupLimits& limits = part.problem->groups[f][item.group[f]];
      full = full || tally.counts[f][item.group[f]] >= limits.most;
      wanted = wanted || tally.counts[f][item.group[f]] < limits.least;
    }
    if (!full && (item.value > 0 || wanted)) take(j);
  }
  if (tally.value <= best) return std::nullopt;
  std::vector<std::uint8_t> all = part.outside;
  for (std::size_t j = 0; j < part.items.size(); ++j) all[part.items[j]] = taken[j];
  return all;
}

std::size_t divide(Part& part, double cutoff) {
  Relaxation& relaxation = *part.relaxation;
  const double bound = part.nodes[static_cast<std::size_t>(part.current)].bound;
  std::size_t looks = 0;
  std::size_t chosen = no_variable;
  double highest_score = -1;
  Relaxation::Falls falls;
  double floor = 0;
  for (std::size_t place = 0; place < relaxation.row_count(); ++place) {
    const std::size_t variable = relaxation.basis()[place];
    if (variable == relaxation.size()) continue;  // the budget need not be whole
    const double value = relaxation.basic_value(place);
    const double below = std::floor(value);
    if (std::min(value - below, below + 1 - value) < whole_enough) continue;
    // After a stall a value may lie outside its bounds.
    if (below < relaxation.lowest(variable) || below + 1 > relaxation.highest(variable)) continue;
    const Relaxation::Falls of_this = relaxation.falls(place, below, below + 1);
    looks += 2 * part.items.size();
    const double score = std::max(std::min(of_this.down, 1.0), 1e-9) * std::max(std::min(of_this.up, 1.0), 1e-9);
    if (score > highest_score) {
      highest_score = score;
      chosen = variable;
      falls = of_this;
      floor = below;
    }
  }
  // Whole, and yet no set within the bounds, by the last cent: any item that is open.
  for (std::size_t j = 0; j < relaxation.size() && chosen == no_variable; ++j) {
    if (!relaxation.is_settled(j)) chosen = j;
  }
  const int parent = std::exchange(part.current, -1);
  if (chosen == no_variable) return looks;

  const double relaxed = part.bound();
  const Node down{parent, chosen, relaxation.lowest(chosen), floor, std::min(bound, relaxed - falls.down)};
  const Node up{parent, chosen, floor + 1, relaxation.highest(chosen), std::min(bound, relaxed - falls.up)};
  const Node& first = up.bound >= down.bound ? up : down;
  const Node& later = up.bound >= down.bound ? down : up;
  if (later.bound > cutoff) {
    part.nodes.push_back(later);
    part.open.push_back(static_cast<int>(part.nodes.size()) - 1);
    std::push_heap(part.open.begin(), part.open.end(), LowerBound{part.nodes});
  }
  if (first.bound > cutoff) {
    part.nodes.push_back(first);
    part.current = static_cast<int>(part.nodes.size()) - 1;
  }
  return looks;
}

}  // namespace mf::core
