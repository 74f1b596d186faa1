#include "core/sampling.h"

#include <algorithm>
#include <bit>

#include "core/lanes.h"

namespace mf::core {
namespace {

// Of each dimension after the first: the degree of its primitive polynomial, the coefficients between the first and the
// last as bits, and the first direction numbers.
struct SobolRow {
  std::uint8_t degree;
  std::uint8_t coefficients;
  std::array<std::uint8_t, 7> first;
};
constexpr std::array<SobolRow, sobol_dimensions - 1> sobol_rows = {{
    {1, 0, {1}},
    {2, 1, {1, 3}},
    {3, 1, {1, 3, 1}},
    {3, 2, {1, 1, 1}},
    {4, 1, {1, 1, 3, 3}},
    {4, 4, {1, 3, 5, 13}},
    {5, 2, {1, 1, 5, 5, 17}},
    {5, 4, {1, 1, 5, 5, 5}},
    {5, 7, {1, 1, 7, 11, 19}},
    {5, 11, {1, 1, 5, 1, 1}},
    {5, 13, {1, 1, 1, 3, 11}},
    {5, 14, {1, 3, 5, 5, 31}},
    {6, 1, {1, 3, 3, 9, 7, 49}},
    {6, 13, {1, 1, 1, 15, 21, 21}},
    {6, 16, {1, 3, 1, 13, 27, 49}},
    {6, 19, {1, 1, 1, 15, 7, 5}},
    {6, 22, {1, 3, 1, 15, 13, 25}},
    {6, 25, {1, 1, 5, 5, 19, 61}},
    {7, 1, {1, 3, 7, 11, 23, 15, 103}},
    {7, 4, {1, 3, 7, 13, 13, 15, 69}},
    {7, 7, {1, 1, 3, 13, 7, 35, 63}},
    {7, 8, {1, 3, 5, 9, 1, 25, 53}},
    {7, 14, {1, 3, 1, 13, 9, 35, 107}},
    {7, 19, {1, 3, 1, 5, 27, 61, 31}},
    {7, 21, {1, 1, 5, 11, 19, 41, 61}},
    {7, 28, {1, 3, 5, 3, 3, 13, 69}},
    {7, 31, {1, 1, 7, 13, 1, 19, 1}},
    {7, 32, {1, 3, 7, 5, 13, 19, 59}},
    {7, 37, {1, 1, 3, 9, 25, 29, 41}},
    {7, 41, {1, 3, 5, 13, 23, 1, 55}},
    {7, 42, {1, 3, 7, 3, 13, 59, 17}},
}};

// SplitMix64 (Steele, Lea and Flood, 2014).
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint64_t roll() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
  }

 private:
  std::uint64_t state_;
};

// Streams of dice that have nothing to do with each other: the seed is hashed before the stream is added, and both
// after.
Dice dice_of(std::uint64_t stream, std::uint64_t seed) { return Dice(Dice(Dice(seed).roll() + stream).roll()); }

std::array<std::uint32_t, 32> directions_of(std::size_t index) {
  std::array<std::uint32_t, 32> v{};
  if (index == 0) {
    for (unsigned bit = 0; bit < 32; ++bit) v[bit] = std::uint32_t{1} << (31 - bit);
    return v;
  }
  const SobolRow& row = sobol_rows[index - 1];
  const std::size_t degree = row.degree;
  for (std::size_t bit = 0; bit < degree; ++bit) v[bit] = static_cast<std::uint32_t>(row.first[bit]) << (31 - bit);
  for (std::size_t bit = degree; bit < 32; ++bit) {
    v[bit] = v[bit - degree] ^ (v[bit - degree] >> degree);
    for (std::size_t k = 1; k < degree; ++k) {
      if ((row.coefficients >> (degree - 1 - k)) & 1) v[bit] ^= v[bit - k];
    }
  }
  return v;
}

std::uint32_t reversed(std::uint32_t x) {
  x = (x & 0x55555555) << 1 | ((x >> 1) & 0x55555555);
  x = (x & 0x33333333) << 2 | ((x >> 2) & 0x33333333);
  x = (x & 0x0F0F0F0F) << 4 | ((x >> 4) & 0x0F0F0F0F);
  x = (x & 0x00FF00FF) << 8 | ((x >> 8) & 0x00FF00FF);
  return x << 16 | x >> 16;
}

}  // namespace

PointBlock::PointBlock(std::uint32_t first_point, std::size_t points, bool is_for_sobol_alone)
    : first(first_point), size(points) {
  if (is_for_sobol_alone) return;
  for (std::size_t i = 0; i < size; ++i) turned[i] = reversed(first + static_cast<std::uint32_t>(i));
}

Dimension Dimension::sobol(std::size_t index, std::uint64_t seed) {
  Dimension dimension;
  dimension.is_sobol_ = true;
  Dice dice = dice_of(index, seed);
  // A lower triangular matrix of random bits with ones on its diagonal: a bit of a scrambled number is that bit plus a
  // random choice of those before it, the most significant one first.
  std::array<std::uint32_t, 32> rows{};
  for (unsigned bit = 0; bit < 32; ++bit) {
    const auto diagonal = std::uint32_t{1} << (31 - bit);
    const auto before = static_cast<std::uint32_t>(~((std::uint64_t{diagonal} << 1) - 1));
    rows[bit] = diagonal | (static_cast<std::uint32_t>(dice.roll() >> 32) & before);
  }
  const std::array<std::uint32_t, 32> plain = directions_of(index);
  for (std::size_t i = 0; i < 32; ++i) {
    std::uint32_t scrambled = 0;
    for (unsigned bit = 0; bit < 32; ++bit) {
      scrambled |= static_cast<std::uint32_t>(std::popcount(rows[bit] & plain[i]) & 1) << (31 - bit);
    }
    dimension.directions_[i] = scrambled;
  }
  dimension.shift_ = static_cast<std::uint32_t>(dice.roll() >> 32);
  return dimension;
}

Dimension Dimension::alone(std::uint64_t stream, std::uint64_t seed) {
  Dimension dimension;
  Dice dice = dice_of(sobol_dimensions + stream, seed);
  dimension.shift_ = static_cast<std::uint32_t>(dice.roll() >> 32);
  dimension.factor_ = static_cast<std::uint32_t>(dice.roll() >> 32) | 1;
  return dimension;
}

void Dimension::points(const PointBlock& block, std::span<std::uint32_t> words) const {
  if (is_sobol_) {
    // Four points share the sum of directions of all but the last two bits of their number; from one four to the next
    // it changes by a single direction, in the order of a Gray code.
    const Words within{0, directions_[0], directions_[1], directions_[0] ^ directions_[1]};
    std::uint32_t four = block.first / 4;
    std::uint32_t shared = shift_;
    for (std::uint32_t gray = four ^ (four >> 1), bit = 2; gray != 0; gray >>= 1, ++bit) {
      if (gray & 1) shared ^= directions_[bit];
    }
    for (std::size_t i = 0; i < block.size; i += 4) {
      store(&words[i], all(shared) ^ within);
      four += 1;
      const auto bit = static_cast<std::size_t>(std::countr_zero(four));
      shared ^= directions_[std::min(bit, std::size_t{29}) + 2];
    }
    return;
  }
  // The hash of bits in reverse lets each bit depend on the less significant ones alone: the words are a shuffle of the
  // multiples of 1/2^m that a block of 2^m numbers in reverse are, all moved by the same lower bits.
  for (std::size_t i = 0; i < block.size; i += 4) {
    Words x = load<Words>(&block.turned[i]);
    x ^= x * all(std::uint32_t{0x3d20adea});
    x += all(shift_);
    x *= all(factor_);
    x ^= x * all(std::uint32_t{0x05526c56});
    x ^= x * all(std::uint32_t{0x53a22864});
    store(&words[i], x);
  }
}

}  // namespace mf::core
