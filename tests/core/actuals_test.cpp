#include "core/actuals.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "core/shrinkage.h"
#include "core/uncertain.h"

using namespace mf::core;
using mf::Result;

namespace {

Uncertain only(double value) { return Uncertain::exact(value); }
doctest::Approx about(double value) { return doctest::Approx(value).epsilon(1e-6); }

// 10 creators with 20,000 followers, two posts each.
Simulation forecast() {
  Simulation simulation;
  Plan& plan = simulation.plan;
  plan.platform = Platform::instagram;
  plan.creators = 10;
  plan.inputs[Input::followers] = only(20'000);
  plan.inputs[Input::posts_per_creator] = only(2);
  plan.inputs[Input::fee] = only(200);
  plan.inputs[Input::engagement_rate] = Uncertain{0.01, 0.04};
  plan.inputs[Input::reach_rate] = Uncertain{0.1, 0.4};
  plan.inputs[Input::frequency] = only(1);
  plan.inputs[Input::click_rate] = Uncertain{0.005, 0.02};
  plan.inputs[Input::conversion_rate] = Uncertain{0.01, 0.04};
  plan.inputs[Input::order_value] = Uncertain{40, 90};
  plan.inputs[Input::margin] = only(0.5);
  plan.inputs[Input::show_rate] = Uncertain{0.6, 0.95};
  return simulation;
}

ActualsReport report(const Actuals& actuals, const Simulation& simulation = forecast()) {
  const Result<ActualsReport> compared = compare_with_actuals(simulation, actuals);
  REQUIRE(compared);
  return *compared;
}

AssumptionCheck find(const ActualsReport& report, Input input) {
  const auto found = std::find_if(report.assumptions.begin(), report.assumptions.end(),
                                  [input](const AssumptionCheck& check) { return check.input == input; });
  REQUIRE(found != report.assumptions.end());
  return *found;
}

bool has(const ActualsReport& report, Input input) {
  return std::any_of(report.assumptions.begin(), report.assumptions.end(),
                     [input](const AssumptionCheck& check) { return check.input == input; });
}

Post post(const char* caption, std::optional<double> likes, std::optional<double> comments) {
  Post made;
  made.caption = caption;
  made.likes = likes;
  made.comments = comments;
  return made;
}

}  // namespace

TEST_CASE("many trials outvote the plan: 300 orders of 10,000 clicks are 3 %, give or take 0.3 points") {
  const AssumptionCheck check = find(report({.clicks = 10'000, .orders = 300}), Input::conversion_rate);
  CHECK(check.actual == about(0.03));
  CHECK(check.formula == "300 orders \xC3\xB7 10,000 clicks");
  const double standard_error = std::sqrt(0.03 * 0.97 / 10'000);
  CHECK(check.updated.low == doctest::Approx(0.03 - normal_p95 * standard_error).epsilon(0.02));
  CHECK(check.updated.high == doctest::Approx(0.03 + normal_p95 * standard_error).epsilon(0.02));
  CHECK(check.planned == Uncertain{0.01, 0.04});
}

TEST_CASE("few trials move the plan little") {
  const AssumptionCheck check = find(report({.clicks = 10, .orders = 0}), Input::conversion_rate);
  CHECK(check.updated.low < 0.01);
  CHECK(check.updated.high < 0.04);
  CHECK(check.updated.high > 0.035);
  // No trials that count leave it alone.
  CHECK_FALSE(has(report({.clicks = 0, .orders = 0}), Input::conversion_rate));
}

TEST_CASE("the posterior is that of a beta where the prior is all but flat") {
  Simulation simulation = forecast();
  // Five of ten with a prior from nearly 0 to nearly 1 on the logit: about Beta(5, 5), whose P5 is 0.2514.
  simulation.plan.inputs[Input::conversion_rate] = Uncertain{1e-12, 1 - 1e-12};
  const AssumptionCheck check = find(report({.clicks = 10, .orders = 5}, simulation), Input::conversion_rate);
  CHECK(check.updated.low == doctest::Approx(0.2514).epsilon(0.002));
  CHECK(check.updated.high == doctest::Approx(1 - 0.2514).epsilon(0.002));
}

TEST_CASE("in the middle of the plan is the middle, and no assumption is off") {
  const ActualsReport same = report({.impressions = 1'000'000, .clicks = 10'025});
  const AssumptionCheck check = find(same, Input::click_rate);
  CHECK(check.percentile == doctest::Approx(0.5).epsilon(0.01));
  CHECK_FALSE(same.most_off == Input::click_rate);
}

TEST_CASE("at the plan's P95 nineteen in twenty were expected below") {
  CHECK(find(report({.impressions = 1e8, .clicks = 2e6}), Input::click_rate).percentile == about(0.95).epsilon(0.001));
}

TEST_CASE("the creators who posted are trials: 4 of 10 where 60 to 95 % were planned") {
  const ActualsReport few = report({.posts = 8});  // of 20 agreed, two each
  const AssumptionCheck check = find(few, Input::show_rate);
  CHECK(check.actual == about(0.4));
  CHECK(check.percentile < 0.05);
  CHECK(check.updated.high < 0.95);
  CHECK(check.updated.low < 0.6);
  CHECK(few.most_off == Input::show_rate);
  CHECK(few.sentence.find("was most off: lower than") != std::string::npos);
}

TEST_CASE("a single number cannot be moved; what the results say stands in its place") {
  Simulation simulation = forecast();
  simulation.plan.inputs[Input::show_rate] = only(0.8);
  const AssumptionCheck check = find(report({.posts = 10}, simulation), Input::show_rate);
  // Jeffreys: Beta(5.5, 5.5), whose P5 is 0.2619.
  CHECK(check.updated.low == doctest::Approx(0.2619).epsilon(0.002));
  CHECK(check.updated.high == doctest::Approx(1 - 0.2619).epsilon(0.002));
  CHECK(check.note.find("single number") != std::string::npos);
  // By chance alone: 5 of 10 at 80 %. On the logit, 2.19 standard deviations below.
  CHECK(check.distance == doctest::Approx(-std::log(4.0) / std::sqrt(1 / 1.6)).epsilon(0.01));
  // All of them is nothing special, and no range reaches 100 %.
  CHECK(find(report({.posts = 20}, simulation), Input::show_rate).updated.high < 1);
}

TEST_CASE("engagements are an average over creators: it varies less than one of them") {
  const Simulation simulation = forecast();
  const Uncertain rate = *simulation.plan.inputs[Input::engagement_rate];
  const double mean = mean_of(Input::engagement_rate, rate);
  const double variation = squared_variation_of(Input::engagement_rate, rate) / 10;
  // 20 posts of 20,000 followers with exactly the mean of the plan.
  const AssumptionCheck check =
      find(report({.posts = 20, .engagements = 400'000 * mean}, simulation), Input::engagement_rate);
  CHECK(check.actual == about(mean));
  const double own = std::log(1 + variation);
  const double noise = assumed_post_log_variance / 20;
  CHECK(check.distance == about(own / 2 / std::sqrt(own + noise)));
  CHECK(check.formula == "8,768 engagements \xC3\xB7 (20 posts \xC3\x97 20,000 followers)");
}

TEST_CASE("the same creators again: the middle moves, how they differ stays but for one in n") {
  const Simulation simulation = forecast();
  const Uncertain rate = *simulation.plan.inputs[Input::engagement_rate];
  const AssumptionCheck check = find(report({.posts = 20, .engagements = 16'000}, simulation), Input::engagement_rate);
  const double own = std::log(1 + squared_variation_of(Input::engagement_rate, rate) / 10);
  const double weight = own / (own + assumed_post_log_variance / 20);
  const double middle = mean_of(Input::engagement_rate, rate) * std::exp(-own / 2);
  const double shift = std::exp(weight * std::log(0.04 / middle));
  CHECK(middle_of(Input::engagement_rate, check.updated) ==
        doctest::Approx(middle_of(Input::engagement_rate, rate) * shift).epsilon(1e-3));
  CHECK(std::log(check.updated.high / check.updated.low) < std::log(rate.high / rate.low));
  CHECK(std::log(check.updated.high / check.updated.low) > std::log(rate.high / rate.low) * 0.9);
}

TEST_CASE("impressions alone tell of reach with the plan's frequency; with reach they tell of both") {
  Simulation simulation = forecast();
  simulation.plan.inputs[Input::frequency] = Uncertain{1.1, 1.8};
  const ActualsReport alone = report({.posts = 20, .impressions = 140'760}, simulation);
  // sqrt(1.1 x 1.8) = 1.4071 times each: 25 % of 400,000
  CHECK(find(alone, Input::reach_rate).actual == doctest::Approx(0.25).epsilon(0.001));
  CHECK(find(alone, Input::reach_rate).note.find("1.41") != std::string::npos);
  CHECK_FALSE(has(alone, Input::frequency));
  const ActualsReport both = report({.posts = 20, .reach = 100'000, .impressions = 150'000}, simulation);
  CHECK(find(both, Input::reach_rate).actual == about(0.25));
  CHECK(find(both, Input::frequency).actual == about(1.5));
}

TEST_CASE("the value of an order is before discount and returns, the revenue after them") {
  Simulation simulation = forecast();
  simulation.plan.inputs[Input::discount] = only(0.1);
  simulation.plan.inputs[Input::return_rate] = only(0.2);
  const AssumptionCheck check = find(report({.orders = 100, .revenue = 5'040}, simulation), Input::order_value);
  CHECK(check.actual == about(70));  // 50.40 / 0.9 / 0.8
  // Prior: 60, sd ln(90 / 40) / 3.29; one order varies by ln 2, 100 of them by a hundredth of it.
  const double prior_sd = std::log(2.25) / (2 * normal_p95);
  const double noise = assumed_post_log_variance / 100;
  const double weight = prior_sd * prior_sd / (prior_sd * prior_sd + noise);
  CHECK(std::sqrt(check.updated.low * check.updated.high) == about(60 * std::exp(weight * std::log(70.0 / 60))));
  CHECK(std::log(check.updated.high / check.updated.low) == about(2 * normal_p95 * std::sqrt(weight * noise)));
}

TEST_CASE("what was learnt is a plan to simulate again; the rest of it is untouched") {
  const Simulation simulation = forecast();
  const ActualsReport learnt = report({.posts = 12, .impressions = 60'000, .clicks = 900, .orders = 9}, simulation);
  CHECK_FALSE(check_plan(learnt.plan));
  CHECK(learnt.updated == learnt.plan.inputs);
  CHECK(learnt.plan.inputs[Input::margin] == simulation.plan.inputs[Input::margin]);
  CHECK_FALSE(learnt.plan.inputs[Input::click_rate] == simulation.plan.inputs[Input::click_rate]);
  CHECK(learnt.needs == std::vector<std::string>{"engagements", "revenue"});
}

TEST_CASE("a roster's own rates move with the campaign's") {
  Simulation simulation = forecast();
  for (const double rate : {0.01, 0.03}) {
    PlannedCreator creator;
    creator.inputs[Input::engagement_rate] = Uncertain{rate / 2, rate * 2};
    simulation.plan.roster.push_back(creator);
  }
  const ActualsReport learnt = report({.posts = 4, .engagements = 6'000}, simulation);  // 7.5 % of 80,000
  for (std::size_t i = 0; i < 2; ++i) {
    const Input input = Input::engagement_rate;
    CHECK(middle_of(input, *learnt.plan.roster[i].inputs[input]) >
          middle_of(input, *simulation.plan.roster[i].inputs[input]));
  }
}

TEST_CASE("a wild success leaves a plan that can be simulated") {
  const ActualsReport wild =
      report({.posts = 20, .reach = 4'000'000, .engagements = 900'000, .clicks = 5, .orders = 5});
  CHECK_FALSE(check_plan(wild.plan));
  CHECK(wild.plan.inputs[Input::reach_rate]->high > 1);
  CHECK(wild.plan.inputs[Input::engagement_rate]->high < 1);
}

TEST_CASE("an outcome lies in its forecast between P5 and P95 of it") {
  Simulation simulation = forecast();
  simulation.orders = Spread{10, 40, 160, 55};
  simulation.cost = {4'000, 4'000, 4'000, 4'000};
  const ActualsReport low = report({.spend = 4'100, .orders = 10}, simulation);
  REQUIRE(low.outcomes.size() == 2);
  CHECK(low.outcomes[0].key == "spend");
  CHECK(low.outcomes[0].percentile == 1);
  CHECK(low.outcomes[1].percentile == doctest::Approx(0.05).epsilon(1e-9));
  CHECK(report({.orders = 40}, simulation).outcomes[0].percentile == doctest::Approx(0.5));
  CHECK(report({.orders = 0}, simulation).outcomes[0].percentile == 0);
}

TEST_CASE("nothing given, nothing learnt; impossible results are refused") {
  const ActualsReport nothing = report({});
  CHECK(nothing.assumptions.empty());
  CHECK_FALSE(nothing.most_off);
  CHECK(nothing.updated == forecast().plan.inputs);
  CHECK(check_actuals({.clicks = 10, .orders = 11})->field == "orders");
  CHECK(check_actuals({.impressions = 5, .clicks = 6})->field == "clicks");
  CHECK(check_actuals({.reach = 5, .impressions = 4})->field == "reach");
  CHECK(check_actuals({.spend = -1})->code == "out-of-range");
  CHECK(check_actuals({.revenue = std::nan("")})->code == "not-a-number");
  CHECK_FALSE(compare_with_actuals(forecast(), {.spend = -1}));
}

TEST_CASE("only what every post gives is a result; views stand in for impressions") {
  std::vector<Post> posts = {post("#a", 10, 1), post("#a", 20, 2)};
  posts[0].views = 100;
  posts[1].views = 300;
  posts[0].reach = 50;
  const Actuals actuals = actuals_of(posts_with_hashtag(posts, "a"));
  CHECK(actuals.posts == 2);
  CHECK(actuals.engagements == 33);
  CHECK(actuals.impressions == 400);
  CHECK_FALSE(actuals.reach);
}
