// Quantiles and mean of a column of draws, in two passes and without sorting it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace mf::core {

// What infinity stands for in a column.
enum class Infinity {
  value,    // larger than any number: no value does what was asked
  nothing,  // not defined in this draw: left out
};

// Keeps its working memory from one column to the next.
class OrderStatistics {
 public:
  // Looks at a column of any order, without NaN. `levels` ascend within (0, 1).
  //
  // The quantile at level p of n values lies where p n - 1/2 points, counting them from 0 in ascending order, and
  // between two of them on the straight line (Hazen 1914; type 5 of Hyndman and Fan): the middle of a step of 1/n, as
  // the points of a stratified sample are. The median of an even number is the mean of the middle two.
  void look_at(std::span<const double> values, std::span<const double> levels, Infinity infinity = Infinity::value);

  std::size_t defined() const { return defined_; }  // values that are not left out
  double mean() const { return mean_; }             // of these; 0 if there is none
  double quantile(std::size_t level) const { return quantiles_[level]; }

 private:
  std::size_t defined_ = 0;
  double mean_ = 0;
  std::vector<double> quantiles_;
  std::vector<std::uint16_t> buckets_;  // of each value
  std::vector<double> found_;
};

}  // namespace mf::core
