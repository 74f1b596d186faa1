#include "core/order_statistics.h"

#include <algorithm>
#include <array>
#include <limits>

#include "core/lanes.h"

namespace mf::core {
namespace {

// Values are counted in buckets of equal width, a little more than the middle 98 % of them in all but the first and the
// last, which take the rest. Only the few values in the buckets of the wanted ranks are then looked at.
constexpr std::size_t bucket_count = 1'024;
constexpr std::size_t pilot_size = 128;
constexpr double infinity = std::numeric_limits<double>::infinity();

using Shorts = std::uint16_t __attribute__((vector_size(16)));
using Hits = std::int16_t __attribute__((vector_size(16)));

// Which bucket a value belongs to: never a lower one for a higher value.
struct Buckets {
  double from = 0;
  double per_unit = 0;  // 0: all values are one bucket

  // Added to a small number it leaves that number, rounded, in the lowest bits.
  static constexpr double rounds = 0x1p52;

  Longs of(Doubles values) const {
    const Doubles last = all(static_cast<double>(bucket_count - 1));
    Doubles at = (values - all(from)) * all(per_unit);
    at = select(at > all(0.0), at, all(0.0));
    at = select(at < last, at, last);
    return std::bit_cast<Longs>(at + all(rounds));
  }
};

Buckets buckets_for(std::span<const double> values) {
  std::array<double, pilot_size> pilot{};
  std::size_t size = 0;
  for (std::size_t i = 0; i < std::min(values.size(), pilot_size); ++i) {
    if (values[i] > -infinity && values[i] < infinity) pilot[size++] = values[i];
  }
  if (size < 4) return {};
  std::sort(pilot.begin(), pilot.begin() + static_cast<std::ptrdiff_t>(size));
  const double low = pilot[1];
  const double high = pilot[size - 2];
  if (!(high > low)) return {};
  const double margin = (high - low) / 16;
  return {low - margin, static_cast<double>(bucket_count - 2) / (high - low + 2 * margin)};
}

// A wanted value: the rank-th, which lies in a bucket with so many values before it.
struct Wanted {
  std::size_t rank = 0;
  std::size_t bucket = 0;
  std::size_t before = 0;
};

}  // namespace

void OrderStatistics::look_at(std::span<const double> values, std::span<const double> levels, Infinity infinite) {
  const std::size_t n = values.size();
  const Buckets buckets = buckets_for(values);
  buckets_.resize(n + 8);
  std::array<std::uint32_t, bucket_count> counts{};

  Doubles sums[2] = {};
  Longs left_out = {};
  const auto count = [&](std::size_t i, Doubles two, Doubles& sum) {
    const Longs at = buckets.of(two);
    const auto first = static_cast<std::uint16_t>(at[0]);
    const auto second = static_cast<std::uint16_t>(at[1]);
    counts[first] += 1;
    counts[second] += 1;
    buckets_[i] = first;
    buckets_[i + 1] = second;
    const Longs finite = two < all(infinity);
    sum += select(finite, two, Doubles{});
    left_out += ~finite;
  };
  std::size_t i = 0;
  for (; i + 4 <= n; i += 4) {
    count(i, load<Doubles>(&values[i]), sums[0]);
    count(i + 2, load<Doubles>(&values[i + 2]), sums[1]);
  }
  double rest = 0;
  std::size_t rest_left_out = 0;
  for (; i < n; ++i) {
    const auto bucket = static_cast<std::uint16_t>(buckets.of(all(values[i]))[0]);
    counts[bucket] += 1;
    buckets_[i] = bucket;
    if (values[i] < infinity) {
      rest += values[i];
    } else {
      rest_left_out += 1;
    }
  }
  const std::size_t finite = n - static_cast<std::size_t>(-(left_out[0] + left_out[1])) - rest_left_out;
  defined_ = infinite == Infinity::nothing ? finite : n;
  mean_ =
      finite == 0 ? 0 : (((sums[0][0] + sums[0][1]) + (sums[1][0] + sums[1][1])) + rest) / static_cast<double>(finite);
  quantiles_.assign(levels.size(), 0);
  if (defined_ == 0) return;

  // Two neighbours for each level, and where they are.
  std::vector<Wanted> wanted;
  wanted.reserve(2 * levels.size());
  std::vector<double> share_of_upper(levels.size());
  for (std::size_t level = 0; level < levels.size(); ++level) {
    const auto last = static_cast<double>(defined_ - 1);
    const double position = std::clamp(levels[level] * static_cast<double>(defined_) - 0.5, 0.0, last);
    const auto rank = static_cast<std::size_t>(position);
    share_of_upper[level] = position - static_cast<double>(rank);
    wanted.push_back({.rank = rank});
    wanted.push_back({.rank = std::min(rank + 1, defined_ - 1)});
  }
  std::vector<std::size_t> targets;  // the buckets, each once
  std::size_t before = 0;
  std::size_t bucket = 0;
  for (Wanted& want : wanted) {
    if (want.rank < before) before = bucket = 0;
    while (want.rank >= before + counts[bucket]) before += counts[bucket++];
    want.bucket = bucket;
    want.before = before;
    if (std::find(targets.begin(), targets.end(), bucket) == targets.end()) targets.push_back(bucket);
  }

  // The values of these buckets, those of each together.
  std::vector<std::size_t> starts;
  std::size_t size = 0;
  for (const std::size_t target : targets) {
    starts.push_back(size);
    size += counts[target];
  }
  found_.resize(size);
  std::vector<std::size_t> ends = starts;
  std::fill(buckets_.begin() + static_cast<std::ptrdiff_t>(n), buckets_.end(),
            static_cast<std::uint16_t>(bucket_count));
  for (i = 0; i < n; i += 8) {
    const auto eight = load<Shorts>(&buckets_[i]);
    Hits hit = {};
    for (const std::size_t target : targets) {
      const auto t = static_cast<std::uint16_t>(target);
      hit |= eight == Shorts{t, t, t, t, t, t, t, t};
    }
    if (!any(hit)) continue;
    for (std::size_t k = i; k < std::min(i + 8, n); ++k) {
      for (std::size_t t = 0; t < targets.size(); ++t) {
        if (buckets_[k] == targets[t]) found_[ends[t]++] = values[k];
      }
    }
  }

  const auto value_of = [&](const Wanted& want) {
    const auto t = static_cast<std::size_t>(std::find(targets.begin(), targets.end(), want.bucket) - targets.begin());
    const auto begin = found_.begin() + static_cast<std::ptrdiff_t>(starts[t]);
    const auto at = begin + static_cast<std::ptrdiff_t>(want.rank - want.before);
    std::nth_element(begin, at, found_.begin() + static_cast<std::ptrdiff_t>(ends[t]));
    return *at;
  };
  for (std::size_t level = 0; level < levels.size(); ++level) {
    const double lower = value_of(wanted[2 * level]);
    const double upper = value_of(wanted[2 * level + 1]);
    const bool between = share_of_upper[level] > 0 && lower > -infinity && lower < upper;
    quantiles_[level] = between ? lower + share_of_upper[level] * (upper - lower) : lower;
  }
}

}  // namespace mf::core
