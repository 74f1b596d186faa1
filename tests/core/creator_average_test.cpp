#include "core/creator_average.h"

#include <doctest/doctest.h>

#include <cmath>

#include "core/uncertain.h"

using namespace mf::core;

namespace {

doctest::Approx about(double value) { return doctest::Approx(value).epsilon(1e-9); }

Plan plan_of(std::size_t creators, Uncertain rate) {
  Plan plan;
  plan.creators = creators;
  plan.inputs[Input::followers] = Uncertain::exact(10'000);
  plan.inputs[Input::reach_rate] = rate;
  return plan;
}

}  // namespace

TEST_CASE("with n alike the squared variation is that of one over n") {
  const Uncertain rate = {0.25, 4};  // log-normal
  const double s = std::log(16.0) / (2 * normal_p95);
  for (const std::size_t n : {1U, 20U}) {
    const auto average = creator_average(plan_of(n, rate), Input::reach_rate, 1);
    REQUIRE(average);
    CHECK(average->rate == about(std::exp(s * s / 2)));
    CHECK(average->log_variance == about(std::log(1 + (std::exp(s * s) - 1) / static_cast<double>(n))));
  }
}

TEST_CASE("who has more followers and posts weighs more") {
  Plan plan = plan_of(1, Uncertain::exact(0.2));
  for (const double followers : {10'000.0, 30'000.0}) {
    PlannedCreator creator;
    creator.inputs[Input::followers] = Uncertain::exact(followers);
    plan.roster.push_back(creator);
  }
  plan.roster[1].inputs[Input::reach_rate] = Uncertain::exact(0.4);
  const auto average = creator_average(plan, Input::reach_rate, 0.5);
  REQUIRE(average);
  CHECK(average->followers == about(20'000));
  CHECK(average->rate == about(0.35));  // (2,000 + 12,000) / 40,000
  // Each posts or not: variation 1. (2,000^2 + 12,000^2) / 14,000^2
  CHECK(average->log_variance == about(std::log(1 + 148.0 / 196)));
}

TEST_CASE("nothing is expected where nothing is known or nobody posts") {
  Plan plan = plan_of(3, Uncertain::exact(0.2));
  CHECK_FALSE(creator_average(plan, Input::engagement_rate, 1));
  CHECK_FALSE(creator_average(plan, Input::reach_rate, 0));
}
