// Quantiles and mean of a column of draws, without sorting it: counted while it comes in, a chunk at a time, and then
// looked into where the quantiles are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace mf::core {

// What infinity stands for in a column.
enum class Infinity {
  value,    // larger than any number: no value does what was asked
  nothing,  // not defined in this draw: left out
};

class OrderStatistics {
 public:
  // Room for so many values, a multiple of 8.
  explicit OrderStatistics(std::size_t size, Infinity infinity = Infinity::value);

  // Forgets all values, and what infinity was.
  void restart(Infinity infinity);

  // Where the next values go, in any order, without NaN; then add() takes so many of them, a multiple of 8.
  float* room() { return &values_[size_]; }
  void add(std::size_t count);

  // All values so far.
  std::span<const float> values() const { return {values_.get(), size_}; }
  std::size_t defined() const;  // that are not left out
  double mean() const;          // of these; 0 if there is none

  // The quantile at level p of n values lies where p n - 1/2 points, counting them from 0 in ascending order, and
  // between two of them on the straight line (Hazen 1914; type 5 of Hyndman and Fan): the middle of a step of 1/n, as
  // the points of a stratified sample are. The median of an even number is the mean of the middle two. Levels ascend
  // within (0, 1); 0 for each if there is no value.
  std::vector<double> quantiles(std::span<const double> levels);

 private:
  // Values are counted in buckets of equal width, a little more than the middle 98 % of them in all but the first and
  // the last, which take the rest. Only the few values in the buckets of the wanted ranks are then looked at.
  void choose_buckets(std::size_t count);

  Infinity infinity_;
  std::size_t size_ = 0;
  std::unique_ptr<float[]> values_;
  std::unique_ptr<std::uint16_t[]> buckets_;  // of each value
  std::vector<std::uint32_t> counts_;         // of each bucket
  float from_ = 0;                            // where the buckets begin
  float per_unit_ = 0;                        // how many there are; 0 if all values are one bucket
  double sum_ = 0;
  std::size_t left_out_ = 0;
};

}  // namespace mf::core
