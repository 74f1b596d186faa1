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

std::optional<MedianRanks> median_interval_ranks(std::size_t n) {
  constexpr double tail_allowed = 0.05;
  if (n < 5) return std::nullopt;
  // Binomial terms relative to the middle one, so that nothing underflows where it matters, however many values.
  const std::size_t middle = n / 2;
  const auto step_down = [n](double term, std::size_t i) {
    return term * static_cast<double>(i) / static_cast<double>(n - i + 1);
  };
  double lower_half = 0;  // terms 0 .. middle
  double term = 1;
  for (std::size_t i = middle;; --i) {
    lower_half += term;
    if (i == 0 || term < 1e-30) break;
    term = step_down(term, i);
  }
  // For even n the middle term belongs to neither half.
  const double total = n % 2 == 0 ? 2 * lower_half - 1 : 2 * lower_half;

  // Walk down from the middle until what lies below fits into the tail.
  double tail = lower_half;  // terms 0 .. below
  term = 1;
  std::size_t below = middle;
  while (tail > tail_allowed * total) {
    tail -= term;
    if (below == 0) return std::nullopt;
    term = step_down(term, below);
    below -= 1;
  }
  return MedianRanks{below, n - 1 - below};
}

}  // namespace mf::core
