// Logarithm, exponential and normal quantile from nothing but + - * /, square roots and bits, all of which IEEE 754
// fixes to the last bit: the same bits natively and as WebAssembly, which no C library's functions promise.
#pragma once

namespace mf::core::portable {

// Within 1 unit in the last place for positive finite x; minus infinity at 0, NaN below.
double log(double x);
// Within 1 unit in the last place; 0 below -745.2, infinity above 709.8.
double exp(double x);

// log(p / (1 - p)) for 0 < p < 1.
double logit(double p);

}  // namespace mf::core::portable
