#include "core/sampling.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <boost/random/detail/sobol_table.hpp>
#include <cmath>
#include <cstdint>
#include <set>
#include <vector>

using namespace mf::core;

namespace {

constexpr std::size_t count = 4'096;
constexpr unsigned count_bits = 12;

std::vector<std::uint32_t> points_of(const Dimension& dimension, std::uint32_t first = 0, std::size_t size = count) {
  std::vector<std::uint32_t> words(size);
  for (std::size_t at = 0; at < size; at += block_points) {
    const PointBlock block(first + static_cast<std::uint32_t>(at), std::min(block_points, size - at));
    dimension.points(block, {&words[at], block.size});
  }
  return words;
}

bool one_in_each_part(const std::vector<std::uint32_t>& words, unsigned bits) {
  std::set<std::uint32_t> parts;
  for (const std::uint32_t word : words) parts.insert(word >> (32 - bits));
  return parts.size() == words.size();
}

double correlation(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    sum += (static_cast<double>(a[i]) * 0x1p-32 - 0.5) * (static_cast<double>(b[i]) * 0x1p-32 - 0.5);
  }
  return 12 * sum / static_cast<double>(a.size());  // a uniform value varies by 1/12
}

// The sequence itself by its definition, from the table that Boost has.
std::uint32_t plain_sobol(std::size_t index, std::uint32_t point) {
  using Table = boost::random::detail::qrng_tables::sobol;
  std::array<std::uint32_t, 32> v{};
  if (index == 0) {
    for (unsigned i = 0; i < 32; ++i) v[i] = std::uint32_t{1} << (31 - i);
  } else {
    const unsigned polynomial = Table::polynomial(index - 1);
    unsigned degree = 0;
    while (polynomial >> (degree + 1)) ++degree;
    for (unsigned i = 0; i < 32; ++i) {
      if (i < degree) {
        v[i] = static_cast<std::uint32_t>(Table::minit(index - 1, i)) << (31 - i);
        continue;
      }
      v[i] = v[i - degree] ^ (v[i - degree] >> degree);
      for (unsigned k = 1; k < degree; ++k) {
        if ((polynomial >> (degree - k)) & 1) v[i] ^= v[i - k];
      }
    }
  }
  std::uint32_t x = 0;
  for (unsigned i = 0; i < 32; ++i) {
    if ((point >> i) & 1) x ^= v[i];
  }
  return x;
}

// Parts of the unit square, 2^a by 2^b of them: how many of the points the fullest has.
std::size_t fullest(const std::vector<std::uint32_t>& x, const std::vector<std::uint32_t>& y, unsigned a, unsigned b) {
  std::vector<std::size_t> parts(std::size_t{1} << (a + b));
  for (std::size_t i = 0; i < x.size(); ++i) {
    const std::size_t row = a == 0 ? 0 : x[i] >> (32 - a);
    const std::size_t column = b == 0 ? 0 : y[i] >> (32 - b);
    parts[row << b | column] += 1;
  }
  return *std::max_element(parts.begin(), parts.end());
}

}  // namespace

TEST_CASE("any aligned block of points has one in each equal part of every dimension") {
  for (std::size_t i = 0; i < 100; ++i) {
    const Dimension dimension = i < sobol_dimensions ? Dimension::sobol(i, 7) : Dimension::alone(i, 7);
    CHECK(one_in_each_part(points_of(dimension), count_bits));
    CHECK(one_in_each_part(points_of(dimension, 4'096), count_bits));
    CHECK(one_in_each_part(points_of(dimension, 64, 64), 6));
    CHECK(one_in_each_part(points_of(dimension, 512, 512), 9));
  }
}

TEST_CASE("Sobol's dimensions are as even in pairs as the sequence of Joe and Kuo is") {
  // The scramble moves whole parts: in parts of 2^a by 2^b a pair has as many points in the fullest as without it.
  for (std::size_t i = 0; i < sobol_dimensions; i += 3) {
    for (std::size_t k = i + 1; k < sobol_dimensions; k += 4) {
      std::vector<std::uint32_t> x(count);
      std::vector<std::uint32_t> y(count);
      for (std::uint32_t point = 0; point < count; ++point) {
        x[point] = plain_sobol(i, point);
        y[point] = plain_sobol(k, point);
      }
      const auto scrambled_x = points_of(Dimension::sobol(i, 3));
      const auto scrambled_y = points_of(Dimension::sobol(k, 3));
      for (const auto& [a, b] : {std::pair(1U, 1U), {3U, 3U}, {6U, 6U}, {2U, 10U}, {9U, 3U}}) {
        CHECK(fullest(scrambled_x, scrambled_y, a, b) == fullest(x, y, a, b));
      }
    }
  }
}

TEST_CASE("the first two of Sobol's dimensions have one point in each part of any shape") {
  const auto x = points_of(Dimension::sobol(0, 11));
  const auto y = points_of(Dimension::sobol(1, 11));
  for (unsigned a = 0; a <= count_bits; ++a) CHECK(fullest(x, y, a, count_bits - a) == 1);
}

TEST_CASE("dimensions on their own have nothing to do with each other, nor with Sobol's") {
  std::vector<std::vector<std::uint32_t>> dimensions;
  for (std::size_t i = 0; i < 60; ++i) dimensions.push_back(points_of(Dimension::alone(i, 5)));
  for (std::size_t i = 0; i < 10; ++i) dimensions.push_back(points_of(Dimension::sobol(i, 5)));
  double worst = 0;
  double squares = 0;
  std::size_t pairs = 0;
  for (std::size_t i = 0; i < 60; ++i) {
    for (std::size_t k = i + 1; k < dimensions.size(); ++k) {
      const double r = correlation(dimensions[i], dimensions[k]);
      worst = std::max(worst, std::abs(r));
      squares += r * r;
      pairs += 1;
    }
  }
  // Independent random points have correlations of about 1 / sqrt 4096 = 0.0156, the largest of 2,370 about 3.6 times
  // that.
  CHECK(std::sqrt(squares / static_cast<double>(pairs)) < 1.5 / 64);
  CHECK(worst < 5.5 / 64);
}

TEST_CASE("another seed gives other points, the same the same") {
  CHECK(points_of(Dimension::sobol(2, 1)) == points_of(Dimension::sobol(2, 1)));
  CHECK(points_of(Dimension::sobol(2, 1)) != points_of(Dimension::sobol(2, 2)));
  CHECK(points_of(Dimension::alone(2, 1)) == points_of(Dimension::alone(2, 1)));
  CHECK(points_of(Dimension::alone(2, 1)) != points_of(Dimension::alone(2, 2)));
  CHECK(std::abs(correlation(points_of(Dimension::alone(2, 1)), points_of(Dimension::alone(2, 2)))) < 5.0 / 64);
}
