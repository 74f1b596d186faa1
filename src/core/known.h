// A number as far as it is known before anything is drawn: missing, the same in every draw, or drawn. The funnel is
// computed with these first, by the same formulas as with the draws (funnel.h): what then is not drawn is exact, what
// is a multiple of something else needs no quantiles of its own, and what is missing says so.
#pragma once

#include <bit>
#include <cstdint>
#include <limits>

namespace mf::core {

struct Known {
  // Of a constant 0. Of a drawn number which one it is, but for a factor: equal shapes are multiples of each other.
  std::uint64_t shape = 0;
  double factor = 0;         // of a constant its value
  std::uint32_t inputs = 0;  // that a drawn number follows from: a bit for each
  bool missing = false;
  double most = std::numeric_limits<double>::infinity();  // of a drawn number as it was drawn, where that is known

  Known() = default;
  Known(double value) : factor(value) {}
  static Known drawn(std::uint64_t shape, std::uint32_t inputs, double most = std::numeric_limits<double>::infinity()) {
    Known known(1.0);
    known.shape = shape;
    known.inputs = inputs;
    known.most = most;
    return known;
  }
  static Known unknown() {
    Known known;
    known.missing = true;
    return known;
  }

  bool is_constant() const { return !missing && shape == 0; }
  bool is_drawn() const { return !missing && shape != 0; }
};

namespace known {

inline std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  std::uint64_t z = (a ^ std::rotl(b, 23)) + 0x9E3779B97F4A7C15 * (b + 1);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
  z ^= z >> 31;
  return z == 0 ? 1 : z;
}

// The result of anything that is no mere multiple of its operands, of which at least one is drawn and none missing.
inline Known combined(char operation, const Known& a, const Known& b) {
  const std::uint64_t left = mixed(a.shape, std::bit_cast<std::uint64_t>(a.factor));
  const std::uint64_t right = mixed(b.shape, std::bit_cast<std::uint64_t>(b.factor));
  return Known::drawn(mixed(mixed(left, right), static_cast<std::uint64_t>(operation)), a.inputs | b.inputs);
}

}  // namespace known

inline Known operator*(const Known& a, const Known& b) {
  if ((a.is_constant() && a.factor == 0) || (b.is_constant() && b.factor == 0)) return 0.0;
  if (a.missing || b.missing) return Known::unknown();
  Known product = a.shape != 0 && b.shape != 0 ? Known::drawn(known::mixed(a.shape, b.shape), 0) : Known();
  if (a.shape == 0 || b.shape == 0) product.shape = a.shape | b.shape;
  product.inputs = a.inputs | b.inputs;
  product.factor = a.factor * b.factor;
  return product;
}

inline Known operator+(const Known& a, const Known& b) {
  if (a.missing || b.missing) return Known::unknown();
  if (a.is_constant() && b.is_constant()) return a.factor + b.factor;
  if (a.is_constant() && a.factor == 0) return b;
  if (b.is_constant() && b.factor == 0) return a;
  return known::combined('+', a, b);
}

inline Known operator-(const Known& a, const Known& b) {
  if (a.missing || b.missing) return Known::unknown();
  if (a.is_constant() && b.is_constant()) return a.factor - b.factor;
  if (b.is_constant() && b.factor == 0) return a;
  return known::combined('-', a, b);
}

// Not defined where nothing is divided by: see ratio of funnel.h.
inline Known operator/(const Known& a, const Known& b) {
  if (a.missing || b.missing) return Known::unknown();
  if (b.is_drawn()) return known::combined('/', a, b);
  Known quotient = a;
  quotient.most = std::numeric_limits<double>::infinity();
  quotient.factor = a.factor / b.factor;
  return quotient;
}

}  // namespace mf::core
