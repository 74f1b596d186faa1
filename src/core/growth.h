// How fast an account grows, from its dated follower counts, and when it would reach a boundary if it went on so.
//
// The forecast is a random walk with drift on the logarithm of the followers (Hyndman and Athanasopoulos, Forecasting:
// Principles and Practice, "drift method"), its spread taken from changes over long stretches:
//   The history, at most its last 365 days, is cut into four stretches of equal length (three if it covers under 112
//   days). Follower counts of nearby days hang together, so that a line through daily counts, least squares or
//   Theil-Sen, would look far surer than it is; changes over a month or more hardly do.
//   drift d = log(last / first) / days,  s^2 = sum((change - d * days)^2 / days) / (stretches - 1)
//   monthly rate = exp(30.4375 * (d -+ t * s / sqrt(days))) - 1, with Student's t for 90 % and stretches - 1
//   dates: where d * h -+ t * s * sqrt(h + h^2 / days) meets log(boundary / followers), h days ahead
// On simulated accounts the dates hold the true day nine times in ten where changes are independent; six to nine times
// in ten where growth comes in bursts, in rare hits or in swings of months, more often the longer the history is.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/account.h"
#include "core/benchmarks.h"
#include "core/error.h"

namespace mf::core {

inline constexpr int shortest_history_days = 84;     // twelve weeks: three stretches of four
inline constexpr int longest_history_days = 365;     // older growth was that of a smaller account
inline constexpr int farthest_forecast_days = 7305;  // 20 years

// Rates are fractions a month of 30.4375 days: 0.02 is 2 % a month, below 0 is a loss.
struct GrowthRate {
  std::string from;  // first and last date used, "2026-05-03"
  std::string to;
  std::size_t points = 0;    // days with a count that were used
  std::size_t left_out = 0;  // entries without a readable date, or without followers
  std::size_t stretches = 0;
  double low = 0;  // 90 % interval of the rate in the long run
  double middle = 0;
  double high = 0;
  double daily_drift = 0;   // of the natural logarithm of the followers: d above
  double daily_spread = 0;  // per square root of a day: s above
};

// Of several counts of one day the latest written counts; order, gaps and drops are no trouble. Error
// too-little-history, field "history", where under shortest_history_days are covered or the counts lie too unevenly for
// three stretches.
Result<GrowthRate> growth_rate(std::span<const FollowerPoint> history);

// Dates count from growth.to, which stands for today. A date is absent if it lies over 20 years ahead or never comes:
// without `latest`, the account may never get there; without `earliest`, it does not at any rate the history supports.
struct BoundaryForecast {
  double followers = 0;  // now
  double boundary = 0;
  bool reached = false;                 // already: no dates
  std::optional<std::string> earliest;  // growth at its 95th percentile from now on
  std::optional<std::string> middle;    // at the middle rate
  std::optional<std::string> latest;    // at its 5th percentile
  bool beyond_the_history = false;      // the middle date lies further ahead than the history reaches back
};

// When an account of `followers` grows to `boundary`. Without followers there is nothing to grow from: no dates.
BoundaryForecast boundary_forecast(const GrowthRate& growth, double followers, double boundary);

// What accounts of a size gained, as published: the context of an account's own rate, never its forecast.
struct PublishedGrowth {
  const Benchmark* record = nullptr;
  double in_six_months = 0;  // fraction, as published
  double a_month = 0;        // the same per month, compounded: (1 + in_six_months)^(1/6) - 1
};

// Quintly's study of Instagram, 2019 (B0526 to B0528): the band that holds this size. Nothing elsewhere; the study says
// nothing of 1,000 to 10,000 followers.
std::optional<PublishedGrowth> published_growth(const Figures& figures, Platform platform, double followers);

}  // namespace mf::core
