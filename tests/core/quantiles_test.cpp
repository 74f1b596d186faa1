#include "core/quantiles.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace mf::core;

namespace {

// Ten digits, as printed in tables of the normal distribution.
doctest::Approx digits(double value) { return doctest::Approx(value).epsilon(1e-10); }

}  // namespace

TEST_CASE("the usual quantiles of the normal distribution") {
  CHECK(normal_quantile(0.5) == 0);
  CHECK(normal_quantile(0.75) == digits(0.67448975020));
  CHECK(normal_quantile(0.9) == digits(1.28155156554));
  CHECK(normal_quantile(0.95) == digits(1.64485362695));
  CHECK(normal_quantile(0.975) == digits(1.95996398454));
  CHECK(normal_quantile(0.05) == -normal_quantile(0.95));
}

TEST_CASE("the normal distribution function keeps its digits far out in both tails") {
  CHECK(normal_cdf(0) == 0.5);
  CHECK(normal_cdf(1) == digits(0.84134474607));
  CHECK(normal_cdf(-1) == digits(0.15865525393));
  CHECK(normal_cdf(-6) == digits(9.86587645038e-10));
  CHECK(normal_cdf(-20) == digits(2.75362411861e-89));
  CHECK(normal_cdf(20) == 1);
}

TEST_CASE("each undoes the other") {
  for (int i = 1; i < 200; ++i) {
    const double p = i / 200.0;
    CHECK(normal_cdf(normal_quantile(p)) == digits(p));
  }
  CHECK(normal_cdf(normal_quantile(1e-300)) == doctest::Approx(1e-300).epsilon(1e-9));
}

TEST_CASE("certainty lies at infinity, and beyond it there is nothing") {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  CHECK(normal_quantile(0) == -infinity);
  CHECK(normal_quantile(1) == infinity);
  CHECK(std::isnan(normal_quantile(-0.1)));
  CHECK(std::isnan(normal_quantile(1.1)));
  CHECK(normal_cdf(-infinity) == 0);
  CHECK(normal_cdf(infinity) == 1);
}
