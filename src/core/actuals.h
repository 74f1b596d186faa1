// What came of a campaign, against what was planned: which assumption was off, and what to believe now.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"
#include "core/hashtag_posts.h"
#include "core/simulate.h"

namespace mf::core {

// Of the whole campaign, each as far as known.
struct Actuals {
  std::optional<double> spend = {};  // all costs
  std::optional<double> posts = {};  // that appeared
  std::optional<double> reach = {};  // added up over posts
  std::optional<double> impressions = {};
  std::optional<double> engagements = {};
  std::optional<double> clicks = {};
  std::optional<double> orders = {};
  std::optional<double> revenue = {};  // after discounts and returns, in the plan's currency
  bool operator==(const Actuals&) const = default;
};

// The first thing wrong. Errors: not-a-number, out-of-range (negative; more orders than clicks, more clicks than
// impressions, more reach than impressions); field is the member's name.
std::optional<Error> check_actuals(const Actuals& actuals);

// An outcome beside its forecast.
struct OutcomeCheck {
  std::string_view key;   // "orders"
  std::string_view name;  // "Orders"
  Spread planned;
  double actual = 0;
  double percentile = 0;  // the share of forecasts that lie below it, 0 to 1
};

// An assumption beside what the results say of it.
struct AssumptionCheck {
  Input input = Input::show_rate;
  std::string formula;    // "38 orders ÷ 2,100 clicks"
  Uncertain planned;      // as in the plan
  double actual = 0;      // in the unit of the input
  double percentile = 0;  // how much of what the plan expected lies below: of its spread and of chance, 0 to 1
  double distance = 0;    // from the middle of what was expected, in standard deviations; below 0 if less
  Uncertain updated;      // what to believe after the results, P5 to P95
  std::string note;       // a sentence: what was taken for granted; may be empty
};

struct ActualsReport {
  std::vector<OutcomeCheck> outcomes;        // in the order of the funnel
  std::vector<AssumptionCheck> assumptions;  // in the order of the funnel
  std::optional<Input> most_off;             // the one farthest from the middle; nothing if all are within 1 deviation
  std::string sentence;                      // which was most off, or that none was, in words
  Plan plan;                                 // with what was learnt, its roster's own inputs too: to simulate again
  Inputs updated;                            // those of that plan
  std::vector<std::string> needs;            // results that would tell more, as keys: "clicks"
};

// Rates (show, click, conversion): a binomial likelihood against the plan's logit-normal range, by quadrature on the
// logit; creators, impressions and clicks are the trials. Averages (reach rate, frequency, engagement rate, order
// value): log-normal, in which one post or one order is taken to vary by assumed_post_log_variance (shrinkage.h), so
// that an average of n is known to that over n. What each creator has their own of is updated for the same creators:
// with n of them the middle moves as the average of n does, and the spread between them stays but for 1/n of it. A
// single number in the plan cannot be moved by results; what the results alone say stands in its place.
// Errors: those of check_actuals, and those of check_plan of the simulation's plan.
Result<ActualsReport> compare_with_actuals(const Simulation& forecast, const Actuals& actuals);

// What the posts of a campaign tell of it: sums of what every one of them gives, and how many there are. Views stand in
// for impressions that are not given.
Actuals actuals_of(const HashtagPosts& posts);

}  // namespace mf::core
