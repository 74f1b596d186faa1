#include "core/simulate.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

#include "core/quantiles.h"

using namespace mf::core;

namespace {

constexpr double z95 = 1.6448536269514722;

// A plan of which everything is known exactly, but for what a test changes. Nothing of it is left to published figures.
Plan exact_plan(std::size_t creators = 1) {
  Plan plan;
  plan.creators = creators;
  const auto set = [&](Input input, double value) { plan.inputs[input] = Uncertain::exact(value); };
  for (const InputInfo& info : input_infos()) {
    if (info.neutral) set(info.input, *info.neutral);
  }
  set(Input::followers, 25'000);
  set(Input::fee, 300);
  set(Input::engagement_rate, 0.02);
  set(Input::reach_rate, 0.25);
  set(Input::click_rate, 0.01);
  set(Input::conversion_rate, 0.04);
  set(Input::order_value, 60);
  set(Input::margin, 0.5);
  return plan;
}

Plan with(Plan plan, Input input, double low, double high) {
  plan.inputs[input] = Uncertain{low, high};
  return plan;
}
Plan with(Plan plan, Input input, double value) { return with(std::move(plan), input, value, value); }

Simulation simulated(const Plan& plan) {
  const mf::Result<Simulation> result = simulate(plan);
  REQUIRE(result);
  return *result;
}

void check_all_are(const std::optional<Spread>& spread, double value) {
  REQUIRE(spread);
  CHECK(spread->p5 == value);
  CHECK(spread->p50 == value);
  CHECK(spread->p95 == value);
  CHECK(spread->mean == value);
}

}  // namespace

TEST_CASE("with nothing uncertain the answer is the formula, to the last bit") {
  Plan plan = exact_plan(3);
  plan = with(plan, Input::posts_per_creator, 2);
  plan = with(plan, Input::frequency, 1.3);
  plan = with(plan, Input::discount, 0.1);
  plan = with(plan, Input::return_rate, 0.07);
  plan = with(plan, Input::incrementality, 0.9);
  plan = with(plan, Input::repeat_factor, 1.4);
  plan = with(plan, Input::product_cost, 31);
  plan = with(plan, Input::hours_per_creator, 2.5);
  plan = with(plan, Input::hourly_cost, 45);
  plan = with(plan, Input::commission, 0.08);
  plan = with(plan, Input::rights, 111);
  plan = with(plan, Input::agency_rate, 0.15);
  plan = with(plan, Input::other_costs, 77);
  plan = with(plan, Input::market_size, 1'000'000);
  const Simulation simulation = simulated(plan);

  const double reach = 3 * (2.0 * 25'000 * 0.25);
  const double impressions = reach * 1.3;
  const double clicks = impressions * 0.01;
  const double orders = clicks * 0.04;
  const double revenue = orders * 60 * (1 - 0.1) * (1 - 0.07);
  const double contribution = revenue * 0.5 * 0.9 * 1.4;
  const double fees = 3.0 * 2 * 300;
  const double cost = fees + 3 * 31.0 + 3 * 2.5 * 45 + 0.08 * revenue + 111 + 0.15 * fees + 77;
  check_all_are(simulation.reach, reach);
  check_all_are(simulation.impressions, impressions);
  check_all_are(simulation.engagements, 3 * (2 * 25'000 * 0.02));
  check_all_are(simulation.clicks, clicks);
  check_all_are(simulation.orders, orders);
  check_all_are(simulation.revenue, revenue);
  check_all_are(simulation.contribution, contribution);
  check_all_are(simulation.cost, cost);
  check_all_are(simulation.profit, contribution - cost);
  check_all_are(simulation.roi, (contribution - cost) / cost);
  check_all_are(simulation.roas, revenue / cost);
  check_all_are(simulation.cpm, 1'000 * cost / impressions);
  check_all_are(simulation.cpc, cost / clicks);
  check_all_are(simulation.cpa, cost / orders);
  CHECK(simulation.drivers.empty());
  CHECK(simulation.histogram.empty());
}

TEST_CASE("each pair of posts reaches a quarter of those whom the first one missed") {
  // 25,000 (1 - 0.75^2) = 10,937.5 people a creator; of a million 1 - (1 - 0.0109375)^3 = 3.2455 %
  Plan plan = with(exact_plan(3), Input::posts_per_creator, 2);
  check_all_are(simulated(plan).unique_reach, 3 * 10'937.5);
  CHECK(simulated(plan).unique_reach_is_upper_bound);
  plan = with(plan, Input::market_size, 1'000'000);
  const Simulation in_market = simulated(plan);
  CHECK(in_market.unique_reach->p50 == doctest::Approx(32'454.92).epsilon(1e-6));
  CHECK_FALSE(in_market.unique_reach_is_upper_bound);
}

TEST_CASE("a chain of log-normal inputs has the quantiles of one log-normal") {
  // The logarithms of the ends of a range lie z95 sigma from its middle; variances of logarithms add up.
  Plan plan = exact_plan();
  plan = with(plan, Input::followers, 15'000, 40'000);
  plan = with(plan, Input::frequency, 2, 3);
  plan = with(plan, Input::order_value, 40, 90);
  const Simulation simulation = simulated(plan);
  const auto half_width = [](double low, double high) { return std::log(high / low) / 2; };
  const double width = std::sqrt(std::pow(half_width(15'000, 40'000), 2) + std::pow(half_width(2, 3), 2) +
                                 std::pow(half_width(40, 90), 2));
  const double median = std::sqrt(15'000 * 40'000.0) * 0.25 * std::sqrt(6.0) * 0.01 * 0.04 * std::sqrt(3600.0);
  CHECK(simulation.revenue->p50 == doctest::Approx(median).epsilon(0.004));
  CHECK(simulation.revenue->p5 == doctest::Approx(median * std::exp(-width)).epsilon(0.008));
  CHECK(simulation.revenue->p95 == doctest::Approx(median * std::exp(width)).epsilon(0.008));
  const double variance = std::pow(width / z95, 2);
  CHECK(simulation.revenue->mean == doctest::Approx(median * std::exp(variance / 2)).epsilon(0.002));
}

TEST_CASE("one range alone gives its own ends back") {
  const Simulation amount = simulated(with(exact_plan(), Input::order_value, 40, 90));
  const double orders = 25'000 * 0.25 * 0.01 * 0.04;
  CHECK(amount.revenue->p5 == doctest::Approx(40 * orders).epsilon(2e-4));
  CHECK(amount.revenue->p50 == doctest::Approx(60 * orders).epsilon(2e-4));
  CHECK(amount.revenue->p95 == doctest::Approx(90 * orders).epsilon(2e-4));
  // Of a rate the odds are what is multiplied: 1/99 and 4/96 have their middle at the square root of the product.
  const Simulation rate = simulated(with(exact_plan(), Input::conversion_rate, 0.01, 0.04));
  const double odds = std::sqrt(1.0 / 99 * 4 / 96);
  CHECK(rate.orders->p5 == doctest::Approx(62.5 * 0.01).epsilon(2e-4));
  CHECK(rate.orders->p50 == doctest::Approx(62.5 * odds / (1 + odds)).epsilon(2e-4));
  CHECK(rate.orders->p95 == doctest::Approx(62.5 * 0.04).epsilon(2e-4));
}

TEST_CASE("who posts is a matter of chance for each: of 10 at 80 % it is 6 to 10, 8 in the middle") {
  // Binomial: 5 or fewer 3.28 %, 6 or fewer 12.09 %, 7 or fewer 32.2 %, 8 or fewer 62.4 %, 10 10.7 %
  const Simulation simulation = simulated(with(exact_plan(10), Input::show_rate, 0.8));
  const double reach_of_one = 25'000 * 0.25;
  CHECK(simulation.reach->p5 == 6 * reach_of_one);
  CHECK(simulation.reach->p50 == 8 * reach_of_one);
  CHECK(simulation.reach->p95 == 10 * reach_of_one);
  CHECK(simulation.reach->mean == doctest::Approx(8 * reach_of_one).epsilon(0.002));
  check_all_are(simulation.cost, 3'000);
}

TEST_CASE("cost 500, order value 50 and a margin of 50 % break even at 20 orders") {
  Plan plan = exact_plan();
  plan = with(plan, Input::fee, 500);
  plan = with(plan, Input::order_value, 50);
  plan = with(plan, Input::margin, 0.5);
  CHECK(*simulated(plan).break_even.orders == 20);
}
