// What a plan costs and brings, as a spread instead of one number: the funnel of each draw of the uncertain inputs, and
// what follows from all of them.
//
// For each draw, with S_i 1 if creator i posts and else 0, k posts each:
//   reach        = sum S_i k_i followers_i reach_rate_i
//   unique reach = U (1 - prod (1 - reached_i / U))   (Sainsbury), U the market size; without U the sum of reached_i,
//                  which is the most that it can be. reached_i: people whom creator i reaches with all k posts,
//                  a_i (1 - (1 - followers_i reach_rate_i / a_i)^k), a_i the larger of followers_i and their reach;
//                  of a fraction of a post that share is reached
//   impressions  = reach x frequency
//   engagements  = sum S_i k_i followers_i engagement_rate_i     (or of reach, see Plan::engagement_by)
//   clicks       = impressions x click_rate
//   orders       = clicks x conversion_rate
//   net revenue  = orders x order_value x (1 - discount) x (1 - return_rate)
//   contribution = net revenue x margin x incrementality x repeat_factor
//   cost         = fees + product + hours + commission x net revenue + rights + agency_rate x fees + other
//   profit       = contribution - cost        ROI = profit / cost        ROAS = net revenue / cost
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/campaign.h"
#include "core/error.h"

namespace mf::core {

struct Spread {
  double p5 = 0;
  double p50 = 0;
  double p95 = 0;
  double mean = 0;
};

struct CostLines {
  Spread fees, product, hours, commission, rights, agency, other;
};

// A step of the histogram of ROI.
struct RoiBar {
  double from = 0;
  double to = 0;
  double share = 0;  // of all draws; what lies beyond the first or last bar is not in them
};

// What an input does to the risk.
struct Driver {
  Input input = Input::followers;
  double input_low = 0;  // its P10 and P90. Of an input of level `creator`: of the average over the campaign's creators
  double input_high = 0;
  double low = 0;  // median ROI with the input there and the others as they are drawn
  double high = 0;
  double share = 0;  // of the variance of ROI that the input explains alone (first-order Sobol' index), 0 to 1
};

struct Simulation {
  Plan plan;                      // completed: what was computed with
  std::vector<Default> defaults;  // what of it is not the person's own
  std::vector<Input> needs;       // inputs without which the rest is unknown, in the order of the funnel

  Spread cost;  // of the lines that are known
  CostLines lines;
  // Nothing where an input that it follows from is missing.
  std::optional<Spread> reach, unique_reach, impressions, engagements, clicks, orders, revenue, contribution, profit,
      roi, roas;
  std::optional<Spread> cpm, cpe, cpc, cpa;  // cost per 1,000 impressions, per engagement, click, order; these, ROI and
                                             // ROAS over the draws that have any (cost, for the latter two): nothing if
                                             // more than one in ten has none
  bool unique_reach_is_upper_bound = false;  // no market size is given
  std::optional<double> probability_of_profit;

  // What must be true for the campaign to break even; each is the median over the draws of what the draw would need.
  // Nothing if no value does it (an order that costs more in commission than it brings).
  struct BreakEven {
    std::optional<double> orders;
    std::optional<double> conversion_rate;
    std::optional<double> fee;          // a post: the highest at which the median profit is not below 0
    std::optional<double> certain_fee;  // the highest at which the campaign pays with the chance Plan::certainty
  } break_even;

  std::vector<RoiBar> histogram;  // from about P1 to P99; 0 is the edge of a bar where it lies within
  std::vector<Driver> drivers;    // uncertain inputs that move ROI, the widest swing first; of the show rate who posts,
                                  // by chance even where the rate is known
  // At least 1,024, and a power of two up to 4,096, a multiple of 4,096 from there on. With many uncertain creators
  // fewer than asked for: 4 million values are drawn for creators at the most.
  std::size_t draws = 0;
  std::uint64_t seed = 0;
};

// Errors: those of check_plan. The same plan gives the same bits natively and as WebAssembly, as far as its inputs are
// the caller's own (figures by size go through the C library's logarithm).
//
// Inputs are drawn by a scrambled Sobol' sequence, those of many creators by sequences that are each stratified and
// independent of the others (sampling.h). Medians and P5 to P95 at default_draws are within about 1 % of their spread,
// those of ROI within half of that (tests/bench/simulate.bench.mjs). What no uncertain input goes into is exact; the
// rest is computed in single precision.
Result<Simulation> simulate(const Plan& plan);

}  // namespace mf::core
