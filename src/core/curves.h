// From the words of a dimension (sampling.h) to the values of an uncertain input.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/lanes.h"
#include "core/plan_variables.h"
#include "core/sampling.h"

namespace mf::core {

// What makes a variable's values of normal ones, four at once.
class Curve {
 public:
  explicit Curve(const Variable& variable);
  Floats at(Floats normals) const;

 private:
  bool is_rate_;
  float median_, spread_, least_, most_;
};

// Values, or the normal ones behind them, looked up instead of computed: each is one of 4,096 equally likely ones, the
// middle of a step of 1/4096 of the way; in the outermost 1/256 at either end, where the steps are wide, it is exact.
class CurveTable {
 public:
  CurveTable();                             // of normal values
  explicit CurveTable(const Curve& curve);  // of values

  static constexpr unsigned bits = 12;
  static constexpr std::size_t size = std::size_t{1} << bits;

  // As many as the block has points.
  void draw(const Dimension& dimension, const PointBlock& block, float* values) const;

 private:
  std::vector<Curve> curve_;  // none for normal values
  std::vector<float> middles_;
};

}  // namespace mf::core
