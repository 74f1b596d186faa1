#include "core/shrinkage.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>
#include <vector>

#include "core/quantiles.h"
#include "core/sample.h"

using namespace mf::core;

namespace {

// Accounts that differ as much as one account's posts are taken to.
const double even_log_sd = std::sqrt(assumed_post_log_variance);

std::vector<PostCounts> posts_of(double followers, const std::vector<double>& engagements) {
  std::vector<PostCounts> posts;
  for (const double count : engagements) posts.push_back({count, followers});
  return posts;
}

}  // namespace

TEST_CASE("without posts the answer is what is usual, with its whole spread") {
  const ShrunkRate rate = shrink({}, {0.02, 0.5});
  CHECK(rate.data_share == 0);
  CHECK(rate.median == doctest::Approx(0.02));
  CHECK(rate.low == doctest::Approx(0.02 * std::exp(-0.8224268)));  // 1.6448536 * 0.5
  CHECK(rate.high == doctest::Approx(0.02 * std::exp(0.8224268)));
}

TEST_CASE("one post weighs as much as what is usual where accounts differ as much as posts are taken to") {
  const ShrunkRate rate = shrink(posts_of(1000, {40}), {0.01, even_log_sd});
  CHECK(rate.data_share == doctest::Approx(0.5));
  CHECK(rate.median == doctest::Approx(0.02));  // the geometric middle of 4 % and 1 %
  CHECK(std::log(rate.high / rate.median) == doctest::Approx(1.6448536 * std::sqrt(std::numbers::ln2 / 2)));
}

TEST_CASE("posts that agree soon outweigh what is usual") {
  // s2 = ln 2 / n; its median varies by ln 2 / 4 with two posts, by pi / 2 * ln 2 / 9 with three
  CHECK(shrink(posts_of(1000, {40, 40}), {0.01, even_log_sd}).data_share == doctest::Approx(1 / (1 + 1 / 4.0)));
  CHECK(shrink(posts_of(1000, {40, 40, 40}), {0.01, even_log_sd}).data_share ==
        doctest::Approx(1 / (1 + std::numbers::pi / 18)));
}

TEST_CASE("posts that lie apart weigh less than posts that agree") {
  // ln 20 and ln 80 lie ln 2 on either side of ln 40: s2 = (ln 2 + 2 (ln 2)^2) / 2
  const ShrunkRate apart = shrink(posts_of(1000, {20, 80}), {0.01, even_log_sd});
  CHECK(apart.data_share == doctest::Approx(1 / (1 + (1 + 2 * std::numbers::ln2) / 4)));
  CHECK(apart.median == doctest::Approx(0.01 * std::pow(4, apart.data_share)));
}

TEST_CASE("a post without engagements counts as half a one") {
  const ShrunkRate none = shrink(posts_of(1000, {0}), {0.01, 1});
  const ShrunkRate half = shrink(posts_of(1000, {0.5}), {0.01, 1});
  CHECK(none.median > 0);
  CHECK(none.median == half.median);
}

TEST_CASE("each post is divided by its own reach") {
  const std::vector<PostCounts> posts = {{40, 1000}, {400, 10000}, {8, 200}};
  const ShrunkRate rate = shrink(posts, {0.04, 1});
  CHECK(rate.median == doctest::Approx(0.04));
  CHECK(rate.data_share == shrink(posts_of(1000, {40, 40, 40}), {0.04, 1}).data_share);
}

TEST_CASE("the order of the posts changes no bit of the weighed answer") {
  std::vector<PostCounts> posts = posts_of(12345, {310, 17, 944, 0, 251, 388, 90});
  const ShrunkRate forward = shrink(posts, {0.02, 1.1});
  std::reverse(posts.begin(), posts.end());
  const ShrunkRate backward = shrink(posts, {0.02, 1.1});
  CHECK(forward.median == backward.median);
  CHECK(forward.low == backward.low);
  CHECK(forward.high == backward.high);
  CHECK(forward.data_share == backward.data_share);
}

// tests/bench/shrinkage.bench.mjs prints the whole table, with gamma posts too.
TEST_CASE("of accounts drawn from what is usual, the answer is nearer to the truth than the posts' own median") {
  std::mt19937_64 random(2026);
  const auto normal = [&] {
    return normal_quantile((static_cast<double>(random() >> 11) + 0.5) / 9007199254740992.0);  // 2^53
  };
  constexpr double variations[] = {0.4, 0.8, 1.2};
  constexpr int accounts = 600;      // of each
  constexpr double followers = 1e9;  // so many that it does not matter that likes are whole
  for (const double log_sd : {0.35, 1.1, 2.2}) {
    for (const std::size_t n : {1u, 2u, 3u, 8u}) {
      CAPTURE(log_sd);
      CAPTURE(n);
      double held = 0;
      double error = 0;
      double error_of_raw_median = 0;
      for (const double variation : variations) {
        const double post_log_sd = std::sqrt(std::log(1 + variation * variation));
        for (int i = 0; i < accounts; ++i) {
          const double truth = 0.02 * std::exp(log_sd * normal());
          std::vector<double> rates(n);
          for (double& rate : rates) rate = truth * std::exp(post_log_sd * normal());
          std::sort(rates.begin(), rates.end());
          std::vector<PostCounts> posts;
          for (const double rate : rates) posts.push_back({rate * followers, followers});
          const ShrunkRate rate = shrink(posts, {0.02, log_sd});
          held += rate.low <= truth && truth <= rate.high;
          error += std::pow(std::log(rate.median / truth), 2);
          error_of_raw_median += std::pow(std::log(median(rates) / truth), 2);
        }
      }
      CHECK(error < error_of_raw_median);
      CHECK(held / (accounts * std::size(variations)) > 0.85);
      CHECK(held / (accounts * std::size(variations)) < 0.95);
    }
  }
}
