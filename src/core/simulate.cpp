#include "core/simulate.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <utility>

#include "core/drivers.h"
#include "core/funnel.h"
#include "core/order_statistics.h"
#include "core/plan_draws.h"
#include "core/plan_variables.h"

namespace mf::core {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr std::size_t least_draws = 1'024;
// Values drawn for creators: with 20 whose size, reach and engagement are uncertain and who post by chance, 52,428
// draws.
constexpr std::size_t most_creator_values = std::size_t{1} << 22;
constexpr std::size_t driver_draws = 2'048;
constexpr double defined_share = 0.9;  // of the draws, for a ratio to be given
constexpr double bars_wanted = 40;

std::size_t place(Output output) { return static_cast<std::size_t>(output); }

bool is_ratio(Output output) {
  switch (output) {
    case Output::roi:
    case Output::roas:
    case Output::cpm:
    case Output::cpe:
    case Output::cpc:
    case Output::cpa:
      return true;
    default:
      return false;
  }
}

// Each creator's draws take their time: with many creators there are fewer draws, which they need less as well.
std::size_t draws_for(const Plan& plan, const PlanVariables& variables) {
  std::size_t draws = std::bit_ceil(std::max(plan.draws, least_draws));
  if (plan.draws > chunk_draws) draws = (plan.draws + chunk_draws - 1) / chunk_draws * chunk_draws;
  std::size_t values = variables.variables.size() - variables.campaign_variables;
  if (variables.parties.front().shows_by_chance) values += variables.parties.size();
  if (draws * values <= most_creator_values) return draws;
  return std::max(least_draws, std::bit_floor(most_creator_values / values));
}

// A column for each output that has to be looked at. Those that are multiples of another share its column.
struct Columns {
  struct Column {
    std::size_t of = output_count;  // the output whose column it is; none if nothing is drawn
    double factor = 1;
  };
  std::array<Column, output_count> columns;
  std::array<std::optional<OrderStatistics>, output_count> values;
};

Columns columns_for(const Outputs<Known>& known, std::size_t draws) {
  Columns columns;
  for (std::size_t i = 0; i < output_count; ++i) {
    if (!known[i].is_drawn()) continue;
    std::size_t of = i;
    for (std::size_t k = 0; i != place(Output::roi) && k < i && of == i; ++k) {  // ROI's is looked at for bars, too
      const bool alike = columns.values[k] && known[k].shape == known[i].shape;
      if (alike && known[i].factor / known[k].factor > 0) of = k;
    }
    columns.columns[i] = {of, known[i].factor / known[of].factor};
    const bool ratio = is_ratio(static_cast<Output>(i));
    if (of == i) columns.values[i].emplace(draws, ratio ? Infinity::nothing : Infinity::value);
  }
  return columns;
}

void compute(const DrawnTerms& terms, std::size_t draws, Columns& columns) {
  // Outputs without a column of their own are written where nobody looks.
  std::array<float, chunk_draws> nowhere;
  std::array<float*, output_count> to;
  for (std::size_t i = 0; i < output_count; ++i) to[i] = columns.values[i] ? columns.values[i]->room() : nowhere.data();
  for (std::size_t draw = 0; draw < draws; draw += 4) {
    const Outputs<Floats> outputs = funnel(terms_at(terms, draw));
    for (std::size_t i = 0; i < output_count; ++i) store(to[i] + draw, outputs[i]);
  }
  for (std::optional<OrderStatistics>& column : columns.values) {
    if (column) column->add(draws);
  }
}

// 1, 2 or 5 times a power of ten, the least of these that is not below.
double round_step(double least) {
  double power = 1;
  while (power < least) power *= 10;
  while (power / 10 >= least) power /= 10;
  for (const double part : {0.2, 0.5}) {
    if (power * part >= least) return power * part;
  }
  return power;
}

// Bars from about P1 to P99, whose edges are multiples of their width: 0 is one where it lies within.
std::vector<RoiBar> histogram_of(std::span<const float> roi, std::size_t defined, double p1, double p99) {
  if (!(p99 > p1) || !(p99 < infinity)) return {};
  const double width = round_step((p99 - p1) / bars_wanted);
  const double first = std::floor(p1 / width);
  const auto count = static_cast<std::size_t>(std::ceil(p99 / width) - first);
  std::vector<double> counts(count);
  for (const float value : roi) {
    const double at = static_cast<double>(value) / width - first;
    if (at >= 0 && at < static_cast<double>(count)) counts[static_cast<std::size_t>(at)] += 1;
  }
  std::vector<RoiBar> bars;
  for (std::size_t i = 0; i < count; ++i) {
    const double edge = first + static_cast<double>(i);
    bars.push_back({edge * width, (edge + 1) * width, counts[i] / static_cast<double>(defined)});
  }
  return bars;
}

Spread times(const Spread& spread, double factor) {
  return {spread.p5 * factor, spread.p50 * factor, spread.p95 * factor, spread.mean * factor};
}

std::optional<double> if_finite(double value) { return std::isfinite(value) ? std::optional(value) : std::nullopt; }

// All that is said of the columns.
class Reading {
 public:
  Reading(const Outputs<Known>& known, Columns& columns, std::size_t draws, double certainty)
      : known_(known), columns_(columns), draws_(draws), certainty_(certainty) {}

  std::optional<Spread> spread(Output output) {
    const Known& known = known_(output);
    if (known.missing) return std::nullopt;
    if (known.is_constant()) {
      if (!std::isfinite(known.factor)) return std::nullopt;
      return Spread{known.factor, known.factor, known.factor, known.factor};
    }
    const Columns::Column& column = columns_.columns[place(output)];
    std::optional<Spread>& found = spreads_[column.of];
    if (column.of == place(output)) {
      found = spread_of(*columns_.values[column.of]);
    }
    return found ? std::optional(times(*found, column.factor)) : std::nullopt;
  }

  Spread line(Output output) { return spread(output).value_or(Spread{}); }

  // ROI with its histogram.
  void read_roi(Simulation& simulation) {
    const Known& known = known_(Output::roi);
    if (!known.is_drawn()) {
      simulation.roi = spread(Output::roi);
      return;
    }
    OrderStatistics& roi = *columns_.values[place(Output::roi)];
    simulation.roi = spread_of(roi);
    if (!simulation.roi) return;
    constexpr double levels[] = {0.01, 0.99};
    const std::vector<double> ends = roi.quantiles(levels);
    simulation.histogram = histogram_of(roi.values(), roi.defined(), ends[0], ends[1]);
  }

  std::optional<double> probability_of_profit() const {
    const Known& known = known_(Output::profit);
    if (known.missing) return std::nullopt;
    if (known.is_constant()) return known.factor > 0 ? 1 : 0;
    std::size_t above = 0;
    const OrderStatistics& profits = *columns_.values[columns_.columns[place(Output::profit)].of];
    for (const float profit : profits.values()) above += profit > 0 ? 1 : 0;
    return static_cast<double>(above) / static_cast<double>(draws_);
  }

  Simulation::BreakEven break_even() {
    Simulation::BreakEven found;
    found.orders = quantiles(Output::orders_needed, {0.5})[0];
    found.conversion_rate = quantiles(Output::conversion_needed, {0.5})[0];
    if (found.conversion_rate && *found.conversion_rate > 1) found.conversion_rate.reset();
    const bool middle_first = certainty_ < 0.5;
    const std::array<double, 2> levels = {std::min(0.5, 1 - certainty_), std::max(0.5, 1 - certainty_)};
    const auto fees = quantiles(Output::fee_allowed, levels);
    found.fee = fees[middle_first ? 0 : 1];
    found.certain_fee = fees[middle_first ? 1 : 0];
    for (std::optional<double>* fee : {&found.fee, &found.certain_fee}) {
      if (*fee && **fee < 0) fee->reset();
    }
    return found;
  }

 private:
  template <std::size_t count>
  std::array<std::optional<double>, count> quantiles(Output output, const std::array<double, count>& levels) {
    std::array<std::optional<double>, count> found;
    const Known& known = known_(output);
    if (known.missing) return found;
    const Columns::Column& column = columns_.columns[place(output)];
    if (known.is_constant()) {
      found.fill(if_finite(known.factor));
      return found;
    }
    const std::vector<double> quantiles = columns_.values[column.of]->quantiles(levels);
    for (std::size_t i = 0; i < count; ++i) found[i] = if_finite(column.factor * quantiles[i]);
    return found;
  }
  std::array<std::optional<double>, 1> quantiles(Output output, std::initializer_list<double> level) {
    return quantiles(output, std::array<double, 1>{*level.begin()});
  }

  // Nothing if too few of the draws have any.
  std::optional<Spread> spread_of(OrderStatistics& column) const {
    if (static_cast<double>(column.defined()) < defined_share * static_cast<double>(draws_)) return std::nullopt;
    constexpr double levels[] = {0.05, 0.5, 0.95};
    const std::vector<double> quantiles = column.quantiles(levels);
    return Spread{quantiles[0], quantiles[1], quantiles[2], column.mean()};
  }

  const Outputs<Known>& known_;
  Columns& columns_;
  std::size_t draws_;
  double certainty_;
  std::array<std::optional<Spread>, output_count> spreads_;
};

}  // namespace

Result<Simulation> simulate(const Plan& plan) {
  if (std::optional<Error> error = check_plan(plan)) return std::move(*error);
  Simulation simulation;
  simulation.defaults = plan_defaults(plan);
  simulation.plan = completed(plan, simulation.defaults);
  simulation.seed = plan.seed;

  const PlanVariables variables(simulation.plan);
  const std::size_t draws = draws_for(plan, variables);
  PlanDraws plan_draws(variables, plan.seed, draws);
  const Outputs<Known> known = funnel(plan_draws.known());
  Columns columns = columns_for(known, draws);
  const bool anything_drawn = std::any_of(known.begin(), known.end(), [](const Known& one) { return one.is_drawn(); });
  for (std::size_t first = 0; anything_drawn && first < draws; first += chunk_draws) {
    const std::size_t size = std::min(chunk_draws, draws);
    plan_draws.draw(static_cast<std::uint32_t>(first), size);
    compute(plan_draws.terms(), size, columns);
    if (first == 0) simulation.drivers = drivers_of(variables, plan_draws, std::min(size, driver_draws));
  }

  Reading reading(known, columns, draws, plan.certainty);
  simulation.needs = variables.missing;
  simulation.draws = draws;
  simulation.lines = {reading.line(Output::fees),       reading.line(Output::product), reading.line(Output::hours),
                      reading.line(Output::commission), reading.line(Output::rights),  reading.line(Output::agency),
                      reading.line(Output::other)};
  simulation.cost = reading.line(Output::cost);
  simulation.reach = reading.spread(Output::reach);
  simulation.unique_reach = reading.spread(Output::unique_reach);
  simulation.impressions = reading.spread(Output::impressions);
  simulation.engagements = reading.spread(Output::engagements);
  simulation.clicks = reading.spread(Output::clicks);
  simulation.orders = reading.spread(Output::orders);
  simulation.revenue = reading.spread(Output::revenue);
  simulation.contribution = reading.spread(Output::contribution);
  simulation.profit = reading.spread(Output::profit);
  reading.read_roi(simulation);
  simulation.roas = reading.spread(Output::roas);
  simulation.cpm = reading.spread(Output::cpm);
  simulation.cpe = reading.spread(Output::cpe);
  simulation.cpc = reading.spread(Output::cpc);
  simulation.cpa = reading.spread(Output::cpa);
  simulation.unique_reach_is_upper_bound = simulation.unique_reach && !variables.rules.has_market;
  simulation.probability_of_profit = reading.probability_of_profit();
  simulation.break_even = reading.break_even();
  return simulation;
}

}  // namespace mf::core
