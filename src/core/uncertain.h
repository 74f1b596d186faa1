// What the range of an input says of it: its middle, its mean and how far it varies. A rate is logit-normal, an amount
// log-normal; the ends of the range are P5 and P95. A range of a rate that reaches 1 (people who do not follow are
// reached, too) is drawn as an amount.
#pragma once

#include "core/campaign.h"

namespace mf::core {

inline constexpr double normal_p95 = 1.6448536269514722;  // of the standard normal distribution

bool is_drawn_as_rate(Input input, const Uncertain& value);
// Natural logarithm of an amount, or of a rate over what is left to 1. Needs a value above 0 and, as a rate, below 1.
double to_normal(double value, bool as_rate);
double from_normal(double normal, bool as_rate);

// The normal distribution behind a range: of its logarithm or logit. Not for exact values.
struct Normal {
  double mean = 0;
  double sd = 0;
};
Normal normal_of(Input input, const Uncertain& value);
// The range that is drawn so.
Uncertain range_of(const Normal& normal, bool as_rate);

double middle_of(Input input, const Uncertain& value);  // the median
double mean_of(Input input, const Uncertain& value);
double squared_variation_of(Input input, const Uncertain& value);  // variance / mean^2
double log_variance_of(Input input, const Uncertain& value);       // of its natural logarithm
double log_variance_of_rest(Input input, const Uncertain& value);  // of the logarithm of 1 - a rate

}  // namespace mf::core
