#include "core/sample.h"

namespace mf::core {

double median(std::span<const double> ascending) {
  const std::size_t n = ascending.size();
  const double upper = ascending[n / 2];
  if (n % 2 == 1) return upper;
  const double lower = ascending[n / 2 - 1];
  return lower + (upper - lower) / 2;
}

double mean(std::span<const double> ascending) {
  double sum = 0;
  for (const double value : ascending) sum += value;
  return sum / static_cast<double>(ascending.size());
}

double trimmed_mean(std::span<const double> ascending) {
  const std::size_t cut = ascending.size() / 5;
  return mean(ascending.subspan(cut, ascending.size() - 2 * cut));
}

std::optional<Interval> median_interval(std::span<const double> ascending) {
  constexpr double level = 0.9;
  const std::size_t n = ascending.size();
  if (n < 4) return std::nullopt;
  const auto size = static_cast<double>(n);

  // The largest binomial term: the chance that just n / 2 of the values lie under the median. Multiplied before it is
  // divided, so that each step is exact while the number of ways fits into 53 bits.
  double chance = 1;
  for (std::size_t i = 1; i <= (n + 1) / 2; ++i) {
    chance = chance * static_cast<double>(2 * i - 1) / static_cast<double>(2 * i);
  }
  // From the innermost pair (for odd n the middle value twice, which encloses nothing) outwards, until 90 % are passed.
  std::size_t inner = (n - 1) / 2;  // the pair is ascending[inner] and ascending[n - 1 - inner]
  double enclosed = n % 2 == 0 ? chance : 0;
  while (inner > 0) {
    const auto outer_rank = static_cast<double>(inner);  // of ascending[inner - 1], counted from 1
    chance = chance * (outer_rank + 1) / (size - outer_rank);
    const double enclosed_by_outer = enclosed + 2 * chance;
    if (enclosed_by_outer >= level) {
      const double excess = (enclosed_by_outer - level) / (2 * chance);
      const double inward = (size - outer_rank) * excess / (outer_rank + (size - 2 * outer_rank) * excess);
      const double low = ascending[inner - 1];
      const double high = ascending[n - inner];
      return Interval{low + inward * (ascending[inner] - low), high - inward * (high - ascending[n - 1 - inner])};
    }
    enclosed = enclosed_by_outer;
    inner -= 1;
  }
  return Interval{ascending.front(), ascending.back()};
}

}  // namespace mf::core
