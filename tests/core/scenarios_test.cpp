#include "core/scenarios.h"

#include <doctest/doctest.h>

#include <cmath>

#include "core/uncertain.h"

using namespace mf::core;
using mf::Result;

namespace {

Uncertain only(double value) { return Uncertain::exact(value); }

// 20 micros with 25,000 followers each, one post at $200; all known but what a test makes a range.
Plan micros() {
  Plan plan;
  plan.platform = Platform::instagram;
  plan.creators = 20;
  plan.inputs[Input::followers] = only(25'000);
  plan.inputs[Input::posts_per_creator] = only(1);
  plan.inputs[Input::fee] = only(200);
  plan.inputs[Input::engagement_rate] = only(0.032);
  plan.inputs[Input::reach_rate] = only(0.3);
  plan.inputs[Input::click_rate] = only(0.01);
  plan.inputs[Input::conversion_rate] = only(0.02);
  plan.inputs[Input::order_value] = only(60);
  plan.inputs[Input::margin] = only(0.5);
  plan.inputs[Input::show_rate] = only(1);
  return plan;
}

Simulation simulated(const Plan& plan) {
  const Result<Simulation> simulation = simulate(plan);
  REQUIRE(simulation);
  return *simulation;
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

doctest::Approx about(double value) { return doctest::Approx(value).epsilon(1e-6); }

}  // namespace

TEST_CASE("two macros for the money of 20 micros: the fee is what is left for a post") {
  Plan plan = micros();
  plan.inputs[Input::product_cost] = only(50);  // $1,000 in all, and $100 for two
  plan.inputs[Input::agency_rate] = only(0.1);  // on top of fees
  const Result<MacroScenario> scenario = instead_of_micros(plan, 250'000, 2);
  REQUIRE(scenario);
  CHECK(scenario->budget == about(20 * 200 * 1.1 + 1'000));  // $5,400
  CHECK(scenario->fee == about(2'409.09));                   // (5,400 - 100) / 1.1 / 2
  CHECK(scenario->plan.creators == 2);
  CHECK(scenario->plan.inputs[Input::followers] == only(250'000));
  CHECK(simulated(scenario->plan).cost.p50 == doctest::Approx(5'400).epsilon(1e-4));
}

TEST_CASE("what depends on size is left to the published figures, and the scenario says so") {
  const Result<MacroScenario> scenario = instead_of_micros(micros(), 250'000, 1);
  REQUIRE(scenario);
  CHECK_FALSE(scenario->plan.inputs[Input::engagement_rate]);
  CHECK_FALSE(scenario->plan.inputs[Input::reach_rate]);
  CHECK(scenario->notes.size() == 2);
  CHECK(scenario->plan.inputs[Input::conversion_rate] == micros().inputs[Input::conversion_rate]);
}

TEST_CASE("60 % more engagement: 16,000 of 20 micros against 10,000 of two macros") {
  const Plan plan = micros();  // 3.2 % is 60 % more than 2 %
  const Result<MacroScenario> scenario = instead_of_micros(plan, 250'000, 2);
  REQUIRE(scenario);
  Plan macros = scenario->plan;
  macros.inputs[Input::engagement_rate] = only(0.02);
  CHECK(simulated(plan).engagements->p50 == about(16'000));
  CHECK(simulated(macros).engagements->p50 == about(10'000));
}

TEST_CASE("the verdict sets the fee beside what is asked") {
  CHECK(contains(instead_of_micros(micros(), 250'000, 2)->verdict, "within the "));
  Plan poor = micros();
  poor.inputs[Input::fee] = only(1);
  CHECK(contains(instead_of_micros(poor, 1'000'000, 2)->verdict, "It will not do."));
  Plan rich = micros();
  rich.inputs[Input::fee] = only(50'000);
  CHECK(contains(instead_of_micros(rich, 250'000, 1)->verdict, "It will do."));
  Plan euros = micros();
  euros.currency = "EUR";
  CHECK(contains(instead_of_micros(euros, 250'000, 1)->verdict, "ask what they take"));
}

TEST_CASE("a roster's posts are carried over; its sizes and fees are not") {
  Plan plan = micros();
  plan.inputs[Input::posts_per_creator].reset();
  for (const double posts : {1.0, 3.0}) {
    PlannedCreator creator;
    creator.inputs[Input::posts_per_creator] = only(posts);
    plan.roster.push_back(creator);
  }
  const Result<MacroScenario> scenario = instead_of_micros(plan, 250'000, 1);
  REQUIRE(scenario);
  CHECK(scenario->plan.roster.empty());
  CHECK(scenario->plan.inputs[Input::posts_per_creator] == only(2));
}

TEST_CASE("no scenario of an unknown cost, of nobody or of no followers") {
  Plan plan = micros();
  plan.currency = "EUR";
  plan.inputs[Input::fee].reset();
  CHECK(instead_of_micros(plan, 250'000, 1).error().code == "missing");
  CHECK(instead_of_micros(micros(), 0, 1).error().field == "followers");
  CHECK(instead_of_micros(micros(), 250'000, 0).error().field == "creators");
}

TEST_CASE("where the other costs eat the budget, nothing is left for fees") {
  Plan plan = micros();
  plan.creators = 1;
  plan.inputs[Input::fee] = only(0);
  plan.inputs[Input::product_cost] = only(100);
  const Result<MacroScenario> scenario = instead_of_micros(plan, 250'000, 2);
  REQUIRE(scenario);
  CHECK(scenario->fee == 0);
  CHECK(contains(scenario->verdict, "nothing is left"));
}

TEST_CASE("long term is neutral until a person types an effect: more posts, hours and product once") {
  Plan plan = micros();
  plan.inputs[Input::product_cost] = only(50);
  plan.inputs[Input::hours_per_creator] = only(3);
  const Result<Plan> longer = long_term(plan, {});
  REQUIRE(longer);
  CHECK(longer->creators == 20);
  CHECK(longer->inputs[Input::posts_per_creator] == only(3));
  CHECK(longer->inputs[Input::product_cost] == only(50));
  CHECK(longer->inputs[Input::hours_per_creator] == only(3));
  CHECK(longer->inputs[Input::fee] == only(200));
  CHECK(longer->inputs[Input::conversion_rate] == only(0.02));
}

TEST_CASE("typed effects change the fee and the conversion rate, also where they were defaults") {
  Plan plan = micros();
  plan.inputs[Input::conversion_rate].reset();  // published: 0.8 to 2 %
  const Result<Plan> longer =
      long_term(plan, {.rounds = 2, .product_once = false, .fee_change = -0.1, .conversion_change = 0.5});
  REQUIRE(longer);
  CHECK(longer->inputs[Input::fee]->low == about(180));
  CHECK(longer->inputs[Input::conversion_rate]->low == about(0.012));
  CHECK(longer->inputs[Input::conversion_rate]->high == about(0.03));
  CHECK(long_term(plan, {.rounds = 0}).error().field == "rounds");
  CHECK(long_term(plan, {.fee_change = -1}).error().field == "feeChange");
}

TEST_CASE("one-offs are as many posts by new creators") {
  const Result<Plan> anew = one_offs(micros(), 3);
  REQUIRE(anew);
  CHECK(anew->creators == 60);
  CHECK(anew->inputs[Input::posts_per_creator] == only(1));
  CHECK_FALSE(one_offs(micros(), 60));  // 1,200 creators
  Plan named = micros();
  named.roster.resize(2);
  named.roster[0].handle = "anna";
  CHECK(one_offs(named, 2)->roster.size() == 4);
  CHECK(one_offs(named, 2)->roster[2].handle == "like anna");
}

TEST_CASE("creator-level risk falls with their number, campaign-level risk does not") {
  // Reach a log-normal amount with standard deviation s; conversion a small rate with about the same.
  Plan plan = micros();
  plan.inputs[Input::reach_rate] = Uncertain{0.3, 1.2};
  const double s = std::log(4.0) / (2 * normal_p95);
  const double variation = std::exp(s * s) - 1;

  plan.creators = 1;
  const std::optional<RiskShare> one = risk_share(simulated(plan));
  REQUIRE(one);
  CHECK(one->creator == 1);
  CHECK(one->log_sd == about(s));
  plan.creators = 20;
  const std::optional<RiskShare> twenty = risk_share(simulated(plan));
  CHECK(twenty->log_sd == about(std::sqrt(std::log(1 + variation / 20))));

  plan.inputs[Input::order_value] = Uncertain{30, 120};  // the same spread, once for all
  const std::optional<RiskShare> both = risk_share(simulated(plan));
  const double own = std::log(1 + variation / 20);
  CHECK(both->creator == about(own / (own + s * s)));
  CHECK(both->campaign == about(s * s / (own + s * s)));
}

TEST_CASE("who posts is creator-level risk: with 80 % each, the variance of one of n is 0.25 / n") {
  Plan plan = micros();
  plan.inputs[Input::show_rate] = only(0.8);
  const std::optional<RiskShare> risk = risk_share(simulated(plan));
  REQUIRE(risk);
  CHECK(risk->creator == 1);
  CHECK(risk->log_sd == about(std::sqrt(std::log(1 + 0.25 / 20))));
}

TEST_CASE("a fee counts by its share of the cost") {
  Plan plan = micros();
  plan.inputs[Input::fee] = Uncertain{100, 400};  // $4,000 of fees in the middle
  plan.inputs[Input::other_costs] = only(12'000);
  const double s = std::log(4.0) / (2 * normal_p95);
  CHECK(risk_share(simulated(plan))->log_sd == doctest::Approx(s / 4).epsilon(0.01));
}

TEST_CASE("to first order the risk is what the simulation shows") {
  Plan plan = micros();
  plan.inputs[Input::followers] = Uncertain{15'000, 40'000};
  plan.inputs[Input::reach_rate] = Uncertain{0.1, 0.6};
  plan.inputs[Input::conversion_rate] = Uncertain{0.008, 0.02};
  plan.inputs[Input::order_value] = Uncertain{40, 80};
  plan.inputs[Input::fee] = Uncertain{100, 300};
  plan.inputs[Input::product_cost] = only(60);
  plan.inputs[Input::show_rate] = only(0.8);
  const Simulation simulation = simulated(plan);
  REQUIRE(simulation.roi);
  const double shown = std::log((1 + simulation.roi->p95) / (1 + simulation.roi->p5)) / (2 * normal_p95);
  CHECK(risk_share(simulation)->log_sd == doctest::Approx(shown).epsilon(0.05));
}

TEST_CASE("no share of risk where the return is unknown or certain") {
  CHECK_FALSE(risk_share(simulated(micros())));
  Plan plan = micros();
  plan.inputs[Input::margin].reset();
  CHECK_FALSE(risk_share(simulated(plan)));
}

TEST_CASE("what is honest to say of 20 against one: they even out who performs, not whether people buy") {
  Plan many = micros();
  many.inputs[Input::reach_rate] = Uncertain{0.1, 0.6};
  many.inputs[Input::conversion_rate] = Uncertain{0.008, 0.02};
  many.inputs[Input::show_rate] = only(0.8);
  Plan one = many;
  one.creators = 1;
  one.inputs[Input::fee] = only(4'000);
  const std::vector<Simulation> both = {simulated(many), simulated(one)};
  const ScenarioComparison comparison = compare(both);
  REQUIRE(comparison.risks.size() == 2);
  CHECK(comparison.risks[0]->creator < comparison.risks[1]->creator);
  const std::vector<std::string>& says = comparison.sentences;
  REQUIRE(says.size() == 4);
  CHECK(says[2] ==
        "20 creators even out who performs. They do not even out whether people buy: that risk is the same.");
  CHECK(says[3] ==
        "The chance that nobody posts is 20\xC2\xA0% with 1 creator and under 0.1\xC2\xA0% with 20 creators.");
}

TEST_CASE("nothing is said of plans with as many creators, or of none") {
  CHECK(compare({}).sentences.empty());
  Plan plan = micros();
  plan.inputs[Input::conversion_rate] = Uncertain{0.008, 0.02};
  const std::vector<Simulation> twice = {simulated(plan), simulated(plan)};
  CHECK(compare(twice).sentences.size() == 2);
}

TEST_CASE("research is shown beside a plan, with its sources, and says that it disagrees") {
  const std::vector<ResearchFact> facts = research_facts(micros());
  REQUIRE(facts.size() == 3);
  CHECK(contains(facts[0].sentence, "0.46\xC2\xA0%"));
  CHECK(contains(facts[1].sentence,
                 "\xE2\x82\xAC"
                 "0.265"));
  CHECK_FALSE(contains(facts[1].sentence, "For this plan"));  // 25,000 followers lie between the two sizes
  CHECK(contains(facts[2].sentence, "disagree"));
  for (const ResearchFact& fact : facts) {
    for (const std::string_view id : fact.sources) CHECK(benchmark(id) != nullptr);
  }
  Plan nanos = micros();
  nanos.inputs[Input::followers] = only(5'000);
  // 20 x 5,000 x EUR 0.265
  CHECK(contains(research_facts(nanos)[1].sentence,
                 "100,000 followers that would be \xE2\x82\xAC"
                 "26,500"));
}
