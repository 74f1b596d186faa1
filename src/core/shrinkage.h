// An account's rate from few posts, weighed against what is usual among accounts of its size (empirical Bayes).
// The order of the posts changes no bit; between a native build and WebAssembly the last may differ (see quantiles.h).
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

// What the variance of the logarithms of one account's rates is taken to be before any is seen: ln 2, a coefficient of
// variation of 1 in log-normal posts. It is our own assumption, since nobody publishes it, and has the weight of one
// post; the posts soon outvote it. The spread between accounts cannot stand in for it: on X and YouTube its variance is
// four to seven times as large, and the answer would be farther from the truth than the plain median of up to eight
// posts.
inline constexpr double assumed_post_log_variance = 0.6931471805599453;

// The account's true median rate, were it drawn from `usual`. Without posts that is `usual` itself.
//
// In logarithms, with n posts and Q the sum of their squared deviations from their mean:
//   s2           variance of a post: (assumed_post_log_variance + Q) / n
//   v            variance of their median: s2 / n, times pi / 2 from three posts on (many normal values)
//   data_share   log_sd^2 / (log_sd^2 + v)
// and the answer is the mean of the two medians with that weight (normal prior, normal likelihood). No engagements at
// all are taken for half a one, so that the logarithm exists.
//
// Over accounts drawn from `usual`, whose posts have coefficients of variation from 0.4 to 1.2, the interval holds the
// true rate in 88 to 92 % of cases, whatever the number of posts; where the posts vary most in as few as 68 %, since
// one or two posts cannot show it (tests/bench/shrinkage.bench.mjs). Below some five engagements a post it is too
// narrow, as counts are whole.
ShrunkRate shrink(std::span<const PostCounts> posts, const RatesAmongAccounts& usual);

}  // namespace mf::core
