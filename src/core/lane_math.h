// What portable_math.h has, for four numbers in single precision at once.
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>

#include "core/lanes.h"

namespace mf::core::portable {

// The first number plus x times (the second plus x times ...).
template <class... Rest>
Floats polynomial(Floats x, float first, Rest... rest) {
  if constexpr (sizeof...(rest) == 0) {
    return all(first);
  } else {
    return all(first) + x * polynomial(x, rest...);
  }
}

namespace single {
// ln 2 in two parts: the first has so few bits that its product with an exponent is exact.
inline constexpr float ln2_high = 0x1.62e400p-1F;
inline constexpr float ln2_low = 0x1.7f7d1cp-20F;
inline constexpr float log2_e = 0x1.715476p+0F;
// Adding and taking away again rounds to the nearest whole number.
inline constexpr float rounds = 0x1.8p23F;
}  // namespace single

// Relative error under 1.5e-7 for -87 <= x <= 88; beyond these the result of the nearer end.
inline Floats exp(Floats x) {
  x = select(x < all(-87.0F), all(-87.0F), x);
  x = select(x > all(88.0F), all(88.0F), x);
  const Floats shifted = x * all(single::log2_e) + all(single::rounds);
  const Floats k = shifted - all(single::rounds);
  const Floats r = (x - k * all(single::ln2_high)) - k * all(single::ln2_low);
  const Floats tail = polynomial(r, 1.0F / 2, 1.0F / 6, 1.0F / 24, 1.0F / 120, 1.0F / 720, 1.0F / 5040);
  const Floats value = all(1.0F) + (r + r * r * tail);
  // The low bits of `shifted` are k in two's complement.
  return std::bit_cast<Floats>(std::bit_cast<Words>(value) + (std::bit_cast<Words>(shifted) << 23));
}

// Relative error under 1.5e-7 for -87 <= x <= 88; beyond these the result of the nearer end.
Floats exp(Floats x);
// Relative error under 2e-7 for normal positive x.
inline Floats log(Floats x) {
  // The bits of 1/sqrt 2 are taken away so that the exponent steps where m leaves [1/sqrt 2, sqrt 2).
  constexpr std::uint32_t sqrt_half_bits = 0x3F3504F3;
  const Words steps = std::bit_cast<Words>(x) - all(sqrt_half_bits);
  const Integers exponent = std::bit_cast<Integers>(steps) >> 23;
  const Words m_bits = (steps & all(std::uint32_t{0x007FFFFF})) + all(sqrt_half_bits);
  const Floats f = std::bit_cast<Floats>(m_bits) - all(1.0F);
  const Floats s = f / (all(2.0F) + f);
  const Floats z = s * s;
  const Floats series = z * polynomial(z, 2.0F / 3, 2.0F / 5, 2.0F / 7, 2.0F / 9, 2.0F / 11);
  const Floats half_square = all(0.5F) * f * f;
  const Floats k = __builtin_convertvector(exponent, Floats);
  return k * all(single::ln2_high) - ((half_square - (s * (half_square + series) + k * all(single::ln2_low))) - f);
}

// The standard normal quantile of (2 k + 1) / 2^25, where k is the upper 24 bits of a word: what makes a normal value
// of a random word. Relative error under 6e-7, of the quantiles from -5.42 to 5.42 that there are; symmetrical. Giles,
// M. (2010), Approximating the erfinv function (GPU Computing Gems).
inline Floats normal_of(Words words) {
  // Of the flipped sign bit comes a signed number, and from -1 to 1 what the error function takes.
  const Integers centred = std::bit_cast<Integers>(words ^ all(std::uint32_t{0x8000'0000})) >> 8;
  const Floats x = (__builtin_convertvector(centred, Floats) + all(0.5F)) * all(0x1p-23F);
  const Floats w = -log((all(1.0F) - x) * (all(1.0F) + x));
  Floats factor = polynomial(w - all(2.5F), 1.50140941F, 0.246640727F, -0.00417768164F, -0.00125372503F, 0.00021858087F,
                             -4.39150654e-06F, -3.5233877e-06F, 3.43273939e-07F, 2.81022636e-08F);
  const Integers far = w >= all(5.0F);
  if (any(far)) {
    Floats root = w;
    for (int lane = 0; lane < 4; ++lane) root[lane] = std::sqrt(root[lane]);
    const Floats outer = polynomial(root - all(3.0F), 2.83297682F, 1.00167406F, 0.00943887047F, -0.0076224613F,
                                    0.00573950773F, -0.00367342844F, 0.00134934322F, 0.000100950558F, -0.000200214257F);
    factor = select(far, outer, factor);
  }
  return factor * x * all(1.41421356F);
}

// (2 k + 1) / 2^24, where k is the upper 23 bits of a word: from 0 to 1, never either.
inline Floats uniform_of(Words words) {
  const Integers upper = std::bit_cast<Integers>(words >> 9);
  return (__builtin_convertvector(upper, Floats) + all(0.5F)) * all(0x1p-23F);
}

}  // namespace mf::core::portable
