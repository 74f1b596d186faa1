#include "core/order_statistics.h"

#include <algorithm>
#include <limits>
#include <type_traits>

#include "core/lanes.h"

namespace mf::core {
namespace {

constexpr std::size_t pilot_size = 64;
constexpr std::size_t most_buckets = 4'096;
constexpr std::size_t values_of_bucket = 16;  // about
constexpr float infinity = std::numeric_limits<float>::infinity();

// Added to a small number it leaves that number, rounded, in the lowest bits.
constexpr float rounds = 0x1p23F;

using Shorts = std::uint16_t __attribute__((vector_size(16)));
using Hits = std::int16_t __attribute__((vector_size(16)));

// A wanted value: the rank-th, in a bucket with so many values before it.
struct Wanted {
  std::size_t rank = 0;
  std::size_t bucket = 0;
  std::size_t before = 0;
};

}  // namespace

OrderStatistics::OrderStatistics(std::size_t size, Infinity infinity)
    : infinity_(infinity),
      values_(std::make_unique_for_overwrite<float[]>(size)),
      buckets_(std::make_unique_for_overwrite<std::uint16_t[]>(size)),
      counts_(std::min(most_buckets, size / values_of_bucket + 3)) {}

void OrderStatistics::restart(Infinity infinity) {
  infinity_ = infinity;
  size_ = 0;
  std::fill(counts_.begin(), counts_.end(), 0U);
  sum_ = 0;
  left_out_ = 0;
}

std::size_t OrderStatistics::defined() const { return size_ - left_out_; }

double OrderStatistics::mean() const { return defined() == 0 ? 0 : sum_ / static_cast<double>(defined()); }

// By a look at the first values.
void OrderStatistics::choose_buckets(std::size_t count) {
  std::array<float, pilot_size> pilot;
  std::size_t size = 0;
  for (std::size_t i = 0; i < std::min(count, pilot_size); ++i) {
    if (values_[i] > -infinity && values_[i] < infinity) pilot[size++] = values_[i];
  }
  std::sort(pilot.begin(), pilot.begin() + static_cast<std::ptrdiff_t>(size));
  from_ = per_unit_ = 0;
  if (size < 4) return;
  const float low = pilot[1];
  const float width = pilot[size - 2] - low;
  const float per_unit = static_cast<float>(counts_.size() - 2) / (width * 1.125F);
  if (!(per_unit > 0 && per_unit < infinity)) return;
  from_ = low - width / 16;
  per_unit_ = per_unit;
}

void OrderStatistics::add(std::size_t count) {
  if (size_ == 0) choose_buckets(count);
  const Floats from = all(from_);
  const Floats per_unit = all(per_unit_);
  const Floats last = all(static_cast<float>(counts_.size() - 1));
  const auto bucket_of = [&](Floats values) {
    Floats at = (values - from) * per_unit;
    at = select(at > all(0.0F), at, all(0.0F));  // also where it is no number: infinity times nothing
    at = select(at < last, at, last);
    return std::bit_cast<Shorts>(at + all(rounds));
  };
  const float* values = &values_[size_];
  std::uint16_t* buckets = &buckets_[size_];
  std::uint32_t* counts = counts_.data();
  constexpr std::size_t run = 128;  // short enough for sums in single precision
  const auto take = [&]<bool all_count>(std::bool_constant<all_count>) {
    for (std::size_t begin = 0; begin < count; begin += run) {
      const std::size_t end = std::min(begin + run, count);
      Floats sum = {};
      Integers left_out = {};
      for (std::size_t i = begin; i < end; i += 8) {
        const auto first = load<Floats>(values + i);
        const auto second = load<Floats>(values + i + 4);
        store(buckets + i, __builtin_shufflevector(bucket_of(first), bucket_of(second), 0, 2, 4, 6, 8, 10, 12, 14));
        if constexpr (all_count) {
          sum += first + second;
        } else {
          sum += select(first < all(infinity), first, Floats{}) + select(second < all(infinity), second, Floats{});
          left_out += (first == all(infinity)) + (second == all(infinity));
        }
      }
      sum_ += static_cast<double>((sum[0] + sum[1]) + (sum[2] + sum[3]));
      left_out_ += static_cast<std::size_t>(-(left_out[0] + left_out[1] + left_out[2] + left_out[3]));
      for (std::size_t i = begin; i < end; ++i) counts[buckets[i]] += 1;
    }
  };
  if (infinity_ == Infinity::value) {
    take(std::true_type());
  } else {
    take(std::false_type());
  }
  size_ += count;
}

std::vector<double> OrderStatistics::quantiles(std::span<const double> levels) {
  std::vector<double> quantiles(levels.size());
  const std::size_t n = defined();
  if (n == 0) return quantiles;

  // Two neighbours for each level, and where they are.
  std::vector<Wanted> wanted;
  wanted.reserve(2 * levels.size());
  std::vector<double> share_of_upper(levels.size());
  for (std::size_t level = 0; level < levels.size(); ++level) {
    const double position = std::clamp(levels[level] * static_cast<double>(n) - 0.5, 0.0, static_cast<double>(n - 1));
    const auto rank = static_cast<std::size_t>(position);
    share_of_upper[level] = position - static_cast<double>(rank);
    wanted.push_back({.rank = rank});
    wanted.push_back({.rank = std::min(rank + 1, n - 1)});
  }
  std::vector<std::uint16_t> targets;  // the buckets, each once
  std::size_t before = 0;
  std::uint16_t bucket = 0;
  for (Wanted& want : wanted) {
    if (want.rank < before) before = bucket = 0;
    while (want.rank >= before + counts_[bucket]) before += counts_[bucket++];
    want.bucket = bucket;
    want.before = before;
    if (std::find(targets.begin(), targets.end(), bucket) == targets.end()) targets.push_back(bucket);
  }

  // The values of these buckets, those of each together.
  std::vector<std::size_t> starts;
  std::size_t size = 0;
  for (const std::uint16_t target : targets) {
    starts.push_back(size);
    size += counts_[target];
  }
  std::vector<float> found(size);
  std::vector<std::size_t> ends = starts;
  const auto take = [&](std::size_t first) {
    for (std::size_t k = first; k < first + 8; ++k) {
      for (std::size_t t = 0; t < targets.size(); ++t) {
        if (buckets_[k] == targets[t]) found[ends[t]++] = values_[k];
      }
    }
  };
  std::vector<Shorts> sought;
  for (const std::uint16_t t : targets) sought.push_back(Shorts{t, t, t, t, t, t, t, t});
  if (sought.size() <= 4) {
    sought.resize(4, sought.front());
    const Shorts a = sought[0], b = sought[1], c = sought[2], d = sought[3];
    for (std::size_t i = 0; i < size_; i += 8) {
      const auto eight = load<Shorts>(&buckets_[i]);
      if (any((eight == a) | (eight == b) | (eight == c) | (eight == d))) take(i);
    }
  } else {
    for (std::size_t i = 0; i < size_; i += 8) {
      const auto eight = load<Shorts>(&buckets_[i]);
      Hits hit = {};
      for (const Shorts& one : sought) hit |= eight == one;
      if (any(hit)) take(i);
    }
  }

  const auto value_of = [&](const Wanted& want) {
    const auto t = static_cast<std::size_t>(std::find(targets.begin(), targets.end(), want.bucket) - targets.begin());
    const auto begin = found.begin() + static_cast<std::ptrdiff_t>(starts[t]);
    const auto at = begin + static_cast<std::ptrdiff_t>(want.rank - want.before);
    std::nth_element(begin, at, found.begin() + static_cast<std::ptrdiff_t>(ends[t]));
    return static_cast<double>(*at);
  };
  for (std::size_t level = 0; level < levels.size(); ++level) {
    const double lower = value_of(wanted[2 * level]);
    const double upper = value_of(wanted[2 * level + 1]);
    const bool between = share_of_upper[level] > 0 && lower > -infinity && lower < upper;
    quantiles[level] = between ? lower + share_of_upper[level] * (upper - lower) : lower;
  }
  return quantiles;
}

}  // namespace mf::core
