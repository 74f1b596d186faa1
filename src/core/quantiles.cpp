#include "core/quantiles.h"

#include <boost/math/special_functions/erf.hpp>
#include <numbers>

#include "core/math_policy.h"

namespace mf::core {

double normal_cdf(double z) { return boost::math::erfc(-z / std::numbers::sqrt2, MathPolicy()) / 2; }

double normal_quantile(double p) { return -std::numbers::sqrt2 * boost::math::erfc_inv(2 * p, MathPolicy()); }

}  // namespace mf::core
