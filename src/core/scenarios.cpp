#include "core/scenarios.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/fee_parts.h"
#include "core/number_text.h"

namespace mf::core {
namespace {

constexpr std::string_view published_currency = "USD";
constexpr int most_rounds = 100;
constexpr double most_change = 10;

Error out_of_range(std::string message, std::string field) {
  return {"out-of-range", std::move(message), std::move(field), {}};
}

bool needs(const Simulation& simulation, Input input) {
  return std::find(simulation.needs.begin(), simulation.needs.end(), input) != simulation.needs.end();
}

void scale(std::optional<Uncertain>& value, double factor) {
  if (value) value = Uncertain{value->low * factor, value->high * factor};
}

// What the plan or its published figures say of an input, as the plan's own.
void settle(Plan& plan, Input input) {
  if (plan.inputs[input]) return;
  for (const Default& known : plan_defaults(plan)) {
    if (known.input == input) plan.inputs[input] = known.value;
  }
}

void scale_everywhere(Plan& plan, Input input, double factor) {
  settle(plan, input);
  scale(plan.inputs[input], factor);
  for (PlannedCreator& creator : plan.roster) scale(creator.inputs[input], factor);
}

// What a roster gives for each creator, as one number for creators in general.
void take_from_roster(Plan& plan, std::span<const PlannedCreator> roster, Input input) {
  if (plan.inputs[input] || roster.empty()) return;
  double sum = 0;
  for (const PlannedCreator& creator : roster) {
    const std::optional<Uncertain>& own = creator.inputs[input];
    if (!own) return;
    sum += (own->low + own->high) / 2;
  }
  plan.inputs[input] = Uncertain::exact(sum / static_cast<double>(roster.size()));
}

// The median cost with that fee. The plan is sound but for its fee.
std::optional<double> cost_at(Plan plan, double fee) {
  plan.inputs[Input::fee] = Uncertain::exact(fee);
  const Result<Simulation> simulation = simulate(plan);
  return simulation ? std::optional(simulation->cost.p50) : std::nullopt;
}

// The fee of a post at which the median cost is the budget: by the secant rule, since the cost is all but a straight
// line of the fee.
double fee_for(const Plan& plan, double budget) {
  constexpr int most_steps = 8;
  constexpr double near_enough = 1e-7;
  const std::optional<double> without = cost_at(plan, 0);
  if (!without || *without >= budget) return 0;
  double low_fee = 0;
  double low_cost = *without;
  double fee = (budget - low_cost) / static_cast<double>(plan.creators);
  for (int step = 0; step < most_steps; ++step) {
    const std::optional<double> cost = cost_at(plan, fee);
    if (!cost || std::abs(*cost - budget) <= near_enough * budget || *cost == low_cost) break;
    const double next = fee + (budget - *cost) * (fee - low_fee) / (*cost - low_cost);
    low_fee = fee;
    low_cost = *cost;
    fee = std::max(0.0, next);
  }
  return cents(fee);
}

std::string accounts_text(double followers, int count) {
  return std::string(count == 1 ? "an account" : "accounts") + " of " +
         counted_text(followers, "follower", "followers");
}

std::string verdict_of(const MacroScenario& scenario, double followers, int macros) {
  const std::string& currency = scenario.plan.currency;
  if (!(scenario.fee > 0)) {
    return "The other costs alone come to the budget of " + money_text(scenario.budget, currency) +
           ": nothing is left for fees.";
  }
  const std::string start = "The budget of " + money_text(scenario.budget, currency) + " leaves " +
                            money_text(scenario.fee, currency) + " for a post of " +
                            (macros == 1 ? "" : "each of " + std::to_string(macros) + " ") +
                            accounts_text(followers, macros);
  if (currency != published_currency) return start + ". Fees are published in US dollars: ask what they take.";
  if (!scenario.asked.range) return start + ". Nobody publishes what they ask.";
  const FeeRange& range = *scenario.asked.range;
  std::string asked = money_text(range.low, currency);
  if (range.low < range.high) asked += " to " + money_text(range.high, currency);
  if (scenario.fee < range.low) return start + ": less than the " + asked + " of published methods. It will not do.";
  if (scenario.fee > range.high) return start + ": more than the " + asked + " of published methods. It will do.";
  return start + ": within the " + asked + " of published methods, of which half say " +
         money_text(range.typical, currency) + " or more.";
}

std::string spelt(Input input) {
  std::string name(info_of(input).name);
  if (!name.empty() && name[0] >= 'A' && name[0] <= 'Z') name[0] = static_cast<char>(name[0] - 'A' + 'a');
  return name;
}

}  // namespace

Result<MacroScenario> instead_of_micros(const Plan& micros, double macro_followers, int macros) {
  if (!(macro_followers >= 1)) return out_of_range("A large account has at least 1 follower.", "followers");
  if (macros < 1) return out_of_range("Give one large account or more.", "creators");
  const Result<Simulation> forecast = simulate(micros);
  if (!forecast) return forecast.error();
  if (needs(*forecast, Input::fee)) {
    return Error{"missing", "What the plan costs is not known: give the fee of a post first.", "fee", {}};
  }

  MacroScenario scenario;
  scenario.budget = forecast->cost.p50;
  Plan& plan = scenario.plan;
  plan = micros;
  plan.roster.clear();
  plan.creators = static_cast<std::size_t>(macros);
  for (const Input input : {Input::posts_per_creator, Input::product_cost, Input::hours_per_creator}) {
    take_from_roster(plan, micros.roster, input);
  }
  plan.inputs[Input::followers] = Uncertain::exact(macro_followers);
  for (const Input input : {Input::engagement_rate, Input::reach_rate}) {
    if (plan.inputs[input]) {
      scenario.notes.push_back("Your " + spelt(input) +
                               " is for the smaller accounts; what is published for the larger size takes its place.");
    }
    plan.inputs[input].reset();
  }
  scenario.fee = fee_for(plan, scenario.budget);
  plan.inputs[Input::fee] = Uncertain::exact(scenario.fee);

  FeeRequest request;
  request.platform = plan.platform;
  request.followers = macro_followers;
  scenario.asked = fee_estimate(request, Figures(plan.figures));
  scenario.verdict = verdict_of(scenario, macro_followers, macros);
  return scenario;
}

Result<Plan> long_term(const Plan& plan, const LongTermEffects& effects) {
  if (effects.rounds < 1 || effects.rounds > most_rounds) {
    return out_of_range("Give 1 to " + std::to_string(most_rounds) + " rounds.", "rounds");
  }
  const auto is_change = [](double change) { return change > -1 && change <= most_change; };
  if (!is_change(effects.fee_change)) return out_of_range("A fee cannot fall by 100 % or more.", "feeChange");
  if (!is_change(effects.conversion_change)) {
    return out_of_range("A conversion rate cannot fall by 100 % or more.", "conversionChange");
  }
  Plan longer = plan;
  const double rounds = effects.rounds;
  scale_everywhere(longer, Input::posts_per_creator, rounds);
  if (!effects.own_hours_once) scale_everywhere(longer, Input::hours_per_creator, rounds);
  if (!effects.product_once) scale_everywhere(longer, Input::product_cost, rounds);
  if (effects.fee_change != 0) scale_everywhere(longer, Input::fee, 1 + effects.fee_change);
  if (effects.conversion_change != 0) scale_everywhere(longer, Input::conversion_rate, 1 + effects.conversion_change);
  if (std::optional<Error> error = check_plan(longer)) return *error;
  return longer;
}

Result<Plan> one_offs(const Plan& plan, int rounds) {
  if (rounds < 1 || rounds > most_rounds) {
    return out_of_range("Give 1 to " + std::to_string(most_rounds) + " rounds.", "rounds");
  }
  Plan anew = plan;
  anew.creators *= static_cast<std::size_t>(rounds);
  for (int round = 1; round < rounds; ++round) {
    for (PlannedCreator creator : plan.roster) {
      if (!creator.handle.empty()) creator.handle = "like " + creator.handle;
      anew.roster.push_back(std::move(creator));
    }
  }
  if (std::optional<Error> error = check_plan(anew)) return *error;
  return anew;
}

}  // namespace mf::core
