// A plan for a campaign with creators: what is known of it, each input one number or a range, and what the published
// figures fill in for what is not.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/account.h"
#include "core/benchmarks.h"
#include "core/engagement.h"
#include "core/error.h"

namespace mf::core {

// A number that is known, or a range that holds the true one nine times in ten: its ends are P5 and P95.
struct Uncertain {
  double low = 0;
  double high = 0;

  static Uncertain exact(double value) { return {value, value}; }
  bool is_exact() const { return low == high; }
  bool operator==(const Uncertain&) const = default;
};

// Every input of a plan. Rates are fractions; money is in the plan's currency.
enum class Input {
  followers,          // of each creator
  posts_per_creator,  // pieces of content that each makes
  fee,                // money for one post of one creator
  engagement_rate,    // engagements of a post / followers, or / reach: Plan::engagement_by
  reach_rate,         // people reached by a post / followers; may exceed 1
  frequency,          // impressions / people reached, at least 1
  click_rate,         // clicks / impressions
  conversion_rate,    // orders / clicks
  order_value,        // money that an order brings before discount, without tax
  discount,           // of the order value
  return_rate,        // of net revenue that is sent back
  margin,             // what is left of net revenue after the goods, before this campaign's costs
  incrementality,     // of orders that would not have come without the campaign
  repeat_factor,      // contribution over a customer's life / that of the first order, at least 1
  show_rate,          // of creators who post what was agreed
  product_cost,       // product and shipping, for each creator
  hours_per_creator,  // own work, for each creator
  hourly_cost,        // money for an hour of it
  commission,         // of net revenue, paid to the creators
  rights,             // money for usage rights and exclusivity, for the campaign
  agency_rate,        // an agency's share, on top of the fees
  other_costs,        // tools and all else, for the campaign
  market_size,        // people who can be reached at all; without it nobody knows how many are reached twice
};
inline constexpr std::size_t input_count = 23;

// How a range is drawn.
enum class InputKind {
  rate,    // within (0, 1): logit-normal; one that may exceed 1, with a range that does: log-normal
  amount,  // money, counts and factors above 0: log-normal
};

// How often.
enum class InputLevel {
  campaign,  // one value for all creators: many creators do not even it out
  creator,   // each creator's own: many creators even it out
};

struct InputInfo {
  Input input;
  std::string_view key;   // of the API and of addresses: "clickRate"
  std::string_view name;  // for people: "Click rate"
  InputKind kind;
  InputLevel level;
  double least = 0;  // smallest and largest single number that makes sense
  double most = 1;
  std::optional<double> neutral = {};  // what stands for "not part of this plan"; nothing if there is no such value
  std::string_view unit;               // "fraction", "money per post", ...
};
// In the order of the enum.
std::span<const InputInfo, input_count> input_infos();
const InputInfo& info_of(Input input);
std::optional<Input> input_from_key(std::string_view key);

// What is known of a plan, or of one of its creators.
class Inputs {
 public:
  const std::optional<Uncertain>& operator[](Input input) const { return values_[static_cast<std::size_t>(input)]; }
  std::optional<Uncertain>& operator[](Input input) { return values_[static_cast<std::size_t>(input)]; }
  bool operator==(const Inputs&) const = default;

 private:
  std::array<std::optional<Uncertain>, input_count> values_;
};

// One creator of a plan whose creators are named. Of its inputs those of level `creator`, fee, posts_per_creator,
// product_cost and hours_per_creator count; what is absent is the plan's.
struct PlannedCreator {
  std::string handle;
  Inputs inputs;
  bool operator==(const PlannedCreator&) const = default;
};

inline constexpr std::size_t max_planned_creators = 1'000;
inline constexpr std::size_t default_draws = 4'096;
inline constexpr std::size_t max_draws = 1'048'576;

struct Plan {
  Platform platform = Platform::any;
  std::string currency = "USD";        // ISO 4217
  std::size_t creators = 1;            // how many, all alike ...
  std::vector<PlannedCreator> roster;  // ... or, if not empty, who
  Inputs inputs;
  Denominator engagement_by = Denominator::followers;  // or reach
  bool pays_no_shows = true;  // fees of creators who do not post: paid (Later counts who posts after they were paid)
  double certainty = 0.8;     // for "the highest fee at which the campaign pays with this chance"
  std::uint64_t seed = 1;
  std::size_t draws = default_draws;  // at least; see Simulation::draws
  std::vector<Replacement> figures;   // each passes check_replacement
};

// Where an input's value comes from, if not from the person.
struct Default {
  Input input = Input::followers;
  Uncertain value;
  std::vector<std::string_view> sources;  // ids of records; empty for a neutral value
  char grade = 'A';                       // the weakest of its records'; 'A' for a neutral value
  std::string note;                       // a sentence: how it follows from them, what it is not; may be empty
};

// The published figures for what the plan leaves open, as far as there are any for its platform and the size of its
// creators; neutral values for what need not be part of a plan (frequency 1, discount 0, ...). No figure is published
// for order value, margin and market size, and fees are published in US dollars alone: these stay the person's own.
std::vector<Default> plan_defaults(const Plan& plan);

// The plan with its defaults filled in.
Plan completed(Plan plan, std::span<const Default> defaults);

// What is wrong with one input: out-of-range (outside least to most, or a range that begins at 0 or, of a rate, ends at
// 1), upside-down (low above high), not-a-number; field is its key.
std::optional<Error> check_input(Input input, const Uncertain& value);
// The first thing wrong with a plan: those of check_input, and of creators (0 or more than max_planned_creators),
// draws, certainty, currency. The field of a creator's input is "creators[3].fee" (from 0).
std::optional<Error> check_plan(const Plan& plan);

}  // namespace mf::core
