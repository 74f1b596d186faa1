// Vectors of 16 bytes, as SSE2, NEON and WebAssembly's SIMD have them. Each operator works lane by lane and rounds as
// it would on a single number, so results do not depend on the processor.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

namespace mf::core {

using Floats = float __attribute__((vector_size(16)));
using Integers = std::int32_t __attribute__((vector_size(16)));
using Words = std::uint32_t __attribute__((vector_size(16)));

inline Floats all(float value) { return Floats{value, value, value, value}; }
inline Words all(std::uint32_t value) { return Words{value, value, value, value}; }

// From and to memory that need not be aligned.
template <class Lanes, class Value>
Lanes load(const Value* from) {
  Lanes lanes;
  std::memcpy(&lanes, from, sizeof lanes);
  return lanes;
}
template <class Lanes, class Value>
void store(Value* to, Lanes lanes) {
  std::memcpy(to, &lanes, sizeof lanes);
}

// Where the comparison holds `yes`, else `no`.
inline Floats select(Integers where, Floats yes, Floats no) { return where ? yes : no; }

// Of a vector whose lanes are all zeros or not.
template <class Mask>
bool any(Mask where) {
#ifdef __wasm_simd128__
  return __builtin_wasm_any_true_v128(std::bit_cast<__attribute__((vector_size(16))) signed char>(where));
#else
  using Longs = std::int64_t __attribute__((vector_size(16)));
  const Longs halves = std::bit_cast<Longs>(where);
  return (halves[0] | halves[1]) != 0;
#endif
}

}  // namespace mf::core
