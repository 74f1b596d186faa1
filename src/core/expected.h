// What rate of engagement is usual for an account of exactly this size: a smooth curve over sizes, with the spread
// between accounts, drawn through one publisher's figures by size. Made anew from the table at every call, so that a
// figure which a person replaces moves the curve.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/account.h"
#include "core/benchmarks.h"
#include "core/engagement.h"
#include "core/ladder.h"
#include "core/size_curve.h"

namespace mf::core {

// A curve for one platform and one denominator. It is drawn through one publisher's table alone: publishers differ by a
// factor of two for the same quantity, and a mix would turn that into a slope.
struct ExpectedCurve {
  Platform platform = Platform::any;
  Denominator by = Denominator::followers;
  Ladder ladder;    // the figures it is drawn through; it points into the table
  double from = 0;  // for accounts of [from, to) followers; there is no answer outside
  double to = 0;    // no_upper_bound where the ladder is open at its top
  // Within an open band the curve stays level on the open side of the middle: the publisher says one thing of all
  // accounts there. It is level under level_until and from level_from on.
  double level_until = 0;
  double level_from = no_upper_bound;
  SizeCurve median;    // a fraction
  SizeCurve log_sd;    // between accounts, of the logarithm of the rate
  std::string caveat;  // sentences; empty if there is nothing to say
};

// Nothing where there is no ladder that could carry a curve; what_is_known says what there is.
std::optional<ExpectedCurve> expected_curve(const Figures& figures, Platform platform, Denominator by,
                                            std::span<const Benchmark> table = benchmarks());
// All of a platform's, its default denominator first.
std::vector<ExpectedCurve> expected_curves(const Figures& figures, Platform platform,
                                           std::span<const Benchmark> table = benchmarks());

// Accounts of one size. Rates are fractions.
struct ExpectedRate {
  Denominator by = Denominator::followers;
  std::span<const Action> actions;
  double median = 0;
  double low = 0;  // P10 and P90 between accounts: 80 % of the accounts of this size lie between
  double high = 0;
  double log_sd = 0;
  char grade = 'C';
  std::vector<std::string_view> sources;  // ids of the records used for the curve and for the spread
  std::string caveat;
};

// Nothing outside the sizes that the curve is for.
std::optional<ExpectedRate> expected_rate(const ExpectedCurve& curve, double followers);
std::optional<ExpectedRate> expected_rate(const Figures& figures, Platform platform, Denominator by, double followers,
                                          std::span<const Benchmark> table = benchmarks());

// Where a rate lies among accounts of the same size, as fractions of them that have less: of the rate itself, and of
// the ends of its own interval.
struct Percentile {
  double low = 0;
  double mid = 0;
  double high = 0;
};
Percentile percentile_of(const ExpectedRate& expected, double rate, double rate_low, double rate_high);

// The curve for drawing: `count` sizes, at least two, evenly spread on a logarithmic axis from one end to the other. An
// open end is drawn until ten times the last middle, a tenth of the first.
struct CurvePoint {
  double followers = 0;
  double median = 0;
  double low = 0;
  double high = 0;
};
std::vector<CurvePoint> curve_points(const ExpectedCurve& curve, std::size_t count);

// Published figures by size of the same platform and denominator that the curve does not use, to be shown beside it:
// other publishers, means, figures whose kind is not stated, brands. No grade D.
struct OtherFigure {
  const Benchmark* record = nullptr;
  double followers = 0;  // the size that stands for its band; the curve has an answer there
  double rate = 0;
  double expected = 0;  // the curve's median at that size
};
std::vector<OtherFigure> other_figures(const ExpectedCurve& curve, const Figures& figures,
                                       std::span<const Benchmark> table = benchmarks());

// Published rates of a platform over accounts of all sizes, of no niche, to be shown where they contradict each other
// or where there is nothing by size. No grade D.
std::vector<const Benchmark*> overall_rates(Platform platform, std::span<const Benchmark> table = benchmarks());

// A sentence for where expected_rate has no answer: which sizes the figures cover, or why there is no curve.
std::string what_is_known(const Figures& figures, Platform platform, Denominator by,
                          std::span<const Benchmark> table = benchmarks());

}  // namespace mf::core
