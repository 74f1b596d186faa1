// Other plans for the same money, and what can honestly be said of their risks.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"
#include "core/fees.h"
#include "core/simulate.h"

namespace mf::core {

// One or two large accounts at the budget of many small ones.
struct MacroScenario {
  Plan plan;            // `macros` creators of that size; what depends on size is left to the published figures
  double budget = 0;    // the median cost of the small ones' plan
  double fee = 0;       // for a post: what makes the median cost of this plan equal to the budget; 0 if nothing is left
  FeeEstimate asked;    // what published methods say that such an account asks for a post
  std::string verdict;  // a sentence: whether the budget buys it
  std::vector<std::string> notes;  // sentences: what was left out of the small ones' plan
};

// Errors: those of check_plan; missing (the plan's cost is not known: field "fee"); out-of-range (macro_followers below
// 1, field "followers"; macros below 1, field "creators").
Result<MacroScenario> instead_of_micros(const Plan& micros, double macro_followers, int macros);

// What changes if the same creators are kept for several rounds. Article 004 says that this returns more and gives no
// number, so nothing changes but what a person types.
struct LongTermEffects {
  int rounds = 3;                // each with the plan's posts
  bool own_hours_once = true;    // finding and briefing a creator is done once
  bool product_once = true;      // one product a creator
  double fee_change = 0;         // of the fee of a post: -0.1 is 10 % less
  double conversion_change = 0;  // of the conversion rate: 0.1 is 10 % more
  bool operator==(const LongTermEffects&) const = default;
};
// The same creators for all rounds. Errors: out-of-range (rounds under 1 or over 100, changes of -1 or less or over
// 10).
Result<Plan> long_term(const Plan& plan, const LongTermEffects& effects);
// As many posts by new creators each round, to set beside it; a roster is asked again as strangers would be.
Result<Plan> one_offs(const Plan& plan, int rounds);

// Where the spread of ROI comes from: shares of the variance of ln(contribution / cost), to first order.
struct RiskShare {
  double creator = 0;    // who performs and who posts: each creator's own, evened out by many
  double campaign = 0;   // what is the same for all: fees, clicks, conversion, order value, ...
  double log_sd = 0;     // of ln(contribution / cost)
  std::string sentence;  // "Of this plan's risk, 12 % is ..."
};
// Nothing where the return is unknown or nothing in it is uncertain.
std::optional<RiskShare> risk_share(const Simulation& simulation);

struct ScenarioComparison {
  std::vector<std::optional<RiskShare>> risks;  // in the order of the simulations
  std::vector<std::string> sentences;           // what is honest to say of which risk many creators even out
};
ScenarioComparison compare(std::span<const Simulation> simulations);

// A published result to be shown beside a plan; never applied to it.
struct ResearchFact {
  std::string_view id;  // stable: "spend-elasticity"
  std::string sentence;
  std::vector<std::string_view> sources;  // ids of records
  char grade = 'B';                       // the weakest of its records'
};
// Spend elasticity (Leung and others, 2022), revenue per follower (Beichert and others, 2024), and that the papers
// disagree about size.
std::vector<ResearchFact> research_facts(const Plan& plan);

}  // namespace mf::core
