#include "core/order_statistics.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

using namespace mf::core;

namespace {

constexpr float infinity = std::numeric_limits<float>::infinity();

OrderStatistics counted(const std::vector<float>& values, Infinity infinite = Infinity::value,
                        std::size_t chunk = 4'096) {
  OrderStatistics statistics(values.size(), infinite);
  for (std::size_t at = 0; at < values.size(); at += chunk) {
    const std::size_t size = std::min(chunk, values.size() - at);
    std::copy_n(values.begin() + static_cast<std::ptrdiff_t>(at), size, statistics.room());
    statistics.add(size);
  }
  return statistics;
}

// By its definition, from sorted values.
double slow_quantile(std::vector<float> values, double level) {
  std::sort(values.begin(), values.end());
  const auto n = static_cast<double>(values.size());
  const double position = std::clamp(level * n - 0.5, 0.0, n - 1);
  const auto rank = static_cast<std::size_t>(position);
  const auto lower = static_cast<double>(values[rank]);
  const auto upper = static_cast<double>(values[std::min(rank + 1, values.size() - 1)]);
  const double share = position - static_cast<double>(rank);
  return share > 0 && lower < upper ? lower + share * (upper - lower) : lower;
}

}  // namespace

TEST_CASE("of 8 values the median is the mean of the middle two, and P5 the lowest") {
  OrderStatistics statistics = counted({8, 1, 7, 2, 6, 3, 5, 4});
  CHECK(statistics.quantiles(std::vector{0.05, 0.5, 0.8}) == std::vector{1.0, 4.5, 6.9});  // 8 * 0.8 - 0.5 = 5.9 from 1
  CHECK(statistics.mean() == 4.5);
}

TEST_CASE("quantiles are those of the sorted values, whatever the values look like") {
  std::mt19937 random(4);
  std::normal_distribution<float> normal;
  const std::vector<double> levels = {0.01, 0.05, 0.1, 0.5, 0.9, 0.95, 0.99};
  const auto check = [&](auto&& next) {
    for (const std::size_t size : {8U, 64U, 1'024U, 4'096U, 40'960U}) {
      std::vector<float> values(size);
      for (float& value : values) value = next();
      OrderStatistics statistics = counted(values);
      const std::vector<double> found = statistics.quantiles(levels);
      double sum = 0;
      for (const float value : values) sum += static_cast<double>(value);
      for (std::size_t i = 0; i < levels.size(); ++i) CHECK(found[i] == slow_quantile(values, levels[i]));
      CHECK(statistics.mean() == doctest::Approx(sum / static_cast<double>(size)).epsilon(1e-4));
    }
  };
  check([&] { return normal(random); });
  check([&] { return std::exp(3 * normal(random)); });
  check([&] { return 1e9F + normal(random); });
  check([&] { return 1e-30F * normal(random); });
  check([&] { return std::round(normal(random)); });
  check([&] { return random() % 20 == 0 ? 1e30F * normal(random) : 1.0F; });
  check([&] { return 3.0F; });
}

TEST_CASE("values in ascending order, of which the first are no sample of the rest, are no harder") {
  std::vector<float> values(40'960);
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<float>(i);
  OrderStatistics statistics = counted(values);
  CHECK(statistics.quantiles(std::vector{0.05, 0.5}) == std::vector{2'047.5, 20'479.5});
}

TEST_CASE("where infinity stands for nothing it is left out") {
  std::vector<float> values(64);
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = i % 4 == 0 ? infinity : static_cast<float>(i % 4);
  OrderStatistics statistics = counted(values, Infinity::nothing);
  CHECK(statistics.defined() == 48);
  CHECK(statistics.mean() == 2);
  CHECK(statistics.quantiles(std::vector{0.05, 0.5, 0.95}) == std::vector{1.0, 2.0, 3.0});
  CHECK(counted(std::vector<float>(8, infinity), Infinity::nothing).defined() == 0);
}

TEST_CASE("where infinity is a value it is larger than any number") {
  std::vector<float> values(64, infinity);
  for (std::size_t i = 0; i < 20; ++i) values[i] = 1;
  OrderStatistics statistics = counted(values);
  CHECK(statistics.defined() == 64);
  CHECK(statistics.quantiles(std::vector{0.2, 0.5}) == std::vector<double>{1.0, infinity});
  values[40] = -infinity;
  CHECK(counted(values).quantiles(std::vector{0.001, 0.5}) == std::vector<double>{-infinity, infinity});
}
