#include "core/simulate.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
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

TEST_CASE("all who do not post cost their fee, unless the plan says that they are not paid") {
  Plan plan = with(exact_plan(10), Input::show_rate, 0.8);
  plan.pays_no_shows = false;
  CHECK(simulated(plan).cost.p5 == 6 * 300);
  CHECK(simulated(plan).cost.p50 == 8 * 300);
  CHECK(simulated(plan).cost.p95 == 10 * 300);
}

// One creator of 500,000 followers for 6,000 against twenty of 25,000 for 300 each.
TEST_CASE("twenty creators even out what differs between creators, and nothing of what does not") {
  const auto width = [](const Plan& plan) {
    const Simulation simulation = simulated(plan);
    return (simulation.roi->p95 - simulation.roi->p5) / (simulation.roi->p50 + 1);
  };
  const auto macro = [](Plan plan) {
    plan.creators = 1;
    for (const Input input : {Input::followers, Input::fee}) {
      plan.inputs[input]->low *= 20;
      plan.inputs[input]->high *= 20;
    }
    return plan;
  };

  const Plan campaign = with(exact_plan(20), Input::order_value, 57, 63);
  CHECK(width(campaign) == doctest::Approx(width(macro(campaign))).epsilon(1e-4));

  // The mean of twenty independent values of a small spread s has the spread s / sqrt 20.
  const Plan creators = with(exact_plan(20), Input::followers, 23'500, 26'500);
  CHECK(width(creators) == doctest::Approx(width(macro(creators)) / std::sqrt(20.0)).epsilon(0.03));

  // Of both together, variances add up: ln(63 / 57)^2 + ln(26.5 / 23.5)^2 / 20.
  const Plan both = with(campaign, Input::followers, 23'500, 26'500);
  const double orders = std::log(63.0 / 57);
  const double sizes = std::log(26.5 / 23.5);
  CHECK(width(both) == doctest::Approx(std::sqrt(orders * orders + sizes * sizes / 20)).epsilon(0.02));
  CHECK(width(macro(both)) == doctest::Approx(std::sqrt(orders * orders + sizes * sizes)).epsilon(0.02));
}

TEST_CASE("a driver moves the median return from its P10 to its P90, and explains its share of the variance") {
  Plan plan = exact_plan();
  plan = with(plan, Input::order_value, 40, 90);
  plan = with(plan, Input::frequency, 2, 3);
  const Simulation simulation = simulated(plan);
  REQUIRE(simulation.drivers.size() == 2);
  const Driver& value = simulation.drivers[0];
  const Driver& seen = simulation.drivers[1];
  CHECK(value.input == Input::order_value);
  CHECK(seen.input == Input::frequency);

  const double z90 = normal_quantile(0.9);
  const double value_sigma = std::log(90.0 / 40) / (2 * z95);
  const double seen_sigma = std::log(3.0 / 2) / (2 * z95);
  CHECK(value.input_low == doctest::Approx(60 * std::exp(-z90 * value_sigma)).epsilon(0.005));
  CHECK(value.input_high == doctest::Approx(60 * std::exp(z90 * value_sigma)).epsilon(0.005));
  const double contribution = 25'000 * 0.25 * std::sqrt(6.0) * 0.01 * 0.04 * 60 * 0.5;
  CHECK(value.low + 1 == doctest::Approx(contribution * std::exp(-z90 * value_sigma) / 300).epsilon(0.01));
  CHECK(value.high + 1 == doctest::Approx(contribution * std::exp(z90 * value_sigma) / 300).epsilon(0.01));

  // Of a product of log-normal X and Y the variance is (1 + x) (1 + y) - 1, where x and y are the squares of their
  // coefficients of variation; X alone explains x of it.
  const double x = std::exp(value_sigma * value_sigma) - 1;
  const double y = std::exp(seen_sigma * seen_sigma) - 1;
  const double whole = (1 + x) * (1 + y) - 1;
  CHECK(value.share == doctest::Approx(x / whole).epsilon(0.05));
  CHECK(seen.share == doctest::Approx(y / whole).epsilon(0.15));
}

TEST_CASE("whether creators post is a driver even if the chance of it is known") {
  const Simulation simulation = simulated(with(exact_plan(), Input::show_rate, 0.7));
  REQUIRE(simulation.drivers.size() == 1);
  CHECK(simulation.drivers[0].input == Input::show_rate);
  CHECK(simulation.drivers[0].input_low == 0);
  CHECK(simulation.drivers[0].input_high == 1);
  CHECK(simulation.drivers[0].low == doctest::Approx(-1));
  CHECK(simulation.drivers[0].high == doctest::Approx(2.5 * 60 * 0.5 / 300 - 1));
  CHECK(simulation.drivers[0].share == doctest::Approx(1).epsilon(0.01));
}

TEST_CASE("an input that does not move the return is no driver of it") {
  Plan plan = with(exact_plan(), Input::engagement_rate, 0.01, 0.05);
  plan = with(plan, Input::market_size, 100'000, 300'000);
  const Simulation simulation = simulated(plan);
  CHECK(simulation.drivers.empty());
  CHECK(simulation.engagements->p5 < simulation.engagements->p95);
  CHECK(simulation.unique_reach->p5 < simulation.unique_reach->p95);
}

TEST_CASE("at the highest fee the campaign pays half of the time, at the sure one with the chance that is asked for") {
  Plan plan = exact_plan(5);
  plan = with(plan, Input::conversion_rate, 0.02, 0.06);
  plan = with(plan, Input::order_value, 40, 90);
  plan = with(plan, Input::product_cost, 10, 20);
  plan = with(plan, Input::agency_rate, 0.1);
  plan = with(plan, Input::posts_per_creator, 2);
  plan.certainty = 0.9;
  const Simulation::BreakEven break_even = simulated(plan).break_even;
  REQUIRE(break_even.fee);
  REQUIRE(break_even.certain_fee);
  CHECK(*break_even.certain_fee < *break_even.fee);
  CHECK(*simulated(with(plan, Input::fee, *break_even.fee)).probability_of_profit ==
        doctest::Approx(0.5).epsilon(0.001));
  const Spread profit = *simulated(with(plan, Input::fee, *break_even.fee)).profit;
  CHECK(std::abs(profit.p50) < 0.005 * (profit.p95 - profit.p5));
  CHECK(*simulated(with(plan, Input::fee, *break_even.certain_fee)).probability_of_profit ==
        doctest::Approx(0.9).epsilon(0.001));
}

TEST_CASE("the fee that breaks even needs no fee to be known") {
  Plan plan = exact_plan();
  plan.inputs[Input::fee].reset();
  plan.currency = "EUR";  // no fee is published in it
  plan = with(plan, Input::product_cost, 25);
  const Simulation simulation = simulated(plan);
  CHECK(simulation.needs == std::vector<Input>{Input::fee});
  CHECK(*simulation.break_even.fee == doctest::Approx(2.5 * 60 * 0.5 - 25));
  check_all_are(simulation.cost, 25);  // of what is known
  check_all_are(simulation.orders, 25'000 * 0.25 * 0.01 * 0.04);
  CHECK_FALSE(simulation.profit);
  CHECK_FALSE(simulation.roi);
  CHECK_FALSE(simulation.cpm);
  CHECK_FALSE(simulation.probability_of_profit);
  CHECK_FALSE(simulation.break_even.orders);
}

TEST_CASE("what is not known leaves unknown only what follows from it") {
  Plan plan = exact_plan();
  plan.inputs[Input::order_value].reset();
  plan.inputs[Input::margin].reset();
  const Simulation simulation = simulated(plan);
  CHECK(simulation.needs == std::vector<Input>{Input::order_value, Input::margin});
  CHECK(simulation.orders);
  CHECK(simulation.cpa);
  check_all_are(simulation.cost, 300);
  CHECK_FALSE(simulation.revenue);
  CHECK_FALSE(simulation.roi);
  CHECK_FALSE(simulation.break_even.fee);
}

TEST_CASE("without orders there is no cost of one, and all that was spent is lost") {
  const Simulation simulation = simulated(with(exact_plan(), Input::conversion_rate, 0));
  check_all_are(simulation.orders, 0);
  check_all_are(simulation.roi, -1);
  CHECK_FALSE(simulation.cpa);
  CHECK(simulation.cpc);
  CHECK(*simulation.probability_of_profit == 0);
  CHECK(*simulation.break_even.orders == 10);
  CHECK(*simulation.break_even.conversion_rate == 10 / 62.5);
}

TEST_CASE("a campaign that costs nothing has a profit and no return on it") {
  const Simulation simulation = simulated(with(with(exact_plan(), Input::fee, 0), Input::order_value, 40, 90));
  check_all_are(simulation.cost, 0);
  CHECK(simulation.profit->p5 > 0);
  CHECK_FALSE(simulation.roi);
  CHECK_FALSE(simulation.roas);
  CHECK(*simulation.probability_of_profit == 1);
  CHECK(simulation.drivers.empty());
  CHECK(*simulation.break_even.orders == 0);
}

TEST_CASE("if everything is sent back no number of orders breaks even") {
  const Simulation simulation = simulated(with(exact_plan(), Input::return_rate, 1));
  check_all_are(simulation.revenue, 0);
  check_all_are(simulation.roi, -1);
  CHECK_FALSE(simulation.break_even.orders);
  CHECK_FALSE(simulation.break_even.conversion_rate);
  CHECK(*simulation.break_even.fee == 0);
}

TEST_CASE("a commission above the margin makes each order a loss") {
  const Simulation simulation = simulated(with(exact_plan(), Input::commission, 0.6));
  CHECK_FALSE(simulation.break_even.orders);
  CHECK_FALSE(simulation.break_even.fee);
}

TEST_CASE("if nobody posts the fees are spent on nothing") {
  const Simulation simulation = simulated(with(exact_plan(4), Input::show_rate, 0));
  check_all_are(simulation.reach, 0);
  check_all_are(simulation.cost, 1'200);
  CHECK_FALSE(simulation.cpm);
  Plan unpaid = with(exact_plan(4), Input::show_rate, 0);
  unpaid.pays_no_shows = false;
  check_all_are(simulated(unpaid).cost, 0);
  CHECK_FALSE(simulated(unpaid).roi);
}

TEST_CASE("posts that reach nobody are paid all the same") {
  const Simulation simulation =
      simulated(with(with(exact_plan(), Input::reach_rate, 0), Input::posts_per_creator, 2, 8));
  check_all_are(simulation.reach, 0);
  CHECK(simulation.cost.p5 == doctest::Approx(600).epsilon(1e-3));
  CHECK(simulation.cost.p95 == doctest::Approx(2'400).epsilon(1e-3));
  check_all_are(simulation.roi, -1);
}

TEST_CASE("a cost of something is given only if nine in ten draws have any of it") {
  CHECK(simulated(with(exact_plan(), Input::show_rate, 0.95)).cpm->p50 == doctest::Approx(300 * 1'000 / 6'250.0));
  CHECK_FALSE(simulated(with(exact_plan(), Input::show_rate, 0.85)).cpm);
  CHECK(simulated(with(exact_plan(), Input::show_rate, 0.85)).roi->p5 == -1);
}

TEST_CASE("a thousand uncertain creators take fewer draws and are as many as they are") {
  Plan plan = exact_plan(1'000);
  plan = with(plan, Input::followers, 15'000, 40'000);
  plan = with(plan, Input::reach_rate, 0.1, 0.4);
  plan = with(plan, Input::engagement_rate, 0.01, 0.04);
  plan = with(plan, Input::show_rate, 0.8);
  plan.draws = 1'000'000;
  const Simulation simulation = simulated(plan);
  CHECK(simulation.draws == 1'024);
  const double sigma = std::log(40.0 / 15) / (2 * z95);
  const double mean_followers = std::sqrt(15'000 * 40'000.0) * std::exp(sigma * sigma / 2);
  CHECK(simulation.engagements->p50 / (800 * mean_followers) > 0.0195);  // the mean rate is a little above the middle
  CHECK(simulation.engagements->p50 / (800 * mean_followers) < 0.0235);
  // 800 of them in the middle, with a standard deviation of sqrt(1,000 * 0.8 * 0.2) = 12.6
  CHECK(simulation.reach->p95 / simulation.reach->p5 < 1.12);
  CHECK(simulation.reach->p95 / simulation.reach->p5 > 1.05);
}

TEST_CASE("creators with a name bring their own numbers, and the plan's where they have none") {
  Plan plan = exact_plan();
  plan = with(plan, Input::product_cost, 10);
  PlannedCreator small{"small", {}};
  small.inputs[Input::followers] = Uncertain::exact(10'000);
  small.inputs[Input::fee] = Uncertain::exact(100);
  small.inputs[Input::posts_per_creator] = Uncertain::exact(3);
  PlannedCreator large{"large", {}};
  large.inputs[Input::followers] = Uncertain::exact(90'000);
  large.inputs[Input::reach_rate] = Uncertain::exact(0.1);
  large.inputs[Input::product_cost] = Uncertain::exact(40);
  plan.roster = {small, large};
  const Simulation simulation = simulated(plan);
  check_all_are(simulation.reach, 3 * 10'000 * 0.25 + 90'000 * 0.1);
  check_all_are(simulation.engagements, 3 * 10'000 * 0.02 + 90'000 * 0.02);
  check_all_are(simulation.lines.fees, 3 * 100 + 300);
  check_all_are(simulation.lines.product, 10 + 40);
  CHECK(simulation.unique_reach->p50 == doctest::Approx(10'000 * (1 - 0.75 * 0.75 * 0.75) + 9'000));

  Plan uncertain = plan;
  uncertain.roster[0].inputs[Input::fee] = Uncertain{80, 125};  // 100 in the middle
  const Simulation with_range = simulated(uncertain);
  CHECK(with_range.lines.fees.p5 == doctest::Approx(3 * 80 + 300).epsilon(1e-3));
  CHECK(with_range.lines.fees.p50 == doctest::Approx(3 * 100 + 300).epsilon(1e-3));
  CHECK(with_range.lines.fees.p95 == doctest::Approx(3 * 125 + 300).epsilon(1e-3));
  REQUIRE(with_range.drivers.size() == 1);
  CHECK(with_range.drivers[0].input == Input::fee);
}

TEST_CASE("engagements are of followers, or of people reached, as the plan says") {
  Plan plan = exact_plan(2);
  check_all_are(simulated(plan).engagements, 2 * (25'000 * 0.02));
  plan.engagement_by = Denominator::reach;
  check_all_are(simulated(plan).engagements, 2 * (25'000 * 0.25 * 0.02));
}

TEST_CASE("20 micros at 25,000 with 60 % more engagement than 2 macros at 250,000: 16,000 against 10,000") {
  Plan micros = with(exact_plan(20), Input::engagement_rate, 0.02 * 1.6);
  Plan macros = with(exact_plan(2), Input::followers, 250'000);
  CHECK(simulated(micros).engagements->p50 == doctest::Approx(16'000));
  CHECK(simulated(macros).engagements->p50 == doctest::Approx(10'000));
}

TEST_CASE("a return of 500 % is 6 back for each 1 spent") {
  // 300 spent, 1,800 contributed: 2.5 orders of 1,440 at 50 %
  const Simulation simulation = simulated(with(exact_plan(), Input::order_value, 1'440));
  check_all_are(simulation.roi, 5);
  CHECK(simulation.contribution->p50 / simulation.cost.p50 == 6);
}

TEST_CASE("revenue of cost / margin breaks even: 1.75 times the cost at 57.1 %") {
  Plan plan = with(exact_plan(), Input::margin, 4 / 7.0);
  plan = with(plan, Input::order_value, 1.75 * 300 / 2.5);
  CHECK(simulated(plan).roas->p50 == doctest::Approx(1.75));
  CHECK(simulated(plan).profit->p50 == doctest::Approx(0));
}

TEST_CASE("the histogram of returns has an edge at 0, and nearly all draws in it") {
  const Simulation simulation = simulated(with(exact_plan(), Input::order_value, 100, 600));
  REQUIRE(simulation.histogram.size() >= 15);
  REQUIRE(simulation.histogram.size() <= 45);
  CHECK(std::any_of(simulation.histogram.begin(), simulation.histogram.end(),
                    [](const RoiBar& bar) { return bar.from == 0; }));
  double share = 0;
  double below = 0;
  for (const RoiBar& bar : simulation.histogram) {
    share += bar.share;
    if (bar.to <= 0) below += bar.share;
    CHECK(bar.to > bar.from);
  }
  CHECK(share > 0.98);
  CHECK(share <= 1);
  CHECK(1 - *simulation.probability_of_profit - below >= 0);  // the last hundredth lies beyond
  CHECK(1 - *simulation.probability_of_profit - below < 0.011);
}

TEST_CASE("more draws do not move the answer, another seed hardly") {
  Plan plan = exact_plan(3);
  plan = with(plan, Input::followers, 15'000, 40'000);
  plan = with(plan, Input::conversion_rate, 0.01, 0.05);
  plan = with(plan, Input::fee, 200, 400);
  plan = with(plan, Input::show_rate, 0.9);
  const Simulation few = simulated(plan);
  CHECK(few.draws == 4'096);
  plan.draws = 200'000;
  const Simulation many = simulated(plan);
  CHECK(many.draws == 200'704);  // a multiple of 4,096
  plan.draws = default_draws;
  plan.seed = 2;
  const Simulation other = simulated(plan);
  CHECK(few.roi->p50 != other.roi->p50);
  const double spread = many.roi->p95 - many.roi->p5;
  for (const Simulation* one : {&few, &other}) {
    CHECK(std::abs(one->roi->p5 - many.roi->p5) < 0.01 * spread);
    CHECK(std::abs(one->roi->p50 - many.roi->p50) < 0.01 * spread);
    CHECK(std::abs(one->roi->p95 - many.roi->p95) < 0.015 * spread);
  }
}

TEST_CASE("a plan that makes no sense is an error, not an answer") {
  const mf::Result<Simulation> result = simulate(with(exact_plan(), Input::fee, 300, 200));
  REQUIRE_FALSE(result);
  CHECK(result.error().code == "upside-down");
  CHECK(result.error().field == "fee");
}

namespace {

class Fnv1a {
 public:
  void add(double value) {
    const auto bits = std::bit_cast<std::uint64_t>(value);
    for (int byte = 0; byte < 8; ++byte) hash_ = (hash_ ^ ((bits >> (8 * byte)) & 0xFF)) * 0x100000001B3;
  }
  void add(const Spread& spread) {
    for (const double value : {spread.p5, spread.p50, spread.p95, spread.mean}) add(value);
  }
  std::uint64_t value() const { return hash_; }

 private:
  std::uint64_t hash_ = 0xCBF29CE484222325;
};

std::uint64_t hash_of(const Plan& plan) {
  const Simulation simulation = simulated(plan);
  Fnv1a hash;
  for (const auto& spread : {std::optional(simulation.cost), simulation.reach, simulation.unique_reach,
                             simulation.impressions, simulation.engagements, simulation.clicks, simulation.orders,
                             simulation.revenue, simulation.contribution, simulation.profit, simulation.roi,
                             simulation.roas, simulation.cpm, simulation.cpe, simulation.cpc, simulation.cpa}) {
    hash.add(spread.value_or(Spread{}));
  }
  hash.add(simulation.probability_of_profit.value_or(-1));
  hash.add(simulation.break_even.orders.value_or(-1));
  hash.add(simulation.break_even.conversion_rate.value_or(-1));
  hash.add(simulation.break_even.fee.value_or(-1));
  hash.add(simulation.break_even.certain_fee.value_or(-1));
  for (const Driver& driver : simulation.drivers) {
    for (const double value : {driver.input_low, driver.input_high, driver.low, driver.high, driver.share})
      hash.add(value);
  }
  for (const RoiBar& bar : simulation.histogram) {
    for (const double value : {bar.from, bar.to, bar.share}) hash.add(value);
  }
  return hash.value();
}

// Of every way in which something can be drawn.
std::vector<Plan> varied_plans() {
  Plan plan = exact_plan(7);
  plan = with(plan, Input::followers, 12'000, 60'000);
  plan = with(plan, Input::reach_rate, 0.1, 0.4);
  plan = with(plan, Input::engagement_rate, 0.01, 0.05);
  plan = with(plan, Input::posts_per_creator, 1, 4);
  plan = with(plan, Input::conversion_rate, 0.01, 0.05);
  plan = with(plan, Input::order_value, 30, 90);
  plan = with(plan, Input::fee, 100, 400);
  plan = with(plan, Input::commission, 0.02, 0.1);
  plan = with(plan, Input::show_rate, 0.6, 0.9);
  plan = with(plan, Input::market_size, 200'000, 900'000);
  Plan many = plan;
  many.draws = 50'000;
  Plan crowd = plan;
  crowd.creators = 120;
  Plan roster = with(plan, Input::reach_rate, 0.5, 2.5);
  roster.pays_no_shows = false;
  roster.roster.resize(3);
  roster.roster[1].inputs[Input::fee] = Uncertain{200, 900};
  roster.roster[2].inputs[Input::followers] = Uncertain{80'000, 90'000};
  return {plan, many, crowd, roster};
}

}  // namespace

TEST_CASE("the same plan and seed give the same bits in every build") {
  const std::vector<Plan> plans = varied_plans();
  std::uint64_t all = 0;
  for (const Plan& plan : plans) {
    const std::uint64_t hash = hash_of(plan);
    CHECK(hash == hash_of(plan));
    all = all * 31 + hash;
  }
  CHECK(all == 0xDD9F21D6DDB4FFF6);
}
