#include "core/knapsack.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

#include "core/relaxation.h"

namespace mf::core {
namespace {

constexpr double nothing_found = -std::numeric_limits<double>::infinity();
constexpr double close_enough = 1e-9;   // as a share of the value: then it is the highest
constexpr double whole_enough = 1e-7;   // a part that near 0 or 1 is taken for it, and the set is checked
constexpr std::size_t first_core = 64;  // items of the first search; four times as many in each that follows
constexpr std::size_t nodes_of_a_core = 500;
constexpr int no_node = -1;
constexpr std::size_t no_variable = std::numeric_limits<std::size_t>::max();

// A power of two that brings the largest of them to between 1/2 and 1: dividing by it changes no bit but the exponent.
double scale_of(double largest) {
  if (!(largest > 0)) return 1;
  int exponent = 0;
  std::frexp(largest, &exponent);
  return std::ldexp(1.0, exponent);
}

// A decision of the tree: new bounds for a variable of the relaxation, an item or a row. What else is decided is found
// along its parents.
struct Node {
  int parent = no_node;
  std::size_t variable = 0;
  double least = 0;
  double most = 0;
  double bound = 0;
};

struct LowerBound {
  const std::vector<Node>& nodes;
  bool operator()(int a, int b) const {
    const double of_a = nodes[static_cast<std::size_t>(a)].bound;
    const double of_b = nodes[static_cast<std::size_t>(b)].bound;
    return of_a != of_b ? of_a < of_b : a < b;
  }
};

}  // namespace

struct KnapsackSearch::Work {
  enum class Phase { root, core, done };

  Knapsack problem;
  std::size_t effort = 0;
  std::size_t spent = 0;
  KnapsackAnswer answer;
  Phase phase = Phase::root;

  // Values and costs of the relaxation: divided by these.
  double value_scale = 1;
  double cost_scale = 1;
  std::int64_t cost_unit = 1;  // all costs are multiples of it

  std::vector<std::uint8_t> settled;  // by item of the problem: 0 free, 1 left out, 2 taken
  std::vector<std::size_t> free;      // items of the problem that are free, ascending

  std::optional<Relaxation> root;  // over all of `free`
  bool root_begun = false;
  double root_bound = 0;                 // scaled, of the free items
  std::vector<double> root_reduced;      // by place in `free`
  std::vector<std::uint8_t> root_basic;  // likewise
  std::vector<std::uint8_t> root_taken;  // at its upper bound

  double base_value = 0;        // scaled, of the items that are taken in any case
  double best = nothing_found;  // scaled, of the free items; what the search must beat
  std::size_t core_size = first_core;
  bool last_core = false;

  // The tree over the core.
  std::optional<Relaxation> core;
  std::vector<std::size_t> core_items;      // of the problem
  std::size_t searched = 0;                 // so many of the most doubtful items were searched to the end
  std::vector<std::uint8_t> outside_taken;  // by item of the problem: taken while the core is searched
  double outside_value = 0;                 // scaled
  std::int64_t outside_left = 0;            // of the budget
  std::size_t outside_in_all = 0;
  std::array<std::vector<std::size_t>, 2> outside_counts;
  std::vector<Node> nodes;
  std::vector<int> open;              // a heap by bound
  std::vector<RelaxedRow> core_rows;  // their bounds at the root
  int current = no_node;
  bool has_current = false;
  bool solving = false;
  std::size_t nodes_of_core = 0;
  bool incomplete = false;         // nodes of this core were given up
  std::vector<std::size_t> order;  // of the core's items, the best value per cost first
  std::vector<std::uint8_t> trial;
  std::array<std::vector<std::size_t>, 2> trial_counts;

  void begin();
  void settle_obvious();
  void add_up_outside();
  std::optional<Relaxation> relax(const std::vector<std::size_t>& items) const;
  double tolerance() const { return close_enough * std::fabs(best + base_value) + 1e-14; }
  double cutoff() const { return best == nothing_found ? best : best + tolerance(); }

  void advance(std::size_t& work);
  void finish_root();
  void begin_core();
  void finish_core();
  void step(std::size_t& work);
  bool next_node();
  void settle_along(int node);
  void branch(std::size_t& work);
  void try_rounding();
  void offer(const std::vector<std::uint8_t>& taken);
  bool fits(const std::vector<std::uint8_t>& taken) const;
  void finish(double bound);
};

// [SECTION] What can be settled at once

void KnapsackSearch::Work::begin() {
  settled.assign(problem.items.size(), 0);
  settle_obvious();
  outside_taken.assign(problem.items.size(), 0);
  double largest_value = 0;
  std::int64_t largest_cost = 0;
  cost_unit = 0;
  for (std::size_t i = 0; i < problem.items.size(); ++i) {
    const KnapsackItem& item = problem.items[i];
    outside_taken[i] = settled[i] == 2;
    if (settled[i] != 1) largest_value = std::max(largest_value, std::fabs(item.value));
    if (settled[i] != 0) continue;
    free.push_back(i);
    cost_unit = std::gcd(cost_unit, item.cost);
    largest_cost = std::max(largest_cost, item.cost);
  }
  // In the largest common unit of the costs: with fees of $100, $150 and $200 a budget of $980 is one of $950.
  if (cost_unit == 0) cost_unit = 1;
  value_scale = scale_of(largest_value);
  const std::int64_t largest_units = largest_cost / cost_unit;
  cost_scale = scale_of(static_cast<double>(largest_units));
  base_value = 0;
  for (std::size_t i = 0; i < problem.items.size(); ++i) {
    if (settled[i] == 2) base_value += problem.items[i].value / value_scale;
  }
  offer(outside_taken);
  std::vector<std::uint8_t> known(problem.items.size(), 0);
  for (const std::size_t i : problem.known) known[i] = 1;
  for (std::size_t i = 0; i < known.size(); ++i) known[i] = known[i] || problem.items[i].must;
  offer(known);
  add_up_outside();
  root = relax(free);
  if (!root) finish(nothing_found);
}

void KnapsackSearch::Work::settle_obvious() {
  std::int64_t left = problem.budget;
  for (std::size_t i = 0; i < problem.items.size(); ++i) {
    if (!problem.items[i].must) continue;
    settled[i] = 2;
    left -= problem.items[i].cost;
  }
  for (std::size_t i = 0; i < problem.items.size(); ++i) {
    if (settled[i] == 0 && problem.items[i].cost > left) settled[i] = 1;
  }
}

// Counts what `outside_taken` takes, before items are chosen to be searched.
void KnapsackSearch::Work::add_up_outside() {
  outside_left = problem.budget;
  outside_in_all = 0;
  outside_value = 0;
  for (std::size_t f = 0; f < 2; ++f) outside_counts[f].assign(problem.groups[f].size(), 0);
  for (std::size_t i = 0; i < problem.items.size(); ++i) {
    if (!outside_taken[i]) continue;
    const KnapsackItem& item = problem.items[i];
    outside_left -= item.cost;
    ++outside_in_all;
    if (settled[i] == 0) outside_value += item.value / value_scale;
    for (std::size_t f = 0; f < 2; ++f) ++outside_counts[f][item.group[f]];
  }
}

// The relaxation over some of the free items, the others as in `outside_taken`. Nothing if those break a bound already.
std::optional<Relaxation> KnapsackSearch::Work::relax(const std::vector<std::size_t>& items) const {
  std::array<std::vector<std::size_t>, 2> within;
  for (std::size_t f = 0; f < 2; ++f) within[f].assign(problem.groups[f].size(), 0);
  std::int64_t cost_within = 0;
  for (const std::size_t i : items) {
    const KnapsackItem& item = problem.items[i];
    for (std::size_t f = 0; f < 2; ++f) ++within[f][item.group[f]];
    cost_within += item.cost / cost_unit;
  }

  // A row for each bound that could matter.
  bool possible = outside_left >= 0;
  std::vector<RelaxedRow> rows;
  const std::int64_t room = std::min(outside_left / cost_unit, cost_within);
  rows.push_back({0, static_cast<double>(room) / cost_scale});
  const auto row_for = [&](const GroupLimits& limits, std::size_t already, std::size_t open) {
    possible = possible && already <= limits.most && already + open >= limits.least;
    if (!possible || (limits.least <= already && limits.most - already >= open)) return Relaxation::no_row;
    const std::size_t least = limits.least > already ? limits.least - already : 0;
    rows.push_back({static_cast<double>(least), static_cast<double>(std::min(limits.most - already, open))});
    return static_cast<int>(rows.size()) - 1;
  };
  std::array<std::vector<int>, 2> row_of;
  for (std::size_t f = 0; f < 2; ++f) {
    for (std::size_t g = 0; g < problem.groups[f].size(); ++g) {
      row_of[f].push_back(row_for(problem.groups[f][g], outside_counts[f][g], within[f][g]));
    }
  }
  // The count of all is a row even if it has no bound: where every fee has a fixed part, the tree must branch on it.
  if (row_for(problem.total, outside_in_all, items.size()) == Relaxation::no_row) {
    rows.push_back({0, static_cast<double>(items.size())});
  }
  if (!possible) return std::nullopt;
  const int total_row = static_cast<int>(rows.size()) - 1;

  std::vector<Relaxation::Kind> kinds;
  for (const int first : row_of[0]) {
    for (const int second : row_of[1]) kinds.push_back({first, second, total_row});
  }
  std::vector<Relaxation::Item> relaxed;
  relaxed.reserve(items.size());
  for (const std::size_t i : items) {
    const KnapsackItem& item = problem.items[i];
    const std::int64_t units = item.cost / cost_unit;
    relaxed.push_back({item.value / value_scale, static_cast<double>(units) / cost_scale,
                       item.group[0] * row_of[1].size() + item.group[1]});
  }
  return Relaxation(std::move(relaxed), std::move(kinds), std::move(rows));
}

// [SECTION] Sets that were found

bool KnapsackSearch::Work::fits(const std::vector<std::uint8_t>& taken) const {
  std::int64_t cost = 0;
  std::size_t in_all = 0;
  std::array<std::vector<std::size_t>, 2> counts;
  for (std::size_t f = 0; f < 2; ++f) counts[f].assign(problem.groups[f].size(), 0);
  for (std::size_t i = 0; i < taken.size(); ++i) {
    if (!taken[i]) continue;
    cost += problem.items[i].cost;
    ++in_all;
    for (std::size_t f = 0; f < 2; ++f) ++counts[f][problem.items[i].group[f]];
  }
  if (cost > problem.budget || in_all < problem.total.least || in_all > problem.total.most) return false;
  for (std::size_t f = 0; f < 2; ++f) {
    for (std::size_t g = 0; g < counts[f].size(); ++g) {
      if (counts[f][g] < problem.groups[f][g].least || counts[f][g] > problem.groups[f][g].most) return false;
    }
  }
  return true;
}

// Keeps the set if it fits and is worth more than the best.
void KnapsackSearch::Work::offer(const std::vector<std::uint8_t>& taken) {
  double value = 0;
  for (std::size_t i = 0; i < taken.size(); ++i) {
    if (taken[i]) value += problem.items[i].value;
  }
  if (answer.feasible && value <= answer.value) return;
  if (!fits(taken)) return;
  answer.feasible = true;
  answer.value = value;
  answer.cost = 0;
  answer.taken.clear();
  for (std::size_t i = 0; i < taken.size(); ++i) {
    if (!taken[i]) continue;
    answer.taken.push_back(i);
    answer.cost += problem.items[i].cost;
  }
  best = value / value_scale - base_value;
}

// `bound` as `best` is.
void KnapsackSearch::Work::finish(double bound) {
  phase = Phase::done;
  root.reset();
  core.reset();
  answer.proven = bound <= cutoff() || (!answer.feasible && bound == nothing_found);
  if (answer.proven) {
    answer.bound = answer.feasible ? answer.value : nothing_found;
  } else {
    answer.bound = (bound + base_value) * value_scale;
  }
}

// [SECTION] The relaxation over all items

void KnapsackSearch::Work::advance(std::size_t& work) {
  while (phase != Phase::done && work > 0) {
    const std::size_t before = work;
    if (phase == Phase::root) {
      const Relaxation::Outcome outcome =
          root_begun ? root->go_on(nothing_found, work) : root->solve(nothing_found, work);
      root_begun = true;
      if (outcome == Relaxation::Outcome::unfinished) {
        work = 0;
      } else if (outcome == Relaxation::Outcome::infeasible) {
        finish(nothing_found);
      } else {
        finish_root();
      }
    } else {
      step(work);
    }
    spent += before - work;
  }
}

void KnapsackSearch::Work::finish_root() {
  root_bound = root->bound();
  const std::size_t n = free.size();
  root_reduced.resize(n);
  root_basic.resize(n);
  root_taken.resize(n);
  for (std::size_t k = 0; k < n; ++k) {
    root_reduced[k] = root->reduced_value(k);
    root_basic[k] = root->is_basic(k);
    root_taken[k] = root->part(k) > 1 - whole_enough;
    outside_taken[free[k]] = root_taken[k];
  }
  root.reset();
  offer(outside_taken);
  if (root_bound <= cutoff()) {
    finish(root_bound);
    return;
  }
  begin_core();
}

// [SECTION] The tree over the items that can still go either way

// The core: items that the root's prices do not settle, given the best set so far; if they are many, the most doubtful
// of them first.
void KnapsackSearch::Work::begin_core() {
  std::vector<std::size_t> doubtful;  // places in `free`
  for (std::size_t k = 0; k < free.size(); ++k) {
    if (root_basic[k] || root_bound - std::fabs(root_reduced[k]) > cutoff()) doubtful.push_back(k);
  }
  if (doubtful.size() <= searched) {  // what could still be better was searched
    finish(best);
    return;
  }
  last_core = doubtful.size() <= core_size + core_size / 2;
  if (!last_core) {
    const auto more_doubtful = [&](std::size_t a, std::size_t b) {
      if (root_basic[a] != root_basic[b]) return root_basic[a] > root_basic[b];
      const double of_a = std::fabs(root_reduced[a]);
      const double of_b = std::fabs(root_reduced[b]);
      return of_a != of_b ? of_a < of_b : a < b;
    };
    std::nth_element(doubtful.begin(), doubtful.begin() + static_cast<std::ptrdiff_t>(core_size), doubtful.end(),
                     more_doubtful);
    doubtful.resize(core_size);
    std::sort(doubtful.begin(), doubtful.end());
  }
  for (std::size_t k = 0; k < free.size(); ++k) outside_taken[free[k]] = root_taken[k];
  core_items.clear();
  for (const std::size_t k : doubtful) {
    core_items.push_back(free[k]);
    outside_taken[free[k]] = 0;
  }
  add_up_outside();
  core = relax(core_items);
  std::vector<double> worth;  // per cost
  for (const std::size_t i : core_items) {
    worth.push_back(problem.items[i].value / static_cast<double>(std::max(problem.items[i].cost, std::int64_t{1})));
  }
  order.resize(core_items.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return worth[a] != worth[b] ? worth[a] > worth[b] : a < b; });
  nodes.clear();
  open.clear();
  nodes.push_back({no_node, 0, 0, 0, root_bound});
  core_rows.clear();
  for (std::size_t i = 0; core && i < core->row_count(); ++i) core_rows.push_back(core->row(i));
  current = 0;
  has_current = core.has_value();
  solving = false;
  nodes_of_core = 0;
  phase = Phase::core;
}

void KnapsackSearch::Work::finish_core() {
  double highest_open = nothing_found;
  for (const int node : open) highest_open = std::max(highest_open, nodes[static_cast<std::size_t>(node)].bound);
  if (has_current) highest_open = std::max(highest_open, nodes[static_cast<std::size_t>(current)].bound);
  if (last_core || spent >= effort) {
    finish(last_core ? std::min(root_bound, highest_open) : root_bound);
    return;
  }
  if (highest_open == nothing_found) searched = core_items.size();
  core_size *= 4;
  begin_core();
}

bool KnapsackSearch::Work::next_node() {
  if (open.empty()) return false;
  std::pop_heap(open.begin(), open.end(), LowerBound{nodes});
  current = open.back();
  open.pop_back();
  if (nodes[static_cast<std::size_t>(current)].bound <= cutoff()) {  // and so are all others
    open.clear();
    return false;
  }
  has_current = true;
  return true;
}

// What the decisions down to a node leave open.
void KnapsackSearch::Work::settle_along(int node) {
  core->free_all();
  for (std::size_t i = 0; i < core_rows.size(); ++i) core->bound_row(i, core_rows[i]);
  for (; node != 0; node = nodes[static_cast<std::size_t>(node)].parent) {
    const Node& decision = nodes[static_cast<std::size_t>(node)];
    if (decision.variable < core->size()) {
      core->settle(decision.variable, decision.least > 0);
      continue;
    }
    const std::size_t i = decision.variable - core->size();
    const RelaxedRow& row = core->row(i);
    core->bound_row(i, {std::max(row.least, decision.least), std::min(row.most, decision.most)});
  }
}

// One node, or as far as the work goes.
void KnapsackSearch::Work::step(std::size_t& work) {
  if (!has_current && !next_node()) {
    finish_core();
    return;
  }
  const bool is_enough = spent >= effort || (!last_core && nodes_of_core >= nodes_of_a_core);
  if (!solving && is_enough) {
    finish_core();
    return;
  }
  Node& node = nodes[static_cast<std::size_t>(current)];
  const double target = cutoff() - outside_value;
  Relaxation::Outcome outcome;
  if (!solving) {
    settle_along(current);
    outcome = core->solve(target, work);
  } else {
    outcome = core->go_on(target, work);
  }
  solving = outcome == Relaxation::Outcome::unfinished;
  if (solving) {
    work = 0;
    return;
  }
  const std::size_t cost_of_node = core_items.size() + 50;
  work -= std::min(work, cost_of_node);
  ++answer.nodes;
  ++nodes_of_core;
  has_current = false;
  if (outcome == Relaxation::Outcome::infeasible || outcome == Relaxation::Outcome::cut_off) return;
  node.bound = std::min(node.bound, core->bound() + outside_value);
  if (node.bound <= cutoff()) return;
  try_rounding();
  if (node.bound <= cutoff()) return;
  branch(work);
}

// On the item or the count of a row whose two ways lower the bound most. Goes on with the better way and leaves the
// other for later.
void KnapsackSearch::Work::branch(std::size_t& work) {
  const double bound = nodes[static_cast<std::size_t>(current)].bound;
  const double relaxed = core->bound() + outside_value;
  std::size_t chosen = no_variable;
  double highest_score = -1;
  Relaxation::Falls falls;
  double floor = 0;
  for (std::size_t place = 0; place < core->row_count(); ++place) {
    const std::size_t variable = core->basis()[place];
    if (variable == core->size()) continue;  // the budget need not be whole
    const double value = core->basic_value(place);
    const double below = std::floor(value);
    if (std::min(value - below, below + 1 - value) < whole_enough) continue;
    if (below < core->lowest(variable) || below + 1 > core->highest(variable)) continue;  // only after a stall
    const Relaxation::Falls of_this = core->falls(place, below, below + 1);
    work -= std::min(work, 2 * core_items.size());
    const double score = std::max(std::min(of_this.down, 1.0), 1e-9) * std::max(std::min(of_this.up, 1.0), 1e-9);
    if (score > highest_score) {
      highest_score = score;
      chosen = variable;
      falls = of_this;
      floor = below;
    }
  }
  if (chosen == no_variable) {
    // Whole, and yet no set within the bounds, by the last cent: any item that is open.
    for (std::size_t j = 0; j < core->size() && chosen == no_variable; ++j) {
      if (!core->is_settled(j)) chosen = j;
    }
    if (chosen == no_variable) return;
  }
  const Node down{current, chosen, core->lowest(chosen), floor, std::min(bound, relaxed - falls.down)};
  const Node up{current, chosen, floor + 1, core->highest(chosen), std::min(bound, relaxed - falls.up)};
  const Node& first = up.bound >= down.bound ? up : down;
  const Node& later = up.bound >= down.bound ? down : up;
  if (later.bound > cutoff()) {
    nodes.push_back(later);
    open.push_back(static_cast<int>(nodes.size()) - 1);
    std::push_heap(open.begin(), open.end(), LowerBound{nodes});
  }
  if (first.bound > cutoff()) {
    nodes.push_back(first);
    current = static_cast<int>(nodes.size()) - 1;
    has_current = true;
  }
}

// The relaxation's answer with parts left out, and then whatever still fits, the best value per cost first.
void KnapsackSearch::Work::try_rounding() {
  std::int64_t left = outside_left;
  std::size_t in_all = outside_in_all;
  std::array<std::vector<std::size_t>, 2>& counts = trial_counts;
  for (std::size_t f = 0; f < 2; ++f) counts[f].assign(outside_counts[f].begin(), outside_counts[f].end());
  double value = outside_value;
  trial.assign(core_items.size(), 0);
  const auto take = [&](std::size_t j) {
    const KnapsackItem& item = problem.items[core_items[j]];
    trial[j] = 1;
    left -= item.cost;
    ++in_all;
    ++counts[0][item.group[0]];
    ++counts[1][item.group[1]];
    value += item.value / value_scale;
  };
  for (std::size_t j = 0; j < core_items.size(); ++j) {
    if (core->part(j) > 1 - whole_enough) take(j);
  }
  if (left < 0) return;
  for (const std::size_t j : order) {
    const KnapsackItem& item = problem.items[core_items[j]];
    if (trial[j] || item.cost > left || in_all >= problem.total.most) continue;
    bool full = false;
    bool wanted = in_all < problem.total.least;
    for (std::size_t f = 0; f < 2; ++f) {
      const GroupLimits& limits = problem.groups[f][item.group[f]];
      full = full || counts[f][item.group[f]] >= limits.most;
      wanted = wanted || counts[f][item.group[f]] < limits.least;
    }
    if (!full && (item.value > 0 || wanted)) take(j);
  }
  if (answer.feasible && value <= best) return;
  std::vector<std::uint8_t> taken = outside_taken;
  for (std::size_t j = 0; j < core_items.size(); ++j) taken[core_items[j]] = trial[j];
  offer(taken);
}

// [SECTION] The search from outside

KnapsackSearch::KnapsackSearch(Knapsack problem, std::size_t effort) : work_(std::make_unique<Work>()) {
  work_->problem = std::move(problem);
  work_->effort = effort;
  work_->begin();
}
KnapsackSearch::~KnapsackSearch() = default;
KnapsackSearch::KnapsackSearch(KnapsackSearch&&) noexcept = default;
KnapsackSearch& KnapsackSearch::operator=(KnapsackSearch&&) noexcept = default;

std::size_t KnapsackSearch::advance(std::size_t work) {
  work_->advance(work);
  return work;
}
bool KnapsackSearch::done() const { return work_->phase == Work::Phase::done; }
const KnapsackAnswer& KnapsackSearch::answer() const { return work_->answer; }

KnapsackAnswer solve(Knapsack problem, std::size_t effort) {
  KnapsackSearch search(std::move(problem), effort);
  while (!search.done()) search.advance(any_count);
  return search.answer();
}

}  // namespace mf::core
