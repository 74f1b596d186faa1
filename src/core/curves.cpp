#include "core/curves.h"

#include <array>

#include "core/funnel.h"
#include "core/lane_math.h"

namespace mf::core {
namespace {

constexpr unsigned shift = 32 - CurveTable::bits;
constexpr std::uint32_t outermost = std::uint32_t{1} << (32 - 8);

}  // namespace

Curve::Curve(const Variable& variable)
    : is_rate_(variable.is_rate),
      median_(static_cast<float>(variable.median)),
      spread_(static_cast<float>(variable.spread)),
      least_(static_cast<float>(variable.least)),
      most_(static_cast<float>(variable.most)) {}

Floats Curve::at(Floats normals) const {
  const Floats value = all(median_) * portable::exp(all(spread_) * normals);
  return is_rate_ ? value / (all(1.0F) + value) : smaller(larger(value, all(least_)), all(most_));
}

CurveTable::CurveTable() : middles_(size) {
  for (std::uint32_t i = 0; i < size; i += 4) {
    const Words middles = (Words{i, i + 1, i + 2, i + 3} << shift) + all(std::uint32_t{1} << (shift - 1));
    store(&middles_[i], portable::normal_of(middles));
  }
}

CurveTable::CurveTable(const Curve& curve) : CurveTable() {
  curve_.push_back(curve);
  for (std::size_t i = 0; i < size; i += 4) store(&middles_[i], curve.at(load<Floats>(&middles_[i])));
}

void CurveTable::draw(const Dimension& dimension, const PointBlock& block, float* values) const {
  std::array<std::uint32_t, block_points> words;
  dimension.points(block, words);
  const float* middles = middles_.data();
  for (std::size_t i = 0; i < block.size; ++i) values[i] = middles[words[i] >> shift];
  for (std::size_t i = 0; i < block.size; i += 4) {
    const Words four = load<Words>(&words[i]);
    if (!any(four + all(outermost) < all(2 * outermost))) continue;
    const Floats normals = portable::normal_of(four);
    store(values + i, curve_.empty() ? normals : curve_.front().at(normals));
  }
}

}  // namespace mf::core
