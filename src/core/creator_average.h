// What a plan expects of its creators together, of what each has their own of, and how far that is even: many creators
// even out who performs.
#pragma once

#include <optional>

#include "core/campaign.h"

namespace mf::core {

// A creator's value of an input, or the plan's; `creator` is nothing where all are alike.
std::optional<Uncertain> value_for(const Plan& plan, const PlannedCreator* creator, Input input);
// How many creators a plan has.
double creators_of(const Plan& plan);
// Posts of a creator in the middle; 1 where the plan does not say.
double posts_of(const Plan& plan, const PlannedCreator* creator);

struct CreatorAverage {
  double followers = 0;     // an agreed post has on average
  double rate = 0;          // the mean of the rate, over followers
  double log_variance = 0;  // of the logarithm of the sum of posts x followers x rate
};

// Of the sum over creators of S k F r (k posts, F followers, r the rate), of which S is 1 with the chance `show_rate`
// and else 0:
//   variation_i^2 = (1 + that of F) (1 + that of r) / show_rate - 1
//   of the sum    = sum (mean_i variation_i)^2 / (sum mean_i)^2,    of n alike variation^2 / n
// and the variance of the logarithm is ln(1 + variation^2), as of a log-normal amount. `rate` is engagement_rate or
// reach_rate. Nothing where followers or the rate are not known, or nobody posts.
std::optional<CreatorAverage> creator_average(const Plan& plan, Input rate, double show_rate);

}  // namespace mf::core
