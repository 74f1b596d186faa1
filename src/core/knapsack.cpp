#include "core/knapsack.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

#include "core/knapsack_part.h"

namespace mf::core {
namespace {

constexpr double nothing_found = -std::numeric_limits<double>::infinity();
constexpr double close_enough = 1e-9;      // as a share of the value: then it is the highest
constexpr std::size_t small_part = 96;     // items; its tree is searched as it is
constexpr std::size_t large_part = 1'000;  // each of its nodes is worth a look for a better set
constexpr std::size_t sample_part = 64;    // items among which such a set is looked for, the most doubtful ones
constexpr std::size_t nodes_of_sample = 100;

// A power of two that brings the largest to between 1/2 and 1.
double scale_of(double largest) {
  if (!(largest > 0)) return 1;
  int exponent = 0;
  std::frexp(largest, &exponent);
  return std::ldexp(1.0, exponent);
}

}  // namespace

// The search goes down a stack of parts. The first is all items; at a node where the relaxation's prices settle most of
// a part's items, the rest become a part of their own. (An item is settled where taking it, or leaving it, would bring
// the bound below the best set that is known.) Before that, a small sample of the most doubtful items is searched for a
// better set, since the better that is, the more is settled.
struct KnapsackSearch::Work {
  enum class Step { relax, relaxing, compare, divide };

  Knapsack problem;
  std::size_t effort = 0;
  std::size_t spent = 0;
  KnapsackAnswer answer;
  bool done = false;

  Scales scales;
  double best = nothing_found;  // scaled: what the search must beat
  std::vector<Part> parts;
  Step next = Step::relax;  // of the last part's current node

  double cutoff() const { return best == nothing_found ? best : best + close_enough * std::fabs(best) + 1e-14; }

  void begin();
  void advance(std::size_t& work);
  void relax(std::size_t& work);
  void compare(std::size_t& work);
  void divide(std::size_t& work);
  void leave_part();
  void enter(std::vector<std::size_t> items, bool is_exact);
  bool fits(const std::vector<std::uint8_t>& taken) const;
  void offer(const std::vector<std::uint8_t>& taken);
  void finish(double bound);
};

void KnapsackSearch::Work::begin() {
  // What must be taken leaves so much of the budget; what costs more is out.
  const std::size_t n = problem.items.size();
  std::int64_t left = problem.budget;
  for (const KnapsackItem& item : problem.items) left -= item.must ? item.cost : 0;
  std::vector<std::size_t> free;
  std::vector<std::uint8_t> taken(n, 0);
  double largest_value = 0;
  std::int64_t largest_cost = 0;
  std::int64_t unit = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const KnapsackItem& item = problem.items[i];
    taken[i] = item.must;
    if (!item.must && item.cost > left) continue;
    largest_value = std::max(largest_value, std::fabs(item.value));
    if (item.must) continue;
    free.push_back(i);
    largest_cost = std::max(largest_cost, item.cost);
    unit = std::gcd(unit, item.cost);
  }
  // With fees of $100, $150 and $200 a budget of $980 is one of $950.
  scales.unit = unit == 0 ? 1 : unit;
  scales.value = scale_of(largest_value);
  const std::int64_t largest_units = largest_cost / scales.unit;
  scales.cost = scale_of(static_cast<double>(largest_units));
  offer(taken);
  std::vector<std::uint8_t> known = taken;
  for (const std::size_t i : problem.known) known[i] = 1;
  offer(known);
  parts.push_back(part_of(problem, scales, {problem.groups, problem.total}, std::move(free), std::move(taken),
                          std::numeric_limits<double>::infinity()));
}

void KnapsackSearch::Work::advance(std::size_t& work) {
  while (!done && work > 0) {
    const std::size_t before = work;
    Part& part = parts.back();
    const bool enough = part.nodes_done >= part.most_nodes || spent >= effort;
    if (next == Step::relax && (enough || !find_node(part, cutoff()))) {
      leave_part();
    } else if (next == Step::relax || next == Step::relaxing) {
      relax(work);
    } else if (next == Step::compare) {
      compare(work);
    } else {
      divide(work);
    }
    if (work == before) --work;
    spent += before - work;
  }
}

void KnapsackSearch::Work::leave_part() {
  if (!parts.back().is_exact && spent < effort) {
    parts.pop_back();
    next = Step::divide;
    return;
  }
  double bound = nothing_found;
  for (const Part& part : parts) {
    if (part.is_exact) bound = std::max(bound, part.highest_open());
  }
  if (spent < effort) parts.pop_back();
  if (parts.empty() || spent >= effort) finish(bound);
}

void KnapsackSearch::Work::relax(std::size_t& work) {
  Part& part = parts.back();
  const double target = cutoff() - part.outside_tally.value;
  if (next == Step::relax) settle(part);
  const Relaxation::Outcome outcome =
      next == Step::relax ? part.relaxation->solve(target, work) : part.relaxation->go_on(target, work);
  next = outcome == Relaxation::Outcome::unfinished ? Step::relaxing : Step::relax;
  if (next == Step::relaxing) {
    work = 0;
    return;
  }
  work -= std::min(work, 2 * part.items.size() + 50);
  ++part.nodes_done;
  ++answer.nodes;
  Node& node = part.nodes[static_cast<std::size_t>(part.current)];
  const bool cut = outcome == Relaxation::Outcome::infeasible || outcome == Relaxation::Outcome::cut_off;
  if (!cut) {
    node.bound = std::min(node.bound, part.bound());
    if (const auto taken = rounded(part, best)) offer(*taken);
  }
  if (cut || node.bound <= cutoff()) {
    part.current = -1;
    return;
  }
  next = Step::compare;
}

// Looks for a better set among the most doubtful items.
void KnapsackSearch::Work::compare(std::size_t& work) {
  Part& part = parts.back();
  next = Step::divide;
  const std::size_t n = part.items.size();
  if (!part.is_exact || n <= small_part || (n <= large_part && part.nodes_done > 1)) return;
  std::vector<std::size_t> doubtful;
  for (std::size_t j = 0; j < n; ++j) {
    if (!part.relaxation->is_settled(j)) doubtful.push_back(j);
  }
  const auto more_doubtful = [&](std::size_t a, std::size_t b) {
    const bool basic = part.relaxation->is_basic(a);
    if (basic != part.relaxation->is_basic(b)) return basic;
    const double of_a = std::fabs(part.relaxation->reduced_value(a));
    const double of_b = std::fabs(part.relaxation->reduced_value(b));
    return of_a != of_b ? of_a < of_b : a < b;
  };
  if (doubtful.size() > sample_part) {
    const auto end = doubtful.begin() + static_cast<std::ptrdiff_t>(sample_part);
    std::nth_element(doubtful.begin(), end, doubtful.end(), more_doubtful);
    doubtful.erase(end, doubtful.end());
    std::sort(doubtful.begin(), doubtful.end());
  }
  work -= std::min(work, 3 * problem.items.size());
  enter(std::move(doubtful), false);
}

void KnapsackSearch::Work::divide(std::size_t& work) {
  Part& part = parts.back();
  next = Step::relax;
  const std::size_t n = part.items.size();
  const double bound = part.nodes[static_cast<std::size_t>(part.current)].bound;
  if (bound <= cutoff()) {
    part.current = -1;
    return;
  }
  if (n > small_part) {
    std::vector<std::size_t> undecided;
    for (std::size_t j = 0; j < n; ++j) {
      if (part.relaxation->is_settled(j)) continue;
      const double other_way = part.bound() - std::fabs(part.relaxation->reduced_value(j));
      if (part.relaxation->is_basic(j) || other_way > cutoff()) undecided.push_back(j);
    }
    if (undecided.size() <= n / 2) {
      work -= std::min(work, 3 * problem.items.size() + 10 * undecided.size());
      enter(std::move(undecided), true);
      return;
    }
  }
  work -= std::min(work, mf::core::divide(part, cutoff()));
}

// A part of the last part's items, the others as its relaxation has them.
void KnapsackSearch::Work::enter(std::vector<std::size_t> items, bool is_exact) {
  Part& from = parts.back();
  std::vector<std::uint8_t> outside = from.outside;
  for (std::size_t j = 0; j < from.items.size(); ++j) outside[from.items[j]] = from.relaxation->part(j) > 0.5;
  for (std::size_t& j : items) {
    j = from.items[j];
    outside[j] = 0;
  }
  const double bound = from.nodes[static_cast<std::size_t>(from.current)].bound;
  Part part = part_of(problem, scales, limits_here(from), std::move(items), std::move(outside), bound);
  part.is_exact = is_exact;
  if (!is_exact) part.most_nodes = nodes_of_sample;
  if (is_exact) from.current = -1;
  parts.push_back(std::move(part));
  next = Step::relax;
}

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
  if ((answer.feasible && value <= answer.value) || !fits(taken)) return;
  answer.feasible = true;
  answer.value = value;
  answer.cost = 0;
  answer.taken.clear();
  for (std::size_t i = 0; i < taken.size(); ++i) {
    if (!taken[i]) continue;
    answer.taken.push_back(i);
    answer.cost += problem.items[i].cost;
  }
  best = value / scales.value;
}

// `bound` is that of what was not searched.
void KnapsackSearch::Work::finish(double bound) {
  done = true;
  parts.clear();
  answer.proven = bound <= cutoff();
  if (answer.proven) {
    answer.bound = answer.feasible ? answer.value : nothing_found;
  } else {
    answer.bound = bound * scales.value;
  }
}

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
bool KnapsackSearch::done() const { return work_->done; }
const KnapsackAnswer& KnapsackSearch::answer() const { return work_->answer; }

KnapsackAnswer solve(Knapsack problem, std::size_t effort) {
  KnapsackSearch search(std::move(problem), effort);
  while (!search.done()) search.advance(any_count);
  return search.answer();
}

}  // namespace mf::core
