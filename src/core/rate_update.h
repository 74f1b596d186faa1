// What some of some trials say of a rate: orders of clicks, clicks of impressions, creators who posted.
#pragma once

#include <optional>

#include "core/uncertain.h"

namespace mf::core {

// Neither need be whole; 0 <= some <= trials, trials > 0.
struct Trials {
  double some = 0;
  double trials = 0;

  double share() const { return some / trials; }
  // With half a trial more on either side, so that the logit of none and of all exists.
  double logit() const;
  double logit_variance() const;
};

// P5 to P95 of the rate after the trials: a normal prior of its logit, or Jeffreys' (half a trial more on either side)
// for none, times the binomial likelihood. By quadrature on the logit, to some 2e-4 of the spread; the same bits
// natively and as WebAssembly.
Uncertain updated_rate(const std::optional<Normal>& prior, const Trials& trials);

}  // namespace mf::core
