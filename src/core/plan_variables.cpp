#include "core/plan_variables.h"

#include <algorithm>
#include <limits>

#include "core/portable_math.h"

namespace mf::core {
namespace {

constexpr double p95 = 1.6448536269514722;  // of the standard normal distribution

constexpr DirectTerm directs[] = {
    {Term::frequency, Input::frequency},
    {Term::click_rate, Input::click_rate},
    {Term::conversion_rate, Input::conversion_rate},
    {Term::order_value, Input::order_value},
    {Term::discount, Input::discount},
    {Term::return_rate, Input::return_rate},
    {Term::margin, Input::margin},
    {Term::incrementality, Input::incrementality},
    {Term::repeat_factor, Input::repeat_factor},
    {Term::hourly_cost, Input::hourly_cost},
    {Term::commission, Input::commission},
    {Term::rights, Input::rights},
    {Term::agency_rate, Input::agency_rate},
    {Term::other_costs, Input::other_costs},
};

void fix(Entry& entry, double value) {
  entry.kind = Entry::Kind::fixed;
  entry.value = value;
  entry.lanes.fill(static_cast<float>(value));
}

std::uint32_t bit_of(Input input) { return std::uint32_t{1} << static_cast<unsigned>(input); }

}  // namespace

std::span<const DirectTerm> direct_terms() { return directs; }

Variable variable_of(Input input, const Uncertain& range) {
  const InputInfo& info = info_of(input);
  Variable variable;
  variable.input = input;
  variable.is_rate = info.kind == InputKind::rate && range.high < 1;
  const double low = variable.is_rate ? portable::logit(range.low) : portable::log(range.low);
  const double high = variable.is_rate ? portable::logit(range.high) : portable::log(range.high);
  variable.median = portable::exp((low + high) / 2);
  variable.spread = (high - low) / (2 * p95);
  variable.least = info.least;
  variable.most = info.most;
  return variable;
}

double Variable::at(double z) const {
  const double value = median * portable::exp(spread * z);
  return is_rate ? value / (1 + value) : std::clamp(value, least, most);
}

PlanVariables::PlanVariables(const Plan& plan)
    : has_roster(!plan.roster.empty()),
      pays_no_shows(plan.pays_no_shows),
      rules{plan.engagement_by == Denominator::reach, plan.inputs[Input::market_size].has_value()},
      creators(has_roster ? plan.roster.size() : plan.creators) {
  const auto entry_of = [&](Input input, const std::optional<Uncertain>& given) {
    Entry entry;
    if (!given) {
      const std::optional<double> neutral = info_of(input).neutral;
      if (neutral) {
        fix(entry, *neutral);
      } else if (input != Input::market_size && std::find(missing.begin(), missing.end(), input) == missing.end()) {
        missing.push_back(input);
      }
    } else if (given->is_exact()) {
      fix(entry, given->low);
    } else {
      entry.kind = Entry::Kind::variable;
      entry.variable = variables.size();
      variables.push_back(variable_of(input, *given));
    }
    return entry;
  };
  const auto all_creators_have = [&](Input input) {
    return has_roster && std::all_of(plan.roster.begin(), plan.roster.end(),
                                     [&](const PlannedCreator& one) { return one.inputs[input].has_value(); });
  };
  for (const InputInfo& info : input_infos()) {
    if (info.level == InputLevel::creator || all_creators_have(info.input)) continue;
    campaign[static_cast<std::size_t>(info.input)] = entry_of(info.input, plan.inputs[info.input]);
  }
  campaign_variables = variables.size();

  const Entry& show_rate = of(Input::show_rate);
  const bool by_chance = show_rate.kind == Entry::Kind::variable || (show_rate.value > 0 && show_rate.value < 1);
  const auto is_range = [&](Input input) { return plan.inputs[input] && !plan.inputs[input]->is_exact(); };
  const bool all_one = !has_roster && !by_chance && !is_range(Input::followers) && !is_range(Input::reach_rate) &&
                       !is_range(Input::engagement_rate);
  const auto party_of = [&](const Inputs* own) {
    const auto creators_own = [&](Input input) {
      return entry_of(input, own && (*own)[input] ? (*own)[input] : plan.inputs[input]);
    };
    const auto own_or_campaign = [&](Input input) {
      return own && (*own)[input] ? entry_of(input, (*own)[input]) : of(input);
    };
    Party party;
    party.shows_by_chance = by_chance;
    party.show_rate = show_rate;
    party.posts = own_or_campaign(Input::posts_per_creator);
    party.followers = creators_own(Input::followers);
    party.reach_rate = creators_own(Input::reach_rate);
    party.engagement_rate = creators_own(Input::engagement_rate);
    party.fee = own_or_campaign(Input::fee);
    party.product = own_or_campaign(Input::product_cost);
    party.hours = own_or_campaign(Input::hours_per_creator);
    return party;
  };
  parties.reserve(creators);
  if (all_one) {
    parties.push_back(party_of(nullptr));
    parties.front().alike = creators;
  } else {
    for (std::size_t i = 0; i < creators; ++i)
      parties.push_back(party_of(has_roster ? &plan.roster[i].inputs : nullptr));
  }
  std::sort(missing.begin(), missing.end());
}

Terms<Known> known_terms(const PlanVariables& plan, const double* z) {
  const auto read = [&](const Entry& entry) -> Known {
    switch (entry.kind) {
      case Entry::Kind::missing:
        return Known::unknown();
      case Entry::Kind::fixed:
        return entry.value;
      case Entry::Kind::variable:
        break;
    }
    const Variable& variable = plan.variables[entry.variable];
    if (z) return variable.at(z[entry.variable]);
    const double most = variable.is_rate ? 1 : std::numeric_limits<double>::infinity();
    return Known::drawn(entry.variable + 1, bit_of(variable.input), most);
  };
  const Known market = read(plan.of(Input::market_size));
  Crew<Known> crew;
  Bill<Known> bill;
  for (std::size_t i = 0; i < plan.parties.size(); ++i) {
    const Party& party = plan.parties[i];
    const bool by_chance = party.shows_by_chance && !z;
    const std::uint64_t shape = plan.variables.size() + 1 + i;
    const Known shows = by_chance ? Known::drawn(shape, bit_of(Input::show_rate)) : read(party.show_rate);
    join<Known>(crew,
                {shows, read(party.posts), read(party.followers), read(party.reach_rate), read(party.engagement_rate)},
                party.alike, market, plan.rules);
    if (plan.has_roster) {
      charge<Known>(bill, party.alike, plan.pays_no_shows ? Known(1.0) : shows, read(party.posts), read(party.fee),
                    read(party.product), read(party.hours));
    }
  }
  if (!plan.has_roster) {
    charge<Known>(bill, plan.creators, plan.pays_no_shows ? Known(static_cast<double>(plan.creators)) : crew.posting,
                  read(plan.of(Input::posts_per_creator)), read(plan.of(Input::fee)),
                  read(plan.of(Input::product_cost)), read(plan.of(Input::hours_per_creator)));
  }
  Terms<Known> terms;
  terms(Term::reach) = crew.reach;
  terms(Term::unique_reach) = plan.rules.has_market ? market * crew.distinct : crew.distinct;
  terms(Term::engagements) = crew.engagements;
  terms(Term::paid_posts) = bill.paid_posts;
  terms(Term::fees) = bill.fees;
  terms(Term::product) = bill.product;
  terms(Term::hours) = bill.hours;
  for (const DirectTerm& direct : direct_terms()) terms(direct.term) = read(plan.of(direct.input));
  return terms;
}

}  // namespace mf::core
