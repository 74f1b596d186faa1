#include "core/rate_update.h"

#include <doctest/doctest.h>

using namespace mf::core;

namespace {
doctest::Approx about(double value) { return doctest::Approx(value).epsilon(2e-4); }
}  // namespace

TEST_CASE("without a prior five of ten are Beta(5.5, 5.5)") {
  const Uncertain rate = updated_rate(std::nullopt, {5, 10});
  CHECK(rate.low == about(0.26192));
  CHECK(rate.high == about(1 - 0.26192));
}

TEST_CASE("an all but flat prior of the logit makes them Beta(5, 5)") {
  const Uncertain rate = updated_rate(Normal{0, 1000}, {5, 10});
  CHECK(rate.low == about(0.25137));
  CHECK(rate.high == about(1 - 0.25137));
}

TEST_CASE("a prior that is sure stays; trials that are many decide") {
  const Uncertain sure = updated_rate(Normal{-3, 1e-3}, {5, 10});
  CHECK(to_normal(sure.low, true) == doctest::Approx(-3 - normal_p95 * 1e-3).epsilon(1e-4));
  const Uncertain decided = updated_rate(Normal{-3, 2}, {5e8, 1e9});
  CHECK(decided.low == doctest::Approx(0.5).epsilon(1e-4));
  CHECK(decided.high == doctest::Approx(0.5).epsilon(1e-4));
  CHECK(decided.low < decided.high);
}

TEST_CASE("none and all leave room on the other side") {
  const Uncertain none = updated_rate(std::nullopt, {0, 20});
  CHECK(none.low > 0);
  CHECK(none.high == about(0.090477));  // Beta(0.5, 20.5)
  const Uncertain all = updated_rate(std::nullopt, {20, 20});
  CHECK(all.low == about(1 - 0.090477));
  CHECK(all.high < 1);
}

TEST_CASE("a prior far from the trials is met between") {
  const Uncertain rate = updated_rate(Normal{to_normal(0.001, true), 0.3}, {500, 1'000});
  CHECK(rate.low > 0.001);
  CHECK(rate.high < 0.5);
}
