// Points that fill a range more evenly than chance would, so that a few thousand draws tell as much as many more random
// ones: randomised quasi-Monte Carlo. Each point is a 32-bit word, the share of the way from 0 to 1 that it stands for.
//
// A dimension is one uncertain input. In each, any aligned block of 2^m points (from a multiple of 2^m on) has exactly
// one in each of 2^m equal parts of the range.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace mf::core {

inline constexpr std::size_t sobol_dimensions = 32;
inline constexpr std::size_t block_points = 512;

// Which points: `size` from `first` on, both multiples of 4, and at most block_points.
struct PointBlock {
  std::uint32_t first = 0;
  std::size_t size = 0;
  std::array<std::uint32_t, block_points> turned;  // their numbers, bits in reverse; only Sobol's dimensions do without

  PointBlock(std::uint32_t first_point, std::size_t points, bool is_for_sobol_alone = false);
};

class Dimension {
 public:
  // The index-th dimension of Sobol's sequence, with the direction numbers of Joe and Kuo (2008, new-joe-kuo-6.21201),
  // under a random linear scramble and a digital shift (Matousek 1998). Several of them are even together, too: the
  // first ones in pairs and triples. index < sobol_dimensions.
  static Dimension sobol(std::size_t index, std::uint64_t seed);

  // A dimension on its own, in an order of its own, by the shuffle of Burley (2020), Practical Hash-based Owen
  // Scrambling, with the hash of Vegdahl (2021): independent of all others. `stream` tells them apart.
  static Dimension alone(std::uint64_t stream, std::uint64_t seed);

  // The points of a block; as many words as it has.
  void points(const PointBlock& block, std::span<std::uint32_t> words) const;

 private:
  bool is_sobol_ = false;
  std::array<std::uint32_t, 32> directions_{};  // of Sobol's sequence
  std::uint32_t shift_ = 0;                     // of it; else what the hash adds
  std::uint32_t factor_ = 1;                    // what the hash multiplies by
};

}  // namespace mf::core
