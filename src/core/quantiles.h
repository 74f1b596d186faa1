// The standard normal distribution, by Boost.Math. It needs the C library's logarithm and exponential, so the last bits
// may differ between a native build and WebAssembly (which itself is the same everywhere).
#pragma once

namespace mf::core {

// The chance that a standard normal value is at most z. Exact to some units in the last place, in both tails.
double normal_cdf(double z);

// The value that a standard normal one stays under with chance p: normal_quantile(0.95) is 1.6449.
// Minus infinity at 0, infinity at 1, NaN outside [0, 1].
double normal_quantile(double p);

}  // namespace mf::core
