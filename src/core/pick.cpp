#include "core/pick.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <utility>

#include "core/number_text.h"
#include "core/pick_bounds.h"
#include "core/pick_value.h"
#include "core/tiers.h"

namespace mf::core {
namespace {

constexpr double most_budget = 1e10;
constexpr double next_step = 100;
constexpr std::array<double, 6> curve_parts = {0.25, 0.5, 0.75, 1.25, 1.5, 2};  // of the budget, but for 1

// What a search beside the main one may take of its effort.
constexpr std::size_t part_of_others = 10;
constexpr std::size_t part_of_draws = 50;

// In looks at an item.
constexpr std::size_t work_of_row = 300;
constexpr std::size_t work_of_fee = 8'000;  // to estimate one
constexpr std::size_t work_of_value = 30;
constexpr std::size_t work_of_draw = 30;  // of a row

struct ObjectiveName {
  Objective objective;
  const char* id;
};
constexpr ObjectiveName objective_names[] = {{Objective::engagements, "engagements"},
                                             {Objective::orders, "orders"},
                                             {Objective::unique_reach, "uniqueReach"},
                                             {Objective::profit, "profit"}};

std::optional<Error> check_bounds(const CountBounds& bounds, const std::string& which, const std::string& field) {
  if (!bounds.most || bounds.least <= *bounds.most) return std::nullopt;
  return Error{"upside-down",
               "At least " + count_text(static_cast<double>(bounds.least)) + " and at most " +
                   count_text(static_cast<double>(*bounds.most)) + " " + which +
                   "creators cannot both hold: give the lower number first.",
               field,
               {}};
}

bool is_tier(std::string_view tier) {
  for (const Scheme& scheme : schemes()) {
    for (const Band& band : scheme.bands) {
      if (band.tier == tier) return true;
    }
  }
  return false;
}

std::optional<Error> check_creator(const Creator& creator, std::size_t row) {
  const std::pair<const char*, const MaybeNumber*> numbers[] = {
      {"followers", &creator.followers}, {"engagementRate", &creator.engagement_rate},
      {"likes", &creator.likes},         {"comments", &creator.comments},
      {"views", &creator.views},         {"fee", &creator.fee}};
  for (const auto& [name, number] : numbers) {
    if (!*number || std::isfinite(**number)) continue;
    return Error{
        "not-a-number",
        "The " + std::string(name) + " of creator " + count_text(static_cast<double>(row + 1)) + " must be a number.",
        "creators[" + std::to_string(row) + "]." + name, row + 1};
  }
  return std::nullopt;
}

std::optional<Error> check_economics(const PickRequest& request) {
  for (const InputInfo& info : input_infos()) {
    const std::optional<Uncertain>& value = request.inputs[info.input];
    if (!value) continue;
    if (std::optional<Error> error = check_input(info.input, *value)) return error;
  }
  if (request.objective != Objective::profit) return std::nullopt;
  for (const Input input : {Input::order_value, Input::margin}) {
    if (request.inputs[input]) continue;
    const InputInfo& info = info_of(input);
    return Error{"missing",
                 std::string(info.name) + " is missing: without it nobody can tell the profit.",
                 std::string(info.key),
                 {}};
  }
  return std::nullopt;
}

}  // namespace

const char* objective_id(Objective objective) { return objective_names[static_cast<std::size_t>(objective)].id; }

std::optional<Objective> objective_from_id(std::string_view id) {
  for (const ObjectiveName& name : objective_names) {
    if (name.id == id) return name.objective;
  }
  return std::nullopt;
}

std::optional<Error> check_pick(const PickRequest& request) {
  if (request.creators.empty()) {
    return Error{"missing", "Give the creators to choose from: one a row, with followers and fees.", "creators", {}};
  }
  for (std::size_t row = 0; row < request.creators.size(); ++row) {
    if (std::optional<Error> error = check_creator(request.creators[row], row)) return error;
  }
  if (std::isnan(request.budget)) return Error{"not-a-number", "The budget must be a number.", "budget", {}};
  if (request.budget < 0 || request.budget > most_budget) {
    return Error{"out-of-range", "The budget must be from 0 to " + count_text(most_budget) + ".", "budget", {}};
  }
  if (request.stability_draws > max_stability_draws) {
    return Error{"out-of-range",
                 "The number of draws is at most " + count_text(static_cast<double>(max_stability_draws)) + ".",
                 "stabilityDraws",
                 {}};
  }
  for (const TierBounds& tier : request.tiers) {
    if (!is_tier(tier.tier)) {
      return Error{
          "unknown-tier", "\"" + tier.tier + "\" is no tier: give nano, micro, mid, macro or mega.", "tiers", {}};
    }
    if (std::optional<Error> error = check_bounds(tier.count, tier.tier + " ", "tiers")) return error;
  }
  for (const PlatformBounds& platform : request.platforms) {
    const std::string which = std::string(platform_name(platform.platform)) + " ";
    if (std::optional<Error> error = check_bounds(platform.count, which, "platforms")) return error;
  }
  if (std::optional<Error> error = check_bounds(request.total, "", "total")) return error;
  return check_economics(request);
}

struct PickRun::Work {
  enum class Phase { vetting, values, bounds, main, cheapest, plan_b, next_dollar, curve, stability, done };

  PickRequest request;
  PickAnswer answer;
  Phase phase = Phase::vetting;
  double progress = 0;
  std::optional<Vetting> vetting;
  std::optional<PickValues> values;
  PickProblem problem;
  std::optional<KnapsackSearch> search;
  std::vector<std::size_t> best;  // items
  std::size_t curve_done = 0;
  std::vector<std::size_t> times_picked;  // by item
  bool has_best = false;

  Work(PickRequest asked, std::optional<Roster> vetted) : request(std::move(asked)) {
    answer.objective = request.objective;
    answer.budget = request.budget;
    if (vetted) {
      answer.roster = *std::move(vetted);
      phase = Phase::values;
    } else {
      vetting.emplace(RosterRequest{request.creators, request.currency, request.inputs, request.figures});
    }
  }

  void advance(std::size_t& work);
  void vet(std::size_t& work);
  void value(std::size_t& work);
  void bound(std::size_t& work);
  bool searched(std::size_t& work, std::size_t effort, Knapsack (Work::*problem_of)() const);
  Knapsack main_problem() const { return problem.knapsack; }
  Knapsack cheapest_problem() const { return cheapest(problem); }
  Knapsack plan_b_problem() const;
  Knapsack next_problem() const { return with_budget(request.budget + next_step); }
  Knapsack curve_problem() const { return with_budget(request.budget * curve_parts[curve_done]); }
  Knapsack drawn_problem() const;
  Knapsack with_budget(double budget) const;

  Selection selection_of(const KnapsackAnswer& found) const;
  void settle_main();
  void settle_plan_b();
  void settle_next_dollar();
  void settle_curve();
  void settle_draw();
  void finish_stability();
  void next_phase(Phase next);
};

void PickRun::Work::advance(std::size_t& work) {
  const std::size_t others = request.effort / part_of_others;
  switch (phase) {
    case Phase::vetting:
      vet(work);
      break;
    case Phase::values:
      value(work);
      break;
    case Phase::bounds:
      bound(work);
      break;
    case Phase::main:
      if (searched(work, request.effort, &Work::main_problem)) settle_main();
      break;
    case Phase::cheapest:
      if (searched(work, others, &Work::cheapest_problem)) {
        answer.infeasible = too_dear(request, answer.roster.currency, answer.fixed_cost, search->answer());
        has_best = true;
        next_phase(Phase::done);
      }
      break;
    case Phase::plan_b:
      if (searched(work, others, &Work::plan_b_problem)) settle_plan_b();
      break;
    case Phase::next_dollar:
      if (searched(work, others, &Work::next_problem)) settle_next_dollar();
      break;
    case Phase::curve:
      if (searched(work, others, &Work::curve_problem)) settle_curve();
      break;
    case Phase::stability:
      if (searched(work, request.effort / part_of_draws, &Work::drawn_problem)) settle_draw();
      break;
    case Phase::done:
      break;
  }
}

void PickRun::Work::vet(std::size_t& work) {
  while (work > 0 && !vetting->done()) {
    const VettedCreator* const last = vetting->roster().creators.empty() ? nullptr : &vetting->roster().creators.back();
    vetting->advance(1);
    work -= std::min(work, last != nullptr && last->fee_is_estimate ? work_of_fee : work_of_row);
  }
  const std::size_t rows = request.creators.size();
  progress = 0.2 * static_cast<double>(vetting->roster().creators.size()) / static_cast<double>(rows);
  if (!vetting->done()) return;
  answer.roster = vetting->take();
  vetting.reset();
  phase = Phase::values;
}

void PickRun::Work::value(std::size_t& work) {
  values.emplace(request, answer.roster);
  work -= std::min(work, work_of_value * request.creators.size());
  answer.fixed_cost = values->fixed_cost();
  answer.defaults = values->defaults();
  answer.unique_reach_is_upper_bound = request.objective == Objective::unique_reach && !values->overlaps();
  answer.values.resize(request.creators.size());
  for (std::size_t row = 0; row < answer.values.size(); ++row) {
    if (!answer.roster.creators[row].reason.empty()) continue;
    answer.values[row] = {static_cast<double>(values->expected()[row].cents) / 100, values->alone(row)};
  }
  phase = Phase::bounds;
}

void PickRun::Work::bound(std::size_t& work) {
  problem = pick_problem(request, answer.roster, *values);
  work -= std::min(work, work_of_value * request.creators.size());
  answer.warnings = problem.warnings;
  answer.infeasible = problem.infeasible;
  has_best = !problem.infeasible.empty();
  next_phase(has_best ? Phase::done : Phase::main);
}

void PickRun::Work::next_phase(Phase next) {
  search.reset();
  if (next == Phase::plan_b && (!request.plan_b || best.empty())) next = Phase::next_dollar;
  if (next == Phase::next_dollar && !request.next_dollar) next = Phase::stability;
  if (next == Phase::stability && request.stability_draws == 0) next = Phase::done;
  phase = next;
  constexpr std::array<double, 10> begins = {0, 0.2, 0.2, 0.25, 0.35, 0.35, 0.4, 0.45, 0.6, 1};
  progress = begins[static_cast<std::size_t>(next)];
}

// True once the search of this phase is done.
bool PickRun::Work::searched(std::size_t& work, std::size_t effort, Knapsack (Work::*problem_of)() const) {
  if (!search) {
    search.emplace((this->*problem_of)(), effort);
    work -= std::min(work, work_of_draw * problem.rows.size());
  }
  if (work > 0 && !search->done()) work = search->advance(work);
  return search->done();
}

Knapsack PickRun::Work::with_budget(double budget) const {
  Knapsack knapsack = problem.knapsack;
  knapsack.budget = cents_for_creators(budget, answer.fixed_cost);
  knapsack.known = best;
  return knapsack;
}

Knapsack PickRun::Work::plan_b_problem() const {
  Knapsack knapsack = without(problem, answer.plan_b->without);
  for (const std::size_t item : best) {
    if (problem.rows[item] != answer.plan_b->without) knapsack.known.push_back(item);
  }
  return knapsack;
}

Knapsack PickRun::Work::drawn_problem() const {
  Knapsack knapsack = problem.knapsack;
  const std::vector<double> drawn = values->draw(answer.stability_draws);
  for (std::size_t i = 0; i < knapsack.items.size(); ++i) knapsack.items[i].value = drawn[problem.rows[i]];
  knapsack.known = best;
  return knapsack;
}

Selection PickRun::Work::selection_of(const KnapsackAnswer& found) const {
  Selection selection;
  for (const std::size_t item : found.taken) selection.rows.push_back(problem.rows[item]);
  const double fixed_loss = request.objective == Objective::profit ? answer.fixed_cost : 0;
  selection.spend = static_cast<double>(found.cost) / 100 + answer.fixed_cost;
  selection.value = values->in_objective(found.value) - fixed_loss;
  selection.bound = std::max(selection.value, values->in_objective(found.bound) - fixed_loss);
  selection.proven = found.proven;
  const double size = std::fabs(selection.value);
  if (!found.proven && selection.bound > selection.value) {
    selection.gap = size > 0 ? (selection.bound - selection.value) / size : 1;
  }
  return selection;
}

void PickRun::Work::settle_main() {
  const KnapsackAnswer& found = search->answer();
  if (!found.feasible) {
    next_phase(Phase::cheapest);
    return;
  }
  best = found.taken;
  answer.best = selection_of(found);
  has_best = true;
  times_picked.assign(problem.rows.size(), 0);
  if (best.empty()) {
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    for (const KnapsackItem& item : problem.knapsack.items) least = std::min(least, item.cost);
    answer.warnings.push_back(least > problem.knapsack.budget
                                  ? "The budget buys nobody: the cheapest creator costs " +
                                        money_text(static_cast<double>(least) / 100, answer.roster.currency) + "."
                                  : "No creator of the list is expected to bring in more than it costs.");
  } else if (request.plan_b) {
    std::size_t most = best.front();
    for (const std::size_t item : best) {
      if (problem.knapsack.items[item].value > problem.knapsack.items[most].value) most = item;
    }
    answer.plan_b = PlanB{problem.rows[most], {}, {}};
  }
  next_phase(Phase::plan_b);
}

void PickRun::Work::settle_plan_b() {
  const KnapsackAnswer& found = search->answer();
  if (found.feasible) {
    answer.plan_b->selection = selection_of(found);
  } else {
    answer.plan_b->infeasible = "Without that creator nothing meets the bounds within the budget.";
  }
  next_phase(Phase::next_dollar);
}

void PickRun::Work::settle_next_dollar() {
  const Selection more = selection_of(search->answer());
  NextDollar next;
  next.step = next_step;
  next.gain = std::max(more.value - answer.best.value, 0.0);
  next.proven = more.proven && answer.best.proven;
  const std::vector<std::size_t>& before = answer.best.rows;
  std::set_difference(more.rows.begin(), more.rows.end(), before.begin(), before.end(), std::back_inserter(next.added));
  std::set_difference(before.begin(), before.end(), more.rows.begin(), more.rows.end(),
                      std::back_inserter(next.dropped));
  if (!(next.gain > 0)) {
    next.added.clear();
    next.dropped.clear();
  }
  answer.next_dollar = std::move(next);
  next_phase(Phase::curve);
}

void PickRun::Work::settle_curve() {
  const KnapsackAnswer& found = search->answer();
  if (found.feasible) {
    answer.curve.push_back({request.budget * curve_parts[curve_done], selection_of(found).value, found.taken.size()});
  }
  search.reset();
  if (++curve_done < curve_parts.size()) return;
  answer.curve.push_back({request.budget, answer.best.value, answer.best.rows.size()});
  std::sort(answer.curve.begin(), answer.curve.end(),
            [](const BudgetPoint& a, const BudgetPoint& b) { return a.budget < b.budget; });
  next_phase(Phase::stability);
}

void PickRun::Work::settle_draw() {
  for (const std::size_t item : search->answer().taken) ++times_picked[item];
  search.reset();
  ++answer.stability_draws;
  progress = 0.6 + 0.4 * static_cast<double>(answer.stability_draws) / static_cast<double>(request.stability_draws);
  if (answer.stability_draws < request.stability_draws) return;
  finish_stability();
  next_phase(Phase::done);
}

void PickRun::Work::finish_stability() {
  for (std::size_t i = 0; i < times_picked.size(); ++i) {
    if (times_picked[i] == 0) continue;
    answer.stability.push_back(
        {problem.rows[i], static_cast<double>(times_picked[i]) / static_cast<double>(answer.stability_draws)});
  }
  std::sort(answer.stability.begin(), answer.stability.end(), [](const PickShare& a, const PickShare& b) {
    return a.share != b.share ? a.share > b.share : a.row < b.row;
  });
}

PickRun::PickRun(PickRequest request) : work_(std::make_unique<Work>(std::move(request), std::nullopt)) {}
PickRun::PickRun(PickRequest request, Roster vetted)
    : work_(std::make_unique<Work>(std::move(request), std::move(vetted))) {}
PickRun::~PickRun() = default;
PickRun::PickRun(PickRun&&) noexcept = default;
PickRun& PickRun::operator=(PickRun&&) noexcept = default;

void PickRun::advance(std::size_t work) {
  while (work > 0 && !done()) work_->advance(work);
}
bool PickRun::done() const { return work_->phase == Work::Phase::done; }
bool PickRun::has_roster() const { return work_->phase > Work::Phase::values; }
bool PickRun::has_best() const { return work_->has_best; }
double PickRun::progress() const { return work_->progress; }
const PickAnswer& PickRun::answer() const { return work_->answer; }

Result<PickAnswer> pick(const PickRequest& request) {
  if (std::optional<Error> error = check_pick(request)) return *std::move(error);
  PickRun run(request);
  while (!run.done()) run.advance(any_count);
  return run.answer();
}

}  // namespace mf::core
