#include "core/uncertain.h"

#include <doctest/doctest.h>

#include <cmath>

#include "core/quantiles.h"

using namespace mf::core;

namespace {
doctest::Approx about(double value) { return doctest::Approx(value).epsilon(1e-9); }
}  // namespace

TEST_CASE("an amount is log-normal between its P5 and P95") {
  const Uncertain fee = {100, 400};
  const double sd = std::log(4.0) / (2 * normal_p95);
  CHECK(middle_of(Input::fee, fee) == about(200));
  CHECK(mean_of(Input::fee, fee) == about(200 * std::exp(sd * sd / 2)));
  CHECK(squared_variation_of(Input::fee, fee) == about(std::exp(sd * sd) - 1));
  CHECK(log_variance_of(Input::fee, fee) == about(sd * sd));
}

TEST_CASE("a rate is logit-normal: one half lies in the middle of 20 % and 80 %") {
  const Uncertain margin = {0.2, 0.8};
  CHECK(is_drawn_as_rate(Input::margin, margin));
  CHECK(middle_of(Input::margin, margin) == about(0.5));
  CHECK(mean_of(Input::margin, margin) == about(0.5));
  CHECK(log_variance_of(Input::margin, margin) == about(log_variance_of_rest(Input::margin, margin)));
}

TEST_CASE("a small rate varies as its logarithm does") {
  const Uncertain clicks = {0.0005, 0.002};
  const double sd = std::log(4.0) / (2 * normal_p95);
  CHECK(log_variance_of(Input::click_rate, clicks) == doctest::Approx(sd * sd).epsilon(0.01));
  CHECK(log_variance_of_rest(Input::click_rate, clicks) < 1e-6);
}

TEST_CASE("more people than followers can be reached, and then the rate is an amount") {
  const Uncertain reach = {0.25, 4};
  CHECK_FALSE(is_drawn_as_rate(Input::reach_rate, reach));
  CHECK(middle_of(Input::reach_rate, reach) == about(1));
}

TEST_CASE("a single number does not vary, at 0 and 1 either") {
  for (const double value : {0.0, 0.3, 1.0}) {
    const Uncertain discount = Uncertain::exact(value);
    CHECK(middle_of(Input::discount, discount) == value);
    CHECK(mean_of(Input::discount, discount) == value);
    CHECK(squared_variation_of(Input::discount, discount) == 0);
    CHECK(log_variance_of(Input::discount, discount) == 0);
    CHECK(log_variance_of_rest(Input::discount, discount) == 0);
  }
}

TEST_CASE("a range and the normal distribution behind it are two ways to write one thing") {
  for (const Uncertain rate : {Uncertain{0.01, 0.2}, Uncertain{0.4, 0.95}}) {
    const Uncertain back = range_of(normal_of(Input::click_rate, rate), true);
    CHECK(back.low == about(rate.low));
    CHECK(back.high == about(rate.high));
  }
}

TEST_CASE("rates of which half are above the median vary as their logarithm is said to") {
  const Uncertain small = range_about(0.01, 0.5);
  CHECK(middle_of(Input::engagement_rate, small) == about(0.01));
  CHECK(std::sqrt(log_variance_of(Input::engagement_rate, small)) == doctest::Approx(0.5).epsilon(0.01));
  const Uncertain wide = range_about(0.5, 1);
  CHECK(wide.high > 1);
  CHECK(middle_of(Input::reach_rate, wide) == about(0.5));
}

TEST_CASE("the portable normal distribution is the other one") {
  for (double z = -40; z <= 40; z += 0.37) CHECK(std::abs(normal_below(z) - normal_cdf(z)) < 1e-14);
  CHECK(normal_below(0) == doctest::Approx(0.5).epsilon(1e-15));
  CHECK(normal_below(normal_p95) == doctest::Approx(0.95).epsilon(1e-14));
}
