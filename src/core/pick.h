// Whom to pick from a list under a budget: the set of creators with the highest expected value, proven to be the best
// or with how far it may be from it.
//
// A creator's expected value, each symbol the mean of its input (the mean of a sum or product of independent inputs is
// that of their means, so the expectation itself is what is maximised), k posts:
//   engagements   show_rate x k x base x engagement_rate            (base: followers, or views where the rate is of
//   them) reach a post  followers x reach_rate, or views / frequency where the row gives views orders        show_rate
//   x k x reach x frequency x click_rate x conversion_rate net revenue   orders x order_value x (1 - discount) x (1 -
//   return_rate) cost          k x fee x (1 + agency_rate) + product_cost + hours_per_creator x hourly_cost profit net
//   revenue x (margin x incrementality x repeat_factor - commission) - cost
// Cost is what counts against the budget, together with rights and other_costs, which are spent whoever is picked. A
// creator who does not post is paid all the same, unless pays_no_shows is false: then profit counts show_rate of the
// fee, and the budget still all of it.
//
// Unique reach (Sainsbury, U the market size) is U (1 - prod (1 - show_rate reached_i / U)), reached_i as in
// simulate.h. It is highest where the sum of -log(1 - show_rate reached_i / U) is, so that it is solved exactly like
// the others. Without U it is the plain sum, the most that it can be.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/account.h"
#include "core/campaign.h"
#include "core/error.h"
#include "core/knapsack.h"
#include "core/roster.h"

namespace mf::core {

enum class Objective { engagements, orders, unique_reach, profit };
const char* objective_id(Objective objective);  // "engagements", "orders", "uniqueReach", "profit"
std::optional<Objective> objective_from_id(std::string_view id);

// How many creators must and may be picked, of a tier, of a platform or in all.
struct CountBounds {
  std::size_t least = 0;
  std::optional<std::size_t> most;
  bool operator==(const CountBounds&) const = default;
};
struct TierBounds {
  std::string tier;  // "nano", "micro", ...: VettedCreator::tier
  CountBounds count;
};
struct PlatformBounds {
  Platform platform = Platform::any;
  CountBounds count;
};

inline constexpr std::size_t default_stability_draws = 100;
inline constexpr std::size_t max_stability_draws = 10'000;

struct PickRequest {
  std::vector<Creator> creators;
  double budget = 0;
  std::string currency;  // ISO 4217; empty: the one that most rows give, US dollars if none does
  Objective objective = Objective::engagements;
  std::vector<std::string> include;  // handles, with or without @, in any case; of all platforms
  std::vector<std::string> exclude;
  std::vector<TierBounds> tiers;          // each tier once
  std::vector<PlatformBounds> platforms;  // each platform once
  CountBounds total;
  // The campaign. followers are each row's own; fee and engagement_rate stand in for rows without.
  Inputs inputs;
  bool pays_no_shows = true;
  std::vector<Replacement> figures;  // each passes check_replacement

  std::uint64_t seed = 1;
  std::size_t stability_draws = default_stability_draws;  // 0: none
  bool plan_b = true;
  bool next_dollar = true;              // and the curve of value over budget
  std::size_t effort = default_effort;  // of the main search (knapsack.h); the others get a part of it
};

// A set of creators, as good as any within the request's bounds if proven.
struct Selection {
  std::vector<std::size_t> rows;  // from 0, ascending
  double spend = 0;               // what of the budget it takes, rights and other costs included
  double value = 0;               // of the objective
  double bound = 0;               // no set can be worth more
  double gap = 0;                 // (bound - value) / |value|; 0 if proven
  bool proven = false;            // value is the highest, to one part in 10^9
};

struct CreatorValue {
  double cost = 0;   // against the budget
  double value = 0;  // alone
};

struct PlanB {
  std::size_t without = 0;  // the row that brings most to plan A; even if it must be picked: it may decline
  Selection selection;
  std::string infeasible;  // a sentence, if nothing fits without it
};

// What a little more money buys.
struct NextDollar {
  double step = 100;  // in the currency of the list
  double gain = 0;    // of the objective
  std::vector<std::size_t> added;
  std::vector<std::size_t> dropped;
  bool proven = false;  // of both values
};

struct BudgetPoint {
  double budget = 0;
  double value = 0;
  std::size_t creators = 0;
};

struct PickShare {
  std::size_t row = 0;
  double share = 0;  // of the draws in which it is picked, 0 to 1
};

struct PickAnswer {
  Roster roster;
  std::vector<CreatorValue> values;  // by row; 0 for rows that cannot be picked
  Objective objective = Objective::engagements;
  double budget = 0;
  double fixed_cost = 0;          // rights and other costs
  std::vector<Default> defaults;  // published figures that stood in for inputs, as used for the first row of each kind
  bool unique_reach_is_upper_bound = false;  // no market size is given
  std::vector<std::string> warnings;         // sentences

  std::string infeasible;  // why nothing fits, a sentence; empty if something does. Then all that follows is empty
  Selection best;
  std::optional<PlanB> plan_b;
  std::optional<NextDollar> next_dollar;
  std::vector<BudgetPoint> curve;    // ascending budgets around the request's
  std::vector<PickShare> stability;  // the most often picked first; rows that never are left out
  std::size_t stability_draws = 0;   // done so far
};

// What is wrong with a request, if anything: those of check_input; out-of-range or not-a-number of "budget",
// "stabilityDraws"; upside-down bounds of "tiers", "platforms", "total"; unknown-tier; missing, with the field of an
// input that the objective needs and that no published figure gives ("orderValue", "margin"); missing "creators".
std::optional<Error> check_pick(const PickRequest& request);

// The work in slices, for a page that draws in between:
//   PickRun run(request);
//   while (!run.done()) run.advance(pick_slice);
// The request passes check_pick.
class PickRun {
 public:
  explicit PickRun(PickRequest request);
  // The same with what `vet` says of the request's creators, currency, fee, engagement rate and figures: for a page
  // that asks of one list again and again.
  PickRun(PickRequest request, Roster vetted);
  ~PickRun();
  PickRun(PickRun&&) noexcept;
  PickRun& operator=(PickRun&&) noexcept;

  // Works on for about that much: one unit is a look at one creator, some ten nanoseconds. A step that has begun is
  // finished.
  void advance(std::size_t work);
  bool done() const;
  bool has_roster() const;  // answer().roster and values are complete
  bool has_best() const;    // answer().best is final, or infeasible says why there is none
  double progress() const;  // 0 to 1, never falling
  const PickAnswer& answer() const;

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};
inline constexpr std::size_t pick_slice = 200'000;  // some milliseconds

// Errors: those of check_pick.
Result<PickAnswer> pick(const PickRequest& request);

}  // namespace mf::core
