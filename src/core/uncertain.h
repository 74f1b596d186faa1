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

// The range of rates of which half are above `median`, where the logarithm of one has that standard deviation. A rate
// is drawn by its logit, which changes 1 / (1 - median) times as fast as its logarithm there; where rates above 1 are
// no exception, the range is that of an amount, and ends above 1.
Uncertain range_about(double median, double log_sd);

// The chance that a standard normal value is at most z, within 1e-14, the same bits natively and as WebAssembly (unlike
// quantiles.h). Hart (1968), by West (2005), Better approximations to cumulative normal functions.
double normal_below(double z);

double middle_of(Input input, const Uncertain& value);  // the median
double mean_of(Input input, const Uncertain& value);
double squared_variation_of(Input input, const Uncertain& value);  // variance / mean^2
double log_variance_of(Input input, const Uncertain& value);       // of its natural logarithm
double log_variance_of_rest(Input input, const Uncertain& value);  // of the logarithm of 1 - a rate

}  // namespace mf::core
