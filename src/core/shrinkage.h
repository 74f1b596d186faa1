// An account's rate from few posts, weighed against what is usual among accounts of its size (empirical Bayes).
#pragma once

#include <span>

namespace mf::core {

// How many acted on a post, and how many could have: both as counted, the second above 0.
struct PostCounts {
  double engagements = 0;
  double divisor = 0;
};

// The rates of accounts of one size, log-normal between them.
struct RatesAmongAccounts {
  double median = 0;  // a fraction above 0
  double log_sd = 0;  // standard deviation of its natural logarithm
};

struct ShrunkRate {
  double median = 0;  // of the account's posts, a fraction
  double low = 0;     // 90 % interval of it
  double high = 0;
  double data_share = 0;  // how much of it comes from the posts, 0 to 1; the rest is what is usual
};

// How far the logarithms of one account's rates are taken to lie apart before any is seen: a coefficient of variation
// of 1, log-normally (ln 2). Our own assumption, since nobody publishes it, and worth one observation: the posts soon
// outvote it. The spread between accounts would not do in its place: on X it is five times as large, and one or two
// posts would then count for so little that the median alone does better (tests/bench/shrinkage.bench.mjs).
inline constexpr double assumed_post_log_variance = 0.6931471805599453;

// The account's true median rate, were it drawn from `usual`. Without posts that is `usual` itself.
//
// In logarithms, with n posts and Q the sum of their squared deviations from their mean:
//   variance of a post    s2 = (assumed_post_log_variance + Q) / n, as if one more observation had been made before
//   variance of their median  s2 / n, times pi / 2 from three posts on (the median of normal values, for many of them)
//   data_share                log_sd^2 / (log_sd^2 + variance of the median)
// and the answer is the mean of the two medians with that weight (normal prior, normal likelihood). No engagements at
// all are taken for half a one, so that the logarithm exists.
//
// The interval holds the true rate in 90 % of cases on average over accounts whose posts vary by 0.4 to 1.2; in fewer
// where they vary most: then one or two posts do not show it.
ShrunkRate shrink(std::span<const PostCounts> posts, const RatesAmongAccounts& usual);

}  // namespace mf::core
