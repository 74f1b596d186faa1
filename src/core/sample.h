// Summaries of a handful of numbers that do not pretend to know more than the numbers do.
// Only + - * / and comparisons, and sums in ascending order: the same bits everywhere, whatever the order of the input.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace mf::core {

// All three take ascending values, at least one.
double median(std::span<const double> ascending);
double mean(std::span<const double> ascending);
// The mean without the lowest and the highest fifth (each rounded down to whole values).
double trimmed_mean(std::span<const double> ascending);

// Which two order statistics enclose the true median.
struct MedianRanks {
  std::size_t low = 0;   // index of the lower end in ascending order, from 0
  std::size_t high = 0;  // index of the upper end
};

// The narrowest symmetric pair whose chance to enclose the true median is at least 90 %, by the sign test: the number
// of values under the median is binomial(n, 1/2) whatever the distribution, so this holds for likes of any shape. It is
// conservative (93 % at n = 8), and below five values no pair reaches 90 %: nothing is returned.
std::optional<MedianRanks> median_interval_ranks(std::size_t n);

}  // namespace mf::core
