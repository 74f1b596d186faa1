// One publisher's rates of engagement by size of account, as a curve can be drawn through them.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/account.h"
#include "core/benchmarks.h"
#include "core/engagement.h"

namespace mf::core {

// The geometric middle of a band [min, max). A band without an upper end: twice its lower end. Above a size L the
// accounts with more than F followers fall off about as (F / L)^-1 (the exponent is 1.16 from 100,000 to 10 million
// Instagram followers in NinjaOutreach's sample, 1.15 at the top of PlayerSells' X index, 0.85 of its TikTok index), so
// that half of them lie under 2 L. A band from 0: its upper end / sqrt(10), as if it began at a tenth of it (carried on
// downwards, PlayerSells' X index has the middle of the accounts under 1,000 near 270). Nothing for a band without
// either end.
std::optional<double> middle_of_band(double min_followers, double max_followers);

// The spread between accounts that the figures of a record tell, as the standard deviation of the logarithm: from P10
// and P90, from the quartiles, or from the outer cuts of five classes. At which levels classes are cut is not
// published; the outer cuts are read as the 20 % and 80 % levels. Of the usual readings (fifths; tenths at the ends)
// that is the widest. Nothing if there is no such pair, or its ends are not in order.
std::optional<double> log_spread(const Figures& figures, const Benchmark& record);

// Whether a record is a rate of engagement of that platform by that denominator, of grade A to C.
bool is_rate_of(const Benchmark& record, Platform platform, Denominator by);

struct Rung {
  const Benchmark* record = nullptr;
  double followers = 0;  // the middle of its band
  double median = 0;     // a fraction: the median, or the geometric middle of the class called average
  double log_sd = 0;     // of the logarithm of the rate, between accounts of the band
};

struct Ladder {
  const Source* source = nullptr;
  std::span<const Action> actions;  // what the rates count; empty where the publisher does not say
  char grade = 'A';                 // the weakest of its rungs'
  std::vector<Rung> rungs;          // in ascending order of size, at least three
};

// The ladder to go by for a platform and a denominator. Its rungs are rates of engagement with a median and a spread,
// of accounts in general (no brands, no sponsored posts, no niches), grades A to C. Of several ladders the better grade
// counts, then the more rungs, then the newer. `table` must outlive it.
std::optional<Ladder> best_ladder(const Figures& figures, Platform platform, Denominator by,
                                  std::span<const Benchmark> table = benchmarks());

}  // namespace mf::core
