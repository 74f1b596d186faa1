#include "core/sample.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <random>
#include <vector>

#include "core/quantiles.h"

using namespace mf::core;

namespace {

// 1, 2, ... n: the interval of these is the ranks at which any interval of n values ends.
std::vector<double> ranks(std::size_t n) {
  std::vector<double> values(n);
  std::iota(values.begin(), values.end(), 1.0);
  return values;
}

doctest::Approx nearly(double value) { return doctest::Approx(value).epsilon(1e-12); }

}  // namespace

TEST_CASE("median, mean and trimmed mean of small samples") {
  CHECK(median(std::array{3.0}) == 3);
  CHECK(median(std::array{1.0, 2.0}) == 1.5);
  CHECK(median(std::array{1.0, 2.0, 10.0}) == 2);
  CHECK(mean(std::array{1.0, 2.0, 6.0}) == 3);
  CHECK(trimmed_mean(std::array{1.0, 2.0, 3.0, 100.0}) == 26.5);    // a fifth of four is no whole value
  CHECK(trimmed_mean(std::array{0.0, 2.0, 3.0, 4.0, 100.0}) == 3);  // one from each end
}

TEST_CASE("under four values there is no interval; four give their whole range") {
  for (std::size_t n = 0; n < 4; ++n) CHECK_FALSE(median_interval(ranks(n)));
  const std::optional<Interval> four = median_interval(std::array{3.0, 5.0, 8.0, 40.0});
  REQUIRE(four);
  CHECK(four->low == 3);
  CHECK(four->high == 40);
}

// By hand, from the row of Pascal's triangle: with outer and inner pairs that enclose the median in a and b of 2^n
// cases, I = (a - 0.9 * 2^n) / (a - b), and with the outer rank d the end lies (n - d) I / (d + (n - 2 d) I) of the way
// inwards.
TEST_CASE("the ends lie where 90 % fall between two pairs of values") {
  const struct {
    std::size_t n;
    double low;  // its rank, from 1
  } rows[] = {
      {5, 1 + 6 / 17.0},    // 1 5 10: 30 and 20 of 32, I = 1.2/10
      {6, 1 + 55 / 74.0},   // 1 6 15: 62 and 50 of 64, I = 4.4/12
      {7, 1 + 81 / 85.0},   // 1 7 21: 126 and 112 of 128, I = 10.8/14
      {8, 2 + 57 / 178.0},  // 1 8 28: 238 and 182 of 256, I = 7.6/56
      {9, 2 + 91 / 125.0},  // 1 9 36: 492 and 420 of 512, I = 31.2/72
  };
  for (const auto& row : rows) {
    CAPTURE(row.n);
    const std::optional<Interval> interval = median_interval(ranks(row.n));
    REQUIRE(interval);
    CHECK(interval->low == nearly(row.low));
    CHECK(interval->high == nearly(static_cast<double>(row.n) + 1 - row.low));
  }
}

TEST_CASE("each end lies between its own two values, however unlike the two sides are") {
  const std::optional<Interval> interval = median_interval(std::array{0.0, 10.0, 20.0, 21.0, 22.0, 23.0, 100.0, 900.0});
  REQUIRE(interval);
  CHECK(interval->low == nearly(10 + 10 * 57 / 178.0));
  CHECK(interval->high == nearly(100 - 77 * 57 / 178.0));
}

TEST_CASE("equal values give an interval of no width, at just that value") {
  const std::vector<double> equal(11, 0.1);
  const std::optional<Interval> interval = median_interval(equal);
  REQUIRE(interval);
  CHECK(interval->low == 0.1);
  CHECK(interval->high == 0.1);
}

TEST_CASE("with many values the ends follow the normal law") {
  for (const std::size_t n : {1000u, 10001u, 1000000u}) {
    CAPTURE(n);
    const std::optional<Interval> interval = median_interval(ranks(n));
    REQUIRE(interval);
    const double size = static_cast<double>(n);
    const double expected = (size + 1) / 2 - normal_quantile(0.95) * std::sqrt(size) / 2;
    CHECK(std::fabs(interval->low - expected) < 0.02);
    CHECK(std::fabs(interval->high - (size + 1 - expected)) < 0.02);
  }
}

// The two easy ways fail here at nine posts: enclosing values without interpolation cover 96 %, the percentile
// bootstrap 82 %. The whole table is printed by tests/bench/coverage.bench.mjs.
TEST_CASE("nine in ten intervals hold the true median, also of few and very uneven posts") {
  const double log_sd = std::sqrt(std::log(1 + 1.2 * 1.2));  // log-normal posts with a coefficient of variation of 1.2
  std::mt19937_64 random(2026);
  const auto likes = [&] {
    const double chance = (static_cast<double>(random() >> 11) + 0.5) / 9007199254740992.0;  // 2^53
    return std::round(400 * std::exp(log_sd * normal_quantile(chance)));
  };
  const struct {
    std::size_t posts;
    double least;
  } rows[] = {{6, 0.85}, {9, 0.88}, {12, 0.88}};
  for (const auto& row : rows) {
    CAPTURE(row.posts);
    constexpr int accounts = 10000;
    int held = 0;
    std::vector<double> account(row.posts);
    for (int i = 0; i < accounts; ++i) {
      std::generate(account.begin(), account.end(), likes);
      std::sort(account.begin(), account.end());
      const std::optional<Interval> interval = median_interval(account);
      held += interval && interval->low <= 400 && 400 <= interval->high;
    }
    const double coverage = static_cast<double>(held) / accounts;
    CHECK(coverage >= row.least);
    CHECK(coverage <= 0.92);
  }
}
