#include "core/sample.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

using namespace mf::core;

namespace {

// Binomial coefficients, exact in 64 bits up to n = 59 with room for a factor 20.
std::vector<std::uint64_t> pascal_row(std::size_t n) {
  std::vector<std::uint64_t> row = {1};
  for (std::size_t i = 0; i < n; ++i) {
    row.push_back(0);
    for (std::size_t k = row.size() - 1; k > 0; --k) row[k] += row[k - 1];
  }
  return row;
}

}  // namespace

TEST_CASE("median, mean and trimmed mean of small samples") {
  CHECK(median(std::array{3.0}) == 3);
  CHECK(median(std::array{1.0, 2.0}) == 1.5);
  CHECK(median(std::array{1.0, 2.0, 10.0}) == 2);
  CHECK(mean(std::array{1.0, 2.0, 6.0}) == 3);
  CHECK(trimmed_mean(std::array{1.0, 2.0, 3.0, 100.0}) == 26.5);    // a fifth of four is no whole value
  CHECK(trimmed_mean(std::array{0.0, 2.0, 3.0, 4.0, 100.0}) == 3);  // one from each end
}

TEST_CASE("under five values no pair of values encloses the median nine times in ten") {
  for (std::size_t n = 0; n < 5; ++n) CHECK_FALSE(median_interval_ranks(n));
  CHECK(median_interval_ranks(5));
}

TEST_CASE("the interval covers the median at least nine times in ten, and no narrower pair does") {
  for (std::size_t n = 5; n <= 59; ++n) {
    CAPTURE(n);
    const std::optional<MedianRanks> ranks = median_interval_ranks(n);
    REQUIRE(ranks);
    CHECK(ranks->low + ranks->high == n - 1);
    CHECK(ranks->low < ranks->high);
    const std::vector<std::uint64_t> ways = pascal_row(n);
    std::uint64_t tail = 0;  // ways in which at most `low` of n values lie under the median
    for (std::size_t i = 0; i <= ranks->low; ++i) tail += ways[i];
    const std::uint64_t all = std::uint64_t{1} << n;
    CHECK(20 * tail <= all);
    CHECK((tail + ways[ranks->low + 1]) > all / 20);
  }
}

TEST_CASE("the ranks follow the normal law when there are many values") {
  for (const std::size_t n : {1000u, 10001u, 1000000u}) {
    CAPTURE(n);
    const std::optional<MedianRanks> ranks = median_interval_ranks(n);
    REQUIRE(ranks);
    const double size = static_cast<double>(n);
    const double expected = size / 2 - 1.6448536 * std::sqrt(size) / 2 - 0.5;  // of the 1-based rank
    CHECK(std::fabs(static_cast<double>(ranks->low) + 1 - expected) <= 1.5);
  }
}
